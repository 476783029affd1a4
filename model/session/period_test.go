package session_test

import (
	"fmt"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/score"
	"accord/model/sessiontest"
)

// revenues are accounts of which so many have revenue in each year.
func revenues(t *testing.T, by map[int]int) *model.Portfolio {
	t.Helper()
	var list []*model.Account
	for i := range 30 {
		a := &model.Account{ID: model.AccountID(fmt.Sprintf("a%02d", i)), Name: fmt.Sprintf("A%02d", i)}
		for year, n := range by {
			if i < n {
				a.Years = append(a.Years, model.Year{Year: year, Revenue: model.Money{Minor: int64(100_000 + i), Currency: "USD"}})
			}
		}
		list = append(list, a)
	}
	return modeltest.PortfolioOf(t, list...)
}

// The first deal of a new year does not make it the year of the portfolio; that
// enough accounts have it does, and so does saying so.
func TestTheYearOfThePortfolio(t *testing.T) {
	for _, c := range []struct {
		have map[int]int
		set  int
		want int
	}{
		{map[int]int{2023: 30, 2024: 1}, 0, 2023}, {map[int]int{2023: 30, 2024: 2}, 0, 2023}, {map[int]int{2023: 30, 2024: 3}, 0, 2024},
		{map[int]int{2023: 4, 2024: 1}, 0, 2024}, {map[int]int{2023: 30, 2026: 30}, 0, 2023}, {map[int]int{2026: 30, 2027: 1}, 0, 2026}, {nil, 0, 0},
		{map[int]int{2023: 30, 2024: 1}, 2024, 2024}, {map[int]int{2023: 30}, 2031, 2023}, /* a year that has not begun is never the period (METHOD §3) */
	} {
		p := revenues(t, c.have)
		s := sessiontest.New(p)
		if c.set > 0 {
			if _, err := s.Do(edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "programme.year", Value: fmt.Sprint(c.set)}, modeltest.Now); err != nil {
				t.Fatal(err)
			}
		}
		if got := s.Scores().Period().Year; got != c.want {
			t.Errorf("%v, set to %d: the year is %d, want %d", c.have, c.set, got, c.want)
		}
		if _, ok := s.Undo(); ok && s.Scores().Period() != score.Of(p, modeltest.Today).Period() {
			t.Errorf("%v: after undo the year is %d", c.have, s.Scores().Period().Year)
		}
	}
}

// The period asked for alone is the one of the scores.
func TestPeriodOfIsThatOfTheScores(t *testing.T) {
	for _, have := range []map[int]int{nil, {2023: 30, 2024: 1}, {2023: 30, 2024: 3}, {2026: 5}} {
		p := revenues(t, have)
		period, with := score.PeriodOf(p, modeltest.Today)
		if want := score.Of(p, modeltest.Today).Period(); period != want || with != have[period.Year] {
			t.Errorf("%v: %v with %d, want %v with %d", have, period, with, want, have[want.Year])
		}
	}
}
