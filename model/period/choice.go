package period

import (
	"slices"

	"accord/model"
)

// Context is what all accounts together say about the period: what every account's
// figures depend on beside its own facts.
type Context struct {
	Period  Period
	Sources []Source
	beside  beside // the last 12 months, while the period is a year
}

// Same reports whether two contexts give every account the same figures.
func (c *Context) Same(other *Context) bool {
	return c.Period == other.Period && slices.Equal(c.Sources, other.Sources)
}

// NewContext finds the sources and chooses the period as the programme says; fixed is one
// that was asked for.
func NewContext(bases []*Base, g *model.Programme, today model.Date, fixed *Period) *Context {
	c := &Context{Sources: gather(bases, g, today)}
	if fixed != nil {
		c.Period = *fixed
	} else {
		c.Period = c.choose(Ask{Year: g.Year, LastTwelve: g.LastTwelve}, bases, g, today)
	}
	c.inWindow(bases, g)
	c.beside.bases, c.beside.g, c.beside.today = bases, g, today
	return c
}

// choose settles the period: the year that is asked for if it has begun, the last 12
// months where they are asked for or most revenue is dated, else a year.
func (c *Context) choose(a Ask, bases []*Base, g *model.Programme, today model.Date) Period {
	if a.Year > 0 && begun(a.Year, g, today) {
		return Period{Year: a.Year}
	}
	t := c.tally(bases, g, today)
	if a.Year == 0 && a.LastTwelve || t.mostlyDated() {
		if p, ok := c.months(g, today); ok {
			return p
		}
	}
	return Period{Year: t.year(g.Settings().PeriodCover)}
}

// months is the last 12 months: to the last month that is over, or to that of the newest
// transaction where it is older. ok is false without a transaction.
func (c *Context) months(g *model.Programme, today model.Date) (Period, bool) {
	var newest model.Date
	for i := range c.Sources {
		if newest.Before(c.Sources[i].Last) {
			newest = c.Sources[i].Last
		}
	}
	if !newest.Known() {
		return Period{}, false
	}
	through := lastMonthOver(today)
	if end := monthEnd(newest); end.Before(through) {
		through = end
	}
	return Period{Year: model.FiscalYear(through, g.YearStarts), Through: through}, true
}

// tally counts by year that has begun; zeros of those who stopped buying are not in it.
type tally map[int]*struct {
	accounts, shut, open int     // with revenue; of them whole and closed, or still open
	revenue, dated       float64 // negative amounts as 0; what comes from transactions
}

func (c *Context) tally(bases []*Base, g *model.Programme, today model.Date) tally {
	out := tally{}
	for _, b := range bases {
		for i := range b.Years {
			y := &b.Years[i]
			if !y.Revenue.Known || !begun(y.Year, g, today) {
				continue
			}
			n := out[y.Year]
			if n == nil {
				n = &struct {
					accounts, shut, open int
					revenue, dated       float64
				}{}
				out[y.Year] = n
			}
			n.accounts++
			switch partial := c.partialFor(b, y, g, today); {
			case partial:
			case y.Closed:
				n.shut++
			default:
				n.open++
			}
			n.revenue += max(0, y.Revenue.V)
			if y.FromImport {
				n.dated += max(0, y.Revenue.V)
			}
		}
	}
	return out
}

// datedEnough is the share of the revenue of the two newest years that must come from
// dated transactions for the last 12 months to be the period.
const datedEnough = 0.6

// mostlyDated reports whether enough of the revenue of the two newest years is dated.
func (t tally) mostlyDated() bool {
	newest, second := 0, 0
	for n := range t {
		switch {
		case n > newest:
			newest, second = n, newest
		case n > second:
			second = n
		}
	}
	all, dated := 0.0, 0.0
	for _, n := range []int{newest, second} {
		if y := t[n]; y != nil {
			all, dated = all+y.revenue, dated+y.dated
		}
	}
	return all > 0 && dated >= (datedEnough-1e-9)*all
}

// year is the newest closed, whole year in which enough accounts have revenue, compared
// with the fullest year; else the newest open one; else the newest that has any.
func (t tally) year(cover float64) int {
	fullest, shut, open, last := 0, 0, 0, 0
	for _, n := range t {
		fullest = max(fullest, n.accounts)
	}
	enough := func(n int) bool { return n > 0 && float64(n) >= cover*float64(fullest)-1e-9 }
	for k, n := range t {
		last = max(last, k)
		if enough(n.shut) {
			shut = max(shut, k)
		}
		if enough(n.open) {
			open = max(open, k)
		}
	}
	switch {
	case shut > 0:
		return shut
	case open > 0:
		return open
	}
	return last
}
