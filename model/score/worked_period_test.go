package score

import (
	"fmt"
	"testing"
	"time"

	"accord/model"
	"accord/model/modeltest"
)

// The rows of the second edition's worked values that are about the period (METHOD §3).

// sale is one transaction of the worked values.
type sale struct {
	day    string
	amount float64
}

func buying(t *testing.T, name string, deals ...sale) *model.Account {
	t.Helper()
	a := &model.Account{ID: model.AccountID(name), Name: name}
	for k, d := range deals {
		day, err := model.ParseDate(d.day)
		if err != nil {
			t.Fatal(err)
		}
		a.Transactions = append(a.Transactions, model.Transaction{Key: fmt.Sprint(name, k), Date: day, Amount: usd(d.amount)})
	}
	return a
}

// typing is an account with typed revenue by year.
func typing(name string, revenue map[int]float64) *model.Account {
	a := &model.Account{ID: model.AccountID(name), Name: name}
	for year := 2020; year < 2030; year++ {
		if v, ok := revenue[year]; ok {
			a.Years = append(a.Years, model.Year{Year: year, Revenue: usd(v)})
		}
	}
	return a
}

func trees(t *testing.T) []*model.Account {
	t.Helper()
	return []*model.Account{
		buying(t, "Alder", sale{"2023-12-01", 100}, sale{"2024-03-15", 400}, sale{"2025-02-10", 500}, sale{"2025-12-05", 250},
			sale{"2026-10-12", 350}, sale{"2026-11-12", 90}),
		buying(t, "Birch", sale{"2024-06-01", 900}, sale{"2025-10-29", 300}),
		buying(t, "Cedar", sale{"2025-10-30", 40}, sale{"2026-12-20", 60}),
		buying(t, "Dogwood", sale{"2023-12-05", 20}, sale{"2025-03-01", 80}, sale{"2026-01-15", 60}),
	}
}

// TestLastTwelveMonths are rows L1 to L4 of section 7.
func TestLastTwelveMonths(t *testing.T) {
	s := Of(modeltest.PortfolioOf(t, trees(t)...), worked)
	if got := s.Period().String(); got != "2025-11 to 2026-10" {
		t.Fatalf("the period is %s", got)
	}
	unknown := unknownValue
	for _, c := range []struct {
		id             model.AccountID
		revenue, prior float64
		before         Class
		stopped, flag  bool
		years          map[int]float64
		cagr           float64
	}{
		{"Alder", 600, 500, ClassA, false, false, map[int]float64{2024: 400, 2025: 750}, 0.875},
		{"Birch", 0, 300, ClassA, true, true, map[int]float64{2024: 900, 2025: 300}, 300.0/900 - 1},
		{"Cedar", 0, 40, ClassC, true, false, map[int]float64{2025: 40}, unknown},
		{"Dogwood", 60, 80, ClassB, false, false, map[int]float64{2024: 0, 2025: 80}, unknown},
	} {
		l, i := s.Local(c.id), s.Portfolio().Index(c.id)
		near(t, string(c.id), l.Revenue, c.revenue)
		near(t, string(c.id)+" before", l.Before, c.prior)
		near(t, string(c.id)+" growth", l.CAGR, c.cagr)
		if s.Before.Class[i] != c.before || l.Stopped != c.stopped || s.StandingAt(i).Flags.Has(StoppedBuying) != c.flag {
			t.Errorf("%s: class before %s, stopped %v, flags %v", c.id, s.Before.Class[i], l.Stopped, s.StandingAt(i).Flags.List())
		}
		whole := map[int]float64{}
		for _, y := range l.Years {
			if y.Whole() && y.Revenue.Known {
				whole[y.Year] = y.Revenue.V
			}
		}
		if fmt.Sprint(whole) != fmt.Sprint(c.years) {
			t.Errorf("%s: closed whole years %v, want %v", c.id, whole, c.years)
		}
	}
	if got := s.Standing("Birch").Commercial; got != model.Some(0.0) {
		t.Errorf("Birch's commercial part is %v", got)
	}
	if y := s.Local("Alder").Years[0]; y.Year != 2023 || !y.Partial {
		t.Errorf("2023 is %+v", y)
	}
}

// TestCostsAreScaled: the figures below the table of section 7.
func TestCostsAreScaled(t *testing.T) {
	all := trees(t)
	all[0].Years = []model.Year{{Year: 2025, CostOfSales: usd(300.01), Wallet: usd(1500), CapacityShare: model.Some(0.2)}}
	all = append(all, typing("Elder", map[int]float64{2024: 70, 2025: 90}))
	s := Of(modeltest.PortfolioOf(t, all...), worked)
	l := s.Local("Alder")
	near(t, "cost of sales", l.Period.CostOfSales, 240.01)
	near(t, "contribution", l.Contribution, 359.99)
	near(t, "wallet", l.Period.Wallet, 1500)
	near(t, "share of wallet", l.Period.WalletShare, 0.5)
	near(t, "headroom", l.Period.Headroom, 750)
	near(t, "capacity", l.Capacity, 0.2)
	if !l.Period.Approximate() || l.ContributionConfidence != 0.5 {
		t.Errorf("%+v", l.Period)
	}
	if l := s.Local("Elder"); l.Revenue != model.Some(90.0) || l.Before != model.Some(70.0) || !l.Period.Approximate() {
		t.Errorf("Elder keeps %v after %v", l.Revenue, l.Before)
	}
}

