package model

import (
	"maps"
	"slices"
)

// OpenBallot begins a blind rating of accounts. Outside of a workshop it takes the
// place of the one before; in one, without raters it is the participants of the
// side that rates.
type OpenBallot struct {
	ID         BallotID
	Accounts   []AccountID
	Instrument string
	Verified   bool
	Raters     []string
}

// Label implements Change.
func (c OpenBallot) Label() string { return "begin a blind rating of " + c.Instrument }

// Where implements Change.
func (c OpenBallot) Where() Place {
	if len(c.Accounts) == 1 {
		return Place{Account: c.Accounts[0]}
	}
	return Place{}
}

func (c OpenBallot) apply(d *draft) error {
	g := d.settings()
	if len(c.Raters) == 0 && g.Workshop != nil {
		c.Raters = g.Workshop.Raters(c.Verified)
	}
	switch {
	case len(c.Accounts) == 0:
		return problem("accounts", "Choose at least one account.", "a blind rating needs something to rate")
	case slices.ContainsFunc(c.Accounts, func(id AccountID) bool { return d.peek(id) == nil }):
		return problem("account", "Undo brings it back.", "an account is gone")
	case g.MethodPack().Instrument(c.Instrument) == nil:
		return problem("instrument", "", "the method pack has no %q", c.Instrument)
	case len(c.Raters) == 0:
		return problem("raters", "Type the initials of who rates.", "a blind rating needs raters")
	case g.Voting() != nil:
		return problem("blind rating", "Let all of them answer, or abandon it.", "one is going on already")
	case c.ID == "" || g.Ballot(c.ID) != nil:
		return problem("blind rating", "", "%q is not a fresh id", c.ID)
	}
	if g.Workshop == nil {
		g.Ballots = nil
	}
	g.Ballots = put(g.Ballots, Ballot{ID: c.ID, Accounts: slices.Clone(c.Accounts), Instrument: c.Instrument, Verified: c.Verified, Raters: slices.Clone(c.Raters)})
	return nil
}

// SeatedBallot is OpenBallot with some of the workshop's participants as raters, by
// their place on its list: a screen that hides who they are can name nobody.
type SeatedBallot struct {
	OpenBallot
	Seats []int
}

func (c SeatedBallot) apply(d *draft) error {
	w := d.settings().Workshop
	if w == nil {
		return problem("raters", "Begin a workshop first.", "there are no participants")
	}
	c.Raters = nil
	for _, i := range c.Seats {
		if i < 0 || i >= len(w.People) {
			return problem("raters", "Tick them again.", "a participant is gone")
		}
		c.Raters = append(c.Raters, w.People[i].Initials)
	}
	if len(c.Raters) == 0 {
		return problem("raters", "Tick who rates.", "a blind rating needs raters")
	}
	return c.OpenBallot.apply(d)
}

// with is a copy of the ballot with one mark as it is to be: unknown is an
// abstention, and of what all agreed on, that they did not.
func (b Ballot) with(account AccountID, rater string, factor FactorKey, l Level) Ballot {
	b.Marks = maps.Clone(b.Marks)
	if b.Marks == nil {
		b.Marks = map[string]Level{}
	}
	if key := markKey(account, rater, factor); l.Known() || rater != together {
		b.Marks[key] = l
	} else {
		delete(b.Marks, key)
	}
	if len(b.Marks) == 0 {
		b.Marks = nil
	}
	return b
}

// CastMark is one answer of the rater whose turn it is. Its words say nothing of
// the answer.
type CastMark struct {
	Account AccountID
	Factor  FactorKey
	Level   Level
}

// Label implements Change.
func (c CastMark) Label() string { return "blind mark" }

// Where implements Change.
func (c CastMark) Where() Place { return Place{} }

func (c CastMark) apply(d *draft) error {
	g := d.settings()
	b := g.Voting()
	if b == nil {
		return problem("blind rating", "", "nobody is rating now")
	}
	in, f := g.MethodPack().Factor(c.Factor)
	if f == nil || in.Key != b.Instrument || !in.Allows(c.Level) || !slices.Contains(b.Accounts, c.Account) {
		return problem(string(c.Factor), "", "is no question of this rating, or the level is none")
	}
	g.Ballots = put(g.Ballots, b.with(c.Account, b.Rater(), c.Factor, c.Level))
	return nil
}

// PassBallot ends the turn of a rater.
type PassBallot struct{}

// Label implements Change.
func (c PassBallot) Label() string { return "blind rating passed on" }

// Where implements Change.
func (c PassBallot) Where() Place { return Place{} }

func (c PassBallot) apply(d *draft) error {
	g := d.settings()
	b := g.Voting()
	if b == nil {
		return problem("blind rating", "", "nobody is rating now")
	}
	next := *b
	next.Passed++
	g.Ballots = put(g.Ballots, next)
	return nil
}

// ReopenTurn gives the turn back to who passed on last, while others still have to
// answer: somebody passed on too early. Their marks are as they left them.
type ReopenTurn struct{}

// Label implements Change.
func (c ReopenTurn) Label() string { return "blind rating: the last turn again" }

// Where implements Change.
func (c ReopenTurn) Where() Place { return Place{} }

func (c ReopenTurn) apply(d *draft) error {
	g := d.settings()
	b := g.Voting()
	if b == nil || b.Passed == 0 {
		return problem("blind rating", "", "nobody has passed on yet")
	}
	last := *b
	last.Passed--
	g.Ballots = put(g.Ballots, last)
	return nil
}

// CloseBallot ends a blind rating; what was agreed stays. One that is open is
// abandoned with its marks.
type CloseBallot struct{ ID BallotID }

// Label implements Change.
func (c CloseBallot) Label() string { return "end the blind rating" }

// Where implements Change.
func (c CloseBallot) Where() Place { return Place{} }

func (c CloseBallot) apply(d *draft) error {
	g := d.settings()
	g.Ballots = without(g.Ballots, c.ID)
	return nil
}
