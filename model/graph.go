package model

import (
	"cmp"
	"container/heap"
	"math"
	"slices"
)

// The graph of METHOD §5: one source for all of us, then the customer's seats.
// Edges are our ties (of at least graphStrength), reports-to, informal and
// influences, all walked both ways. A seat known to be vacant is nobody, so no
// way leads through it; a placeholder is somebody we have yet to name.

// graphStrength is the least strength at which a tie is a way in.
const graphStrength = 0.05

// What a step costs (METHOD §5); a tie costs 1/strength, and a conflict between
// the two people doubles a step.
const (
	costBetween   = 2.0 // informal and influences
	costReportsTo = 3.0
	costConflict  = 2.0
)

// WayKind says what a step of an access path walks along.
type WayKind uint8

// The kinds of steps.
const (
	ByTie WayKind = iota
	ByInformal
	ByInfluences
	ByReportsTo
)

func (k WayKind) String() string {
	return [...]string{"tie", "informal", "influences", "reports to"}[k]
}

// Step is one step of an access path: to a seat, by what, at which cost.
type Step struct {
	To       SeatID
	By       WayKind
	Member   MemberID // who of ours, for the first step
	Cost     float64
	Conflict bool // the two do not get on: the step costs double
}

// Access is the cheapest way from our team to somebody; no steps: there is none.
type Access struct {
	To    SeatID
	Steps []Step
	Cost  float64
}

// Gate is a seat that many of the shortest ways lead through.
type Gate struct {
	Seat        SeatID
	Betweenness float64 // pairs whose shortest ways lead through it, unnormalised
}

// CutOff is a seat whose person holds the only way to key players.
type CutOff struct {
	Seat SeatID
	Lost int // how many key players could not be reached without that person
}

// Graph is the people of an account as a network.
type Graph struct {
	account *Account
	seats   []int // node − 1 → index in account.Seats
	node    map[SeatID]int
	edges   [][]edge // by node; 0 is all of us
}

type edge struct {
	to   int
	step Step
}

// NewGraph draws the network of an account.
func NewGraph(a *Account, g *Programme, today Date) *Graph {
	n := &Graph{account: a, node: map[SeatID]int{}, edges: make([][]edge, 1, len(a.Seats)+1)}
	for i := range a.Seats {
		if !a.Seats[i].Vacant {
			n.seats = append(n.seats, i)
			n.node[a.Seats[i].ID] = len(n.seats)
			n.edges = append(n.edges, nil)
		}
	}
	c := newCircle(a)
	conflict := n.conflicts(c)
	n.addTies(c, g, today)
	for i := range a.Edges {
		e := &a.Edges[i]
		from, to := n.of(c, e.From), n.of(c, e.To)
		switch e.Kind {
		case Informal:
			n.join(from, to, ByInformal, costBetween, conflict)
		case Influences:
			n.join(from, to, ByInfluences, costBetween, conflict)
		}
	}
	for _, i := range n.seats {
		s := &a.Seats[i]
		n.join(n.node[s.ID], n.node[s.ReportsTo], ByReportsTo, costReportsTo, conflict)
	}
	return n
}

// of is the node of a person's seat, 0 when they sit nowhere.
func (n *Graph) of(c circle, p PersonID) int {
	if s := c.seat[p]; s != nil {
		return n.node[s.ID]
	}
	return 0
}

func (n *Graph) conflicts(c circle) map[[2]int]bool {
	m := map[[2]int]bool{}
	for _, e := range c.a.Edges {
		if from, to := n.of(c, e.From), n.of(c, e.To); e.Kind == Conflict && from > 0 && to > 0 {
			m[[2]int{from, to}], m[[2]int{to, from}] = true, true
		}
	}
	return m
}

// join adds an edge between two seats, in both directions.
func (n *Graph) join(a, b int, by WayKind, cost float64, conflict map[[2]int]bool) {
	if a == 0 || b == 0 || a == b {
		return
	}
	quarrel := conflict[[2]int{a, b}]
	if quarrel {
		cost *= costConflict
	}
	n.edges[a] = append(n.edges[a], edge{b, Step{To: n.seat(b).ID, By: by, Cost: cost, Conflict: quarrel}})
	n.edges[b] = append(n.edges[b], edge{a, Step{To: n.seat(a).ID, By: by, Cost: cost, Conflict: quarrel}})
}

// addTies joins all of us to those we have a tie with, by the strongest tie.
func (n *Graph) addTies(c circle, g *Programme, today Date) {
	set := g.Settings()
	strongest, by := map[int]float64{}, map[int]MemberID{}
	for _, t := range c.a.Ties {
		at := n.of(c, t.Theirs)
		if at == 0 || g.Member(t.Ours) == nil {
			continue
		}
		if v := TieStrength(t, c.seat[t.Theirs].Executive(), set, today); v >= graphStrength && v > strongest[at] {
			strongest[at], by[at] = v, t.Ours
		}
	}
	for at := 1; at <= len(n.seats); at++ {
		if v := strongest[at]; v > 0 {
			n.edges[0] = append(n.edges[0], edge{at, Step{To: n.seat(at).ID, By: ByTie, Member: by[at], Cost: 1 / v}})
			n.edges[at] = append(n.edges[at], edge{0, Step{By: ByTie, Member: by[at], Cost: 1 / v}})
		}
	}
}

