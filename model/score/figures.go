package score

import (
	"math"

	"accord/model"
	"accord/model/period"
)

// Period is the span portfolio figures are about.
type Period = period.Period

// YearFigures are what METHOD §3 makes of one year of one account.
type YearFigures = period.Figures

// Earned is what the figures say: by year, in the period, and what follows from them.
type Earned struct {
	*period.Earned
	CAGR          model.Num // growth a year between the first and the last known closed year
	MarginErosion bool
	LosingWallet  bool
}

// earn computes what the figures of an account say in a context: growth, erosion and
// share of wallet over closed, whole years only (METHOD §3).
func earn(b *period.Base, c *period.Context, g *model.Programme, today model.Date) *Earned {
	e := &Earned{Earned: c.Of(b, g, today)}
	set := g.Settings()
	e.CAGR = cagr(e.Years)
	margins := lastClosed(e.Years, 3, func(y *YearFigures) model.Num { return y.Margin })
	fall := set.MarginErosion/100 - roundingError
	e.MarginErosion = len(margins) == 3 && margins[0]-margins[1] >= fall && margins[1]-margins[2] >= fall
	shares := lastClosed(e.Years, 2, func(y *YearFigures) model.Num { return y.WalletShare })
	e.LosingWallet = len(shares) == 2 && shares[0]-shares[1] >= set.WalletLoss/100-roundingError
	return e
}

// roundingError keeps a fall from 30 % to 28 % two whole points.
const roundingError = 1e-9

// cagr is (last/first)^(1/years) − 1 between the first and the last closed year
// with known revenue; −1 at worst. Unknown below two such years, with a first
// that is not above 0 or a last below 0 (METHOD §3).
func cagr(years []YearFigures) model.Num {
	var first, last *YearFigures
	for i := range years {
		if y := &years[i]; y.Whole() && y.Revenue.Known {
			if first == nil {
				first = y
			}
			last = y
		}
	}
	if first == last || first.Revenue.V <= 0 || last.Revenue.V < 0 {
		return model.Num{}
	}
	return model.Some(math.Pow(last.Revenue.V/first.Revenue.V, 1/float64(last.Year-first.Year)) - 1)
}

// lastClosed gives the latest n known values of closed years, oldest first; fewer
// where fewer are known.
func lastClosed(years []YearFigures, n int, of func(*YearFigures) model.Num) []float64 {
	var out []float64
	for i := range years {
		if v := of(&years[i]); years[i].Whole() && v.Known {
			out = append(out, v.V)
		}
	}
	return out[max(0, len(out)-n):]
}

// LifetimeValue is m·r / (1 + d − r): m a year's contribution, r retention (own is that
// of the account, else the setting counts) and d
// the discount rate, both 0..1; in the currency of m. Unknown without m, or when
// 1 + d − r is not above 0 (METHOD §3).
func LifetimeValue(m, own model.Num, set *model.Settings) model.Num {
	retention := own.Or(set.Retention)
	denominator := 1 + set.Discount - retention
	if !m.Known || denominator <= 0 {
		return model.Num{}
	}
	return model.Some(m.V * retention / denominator)
}

// bands are the lower bounds of levels 2..5 of a suggestion; 0 is level 0 and
// anything above it level 1 (METHOD §1).
type bands [4]float64

func (b bands) level(share model.Num) model.Level {
	if !share.Known {
		return model.UnknownLevel
	}
	if share.V <= 0 {
		return model.LevelOf(0)
	}
	n := 1
	for _, bound := range b {
		if share.V >= bound {
			n++
		}
	}
	return model.LevelOf(n)
}
