package score

import (
	"accord/model"
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

// Graph is the people of an account as a network.
type Graph struct {
	account *model.Account
	seats   []int // node − 1 → index in account.Seats
	node    map[model.SeatID]int
	edges   [][]edge // by node; 0 is all of us
}

type edge struct {
	to   int
	step Step
}

// NewGraph draws the network of an account.
func NewGraph(a *model.Account, g *model.Programme, today model.Date) *Graph {
	n := &Graph{account: a, node: map[model.SeatID]int{}, edges: make([][]edge, 1, len(a.Seats)+1)}
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
		case model.Informal:
			n.Join(from, to, ByInformal, costBetween, conflict)
		case model.Influences:
			n.Join(from, to, ByInfluences, costBetween, conflict)
		}
	}
	for _, i := range n.seats {
		s := &a.Seats[i]
		n.Join(n.node[s.ID], n.node[s.ReportsTo], ByReportsTo, costReportsTo, conflict)
	}
	return n
}

// of is the node of a person's seat, 0 when they sit nowhere.
func (n *Graph) of(c circle, p model.PersonID) int {
	if s := c.seat[p]; s != nil {
		return n.node[s.ID]
	}
	return 0
}

func (n *Graph) conflicts(c circle) map[[2]int]bool {
	m := map[[2]int]bool{}
	for _, e := range c.a.Edges {
		if from, to := n.of(c, e.From), n.of(c, e.To); e.Kind == model.Conflict && from > 0 && to > 0 {
			m[[2]int{from, to}], m[[2]int{to, from}] = true, true
		}
	}
	return m
}

// Join adds an edge between two seats, in both directions.
func (n *Graph) Join(a, b int, by WayKind, cost float64, conflict map[[2]int]bool) {
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
func (n *Graph) addTies(c circle, g *model.Programme, today model.Date) {
	set := g.Settings()
	strongest, by := map[int]float64{}, map[int]model.MemberID{}
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

func (n *Graph) seat(node int) *model.Seat { return &n.account.Seats[n.seats[node-1]] }

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
func (n *Graph) Reachable() []model.SeatID {
	var out []model.SeatID
	for v, ok := range n.reachable(0) {
		if v > 0 && ok && n.seat(v).Influence.KeyPlayer() {
			out = append(out, n.seat(v).ID)
		}
	}
	return out
}
