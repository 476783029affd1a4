package model

import (
	"slices"
)

// WithoutOpenMarks is the portfolio without the marks of a blind rating that is
// open, and how many those are: until the last has passed they are nobody's.
func (p *Portfolio) WithoutOpenMarks() (*Portfolio, int) {
	at := slices.IndexFunc(p.Programme().Ballots, func(b Ballot) bool { return b.Open() })
	if at < 0 || len(p.Programme().Ballots[at].Marks) == 0 {
		return p, 0
	}
	g := *p.Programme()
	g.Ballots = slices.Clone(g.Ballots)
	n := len(g.Ballots[at].Marks)
	g.Ballots[at].Marks = nil
	return p.With(nil, nil, &g), n
}
