package model

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Scores are all figures of one portfolio on one day. They are never stored as
// truth: they can always be computed again, and Rescore only saves the work of
// what an edit did not touch.
type Scores struct {
	portfolio *Portfolio
	today     Date
	period    Period
	fixed     bool // the period was asked for rather than chosen
	local     []*Local
	both      []pair // by account index, beside local: what ranking looks at, close together in memory
	strategic int    // accounts in tier strategic

	Revenue       *Pareto
	Contribution  *Pareto
	Concentration Concentration
	Spearman      Num // revenue against S; unknown below 8 accounts
	ImportanceCut float64
	PositionCut   float64
	Quadrants     [5]int  // accounts per quadrant
	Order         []int32 // the list's default order: S descending, unknown last, then name
	Alarms        []Alarm
}

// pair is an account's revenue and S, NaN where unknown.
type pair struct{ revenue, strategic float64 }

func (p pair) known() bool { return p.revenue == p.revenue && p.strategic == p.strategic }

func pairOf(l *Local) pair {
	return pair{l.Revenue.Or(math.NaN()), l.Strategic.Or(math.NaN())}
}

// Alarm is a sentence about the portfolio that a director should hear.
type Alarm struct{ Key, Text string }

// Score computes all figures from scratch, in the default period.
func Score(p *Portfolio, today Date) *Scores { return scoreIn(p, today, Period{}, false) }

// ScorePeriod computes all figures from scratch for a chosen period.
func ScorePeriod(p *Portfolio, today Date, period Period) *Scores {
	return scoreIn(p, today, period, true)
}

func scoreIn(p *Portfolio, today Date, period Period, fixed bool) *Scores {
	s := &Scores{portfolio: p, today: today, period: period, fixed: fixed, local: make([]*Local, p.Len())}
	for i, a := range p.accounts {
		s.local[i] = scoreLocal(a, p.programme, today, period)
	}
	s.choosePeriod()
	s.both = make([]pair, len(s.local))
	for i, l := range s.local {
		s.both[i] = pairOf(l)
	}
	s.Revenue = newPareto(s.sorted(revenueOf), s.values(revenueOf))
	s.Contribution = newPareto(s.sorted(contributionOf), s.values(contributionOf))
	s.Concentration = concentration(s.Revenue)
	s.Order = s.sorted(strategicOf)
	s.cuts()
	for i := range s.local {
		s.count(i)
	}
	s.relate()
	return s
}

// choosePeriod settles the default period and brings every account to it.
func (s *Scores) choosePeriod() {
	if s.fixed {
		return
	}
	if period := defaultPeriod(s.local); period != s.period {
		s.period = period
		for _, l := range s.local {
			l.inPeriod(period)
		}
	}
}

func revenueOf(l *Local) Num      { return l.Revenue }
func contributionOf(l *Local) Num { return l.Contribution }
func strategicOf(l *Local) Num    { return l.Strategic }

func (s *Scores) values(of func(*Local) Num) []Num {
	out := make([]Num, len(s.local))
	for i, l := range s.local {
		out[i] = of(l)
	}
	return out
}

// before orders two accounts: larger value first, unknown last, then by name.
func (s *Scores) before(of func(*Local) Num) func(a, b int32) int {
	return func(a, b int32) int {
		return cmp.Or(compareDesc(of(s.local[a]), of(s.local[b])),
			strings.Compare(s.portfolio.accounts[a].Name, s.portfolio.accounts[b].Name), int(a-b))
	}
}

func compareDesc(a, b Num) int {
	switch {
	case a.Known && b.Known:
		return cmp.Compare(b.V, a.V)
	case a.Known:
		return -1
	case b.Known:
		return 1
	}
	return 0
}

func (s *Scores) sorted(of func(*Local) Num) []int32 {
	order := make([]int32, len(s.local))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, s.before(of))
	return order
}

