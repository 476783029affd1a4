package score

import (
	"slices"

	"accord/model"
	"accord/model/pareto"
	"accord/model/period"
)

// Rescore gives the figures of a portfolio that came from this one by edits.
// It reuses what the edits did not touch and equals Score(p, today).
func (s *Scores) Rescore(p *model.Portfolio, today model.Date) *Scores {
	if s.fixed || today != s.today || p.Len() != s.portfolio.Len() {
		return scoreIn(p, today, s.context.Period, s.fixed)
	}
	if !p.Programme().ScoresAs(s.portfolio.Programme()) {
		return s.reweigh(p)
	}
	n := &Scores{
		portfolio: p,
		today:     today,
		context:   s.context,
		local:     slices.Clone(s.local),
		standing:  slices.Clone(s.standing),
		rated:     slices.Clone(s.rated),
		ranks:     s.ranks,
		Quadrants: s.Quadrants, Provisional: s.Provisional,
		strategic: s.strategic,
		Archived:  s.Archived,
	}
	var changed []int32
	for i, a := range p.Accounts() {
		old := s.portfolio.Accounts()[i]
		if a == old {
			continue
		}
		if a.ID != old.ID || a.Archived != old.Archived || a.Archived && a.Name != old.Name {
			return Of(p, today)
		}
		n.local[i] = scoreLocal(a, p.Programme(), today, s.context, nil, old, s.local[i])
		n.rated[i] = ratedOf(n.local[i])
		changed = append(changed, int32(i))
	}
	if len(changed) > 1+p.Len()/16 || !n.sameContext(s, changed) {
		return Of(p, today)
	}
	n.reclass(s, changed)
	restood := n.restand(s, changed)
	n.ByStrategic = n.reordered(s, s.ByStrategic, changed, strategicOf)
	n.Order = n.reordered(s, s.Order, restood, placeOf)
	n.recount(s, changed)
	if n.Revenue != s.Revenue || slices.ContainsFunc(changed, func(i int32) bool { return n.compared(i) != s.compared(i) }) {
		n.rankRevenue()
	}
	n.relate()
	return n
}

// reclass brings Pareto and concentration to the changed accounts.
func (s *Scores) reclass(old *Scores, changed []int32) {
	s.Revenue, s.Concentration, s.Contribution = old.Revenue, old.Concentration, old.Contribution
	s.Groups, s.covered, s.Before = old.Groups, old.covered, old.Before
	if moved := s.moved(old, changed, revenueOf); moved != nil {
		s.Revenue = s.pareto(s.reorder(old.Revenue.Order, moved, revenueOf), revenueOf)
		s.Concentration = pareto.Concentrate(s.Revenue)
	}
	if moved := s.moved(old, changed, contributionOf); moved != nil {
		s.Contribution = s.pareto(s.reorder(old.Contribution.Order, moved, contributionOf), contributionOf)
	}
	if moved := s.moved(old, changed, beforeOf); moved != nil {
		s.Before = s.pareto(s.reorder(old.Before.Order, moved, beforeOf), beforeOf)
	}
	if s.Revenue != old.Revenue || s.Contribution != old.Contribution || s.regrouped(old, changed) {
		s.Groups, s.covered = s.group(), s.contributionCovers()
	}
}

// regrouped reports whether an edit moved an account under another parent, or renamed one.
func (s *Scores) regrouped(old *Scores, changed []int32) bool {
	return slices.ContainsFunc(changed, func(i int32) bool {
		a, b := s.portfolio.Accounts()[i], old.portfolio.Accounts()[i]
		return a.Parent != b.Parent || s.portfolio.OrderName(i) != old.portfolio.OrderName(i)
	})
}

// restand gives a new standing to the accounts that changed and to those whose
// class did, and lists them.
func (s *Scores) restand(old *Scores, changed []int32) []int32 {
	touched := changed
	if s.Revenue != old.Revenue || s.Contribution != old.Contribution || s.Before != old.Before {
		for i := range s.local {
			if (s.covered != old.covered || s.Revenue.Class[i] != old.Revenue.Class[i] || s.Contribution.Class[i] != old.Contribution.Class[i] || s.Before.Class[i] != old.Before.Class[i]) &&
				!slices.Contains(changed, int32(i)) {
				touched = append(touched, int32(i))
			}
		}
	}
	for _, i := range touched {
		s.standing[i] = s.stand(s.portfolio.Accounts()[i], s.local[i], i)
	}
	return touched
}

