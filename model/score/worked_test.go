package score

import (
	"math"
	"testing"

	"accord/model"
	"accord/model/modeltest"
)

// The worked values of the method, sections 1, 2 and 4.
func TestWorkedValues(t *testing.T) {
	a := modeltest.Rated("a", map[string]string{"importance": "54-32", "position": "231240"})
	p := modeltest.PortfolioOf(t, a)
	l := Of(p, modeltest.Today).Local("a")
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
	if q := Of(p, modeltest.Today).Quadrant("a"); q != Exposed {
		t.Errorf("quadrant %s", q)
	}
	if Print2(l.Strategic) != "53.57" {
		t.Errorf("prints %s", Print2(l.Strategic))
	}
}

func TestWorkedConcentration(t *testing.T) {
	s := Of(modeltest.PortfolioOf(t, modeltest.Earning("a", 50, 40), modeltest.Earning("b", 30, 10), modeltest.Earning("c", 10, 12), modeltest.Earning("d", 5, 1), modeltest.Earning("e", 5, 1)), modeltest.Today)
	c := s.Concentration
	for name, v := range map[string]struct{ got, want float64 }{"HHI": {c.HHI.V, 0.355}, "effective": {c.Effective.V, 1 / 0.355}, "Gini": {c.Gini.V, 0.46}, "CR1": {c.CR1.V, 0.5}, "CR3": {c.CR3.V, 0.9}, "CR5": {c.CR5.V, 1}} {
		if !modeltest.Close9(v.got, v.want) {
			t.Errorf("%s is %v, want %v", name, v.got, v.want)
		}
	}
	if s.Revenue.Count != [4]int{0, 2, 2, 1} {
		t.Errorf("ABC %v", s.Revenue.Count)
	}
	// contributions 20, 10, 4, 4, -2: the whale peaks at 38 of 36
	peak, erosion := s.Contribution.Whale()
	if !modeltest.Close9(peak.V, 100*38.0/36) || !modeltest.Close9(erosion.V, 100*2.0/36) {
		t.Errorf("whale %v %v", peak, erosion)
	}
}

func TestUnknownIsNeverZero(t *testing.T) {
	s := Of(modeltest.PortfolioOf(t, modeltest.Rated("a", map[string]string{"importance": "0----"}), modeltest.Rated("b", map[string]string{"importance": "-----"}), modeltest.Rated("c", map[string]string{"importance": "00000", "position": "000000"})), modeltest.Today)
	if l := s.Local("a"); !l.Importance.Score.Known || l.Importance.Score.V != 0 || l.Importance.Confidence != 0.2 || l.Strategic.Known {
		t.Errorf("%+v", l)
	}
	if l := s.Local("b"); l.Importance.Score.Known || l.Importance.Confidence != 0 {
		t.Errorf("%+v", l)
	}
	if l := s.Local("c"); !l.Strategic.Known || l.Strategic.V != 0 || s.Quadrant("c") != Transact {
		t.Errorf("%+v", l)
	}
	if Print(model.Num{}) != "–" {
		t.Error("unknown does not print as –")
	}
}

func TestTheCustomersAnswerCounts(t *testing.T) {
	a := modeltest.Rated("a", map[string]string{"importance": "54321"})
	a.Ratings["importance.capacity"] = model.Rating{Ours: model.LevelOf(5), Verified: model.LevelOf(1)}
	a.Ratings["importance.profitability"] = model.Rating{Verified: model.LevelOf(2)}
	l := Of(modeltest.PortfolioOf(t, a), modeltest.Today).Local("a")
	if !modeltest.Close9(l.Importance.Score.V, 100*float64(1+2+3+2+1)/25) || !modeltest.Close9(l.Importance.Gap.V, 80) {
		t.Errorf("score %v gap %v", l.Importance.Score, l.Importance.Gap)
	}
}

