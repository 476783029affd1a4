package session_test

import (
	"fmt"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/mask"
	"accord/model/merge3"
	"accord/model/report"
	"accord/model/score"
	"accord/model/session"
)

// chainOf is an account of n people, each of whom reports to the next, with ties of
// ours to every tenth.
func chainOf(tb testing.TB, n int) *model.Portfolio {
	tb.Helper()
	g := model.NewProgramme()
	g.Team = []model.Member{{ID: "m", Name: "Dana", Function: model.Sales}, {ID: "m2", Name: "Ben", Function: model.CLevel}}
	a := &model.Account{ID: "a", Name: "Chain", Manager: "m"}
	for i := range n {
		a.Persons = append(a.Persons, model.Person{ID: model.PersonID(fmt.Sprint("p", i)), Name: fmt.Sprint("Person ", i), Support: model.Some(i%5 - 2)})
		s := model.Seat{ID: model.SeatID(fmt.Sprint("s", i)), Title: fmt.Sprint("Head of ", i), Person: a.Persons[i].ID, Influence: model.Influence(i % 4), Role: model.BuyingRole(i % 8)}
		if i+1 < n {
			s.ReportsTo = model.SeatID(fmt.Sprint("s", i+1))
		}
		a.Seats = append(a.Seats, s)
		if i%10 == 0 {
			a.Ties = append(a.Ties, model.Tie{ID: model.TieID(fmt.Sprint("t", i)), Ours: "m", Theirs: a.Persons[i].ID, Level: model.Vendor, LastContact: model.NewDate(2026, 11, 1)})
		}
	}
	p, err := model.NewPortfolio(g, []*model.Account{a})
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// BenchmarkChainOf5000 is what an account of 5,000 people in one chain of superiors
// costs, a step at a time.
func BenchmarkChainOf5000(b *testing.B) {
	p := chainOf(b, 5000)
	today := model.NewDate(2026, 11, 30)
	a, g := p.Account("a"), p.Programme()
	n := 0
	s := session.New(p, today, 0, func() string { n++; return fmt.Sprint("n", n) })
	do := func(c edit.Change) {
		if _, err := s.Do(c, time.Time{}); err != nil {
			b.Fatal(err)
		}
	}
	for _, c := range []struct {
		name string
		do   func(i int)
	}{
		{"score", func(int) { score.Of(p, today) }},
		{"edit", func(i int) {
			do(edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfSeat, ID: "s7"}, Key: "seat.title", Value: fmt.Sprint("Title ", i)})
		}},
		{"boss", func(i int) {
			do(edit.MoveSeat{Account: "a", Seat: "s2500", To: model.SeatID(fmt.Sprint("s", 4000+i%2))})
		}},
		{"graph", func(int) { score.NewGraph(a, g, today) }},
		{"gatekeepers", func(int) { score.NewGraph(a, g, today).Gatekeepers() }},
		{"cut-offs", func(int) { score.NewGraph(a, g, today).CutOffs() }},
		{"ways", func(int) { score.NewGraph(a, g, today).Accesses() }},
		{"moves", func(int) { s.Scores().Moves("a", s.NewID) }},
		{"gaps", func(int) { s.Scores().FindOut("a") }},
		{"explain", func(int) { s.Scores().Explain("a", "relationship") }},
		{"leave", func(int) { s.Scores().LeavePerson("a", "p2500") }},
		{"report", func(int) { report.Build("full", report.Us, s.Scores(), "a") }},
		{"words", func(int) { edit.Between(model.EmptyPortfolio(), p).Edits(g) }},
		{"merge", func(int) { _, _ = merge3.Merge(p, p, s.Portfolio()) }},
		{"veil", func(int) { mask.Anonymise(s.Scores()) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			for i := range b.N {
				c.do(i)
			}
		})
	}
}
