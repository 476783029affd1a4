package model

import (
	"math"
	"testing"
)

// The worked values of the method, sections 1, 2 and 4.
func TestWorkedValues(t *testing.T) {
	a := rated("a", map[string]string{"importance": "54-32", "position": "231240"})
	p := portfolioOf(t, a)
	l := Score(p, testToday).Local("a")
	for name, c := range map[string]struct{ got, want float64 }{
		"importance":               {l.Importance.Score.V, 70},
		"confidence of importance": {l.Importance.Confidence, 0.8},
		"position":                 {l.Position.Score.V, 41},
		"confidence of position":   {l.Position.Confidence, 1},
		"strategic":                {l.Strategic.V, 53.5723809439155},
		"asymmetry":                {l.Asymmetry.V, 29},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s is %v, want %v", name, c.got, c.want)
		}
	}
	if q := Score(p, testToday).Quadrant("a"); q != Exposed {
		t.Errorf("quadrant %s", q)
	}
	if Print2(l.Strategic) != "53.57" {
		t.Errorf("prints %s", Print2(l.Strategic))
	}
}

func TestWorkedConcentration(t *testing.T) {
	s := Score(portfolioOf(t, earning("a", 50, 40), earning("b", 30, 10), earning("c", 10, 12), earning("d", 5, 1), earning("e", 5, 1)), testToday)
	c := s.Concentration
	for name, v := range map[string]struct{ got, want float64 }{"HHI": {c.HHI.V, 0.355}, "effective": {c.Effective.V, 1 / 0.355}, "Gini": {c.Gini.V, 0.46}, "CR1": {c.CR1.V, 0.5}, "CR3": {c.CR3.V, 0.9}, "CR5": {c.CR5.V, 1}} {
		if !close9(v.got, v.want) {
			t.Errorf("%s is %v, want %v", name, v.got, v.want)
		}
	}
	if s.Revenue.Count != [4]int{0, 2, 2, 1} {
		t.Errorf("ABC %v", s.Revenue.Count)
	}
	// contributions 20, 10, 4, 4, -2: the whale peaks at 38 of 36
	peak, erosion := s.Contribution.Whale()
	if !close9(peak.V, 100*38.0/36) || !close9(erosion.V, 100*2.0/36) {
		t.Errorf("whale %v %v", peak, erosion)
	}
}

func TestUnknownIsNeverZero(t *testing.T) {
	s := Score(portfolioOf(t, rated("a", map[string]string{"importance": "0----"}), rated("b", map[string]string{"importance": "-----"}), rated("c", map[string]string{"importance": "00000", "position": "000000"})), testToday)
	if l := s.Local("a"); !l.Importance.Score.Known || l.Importance.Score.V != 0 || l.Importance.Confidence != 0.2 || l.Strategic.Known {
		t.Errorf("%+v", l)
	}
	if l := s.Local("b"); l.Importance.Score.Known || l.Importance.Confidence != 0 {
		t.Errorf("%+v", l)
	}
	if l := s.Local("c"); !l.Strategic.Known || l.Strategic.V != 0 || s.Quadrant("c") != Transact {
		t.Errorf("%+v", l)
	}
	if Print(Num{}) != "–" {
		t.Error("unknown does not print as –")
	}
}

func TestTheCustomersAnswerCounts(t *testing.T) {
	a := rated("a", map[string]string{"importance": "54321"})
	a.Ratings["importance.capacity"] = Rating{Ours: LevelOf(5), Verified: LevelOf(1)}
	a.Ratings["importance.profitability"] = Rating{Verified: LevelOf(2)}
	l := Score(portfolioOf(t, a), testToday).Local("a")
	if !close9(l.Importance.Score.V, 100*float64(1+2+3+2+1)/25) || !close9(l.Importance.Gap.V, 80) {
		t.Errorf("score %v gap %v", l.Importance.Score, l.Importance.Gap)
	}
}

func TestSuggestionsFromFigures(t *testing.T) {
	set := DefaultSettings()
	portfolioBands, walletBands := bands(set.PortfolioBands), bands(set.WalletBands)
	for share, want := range map[float64]int{0: 0, 0.0001: 1, 0.0199: 1, 0.02: 2, 0.05: 3, 0.0999: 3, 0.10: 4, 0.20: 5, 0.9: 5} {
		if got := portfolioBands.level(Some(share)); got != LevelOf(want) {
			t.Errorf("share %v suggests %s, want %d", share, got, want)
		}
	}
	for share, want := range map[float64]int{0: 0, 0.01: 1, 0.05: 2, 0.15: 3, 0.30: 4, 0.50: 5} {
		if got := walletBands.level(Some(share)); got != LevelOf(want) {
			t.Errorf("share of wallet %v suggests %s, want %d", share, got, want)
		}
	}
	if portfolioBands.level(Num{}).Known() {
		t.Error("an unknown share suggests something")
	}
}

