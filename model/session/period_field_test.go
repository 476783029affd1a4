package session_test

import (
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/session"
)

// The period, a target and a forecast are set, read and undone like any fact, and are
// apart from what happened.
func TestPeriodTargetAndForecastAreFacts(t *testing.T) {
	p, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{{ID: "a", Name: "A",
		Years: []model.Year{{Year: 2026, Revenue: model.NewMoney(7, "USD")}}}})
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(p, modeltest.Today, 0, func() string { return "x" })
	programme, account := edit.Ref{Of: edit.OfProgramme}, edit.AccountRef("a")
	for _, c := range []struct {
		ref              edit.Ref
		key, typed, want string
	}{
		{programme, "programme.year", "Last-12 months", "last 12 months"},
		{programme, "programme.year", "2025", "2025"},
		{programme, "programme.year", "LTM", "last 12 months"},
		{programme, "programme.year", "auto", ""},
		{account, "figures.2026.target", "120", "120"},
		{account, "figures.2026.forecast", "90", "90"},
		{account, "figures.2026.target", "", ""},
		{account, "retention", "92.5", "92.5"},
	} {
		f, err := edit.FieldByKey(s.Portfolio().Programme(), c.key)
		if err != nil {
			t.Fatal(err)
		}
		before := edit.Get(s.Portfolio(), c.ref, f)
		if _, err := s.Do(edit.SetField{Ref: c.ref, Key: c.key, Value: c.typed}, modeltest.Now); err != nil {
			t.Fatal(err)
		}
		if got := edit.Get(s.Portfolio(), c.ref, f); got != c.want {
			t.Errorf("%s %q reads %q, want %q", c.key, c.typed, got, c.want)
		}
		if _, ok := s.Undo(); !ok || edit.Get(s.Portfolio(), c.ref, f) != before {
			t.Errorf("%s is not undone", c.key)
		}
		if _, ok := s.Redo(); !ok || s.Portfolio().At(0).Year(2026, model.Actual).Revenue.Minor != 700 {
			t.Errorf("%s touched what happened", c.key)
		}
	}
	for _, typed := range []string{"soon", "1989", "2101", "-3"} {
		if _, err := s.Do(edit.SetField{Ref: programme, Key: "programme.year", Value: typed}, modeltest.Now); err == nil {
			t.Errorf("%q was taken as a period", typed)
		}
	}
}
