package period

import (
	"cmp"
	"slices"

	"accord/model"
)

// Earned is what an account earned: by year, and in the period.
type Earned struct {
	Base                   *Base
	In                     Period    // the period
	Years                  []Figures // ascending, with the zeros of those who stopped buying
	Revenue, Contribution  model.Num // in the period
	ContributionConfidence float64
	Capacity               model.Num
	Period                 *Figures  // figures of the period, nil when the period is all or has none
	Before                 model.Num // revenue of the period before
	Stopped                bool      // has stopped buying: nothing in the period or since
	Traded                 bool      // has transactions up to today, or a known revenue other than 0
	SoFar                  SoFar
}

// Of puts an account's figures into the period of a context.
func (c *Context) Of(b *Base, g *model.Programme, today model.Date) *Earned {
	e := &Earned{Base: b, In: c.Period, Traded: b.Dated()}
	e.Years = c.fill(slices.Clone(b.Years), b, g, today)
	slices.SortFunc(e.Years, func(a, b Figures) int { return cmp.Compare(a.Year, b.Year) })
	for i := range e.Years {
		y := &e.Years[i]
		y.Partial = c.partialFor(b, y, g, today)
		y.derive(g)
		e.Traded = e.Traded || y.Revenue.Known && y.Revenue.V != 0
	}
	e.SoFar = b.soFar(e.Years, g, today)
	switch {
	case c.Period.All:
		e.all(g)
		return e
	case c.Period.Months():
		c.months12(e, b, g, today)
	default:
		c.oneYear(e, b, g)
	}
	if f := e.Period; f != nil {
		e.Revenue, e.Contribution, e.Capacity = f.Revenue, f.Contribution, f.Capacity
		e.ContributionConfidence = f.Confidence
	}
	return e
}

// oneYear takes the figures of the year that is the period.
func (c *Context) oneYear(e *Earned, b *Base, g *model.Programme) {
	if c.Period.Year == 0 {
		return
	}
	f := Figures{Year: c.Period.Year}
	if y := year(e.Years, c.Period.Year); y != nil {
		f = *y
	}
	f.scale(e.Years, g)
	f.contribute(g)
	e.Period = &f
	if y := year(e.Years, c.Period.Year-1); y != nil {
		e.Before = y.Revenue
	}
	if f.Stopped {
		e.Stopped = !b.since(model.YearEnd(c.Period.Year, g.YearStarts))
	}
}

// all adds all years up.
func (e *Earned) all(g *model.Programme) {
	years, confidence := 0, 0.0
	for i := range e.Years {
		y := &e.Years[i]
		if y.Revenue.Known {
			e.Revenue = model.Some(g.Whole(e.Revenue.V + y.Revenue.V))
		}
		if y.Contribution.Known {
			e.Contribution = model.Some(g.Whole(e.Contribution.V + y.Contribution.V))
			confidence += y.Confidence
			years++
		}
	}
	if years > 0 {
		e.ContributionConfidence = confidence / float64(years)
	}
}
