package model

import (
	"maps"
	"slices"
	"strings"
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

// with is a copy of the ballot with one mark as it is to be.
func (b Ballot) with(account AccountID, rater string, factor FactorKey, l Level) Ballot {
	b.Marks = maps.Clone(b.Marks)
	if b.Marks == nil {
		b.Marks = map[string]Level{}
	}
	if key := markKey(account, rater, factor); l.Known() {
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

// Agree takes a level over as the account's rating, with the marks as its source so
// that it can be told later how it came about.
type Agree struct {
	Ballot  BallotID
	Account AccountID
	Factor  FactorKey
	Level   Level
}

// Label implements Change.
func (c Agree) Label() string { return "agreed " + string(c.Factor) + " " + c.Level.String() }

// Where implements Change.
func (c Agree) Where() Place { return Place{Account: c.Account, Field: string(c.Factor)} }

func (c Agree) apply(d *draft) error {
	g := d.settings()
	b := g.Ballot(c.Ballot)
	if b == nil || b.Open() || !slices.Contains(b.Accounts, c.Account) {
		return problem("blind rating", "", "there is no finished blind rating of this")
	}
	if err := (SetRating{Account: c.Account, Factor: c.Factor, Verified: b.Verified, Level: c.Level}).apply(d); err != nil {
		return err
	}
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	r := a.Ratings[c.Factor]
	r.Source = "blind rating " + d.today.String() + ": " + b.words(c.Account, c.Factor)
	setRating(a, c.Factor, r)
	g.Ballots = put(g.Ballots, b.with(c.Account, together, c.Factor, c.Level))
	return nil
}

// words are all marks on a question: AL 5, BK 1, CM –.
func (b *Ballot) words(account AccountID, factor FactorKey) string {
	var marks []string
	for _, r := range b.Raters {
		marks = append(marks, r+" "+b.Mark(account, r, factor).String())
	}
	return strings.Join(marks, ", ")
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
