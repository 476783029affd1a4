package score

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"

	"accord/model"
)

// Period is the span portfolio figures are about: one year, or all of them.
type Period struct {
	Year int
	All  bool
}

func (p Period) String() string {
	switch {
	case p.All:
		return "all"
	case p.Year == 0:
		return ""
	}
	return strconv.Itoa(p.Year)
}

// yearFigures computes every year an account has figures or transactions of.
func yearFigures(a *model.Account, g *model.Programme, today model.Date) []YearFigures {
	var out []YearFigures
	for i := range a.Years {
		if y := &a.Years[i]; y.Kind == model.Actual {
			out = append(
				out,
				YearFigures{
					Year:        y.Year,
					Revenue:     model.Amount(y.Revenue, g, y.Year),
					CostOfSales: model.Amount(y.CostOfSales, g, y.Year),
					CostToServe: model.Amount(
						y.CostToServe,
						g,
						y.Year,
					),
					Wallet:   model.Amount(y.Wallet, g, y.Year),
					Capacity: y.CapacityShare,
					Closed:   closed(y.Year, y.Through, g, today),
				},
			)
		}
	}
	out = addTransactions(out, a, g, today)
	slices.SortFunc(out, func(a, b YearFigures) int { return cmp.Compare(a.Year, b.Year) })
	for i := range out {
		out[i].derive()
	}
	return out
}

// closed reports whether a year is over and its figures reach its end.
func closed(year int, through model.Date, g *model.Programme, today model.Date) bool {
	end := model.YearEnd(year, g.YearStarts)
	return end.Before(today) && (!through.Known() || !through.Before(end))
}

// addTransactions gives each year without a typed revenue the sum of its
// imported transactions.
func addTransactions(out []YearFigures, a *model.Account, g *model.Programme, today model.Date) []YearFigures {
	if len(a.Transactions) == 0 {
		return out
	}
	for year, revenue := range transactionSums(a, g) {
		i := slices.IndexFunc(out, func(y YearFigures) bool { return y.Year == year })
		switch {
		case i < 0:
			out = append(
				out,
				YearFigures{Year: year, Revenue: revenue, FromImport: revenue.Known, Closed: closed(year, model.Date{}, g, today)},
			)
		case !out[i].Revenue.Known:
			out[i].Revenue, out[i].FromImport = revenue, revenue.Known
		}
	}
	return out
}

// transactionSums adds up transactions by year, in whole minor units so that the
// order of rows changes nothing. One in a currency without a rate makes its year
// unknown: a sum without it would be a wrong number.
func transactionSums(a *model.Account, g *model.Programme) map[int]model.Num {
	type bag struct {
		year     int
		currency model.Currency
	}
	sum := map[bag]model.Money{}
	for i := range a.Transactions {
		if t := &a.Transactions[i]; t.Amount.Known() && t.Date.Known() {
			b := bag{model.FiscalYear(t.Date, g.YearStarts), t.Amount.Currency}
			sum[b] = sum[b].Plus(t.Amount)
		}
	}
	bags := slices.SortedFunc(maps.Keys(sum), func(a, b bag) int { return cmp.Compare(a.currency, b.currency) })
	sums := map[int]model.Num{}
	for _, b := range bags {
		others, seen := sums[b.year]
		v := model.Amount(sum[b], g, b.year)
		sums[b.year] = model.Num{V: others.V + v.V, Known: v.Known && (others.Known || !seen)}
	}
	return sums
}

// earn computes what the years of an account say by themselves.
func earn(a *model.Account, g *model.Programme, today model.Date) *Earned {
	e := &Earned{Years: yearFigures(a, g, today)}
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
		if y := &years[i]; y.Closed && y.Revenue.Known {
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
		if v := of(&years[i]); years[i].Closed && v.Known {
			out = append(out, v.V)
		}
	}
	return out[max(0, len(out)-n):]
}

// LifetimeValue is m·r / (1 + d − r): m a year's contribution, r retention and d
// the discount rate, both 0..1; in the currency of m. Unknown without m, or when
// 1 + d − r is not above 0 (METHOD §3).
func LifetimeValue(m model.Num, set *model.Settings) model.Num {
	denominator := 1 + set.Discount - set.Retention
	if !m.Known || denominator <= 0 {
		return model.Num{}
	}
	return model.Some(m.V * set.Retention / denominator)
}

// derive computes what METHOD §3 derives inside one year.
func (y *YearFigures) derive() {
	if y.Revenue.Known && y.CostOfSales.Known {
		y.Contribution = model.Some(y.Revenue.V - y.CostOfSales.V - y.CostToServe.Or(0))
		y.Confidence = 1
		if !y.CostToServe.Known {
			y.Confidence = 0.5
		}
		if y.Revenue.V > 0 {
			y.Margin = model.Some(y.Contribution.V / y.Revenue.V)
		}
	}
	if y.Revenue.Known && y.Wallet.Known {
		y.Headroom = model.Some(y.Wallet.V - y.Revenue.V)
		if y.Wallet.V > 0 {
			y.WalletShare = model.Some(y.Revenue.V / y.Wallet.V)
		}
	}
}

// defaultPeriod is the year of the programme, else the latest closed year in which
// enough accounts have revenue, else the latest such open one. Enough is a share of
// as many as in the fullest year, so that the first deal of a new year does not
// leave every other account without figures (METHOD §3).
func defaultPeriod(local []*Local, g *model.Programme) Period {
	if g.Year > 0 {
		return Period{Year: g.Year}
	}
	shut, open := map[int]int{}, map[int]int{} // accounts with revenue, by year
	for _, l := range local {
		for i := range l.Years {
			switch y := &l.Years[i]; {
			case !y.Revenue.Known:
			case y.Closed:
				shut[y.Year]++
			default:
				open[y.Year]++
			}
		}
	}
	if len(shut) == 0 {
		shut = open
	}
	fullest, year := 0, 0
	for _, n := range shut {
		fullest = max(fullest, n)
	}
	for y, n := range shut {
		if float64(n) >= g.Settings().PeriodCover*float64(fullest) {
			year = max(year, y)
		}
	}
	return Period{Year: year}
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
