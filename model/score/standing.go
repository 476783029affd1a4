package score

import (
	"math/bits"
	"slices"

	"accord/model"
)

// Standing is what an account comes to when everything about it is put together,
// its place in the portfolio included.
type Standing struct {
	Alignment model.Num // 0..100, capped without a C-level sponsor
	Capped    bool      // the cap took something away
	Stage     model.Stage

	Quality model.Num // 0..100: twenty checks, five points each
	Plan    model.Num // 0.6·quality + 0.4·execution, known parts
	checks  checkSet

	PlanConfidence float64 // of P, 0..1: the weight of its known parts

	Commercial       model.Num // 0..100; unknown without CAGR
	LifetimeValue    model.Num // reporting currency
	Health           model.Num // H, 0..100; unknown while its confidence is below the bound
	HealthConfidence float64   // of H, 0..1; it stands beside H also while that is unknown
	BareHealth       model.Num // H whatever its confidence: what moves are weighed by
	Attention        model.Num // importance·(100 − H)/100, 0..100, an unknown H counting as 50
	Flags            Flags
}

// healthRows are the parts of health H and what they weigh (METHOD §9).
var healthRows = [...]struct {
	name   string
	weight float64
}{{"relationship", 25}, {"value", 20}, {"balance", 10}, {"commercial", 15}, {"insight", 10}, {"alignment", 10}, {"plan", 10}}

// fullGrowth is the growth a year that makes the commercial score full, and its
// fall that makes it empty; flagCost is what an active flag takes off.
const (
	fullGrowth = 0.20
	flagCost   = 10.0
)

// The weights of plan P (METHOD §8).
const (
	qualityWeight   = 0.6
	executionWeight = 0.4
	checkPoints     = 5
	ratedEnough     = 0.8
)

// stand puts the figures of the i-th account together, with its place in the portfolio by
// revenue and by contribution.
func (s *Scores) stand(a *model.Account, l *Local, i int32) *Standing {
	byRevenue, byContribution, before := s.Revenue.Class[i], s.Contribution.Class[i], s.Before.Class[i]
	set := s.portfolio.Programme().Settings()
	t := &Standing{
		Alignment:     l.Team.Score,
		Stage:         model.StageOf(l.StageSum, neverTraded(l)),
		LifetimeValue: LifetimeValue(l.Contribution, a.Retention, set),
	}
	if t.Alignment.Known && !l.Sponsored && t.Alignment.V > set.SponsorCap {
		t.Alignment, t.Capped = model.Some(set.SponsorCap), true
	}
	t.plan(l, s.Period())
	if !s.covered {
		byContribution = ClassUnknown // too little is known to conclude anything from it (METHOD §3)
	}
	t.Flags = flagsOf(a, l, t.Stage, byRevenue, byContribution, set)
	if l.Stopped && (before == ClassA || before == ClassB) {
		t.Flags |= 1 << StoppedBuying
	}
	t.commercial(l)
	parts := healthParts(a, l, t)
	t.BareHealth, t.HealthConfidence = blend(parts[:]...)
	if t.HealthConfidence >= set.HealthKnown-roundingError {
		t.Health = t.BareHealth
	}
	t.Attention = attention(l.Importance.Score, t.Health)
	return t
}

// neverTraded is the known 0 of an account that never bought anything, which alone is
// exploratory (METHOD §3); unknown for the others.
func neverTraded(l *Local) model.Num {
	if l.Traded {
		return model.Num{}
	}
	return l.Revenue
}

// healthParts are what health H is made of, in the order of healthRows, each with its
// own confidence (METHOD §9). What an account lacks altogether is 0 or unknown: absence.
func healthParts(a *model.Account, l *Local, t *Standing) [len(healthRows)]part {
	there := [len(healthRows)]bool{
		len(a.Seats) > 0, givesValue(a), true, true, len(a.Insights) > 0, true, hasPlan(a),
	}
	values := [len(healthRows)]model.Num{
		l.Relationship.Score,
		l.Value.Score,
		balanceOf(l.Asymmetry),
		t.Commercial,
		l.Insight,
		t.Alignment,
		t.Plan,
	}
	own := [len(healthRows)]float64{
		l.Relationship.Confidence,
		l.Value.Confidence,
		l.StrategicConfidence,
		1,
		1,
		l.Team.Confidence,
		t.PlanConfidence,
	}
	var out [len(healthRows)]part
	for i, v := range values {
		out[i] = part{v, healthRows[i].weight, own[i]}
		if !there[i] {
			out[i].value, out[i].confidence = absence(a.Tier), 1
		}
	}
	return out
}

