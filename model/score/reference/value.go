package reference

import (
	"math"
	"time"

	"accord/model"
)

// METHOD §6 and §7: the two-way scorecard and the customer's point of view.

type worth struct {
	given, received, ratio               float64
	verified, beyond, fresh, value, sure float64
}

// fade is 0.5 to the days by half-life; an undated thing weighs a half.
func (w *world) fade(d model.Date, half float64) float64 {
	if !dated(d) {
		return 0.5
	}
	return math.Pow(0.5, w.age(d)/half)
}

// demanding: in these tiers what is missing is 0, not unknown.
func demanding(a *model.Account) bool { return a.Tier == model.Strategic || a.Tier == model.Key }

func (w *world) worth(a *model.Account, contribution float64) worth {
	t := worth{unknown, unknown, unknown, unknown, unknown, unknown, unknown, 0}
	w.exchange(a, &t, contribution)
	var lines, delivered []model.ValueLine
	for _, v := range a.Values {
		if v.Direction == model.ValueGiven && v.Status >= model.ValueAgreed {
			lines = append(lines, v)
			if v.Status >= model.ValueInDelivery {
				delivered = append(delivered, v)
			}
		}
	}
	if len(lines) == 0 {
		if demanding(a) {
			t.value, t.sure = 0, 1
		}
		return t
	}
	c := map[model.ValueStatus]float64{model.ValueInDelivery: 0, model.ValueRealised: 0.5, model.ValueVerified: 1}
	t.verified = w.weighed(delivered, func(v model.ValueLine) (of, all float64) { return c[v.Status], 1 })
	if len(delivered) == 0 {
		t.verified = 0
	}
	q := map[model.ValueStatus]float64{model.ValueAgreed: 0.25, model.ValueInDelivery: 0.5, model.ValueRealised: 1, model.ValueVerified: 1}
	t.beyond = w.weighed(lines, func(v model.ValueLine) (of, all float64) {
		further := v.Level == model.ProcessValue || v.Level == model.FacilitationValue
		return one(further) * q[v.Status], q[v.Status]
	})
	t.fresh = 0
	for _, v := range delivered {
		if !dated(v.Start) || !w.today.Before(v.Start) {
			t.fresh = math.Max(t.fresh, w.fade(v.Start, w.set.ValueHalfLife))
		}
	}
	sum := 0.0
	for _, x := range [][2]float64{{0.40, t.verified}, {0.30, t.beyond}, {0.30, t.fresh}} {
		if known(x[1]) {
			sum += 100 * x[0] * x[1]
			t.sure += x[0]
		}
	}
	t.value = sum / t.sure
	return t
}

// weighed is a quotient by money over the lines that have any.
func (w *world) weighed(lines []model.ValueLine, weight func(model.ValueLine) (of, all float64)) float64 {
	var part, whole float64
	for _, v := range lines {
		y := w.fiscal(w.today)
		if dated(v.Start) {
			y = w.fiscal(v.Start)
		}
		if m := w.minor(v.Money, y); known(m) {
			of, all := weight(v)
			part += of * math.Max(0, m)
			whole += all * math.Max(0, m)
		}
	}
	if whole <= 0 {
		return unknown
	}
	return part / whole
}

// exchange is what was given and received in the period.
func (w *world) exchange(a *model.Account, t *worth, contribution float64) {
	if w.period.year == 0 {
		return
	}
	given, received := 0.0, 0.0
	for _, v := range a.Values {
		m := w.minor(v.Money, w.period.year)
		if v.Status < model.ValueRealised || !known(m) {
			continue
		}
		m = math.Round(m * w.months(v) / 12)
		if v.Direction == model.ValueGiven {
			given += m
		} else {
			received += m
		}
	}
	t.given, t.received = given, received+contribution
	if known(t.received) && t.given != 0 && t.received > 0 {
		t.ratio = t.given / t.received
	}
}

// months are those of the period, up to today, in which a line counts; 12 for a one-off
// that starts in it.
func (w *world) months(v model.ValueLine) float64 {
	if !v.Recurring {
		if dated(v.Start) && w.period.span.has(v.Start) {
			return 12
		}
		return 0
	}
	n := 0.0
	for k := range 12 {
		from := w.period.span.from
		first := model.NewDate(int(from.Year), time.Month(int(from.Month)+k), 1)
		last := model.NewDate(int(first.Year), time.Month(first.Month)+1, 1).AddDays(-1)
		switch {
		case w.today.Before(first):
		case dated(v.Start) && last.Before(v.Start):
		case dated(v.End) && v.End.Before(first):
		default:
			n++
		}
	}
	return n
}

// insight is I: the best weight in each of five kinds.
func (w *world) insight(a *model.Account) float64 {
	if len(a.Insights) == 0 {
		if demanding(a) {
			return 0
		}
		return unknown
	}
	best := map[model.InsightKind]float64{}
	for _, n := range a.Insights {
		x := w.fade(n.Date, w.set.InsightHalfLife)
		if !n.Confirmed {
			x *= 0.4
		}
		best[n.Kind] = math.Max(best[n.Kind], x)
	}
	sum := best[model.Goal] + best[model.Pressure] + best[model.Initiative] + best[model.KPI] + best[model.DecisionProcess]
	return 100 * sum / 5
}
