package score

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
)

// Gatekeepers agree with an independent library on random graphs.
func TestBetweennessAgreesWithALibrary(t *testing.T) {
	gates := 0
	for seed := range modeltest.Seeds(t, 1000, 20000) {
		a, g := modeltest.RandomCircle(rand.New(rand.NewPCG(uint64(seed), 31)))
		n := NewGraph(a, g, modeltest.Today)
		plain := simple.NewUndirectedGraph()
		for v := range n.edges {
			plain.AddNode(simple.Node(v))
		}
		for v, list := range n.neighbours() {
			for _, w := range list {
				if v < w {
					plain.SetEdge(plain.NewEdge(simple.Node(v), simple.Node(w)))
				}
			}
		}
		want := network.Betweenness(plain) // counts every pair from both ends
		got := n.Betweenness()
		for v := 1; v < len(n.edges); v++ {
			if b := got[n.seats[v-1]]; math.Abs(b-want[int64(v)]/2) > 1e-9 {
				t.Fatalf("seed %d, node %d: %v, the library says %v", seed, v, b, want[int64(v)]/2)
			}
		}
		for _, gate := range n.Gatekeepers() {
			gates++
			if gate.Betweenness <= 0 {
				t.Fatalf("seed %d: a gatekeeper with %v", seed, gate.Betweenness)
			}
		}
	}
	if gates < 500 {
		t.Errorf("only %d gatekeepers in all graphs", gates)
	}
}

// Cut-off persons are those whose removal, one after the other, leaves a key
// player out of reach; and leave says the same of each.
func TestCutOffsAgreeWithRemovingEachInTurn(t *testing.T) {
	cut := 0
	for seed := range modeltest.Seeds(t, 1000, 20000) {
		a, g := modeltest.RandomCircle(rand.New(rand.NewPCG(uint64(seed), 32)))
		p := modeltest.Under(t, g, a)
		s := Of(p, modeltest.Today)
		reached := map[model.SeatID]bool{}
		for _, id := range NewGraph(a, g, modeltest.Today).Reachable() {
			reached[id] = true
		}
		lost := map[model.SeatID][]model.SeatID{}
		network := NewGraph(a, g, modeltest.Today)
		for _, x := range network.CutOffs() {
			if lost[x.Seat] = network.OutOfReach(x.Seat); len(lost[x.Seat]) != x.Lost {
				t.Fatalf("seed %d: without %s %d are out of reach, counted %d", seed, x.Seat, len(lost[x.Seat]), x.Lost)
			}
		}
		for _, seat := range a.Seats {
			if seat.Vacant {
				continue
			}
			b := *a
			b.Seats = append([]model.Seat(nil), a.Seats...)
			b.Seats[model.IndexOf(b.Seats, seat.ID)].Vacant = true
			still := map[model.SeatID]bool{}
			for _, id := range NewGraph(&b, g, modeltest.Today).Reachable() {
				still[id] = true
			}
			var want []model.SeatID
			for _, other := range a.Seats {
				if other.ID != seat.ID && reached[other.ID] && !still[other.ID] {
					want = append(want, other.ID)
				}
			}
			cut += len(want)
			if !reflect.DeepEqual(lost[seat.ID], want) {
				t.Fatalf("seed %d, %s: %v, by removing %v", seed, seat.ID, lost[seat.ID], want)
			}
			if l, ok := s.LeavePerson("a", seat.Person); ok && !reflect.DeepEqual(l.CutOff, want) {
				t.Fatalf("seed %d: %s leaves: %v, want %v", seed, seat.Person, l.CutOff, want)
			}
		}
	}
	if cut < 100 {
		t.Errorf("only %d key players were cut off in all graphs", cut)
	}
}

// What leave says comes when the person really leaves, on either side.
func TestLeaveAgreesWithLeaving(t *testing.T) {
	left := [2]int{}
	for seed := range modeltest.Seeds(t, 300, 5000) {
		a, g := modeltest.RandomCircle(rand.New(rand.NewPCG(uint64(seed), 33)))
		a.Sponsor, a.Ratings = "m0", modeltest.Rated("a", map[string]string{"importance": "55555", "position": "33333", "alignment": "44444444"}).Ratings
		p := modeltest.Under(t, g, a)
		s := Of(p, modeltest.Today)
		for i, seat := range a.Seats {
			l, ok := s.LeavePerson("a", seat.Person)
			if !ok {
				continue
			}
			left[0]++
			then, err := edit.After(p, modeltest.Today, modeltest.IDs(), edit.SeatPerson{Account: "a", Seat: seat.ID, Leave: true})
			if err != nil {
				t.Fatalf("seed %d, seat %d: %v", seed, i, err)
			}
			sameLeaving(t, seed, l, Of(then, modeltest.Today))
		}
		for _, m := range g.Team {
			l, ok := s.LeaveMember("a", m.ID)
			if !ok {
				t.Fatal("a member of the team cannot leave")
			}
			left[1]++
			then, err := edit.After(p, modeltest.Today, modeltest.IDs(), edit.RemoveMember{ID: m.ID, Name: m.Name})
			if err != nil {
				t.Fatal(err)
			}
			sameLeaving(t, seed, l, Of(then, modeltest.Today))
		}
	}
	if left[0] < 300 || left[1] < 300 {
		t.Errorf("only %v left", left)
	}
}

func sameLeaving(t *testing.T, seed int, l Leaving, s *Scores) {
	t.Helper()
	r, now := l.After, s.Local("a").Relationship
	for name, x := range map[string][2]model.Num{"R": {r.Score, now.Score}, "coverage": {r.Coverage, now.Coverage}, "support": {r.Support, now.Support}, "bow-tie": {r.BowTie, now.BowTie},
		"thread": {r.Thread, now.Thread}, "zipper": {r.Zipper, now.Zipper}, "health": {l.HealthAfter, s.Standing("a").Health}} {
		if x[0].Known != x[1].Known || math.Abs(x[0].V-x[1].V) > 1e-9 {
			t.Fatalf("seed %d: %s after leaving is said to be %v and is %v", seed, name, x[0], x[1])
		}
	}
	if r.Threads != now.Threads || r.Status != now.Status {
		t.Fatalf("seed %d: threads %v status %v, then %v %v", seed, r.Threads, r.Status, now.Threads, now.Status)
	}
}
