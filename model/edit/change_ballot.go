package edit

import (
	"slices"

	"accord/model"
	"accord/model/words"
)

// OpenBallot begins a blind rating of accounts. Outside of a workshop it takes the
// place of the one before; in one, without raters it is the participants of the
// side that rates.
type OpenBallot struct {
	ID         model.BallotID
	Accounts   []model.AccountID
	Instrument string
	Verified   bool
	Raters     []string
}

// Label implements Change.
func (c OpenBallot) Label() words.Msg { return words.New("edit.begin-blind-rating", c.Instrument) }

// Where implements Change.
func (c OpenBallot) Where() Place {
	if len(c.Accounts) == 1 {
		return Place{Account: c.Accounts[0]}
	}
	return Place{}
}

func (c OpenBallot) Apply(d *Draft) error {
	g := d.Settings()
	if len(c.Raters) == 0 && g.Workshop != nil {
		c.Raters = g.Workshop.Raters(c.Verified)
	}
	switch {
	case len(c.Accounts) == 0:
		return model.Refuse(
			"accounts",
			words.T("edit.choose-at-least-one-account"),
			words.T("edit.blind-rating-needs-something-rate"),
		)
	case slices.ContainsFunc(c.Accounts, func(id model.AccountID) bool { return d.Peek(id) == nil }):
		return model.Refuse("account", words.T("edit.undo-brings-back"), words.T("edit.account-gone"))
	case g.MethodPack().Instrument(c.Instrument) == nil:
		return model.Refuse("instrument", "", words.T("edit.method-pack-no", c.Instrument))
	case len(c.Raters) == 0:
		return model.Refuse("raters", words.T("edit.type-initials-who-rates"), words.T("edit.blind-rating-needs-raters"))
	case g.Voting() != nil:
		return model.Refuse(
			words.T("edit.blind-rating"),
			words.T("edit.let-all-them-answer-or"),
			words.T("edit.one-going-already"),
		)
	case c.ID == "" || g.Ballot(c.ID) != nil:
		return model.Refuse(words.T("edit.blind-rating"), "", words.T("edit.not-fresh-id", c.ID))
	}
	if g.Workshop == nil {
		g.Ballots = nil
	}
	g.Ballots = model.Put(
		g.Ballots,
		model.Ballot{
			ID:         c.ID,
			Accounts:   slices.Clone(c.Accounts),
			Instrument: c.Instrument,
			Verified:   c.Verified,
			Raters:     slices.Clone(c.Raters),
		},
	)
	return nil
}

// SeatedBallot is OpenBallot with some of the workshop's participants as raters, by
// their place on its list: a screen that hides who they are can name nobody.
type SeatedBallot struct {
	OpenBallot
	Seats []int
}

func (c SeatedBallot) Apply(d *Draft) error {
	w := d.Settings().Workshop
	if w == nil {
		return model.Refuse("raters", words.T("edit.begin-workshop-first"), words.T("edit.there-no-participants"))
	}
	c.Raters = nil
	for _, i := range c.Seats {
		if i < 0 || i >= len(w.People) {
			return model.Refuse("raters", words.T("edit.tick-them-again"), words.T("edit.participant-gone"))
		}
		c.Raters = append(c.Raters, w.People[i].Initials)
	}
	if len(c.Raters) == 0 {
		return model.Refuse("raters", words.T("edit.tick-who-rates"), words.T("edit.blind-rating-needs-raters"))
	}
	return c.OpenBallot.Apply(d)
}

// CastMark is one answer of the rater whose turn it is. Its words say nothing of
// the answer.
type CastMark struct {
	Account model.AccountID
	Factor  model.FactorKey
	Level   model.Level
}

// Label implements Change.
func (c CastMark) Label() words.Msg { return words.New("edit.blind-mark") }

// Where implements Change.
func (c CastMark) Where() Place { return Place{} }

func (c CastMark) Apply(d *Draft) error {
	g := d.Settings()
	b := g.Voting()
	if b == nil {
		return model.Refuse(words.T("edit.blind-rating"), "", words.T("edit.nobody-rating-now"))
	}
	in, f := g.MethodPack().Factor(c.Factor)
	if f == nil || in.Key != b.Instrument || !in.Allows(c.Level) || !slices.Contains(b.Accounts, c.Account) {
		return model.Refuse(string(c.Factor), "", words.T("edit.no-question-this-rating-or"))
	}
	g.Ballots = model.Put(g.Ballots, b.With(c.Account, b.Rater(), c.Factor, c.Level))
	return nil
}

// PassBallot ends the turn of a rater.
type PassBallot struct{}

// Label implements Change.
func (c PassBallot) Label() words.Msg { return words.New("edit.blind-rating-passed") }

// Where implements Change.
func (c PassBallot) Where() Place { return Place{} }

func (c PassBallot) Apply(d *Draft) error {
	g := d.Settings()
	b := g.Voting()
	if b == nil {
		return model.Refuse(words.T("edit.blind-rating"), "", words.T("edit.nobody-rating-now"))
	}
	next := *b
	next.Passed++
	g.Ballots = model.Put(g.Ballots, next)
	return nil
}

// ReopenTurn gives the turn back to who passed on last, while others still have to
// answer: somebody passed on too early. Their marks are as they left them.
type ReopenTurn struct{}

// Label implements Change.
func (c ReopenTurn) Label() words.Msg { return words.New("edit.blind-rating-last-turn-again") }

// Where implements Change.
func (c ReopenTurn) Where() Place { return Place{} }

func (c ReopenTurn) Apply(d *Draft) error {
	g := d.Settings()
	b := g.Voting()
	if b == nil || b.Passed == 0 {
		return model.Refuse(words.T("edit.blind-rating"), "", words.T("edit.nobody-passed-yet"))
	}
	last := *b
	last.Passed--
	g.Ballots = model.Put(g.Ballots, last)
	return nil
}

// CloseBallot ends a blind rating; what was agreed stays. One that is open is
// abandoned with its marks.
type CloseBallot struct{ ID model.BallotID }

// Label implements Change.
func (c CloseBallot) Label() words.Msg { return words.New("edit.end-blind-rating") }

// Where implements Change.
func (c CloseBallot) Where() Place { return Place{} }

func (c CloseBallot) Apply(d *Draft) error {
	g := d.Settings()
	g.Ballots = model.Without(g.Ballots, c.ID)
	return nil
}
