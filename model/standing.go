package model

// Standing is what an account comes to when everything about it is put together,
// its place in the portfolio included.
type Standing struct {
	Alignment Num  // 0..100, capped without a C-level sponsor
	Capped    bool // the cap took something away
	Stage     Stage

	Quality Num // 0..100: twenty checks, five points each
	Plan    Num // 0.6·quality + 0.4·execution, known parts
	checks  checkSet

	Commercial       Num // 0..100; unknown without CAGR
	LifetimeValue    Num // reporting currency
	Health           Num // 0..100
	HealthConfidence float64
	Attention        Num // S·(100 − H)/100, 0..100; S while H is unknown
	Flags            Flags
}

// The weights of health H (METHOD §9).
var healthWeights = [7]float64{25, 20, 10, 15, 10, 10, 10}

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
func (s *Scores) stand(a *Account, l *Local, byRevenue, byContribution Class) *Standing {
	set := s.portfolio.programme.Settings()
	t := &Standing{Alignment: l.Team.Score, Stage: StageOf(l.StageSum, l.Revenue), LifetimeValue: LifetimeValue(l.Contribution, set)}
	if t.Alignment.Known && !l.Sponsored && t.Alignment.V > set.SponsorCap {
		t.Alignment, t.Capped = Some(set.SponsorCap), true
	}
	t.plan(l)
	t.Flags = flagsOf(a, l, t.Stage, byRevenue, byContribution, set)
	t.commercial(l)
	balance := Num{100 - abs(l.Asymmetry.V), l.Asymmetry.Known}
	w := healthWeights
	t.Health, t.HealthConfidence = blend(part{l.Relationship.Score, w[0], 1}, part{l.Value.Score, w[1], 1}, part{balance, w[2], 1},
		part{t.Commercial, w[3], 1}, part{Some(l.Insight), w[4], 1}, part{t.Alignment, w[5], 1}, part{t.Plan, w[6], 1})
	if l.Strategic.Known {
		t.Attention = Some(l.Strategic.V * (100 - t.Health.Or(0)) / 100)
	}
	return t
}

// plan is P = 0.6·quality + 0.4·execution over the known parts (METHOD §8).
func (t *Standing) plan(l *Local) {
	t.checks = l.checks
	for i, confidence := range map[int]float64{checkImportance: l.Importance.Confidence, checkPosition: l.Position.Confidence} {
		if confidence >= ratedEnough-roundingError {
			t.checks |= 1 << i
		}
	}
	met := 0
	for i := range PlanChecks {
		if t.checks.has(i) {
			met++
		}
	}
	t.Quality = Some(float64(met * checkPoints))
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
	t.Commercial = Some(min(100, max(0, v)))
}

// CheckMet reports whether the i-th of PlanChecks is met.
func (t *Standing) CheckMet(i int) bool { return t.checks.has(i) }

func abs(v float64) float64 { return max(v, -v) }
