package kit

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
)

// The choices say what the period is now, the two ends of the last 12 months, and what
// keeps a year from being a whole one; each is what the field takes.
func TestThePeriodsThatCanBeChosen(t *testing.T) {
	today := model.NewDate(2026, 11, 24)
	s := session.New(model.EmptyPortfolio(), today, 0, func() string { return "x" })
	a := &model.Account{ID: "a", Name: "Alder", Years: []model.Year{{Year: 2024, Revenue: model.NewMoney(90, "EUR")}}}
	for _, d := range []model.Date{model.NewDate(2022, 12, 1), model.NewDate(2026, 2, 3), model.NewDate(2026, 10, 9)} {
		a.Transactions = append(a.Transactions, model.Transaction{Date: d, Amount: model.NewMoney(50, "EUR")})
	}
	g := *s.Portfolio().Programme()
	g.Currency = "EUR"
	p := s.Portfolio().With([]*model.Account{nil}, []*model.Account{a}, &g)
	got := PeriodChoices(p, today)
	want := []string{
		"auto: chosen by rule, now 2024", "last 12 months: 1 Nov 2025 to 31 Oct 2026",
		"2026, so far: one account with revenue", "2025: no revenue known", "2024: one account with revenue", "2023: no revenue known",
		"2022, partial: one account with revenue",
	}
	var said []string
	for _, c := range got {
		said = append(said, c.Word)
		if _, _, ok := edit.ParsePeriod(c.Value); !ok {
			t.Errorf("%q is no period", c.Value)
		}
	}
	if strings.Join(said, "\n") != strings.Join(want, "\n") {
		t.Errorf("the choices are\n%s", strings.Join(said, "\n"))
	}
}
