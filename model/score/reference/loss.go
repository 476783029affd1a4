package reference

import (
	"math"

	"accord/model"
)

// METHOD §4: the loss of one or several accounts.

// Lose is what goes with some accounts: amounts in major units, shares 0..1, and of how
// many accounts the contribution is known.
func (r *Result) Lose(ids ...model.AccountID) map[string]float64 {
	out := map[string]float64{}
	gone := map[model.AccountID]bool{}
	for _, id := range ids {
		if a := r.world.p.Account(id); a != nil && !a.Archived {
			gone[id] = true
		}
	}
	for _, name := range []string{"revenue", "contribution", "headroom", "capacity"} {
		lost, lostAbove, base, n := unknown, 0.0, 0.0, 0
		for _, a := range r.world.living {
			v := r.Accounts[a.ID].Figures[name]
			if !known(v) {
				continue
			}
			base += math.Max(0, v)
			if gone[a.ID] {
				n++
				if name == "headroom" {
					v = math.Max(0, v)
				}
				lost = zero(lost) + v
				lostAbove += math.Max(0, v)
			}
		}
		out[name] = lost
		out[name+" known of"] = float64(n)
		if out[name+" share"] = unknown; n > 0 {
			out[name+" share"] = share(lostAbove, base)
		}
	}
	rest := map[model.AccountID]float64{}
	var all []entry
	for _, a := range r.world.living {
		if !gone[a.ID] {
			rest[a.ID] = r.Accounts[a.ID].Figures["revenue"]
			all = append(all, entry{a.Name, rest[a.ID]})
		}
	}
	concentration(all, func(name string, v float64) { out[name+" afterwards"] = v })
	return out
}

// Ways are what the graph of an account comes to: the largest betweennesses, how many key
// players each seat cuts off, and the costs of the ways to the uncovered inner circle.
func (r *Result) Ways(a *model.Account) (gates []float64, lost map[model.SeatID]int, costs map[model.SeatID]float64) {
	n := r.world.network(a)
	return n.gates(), n.cutOffs(), n.accesses(a)
}

// StrengthOf is the strength of a tie, and whether it is stale.
func StrengthOf(t model.Tie, executive bool, set *model.Settings, today model.Date) (float64, bool) {
	w := &world{set: set, today: today}
	return w.strength(t, executive), w.stale(t)
}
