package model

import "math"

// Rate is what one unit of a currency was worth in the reporting currency, on
// average over a year.
type Rate struct {
	Currency Currency `json:"cur"`
	Year     int      `json:"year"`
	Value    float64  `json:"value"`         // reporting units for one unit
	Date     Date     `json:"date,omitzero"` // when it was entered
}

// rate is the average of a year; unknown when nobody entered it.
func (g *Programme) rate(c Currency, year int) Num {
	if c == g.Currency {
		return Some(1.0)
	}
	for i := range g.Rates {
		if r := &g.Rates[i]; r.Currency == c && r.Year == year {
			return Some(r.Value)
		}
	}
	return Num{}
}

// Amount is money of a year as a number in the reporting currency, major units.
// A missing rate makes it unknown (METHOD §3).
func Amount(m Money, g *Programme, year int) Num {
	if !m.Known() {
		return Num{}
	}
	r := g.rate(m.Currency, year)
	if !r.Known {
		return Num{}
	}
	if m.Currency == g.Currency && g.grain == 0 {
		return Some(m.Major())
	}
	return Some(g.Whole(m.Major() * r.V))
}

// Whole rounds an amount of the reporting currency to whole minor units, half away from
// zero: every converted or scaled amount is, before it is added (METHOD §1). Amounts that
// are an index stay exact, for the scores alone.
func (g *Programme) Whole(major float64) float64 {
	unit := g.Currency.unit()
	switch {
	case g.grain > 0:
		unit = 1 / g.grain
	case g.Currency == Index:
		return major
	}
	return nearest(major*unit) / unit
}

// nearest rounds to a whole number, half away from zero. A nudge of a few ulps keeps 2.625,
// and three quarters of 3.30, a half, as people expect of decimals.
func nearest(x float64) float64 { return math.Round(x + math.Copysign(math.Abs(x)*4e-16, x)) }

// PartOf is a share of an amount as Amount gives it: what is converted and what is scaled
// is rounded to whole minor units, each step by itself (METHOD §1).
func PartOf(m Money, g *Programme, year int, share float64) Num {
	v := Amount(m, g, year)
	v.V = m.whole(m.whole(v.V, g.Currency)*share, g.Currency)
	return v
}

// KeepDates leaves a rate that did not change with the day it was entered.
func (g *Programme) KeepDates(was []Rate) {
	for i := range g.Rates {
		for _, old := range was {
			if x := &g.Rates[i]; x.Currency == old.Currency && x.Year == old.Year && x.Value == old.Value {
				x.Date = old.Date
			}
		}
	}
}
