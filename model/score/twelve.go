package score

import (
	"accord/model"
	"accord/model/period"
)

// Twelve is the revenue of the i-th account in the last 12 months, beside the 12 months
// before, whatever the period of the portfolio is.
func (s *Scores) Twelve(i int) period.Twelve {
	return s.context.LastTwelve().Twelve(s.local[i].Earned.Earned, s.portfolio.Programme(), s.today)
}

// TwelveMonths is the period of the last 12 months; a year without dated transactions.
func (s *Scores) TwelveMonths() Period { return s.context.LastTwelve().Period }

// Totals sums the last 12 months and the running year over all accounts.
func (s *Scores) Totals() period.Totals {
	g := s.portfolio.Programme()
	t := period.Totals{SoFar: period.SoFar{Year: model.FiscalYear(s.today, g.YearStarts)}}
	for i, l := range s.local {
		if !s.archived(i) {
			t.Add(s.Twelve(i), &l.SoFar, g)
		}
	}
	return t
}