// Rescore gives the figures of a portfolio that came from this one by edits.
// It reuses what the edits did not touch and equals Score(p, today).
func (s *Scores) Rescore(p *Portfolio, today Date) *Scores {
	if s.fixed || today != s.today || p.programme != s.portfolio.programme || p.Len() != s.portfolio.Len() {
		return scoreIn(p, today, Period{}, s.fixed)
	}
	n := &Scores{portfolio: p, today: today, period: s.period, local: slices.Clone(s.local), both: slices.Clone(s.both), Quadrants: s.Quadrants, strategic: s.strategic}
	var changed []int32
	for i, a := range p.accounts {
		old := s.portfolio.accounts[i]
		if a == old {
			continue
		}
		if a.ID != old.ID {
			return Score(p, today)
		}
		n.local[i] = scoreLocal(a, p.programme, today, s.period)
		n.both[i] = pairOf(n.local[i])
		changed = append(changed, int32(i))
	}
	if len(changed) > 1+p.Len()/16 || n.periodMoved(s, changed) {
		return Score(p, today)
	}
	n.Revenue, n.Concentration = s.Revenue, s.Concentration
	if moved := n.moved(s, changed, revenueOf); moved != nil {
		n.Revenue = newPareto(n.reorder(s.Revenue.Order, moved, revenueOf), n.values(revenueOf))
		n.Concentration = concentration(n.Revenue)
	}
	n.Contribution = s.Contribution
	if moved := n.moved(s, changed, contributionOf); moved != nil {
		n.Contribution = newPareto(n.reorder(s.Contribution.Order, moved, contributionOf), n.values(contributionOf))
	}
	n.Order = s.Order
	if moved := n.moved(s, changed, strategicOf); moved != nil {
		n.Order = n.reorder(s.Order, moved, strategicOf)
	}
	n.recount(s, changed)
	n.relate()
	return n
}

// recount moves the changed accounts from the quadrant they were in to the one
// they are in; when a cut moved, all are counted again.
func (s *Scores) recount(old *Scores, changed []int32) {
	s.cuts()
	if s.ImportanceCut != old.ImportanceCut || s.PositionCut != old.PositionCut {
		s.Quadrants, s.strategic = [5]int{}, 0
		for i := range s.local {
			s.count(i)
		}
		return
	}
	for _, i := range changed {
		s.Quadrants[old.QuadrantAt(int(i))]--
		if old.portfolio.accounts[i].Tier == Strategic {
			s.strategic--
		}
		s.count(int(i))
	}
}

// count adds an account to the counts by quadrant and tier.
func (s *Scores) count(i int) {
	s.Quadrants[s.QuadrantAt(i)]++
	if s.portfolio.accounts[i].Tier == Strategic {
		s.strategic++
	}
}

// periodMoved reports whether an edit changed which years have revenue, so that
// the default period has to be chosen again.
func (s *Scores) periodMoved(old *Scores, changed []int32) bool {
	for _, i := range changed {
		a, b := s.local[i].Years, old.local[i].Years
		if len(a) != len(b) {
			return true
		}
		for k := range a {
			if a[k].Year != b[k].Year || a[k].Closed != b[k].Closed || a[k].Revenue.Known != b[k].Revenue.Known {
				return true
			}
		}
	}
	return false
}

// moved lists the changed accounts whose place in an order may be another.
func (s *Scores) moved(old *Scores, changed []int32, of func(*Local) Num) []int32 {
	var out []int32
	for _, i := range changed {
		if of(s.local[i]) != of(old.local[i]) || s.portfolio.accounts[i].Name != old.portfolio.accounts[i].Name {
			out = append(out, i)
		}
	}
	return out
}

// reorder takes the moved accounts out of a sorted order and puts each back by
// binary search.
func (s *Scores) reorder(order, moved []int32, of func(*Local) Num) []int32 {
	out := make([]int32, 0, len(order))
	for _, i := range order {
		if !slices.Contains(moved, i) {
			out = append(out, i)
		}
	}
	before := s.before(of)
	for _, i := range moved {
		at, _ := slices.BinarySearchFunc(out, i, before)
		out = slices.Insert(out, at, i)
	}
	return out
}

// relate computes what depends on all accounts together.
func (s *Scores) relate() {
	s.Spearman = s.spearman()
	s.Alarms = s.alarms(s.strategic)
}

