package score

import (
	"math"
	"strings"

	"accord/model"
	"accord/model/modeltest"
)

// The second implementation of METHOD §3 and §6 to §9.

type plainTotals struct {
	cagr, lifetime                                                  float64
	given, received, ratio, verified, beyond, fresh, value, insight float64
	alignment                                                       float64
	capped                                                          bool
	stage                                                           string
	quality, execution, plan                                        float64
	commercial, health, healthConf, attention                       float64
	checks                                                          [20]bool
	flags                                                           map[string]bool
}

// plainSums are the figures of an account by year: revenue, cost of sales, cost
// to serve, wallet; NaN where unknown.
func plainSums(a *model.Account, g *model.Programme) map[int][4]float64 {
	out := map[int][4]float64{}
	for _, t := range a.Transactions {
		if t.Amount.Currency == "" || t.Date == (model.Date{}) {
			continue
		}
		y := plainFiscal(t.Date, g)
		row, seen := out[y]
		if !seen {
			row = [4]float64{0, nan, nan, nan}
		}
		row[0] += plainMoney(t.Amount, y, g)
		out[y] = row
	}
	for _, y := range a.Years {
		if y.Kind != model.Actual {
			continue
		}
		row, seen := out[y.Year]
		if !seen {
			row[0] = nan
		}
		if r := plainMoney(y.Revenue, y.Year, g); !math.IsNaN(r) {
			row[0] = r
		}
		row[1], row[2], row[3] = plainMoney(y.CostOfSales, y.Year, g), plainMoney(y.CostToServe, y.Year, g), plainMoney(y.Wallet, y.Year, g)
		out[y.Year] = row
	}
	return out
}

func plainMoney(m model.Money, year int, g *model.Programme) float64 {
	digits := map[model.Currency]float64{"JPY": 1}
	unit := 100.0
	if d, ok := digits[m.Currency]; ok {
		unit = d
	}
	switch m.Currency {
	case "":
		return nan
	case g.Currency:
		return float64(m.Minor) / unit
	}
	for _, r := range g.Rates {
		if r.Currency == m.Currency && r.Year == year {
			return float64(m.Minor) / unit * r.Value
		}
	}
	return nan
}

func plainFiscal(d model.Date, g *model.Programme) int {
	if g.YearStarts > 1 && int(d.Month) >= int(g.YearStarts) {
		return int(d.Year) + 1
	}
	return int(d.Year)
}

func plainClosed(a *model.Account, year int, g *model.Programme) bool {
	end := model.NewDate(year, 12, 31)
	if g.YearStarts > 1 {
		end = model.NewDate(year, g.YearStarts, 1).AddDays(-1)
	}
	for _, y := range a.Years {
		if y.Kind == model.Actual && y.Year == year && y.Through != (model.Date{}) && modeltest.Today.DaysSince(y.Through) > modeltest.Today.DaysSince(end) {
			return false
		}
	}
	return modeltest.Today.DaysSince(end) > 0
}

func plainContribution(row [4]float64) float64 {
	c := row[0] - row[1]
	if !math.IsNaN(row[2]) {
		c -= row[2]
	}
	return c
}

// plainAccountTotals puts an account together; period is the portfolio's year and
// the classes those of its Pareto.
func plainAccountTotals(a *model.Account, g *model.Programme, pack *model.Pack, period int, byRevenue, byContribution string, people plainPeople) plainTotals {
	t := plainTotals{flags: map[string]bool{}}
	sums := plainSums(a, g)
	row, ok := sums[period]
	if !ok {
		row = [4]float64{nan, nan, nan, nan}
	}
	contribution := plainContribution(row)
	t.lifetime = contribution * 0.86 / (1 + 0.10 - 0.86)
	t.growth(a, g, sums)
	t.worth(a, g, period, contribution)
	t.insight = plainInsight(a)
	imp, impConf := plainInstrument(a, pack, "importance")
	pos, posConf := plainInstrument(a, pack, "position")
	t.alignment, _ = plainInstrument(a, pack, "alignment")
	sponsor := plainMember(g, a.Sponsor)
	if t.alignment > 40 && (sponsor == nil || sponsor.Function != model.CLevel) {
		t.alignment, t.capped = 40, true
	}
	t.stage = plainStage(a, pack, row[0])
	t.plans(a, g, sums, impConf, posConf)
	t.flags["volume_trap"] = byRevenue == "A" && (byContribution == "B" || byContribution == "C")
	t.flags["hidden_gem"] = byRevenue == "C" && imp >= 60 && impConf > 0.6-1e-9
	t.flags["wallet_too_small"] = row[0] > row[3]
	t.peopleFlags(a, people)
	t.flags["exchange_ratio"] = t.ratio < 1 || t.ratio > 5
	t.flags["stage_off"] = plainStageOff(a, t.stage)
	t.together(imp, pos, people.r)
	return t
}

