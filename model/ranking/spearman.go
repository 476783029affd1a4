package ranking

import (
	"math"

	"accord/model"
)

// Ranks are average ranks of one figure, 1 for the smallest, ready to be compared with
// another figure of the same things.
type Ranks struct {
	N      int       // how many are ranked
	at     []float64 // by place, distance from the mean rank; NaN for what is not ranked
	spread float64   // sum of the squared distances
}

// Of ranks values that stand in descending order; order has their places among size.
func Of(order []int32, values []float64, size int) *Ranks {
	r := &Ranks{N: len(order), at: make([]float64, size)}
	for i := range r.at {
		r.at[i] = math.NaN()
	}
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && values[j] == values[i] {
			j++
		}
		d := distance(i, j, r.N)
		r.spread += float64(j-i) * d * d
		for ; i < j; i++ {
			r.at[order[i]] = d
		}
	}
	return r
}

// distance is how far the common rank of the places i..j-1 from the top lies above the
// mean rank of n. Distances are multiples of a half, so that their sums are exact.
func distance(i, j, n int) float64 {
	return float64(n-i+n-j+1)/2 - float64(n+1)/2
}

// Spearman is the rank correlation, -1..1, with a second figure of the same things:
// order is everything in descending order of it, values are by place, and what is not
// ranked is passed over. Unknown where one of the two has no spread.
func (r *Ranks) Spearman(order []int32, values []float64) model.Num {
	both, spread, seen := 0.0, 0.0, 0
	for k := 0; k < len(order); {
		v, from, sum := values[order[k]], seen, 0.0
		for k < len(order) {
			i := order[k]
			if d := r.at[i]; d == d {
				if values[i] != v && seen > from {
					break
				}
				v = values[i]
				sum += d
				seen++
			}
			k++
		}
		d := distance(from, seen, r.N)
		both += d * sum
		spread += float64(seen-from) * d * d
	}
	if r.spread == 0 || spread == 0 {
		return model.Num{}
	}
	return model.Some(both / math.Sqrt(r.spread*spread))
}
