package score

import (
	"container/heap"
	"math"
	"slices"

	"accord/model"
)

// Step is one step of an access path: to a seat, by what, at which cost.
type Step struct {
	To       model.SeatID
	By       WayKind
	Member   model.MemberID // who of ours, for the first step
	Cost     float64
	Conflict bool // the two do not get on: the step costs double
}

// Access is the cheapest way from our team to somebody; no steps: there is none.
type Access struct {
	To    model.SeatID
	Steps []Step
	Cost  float64
}

// manySteps is how many steps all ways in together have that are listed: more than
// anybody reads, and a chain of thousands has millions.
const manySteps = 20_000

// Accesses gives the best way in to every uncovered person of the inner circle,
// named or not, in the seats' order; of the ways in a very long chain the first.
func (n *Graph) Accesses() []Access {
	cost, back := n.cheapest()
	people := newCircle(n.account).person
	var out []Access
	steps := 0
	for v := 1; v < len(n.edges) && steps < manySteps; v++ {
		s := n.seat(v)
		if p := people[s.Person]; s.Influence == model.InnerCircle && (p == nil || p.Coverage.Share() == 0) {
			out = append(out, n.walk(v, cost, back))
			steps += len(out[len(out)-1].Steps)
		}
	}
	return out
}

// Access gives the cheapest way to one seat.
func (n *Graph) Access(to model.SeatID) Access {
	if n.node[to] == 0 {
		return Access{To: to}
	}
	cost, back := n.cheapest()
	return n.walk(n.node[to], cost, back)
}

func (n *Graph) walk(v int, cost []float64, back []edge) Access {
	a := Access{To: n.seat(v).ID}
	if math.IsInf(cost[v], 1) {
		return a
	}
	a.Cost = cost[v]
	for v != 0 {
		a.Steps = append(a.Steps, back[v].step)
		v = back[v].to
	}
	slices.Reverse(a.Steps)
	return a
}

// cheapest is Dijkstra's algorithm from us: the cost of every node, and for each
// the node before it with the step that leads on. Of equally cheap ways the one
// found first stands, so the answer is always the same.
func (n *Graph) cheapest() ([]float64, []edge) {
	cost, back, done := make([]float64, len(n.edges)), make([]edge, len(n.edges)), make([]bool, len(n.edges))
	for v := 1; v < len(cost); v++ {
		cost[v] = math.Inf(1)
	}
	queue := &nearest{{0, 0}}
	for queue.Len() > 0 {
		v := heap.Pop(queue).(waypoint).node
		if done[v] {
			continue
		}
		done[v] = true
		for _, e := range n.edges[v] {
			if e.to != 0 && cost[v]+e.step.Cost < cost[e.to] {
				cost[e.to] = cost[v] + e.step.Cost
				back[e.to] = edge{v, e.step}
				heap.Push(queue, waypoint{cost[e.to], e.to})
			}
		}
	}
	return cost, back
}

// nearest are the nodes that a way was found to, the cheapest first; of equals the
// first in the account's order.
type nearest []waypoint

type waypoint struct {
	cost float64
	node int
}

func (q nearest) Len() int { return len(q) }

func (q nearest) Less(i, j int) bool {
	return q[i].cost < q[j].cost || q[i].cost == q[j].cost && q[i].node < q[j].node
}

func (q nearest) Swap(i, j int) { q[i], q[j] = q[j], q[i] }

// Push implements heap.Interface.
func (q *nearest) Push(x any) { *q = append(*q, x.(waypoint)) }

// Pop implements heap.Interface.
func (q *nearest) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
