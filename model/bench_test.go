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
