package session_test

import (
	"fmt"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/score"
	"accord/model/sessiontest"
)

// manyAccounts is n accounts with all three first instruments rated and two years
// of figures.
func manyAccounts(b *testing.B, n int) *model.Portfolio {
	b.Helper()
	accounts := make([]*model.Account, n)
	for i := range accounts {
		d := func(k int) string { return string(rune('0' + (i*k)%6)) }
		a := modeltest.Rated(fmt.Sprintf("%09d", i), map[string]string{"importance": d(1) + d(3) + d(5) + d(7) + d(11), "position": d(2) + d(3) + d(5) + d(7) + d(11) + d(13), "receptivity": "44"})
		for year := 2024; year <= 2025; year++ {
			a.Years = append(a.Years, model.Year{Year: year, Revenue: model.NewMoney(float64(1000+(i*7919)%n), "USD"), CostOfSales: model.NewMoney(500, "USD"), CostToServe: model.NewMoney(float64((i*31)%700), "USD")})
		}
		accounts[i] = a
	}
	p, err := model.NewPortfolio(model.NewProgramme(), accounts)
	if err != nil {
		b.Fatal(err)
	}
	return p
}

var sizes = []int{100, 2_000, 10_000, 100_000}

// BenchmarkRating is one rating edited: the change and every score after it.
func BenchmarkRating(b *testing.B) {
	benchmarkEdit(b, func(i int) edit.Change {
		return edit.SetRating{Account: "000000042", Factor: "importance.capacity", Level: model.LevelOf(i % 6)}
	})
}

// BenchmarkRevenue is one year's revenue edited: order, Pareto, concentration.
func BenchmarkRevenue(b *testing.B) {
	benchmarkEdit(b, func(i int) edit.Change {
		return edit.SetField{Ref: edit.AccountRef("000000042"), Key: "figures.2025.revenue", Value: fmt.Sprint(1000 + i%500)}
	})
}

// BenchmarkWeight is one weight of the method pack, which rescores every account.
func BenchmarkWeight(b *testing.B) {
	benchmarkEdit(b, func(i int) edit.Change {
		return edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "pack.importance.capacity.weight", Value: fmt.Sprint(10 + i%20)}
	})
}

func benchmarkEdit(b *testing.B, change func(int) edit.Change) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := sessiontest.New(manyAccounts(b, n))
			at := time.Unix(0, 0)
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				at = at.Add(time.Hour)
				if _, err := s.Do(change(i), at); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkScore is everything from scratch.
func BenchmarkScore(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := manyAccounts(b, n)
			b.ReportAllocs()
			for b.Loop() {
				score.Of(p, modeltest.Today)
			}
		})
	}
}

// rich is an account as the performance targets mean it: 15 people, 40 ties, 30
// plan items.
func rich(n int) (*model.Account, *model.Programme) {
	g := model.NewProgramme()
	for i := range 6 {
		g.Team = append(g.Team, model.Member{ID: model.MemberID(fmt.Sprint("m", i)), Name: fmt.Sprint("Member ", i), Function: model.Function(1 + i)})
	}
	a := full(fmt.Sprintf("r%06d", n))
	a.Name = fmt.Sprintf("Rich %06d", n)
	for i := range 13 {
		p := model.PersonID(fmt.Sprint("p", i))
		a.Seats = append(a.Seats, model.Seat{ID: model.SeatID(fmt.Sprint("s", i)), Title: "Head", Person: p, Influence: model.Influence(i % 4), Function: model.Function(i % 10), ReportsTo: "ceo"})
		a.Persons = append(a.Persons, model.Person{ID: p, Name: fmt.Sprint("Person ", i), Coverage: model.Coverage(i % 5), Support: model.Some(i%5 - 2)})
	}
	for i := range 38 {
		a.Ties = append(a.Ties, model.Tie{ID: model.TieID(fmt.Sprint("u", i)), Ours: model.MemberID(fmt.Sprint("m", i%6)), Theirs: model.PersonID(fmt.Sprint("p", i%13)), Level: model.TieLevel(1 + i%4), LastContact: modeltest.Today.AddDays(-i * 5)})
	}
	for i := range 30 {
		a.Actions = append(a.Actions, model.Action{ID: model.ActionID(fmt.Sprint("a", i)), Text: "do", Objective: "o", Due: modeltest.Today.AddDays(i - 15)})
		a.Insights = append(a.Insights, model.Insight{ID: model.InsightID(fmt.Sprint("n", i)), Kind: model.InsightKind(i % 7), Text: "thing", Date: modeltest.Today.AddDays(-i * 10)})
	}
	return a, g
}

func richPortfolio(b *testing.B, n int) *model.Portfolio {
	accounts := make([]*model.Account, n)
	var g *model.Programme
	for i := range accounts {
		accounts[i], g = rich(i)
		accounts[i].Years[1].Revenue = model.NewMoney(float64(100+i*37%1000), "USD")
	}
	return modeltest.Under(b, g, accounts...)
}

func BenchmarkMoves(b *testing.B) {
	s := score.Of(richPortfolio(b, 2000), modeltest.Today)
	id := s.Portfolio().At(7).ID
	for b.Loop() {
		if len(s.Moves(id, modeltest.IDs())) == 0 {
			b.Fatal("no move")
		}
	}
}

// BenchmarkRich is the whole of 2,000 rich accounts: one rating, one weight, one
// tie, and everything from scratch.
func BenchmarkRich(b *testing.B) {
	p := richPortfolio(b, 2000)
	step := func(name string, change func(i int) edit.Change) {
		b.Run(name, func(b *testing.B) {
			s := sessiontest.New(p)
			i := 0
			for b.Loop() {
				if _, err := s.Do(change(i), modeltest.Now); err != nil {
					b.Fatal(err)
				}
				i++
			}
		})
	}
	step("rating", func(i int) edit.Change {
		return edit.SetRating{Account: p.At(i * 31 % 2000).ID, Factor: "position.criticality", Verified: false, Level: model.LevelOf((i + i/2000) % 6)}
	})
	step("tie", func(i int) edit.Change {
		return edit.SetTie{Account: p.At(i * 31 % 2000).ID, ID: "", Ours: "m0", Theirs: "p0", Level: model.TieLevel(1 + (i+i/2000)%4), Touch: false}
	})
	step("weight", func(i int) edit.Change {
		return edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "pack.importance.capacity.weight", Value: fmt.Sprint(10 + i%20)}
	})
	step("revenue", func(i int) edit.Change {
		return edit.SetField{Ref: edit.AccountRef(p.At(i * 31 % 2000).ID), Key: "figures.2025.revenue", Value: fmt.Sprint(50 + i*13%1000 + i/2000)}
	})
	b.Run("scratch", func(b *testing.B) {
		for b.Loop() {
			score.Of(p, modeltest.Today)
		}
	})
	b.Run("sensitivity", func(b *testing.B) {
		s := score.Of(p, modeltest.Today)
		for b.Loop() {
			s.Sensitivity()
		}
	})
}
