package score

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"accord/model"
	"accord/model/pareto"
	"accord/model/period"
	"accord/model/ranking"
	"accord/model/words"
)

// Scores are all figures of one portfolio on one day. They are never stored as
// truth: they can always be computed again, and Rescore only saves the work of
// what an edit did not touch.
type Scores struct {
	portfolio *model.Portfolio
	today     model.Date
	context   *period.Context // what all accounts together say about the period
	fixed     bool            // the period was asked for rather than chosen
	local     []*Local
	standing  []*Standing
	rated     []float64      // by account index: S where it is compared with revenue, else NaN
	ranks     *ranking.Ranks // of the rated accounts by revenue
	strategic int            // accounts in tier strategic

	Revenue       *Pareto
	Contribution  *Pareto
	Before        *Pareto // revenue of the period before: the last 12 months before these, or the year before
	Concentration Concentration
	Groups        *Grouped  // the same per customer group
	covered       bool      // contribution is known for enough of the revenue (METHOD §3)
	Spearman      model.Num // revenue against S; unknown below 8 accounts
	Rated         int       // accounts with both that are not provisional
	ImportanceCut float64
	PositionCut   float64
	Quadrants     [5]int  // accounts per quadrant, without the provisional ones
	Provisional   [5]int  // accounts whose quadrant is provisional, per quadrant (METHOD §2)
	ByStrategic   []int32 // S descending, unknown last, then name
	Order         []int32 // the list's default order: attention descending, what is known for too little after it
	Archived      []int32 // the archived accounts by name; they are in no order above
	Alarms        []Alarm
}

// ratedOf is S of an account that has a revenue and is not provisional, else NaN: what
// is provisional is in no alarm (METHOD §2).
func ratedOf(l *Local) float64 {
	if l.Provisional || !l.Revenue.Known {
		return math.NaN()
	}
	return l.Strategic.Or(math.NaN())
}

// compared reports whether the i-th account has both a revenue and a firm S.
func (s *Scores) compared(i int32) bool { return !math.IsNaN(s.rated[i]) }

// Alarm is a sentence about the portfolio that a director should hear.
type Alarm struct{ Key, Text string }

// Score computes all figures from scratch, in the default period.
func Of(p *model.Portfolio, today model.Date) *Scores { return scoreIn(p, today, Period{}, false) }

// ScorePeriod computes all figures from scratch for a chosen period.
func OfPeriod(p *model.Portfolio, today model.Date, period Period) *Scores {
	return scoreIn(p, today, period, true)
}

func scoreIn(p *model.Portfolio, today model.Date, span Period, fixed bool) *Scores {
	asked := &span
	if !fixed {
		asked = nil
	}
	return scoreOf(p, today, fixed, func(living []*period.Base) *period.Context {
		return period.NewContext(living, p.Programme(), today, asked)
	})
}

// scoreOf computes all figures from scratch in the context that the accounts make, or in
// one that is known already.
func scoreOf(p *model.Portfolio, today model.Date, fixed bool, context func([]*period.Base) *period.Context) *Scores {
	s := &Scores{portfolio: p, today: today, fixed: fixed, local: make([]*Local, p.Len())}
	s.setAside()
	bases, living := make([]*period.Base, p.Len()), make([]*period.Base, 0, p.Len())
	ranking.Each(p.Len(), func(i int) { bases[i] = period.NewBase(p.At(i), p.Programme(), today) })
	for i, a := range p.Accounts() {
		if !a.Archived {
			living = append(living, bases[i])
		}
	}
	s.context = context(living)
	ranking.Each(p.Len(), func(i int) {
		s.local[i] = scoreLocal(p.At(i), p.Programme(), today, s.context, bases[i], nil, nil)
	})
	s.classify()
	s.standing = make([]*Standing, p.Len())
	ranking.Each(p.Len(), func(i int) { s.standing[i] = s.stand(p.At(i), s.local[i], int32(i)) })
	s.rank()
	return s
}

// classify makes classes, concentration and groups from scratch.
func (s *Scores) classify() {
	ranking.Together(len(s.local),
		func() { s.Revenue = s.pareto(s.sorted(revenueOf), revenueOf) },
		func() { s.Contribution = s.pareto(s.sorted(contributionOf), contributionOf) },
		func() { s.Before = s.pareto(s.sorted(beforeOf), beforeOf) })
	s.Concentration = pareto.Concentrate(s.Revenue)
	s.Groups, s.covered = s.group(), s.contributionCovers()
}

// pareto classes accounts in an order by a figure.
func (s *Scores) pareto(order []int32, of figure) *Pareto { return s.paretoOf(order, s.values(of)) }

// paretoOf classes entries in an order by their values.
func (s *Scores) paretoOf(order []int32, values []model.Num) *Pareto {
	return pareto.New(order, values, s.portfolio.Programme().Whole)
}

