package period

import (
	"slices"
	"sync"

	"accord/model"
)

// Twelve is what an account earned in the last 12 months, whatever the period is.
// Reporting currency, major units.
type Twelve struct {
	Revenue     model.Num
	Before      model.Num // of the 12 months before
	Approximate bool      // the account has no dated transactions: its newest closed years stand for them
}

// Change is the growth against the 12 months before, −1 and more; unknown unless those
// were above 0.
func (t Twelve) Change() model.Num { return against(t.Revenue, t.Before) }

// Change is the growth of the running year against the same months of the year before,
// −1 and more; unknown unless those were above 0.
func (s *SoFar) Change() model.Num { return against(s.Revenue, s.Same) }

// against is now / before − 1.
func against(now, before model.Num) model.Num {
	if !now.Known || !before.Known || before.V <= 0 {
		return model.Num{}
	}
	return model.Some(now.V/before.V - 1)
}

// Twelve gives what an account earned in the last 12 months; nothing is known where the
// context is of a year.
func (c *Context) Twelve(e *Earned, g *model.Programme, today model.Date) Twelve {
	if !c.Period.Months() {
		return Twelve{}
	}
	if e.In != c.Period {
		e = c.Of(e.Base, g, today)
	}
	return Twelve{Revenue: e.Revenue, Before: e.Before, Approximate: e.Period.From.Revenue != 0}
}

// LastTwelve is the same context with the last 12 months as its period, found once; its
// period is a year where there are no transactions.
func (c *Context) LastTwelve() *Context {
	if c.Period.Months() {
		return c
	}
	c.beside.once.Do(func() {
		b := &c.beside
		b.context = &Context{Sources: slices.Clone(c.Sources)}
		if p, ok := c.months(b.g, b.today); ok {
			b.context.Period = p
		}
		b.context.inWindow(b.bases, b.g)
	})
	return c.beside.context
}

// beside is what the last 12 months are found from while the period is a year.
type beside struct {
	once    sync.Once
	bases   []*Base
	g       *model.Programme
	today   model.Date
	context *Context
}