func (t *plainTotals) growth(a *model.Account, g *model.Programme, sums map[int][4]float64) {
	t.cagr = nan
	var revenue, margins, shares [][2]float64
	for year := 1990; year < 2050; year++ {
		row, ok := sums[year]
		if !ok || !plainClosed(a, year, g) {
			continue
		}
		if !math.IsNaN(row[0]) {
			revenue = append(revenue, [2]float64{float64(year), row[0]})
		}
		if m := plainContribution(row) / row[0]; !math.IsNaN(m) && row[0] > 0 {
			margins = append(margins, [2]float64{float64(year), m})
		}
		if s := row[0] / row[3]; !math.IsNaN(s) && row[3] > 0 {
			shares = append(shares, [2]float64{float64(year), s})
		}
	}
	if n := len(revenue); n >= 2 && revenue[0][1] > 0 && revenue[n-1][1] >= 0 {
		t.cagr = math.Pow(revenue[n-1][1]/revenue[0][1], 1/(revenue[n-1][0]-revenue[0][0])) - 1
	}
	if n := len(margins); n >= 3 {
		t.flags["margin_erosion"] = margins[n-3][1]-margins[n-2][1] > 0.02-1e-9 && margins[n-2][1]-margins[n-1][1] > 0.02-1e-9
	}
	if n := len(shares); n >= 2 {
		t.flags["losing_wallet"] = shares[n-2][1]-shares[n-1][1] > 0.05-1e-9
	}
}

func plainFade(d model.Date, half float64) float64 {
	if d == (model.Date{}) {
		return 0.5
	}
	return math.Exp2(-float64(plainDays(d)) / half)
}

func (t *plainTotals) worth(a *model.Account, g *model.Programme, period int, contribution float64) {
	t.given, t.received, t.ratio = nan, nan, nan
	zero := func(v float64) float64 {
		if math.IsNaN(v) {
			return 0
		}
		return v
	}
	var all, beyond, realised, verified, given, received float64
	lines := 0
	for _, v := range a.Values {
		if v.Status >= model.ValueRealised && period > 0 {
			m := zero(plainMoney(v.Money, period, g)) * plainMonths(v, period, g) / 12
			if v.Direction == model.ValueGiven {
				given += m
			} else {
				received += m
			}
		}
		if v.Direction != model.ValueGiven || v.Status == model.ValueHypothesis {
			continue
		}
		lines++
		year := plainFiscal(modeltest.Today, g)
		if v.Start != (model.Date{}) {
			year = plainFiscal(v.Start, g)
		}
		m := math.Max(0, zero(plainMoney(v.Money, year, g)))
		all += m
		if v.Level == model.ProcessValue || v.Level == model.FacilitationValue {
			beyond += m
		}
		if v.Status == model.ValueRealised {
			realised += m
		}
		if v.Status == model.ValueVerified {
			verified += m
		}
		t.fresh = math.Max(t.fresh, plainFade(v.Start, 365))
	}
	if realised+verified > 0 {
		t.verified = verified / (realised + verified)
	}
	if all > 0 {
		t.beyond = beyond / all
	}
	if lines > 0 {
		t.value = 40*t.verified + 30*t.beyond + 30*t.fresh
	}
	if period > 0 {
		t.given, t.received = given, received+zero(contribution)
		if t.given != 0 && t.received > 0 {
			t.ratio = t.given / t.received
		}
	}
}