// rank makes what follows from the scores of all accounts, from scratch.
func (s *Scores) rank() {
	s.rated = make([]float64, len(s.local))
	for i, l := range s.local {
		s.rated[i] = ratedOf(l)
	}
	s.rankRevenue()
	ranking.Together(len(s.local),
		func() { s.ByStrategic = s.sorted(strategicOf) },
		func() { s.Order = s.sorted(placeOf) })
	s.cuts()
	s.Quadrants, s.Provisional, s.strategic = [5]int{}, [5]int{}, 0
	for i := range s.local {
		s.count(i)
	}
	s.relate()
}

// figure is one number of the i-th account.
type figure func(s *Scores, i int32) model.Num

func revenueOf(s *Scores, i int32) model.Num      { return s.local[i].Revenue }
func contributionOf(s *Scores, i int32) model.Num { return s.local[i].Contribution }
func beforeOf(s *Scores, i int32) model.Num       { return s.local[i].Before }
func strategicOf(s *Scores, i int32) model.Num    { return s.local[i].Strategic }

// values are a figure of all accounts; the archived ones have none.
func (s *Scores) values(of figure) []model.Num {
	out := make([]model.Num, len(s.local))
	for i := range s.local {
		out[i] = of(s, int32(i))
	}
	for _, i := range s.Archived {
		out[i] = model.Num{}
	}
	return out
}

// setAside finds the archived accounts (METHOD §4: they are nowhere).
func (s *Scores) setAside() {
	s.Archived = nil
	for i, a := range s.portfolio.Accounts() {
		if a.Archived {
			s.Archived = append(s.Archived, int32(i))
		}
	}
	slices.SortFunc(s.Archived, func(a, b int32) int {
		return cmp.Or(strings.Compare(s.portfolio.OrderName(a), s.portfolio.OrderName(b)), int(a-b))
	})
}

// archived reports whether the i-th account is out of all figures.
func (s *Scores) archived(i int) bool {
	return len(s.Archived) > 0 && s.portfolio.Accounts()[i].Archived
}

// Living is how many accounts the figures of the portfolio are about.
func (s *Scores) Living() int { return len(s.local) - len(s.Archived) }

// before orders two accounts: larger value first, unknown last, then by name.
func (s *Scores) before(of figure) func(a, b int32) int {
	return func(a, b int32) int {
		return cmp.Or(compareDesc(of(s, a), of(s, b)),
			strings.Compare(s.portfolio.OrderName(a), s.portfolio.OrderName(b)), int(a-b))
	}
}