// reordered keeps an order in which only the touched accounts may stand elsewhere.
func (s *Scores) reordered(old *Scores, order, touched []int32, of figure) []int32 {
	switch moved := s.moved(old, touched, of); {
	case moved == nil:
		return order
	case len(moved) > manyMoved:
		return s.sorted(of)
	default:
		return s.reorder(order, moved, of)
	}
}

// manyMoved is from how many moved accounts on sorting all is the shorter way.
const manyMoved = 16

// reweigh is Rescore after the programme changed. When only words and weights of
// the method pack did, people, figures and plans keep what they came to.
func (s *Scores) reweigh(p *model.Portfolio) *Scores {
	was, is := s.portfolio.Programme(), p.Programme()
	if *was.Settings() != *is.Settings() || !sameList(was.MethodPack().FunctionPairs(), is.MethodPack().FunctionPairs()) || !sameList(was.Team, is.Team) ||
		!sameList(was.Rates, is.Rates) || was.Currency != is.Currency || was.YearStarts != is.YearStarts ||
		was.Year != is.Year || was.LastTwelve != is.LastTwelve {
		return Of(p, s.today)
	}
	n := &Scores{
		portfolio:     p,
		today:         s.today,
		context:       s.context,
		local:         make([]*Local, p.Len()),
		standing:      make([]*Standing, p.Len()),
		Revenue:       s.Revenue,
		Contribution:  s.Contribution,
		Before:        s.Before,
		Concentration: s.Concentration,
		Archived:      s.Archived,
		Groups:        s.Groups,
		covered:       s.covered,
	}
	pack, before := is.MethodPack(), was.MethodPack()
	for i, a := range p.Accounts() {
		if a != s.portfolio.Accounts()[i] {
			return Of(p, s.today)
		}
		l := *s.local[i]
		l.Judged = judge(a, pack, s.local[i].Judged, before)
		n.local[i] = &l
		n.standing[i] = n.stand(a, &l, int32(i))
	}
	n.rank()
	return n
}

// recount moves the changed accounts from the quadrant they were in to the one
// they are in; when a cut moved, all are counted again.
func (s *Scores) recount(old *Scores, changed []int32) {
	s.cuts()
	if s.ImportanceCut != old.ImportanceCut || s.PositionCut != old.PositionCut {
		s.Quadrants, s.Provisional, s.strategic = [5]int{}, [5]int{}, 0
		for i := range s.local {
			s.count(i)
		}
		return
	}
	for _, i := range changed {
		if s.archived(int(i)) {
			continue
		}
		s.tally(old.QuadrantAt(int(i)), old.local[i].Provisional, -1)
		if old.portfolio.Accounts()[i].Tier == model.Strategic {
			s.strategic--
		}
		s.count(int(i))
	}
}

// sameContext reports whether, after an edit of figures, the period and the sources are
// still those of every other account; changed accounts have their new figures already.
func (s *Scores) sameContext(old *Scores, changed []int32) bool {
	if !slices.ContainsFunc(changed, func(i int32) bool { return s.local[i].Earned != old.local[i].Earned }) {
		return true
	}
	bases := make([]*period.Base, 0, len(s.local))
	for i, l := range s.local {
		if !s.archived(i) {
			bases = append(bases, l.Base)
		}
	}
	s.context = period.NewContext(bases, s.portfolio.Programme(), s.today, nil)
	return s.context.Same(old.context)
}

// moved lists the changed accounts whose place in an order may be another.
func (s *Scores) moved(old *Scores, changed []int32, of figure) []int32 {
	var out []int32
	for _, i := range changed {
		if s.archived(int(i)) {
			continue
		}
		if of(s, i) != of(old, i) || s.portfolio.OrderName(i) != old.portfolio.OrderName(i) {
			out = append(out, i)
		}
	}
	return out
}

// reorder takes the moved accounts out of a sorted order and puts each back by
// binary search. What lies between is moved in one piece.
func (s *Scores) reorder(order, moved []int32, of figure) []int32 {
	out := make([]int32, len(order))
	copy(out, order)
	for _, i := range moved {
		at := slices.Index(out, i)
		out = append(out[:at], out[at+1:]...)
	}
	before := s.before(of)
	for _, i := range moved {
		at, _ := slices.BinarySearchFunc(out, i, before)
		out = slices.Insert(out, at, i)
	}
	return out
}
