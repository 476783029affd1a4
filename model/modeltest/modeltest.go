package modeltest

import (
	"flag"
	"fmt"
	"iter"
	"math/rand/v2"
	"testing"
	"time"

	"accord/model"
)

var Today = model.NewDate(2026, time.November, 24)

var Now = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

func IDs() func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf("id%010d", n) }
}

// Rated is an account with ratings from digits, - for unknown.
func Rated(id string, ratings map[string]string) *model.Account {
	a := &model.Account{ID: model.AccountID(id), Name: "Account " + id, Ratings: map[model.FactorKey]model.Rating{}}
	for instrument, digits := range ratings {
		in := model.DefaultPack().Instrument(instrument)
		for i, d := range digits {
			if d != '-' {
				a.Ratings[in.Factors[i].Full()] = model.Rating{Ours: model.LevelOf(int(d - '0'))}
			}
		}
	}
	return a
}

func PortfolioOf(t testing.TB, accounts ...*model.Account) *model.Portfolio {
	t.Helper()
	p, err := model.NewPortfolio(model.NewProgramme(), accounts)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Earning is an account with one closed year of revenue and cost of sales.
func Earning(id string, revenue, cost float64) *model.Account {
	return &model.Account{ID: model.AccountID(id), Name: id, Years: []model.Year{{Year: 2025, Revenue: model.NewMoney(revenue, "USD"), CostOfSales: model.NewMoney(cost, "USD"), CostToServe: model.NewMoney(0, "USD")}}}
}

func Close9(a, b float64) bool { d := a - b; return d < 1e-9 && d > -1e-9 }

// OrZero is one in six times 0: an answer, not the lack of one.
func OrZero(n int) int {
	if n%6 == 0 {
		return 0
	}
	return n
}

// OtherPack is the default pack with other weights and a setting of its own.
func OtherPack() *model.Pack {
	p, err := model.DefaultPack(), error(nil)
	for i, key := range []model.FactorKey{"importance.capacity", "position.criticality", "alignment.sales"} {
		if p, err = p.WithFactor(key, func(f *model.Factor) { f.Weight = 7 * i }); err != nil {
			panic(err)
		}
	}
	if p, err = p.WithSetting(model.SettingRows()[0], 30); err != nil {
		panic(err)
	}
	p.Name = "Other"
	return p
}

// EachRandom calls f for many random portfolios with at least one account.
func EachRandom(t *testing.T, numbers iter.Seq[int], f func(r *rand.Rand, p *model.Portfolio)) {
	t.Helper()
	seed := -1
	defer func() { // f knows no seed
		if t.Failed() {
			t.Logf("the last seed was %d", seed)
		}
	}()
	for range numbers {
		var p *model.Portfolio
		var r *rand.Rand
		for p == nil || p.Len() == 0 {
			seed++
			r = rand.New(rand.NewPCG(uint64(seed), 21))
			p = RandomPortfolio(t, r)
		}
		f(r, p)
	}
}

var (
	long   = flag.Bool("long", false, "more runs of what is random")
	most   = flag.Int("seeds", 0, "of the long forms, how many seeds instead of each test's own number")
	budget = flag.Duration("budget", 0, "of the long forms, how long each test may go on; 0 is to the end")
)

// Seeds are the numbers from 0 that a random test is done with: short of them, and
// with -long many. A -budget ends the long form early, never before the short form
// is done: how far it came is logged, and what fails says its seed, with which it
// fails wherever it is run.
func Seeds(t *testing.T, short, many int) iter.Seq[int] {
	t.Helper()
	n := short
	if *long {
		n = max(many, short)
		if *most > 0 {
			n = max(*most, short)
		}
	}
	return func(yield func(int) bool) {
		began, done := time.Now(), 0
		for ; done < n; done++ {
			if *budget > 0 && done >= short && time.Since(began) > *budget {
				break
			}
			if !yield(done) {
				return
			}
		}
		if t.Logf("%d seeds", done); done < short || done == 0 {
			t.Errorf("only %d seeds, of at least %d", done, short)
		}
	}
}

// ApartAt tells two long texts apart by what is around their first difference.
func ApartAt(got, want string) string {
	if got == want {
		return "no difference"
	}
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(s string) string { return s[max(0, min(i, len(s))-60):min(len(s), i+60)] }
	return fmt.Sprintf("from byte %d: %q, want %q", i, around(got), around(want))
}

// Under is a portfolio of accounts with a programme of its own.
func Under(t testing.TB, g *model.Programme, accounts ...*model.Account) *model.Portfolio {
	t.Helper()
	p, err := model.NewPortfolio(g, accounts)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
