package edit

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
)

// SetRate enters the average rate of a currency in a year; an unknown value
// takes it out of the table.
type SetRate struct {
	Currency model.Currency
	Year     int
	Value    model.Num
}

// Label implements Change.
func (c SetRate) Label() words.Msg { return words.New("edit.set-rate", string(c.Currency)) }

// Where implements Change.
func (c SetRate) Where() Place { return Place{Field: "programme.rates"} }

func (c SetRate) Apply(d *Draft) error {
	g := d.Settings()
	switch {
	case !c.Currency.Valid() || c.Currency == g.Currency:
		return model.Refuse(
			"rate",
			words.T("edit.type-code-currency-other-than", otherCurrency(g.Currency)),
			words.T("edit.needs-no-rate-or-no", string(c.Currency)),
		)
	case c.Year < model.MinYear || c.Year > model.MaxYear:
		return model.Refuse("rate", words.T("edit.type-year-such-as-2026"), words.T("edit.not-year-figures-may", c.Year))
	case c.Value.Known && !(c.Value.V > 0 && c.Value.V < 1e9):
		return model.Refuse(
			"rate",
			words.T("edit.type-what-one", string(c.Currency), string(g.Currency)),
			words.T("edit.rate-number-above-0"),
		)
	}
	rates := slices.DeleteFunc(
		slices.Clone(g.Rates),
		func(r model.Rate) bool { return r.Currency == c.Currency && r.Year == c.Year },
	)
	if c.Value.Known {
		rates = append(rates, model.Rate{Currency: c.Currency, Year: c.Year, Value: c.Value.V, Date: d.today})
	}
	slices.SortFunc(rates, func(a, b model.Rate) int {
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
