package reference

import "accord/model"

// METHOD §3: what the years of an account come to.

// The settings of the second edition, at their defaults.
const (
	partialDays = 31
	staleDays   = 92
	mostlyDated = 0.60
)

// year is one year of an account, in minor units.
type year struct {
	revenue, cost, serve, wallet, capacity float64
	typed                                  bool // the revenue was typed, rate or no rate
	closed, whole                          bool
	zero                                   bool // a known 0, because the account stopped buying
}

// closed: the year is over, and no figures end before it does.
func (w *world) closed(a *model.Account, y int) bool {
	end := w.yearSpan(y).to
	for _, row := range a.Years {
		if row.Kind == model.Actual && row.Year == y && dated(row.Through) && row.Through.Before(end) {
			return false
		}
	}
	return end.Before(w.today)
}

// partial: a source was cut off in this year.
func (w *world) partial(source string, y int) bool {
	var oldest, newest model.Date
	for _, a := range w.living {
		for _, d := range w.sold[a.ID] {
			if d.source != source {
				continue
			}
			if !dated(oldest) || d.day.Before(oldest) {
				oldest = d.day
			}
			if !dated(newest) || newest.Before(d.day) {
				newest = d.day
			}
		}
	}
	if !dated(oldest) {
		return false
	}
	s := w.yearSpan(y)
	if s.has(oldest) && oldest.DaysSince(s.from) > partialDays {
		return true
	}
	return s.has(newest) && s.to.Before(w.today) && s.to.DaysSince(newest) > partialDays
}

// sources are where the deals of an account came from.
func (w *world) sources(a *model.Account) map[string]bool {
	out := map[string]bool{}
	for _, d := range w.sold[a.ID] {
		out[d.source] = true
	}
	return out
}

// othersBought: a source has deals of other accounts in a span.
func (w *world) othersBought(a *model.Account, source string, s span) bool {
	for _, b := range w.living {
		if b.ID == a.ID {
			continue
		}
		for _, d := range w.sold[b.ID] {
			if d.source == source && s.has(d.day) {
				return true
			}
		}
	}
	return false
}

// leftOut: a source of the account's earlier deals has others in the span.
func (w *world) leftOut(a *model.Account, s span) bool {
	for _, d := range w.sold[a.ID] {
		if d.day.Before(s.from) && w.othersBought(a, d.source, s) {
			return true
		}
	}
	return false
}

// years are all years of an account that say anything.
func (w *world) years(a *model.Account) map[int]*year {
	out := map[int]*year{}
	at := func(y int) *year {
		if out[y] == nil {
			out[y] = &year{unknown, unknown, unknown, unknown, unknown, false, w.closed(a, y), true, false}
		}
		return out[y]
	}
	for _, row := range a.Years {
		if row.Kind != model.Actual {
			continue
		}
		y := at(row.Year)
		y.typed = row.Revenue.Currency != ""
		y.revenue, y.cost, y.serve = w.minor(row.Revenue, row.Year), w.minor(row.CostOfSales, row.Year), w.minor(row.CostToServe, row.Year)
		y.wallet = w.minor(row.Wallet, row.Year)
		if row.CapacityShare.Known {
			y.capacity = row.CapacityShare.V
		}
	}
	for n := 1900; n <= w.fiscal(w.today); n++ {
		s := w.yearSpan(n)
		sum, any := within(w.sold[a.ID], s)
		if any && !at(n).typed {
			out[n].revenue = sum
		}
		if !any && (out[n] == nil || !out[n].typed) && w.leftOut(a, s) && w.closed(a, n) && w.whole(a, n) {
			at(n).revenue, at(n).zero = 0, true
		}
		if y := out[n]; y != nil && !y.typed {
			y.whole = w.whole(a, n)
		}
	}
	return out
}

// whole: no source of the account was cut off in the year.
func (w *world) whole(a *model.Account, y int) bool {
	for source := range w.sources(a) {
		if w.partial(source, y) {
			return false
		}
	}
	return true
}
