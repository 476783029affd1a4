package reference

import (
	"time"

	"accord/model"
)

// METHOD §3: the one period of a file.

type period struct {
	last12 bool
	year   int // of a year; of the last 12 months the year they end in; 0 is none
	span   span
}

// choose is the period that was chosen, or that auto finds.
func (w *world) choose() period {
	if w.f.LastTwelve {
		if p, ok := w.lastTwelve(); ok {
			return p
		}
		return w.yearOfAuto()
	}
	if y := w.f.Year; y != 0 && y <= w.fiscal(w.today) {
		return period{year: y, span: w.yearSpan(y)}
	}
	if w.mostlyDated() {
		p, _ := w.lastTwelve()
		return p
	}
	return w.yearOfAuto()
}

// bought: an account has revenue in a year that has begun; a 0 for having stopped is none.
func (w *world) bought(a *model.Account, y int) bool {
	row := w.rows[a.ID][y]
	return row != nil && known(row.revenue) && !row.zero
}

// mostlyDated: of the two newest years with revenue, enough comes from dated transactions.
func (w *world) mostlyDated() bool {
	all, fromDeals, found := 0.0, 0.0, 0
	for y := w.fiscal(w.today); y >= 1900 && found < 2; y-- {
		any := false
		for _, a := range w.living {
			if !w.bought(a, y) {
				continue
			}
			any = true
			row := w.rows[a.ID][y]
			v := max(0, row.revenue)
			all += v
			if !row.typed {
				fromDeals += v
			}
		}
		if any {
			found++
		}
	}
	return all > 0 && fromDeals/all >= mostlyDated
}

// lastTwelve ends with the last month that is over, or with that of the newest deal.
func (w *world) lastTwelve() (period, bool) {
	var newest model.Date
	for _, a := range w.living {
		for _, d := range w.sold[a.ID] {
			if newest.Before(d.day) {
				newest = d.day
			}
		}
	}
	if !dated(newest) {
		return period{}, false
	}
	end := model.NewDate(int(w.today.Year), time.Month(w.today.Month), 1).AddDays(-1)
	if newest.Before(end) {
		end = model.NewDate(int(newest.Year), time.Month(newest.Month)+1, 1).AddDays(-1)
	}
	from := model.NewDate(int(end.Year)-1, time.Month(end.Month)+1, 1)
	return period{true, w.fiscal(end), span{from, end}}, true
}

// yearOfAuto is the year that enough accounts have.
func (w *world) yearOfAuto() period {
	now := w.fiscal(w.today)
	count := func(y int, of func(*year) bool) (n int) {
		for _, a := range w.living {
			if w.bought(a, y) && of(w.rows[a.ID][y]) {
				n++
			}
		}
		return n
	}
	fullest := 0
	for y := 1900; y <= now; y++ {
		fullest = max(fullest, count(y, func(*year) bool { return true }))
	}
	for _, of := range []func(*year) bool{
		func(r *year) bool { return r.closed && r.whole },
		func(r *year) bool { return !r.closed && r.whole },
	} {
		for y := now; y >= 1900; y-- {
			if n := count(y, of); n > 0 && float64(n) >= w.set.PeriodCover*float64(fullest) {
				return period{year: y, span: w.yearSpan(y)}
			}
		}
	}
	for y := now; y >= 1900; y-- {
		if count(y, func(*year) bool { return true }) > 0 {
			return period{year: y, span: w.yearSpan(y)}
		}
	}
	return period{}
}

// before is the span of the same length before the period.
func (p period) before(w *world) span {
	if p.last12 {
		return span{p.span.from.AddMonths(-12), p.span.from.AddDays(-1)}
	}
	return w.yearSpan(p.year - 1)
}
