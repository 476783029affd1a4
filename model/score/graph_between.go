package score

import (
	"cmp"
	"math"
	"slices"

	"accord/model"
)

// Gate is a seat that many of the shortest ways lead through.
type Gate struct {
	Seat        model.SeatID
	Betweenness float64 // pairs whose shortest ways lead through it, unnormalised
}

// manyNodes is up to how many people betweenness is exact. Beyond, it is estimated from
// as many of them, spread evenly over the account's order: no organisation that one
// keeps by hand is so large, and an import of thousands has to be seen at once.
const manyNodes = 500

// Betweenness counts for every seat how many pairs of people, or of a person and
// us, have their shortest ways through it, each pair shared among its ways
// (Brandes 2001), unnormalised, by the seats' order; 0 for a vacant one.
func (n *Graph) Betweenness() []float64 {
	return n.betweenness(manyNodes)
}

// betweenness asks from at most so many nodes; every one is asked where there are no more.
func (n *Graph) betweenness(most int) []float64 {
	b := newBrandes(n.neighbours())
	count := len(b.next)
	asked := min(count, most)
	for i := range asked {
		b.from(i * count / asked)
	}
	out := make([]float64, len(n.account.Seats))
	scale := float64(count) / float64(asked) / 2 // every pair is met from both ends
	if asked == count {
		scale = 0.5
	}
	for v := 1; v < count; v++ {
		out[n.seats[v-1]] = b.total[v] * scale
	}
	return out
}

// brandes is the work of counting shortest ways, used again from each node.
type brandes struct {
	next                [][]int
	total, paths, share []float64
	far, order          []int
}

func newBrandes(next [][]int) *brandes {
	n := len(next)
	return &brandes{next, make([]float64, n), make([]float64, n), make([]float64, n), make([]int, n), make([]int, 0, n)}
}

// from adds what the shortest ways from s make of every node between.
func (b *brandes) from(s int) {
	next, total, paths, share, far := b.next, b.total, b.paths, b.share, b.far
	clear(paths)
	clear(share)
	for v := range far {
		far[v] = -1
	}
	paths[s], far[s] = 1, 0
	order := append(b.order[:0], s)
	for at := 0; at < len(order); at++ {
		v := order[at]
		for _, w := range next[v] {
			if far[w] < 0 {
				far[w] = far[v] + 1
				order = append(order, w)
			}
			if far[w] == far[v]+1 {
				paths[w] += paths[v]
			}
		}
	}
	for at := len(order) - 1; at > 0; at-- {
		w := order[at]
		for _, v := range next[w] {
			if far[v] == far[w]-1 {
				share[v] += paths[v] / paths[w] * (1 + share[w])
			}
		}
		total[w] += share[w]
	}
}

// Gatekeepers are the three seats with the highest betweenness above 0; of equals
// the one first in the account's order.
func (n *Graph) Gatekeepers() []Gate {
	var out []Gate
	for i, b := range n.Betweenness() {
		if b > 1e-9 { // shares of a pair add up to a rounding error, never to a way
			out = append(out, Gate{n.account.Seats[i].ID, b})
		}
	}
	slices.SortStableFunc(out, func(a, b Gate) int {
		if math.Abs(a.Betweenness-b.Betweenness) < 1e-9 {
			return 0
		}
		return cmp.Compare(b.Betweenness, a.Betweenness)
	})
	return out[:min(3, len(out))]
}