func TestQuadrantsAtTheCut(t *testing.T) {
	for _, c := range []struct {
		imp, pos Num
		want     Quadrant
	}{{Some(50.0), Some(50.0), Partner}, {Some(50.0), Some(49.9), Exposed}, {Some(49.9), Some(50.0), Leverage}, {Some(0.0), Some(0.0), Transact}, {Num{}, Some(90.0), QuadrantUnknown}, {Some(90.0), Num{}, QuadrantUnknown}} {
		if got := quadrantOf(c.imp, c.pos, 50, 50); got != c.want {
			t.Errorf("%v %v: %s, want %s", c.imp, c.pos, got, c.want)
		}
	}
}

func TestFiguresOfAYear(t *testing.T) {
	y := func(n int, revenue, cost, serve, wallet float64) Year {
		out := Year{Year: n}
		for v, at := range map[*Money]float64{&out.Revenue: revenue, &out.CostOfSales: cost, &out.CostToServe: serve, &out.Wallet: wallet} {
			if at >= 0 {
				*v = NewMoney(at, "USD")
			}
		}
		return out
	}
	a := &Account{ID: "a", Name: "a", Years: []Year{y(2024, 100, 60, 10, 400), y(2025, 100, 60, -1, 80), y(2026, 90, -1, -1, -1)}}
	l := Score(portfolioOf(t, a), testToday).Local("a")
	full, half, open := l.Years[0], l.Years[1], l.Years[2]
	if full.Contribution != Some(30.0) || full.Confidence != 1 || full.Margin != Some(0.3) || full.WalletShare != Some(0.25) || full.Headroom != Some(300.0) {
		t.Errorf("2024: %+v", full)
	}
	if half.Contribution != Some(40.0) || half.Confidence != 0.5 || half.WalletShare != Some(1.25) || half.Headroom != Some(-20.0) {
		t.Errorf("2025: %+v", half)
	}
	if open.Contribution.Known || open.Closed || !half.Closed {
		t.Errorf("2026: %+v", open)
	}
	if l.Period.Year != 2025 || l.Revenue != Some(100.0) {
		t.Errorf("the period is %d", l.Period.Year)
	}
}

func TestTheSumOfTransactionsIsRevenueUntilATypedFigure(t *testing.T) {
	a := &Account{ID: "a", Name: "a", Transactions: []Transaction{{Key: "1", Date: NewDate(2025, 3, 1), Amount: NewMoney(10, "USD")}, {Key: "2", Date: NewDate(2025, 12, 31), Amount: NewMoney(5, "USD")}}}
	if l := Score(portfolioOf(t, a), testToday).Local("a"); l.Revenue != Some(15.0) || !l.Years[0].FromImport {
		t.Errorf("%+v", l.Years)
	}
	b := *a
	b.Years = []Year{{Year: 2025, Revenue: NewMoney(99, "USD")}}
	if l := Score(portfolioOf(t, &b), testToday).Local("a"); l.Revenue != Some(99.0) || l.Years[0].FromImport {
		t.Errorf("%+v", l.Years)
	}
	g := NewProgramme()
	g.YearStarts = 4
	if l := Score(under(t, g, a), testToday).Local("a"); len(l.Years) != 2 || l.Years[0].Year != 2025 || l.Years[0].Revenue != Some(10.0) || l.Years[1].Year != 2026 {
		t.Errorf("years from April: %+v", l.Years)
	}
}

