package reference

import (
	"math"
	"sort"

	"accord/model"
)

// METHOD §4: what a list of values comes to.

// entry is one account, or one group of them.
type entry struct {
	name  string
	value float64
}

// listed are the known entries, the largest first, ties by name.
func listed(all []entry) (out []entry, total, base float64) {
	for _, e := range all {
		if known(e.value) {
			out = append(out, e)
			total += e.value
			base += math.Max(0, e.value)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].value != out[j].value {
			return out[i].value > out[j].value
		}
		return out[i].name < out[j].name
	})
	return out, total, base
}

// classes gives A, B and C by name; none while the net total is not above 0.
func classes(all []entry) map[string]string {
	list, total, base := listed(all)
	out := map[string]string{}
	if total <= 0 {
		return out
	}
	sum := 0.0
	for _, e := range list {
		switch before := sum / base; {
		case before < 0.8:
			out[e.name] = "A"
		case before < 0.95:
			out[e.name] = "B"
		default:
			out[e.name] = "C"
		}
		sum += math.Max(0, e.value)
	}
	return out
}

// concentration of a list: CR1, CR3, CR5, HHI, effective number, Gini.
func concentration(all []entry, say func(string, float64)) {
	list, total, base := listed(all)
	top := func(k int) float64 {
		sum := 0.0
		for i := 0; i < k && i < len(list); i++ {
			sum += math.Max(0, list[i].value)
		}
		return sum / base
	}
	cr1, cr3, cr5, hhi, gini := unknown, unknown, unknown, unknown, unknown
	if total > 0 {
		cr1, cr3, cr5 = top(1), top(3), top(5)
		hhi = 0
		differences := 0.0
		for _, e := range list {
			s := math.Max(0, e.value) / base
			hhi += s * s
			for _, f := range list {
				differences += math.Abs(math.Max(0, e.value) - math.Max(0, f.value))
			}
		}
		gini = differences / (2 * float64(len(list)) * base)
	}
	say("CR1", cr1)
	say("CR3", cr3)
	say("CR5", cr5)
	say("HHI", hhi)
	say("effective number", 1/hhi)
	say("Gini", gini)
}

// whale is the highest point of the cumulative curve in percent of the total.
func whale(all []entry) (peak, erosion float64) {
	_, total, base := listed(all)
	if total <= 0 {
		return unknown, unknown
	}
	return 100 * base / total, 100*base/total - 100
}

// topFifth is the share of the largest fifth of at least ten.
func topFifth(all []entry) float64 {
	list, total, base := listed(all)
	if len(list) < 10 || total <= 0 {
		return unknown
	}
	sum := 0.0
	for i := 0; i < (len(list)+4)/5; i++ {
		sum += math.Max(0, list[i].value)
	}
	return sum / base
}

func ranks(v []float64) []float64 {
	out := make([]float64, len(v))
	for i := range v {
		less, same := 0.0, 0.0
		for j := range v {
			less += one(v[j] < v[i])
			same += one(v[j] == v[i])
		}
		out[i] = less + (same+1)/2
	}
	return out
}

// spearman is the correlation of average ranks; unknown below 8.
func spearman(x, y []float64) float64 {
	if len(x) < 8 {
		return unknown
	}
	rx, ry := ranks(x), ranks(y)
	middle := float64(len(x)+1) / 2
	var xy, xx, yy float64
	for i := range rx {
		xy += (rx[i] - middle) * (ry[i] - middle)
		xx += (rx[i] - middle) * (rx[i] - middle)
		yy += (ry[i] - middle) * (ry[i] - middle)
	}
	if xx == 0 || yy == 0 {
		return unknown
	}
	return xy / math.Sqrt(xx*yy)
}

// top is the topmost parent of an account; where superiors go round, itself.
func (w *world) top(a *model.Account) *model.Account {
	at := a
	for range w.p.Accounts() {
		up := w.p.Account(at.Parent)
		if up == nil {
			return at
		}
		at = up
	}
	return a
}

// grouped adds the entries up by topmost parent: the sum of the known members.
func (w *world) grouped(value map[model.AccountID]float64) []entry {
	sums, names := map[model.AccountID]float64{}, map[model.AccountID]string{}
	for _, a := range w.living {
		top := w.top(a)
		names[top.ID] = top.Name
		if _, seen := sums[top.ID]; !seen {
			sums[top.ID] = unknown
		}
		if v := value[a.ID]; known(v) {
			sums[top.ID] = zero(sums[top.ID]) + v
		}
	}
	var out []entry
	for id, v := range sums {
		out = append(out, entry{names[id], v})
	}
	return out
}

// single are the entries account by account.
func (w *world) single(value map[model.AccountID]float64) (out []entry) {
	for _, a := range w.living {
		out = append(out, entry{a.Name, value[a.ID]})
	}
	return out
}
