package score

import (
	"accord/model"
	"accord/model/exposure"
)

// The figures of the model under the names the second implementation has for them.

func periodWord(s *Scores) string {
	return s.Period().String()
}

func portfolioFigures(s *Scores) map[string]any {
	peak, erosion := s.Contribution.Whale()
	c := s.Concentration
	out := map[string]any{
		"total revenue": s.Revenue.Total, "total contribution": s.Contribution.Total,
		"CR1": c.CR1, "CR3": c.CR3, "CR5": c.CR5, "HHI": c.HHI, "effective number": c.Effective, "Gini": c.Gini,
		"peak": peak, "erosion": erosion, "Spearman": s.Spearman, "living": s.Living(),
		"importance cut": s.ImportanceCut, "position cut": s.PositionCut,
	}
	provisional := 0
	for _, q := range []Quadrant{Partner, Exposed, Leverage, Transact} {
		if n := s.Quadrants[q]; n > 0 {
			out["accounts in "+q.String()] = n
		}
		provisional += s.Provisional[q]
	}
	out["provisional"] = provisional
	out["rated accounts with revenue"] = s.Rated
	out["figures are stale"] = s.Period().Stale(s.Today())
	g := s.Groups.Concentration
	out["CR1 per group"], out["CR3 per group"], out["CR5 per group"] = g.CR1, g.CR3, g.CR5
	out["HHI per group"], out["effective number per group"], out["Gini per group"] = g.HHI, g.Effective, g.Gini
	out["peak per group"], out["erosion per group"] = s.Groups.Contribution.Whale()
	alarm := map[string]bool{}
	for _, a := range s.Alarms {
		alarm[a.Key] = true
	}
	out["alarm size"], out["alarm revenue list"] = alarm["size_guard"], alarm["anti_volume"]
	out["alarm concentration"] = alarm["largest_account"] || alarm["concentration"]
	out["alarm 80:20"] = alarm["pareto_does_not_hold"]
	out["alarm 80:20 by contribution"] = alarm["pareto_of_contribution_does_not_hold"]
	return out
}

func modelOf(s *Scores, a *model.Account) map[string]any {
	l, st := s.Local(a.ID), s.Standing(a.ID)
	r, v := l.Relationship, &l.Value
	fragile := false
	for _, f := range s.Sensitivity() {
		fragile = fragile || f.Account == a.ID
	}
	alone := exposure.Of(a, s.Portfolio().Programme())
	span := l.Period
	if span == nil {
		span = new(YearFigures)
	}
	return map[string]any{
		"wallet": span.Wallet, "share of wallet": span.WalletShare, "headroom": span.Headroom,
		"importance": l.Importance.Score, "confidence of importance": l.Importance.Confidence, "gap of importance": l.Importance.Gap,
		"position": l.Position.Score, "confidence of position": l.Position.Confidence, "gap of position": l.Position.Gap,
		"attractiveness": l.Attractiveness.Score, "strength": l.Strength.Score, "receptivity": l.Receptivity.Score,
		"provisional": l.Provisional,
		"S":           l.Strategic, "confidence of S": l.StrategicConfidence, "asymmetry": l.Asymmetry,
		"tier remark": s.TierAdvice(a.ID) != "", "fragile": fragile,
		"revenue": l.Revenue, "contribution": l.Contribution, "confidence of contribution": l.ContributionConfidence,
		"capacity": l.Capacity, "CAGR": l.CAGR, "lifetime value": st.LifetimeValue,
		"coverage": r.Coverage, "confidence of coverage": r.CoverageConfidence, "support": r.Support, "bow-tie": r.BowTie,
		"thread": r.Thread, "zipper": r.Zipper, "level gap": r.LevelGap, "threads": r.Threads, "R": r.Score,
		"confidence of R": r.Confidence, "status": int(r.Status), "without cover": len(r.WithoutCover),
		"without support": len(r.WithoutSupport), "unfilled": len(r.Unfilled), "stale ties": len(r.Stale),
		"exposed": len(alone.Only),
		"given":   v.Given, "received": v.Received, "exchange ratio": v.Ratio, "verified share": v.VerifiedShare,
		"beyond product": v.BeyondProduct, "freshness": v.Freshness, "V": v.Score, "confidence of V": v.Confidence, "I": l.Insight,
		"alignment": st.Alignment, "capped": st.Capped, "quality": st.Quality, "execution": l.Execution, "P": st.Plan,
		"commercial": st.Commercial, "H": st.Health, "confidence of H": st.HealthConfidence, "attention": st.Attention,
	}
}

func lossFigures(l Loss) map[string]any {
	return map[string]any{
		"loss: revenue": l.Revenue, "loss: revenue share": l.RevenueShare,
		"loss: contribution": l.Contribution, "loss: contribution share": l.ContribShare,
		"loss: revenue known of": l.Known.Revenue, "loss: contribution known of": l.Known.Contribution,
		"loss: headroom known of": l.Known.Headroom, "loss: capacity known of": l.Known.Idle,
		"loss: capacity share": l.IdleShare, "loss: headroom share": l.HeadroomShare,
		"loss: headroom": l.Headroom, "loss: capacity": l.Idle,
		"loss: CR1 afterwards": l.After.CR1, "loss: CR3 afterwards": l.After.CR3, "loss: CR5 afterwards": l.After.CR5,
		"loss: HHI afterwards": l.After.HHI, "loss: effective number afterwards": l.After.Effective,
		"loss: Gini afterwards": l.After.Gini,
	}
}
