package score

import (
	"accord/model"
)

// PeriodOf is the default period of a portfolio, and how many of its accounts have
// revenue in it. It scores nothing else, so that the preview of an import can ask it
// of both sides.
func PeriodOf(p *model.Portfolio, today model.Date) (period Period, with int) {
	local := make([]*Local, 0, p.Len())
	for _, a := range p.Accounts() {
		if !a.Archived {
			local = append(local, &Local{Earned: &Earned{Years: yearFigures(a, p.Programme(), today)}})
		}
	}
	period = defaultPeriod(local, p.Programme())
	for _, l := range local {
		if l.inPeriod(period); l.Revenue.Known {
			with++
		}
	}
	return period, with
}
