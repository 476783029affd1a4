package period

import (
	"cmp"
	"slices"

	"accord/model"
)

// Base is what an account's figures say by themselves, before other accounts and the
// choice of the period count. It is remembered while the facts stay the same.
type Base struct {
	Years []Figures // ascending, not derived yet
	spans []span    // of its transactions up to today, one for each source
	deals []model.Transaction
	plans []model.Year // targets and forecasts
}

// span is the first and the last transaction of one source.
type span struct {
	source      string
	first, last model.Date
}

// NewBase reads the figures of an account. Transactions after today count nowhere.
func NewBase(a *model.Account, g *model.Programme, today model.Date) *Base {
	b := &Base{deals: a.Transactions, Years: make([]Figures, 0, len(a.Years))}
	for i := range a.Years {
		y := &a.Years[i]
		if y.Kind != model.Actual {
			b.plans = append(b.plans, *y)
			continue
		}
		b.Years = append(b.Years, Figures{
			Year:        y.Year,
			Revenue:     model.Amount(y.Revenue, g, y.Year),
			Typed:       y.Revenue.Known(),
			CostOfSales: model.Amount(y.CostOfSales, g, y.Year),
			CostToServe: model.Amount(y.CostToServe, g, y.Year),
			Wallet:      model.Amount(y.Wallet, g, y.Year),
			Capacity:    y.CapacityShare,
			Closed:      closed(y.Year, y.Through, g, today),
		})
	}
	b.addDeals(g, today)
	slices.SortFunc(b.Years, func(a, b Figures) int { return cmp.Compare(a.Year, b.Year) })
	return b
}

// counts reports whether a transaction counts at all.
func counts(t *model.Transaction, today model.Date) bool {
	return t.Amount.Known() && t.Date.Known() && !today.Before(t.Date)
}

// closed reports whether a year is over and its figures reach its end.
func closed(year int, through model.Date, g *model.Programme, today model.Date) bool {
	if year >= model.FiscalYear(today, g.YearStarts) {
		return false
	}
	return !through.Known() || !through.Before(model.YearEnd(year, g.YearStarts))
}

// addDeals gives each year without a typed revenue the sum of its transactions. A typed
// revenue without a rate stays unknown: deals do not take its place.
func (b *Base) addDeals(g *model.Programme, today model.Date) {
	for i := range b.deals {
		t := &b.deals[i]
		if !counts(t, today) {
			continue
		}
		b.extend(t)
		year := model.FiscalYear(t.Date, g.YearStarts)
		k := slices.IndexFunc(b.Years, func(y Figures) bool { return y.Year == year })
		if k < 0 {
			k = len(b.Years)
			b.Years = append(b.Years, Figures{Year: year, Closed: closed(year, model.Date{}, g, today)})
		}
		if y := &b.Years[k]; !y.Typed {
			y.Revenue = sum(y.Revenue, y.FromImport, t, g, year)
			y.FromImport = true
		}
	}
}

// sum adds a transaction to what was summed before, in whole minor units: a converted
// amount is rounded before it is added. One without a rate makes the sum unknown.
func sum(so model.Num, begun bool, t *model.Transaction, g *model.Programme, year int) model.Num {
	v := model.Amount(t.Amount, g, year)
	return model.Num{V: g.Whole(so.V + v.V), Known: v.Known && (so.Known || !begun)}
}

// extend widens the span of a transaction's source.
func (b *Base) extend(t *model.Transaction) {
	for i := range b.spans {
		if s := &b.spans[i]; s.source == t.Source {
			if t.Date.Before(s.first) {
				s.first = t.Date
			}
			if s.last.Before(t.Date) {
				s.last = t.Date
			}
			return
		}
	}
	b.spans = append(b.spans, span{t.Source, t.Date, t.Date})
}

// Dated reports whether the account has transactions up to today.
func (b *Base) Dated() bool { return len(b.spans) > 0 }

// between is the revenue of the transactions from one day to another, unknown without
// any, or where one has no rate.
func (b *Base) between(from, to model.Date, g *model.Programme) (revenue model.Num, any bool) {
	for i := range b.deals {
		t := &b.deals[i]
		if counts(t, to) && !t.Date.Before(from) {
			revenue = sum(revenue, any, t, g, model.FiscalYear(t.Date, g.YearStarts))
			any = true
		}
	}
	return revenue, any
}

// year is the figures of a year, nil where there are none.
func year(years []Figures, n int) *Figures {
	for i := range years {
		if years[i].Year == n {
			return &years[i]
		}
	}
	return nil
}