// plainMonths are the months of a fiscal year that a line counts in, by going
// through them.
func plainMonths(v model.ValueLine, year int, g *model.Programme) float64 {
	first := 1
	y := year
	if g.YearStarts > 1 {
		first, y = int(g.YearStarts), year-1
	}
	n := 0.0
	for k := range 12 {
		month, of := first+k, y
		if month > 12 {
			month, of = month-12, of+1
		}
		index := of*12 + month
		start, end := int(v.Start.Year)*12+int(v.Start.Month), int(v.End.Year)*12+int(v.End.Month)
		if !v.Recurring {
			if v.Start != (model.Date{}) && start == index {
				n = 12
			}
			continue
		}
		if (v.Start == (model.Date{}) || index >= start) && (v.End == (model.Date{}) || index <= end) {
			n++
		}
	}
	return n
}

func plainInsight(a *model.Account) float64 {
	best := map[model.InsightKind]float64{}
	for _, n := range a.Insights {
		w := plainFade(n.Date, 180)
		if !n.Confirmed {
			w *= 0.4
		}
		best[n.Kind] = math.Max(best[n.Kind], w)
	}
	return 20 * (best[model.Goal] + best[model.Pressure] + best[model.Initiative] + best[model.KPI] + best[model.DecisionProcess])
}

func plainStage(a *model.Account, pack *model.Pack, revenue float64) string {
	sum, known := 0, true
	for _, f := range pack.Instrument("stage").Factors {
		r := a.Ratings[model.FactorKey("stage."+f.Key)]
		level := r.Verified
		if level == 0 {
			level = r.Ours
		}
		known = known && level != 0
		sum += int(level) - 1
	}
	switch {
	case revenue == 0:
		return "exploratory"
	case !known:
		return ""
	case sum >= 23:
		return "integrated"
	case sum >= 17:
		return "interdependent"
	case sum >= 11:
		return "cooperative"
	}
	return "basic"
}

func plainStageOff(a *model.Account, stage string) bool {
	order := []string{"exploratory", "basic", "cooperative", "interdependent", "integrated"}
	if a.StageTarget != 0 {
		stage = order[a.StageTarget-1]
	}
	at := -1
	for i, s := range order {
		if s == stage {
			at = i
		}
	}
	if at < 0 {
		return false
	}
	switch a.Tier {
	case model.Strategic:
		return at <= 1
	case model.Key:
		return at == 0
	}
	return at == 4
}

func (t *plainTotals) peopleFlags(a *model.Account, p plainPeople) {
	if len(a.Seats) == 0 {
		return
	}
	t.flags["key_player_without_support"] = p.noSupport > 0
	t.flags["key_player_without_cover"] = p.noCover > 0
	t.flags["required_role_unfilled"] = p.unfilled > 0
	t.flags["single_thread"] = p.threads <= 1
	t.flags["stale_ties"] = p.stale > 0
	t.flags["level_gap"] = p.gap > 0
	t.flags["no_c_level_pair"] = !p.cLevel
}

