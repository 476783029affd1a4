package reference

import (
	"math"
	"time"

	"accord/model"
)

// METHOD §1 and §3: money is whole minor units.

func unit(c model.Currency) float64 {
	switch c {
	case "JPY", "KRW", "CLP", "VND", "ISK":
		return 1
	case "KWD", "BHD", "OMR", "JOD", "TND":
		return 1000
	}
	return 100
}

// minor is an amount in minor units of the reporting currency, rounded half away from
// zero; unknown without an amount or without a rate of the year.
func (w *world) minor(m model.Money, year int) float64 {
	switch m.Currency {
	case "":
		return unknown
	case w.g.Currency:
		return float64(m.Minor)
	}
	for _, r := range w.g.Rates {
		if r.Currency == m.Currency && r.Year == year {
			return math.Round(float64(m.Minor) / unit(m.Currency) * r.Value * unit(w.g.Currency))
		}
	}
	return unknown
}

// major is minor units as they are reported.
func (w *world) major(v float64) float64 { return v / unit(w.g.Currency) }

// span is days, both ends in it.
type span struct{ from, to model.Date }

func (s span) has(d model.Date) bool { return !d.Before(s.from) && !s.to.Before(d) }

// starts is the month a year starts in.
func (w *world) starts() int { return max(1, int(w.g.YearStarts)) }

// fiscal is the year a day lies in: it bears the number of the year in which it ends.
func (w *world) fiscal(d model.Date) int {
	if w.starts() > 1 && int(d.Month) >= w.starts() {
		return int(d.Year) + 1
	}
	return int(d.Year)
}

func (w *world) yearSpan(y int) span {
	if w.starts() == 1 {
		return span{model.NewDate(y, 1, 1), model.NewDate(y, 12, 31)}
	}
	begin := time.Month(w.starts())
	return span{model.NewDate(y-1, begin, 1), model.NewDate(y, begin, 1).AddDays(-1)}
}

// deal is one transaction that counts: dated, up to today, with an amount.
type deal struct {
	day    model.Date
	source string
	amount float64 // minor units; unknown without a rate
}

func (w *world) deals(a *model.Account) (out []deal) {
	for i := range a.Transactions {
		t := &a.Transactions[i]
		if !dated(t.Date) || w.today.Before(t.Date) || t.Amount.Currency == "" {
			continue
		}
		d := deal{day: t.Date, amount: w.minor(t.Amount, w.fiscal(t.Date))}
		if w.f.Source != nil {
			d.source = w.f.Source(a, t)
		}
		out = append(out, d)
	}
	return out
}

// within adds up the deals of a span; ok is false when there is none.
func within(deals []deal, s span) (sum float64, ok bool) {
	for _, d := range deals {
		if s.has(d.day) {
			sum, ok = sum+d.amount, true
		}
	}
	return sum, ok
}
