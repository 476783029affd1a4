package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Ballot is a blind rating: several people answer the same questions one after
// the other, and nobody sees the others' answers before all have passed. It is
// part of the programme, so that it is saved as it happens and goes on after a
// restart.
type Ballot struct {
	Account    AccountID        `json:"account"`
	Instrument string           `json:"instrument"`
	Verified   bool             `json:"verified,omitzero"` // the customer's people rate
	Raters     []string         `json:"raters"`            // initials, in turn
	Passed     int              `json:"passed,omitzero"`   // how many have passed
	Marks      map[string]Level `json:"marks,omitzero"`    // by markKey; who abstains has none
}

// Open reports whether somebody still has to answer: marks are secret until then.
func (b *Ballot) Open() bool { return b.Passed < len(b.Raters) }

// Rater is whose turn it is, "" when all have passed.
func (b *Ballot) Rater() string {
	if b.Open() {
		return b.Raters[max(0, b.Passed)]
	}
	return ""
}

func markKey(rater string, factor FactorKey) string { return rater + "/" + string(factor) }

// Mark is the answer of a rater, unknown for an abstention.
func (b *Ballot) Mark(rater string, factor FactorKey) Level { return b.Marks[markKey(rater, factor)] }

// Verdict is what a ballot came to on one question.
type Verdict struct {
	Factor FactorKey
	Marks  []Level // one for each rater, in their order
	Cast   int     // without abstentions
	Median Num     // of those cast, the mean of the middle two when they are even; unknown without any
	Agreed Level   // the median as a level, rounded half up; unknown without any
	Low    Level
	High   Level
	Spread int // high − low, 0 with fewer than two
}

// Verdicts are the results of a ballot, the most disputed question first: by
// spread, then by how far the marks lie from their median, then as the pack has
// them. There are none while it is open.
func (b *Ballot) Verdicts(pack *Pack) []Verdict {
	in := pack.Instrument(b.Instrument)
	if in == nil || b.Open() {
		return nil
	}
	type entry struct {
		Verdict
		away float64
	}
	var all []entry
	for i := range in.Factors {
		v := Verdict{Factor: in.Factors[i].full}
		var cast []float64
		for _, r := range b.Raters {
			l := b.Mark(r, v.Factor)
			v.Marks = append(v.Marks, l)
			if l.Known() {
				cast = append(cast, float64(l.Int()))
			}
		}
		v.Cast, v.Median = len(cast), median(cast)
		e := entry{Verdict: v}
		if len(cast) > 0 {
			low, high := int(slices.Min(cast)), int(slices.Max(cast))
			e.Low, e.High, e.Spread = LevelOf(low), LevelOf(high), high-low
			e.Agreed = LevelOf(int(v.Median.V + 0.5))
			for _, x := range cast {
				e.away += abs(x - v.Median.V)
			}
		}
		all = append(all, e)
	}
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Or(cmp.Compare(b.Spread, a.Spread), cmp.Compare(b.away, a.away)) })
	out := make([]Verdict, len(all))
	for i := range all {
		out[i] = all[i].Verdict
	}
	return out
}

// ParseRaters reads initials as they are typed: separated by commas or blanks, each
// once, in order.
func ParseRaters(text string) ([]string, error) {
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\t' }) {
		if len([]rune(w)) > 12 || strings.Contains(w, "/") {
			return nil, problem("raters", "Type initials, such as AL, BK, CM.", "%q is too long, or has a slash in it", w)
		}
		if slices.ContainsFunc(out, func(x string) bool { return strings.EqualFold(x, w) }) {
			return nil, problem("raters", "Give them different initials.", "%s is there twice", w)
		}
		out = append(out, w)
	}
	if len(out) == 0 || len(out) > 40 {
		return nil, problem("raters", "Type the initials of who rates, such as AL, BK, CM.", "a blind rating needs one to forty raters")
	}
	return out, nil
}

// OpenBallot begins a blind rating of an account.
type OpenBallot struct {
	Account    AccountID
	Instrument string
	Verified   bool
	Raters     []string
}

// Label implements Change.
func (c OpenBallot) Label() string { return "begin a blind rating of " + c.Instrument }

// Where implements Change.
func (c OpenBallot) Where() Place { return Place{Account: c.Account} }

func (c OpenBallot) apply(d *draft) error {
	g := d.settings()
	switch {
	case d.peek(c.Account) == nil:
		return problem("account", "Undo brings it back.", "the account is gone")
	case g.MethodPack().Instrument(c.Instrument) == nil:
		return problem("instrument", "", "the method pack has no %q", c.Instrument)
	case len(c.Raters) == 0:
		return problem("raters", "Type the initials of who rates.", "a blind rating needs raters")
	}
	g.Ballot = &Ballot{Account: c.Account, Instrument: c.Instrument, Verified: c.Verified, Raters: slices.Clone(c.Raters)}
	return nil
}

// CastMark is one answer of the rater whose turn it is. Its words say nothing of
// the answer.
type CastMark struct {
	Factor FactorKey
	Level  Level
}

// Label implements Change.
func (c CastMark) Label() string { return "blind mark" }

// Where implements Change.
func (c CastMark) Where() Place { return Place{} }

func (c CastMark) apply(d *draft) error {
	g := d.settings()
	b := g.Ballot
	if b == nil || !b.Open() {
		return problem("blind rating", "", "nobody is rating now")
	}
	in, f := g.MethodPack().Factor(c.Factor)
	if f == nil || in.Key != b.Instrument || !in.Allows(c.Level) {
		return problem(string(c.Factor), "", "is no question of this rating, or the level is none")
	}
	next := *b
	next.Marks = maps.Clone(b.Marks)
	if next.Marks == nil {
		next.Marks = map[string]Level{}
	}
	if key := markKey(b.Rater(), c.Factor); c.Level.Known() {
		next.Marks[key] = c.Level
	} else {
		delete(next.Marks, key)
	}
	g.Ballot = &next
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
	if g.Ballot == nil || !g.Ballot.Open() {
		return problem("blind rating", "", "nobody is rating now")
	}
	next := *g.Ballot
	next.Passed++
	g.Ballot = &next
	return nil
}

// Agree takes a level over as the account's rating, with the marks in its note so
// that it can be told later how it came about.
type Agree struct {
	Factor FactorKey
	Level  Level
}

// Label implements Change.
func (c Agree) Label() string { return "agreed " + string(c.Factor) + " " + c.Level.String() }

// Where implements Change.
func (c Agree) Where() Place { return Place{Field: string(c.Factor)} }

func (c Agree) apply(d *draft) error {
	g := d.program()
	b := g.Ballot
	if b == nil || b.Open() {
		return problem("blind rating", "", "there is no finished blind rating")
	}
	if err := (SetRating{Account: b.Account, Factor: c.Factor, Verified: b.Verified, Level: c.Level}).apply(d); err != nil {
		return err
	}
	a, err := d.account(b.Account)
	if err != nil {
		return err
	}
	var marks []string
	for _, r := range b.Raters {
		marks = append(marks, r+" "+b.Mark(r, c.Factor).String())
	}
	r := a.Ratings[c.Factor]
	r.Source = "blind rating " + d.today.String() + ": " + strings.Join(marks, ", ")
	setRating(a, c.Factor, r)
	return nil
}

// CloseBallot ends a blind rating; what was agreed stays.
type CloseBallot struct{}

// Label implements Change.
func (c CloseBallot) Label() string { return "end the blind rating" }

// Where implements Change.
func (c CloseBallot) Where() Place { return Place{} }

func (c CloseBallot) apply(d *draft) error {
	d.settings().Ballot = nil
	return nil
}
