package reference

import (
	"math"
	"sort"
	"strconv"

	"accord/model"
)

// METHOD §4: the portfolio, and the list.

// Of writes down every figure of a portfolio on a day.
func Of(p *model.Portfolio, today model.Date, f Facts) *Result {
	w := &world{p: p, g: p.Programme(), today: today, f: f}
	w.pack = w.g.MethodPack()
	w.set = w.pack.Settings()
	for _, a := range p.Accounts() {
		if !a.Archived {
			w.living = append(w.living, a)
		}
	}
	w.sold = map[model.AccountID][]deal{}
	for _, a := range p.Accounts() {
		w.sold[a.ID] = w.deals(a)
	}
	w.rows = map[model.AccountID]map[int]*year{}
	for _, a := range p.Accounts() {
		w.rows[a.ID] = w.years(a)
	}
	w.period = w.choose()
	return w.result()
}

// Result is all figures by name: of the portfolio, and of each account. What is no number
// stands in Words; what is yes or no is 1 or 0.
type Result struct {
	Figures  map[string]float64
	Words    map[string]string
	Accounts map[model.AccountID]*Account
	Order    []model.AccountID // of the list
	Covered  float64           // the share of revenue whose contribution is known
	world    *world
}

// result puts everything together.
func (w *world) result() *Result {
	r := &Result{Figures: map[string]float64{}, Words: map[string]string{}, Accounts: map[model.AccountID]*Account{}, world: w}
	revenue, contribution, before := map[model.AccountID]float64{}, map[model.AccountID]float64{}, map[model.AccountID]float64{}
	earnings := map[model.AccountID]earned{}
	for _, a := range w.p.Accounts() {
		e := w.earned(a)
		earnings[a.ID] = e
		revenue[a.ID], contribution[a.ID], before[a.ID] = e.revenue, e.contribution, e.before
	}
	byRevenue, byContribution := classes(w.single(revenue)), classes(w.single(contribution))
	byBefore := classes(w.single(before))
	covered := w.coveredBy(revenue, contribution)
	for _, a := range w.p.Accounts() {
		in := place{byRevenue[a.Name], byContribution[a.Name], byBefore[a.Name]}
		if a.Archived {
			in = place{}
		}
		r.Accounts[a.ID] = w.account(a, earnings[a.ID], in, covered)
	}
	r.Covered = covered
	w.totals(r, revenue, contribution, covered)
	w.alarms(r)
	w.order(r)
	return r
}

// coveredBy is the share of revenue whose contribution is known.
func (w *world) coveredBy(revenue, contribution map[model.AccountID]float64) float64 {
	part, all := 0.0, 0.0
	for _, a := range w.living {
		if v := revenue[a.ID]; known(v) {
			all += math.Max(0, v)
			part += math.Max(0, v) * one(known(contribution[a.ID]))
		}
	}
	return share(part, all)
}

func (w *world) totals(r *Result, revenue, contribution map[model.AccountID]float64, covered float64) {
	f := r.Figures
	_, total, _ := listed(w.single(revenue))
	f["total revenue"] = w.major(total)
	_, total, _ = listed(w.single(contribution))
	f["total contribution"] = w.major(total)
	concentration(w.single(revenue), func(name string, v float64) { f[name] = v })
	concentration(w.grouped(revenue), func(name string, v float64) { f[name+" per group"] = v })
	f["peak"], f["erosion"] = whale(w.single(contribution))
	f["peak per group"], f["erosion per group"] = whale(w.grouped(contribution))
	shown := w.single
	if w.set.PerGroup >= 0.5 {
		shown = w.grouped
	}
	few := func(share float64) bool { return share < w.set.FifthCarries-1e-9 }
	f["alarm 80:20"] = one(few(topFifth(shown(revenue))))
	f["alarm 80:20 by contribution"] = one(covered > 0.6-1e-9 && few(topFifth(shown(contribution))))
	f["importance cut"], f["position cut"] = w.cut("importance"), w.cut("position")
	f["figures are stale"] = one(w.period.last12 && w.today.DaysSince(w.period.span.to) > staleDays)
	f["living"] = float64(len(w.living))
	var x, y []float64
	f["provisional"] = 0
	for _, a := range w.living {
		t := w.standing(a)
		if known(t.s) && t.sure > w.set.Firm-1e-9 && known(revenue[a.ID]) {
			x, y = append(x, revenue[a.ID]), append(y, t.s)
		}
		if t.quadrant != "" && !t.provisional {
			f["accounts in "+t.quadrant]++
		}
		f["provisional"] += one(t.provisional)
	}
	f["rated accounts with revenue"], f["Spearman"] = float64(len(x)), spearman(x, y)
	r.Words["period"] = w.period.String()
}

// String names a period: the year, or the months it begins and ends in.
func (p period) String() string {
	switch {
	case p.year == 0:
		return ""
	case p.last12:
		return p.span.from.String()[:7] + " to " + p.span.to.String()[:7]
	}
	return strconv.Itoa(p.year)
}

// alarms are what the portfolio warns of.
func (w *world) alarms(r *Result) {
	f := r.Figures
	strategic := 0
	for _, a := range w.living {
		strategic += int(one(a.Tier == model.Strategic))
	}
	f["alarm size"] = one(float64(strategic) > w.set.MaxStrategic)
	f["alarm revenue list"] = one(f["Spearman"] > w.set.SpearmanAlarm)
	worst := math.Max(zero(f["CR1"]), zero(f["CR1 per group"]))
	hhi := math.Max(zero(f["HHI"]), zero(f["HHI per group"]))
	f["alarm concentration"] = one(worst > w.set.LargestRed || hhi > w.set.HHIRed)
}

// order is the list: the certain ones with health by attention, then the others.
func (w *world) order(r *Result) {
	list := append([]*model.Account(nil), w.living...)
	other := func(a *model.Account) bool {
		f := r.Accounts[a.ID].Figures
		return f["provisional"] == 1 || !known(f["H"])
	}
	sort.SliceStable(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if other(a) != other(b) {
			return !other(a)
		}
		x, y := r.Accounts[a.ID].Figures["attention"], r.Accounts[b.ID].Figures["attention"]
		switch {
		case known(x) != known(y):
			return known(x)
		case known(x) && x != y:
			return x > y
		}
		return a.Name < b.Name
	})
	for _, a := range list {
		r.Order = append(r.Order, a.ID)
	}
}
