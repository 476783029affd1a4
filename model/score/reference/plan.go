package reference

import (
	"math"
	"strings"

	"accord/model"
)

// METHOD §8: stage, alignment, plan.

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// stage is the test, and whether it is two steps off what the tier expects.
func (w *world) stage(a *model.Account, revenue float64) (name string, off bool) {
	sum, all := 0, true
	for _, f := range w.pack.Instrument("stage").Factors {
		r := a.Ratings[model.FactorKey("stage."+f.Key)]
		level := r.Verified
		if level == 0 {
			level = r.Ours
		}
		all = all && level != 0
		sum += int(level) - 1
	}
	order := []string{"exploratory", "basic", "cooperative", "interdependent", "integrated"}
	var at int
	switch {
	case revenue == 0 && w.neverTraded(a):
		at = 0
	case !all:
		return "", false
	case sum >= 23:
		at = 4
	case sum >= 17:
		at = 3
	case sum >= 11:
		at = 2
	default:
		at = 1
	}
	switch a.Tier {
	case model.Strategic:
		off = at <= 1
	case model.Key:
		off = at == 0
	default:
		off = at == 4
	}
	return order[at], off
}

// alignment is its instrument, capped without a C-level sponsor of ours.
func (w *world) alignment(a *model.Account) (score, sure float64, capped bool) {
	r := w.instrument(a, "alignment")
	m := w.member(a.Sponsor)
	if (m == nil || m.Function != model.CLevel) && r.score > w.set.SponsorCap {
		return w.set.SponsorCap, r.confidence, true
	}
	return r.score, r.confidence, false
}

// execution is done on time over due, against the first promised day.
func (w *world) execution(a *model.Account) float64 {
	var due, onTime float64
	young, live := math.Inf(-1), 0
	for i := range a.Actions {
		x := &a.Actions[i]
		first, dropped := x.Due, model.Date{}
		if w.f.First != nil && dated(w.f.First(a, x)) {
			first = w.f.First(a, x)
		}
		if w.f.Dropped != nil {
			dropped = w.f.Dropped(a, x)
		}
		isDue := dated(first) && !w.today.Before(first)
		if x.Status == model.ActionDropped {
			if isDue && dated(dropped) && first.Before(dropped) {
				due++
			}
			continue
		}
		live++
		if dated(x.Created) {
			young = math.Max(young, float64(w.today.DaysSince(x.Created)))
		}
		switch {
		case !isDue, x.Status == model.ActionDone && !dated(x.Done):
		default:
			due++
			onTime += one(x.Status == model.ActionDone && !first.Before(x.Done))
		}
	}
	switch {
	case due > 0:
		return 100 * onTime / due
	case live > 0 && !math.IsInf(young, -1) && young < 30:
		return 100
	}
	return unknown
}

// owner is the function of somebody by name, on either side.
func (w *world) owner(a *model.Account, name string) model.Function {
	name = strings.ToLower(strings.TrimSpace(name))
	if name == "" {
		return model.FunctionUnknown
	}
	for _, m := range w.g.Team {
		if strings.ToLower(m.Name) == name {
			return m.Function
		}
	}
	for _, p := range a.Persons {
		if strings.ToLower(p.Name) == name {
			if s := seatOf(a, p.ID); s != nil {
				return s.Function
			}
		}
	}
	return model.FunctionUnknown
}

// objectives answers the three questions about every objective, and whether one cites.
func objectives(a *model.Account) (linked, measurable, acted, cites bool) {
	live := 0
	linked, measurable, acted = true, true, true
	for _, o := range a.Objectives {
		if o.Status == model.ObjectiveDropped {
			continue
		}
		live++
		linked = linked && !blank(o.Goal)
		measurable = measurable && !blank(o.Measure) && !blank(o.Target) && dated(o.Due)
		served := false
		for _, x := range a.Actions {
			served = served || x.Status != model.ActionDropped && x.Objective == o.ID
		}
		acted = acted && served
		for _, p := range a.Points {
			cites = cites || p.ID == o.Cites
		}
	}
	any := live > 0
	return any && linked, any && measurable, any && acted, cites
}

// checks are the twenty questions of plan quality.
func (w *world) checks(a *model.Account, e earned, t standing) [20]bool {
	linked, measurable, acted, cites := objectives(a)
	var confirmed, goals, actions, loose int
	for _, n := range a.Insights {
		confirmed += int(one(n.Confirmed))
		goals += int(one(n.Kind == model.Goal))
	}
	functions := map[model.Function]bool{}
	for _, x := range a.Actions {
		if x.Status == model.ActionDropped {
			continue
		}
		actions++
		loose += int(one(blank(x.Owner) || !dated(x.Due)))
		if f := w.owner(a, x.Owner); f != model.FunctionUnknown {
			functions[f] = true
		}
	}
	covered, beyond, verified, watched, met := false, false, false, false, false
	for _, s := range a.Seats {
		p := personOf(a, s.Person)
		covered = covered || weight(s.Influence) >= 3 && p != nil && cover[p.Coverage] > 0
	}
	for _, v := range a.Values {
		if v.Direction == model.ValueGiven {
			beyond = beyond || v.Level == model.ProcessValue || v.Level == model.FacilitationValue
			verified = verified || v.Status == model.ValueVerified
		}
	}
	for _, r := range a.Risks {
		watched = watched || !blank(r.Owner)
	}
	for _, r := range a.Reviews {
		if dated(r.Date) {
			days := w.today.DaysSince(r.Date)
			met = met || r.Held && 0 <= days && days <= 90 || !r.Held && -90 <= days && days <= 0
		}
	}
	corners := map[model.PointKind]bool{}
	for _, p := range a.Points {
		corners[p.Kind] = true
	}
	return [20]bool{
		!blank(a.Charter), t.importance.confidence > 0.8-1e-9, t.position.confidence > 0.8-1e-9, w.twoYears(a),
		known(e.serve), known(e.wallet), confirmed >= 3, goals > 0, linked, measurable,
		acted, actions > 0 && loose == 0, len(functions) >= 3, covered, w.member(a.Sponsor) != nil,
		beyond, verified, len(corners) == 4 && cites, watched, met,
	}
}

// twoYears: two years of known revenue, not counting what comes after the period's.
func (w *world) twoYears(a *model.Account) bool {
	n := 0
	for y, row := range w.rows[a.ID] {
		n += int(one(known(row.revenue) && y <= w.period.year))
	}
	return n >= 2
}
