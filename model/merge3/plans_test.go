package merge3

import (
	"fmt"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/sessiontest"
	"accord/model/words/wordstest"
)

// changed is a portfolio after one field was set.
func changed(p *model.Portfolio, ref edit.Ref, key, value string) *model.Portfolio {
	s := &sessiontest.Light{Now: p, Day: model.NewDate(2026, 11, 24), IDs: func() string { return "new" }}
	s.Do(edit.SetField{Ref: ref, Key: key, Value: value})
	return s.Now
}

// A target and a forecast that both changed are told by their own row, 0 included; what
// was is not touched.
func TestTargetsAndForecastsAreToldByTheirRows(t *testing.T) {
	base := everything(t)
	b := edit.AccountRef("b")
	for line, other := range map[string]string{"target": "forecast", "forecast": "target", "revenue": "target"} {
		for _, year := range []int{2024, 2025} {
			key := edit.FigureKey(year, line)
			mine := changed(base, b, key, "0")
			theirs := changed(changed(base, b, key, "688256"), b, edit.FigureKey(year, other), "7")
			m := merged(t, base, mine, theirs)
			f, err := edit.FieldByKey(base.Programme(), key)
			if err != nil {
				t.Fatal(err)
			}
			was := edit.Get(base, b, f)
			all := m.Conflicts()
			if len(all) != 1 || all[0].Base != was || all[0].Mine != "0" || all[0].Theirs != "688256" || all[0].Subject != "" || all[0].Field != fmt.Sprint(f.Title, " ", year) {
				t.Errorf("%s: %+v", key, all)
				continue
			}
			if got := edit.Get(m.Result(), b, f); got != "0" {
				t.Errorf("%s became %s", key, got)
			}
			if got := edit.Get(m.Result(), b, edit.FigureField(other, year)); got != "7" {
				t.Errorf("%s beside it became %q", other, got)
			}
		}
	}
}

// Currency and rates are one choice in every language of the screen: rates lead into one
// currency, and are wrong numbers in another.
func TestAMergeReadsNoWordOfTheScreen(t *testing.T) {
	base := everything(t)
	in := func(c model.Currency, rate model.Rate) *model.Portfolio {
		g := *base.Programme()
		g.Currency, g.Rates = c, []model.Rate{rate}
		return base.With(nil, nil, &g)
	}
	mine := in("EUR", model.Rate{Currency: "GBP", Year: 2025, Value: 1.2})
	theirs := in("SEK", model.Rate{Currency: "NOK", Year: 2025, Value: 0.9})
	wordstest.InLanguages(t, func(t *testing.T) string {
		m := merged(t, base, mine, theirs)
		if len(m.Conflicts()) != 1 {
			t.Fatalf("%+v", m.Conflicts())
		}
		taken, _, err := m.Resolve(map[string]Resolution{m.Conflicts()[0].Key: {Side: TakeTheirs}})
		if err != nil {
			t.Fatal(err)
		}
		a, b := m.Result().Programme(), taken.Programme()
		got := fmt.Sprint(a.Currency, len(a.Rates), a.Rates[0].Currency, b.Currency, len(b.Rates), b.Rates[0].Currency)
		if got != "EUR1GBPSEK1NOK" {
			t.Errorf("rates do not go with their currency: %s", got)
		}
		return got
	})
}
