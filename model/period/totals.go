package period

import (
	"accord/model"
)

// Totals are the sums over a portfolio of what stands beside its period, each of the
// accounts in which it is known.
type Totals struct {
	Twelve  Twelve
	SoFar   SoFar
	Towards SoFar // of the accounts that have a target alone: what is reached of it
}

// Add adds an account, in whole minor units.
func (t *Totals) Add(m Twelve, f *SoFar, g *model.Programme) {
	plus := func(to *model.Num, v model.Num) {
		if v.Known {
			*to = model.Some(g.Whole(to.V + v.V))
		}
	}
	plus(&t.Twelve.Revenue, m.Revenue)
	plus(&t.Twelve.Before, m.Before)
	t.Twelve.Approximate = t.Twelve.Approximate || m.Approximate && m.Revenue.Known
	plus(&t.SoFar.Revenue, f.Revenue)
	plus(&t.SoFar.Same, f.Same)
	plus(&t.SoFar.Target, f.Target)
	plus(&t.SoFar.Forecast, f.Forecast)
	if f.Target.Known {
		plus(&t.Towards.Revenue, f.Revenue)
		plus(&t.Towards.Target, f.Target)
	}
}