func (s *Scores) cuts() {
	g := s.portfolio.programme
	s.ImportanceCut, s.PositionCut = g.FixedCut(), g.FixedCut()
	if !g.MedianCut {
		return
	}
	var imp, pos []float64
	for _, l := range s.local {
		if l.Importance.Score.Known {
			imp = append(imp, l.Importance.Score.V)
		}
		if l.Position.Score.Known {
			pos = append(pos, l.Position.Score.V)
		}
	}
	s.ImportanceCut = median(imp).Or(s.ImportanceCut)
	s.PositionCut = median(pos).Or(s.PositionCut)
}

// minSpearman is the fewest accounts for which the anti-volume alarm speaks.
const minSpearman = 8

// spearman correlates the ranks of revenue and S over accounts that have both.
// Both orders are sorted already, so ranks cost one pass each: first the revenue
// ranks by account, then down the order of S.
func (s *Scores) spearman() Num {
	ids, values := make([]int32, 0, len(s.local)), make([]float64, 0, len(s.local))
	for _, i := range s.Revenue.Order[:s.Revenue.Known] {
		if s.both[i].known() {
			ids, values = append(ids, i), append(values, s.both[i].revenue)
		}
	}
	if len(ids) < minSpearman {
		return Num{}
	}
	byAccount := make([]float64, len(s.local))
	for k, r := range ranks(values) {
		byAccount[ids[k]] = r
	}
	values = values[:0]
	revenue := make([]float64, 0, len(ids))
	for _, i := range s.Order {
		if s.both[i].known() {
			values, revenue = append(values, s.both[i].strategic), append(revenue, byAccount[i])
		}
	}
	return pearson(revenue, ranks(values))
}

// Portfolio is what was scored.
func (s *Scores) Portfolio() *Portfolio { return s.portfolio }

// Period is the span the revenue figures are about.
func (s *Scores) Period() Period { return s.period }

// Today is the day the figures are for.
func (s *Scores) Today() Date { return s.today }

// Local are the figures of one account by itself; nil when it is not there.
func (s *Scores) Local(id AccountID) *Local {
	if i := s.portfolio.Index(id); i >= 0 {
		return s.local[i]
	}
	return nil
}

// LocalAt are the figures of the i-th account in the portfolio's stable order.
func (s *Scores) LocalAt(i int) *Local { return s.local[i] }

// QuadrantAt is the quadrant of the i-th account.
func (s *Scores) QuadrantAt(i int) Quadrant {
	l := s.local[i]
	return quadrantOf(l.Importance.Score, l.Position.Score, s.ImportanceCut, s.PositionCut)
}

// Quadrant is the quadrant of an account.
func (s *Scores) Quadrant(id AccountID) Quadrant {
	if i := s.portfolio.Index(id); i >= 0 {
		return s.QuadrantAt(i)
	}
	return QuadrantUnknown
}

// Suggestion is the level that the figures suggest for a factor, unknown where
// none is (METHOD §1). It is shown beside the rating and never applied silently.
func (s *Scores) Suggestion(id AccountID, f FactorKey) Level {
	l := s.Local(id)
	if l == nil {
		return UnknownLevel
	}
	switch f {
	case "importance.profitability":
		return portfolioBands.level(s.Contribution.Share(l.Contribution))
	case "importance.capacity":
		return portfolioBands.level(l.Capacity)
	case "position.spend_share":
		if l.Period != nil {
			return walletBands.level(l.Period.WalletShare)
		}
	}
	return UnknownLevel
}

// TierAdvice is a sentence when tier and quadrant disagree, else "".
func (s *Scores) TierAdvice(id AccountID) string {
	a, q := s.portfolio.Account(id), s.Quadrant(id)
	if a == nil || q == QuadrantUnknown || slices.Contains(expectedTiers[q], a.Tier) {
		return ""
	}
	words := make([]string, 0, 3)
	for _, t := range expectedTiers[q] {
		words = append(words, t.String())
	}
	return "tier " + a.Tier.String() + ", but " + q.String() + " suggests " + strings.Join(words, " or ")
}
