package period

import (
	"accord/model"
)

// others reports whether the account has transactions before a span, of a source that
// has others in it.
func (c *Context) others(b *Base, from model.Date, in func(*Source) bool) bool {
	for i := range b.spans {
		if s := &b.spans[i]; s.first.Before(from) && in(c.source(s.source)) {
			return true
		}
	}
	return false
}

// fill puts the known 0 of an account that stopped buying into every closed, whole year
// after its first transaction in which it has none (METHOD §3). Each year is tested by
// itself.
func (c *Context) fill(list []Figures, b *Base, g *model.Programme, today model.Date) []Figures {
	if !b.Dated() {
		return list
	}
	first := b.spans[0].first
	for _, s := range b.spans {
		if s.first.Before(first) {
			first = s.first
		}
	}
	for n := model.FiscalYear(first, g.YearStarts) + 1; model.YearEnd(n, g.YearStarts).Before(today); n++ {
		y := year(list, n)
		if y != nil && (y.Typed || y.FromImport || !y.Closed) {
			continue
		}
		if !c.others(b, yearStart(n, g.YearStarts), func(s *Source) bool { return s.bought.has(n) }) {
			continue
		}
		if y == nil {
			list = append(list, Figures{Year: n, Closed: true})
			y = &list[len(list)-1]
		}
		if !c.partialFor(b, y, g, today) {
			y.Revenue, y.Stopped = model.Some(0.0), true
		}
	}
	return list
}

// since reports whether the account bought after a day.
func (b *Base) since(day model.Date) bool {
	for i := range b.spans {
		if day.Before(b.spans[i].last) {
			return true
		}
	}
	return false
}
