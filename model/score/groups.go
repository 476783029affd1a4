package score

import (
	"accord/model"
	"accord/model/pareto"
	"accord/model/ranking"
)

// Grouped are the portfolio's figures per customer group (METHOD §4): the topmost parent
// and all below it are one entry, whose figure is the sum of its known members. Where
// it stands it stands with the index of the topmost parent.
type Grouped struct {
	Revenue, Contribution *Pareto
	Concentration         Concentration
	Partly                int // groups of which a member's revenue is unknown
}

// topOf is the index of the topmost parent of an account; an archived parent still joins
// what is below it.
func (s *Scores) topOf(i int) int {
	at := i
	for range s.local {
		up := s.portfolio.Index(s.portfolio.Accounts()[at].Parent)
		if up < 0 {
			return at
		}
		at = up
	}
	return i // a circle in old data joins nobody
}

// group adds accounts up into their groups.
func (s *Scores) group() *Grouped {
	g := &Grouped{}
	top := make([]int32, len(s.local))
	for i, a := range s.portfolio.Accounts() {
		top[i] = int32(i)
		if a.Parent != "" {
			top[i] = int32(s.topOf(i))
		}
	}
	var partly []bool
	ranking.Together(len(top),
		func() { g.Revenue, partly = s.perGroup(top, revenueOf, s.Revenue) },
		func() { g.Contribution, _ = s.perGroup(top, contributionOf, s.Contribution) })
	for _, yes := range partly {
		if yes {
			g.Partly++
		}
	}
	g.Concentration = pareto.Concentrate(g.Revenue)
	return g
}

// perGroup is the Pareto of one figure per group, and which groups have a member whose
// figure is unknown beside known ones. Where nobody has a parent, groups stand in the
// order of the accounts.
func (s *Scores) perGroup(top []int32, of figure, single *Pareto) (*Pareto, []bool) {
	sums, partly, unknown := make([]model.Num, len(top)), make([]bool, len(top)), make([]bool, len(top))
	there, joined := make([]bool, len(top)), false
	for i := range s.local {
		if s.archived(i) {
			continue
		}
		k, v := top[i], of(s, int32(i))
		there[k], joined = true, joined || int(k) != i
		sums[k], unknown[k] = plus(sums[k], v), unknown[k] || !v.Known
	}
	for i := range sums {
		partly[i] = unknown[i] && sums[i].Known
	}
	order := single.Order
	if joined {
		whole := s.portfolio.Programme().Whole
		for i := range sums {
			sums[i].V = whole(sums[i].V)
		}
		order = ranking.Down(sums, func(i int) bool { return there[i] }, s.portfolio.OrderName)
	}
	return s.paretoOf(order, sums), partly
}

// ByGroup reports whether classes, curves and concentration are shown per group.
func (s *Scores) ByGroup() bool { return s.Settings().PerGroup >= 0.5 }

// ShownRevenue is revenue by account, or by group where the switch says so.
func (s *Scores) ShownRevenue() *Pareto {
	if s.ByGroup() {
		return s.Groups.Revenue
	}
	return s.Revenue
}

// ShownContribution is contribution by account, or by group where the switch says so.
func (s *Scores) ShownContribution() *Pareto {
	if s.ByGroup() {
		return s.Groups.Contribution
	}
	return s.Contribution
}

// ShownConcentration is the concentration of revenue on accounts, or on groups where the
// switch says so.
func (s *Scores) ShownConcentration() Concentration {
	if s.ByGroup() {
		return s.Groups.Concentration
	}
	return s.Concentration
}