func compareDesc(a, b model.Num) int {
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

func (s *Scores) sorted(of figure) []int32 {
	values := make([]model.Num, len(s.local))
	for i := range values {
		values[i] = of(s, int32(i))
	}
	return ranking.Down(values, func(i int) bool { return !s.archived(i) }, s.portfolio.OrderName)
}

// count adds an account to the counts by quadrant and tier.
func (s *Scores) count(i int) {
	if s.archived(i) {
		return
	}
	s.tally(s.QuadrantAt(i), s.local[i].Provisional, 1)
	if s.portfolio.Accounts()[i].Tier == model.Strategic {
		s.strategic++
	}
}

// tally counts an account into its quadrant, or out of it.
func (s *Scores) tally(q Quadrant, provisional bool, by int) {
	if provisional {
		s.Provisional[q] += by
	} else {
		s.Quadrants[q] += by
	}
}

// relate computes what depends on all accounts together.
func (s *Scores) relate() {
	s.Spearman = s.spearman()
	s.Alarms = s.alarms(s.strategic)
}

func (s *Scores) cuts() {
	g := s.portfolio.Programme()
	s.ImportanceCut, s.PositionCut = g.FixedCut(), g.FixedCut()
	if !g.MedianCut {
		return
	}
	var imp, pos []float64
	for i, l := range s.local {
		if s.archived(i) {
			continue
		}
		if firm(&l.Importance, s.Settings()) {
			imp = append(imp, l.Importance.Score.V)
		}
		if firm(&l.Position, s.Settings()) {
			pos = append(pos, l.Position.Score.V)
		}
	}
	s.ImportanceCut = model.Median(imp).Or(s.ImportanceCut)
	s.PositionCut = model.Median(pos).Or(s.PositionCut)
}

// coverEnough is the share of the portfolio's revenue for which contribution must be
// known before anything is concluded from its classes (METHOD §3).
const coverEnough = 0.6

// contributionCovers reports whether contribution is known for enough of the revenue.
func (s *Scores) contributionCovers() bool {
	sum := 0.0
	for _, i := range s.Revenue.Order[:s.Revenue.Known] {
		if l := s.local[i]; l.Contribution.Known {
			sum += max(0, l.Revenue.V)
		}
	}
	return s.Revenue.Base > 0 && sum >= (coverEnough-roundingError)*s.Revenue.Base
}

// minSpearman is the fewest accounts for which the anti-volume alarm speaks.
const minSpearman = 8

// rankRevenue ranks the compared accounts by revenue.
func (s *Scores) rankRevenue() {
	ids, values := make([]int32, 0, len(s.local)), make([]float64, 0, len(s.local))
	for _, i := range s.Revenue.Order[:s.Revenue.Known] {
		if s.compared(i) {
			ids, values = append(ids, i), append(values, s.local[i].Revenue.V)
		}
	}
	s.ranks = ranking.Of(ids, values, len(s.local))
}

// spearman correlates the ranks of revenue and S over the compared accounts.
func (s *Scores) spearman() model.Num {
	if s.Rated = s.ranks.N; s.Rated < minSpearman {
		return model.Num{}
	}
	return s.ranks.Spearman(s.ByStrategic, s.rated)
}

// Portfolio is what was scored.
func (s *Scores) Portfolio() *model.Portfolio { return s.portfolio }

func (s *Scores) Settings() *model.Settings { return s.portfolio.Programme().Settings() }

// Period is the span the revenue figures are about.
func (s *Scores) Period() Period { return s.context.Period }

// Today is the day the figures are for.
func (s *Scores) Today() model.Date { return s.today }

// Local are the figures of one account by itself; nil when it is not there.
func (s *Scores) Local(id model.AccountID) *Local {
	if i := s.portfolio.Index(id); i >= 0 {
		return s.local[i]
	}
	return nil
}

// LocalAt are the figures of the i-th account in the portfolio's stable order.
func (s *Scores) LocalAt(i int) *Local { return s.local[i] }

// Standing is what an account comes to altogether; nil when it is not there.
func (s *Scores) Standing(id model.AccountID) *Standing {
	if i := s.portfolio.Index(id); i >= 0 {
		return s.standing[i]
	}
	return nil
}

// StandingAt is the standing of the i-th account.
func (s *Scores) StandingAt(i int) *Standing { return s.standing[i] }

// QuadrantAt is the quadrant of the i-th account.
func (s *Scores) QuadrantAt(i int) Quadrant {
	l := s.local[i]
	return quadrantOf(l.Importance.Score, l.Position.Score, s.ImportanceCut, s.PositionCut)
}

// QuadrantWordAt is the quadrant in a word, with ? while it is provisional.
func (s *Scores) QuadrantWordAt(i int) string {
	if s.local[i].Provisional {
		return words.Here(s.QuadrantAt(i).String()) + "?"
	}
	return words.Here(s.QuadrantAt(i).String())
}

// Crossed reports whether an account stands in another quadrant than it did; one that
// is provisional on either side crosses none (METHOD §2).
func (s *Scores) Crossed(was *Scores, id model.AccountID) bool {
	a, b := was.Local(id), s.Local(id)
	return a != nil && b != nil && !a.Provisional && !b.Provisional && was.Quadrant(id) != s.Quadrant(id)
}

// Quadrant is the quadrant of an account.
func (s *Scores) Quadrant(id model.AccountID) Quadrant {
	if i := s.portfolio.Index(id); i >= 0 {
		return s.QuadrantAt(i)
	}
	return QuadrantUnknown
}

// Suggestion is the level that the figures suggest for a factor, unknown where
// none is (METHOD §1). It is shown beside the rating and never applied silently.
func (s *Scores) Suggestion(id model.AccountID, f model.FactorKey) model.Level {
	l := s.Local(id)
	if l == nil {
		return model.UnknownLevel
	}
	switch f {
	case "importance.profitability":
		return bands(s.Settings().PortfolioBands).level(s.Contribution.Share(l.Contribution))
	case "importance.capacity":
		return bands(s.Settings().PortfolioBands).level(l.Capacity)
	case "position.spend_share":
		if l.Period != nil {
			return bands(s.Settings().WalletBands).level(l.Period.WalletShare)
		}
	}
	return model.UnknownLevel
}

// TierAdvice is a sentence when tier and quadrant disagree, else "".
func (s *Scores) TierAdvice(id model.AccountID) string {
	a, q := s.portfolio.Account(id), s.Quadrant(id)
	if a == nil || q == QuadrantUnknown || s.Local(id).Provisional || slices.Contains(expectedTiers[q], a.Tier) {
		return ""
	}
	wording := make([]string, 0, 3)
	for _, t := range expectedTiers[q] {
		wording = append(wording, words.Here(t.String()))
	}
	return words.T("score.tier-but-suggests", words.Here(a.Tier.String()), words.Here(q.String()), strings.Join(wording, " or "))
}