func (t *plainTotals) plans(a *model.Account, g *model.Programme, sums map[int][4]float64, impConf, posConf float64) {
	blank := func(s string) bool { return strings.TrimSpace(s) == "" }
	known, latest := 0, 0
	for year, row := range sums {
		if !math.IsNaN(row[0]) {
			known++
			latest = max(latest, year)
		}
	}
	last := sums[latest]
	var goals, confirmed, live, goalless, vague, idle, acts, loose, due, onTime, cited int
	for _, n := range a.Insights {
		if n.Kind == model.Goal {
			goals++
		}
		if n.Confirmed {
			confirmed++
		}
	}
	for _, o := range a.Objectives {
		if o.Status == model.ObjectiveDropped {
			continue
		}
		live++
		if blank(o.Goal) {
			goalless++
		}
		if blank(o.Measure) || blank(o.Target) || o.Due == (model.Date{}) {
			vague++
		}
		served := false
		for _, x := range a.Actions {
			served = served || x.Status != model.ActionDropped && x.Objective == o.ID
		}
		if !served {
			idle++
		}
		for _, p := range a.Points {
			if p.ID == o.Cites {
				cited++
			}
		}
	}
	functions := map[model.Function]bool{}
	young := 1 << 30
	first := -1
	for _, x := range a.Actions {
		if x.Status == model.ActionDropped {
			continue
		}
		acts++
		if blank(x.Owner) || x.Due == (model.Date{}) {
			loose++
		}
		functions[plainOwner(a, g, x.Owner)] = true
		if x.Created != (model.Date{}) {
			if age := modeltest.Today.DaysSince(x.Created); first < 0 || age > young {
				first, young = 1, age
			}
		}
		if x.Due != (model.Date{}) && modeltest.Today.DaysSince(x.Due) >= 0 {
			due++
			if x.Status == model.ActionDone && (x.Done == (model.Date{}) || x.Done.DaysSince(x.Due) <= 0) {
				onTime++
			}
		}
	}
	delete(functions, model.FunctionUnknown)
	t.execution = nan
	if due > 0 {
		t.execution = 100 * float64(onTime) / float64(due)
	} else if first > 0 && young < 30 {
		t.execution = 100
	}
	covered, beyond, verified, owned, met := false, false, false, false, false
	for _, s := range a.Seats {
		p := plainPerson(a, s.Person)
		covered = covered || plainWeight(s.Influence) >= 3 && p != nil && plainCover[p.Coverage] > 0
	}
	for _, v := range a.Values {
		if v.Direction == model.ValueGiven {
			beyond = beyond || v.Level >= model.ProcessValue
			verified = verified || v.Status == model.ValueVerified
		}
	}
	for _, r := range a.Risks {
		owned = owned || !blank(r.Owner)
	}
	for _, r := range a.Reviews {
		if r.Date != (model.Date{}) {
			days := modeltest.Today.DaysSince(r.Date)
			met = met || r.Held && 0 <= days && days <= 90 || !r.Held && -90 <= days && days <= 0
		}
	}
	corners := map[model.PointKind]bool{}
	for _, p := range a.Points {
		corners[p.Kind] = true
	}
	t.checks = [20]bool{!blank(a.Charter), impConf > 0.8-1e-9, posConf > 0.8-1e-9, known >= 2, known > 0 && !math.IsNaN(last[2]), known > 0 && !math.IsNaN(last[3]),
		confirmed >= 3, goals > 0, live > 0 && goalless == 0, live > 0 && vague == 0, live > 0 && idle == 0, acts > 0 && loose == 0, len(functions) >= 3, covered,
		plainMember(g, a.Sponsor) != nil, beyond, verified, len(corners) == 4 && cited > 0, owned, met}
	for _, yes := range t.checks {
		if yes {
			t.quality += 5
		}
	}
	t.plan = t.quality
	if !math.IsNaN(t.execution) {
		t.plan = 0.6*t.quality + 0.4*t.execution
	}
}

func plainOwner(a *model.Account, g *model.Programme, name string) model.Function {
	name = strings.ToLower(strings.TrimSpace(name))
	if name == "" {
		return model.FunctionUnknown
	}
	for _, m := range g.Team {
		if strings.ToLower(m.Name) == name {
			return m.Function
		}
	}
	for _, p := range a.Persons {
		if strings.ToLower(p.Name) == name {
			if s := plainSeat(a, p.ID); s != nil {
				return s.Function
			}
		}
	}
	return model.FunctionUnknown
}

func (t *plainTotals) together(imp, pos, r float64) {
	t.commercial = nan
	if !math.IsNaN(t.cagr) {
		t.commercial = 50 + 50*math.Max(-1, math.Min(1, t.cagr/0.2))
		for _, f := range []string{"margin_erosion", "volume_trap", "losing_wallet"} {
			if t.flags[f] {
				t.commercial -= 10
			}
		}
		t.commercial = math.Max(0, math.Min(100, t.commercial))
	}
	sum, known := 0.0, 0.0
	for _, x := range [][2]float64{{r, 25}, {t.value, 20}, {100 - math.Abs(imp-pos), 10}, {t.commercial, 15}, {t.insight, 10}, {t.alignment, 10}, {t.plan, 10}} {
		if !math.IsNaN(x[0]) {
			sum += x[0] * x[1]
			known += x[1]
		}
	}
	t.health, t.healthConf = sum/known, known/100
	t.attention = math.Sqrt(imp*pos) * (100 - t.health) / 100
}