// under is a portfolio of accounts with a programme of its own.
func under(t testing.TB, g *Programme, accounts ...*Account) *Portfolio {
	t.Helper()
	p, err := NewPortfolio(g, accounts)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// A missing rate makes a figure unknown: a sum that leaves a part out is wrong.
func TestOtherCurrenciesNeedTheRateOfTheirYear(t *testing.T) {
	a := &Account{ID: "a", Name: "a", Years: []Year{{Year: 2024, Revenue: NewMoney(50, "EUR"), CostOfSales: NewMoney(10, "USD")}},
		Transactions: []Transaction{{Key: "1", Date: NewDate(2025, 3, 1), Amount: NewMoney(10, "USD")}, {Key: "2", Date: NewDate(2025, 12, 31), Amount: NewMoney(7, "EUR")}}}
	if l := Score(portfolioOf(t, a), testToday).Local("a"); l.Years[0].Revenue.Known || l.Years[0].Contribution.Known || l.Years[1].Revenue.Known {
		t.Errorf("without rates: %+v", l.Years)
	}
	s := newTestSession(portfolioOf(t, a))
	for year, v := range map[int]float64{2024: 1.1, 2025: 2} {
		if _, err := s.Do(SetRate{"EUR", year, Some(v)}, testNow); err != nil {
			t.Fatal(err)
		}
	}
	l := s.Scores().Local("a")
	if !close9(l.Years[0].Revenue.V, 55) || !close9(l.Years[0].Contribution.V, 45) || !close9(l.Years[1].Revenue.V, 24) || !l.Years[1].Revenue.Known {
		t.Errorf("with rates: %+v", l.Years)
	}
	for name, c := range map[string]SetRate{"own currency": {"USD", 2025, Some(1.0)}, "no code": {"EURO", 2025, Some(1.0)}, "no year": {"EUR", 25, Some(1.0)}, "zero": {"EUR", 2025, Some(0.0)}, "below": {"EUR", 2025, Some(-1.0)}, "not a number": {"EUR", 2025, Some(math.NaN())}} {
		if _, err := s.Do(c, testNow); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if _, err := s.Do(SetField{Ref: Ref{Of: OfProgramme}, Key: "programme.currency", Value: "EUR"}, testNow); err != nil || s.Portfolio().Programme().Rates != nil || s.Scores().Local("a").Years[1].Revenue.Known {
		t.Errorf("another reporting currency: %v %+v", err, s.Portfolio().Programme().Rates)
	}
	s.Undo()
	if _, err := s.Do(SetRate{"EUR", 2025, Num{}}, testNow); err != nil || s.Scores().Local("a").Years[1].Revenue.Known || len(s.Portfolio().Programme().Rates) != 1 {
		t.Errorf("taken out: %v %+v", err, s.Portfolio().Programme().Rates)
	}
}

func TestRoundingIsHalfAwayFromZeroAndOnlyInPrint(t *testing.T) {
	for v, want := range map[float64]string{0.5: "1", 1.5: "2", 2.5: "3", -0.5: "-1", -2.5: "-3", 0.49: "0", -0.2: "0"} {
		if got := Print(Some(v)); got != want {
			t.Errorf("%v prints %s, want %s", v, got, want)
		}
	}
	if Print2(Some(53.5723809439155)) != "53.57" || Percentage(Some(0.0341266), 2) != "3.41 %" || Thousands(Some(10005534.0)) != "10,005,534" {
		t.Error("printing")
	}
}

func TestAlarms(t *testing.T) {
	var same, other []*Account
	for i := range 9 {
		digit := string(rune('0' + (i+1)/2))
		a := rated(string(rune('a'+i)), map[string]string{"importance": digit + digit + digit + digit + digit, "position": "333333"})
		a.Years = []Year{{Year: 2025, Revenue: NewMoney(float64(10+i), "USD")}}
		same = append(same, a)
		b := *a
		b.Years = []Year{{Year: 2025, Revenue: NewMoney(float64(30-i), "USD")}}
		other = append(other, &b)
	}
	has := func(s *Scores, key string) bool {
		for _, a := range s.Alarms {
			if a.Key == key {
				return true
			}
		}
		return false
	}
	if s := Score(portfolioOf(t, same...), testToday); !has(s, "anti_volume") || s.Spearman.V < 0.9 {
		t.Errorf("ρ %v, %v", s.Spearman, s.Alarms)
	}
	if s := Score(portfolioOf(t, other...), testToday); has(s, "anti_volume") || s.Spearman.V > -0.9 {
		t.Errorf("ρ %v, %v", s.Spearman, s.Alarms)
	}
	if s := Score(portfolioOf(t, same[:7]...), testToday); s.Spearman.Known {
		t.Error("ρ of seven accounts")
	}
	var many []*Account
	for i := range 36 {
		many = append(many, &Account{ID: AccountID(string(rune('a' + i))), Name: string(rune('a' + i)), Tier: Strategic})
	}
	if s := Score(portfolioOf(t, many...), testToday); !has(s, "size_guard") {
		t.Errorf("%v", s.Alarms)
	}
	if s := Score(portfolioOf(t, many[:35]...), testToday); has(s, "size_guard") {
		t.Errorf("%v", s.Alarms)
	}
}

func TestEveryFigureExplainsItself(t *testing.T) {
	s := Score(portfolioOf(t, rated("a", map[string]string{"importance": "54-32", "position": "231240"}), earning("b", 10, 5), &Account{ID: "c", Name: "c"}), testToday)
	for _, a := range s.Portfolio().Accounts() {
		for _, key := range AccountFigures() {
			e, ok := s.Explain(a.ID, key)
			if !ok || e.Name == "" || e.Value == "" || e.Formula == "" || e.Source == "" || len(e.Inputs)+len(e.Unknown) == 0 && e.Reading == "" && a.ID != "c" && key != "coverage" && key != "support" {
				t.Errorf("%s of %s: %+v", key, a.Name, e)
			}
		}
	}
	for _, key := range PortfolioFigures() {
		if e, ok := s.ExplainPortfolio(key); !ok || e.Name == "" || e.Value == "" || e.Formula == "" {
			t.Errorf("%s: %+v", key, e)
		}
	}
}

func TestAnEmptyPortfolioPrintsUnknown(t *testing.T) {
	s := Score(portfolioOf(t, rated("a", nil)), testToday)
	for _, key := range []string{"portfolio.revenue", "portfolio.contribution", "portfolio.whale"} {
		if e, ok := s.ExplainPortfolio(key); !ok || e.Value != "–" {
			t.Errorf("%s prints %q", key, e.Value)
		}
	}
}
