package modeltest

import (
	"fmt"
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
	return &model.Account{
		ID:   model.AccountID(id),
		Name: id,
		Years: []model.Year{
			{
				Year:        2025,
				Revenue:     model.NewMoney(revenue, "USD"),
				CostOfSales: model.NewMoney(cost, "USD"),
				CostToServe: model.NewMoney(0, "USD"),
			},
		},
	}
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
