package shell

import (
	"fmt"
	"testing"

	"accord/model"
	"accord/ui/relmap"
)

// chainPortfolio is an account of n people, each of whom reports to the next.
func chainPortfolio(tb testing.TB, n int) *model.Portfolio {
	tb.Helper()
	g := model.NewProgramme()
	g.Team = []model.Member{{ID: "m", Name: "Dana", Function: model.Sales}}
	a := &model.Account{ID: "a", Name: "Chain", Manager: "m"}
	for i := range n {
		who := model.PersonID(fmt.Sprint("p", i))
		a.Persons = append(a.Persons, model.Person{ID: who, Name: fmt.Sprint("Person ", i)})
		s := model.Seat{ID: model.SeatID(fmt.Sprint("s", i)), Title: fmt.Sprint("Head ", i), Person: who, Influence: model.Influence(i % 4)}
		if i+1 < n {
			s.ReportsTo = model.SeatID(fmt.Sprint("s", i+1))
		}
		a.Seats = append(a.Seats, s)
		if i%10 == 0 {
			a.Ties = append(a.Ties, model.Tie{ID: model.TieID(fmt.Sprint("t", i)), Ours: "m", Theirs: who, Level: model.Vendor})
		}
	}
	p, err := model.NewPortfolio(g, []*model.Account{a})
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// BenchmarkChainOf5000 draws an account of 5,000 people in one chain of superiors, in
// every look of the map.
func BenchmarkChainOf5000(b *testing.B) {
	p := chainPortfolio(b, 5000)
	for _, look := range relmap.Looks {
		b.Run(look, func(b *testing.B) {
			for range b.N {
				relmap.DrawMap(p, model.NewDate(2026, 11, 30), "a", look, 120)
			}
		})
	}
}
