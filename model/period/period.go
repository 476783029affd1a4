package period

import (
	"fmt"
	"strconv"
	"time"

	"accord/model"
	"accord/model/words"
)

// Period is the span portfolio figures are about: a year, the last 12 months, or all
// years together.
type Period struct {
	Year    int // for the last 12 months the year in which they end: its rates count
	All     bool
	Through model.Date // the last day of the last 12 months; unknown for a year
}

// Months reports whether the period is the last 12 months rather than a year.
func (p Period) Months() bool { return p.Through.Known() }

// String names the period: 2025, or 2025-11 to 2026-10. It is the same in every language.
func (p Period) String() string {
	switch {
	case p.All:
		return "all"
	case p.Months():
		from, _ := p.Span(time.January)
		return fmt.Sprintf("%d-%02d to %d-%02d", from.Year, from.Month, p.Through.Year, p.Through.Month)
	case p.Year == 0:
		return ""
	}
	return strconv.Itoa(p.Year)
}

// Read names the period for people: 2025, or 12 months to 31 Oct 2026.
func (p Period) Read() string {
	if p.Months() {
		return words.T("period.months-to", p.Through.Short())
	}
	return p.String()
}

// Span is the first and the last day of a period when years start in month start; both
// are unknown for all years together.
func (p Period) Span(start time.Month) (from, to model.Date) {
	switch {
	case p.Months():
		return model.NewDate(int(p.Through.Year)-1, time.Month(p.Through.Month)+1, 1), p.Through
	case p.Year == 0:
		return model.Date{}, model.Date{}
	}
	return yearStart(p.Year, start), model.YearEnd(p.Year, start)
}

// staleAfter is how many days the last month of figures may lie back (METHOD §3).
const staleAfter = 92

// Stale reports whether the last 12 months ended so long ago that somebody should bring
// newer figures.
func (p Period) Stale(today model.Date) bool {
	return p.Months() && today.DaysSince(p.Through) > staleAfter
}

// yearStart is the first day of a fiscal year.
func yearStart(year int, start time.Month) model.Date { return model.YearEnd(year-1, start).AddDays(1) }

// begun reports whether a year has begun; one that has not is never the period.
func begun(year int, g *model.Programme, today model.Date) bool {
	return year <= model.FiscalYear(today, g.YearStarts)
}

// lastMonthOver is the last day of the last month that is over.
func lastMonthOver(today model.Date) model.Date {
	return model.NewDate(int(today.Year), time.Month(today.Month), 0)
}

// monthEnd is the last day of the month of a day.
func monthEnd(d model.Date) model.Date { return model.NewDate(int(d.Year), time.Month(d.Month)+1, 0) }