// absence is what something comes to that is not there at all: 0 for an account in tier
// strategic or key, where it is a gap we can see, else unknown (METHOD §1).
func absence(t model.Tier) model.Num { return model.Num{Known: t == model.Strategic || t == model.Key} }

// givesValue reports a line of what we give them that is agreed at least.
func givesValue(a *model.Account) bool {
	return slices.ContainsFunc(a.Values, func(v model.ValueLine) bool {
		return v.Direction == model.ValueGiven && v.Status >= model.ValueAgreed
	})
}

// hasPlan reports an objective and an action; what is dropped counts nowhere.
func hasPlan(a *model.Account) bool {
	return slices.ContainsFunc(a.Objectives, func(o model.Objective) bool { return o.Status != model.ObjectiveDropped }) &&
		slices.ContainsFunc(a.Actions, func(x model.Action) bool { return x.Status != model.ActionDropped })
}

// balanceOf is 100 − max(0, asymmetry), 0..100: being worth more to them than they are
// to us costs nothing (METHOD §9).
func balanceOf(asymmetry model.Num) model.Num {
	if !asymmetry.Known {
		return model.Num{}
	}
	return model.Some(100 - max(0, asymmetry.V))
}

// unknownHealth is what H counts as in attention and in gains while it is unknown.
const unknownHealth = 50.0

// attention is importance·(100 − H)/100, 0..100: important and badly served comes
// first; unknown without importance (METHOD §9).
func attention(importance, h model.Num) model.Num {
	return model.Num{V: importance.V * (100 - h.Or(unknownHealth)) / 100, Known: importance.Known}
}

// lastPart moves accounts that stand after the others below every attention there is.
const lastPart = 200.0

// placeOf is attention as the list's order sees it: accounts that are provisional or
// without H stand after the others, in each part the unknown ones last (METHOD §9).
func placeOf(s *Scores, i int32) model.Num {
	n, last := s.standing[i].Attention, s.local[i].Provisional || !s.standing[i].Health.Known
	switch {
	case last && !n.Known:
		return n
	case last:
		n.V -= lastPart
	case !n.Known:
		return model.Some(-1.0)
	}
	return n
}

// plan is P = 0.6·quality + 0.4·execution over the known parts (METHOD §8).
func (t *Standing) plan(l *Local, period Period) {
	t.checks = l.checks
	if l.Importance.Confidence >= ratedEnough-roundingError {
		t.checks |= 1 << checkImportance
	}
	if l.Position.Confidence >= ratedEnough-roundingError {
		t.checks |= 1 << checkPosition
	}
	t.checks |= l.Earned.periodChecks(period)
	t.Quality = model.Some(float64(bits.OnesCount32(uint32(t.checks)) * checkPoints))
	t.Plan, t.PlanConfidence = blend(part{t.Quality, qualityWeight, 1}, part{l.Execution, executionWeight, 1})
}

// periodChecks answers what the plan asks of the figures: two years of revenue, none of
// them after the period's, and cost to serve and wallet known for the period (METHOD §8).
func (e *Earned) periodChecks(period Period) (c checkSet) {
	known := 0
	for i := range e.Years {
		if y := &e.Years[i]; y.Revenue.Known && (period.All || y.Year <= period.Year) {
			known++
		}
	}
	if known >= 2 {
		c |= 1 << checkPeriods
	}
	if e.Period != nil && e.Period.CostToServe.Known {
		c |= 1 << checkServe
	}
	if e.Period != nil && e.Period.Wallet.Known {
		c |= 1 << checkWallet
	}
	return c
}

// commercial is 50 + 50·clamp(CAGR/0.20, −1, 1) − 10 for each commercial flag but
// the hidden gem, within 0..100; unknown without CAGR, 0 while the account has stopped
// buying (METHOD §9, §3).
func (t *Standing) commercial(l *Local) {
	if l.Stopped {
		t.Commercial = model.Some(0.0)
		return
	}
	if !l.CAGR.Known {
		return
	}
	v := 50 + 50*min(1, max(-1, l.CAGR.V/fullGrowth))
	for _, f := range []Flag{MarginErosion, VolumeTrap, LosingWallet} {
		if t.Flags.Has(f) {
			v -= flagCost
		}
	}
	t.Commercial = model.Some(min(100, max(0, v)))
}

// CheckMet reports whether the i-th of PlanChecks is met.
func (t *Standing) CheckMet(i int) bool { return t.checks.has(i) }