func TestSuggestionsFromFigures(t *testing.T) {
	set := model.DefaultSettings()
	portfolioBands, walletBands := bands(set.PortfolioBands), bands(set.WalletBands)
	for share, want := range map[float64]int{0: 0, 0.0001: 1, 0.0199: 1, 0.02: 2, 0.05: 3, 0.0999: 3, 0.10: 4, 0.20: 5, 0.9: 5} {
		if got := portfolioBands.level(model.Some(share)); got != model.LevelOf(want) {
			t.Errorf("share %v suggests %s, want %d", share, got, want)
		}
	}
	for share, want := range map[float64]int{0: 0, 0.01: 1, 0.05: 2, 0.15: 3, 0.30: 4, 0.50: 5} {
		if got := walletBands.level(model.Some(share)); got != model.LevelOf(want) {
			t.Errorf("share of wallet %v suggests %s, want %d", share, got, want)
		}
	}
	if portfolioBands.level(model.Num{}).Known() {
		t.Error("an unknown share suggests something")
	}
}

func TestQuadrantsAtTheCut(t *testing.T) {
	for _, c := range []struct {
		imp, pos model.Num
		want     Quadrant
	}{{model.Some(50.0), model.Some(50.0), Partner}, {model.Some(50.0), model.Some(49.9), Exposed}, {model.Some(49.9), model.Some(50.0), Leverage}, {model.Some(0.0), model.Some(0.0), Transact}, {model.Num{}, model.Some(90.0), QuadrantUnknown}, {model.Some(90.0), model.Num{}, QuadrantUnknown}} {
		if got := quadrantOf(c.imp, c.pos, 50, 50); got != c.want {
			t.Errorf("%v %v: %s, want %s", c.imp, c.pos, got, c.want)
		}
	}
}

func TestFiguresOfAYear(t *testing.T) {
	y := func(n int, revenue, cost, serve, wallet float64) model.Year {
		out := model.Year{Year: n}
		for v, at := range map[*model.Money]float64{&out.Revenue: revenue, &out.CostOfSales: cost, &out.CostToServe: serve, &out.Wallet: wallet} {
			if at >= 0 {
				*v = model.NewMoney(at, "USD")
			}
		}
		return out
	}
	a := &model.Account{ID: "a", Name: "a", Years: []model.Year{y(2024, 100, 60, 10, 400), y(2025, 100, 60, -1, 80), y(2026, 90, -1, -1, -1)}}
	l := Of(modeltest.PortfolioOf(t, a), modeltest.Today).Local("a")
	full, half, open := l.Years[0], l.Years[1], l.Years[2]
	if full.Contribution != model.Some(30.0) || full.Confidence != 1 || full.Margin != model.Some(0.3) || full.WalletShare != model.Some(0.25) || full.Headroom != model.Some(300.0) {
		t.Errorf("2024: %+v", full)
	}
	if half.Contribution != model.Some(40.0) || half.Confidence != 0.5 || half.WalletShare != model.Some(1.25) || half.Headroom != model.Some(-20.0) {
		t.Errorf("2025: %+v", half)
	}
	if open.Contribution.Known || open.Closed || !half.Closed {
		t.Errorf("2026: %+v", open)
	}
	if l.Period.Year != 2025 || l.Revenue != model.Some(100.0) {
		t.Errorf("the period is %d", l.Period.Year)
	}
}

