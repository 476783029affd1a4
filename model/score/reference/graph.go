package reference

import (
	"math"
	"sort"

	"accord/model"
)

// The graph, as a matrix of costs: 0 is us, then the seats that are not vacant.
type graph struct {
	seats []*model.Seat
	cost  [][]float64 // +Inf where there is no edge
}

func (w *world) network(a *model.Account) graph {
	var n graph
	at := map[model.SeatID]int{}
	for i := range a.Seats {
		if !a.Seats[i].Vacant {
			n.seats = append(n.seats, &a.Seats[i])
			at[a.Seats[i].ID] = len(n.seats)
		}
	}
	size := len(n.seats) + 1
	for range size {
		row := make([]float64, size)
		for j := range row {
			row[j] = math.Inf(1)
		}
		n.cost = append(n.cost, row)
	}
	where := func(p model.PersonID) int {
		if s := seatOf(a, p); s != nil {
			return at[s.ID]
		}
		return 0
	}
	quarrel := map[[2]int]float64{}
	for _, e := range a.Edges {
		if e.Kind == model.Conflict {
			quarrel[[2]int{where(e.From), where(e.To)}] = 2
			quarrel[[2]int{where(e.To), where(e.From)}] = 2
		}
	}
	join := func(x, y int, c float64) {
		if x > 0 && y > 0 && x != y {
			c *= math.Max(1, quarrel[[2]int{x, y}])
			n.cost[x][y], n.cost[y][x] = math.Min(n.cost[x][y], c), math.Min(n.cost[y][x], c)
		}
	}
	for _, e := range a.Edges {
		if e.Kind == model.Informal || e.Kind == model.Influences {
			join(where(e.From), where(e.To), 2)
		}
	}
	for _, s := range n.seats {
		join(at[s.ID], at[s.ReportsTo], 3)
	}
	for _, t := range a.Ties {
		y := where(t.Theirs)
		if y == 0 || w.member(t.Ours) == nil {
			continue
		}
		if s := w.strength(t, seatOf(a, t.Theirs).Function == model.CLevel); s >= 0.05 {
			n.cost[0][y], n.cost[y][0] = math.Min(n.cost[0][y], 1/s), math.Min(n.cost[y][0], 1/s)
		}
	}
	return n
}

// hops are the shortest distances in steps around a node that is left out (-1:
// none), by as many passes as there are nodes.
func (n graph) hops(from, without int) []float64 {
	d := make([]float64, len(n.cost))
	for i := range d {
		d[i] = math.Inf(1)
	}
	d[from] = 0
	for range n.cost {
		for x := range n.cost {
			for y := range n.cost {
				if x != without && y != without && !math.IsInf(n.cost[x][y], 1) {
					d[y] = math.Min(d[y], d[x]+1)
				}
			}
		}
	}
	return d
}

// ways counts the shortest ways between two nodes, and those through a third.
func (n graph) ways(from, to, through int, d []float64) (all, via float64) {
	var walk func(v int, seen bool)
	walk = func(v int, seen bool) {
		if v == to {
			all++
			if seen {
				via++
			}
			return
		}
		for next := range n.cost {
			// a step that lies on a shortest way: one further from the start
			if !math.IsInf(n.cost[v][next], 1) && d[next] == d[v]+1 && d[next] <= d[to] {
				walk(next, seen || next == through && next != to)
			}
		}
	}
	walk(from, false)
	return all, via
}

func (n graph) betweenness(x int) float64 {
	sum := 0.0
	for from := range n.cost {
		d := n.hops(from, -1)
		for to := from + 1; to < len(n.cost); to++ {
			if from == x || to == x || math.IsInf(d[to], 1) {
				continue
			}
			all, via := n.ways(from, to, x, d)
			sum += via / all
		}
	}
	return sum
}

// cutOffs counts for every seat the key players lost without it.
func (n graph) cutOffs() map[model.SeatID]int {
	out := map[model.SeatID]int{}
	before := n.hops(0, -1)
	for x := 1; x < len(n.cost); x++ {
		if math.IsInf(before[x], 1) {
			continue
		}
		after := n.hops(0, x)
		for y := 1; y < len(n.cost); y++ {
			if y != x && !math.IsInf(before[y], 1) && math.IsInf(after[y], 1) && weight(n.seats[y-1].Influence) >= 3 {
				out[n.seats[x-1].ID]++
			}
		}
	}
	return out
}

// accesses are the costs of the cheapest ways to uncovered people of the inner circle.
func (n graph) accesses(a *model.Account) map[model.SeatID]float64 {
	d := make([]float64, len(n.cost))
	for i := range d {
		d[i] = math.Inf(1)
	}
	d[0] = 0
	for range n.cost {
		for x := range n.cost {
			for y := range n.cost {
				d[y] = math.Min(d[y], d[x]+n.cost[x][y])
			}
		}
	}
	out := map[model.SeatID]float64{}
	for i, s := range n.seats {
		p := personOf(a, s.Person)
		if s.Influence == model.InnerCircle && (p == nil || cover[p.Coverage] == 0) {
			out[s.ID] = d[i+1]
		}
	}
	return out
}

func (n graph) gates() []float64 {
	var out []float64
	for x := 1; x < len(n.cost); x++ {
		if b := n.betweenness(x); b > 1e-9 {
			out = append(out, b)
		}
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(out)))
	if len(out) > 3 {
		out = out[:3]
	}
	return out
}
