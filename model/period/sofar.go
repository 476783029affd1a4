package period

import (
	"accord/model"
)

// SoFar is the running year beside the same months of the year before, and what was
// promised for it. Reporting currency, major units.
type SoFar struct {
	Year     int
	Revenue  model.Num // of the running year up to today
	Same     model.Num // of the same days of the year before, from transactions
	Target   model.Num
	Forecast model.Num
}

// soFar computes it for one account.
func (b *Base) soFar(list []Figures, g *model.Programme, today model.Date) SoFar {
	s := SoFar{Year: model.FiscalYear(today, g.YearStarts)}
	if y := year(list, s.Year); y != nil {
		s.Revenue = y.Revenue
	}
	s.Same, _ = b.between(yearStart(s.Year-1, g.YearStarts), today.AddMonths(-12), g)
	s.Target, s.Forecast = b.Plan(model.Budget, g, s.Year), b.Plan(model.Forecast, g, s.Year)
	return s
}

// Plan is the revenue that was aimed at, or is expected, in a year.
func (b *Base) Plan(kind model.FigureKind, g *model.Programme, n int) model.Num {
	for i := range b.plans {
		if y := &b.plans[i]; y.Kind == kind && y.Year == n {
			return model.Amount(y.Revenue, g, n)
		}
	}
	return model.Num{}
}

// Reached is revenue so far / target, 0..; unknown without either or with a target that
// is not above 0.
func (s *SoFar) Reached() model.Num {
	if !s.Revenue.Known || !s.Target.Known || s.Target.V <= 0 {
		return model.Num{}
	}
	return model.Some(s.Revenue.V / s.Target.V)
}
