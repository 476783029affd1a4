package score

import (
	"math/bits"

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

	Commercial       model.Num // 0..100; unknown without CAGR
	LifetimeValue    model.Num // reporting currency
	Health           model.Num // 0..100
	HealthConfidence float64
	Attention        model.Num // S·(100 − H)/100, 0..100; S while H is unknown
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

// stand puts an account's figures together. The classes are its place in the
// portfolio by revenue and by contribution.
func (s *Scores) stand(a *model.Account, l *Local, byRevenue, byContribution Class) *Standing {
	set := s.portfolio.Programme().Settings()
	t := &Standing{
		Alignment:     l.Team.Score,
		Stage:         model.StageOf(l.StageSum, l.Revenue),
		LifetimeValue: LifetimeValue(l.Contribution, set),
	}
	if t.Alignment.Known && !l.Sponsored && t.Alignment.V > set.SponsorCap {
		t.Alignment, t.Capped = model.Some(set.SponsorCap), true
	}
	t.plan(l)
	if !s.covered {
		byContribution = ClassUnknown // too little is known to conclude anything from it (METHOD §3)
	}
	t.Flags = flagsOf(a, l, t.Stage, byRevenue, byContribution, set)
	t.commercial(l)
	parts := healthParts(l, t)
	t.Health, t.HealthConfidence = blend(parts[:]...)
	t.Attention = attention(l.Strategic, t.Health)
	return t
}

// healthParts are what health H is made of, in the order of healthRows.
func healthParts(l *Local, t *Standing) [len(healthRows)]part {
	balance := model.Num{V: 100 - model.Abs(l.Asymmetry.V), Known: l.Asymmetry.Known}
	values := [len(healthRows)]model.Num{
		l.Relationship.Score,
		l.Value.Score,
		balance,
		t.Commercial,
		model.Some(l.Insight),
		t.Alignment,
		t.Plan,
	}
	var out [len(healthRows)]part
	for i, v := range values {
		out[i] = part{v, healthRows[i].weight, 1}
	}
	return out
}

// attention is S·(100 − H)/100, 0..100: important and badly served comes first;
// S while H is unknown, unknown without S (METHOD §9).
func attention(s, h model.Num) model.Num {
	return model.Num{V: s.V * (100 - h.Or(0)) / 100, Known: s.Known}
}

// plan is P = 0.6·quality + 0.4·execution over the known parts (METHOD §8).
func (t *Standing) plan(l *Local) {
	t.checks = l.checks
	if l.Importance.Confidence >= ratedEnough-roundingError {
		t.checks |= 1 << checkImportance
	}
	if l.Position.Confidence >= ratedEnough-roundingError {
		t.checks |= 1 << checkPosition
	}
	t.Quality = model.Some(float64(bits.OnesCount32(uint32(t.checks)) * checkPoints))
	t.Plan, _ = blend(part{t.Quality, qualityWeight, 1}, part{l.Execution, executionWeight, 1})
}

// commercial is 50 + 50·clamp(CAGR/0.20, −1, 1) − 10 for each commercial flag but
// the hidden gem, within 0..100; unknown without CAGR (METHOD §9).
func (t *Standing) commercial(l *Local) {
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
