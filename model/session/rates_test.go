package session_test

import (
	"math"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/score"
	"accord/model/sessiontest"
)

// A missing rate makes a figure unknown: a sum that leaves a part out is wrong.
func TestOtherCurrenciesNeedTheRateOfTheirYear(t *testing.T) {
	a := &model.Account{ID: "a", Name: "a", Years: []model.Year{{Year: 2024, Revenue: model.NewMoney(50, "EUR"), CostOfSales: model.NewMoney(10, "USD")}},
		Transactions: []model.Transaction{{Key: "1", Date: model.NewDate(2025, 3, 1), Amount: model.NewMoney(10, "USD")}, {Key: "2", Date: model.NewDate(2025, 12, 31), Amount: model.NewMoney(7, "EUR")}}}
	if l := score.Of(modeltest.PortfolioOf(t, a), modeltest.Today).Local("a"); l.Years[0].Revenue.Known || l.Years[0].Contribution.Known || l.Years[1].Revenue.Known {
		t.Errorf("without rates: %+v", l.Years)
	}
	s := sessiontest.New(modeltest.PortfolioOf(t, a))
	for year, v := range map[int]float64{2024: 1.1, 2025: 2} {
		if _, err := s.Do(edit.SetRate{Currency: "EUR", Year: year, Value: model.Some(v)}, modeltest.Now); err != nil {
			t.Fatal(err)
		}
	}
	l := s.Scores().Local("a")
	if !modeltest.Close9(l.Years[0].Revenue.V, 55) || !modeltest.Close9(l.Years[0].Contribution.V, 45) || !modeltest.Close9(l.Years[1].Revenue.V, 24) || !l.Years[1].Revenue.Known {
		t.Errorf("with rates: %+v", l.Years)
	}
	for name, c := range map[string]edit.SetRate{"own currency": {Currency: "USD", Year: 2025, Value: model.Some(1.0)}, "no code": {Currency: "EURO", Year: 2025, Value: model.Some(1.0)}, "no year": {Currency: "EUR", Year: 25, Value: model.Some(1.0)}, "zero": {Currency: "EUR", Year: 2025, Value: model.Some(0.0)}, "below": {Currency: "EUR", Year: 2025, Value: model.Some(-1.0)}, "not a number": {Currency: "EUR", Year: 2025, Value: model.Some(math.NaN())}} {
		if _, err := s.Do(c, modeltest.Now); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if _, err := s.Do(edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "programme.currency", Value: "EUR"}, modeltest.Now); err != nil || s.Portfolio().Programme().Rates != nil || s.Scores().Local("a").Years[1].Revenue.Known {
		t.Errorf("another reporting currency: %v %+v", err, s.Portfolio().Programme().Rates)
	}
	s.Undo()
	if _, err := s.Do(edit.SetRate{Currency: "EUR", Year: 2025, Value: model.Num{}}, modeltest.Now); err != nil || s.Scores().Local("a").Years[1].Revenue.Known || len(s.Portfolio().Programme().Rates) != 1 {
		t.Errorf("taken out: %v %+v", err, s.Portfolio().Programme().Rates)
	}
}