// TestChoiceOfThePeriod are rows C1 to C11.
func TestChoiceOfThePeriod(t *testing.T) {
	few := func(n int, from int, revenue map[int]float64) (out []*model.Account) {
		for i := range n {
			out = append(out, typing(fmt.Sprint("t", from+i), revenue))
		}
		return out
	}
	for _, c := range []struct {
		row      string
		accounts []*model.Account
		want     string
	}{
		{"C4", []*model.Account{typing("a", map[int]float64{2025: 300}), buying(t, "b", sale{"2026-11-10", 500})}, "2025-11 to 2026-10"},
		{"C5", []*model.Account{typing("a", map[int]float64{2025: 400}), buying(t, "b", sale{"2026-11-10", 500})}, "2025"},
		{"C6", append(few(28, 0, map[int]float64{2024: 1, 2027: 1}), few(2, 28, map[int]float64{2024: 1, 2025: 1, 2027: 1})...), "2024"},
		{"C7", append(few(28, 0, map[int]float64{2026: 1}), few(2, 28, map[int]float64{2025: 1, 2026: 1})...), "2026"},
		{"C8", []*model.Account{typing("a", map[int]float64{2025: 300}), buying(t, "b", sale{"2026-03-20", 500})}, "2025-04 to 2026-03"},
		{"C11", []*model.Account{typing("a", map[int]float64{2024: 1000}), buying(t, "b", sale{"2025-01-02", 50}, sale{"2025-06-01", 50})}, "2024"},
	} {
		s := Of(modeltest.PortfolioOf(t, c.accounts...), worked)
		if got := s.Period().String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.row, got, c.want)
		}
		if stale := s.Period().Stale(worked); stale != (c.row == "C8") {
			t.Errorf("%s: stale is %v", c.row, stale)
		}
	}
}

// TestYearsCutOff are rows C1 to C3, C9 and C10.
func TestYearsCutOff(t *testing.T) {
	for _, c := range []struct {
		row, oldest, newest string
		starts              time.Month
		partial             string
	}{
		{"C1", "2024-02-01", "2026-11-01", 1, "[]"},
		{"C2", "2024-02-02", "2026-11-01", 1, "[2024]"},
		{"C3", "2023-12-01", "2026-11-01", 7, "[2024]"},
		{"C9", "2024-01-02", "2025-11-29", 1, "[2025]"},
		{"C10", "2024-01-02", "2025-11-30", 1, "[]"},
	} {
		g := model.NewProgramme()
		g.YearStarts = c.starts
		a := buying(t, "a", sale{c.oldest, 1}, sale{c.newest, 1})
		partial := []int{}
		for _, y := range Of(modeltest.Under(t, g, a), worked).Local("a").Years {
			if y.Partial {
				partial = append(partial, y.Year)
			}
		}
		if got := fmt.Sprint(partial); got != c.partial {
			t.Errorf("%s: partial are %s, want %s", c.row, got, c.partial)
		}
	}
}

// TestSmallerRulesOfMoney are rows R4, R5, R9 and R10.
func TestSmallerRulesOfMoney(t *testing.T) {
	if a, b := model.FiscalYear(model.NewDate(2026, 6, 30), 7), model.FiscalYear(model.NewDate(2026, 7, 1), 7); a != 2026 || b != 2027 {
		t.Errorf("R4: %d and %d", a, b)
	}
	a := buying(t, "a", sale{"2025-03-01", 80})
	a.Years = []model.Year{{Year: 2025, Revenue: model.NewMoney(100, "EUR")}}
	g := *model.NewProgramme()
	g.Year = 2025
	if got := Of(modeltest.Under(t, &g, a), worked).Local("a").Revenue; got.Known {
		t.Errorf("R5: %v", got)
	}
	s := Of(modeltest.Under(t, &g, typing("a", map[int]float64{2024: 0, 2025: 0}), typing("b", map[int]float64{2024: 100, 2025: 0})), worked)
	if x, y := s.Standing("a").Stage, s.Standing("b").Stage; x != model.Exploratory || y != model.StageUnknown {
		t.Errorf("R9: %s and %s", x, y)
	}
	r3 := &model.Account{Retention: model.Some(0.9)}
	near(t, "R3", LifetimeValue(model.Some(100.0), r3.Retention, model.DefaultPack().Settings()), 450)
	g.Rates = []model.Rate{{Currency: "EUR", Year: 2025, Value: 0.25}}
	near(t, "R10", model.Amount(model.NewMoney(10.50, "EUR"), &g, 2025), 2.63)
	near(t, "R10", model.Amount(model.NewMoney(-10.50, "EUR"), &g, 2025), -2.63)
}