func (n *Graph) seat(node int) *Seat { return &n.account.Seats[n.seats[node-1]] }

// neighbours are the different nodes next to one: two people who are joined
// twice are still one step apart.
func (n *Graph) neighbours() [][]int {
	out, seen := make([][]int, len(n.edges)), make([]int, len(n.edges))
	for v, list := range n.edges {
		for _, e := range list {
			if seen[e.to] != v+1 {
				seen[e.to] = v + 1
				out[v] = append(out[v], e.to)
			}
		}
	}
	return out
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

// reachable marks the nodes that a way leads to from us, around one node; 0 for none.
func (n *Graph) reachable(around int) []bool {
	seen := make([]bool, len(n.edges))
	seen[0] = true
	if around > 0 {
		seen[around] = true
	}
	todo := []int{0}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, e := range n.edges[v] {
			if !seen[e.to] {
				seen[e.to] = true
				todo = append(todo, e.to)
			}
		}
	}
	if around > 0 {
		seen[around] = false
	}
	return seen
}

// Reachable lists the key players that a way leads to.
func (n *Graph) Reachable() []SeatID {
	var out []SeatID
	for v, ok := range n.reachable(0) {
		if v > 0 && ok && n.seat(v).Influence.KeyPlayer() {
			out = append(out, n.seat(v).ID)
		}
	}
	return out
}

// CutOffs lists the people without whom a key player who can be reached could not, in
// the seats' order. One walk finds them all (Tarjan's low points): somebody holds the
// only way to those behind them when none of these has a way back past them.
func (n *Graph) CutOffs() []CutOff {
	w := &cutWalk{n: n, at: make([]int, len(n.edges)), low: make([]int, len(n.edges)), keys: make([]int, len(n.edges)), lost: make([]int, len(n.edges))}
	w.from(0)
	var out []CutOff
	for v := 1; v < len(n.edges); v++ {
		if w.lost[v] > 0 {
			out = append(out, CutOff{n.seat(v).ID, w.lost[v]})
		}
	}
	return out
}

// OutOfReach lists the key players that a way leads to, but none around one person.
func (n *Graph) OutOfReach(without SeatID) []SeatID {
	x := n.node[without]
	if x == 0 {
		return nil
	}
	var lost []SeatID
	before, after := n.reachable(0), n.reachable(x)
	for v := 1; v < len(n.edges); v++ {
		if v != x && before[v] && !after[v] && n.seat(v).Influence.KeyPlayer() {
			lost = append(lost, n.seat(v).ID)
		}
	}
	return lost
}

// cutWalk is a walk in depth that remembers for each node when it was met, how early a
// node those behind it reach, and how many key players are behind it. It keeps its
// own stack: a chain of superiors may be thousands long.
type cutWalk struct {
	n                   *Graph
	at, low, keys, lost []int
	met                 int
}

type cutStep struct{ node, parent, edge int }

func (w *cutWalk) meet(v int) {
	w.met++
	w.at[v], w.low[v] = w.met, w.met
	if v > 0 && w.n.seat(v).Influence.KeyPlayer() {
		w.keys[v] = 1
	}
}

func (w *cutWalk) from(root int) {
	w.meet(root)
	stack := []cutStep{{root, -1, 0}}
	for len(stack) > 0 {
		s := &stack[len(stack)-1]
		if s.edge == len(w.n.edges[s.node]) {
			stack = stack[:len(stack)-1]
			w.back(*s)
			continue
		}
		to := w.n.edges[s.node][s.edge].to
		s.edge++
		switch {
		case w.at[to] == 0:
			w.meet(to)
			stack = append(stack, cutStep{to, s.node, 0})
		case to != s.parent:
			w.low[s.node] = min(w.low[s.node], w.at[to])
		}
	}
}

// back takes what was found behind a node to the one it was met from.
func (w *cutWalk) back(s cutStep) {
	p := s.parent
	if p < 0 {
		return
	}
	w.low[p] = min(w.low[p], w.low[s.node])
	w.keys[p] += w.keys[s.node]
	if w.low[s.node] >= w.at[p] {
		w.lost[p] += w.keys[s.node]
	}
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
		if p := people[s.Person]; s.Influence == InnerCircle && (p == nil || p.Coverage.Share() == 0) {
			out = append(out, n.walk(v, cost, back))
			steps += len(out[len(out)-1].Steps)
		}
	}
	return out
}

// Access gives the cheapest way to one seat.
func (n *Graph) Access(to SeatID) Access {
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
