package period

import (
	"accord/model"
)

// months gives the figures of the last 12 months, and the revenue of the 12 months before.
func (c *Context) months12(e *Earned, b *Base, g *model.Programme, today model.Date) {
	from, to := c.Period.Span(g.YearStarts)
	f := &Figures{Year: c.Period.Year, Closed: true}
	if b.Dated() {
		any := false
		if f.Revenue, any = b.between(from, to, g); any {
			f.FromImport = true
		} else if !b.since(to) && c.others(b, from, func(s *Source) bool { return s.window }) {
			f.Revenue, f.Stopped = model.Some(0.0), true
			e.Stopped = true
		}
		e.Before, _ = b.between(from.AddMonths(-12), from.AddDays(-1), g)
	} else if y := keeps(e.Years); y != nil {
		f.Revenue, f.From.Revenue = y.Revenue, y.Year
		if old := year(e.Years, y.Year-1); old != nil && old.Closed {
			e.Before = old.Revenue
		}
	}
	f.scale(e.Years, g)
	f.contribute(g)
	e.Period = f
}

// keeps is the year an account without dated transactions keeps: its newest closed one of
// known revenue.
func keeps(list []Figures) *Figures {
	return newest(list, func(y *Figures) bool { return y.Revenue.Known })
}
