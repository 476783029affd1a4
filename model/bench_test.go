package model

import (
	"fmt"
	"testing"
	"time"
)

// manyAccounts is n accounts with all three first instruments rated and two years
// of figures.
func manyAccounts(b *testing.B, n int) *Portfolio {
	b.Helper()
	accounts := make([]*Account, n)
	for i := range accounts {
		d := func(k int) string { return string(rune('0' + (i*k)%6)) }
		a := rated(fmt.Sprintf("%09d", i), map[string]string{"importance": d(1) + d(3) + d(5) + d(7) + d(11), "position": d(2) + d(3) + d(5) + d(7) + d(11) + d(13), "receptivity": "44"})
		for year := 2024; year <= 2025; year++ {
			a.Years = append(a.Years, Year{Year: year, Revenue: NewMoney(float64(1000+(i*7919)%n), "USD"), CostOfSales: NewMoney(500, "USD"), CostToServe: NewMoney(float64((i*31)%700), "USD")})
		}
		accounts[i] = a
	}
	p, err := NewPortfolio(NewProgramme(), accounts)
	if err != nil {
		b.Fatal(err)
	}
	return p
}

var sizes = []int{100, 2_000, 10_000, 100_000}

// BenchmarkRating is one rating edited: the change and every score after it.
func BenchmarkRating(b *testing.B) {
	benchmarkEdit(b, func(i int) Change {
		return SetRating{Account: "000000042", Factor: "importance.capacity", Level: LevelOf(i % 6)}
	})
}

// BenchmarkRevenue is one year's revenue edited: order, Pareto, concentration.
func BenchmarkRevenue(b *testing.B) {
	benchmarkEdit(b, func(i int) Change {
		return SetField{Ref: AccountRef("000000042"), Key: "figures.2025.revenue", Value: fmt.Sprint(1000 + i%500)}
	})
}

// BenchmarkWeight is one weight of the method pack, which rescores every account.
func BenchmarkWeight(b *testing.B) {
	benchmarkEdit(b, func(i int) Change {
		return SetField{Ref: Ref{Of: OfProgramme}, Key: "pack.importance.capacity.weight", Value: fmt.Sprint(10 + i%20)}
	})
}

func benchmarkEdit(b *testing.B, change func(int) Change) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := newTestSession(manyAccounts(b, n))
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
				Score(p, testToday)
			}
		})
	}
}

// rich is an account as the performance targets mean it: 15 people, 40 ties, 30
// plan items.
func rich(n int) (*Account, *Programme) {
	g := NewProgramme()
	for i := range 6 {
		g.Team = append(g.Team, Member{ID: MemberID(fmt.Sprint("m", i)), Name: fmt.Sprint("Member ", i), Function: Function(1 + i)})
	}
	a := full(fmt.Sprintf("r%06d", n))
	a.Name = fmt.Sprintf("Rich %06d", n)
	for i := range 13 {
		p := PersonID(fmt.Sprint("p", i))
		a.Seats = append(a.Seats, Seat{ID: SeatID(fmt.Sprint("s", i)), Title: "Head", Person: p, Influence: Influence(i % 4), Function: Function(i % 10), ReportsTo: "ceo"})
		a.Persons = append(a.Persons, Person{ID: p, Name: fmt.Sprint("Person ", i), Coverage: Coverage(i % 5), Support: Some(i%5 - 2)})
	}
	for i := range 38 {
		a.Ties = append(a.Ties, Tie{ID: TieID(fmt.Sprint("u", i)), Ours: MemberID(fmt.Sprint("m", i%6)), Theirs: PersonID(fmt.Sprint("p", i%13)), Level: TieLevel(1 + i%4), LastContact: testToday.AddDays(-i * 5)})
	}
	for i := range 30 {
		a.Actions = append(a.Actions, Action{ID: ActionID(fmt.Sprint("a", i)), Text: "do", Objective: "o", Due: testToday.AddDays(i - 15)})
		a.Insights = append(a.Insights, Insight{ID: InsightID(fmt.Sprint("n", i)), Kind: InsightKind(i % 7), Text: "thing", Date: testToday.AddDays(-i * 10)})
	}
	return a, g
}

func richPortfolio(b *testing.B, n int) *Portfolio {
	accounts := make([]*Account, n)
	var g *Programme
	for i := range accounts {
		accounts[i], g = rich(i)
		accounts[i].Years[1].Revenue = NewMoney(float64(100+i*37%1000), "USD")
	}
	return under(b, g, accounts...)
}

func BenchmarkMoves(b *testing.B) {
	s := Score(richPortfolio(b, 2000), testToday)
	id := s.Portfolio().At(7).ID
	for b.Loop() {
		if len(s.Moves(id, testIDs())) == 0 {
			b.Fatal("no move")
		}
	}
}

// BenchmarkRich is the whole of 2,000 rich accounts: one rating, one weight, one
// tie, and everything from scratch.
func BenchmarkRich(b *testing.B) {
	p := richPortfolio(b, 2000)
	edit := func(name string, change func(i int) Change) {
		b.Run(name, func(b *testing.B) {
			s := newTestSession(p)
			i := 0
			for b.Loop() {
				if _, err := s.Do(change(i), testNow); err != nil {
					b.Fatal(err)
				}
				i++
			}
		})
	}
	edit("rating", func(i int) Change {
		return SetRating{p.At(i * 31 % 2000).ID, "position.criticality", false, LevelOf((i + i/2000) % 6)}
	})
	edit("tie", func(i int) Change {
		return SetTie{p.At(i * 31 % 2000).ID, "", "m0", "p0", TieLevel(1 + (i+i/2000)%4), false}
	})
	edit("weight", func(i int) Change {
		return SetField{Ref: Ref{Of: OfProgramme}, Key: "pack.importance.capacity.weight", Value: fmt.Sprint(10 + i%20)}
	})
	edit("revenue", func(i int) Change {
		return SetField{Ref: AccountRef(p.At(i * 31 % 2000).ID), Key: "figures.2025.revenue", Value: fmt.Sprint(50 + i*13%1000 + i/2000)}
	})
	b.Run("scratch", func(b *testing.B) {
		for b.Loop() {
			Score(p, testToday)
		}
	})
	b.Run("sensitivity", func(b *testing.B) {
		s := Score(p, testToday)
		for b.Loop() {
			s.Sensitivity()
		}
	})
}
