package score

import (
	"accord/model"
	"accord/model/period"
)

// PeriodOf is the default period of a portfolio, and how many of its accounts have
// revenue in it. It scores nothing else, so that the preview of an import can ask it
// of both sides.
func PeriodOf(p *model.Portfolio, today model.Date) (span Period, with int) {
	g := p.Programme()
	bases := basesOf(p, today)
	c := period.NewContext(bases, g, today, nil)
	for _, b := range bases {
		if c.Of(b, g, today).Revenue.Known {
			with++
		}
	}
	return c.Period, with
}

// Asked is the period that is asked for, whatever the programme of the file says.
func Asked(p *model.Portfolio, today model.Date, ask period.Ask) Period {
	return ask.Settle(basesOf(p, today), p.Programme(), today)
}

// YearsOffered are the years that can be the period, newest first.
func YearsOffered(p *model.Portfolio, today model.Date) []period.Offered {
	return period.Years(basesOf(p, today), p.Programme(), today)
}

// basesOf reads the figures of the accounts that are not archived.
func basesOf(p *model.Portfolio, today model.Date) []*period.Base {
	out := make([]*period.Base, 0, p.Len())
	for _, a := range p.Accounts() {
		if !a.Archived {
			out = append(out, period.NewBase(a, p.Programme(), today))
		}
	}
	return out
}
