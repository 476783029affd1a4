package kit

import (
	"fmt"

	"accord/model"
	"accord/model/edit"
	"accord/model/period"
	"accord/model/score"
	"accord/model/words"
)

// periodKey is the field of the period of the figures.
const periodKey = "programme.year"

// yearsBack is how many years before the running one are offered at least.
const yearsBack = 3

// PickPeriod chooses the period of the figures: by rule, with what that is now, the last
// 12 months with their two ends, or a year that has begun.
func PickPeriod(c *Context) *Pick {
	f, _ := edit.FieldByKey(c.Portfolio().Programme(), periodKey)
	ref := edit.Ref{Of: edit.OfProgramme}
	now := edit.Get(c.Portfolio(), ref, f)
	if now == "" {
		now = "auto"
	}
	p := NewPick(PickField, f.Title, PeriodChoices(c.Portfolio(), c.Session.Today()), now)
	p.Ref, p.Key = ref, periodKey
	return p
}

// PeriodChoices are the periods that can be chosen, each with what it is on that day.
func PeriodChoices(p *model.Portfolio, today model.Date) []Choice {
	rule := score.Asked(p, today, period.Ask{})
	out := []Choice{{words.T("kit.period-auto", OrElse(rule.Read(), words.T("kit.period-no-revenue"))), "auto"}}
	twelve := Choice{words.T("kit.period-twelve-none"), edit.LastTwelve}
	if m := score.Asked(p, today, period.Ask{LastTwelve: true}); m.Months() {
		from, to := m.Span(p.Programme().YearStarts)
		twelve.Word = words.T("kit.period-twelve", from.Short(), to.Short())
	}
	out = append(out, twelve)
	offered := map[int]period.Offered{}
	running := model.FiscalYear(today, p.Programme().YearStarts)
	oldest := running - yearsBack
	for _, y := range score.YearsOffered(p, today) {
		offered[y.Year] = y
		oldest = min(oldest, y.Year)
	}
	for n := running; n >= oldest; n-- {
		out = append(out, Choice{yearWords(n, offered[n]), fmt.Sprint(n)})
	}
	return out
}

// yearWords is a year with what keeps it from being a whole one.
func yearWords(n int, y period.Offered) string {
	switch {
	case y.Accounts == 0:
		return words.T("kit.period-year-empty", n)
	case y.Partial:
		return words.T("kit.period-year-partial", n, y.Accounts)
	case y.SoFar:
		return words.T("kit.period-year-so-far", n, y.Accounts)
	}
	return words.T("kit.period-year", n, y.Accounts)
}
