package reference

import (
	"math"

	"accord/model"
)

// One account put together, its place in the portfolio included.

// Account is the figures of one account.
type Account struct {
	Figures map[string]float64
	Words   map[string]string
	Checks  [20]bool
	Flags   map[string]bool
	parts   [7]Part
}

// place is what the portfolio says about an account.
type place struct{ byRevenue, byContribution, before string }

func (w *world) account(a *model.Account, e earned, in place, contributionKnown float64) *Account {
	t, p := w.standing(a), w.people(a)
	v, i := w.worth(a, e.contribution), w.insight(a)
	alignment, alignmentSure, capped := w.alignment(a)
	stage, off := w.stage(a, e.revenue)
	out := &Account{Checks: w.checks(a, e, t)}
	quality := 0.0
	for _, yes := range out.Checks {
		quality += 5 * one(yes)
	}
	execution := w.execution(a)
	plan, planSure := quality, 0.6
	if known(execution) {
		plan, planSure = 0.6*quality+0.4*execution, 1
	}
	out.Flags = w.flags(a, e, t, p, in, contributionKnown)
	out.Flags["exchange_ratio"] = v.ratio < w.set.ExchangeLow || v.ratio > w.set.ExchangeHigh
	out.Flags["stage_off"] = off
	active := 0
	for _, f := range []string{"margin_erosion", "volume_trap", "losing_wallet"} {
		active += int(one(out.Flags[f]))
	}
	commercial := Commercial(e.stopped, e.cagr, active)
	out.parts = [7]Part{
		{p.r, p.sure}, {v.value, v.sure}, {Balance(t.importance.score, t.position.score), t.sure},
		{commercial, 1}, {i, 1}, {alignment, alignmentSure}, w.planPart(a, plan, planSure),
	}
	h, _, sure := Health(out.parts)
	out.Figures = map[string]float64{
		"importance": t.importance.score, "confidence of importance": t.importance.confidence, "gap of importance": t.importance.gap,
		"position": t.position.score, "confidence of position": t.position.confidence, "gap of position": t.position.gap,
		"attractiveness": w.instrument(a, "attractiveness").score, "strength": w.instrument(a, "strength").score,
		"receptivity": w.instrument(a, "receptivity").score,
		"S":           t.s, "confidence of S": t.sure, "asymmetry": t.asymmetry, "provisional": one(t.provisional),
		"tier remark": one(t.remark(a.Tier)), "fragile": one(w.fragile(a)),
		"revenue": w.major(e.revenue), "contribution": w.major(e.contribution), "confidence of contribution": e.sure,
		"share of wallet": e.walletShare, "headroom": w.major(e.headroom),
		"wallet": w.major(e.wallet), "capacity": e.capacity, "CAGR": e.cagr, "lifetime value": w.major(e.lifetime),
		"coverage": p.coverage, "confidence of coverage": p.influence, "support": p.support, "bow-tie": p.bowTie, "thread": p.thread,
		"zipper": p.zipper, "level gap": p.gap, "threads": p.threads, "R": p.r, "confidence of R": p.sure,
		"exposed": float64(len(p.exposed())), "status": float64(p.status), "without cover": float64(p.noCover),
		"without support": float64(p.noSupport), "unfilled": float64(p.unfilled), "stale ties": float64(p.stale),
		"given": w.major(v.given), "received": w.major(v.received), "exchange ratio": v.ratio, "verified share": v.verified,
		"beyond product": v.beyond, "freshness": v.fresh, "V": v.value, "confidence of V": v.sure, "I": i,
		"alignment": alignment, "capped": one(capped), "quality": quality, "execution": execution, "P": plan,
		"commercial": commercial, "H": h, "confidence of H": sure,
		"attention": Attention(t.importance.score, h),
	}
	out.Words = map[string]string{
		"stage": stage, "quadrant": t.quadrant, "class by revenue": in.byRevenue, "class by contribution": in.byContribution,
	}
	return out
}

// planPart is the plan in health: it needs an objective and an action.
func (w *world) planPart(a *model.Account, plan, sure float64) Part {
	objective, action := false, false
	for _, o := range a.Objectives {
		objective = objective || o.Status != model.ObjectiveDropped
	}
	for _, x := range a.Actions {
		action = action || x.Status != model.ActionDropped
	}
	switch {
	case objective && action:
		return Part{plan, sure}
	case demanding(a):
		return Part{0, 1}
	}
	return Part{unknown, 0}
}

func (w *world) flags(a *model.Account, e earned, t standing, p people, in place, contributionKnown float64) map[string]bool {
	out := map[string]bool{
		"margin_erosion":   e.eroding,
		"losing_wallet":    e.losing,
		"volume_trap":      in.byRevenue == "A" && (in.byContribution == "B" || in.byContribution == "C") && contributionKnown > 0.6-1e-9,
		"hidden_gem":       in.byRevenue == "C" && t.importance.score > w.set.HiddenGem-1e-9 && t.importance.confidence > 0.6-1e-9,
		"wallet_too_small": e.tooSmall,
		"stopped_buying":   e.stopped && (in.before == "A" || in.before == "B"),
	}
	if len(a.Seats) == 0 {
		return out
	}
	out["key_player_without_support"] = p.noSupport > 0
	out["key_player_without_cover"] = p.noCover > 0
	out["required_role_unfilled"] = p.unfilled > 0
	out["single_thread"] = p.threads == 1
	out["no_thread"] = p.threads == 0
	out["stale_ties"] = p.stale > 0
	out["level_gap"] = p.gap > 0
	out["no_c_level_pair"] = !p.cLevel
	return out
}

// share is a part of what all known ones come to, negative ones counting as 0.
func share(part, base float64) float64 {
	if base <= 0 {
		return unknown
	}
	return math.Max(0, part) / base
}
