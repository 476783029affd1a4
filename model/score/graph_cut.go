package score

import (
	"accord/model"
)

// CutOff is a seat whose person holds the only way to key players.
type CutOff struct {
	Seat model.SeatID
	Lost int // how many key players could not be reached without that person
}

// CutOffs lists the people without whom a key player who can be reached could not, in
// the seats' order. One walk finds them all (Tarjan's low points): somebody holds the
// only way to those behind them when none of these has a way back past them.
func (n *Graph) CutOffs() []CutOff {
	w := &cutWalk{
		n:    n,
		at:   make([]int, len(n.edges)),
		low:  make([]int, len(n.edges)),
		keys: make([]int, len(n.edges)),
		lost: make([]int, len(n.edges)),
	}
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
func (n *Graph) OutOfReach(without model.SeatID) []model.SeatID {
	x := n.node[without]
	if x == 0 {
		return nil
	}
	var lost []model.SeatID
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