func TestTheSumOfTransactionsIsRevenueUntilATypedFigure(t *testing.T) {
	a := &model.Account{ID: "a", Name: "a", Transactions: []model.Transaction{{Key: "1", Date: model.NewDate(2025, 3, 1), Amount: model.NewMoney(10, "USD")}, {Key: "2", Date: model.NewDate(2025, 12, 31), Amount: model.NewMoney(5, "USD")}}}
	if l := Of(modeltest.PortfolioOf(t, a), modeltest.Today).Local("a"); l.Revenue != model.Some(15.0) || !l.Years[0].FromImport {
		t.Errorf("%+v", l.Years)
	}
	b := *a
	b.Years = []model.Year{{Year: 2025, Revenue: model.NewMoney(99, "USD")}}
	if l := Of(modeltest.PortfolioOf(t, &b), modeltest.Today).Local("a"); l.Revenue != model.Some(99.0) || l.Years[0].FromImport {
		t.Errorf("%+v", l.Years)
	}
	g := model.NewProgramme()
	g.YearStarts = 4
	if l := Of(modeltest.Under(t, g, a), modeltest.Today).Local("a"); len(l.Years) != 2 || l.Years[0].Year != 2025 || l.Years[0].Revenue != model.Some(10.0) || l.Years[1].Year != 2026 {
		t.Errorf("years from April: %+v", l.Years)
	}
}

func TestRoundingIsHalfAwayFromZeroAndOnlyInPrint(t *testing.T) {
	for v, want := range map[float64]string{0.5: "1", 1.5: "2", 2.5: "3", -0.5: "-1", -2.5: "-3", 0.49: "0", -0.2: "0"} {
		if got := Print(model.Some(v)); got != want {
			t.Errorf("%v prints %s, want %s", v, got, want)
		}
	}
	if Print2(model.Some(53.5723809439155)) != "53.57" || Percentage(model.Some(0.0341266), 2) != "3.41 %" || Thousands(model.Some(10005534.0)) != "10,005,534" {
		t.Error("printing")
	}
}

func TestAlarms(t *testing.T) {
	var same, other []*model.Account
	for i := range 9 {
		digit := string(rune('0' + (i+1)/2))
		a := modeltest.Rated(string(rune('a'+i)), map[string]string{"importance": digit + digit + digit + digit + digit, "position": "333333"})
		a.Years = []model.Year{{Year: 2025, Revenue: model.NewMoney(float64(10+i), "USD")}}
		same = append(same, a)
		b := *a
		b.Years = []model.Year{{Year: 2025, Revenue: model.NewMoney(float64(30-i), "USD")}}
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
	if s := Of(modeltest.PortfolioOf(t, same...), modeltest.Today); !has(s, "anti_volume") || s.Spearman.V < 0.9 {
		t.Errorf("ρ %v, %v", s.Spearman, s.Alarms)
	}
	if s := Of(modeltest.PortfolioOf(t, other...), modeltest.Today); has(s, "anti_volume") || s.Spearman.V > -0.9 {
		t.Errorf("ρ %v, %v", s.Spearman, s.Alarms)
	}
	if s := Of(modeltest.PortfolioOf(t, same[:7]...), modeltest.Today); s.Spearman.Known {
		t.Error("ρ of seven accounts")
	}
	var many []*model.Account
	for i := range 36 {
		many = append(many, &model.Account{ID: model.AccountID(string(rune('a' + i))), Name: string(rune('a' + i)), Tier: model.Strategic})
	}
	if s := Of(modeltest.PortfolioOf(t, many...), modeltest.Today); !has(s, "size_guard") {
		t.Errorf("%v", s.Alarms)
	}
	if s := Of(modeltest.PortfolioOf(t, many[:35]...), modeltest.Today); has(s, "size_guard") {
		t.Errorf("%v", s.Alarms)
	}
}

func TestEveryFigureExplainsItself(t *testing.T) {
	s := Of(modeltest.PortfolioOf(t, modeltest.Rated("a", map[string]string{"importance": "54-32", "position": "231240"}), modeltest.Earning("b", 10, 5), &model.Account{ID: "c", Name: "c"}), modeltest.Today)
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
	s := Of(modeltest.PortfolioOf(t, modeltest.Rated("a", nil)), modeltest.Today)
	for _, key := range []string{"portfolio.revenue", "portfolio.contribution", "portfolio.whale"} {
		if e, ok := s.ExplainPortfolio(key); !ok || e.Value != "–" {
			t.Errorf("%s prints %q", key, e.Value)
		}
	}
}
