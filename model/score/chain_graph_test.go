package score

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"accord/model"
	"accord/model/modeltest"
)

// chainAccount is an account of n people, each of whom reports to the next, with a
// tie of ours to the first.
func chainAccount(n int) (*model.Account, *model.Programme) {
	g := model.NewProgramme()
	g.Team = []model.Member{{ID: "m", Name: "Dana"}}
	a := &model.Account{ID: "a", Name: "Chain", Ties: []model.Tie{{ID: "t", Ours: "m", Theirs: "p0", Level: model.TrustedAdvisor}}}
	for i := range n {
		who := model.PersonID(fmt.Sprint("p", i))
		a.Persons = append(a.Persons, model.Person{ID: who, Name: string(who)})
		s := model.Seat{ID: model.SeatID(fmt.Sprint("s", i)), Person: who, Influence: model.InnerCircle}
		if i+1 < n {
			s.ReportsTo = model.SeatID(fmt.Sprint("s", i+1))
		}
		a.Seats = append(a.Seats, s)
	}
	return a, g
}

// In a chain that we hold by one end everybody is known: how many pairs meet through
// each, and how many are behind each.
func TestAChainOf5000(t *testing.T) {
	const n = 5000
	a, g := chainAccount(n)
	network := NewGraph(a, g, modeltest.Today)
	cuts := network.CutOffs()
	if len(cuts) != n-1 {
		t.Fatalf("%d cut-offs", len(cuts))
	}
	for i, x := range cuts {
		if x.Seat != a.Seats[i].ID || x.Lost != n-1-i {
			t.Fatalf("%s: %d are lost, want %d", x.Seat, x.Lost, n-1-i)
		}
	}
	for i, b := range network.Betweenness() {
		want := float64(i+1) * float64(n-1-i)
		if math.Abs(b-want) > 0.02*n*n/4 {
			t.Fatalf("place %d: %v, want about %v", i, b, want)
		}
	}
	steps := 0
	for _, w := range network.Accesses() {
		steps += len(w.Steps)
	}
	if steps < manySteps || steps > manySteps+n {
		t.Errorf("%d steps of ways are listed", steps)
	}
	p, err := model.NewPortfolio(g, []*model.Account{a})
	if err != nil {
		t.Fatal(err)
	}
	if moves := possible(a, Of(p, modeltest.Today), func() string { return "x" }); len(moves) > 4*fewMoves {
		t.Errorf("%d moves are tried, each of which scores everybody", len(moves))
	}
}

// What is estimated from some is exact when all are asked, and near when many are.
func TestBetweennessFromSomeIsNearThatFromAll(t *testing.T) {
	for seed := range modeltest.Seeds(t, 200, 2000) {
		a, g := modeltest.RandomCircle(rand.New(rand.NewPCG(uint64(seed), 33)))
		n := NewGraph(a, g, modeltest.Today)
		all, few := n.betweenness(len(n.edges)), n.betweenness(max(1, len(n.edges)-1))
		for i := range all {
			if few[i] < 0 || all[i] == 0 && few[i] > 1e-9 {
				t.Fatalf("seed %d: %v from some, %v from all", seed, few[i], all[i])
			}
		}
	}
}

// Of many moves those about the people who weigh most are tried.
func TestTheForemostMovesAreTried(t *testing.T) {
	var all []Move
	for i := range 100 {
		all = append(all, Move{Key: fmt.Sprintf("k%03d", 99-i), weight: float64(i % 3)})
	}
	got := foremost(all, 10)
	for i, m := range got {
		if m.weight != 2 || i > 0 && got[i-1].Key > m.Key {
			t.Fatalf("%d: %+v", i, m)
		}
	}
	if len(got) != 10 || len(foremost(all, 100)) != 100 {
		t.Error(len(got))
	}
}
