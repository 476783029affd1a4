package model

import (
	"slices"
	"strconv"
	"strings"
)

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

// amount is money of a year as a number in the reporting currency, major units.
// A missing rate makes it unknown (METHOD §3).
func amount(m Money, g *Programme, year int) Num {
	if !m.Known() {
		return Num{}
	}
	r := g.rate(m.Currency, year)
	if !r.Known {
		return Num{}
	}
	return Some(m.Major() * r.V)
}

// SetRate enters the average rate of a currency in a year; an unknown value
// takes it out of the table.
type SetRate struct {
	Currency Currency
	Year     int
	Value    Num
}

// Label implements Change.
func (c SetRate) Label() string { return "set the rate of " + string(c.Currency) }

// Where implements Change.
func (c SetRate) Where() Place { return Place{Field: "programme.rates"} }

func (c SetRate) apply(d *draft) error {
	g := d.settings()
	switch {
	case !c.Currency.Valid() || c.Currency == g.Currency:
		return problem("rate", "Type the code of a currency other than the file's, such as "+otherCurrency(g.Currency)+".", "%q needs no rate or is no code", string(c.Currency))
	case c.Year < minYear || c.Year > maxYear:
		return problem("rate", "Type a year such as 2026.", "%d is not a year that figures may have", c.Year)
	case c.Value.Known && !(c.Value.V > 0 && c.Value.V < 1e9):
		return problem("rate", "Type what one "+string(c.Currency)+" is in "+string(g.Currency)+".", "a rate is a number above 0")
	}
	rates := slices.DeleteFunc(slices.Clone(g.Rates), func(r Rate) bool { return r.Currency == c.Currency && r.Year == c.Year })
	if c.Value.Known {
		rates = append(rates, Rate{c.Currency, c.Year, c.Value.V, d.today})
	}
	slices.SortFunc(rates, func(a, b Rate) int {
		if a.Currency != b.Currency {
			return strings.Compare(string(a.Currency), string(b.Currency))
		}
		return a.Year - b.Year
	})
	if g.Rates = rates; len(rates) == 0 {
		g.Rates = nil
	}
	return nil
}

func otherCurrency(c Currency) string {
	if c == "EUR" {
		return "USD"
	}
	return "EUR"
}

// ratesField is the whole table of rates as one line: "EUR 2025 1.08, GBP 2025 1.27".
var ratesField = Field{Key: "programme.rates", Label: "Rates", Of: OfProgramme, Kind: Text, Range: "currency year value, with commas between", Feeds: "figures",
	Help: "Average rates of a year: EUR 2025 1.08, GBP 2025 1.27.",
	get: func(r *record) string {
		var out []string
		for _, x := range r.programme.Rates {
			out = append(out, string(x.Currency)+" "+strconv.Itoa(x.Year)+" "+plainNumber(x.Value))
		}
		return strings.Join(out, ", ")
	},
	set: func(r *record, s string) error {
		d := &draft{programme: r.programme, today: r.today}
		was := r.programme.Rates
		r.programme.Rates = nil
		for item := range strings.SplitSeq(s, ",") {
			words := strings.Fields(item)
			if len(words) == 0 {
				continue
			}
			if len(words) != 3 {
				return problem("programme.rates", "Write each as currency, year, value: EUR 2025 1.08.", "%q is not a rate", strings.TrimSpace(item))
			}
			year, err := strconv.Atoi(words[1])
			value, err2 := ParseNumber(words[2])
			if err != nil || err2 != nil {
				return problem("programme.rates", "Write each as currency, year, value: EUR 2025 1.08.", "%q is not a rate", strings.TrimSpace(item))
			}
			if err := (SetRate{Currency(strings.ToUpper(words[0])), year, Some(value)}).apply(d); err != nil {
				return err
			}
		}
		r.programme.keepDates(was)
		return nil
	}}

// keepDates leaves a rate that did not change with the day it was entered.
func (g *Programme) keepDates(was []Rate) {
	for i := range g.Rates {
		for _, old := range was {
			if x := &g.Rates[i]; x.Currency == old.Currency && x.Year == old.Year && x.Value == old.Value {
				x.Date = old.Date
			}
		}
	}
}
