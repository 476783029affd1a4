package model

import (
	"cmp"
	"slices"
	"strconv"
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

// amount is money as a number in the reporting currency. Another currency has no
// rate yet, and a missing rate makes the figure unknown.
func amount(m Money, g *Programme) Num {
	if m.Currency != g.Currency {
		return Num{}
	}
	return m.Num()
}

// yearFigures computes every year an account has figures or transactions of.
func yearFigures(a *Account, g *Programme, today Date) []YearFigures {
	var out []YearFigures
	for i := range a.Years {
		if y := &a.Years[i]; y.Kind == Actual {
			out = append(out, YearFigures{Year: y.Year, Revenue: amount(y.Revenue, g), CostOfSales: amount(y.CostOfSales, g),
				CostToServe: amount(y.CostToServe, g), Wallet: amount(y.Wallet, g), Capacity: y.CapacityShare,
				Closed: closed(y.Year, y.Through, g, today)})
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
func closed(year int, through Date, g *Programme, today Date) bool {
	end := yearEnd(year, g.YearStarts)
	return end.Before(today) && (!through.Known() || !through.Before(end))
}

// addTransactions gives each year without a typed revenue the sum of its
// imported transactions.
func addTransactions(out []YearFigures, a *Account, g *Programme, today Date) []YearFigures {
	if len(a.Transactions) == 0 {
		return out
	}
	sums := map[int]int64{}
	for i := range a.Transactions {
		if t := &a.Transactions[i]; t.Amount.Currency == g.Currency && t.Date.Known() {
			sums[FiscalYear(t.Date, g.YearStarts)] += t.Amount.Minor
		}
	}
	for year, sum := range sums {
		revenue := Money{sum, g.Currency}.Num()
		i := slices.IndexFunc(out, func(y YearFigures) bool { return y.Year == year })
		switch {
		case i < 0:
			out = append(out, YearFigures{Year: year, Revenue: revenue, FromImport: true, Closed: closed(year, Date{}, g, today)})
		case !out[i].Revenue.Known:
			out[i].Revenue, out[i].FromImport = revenue, true
		}
	}
	return out
}

// derive computes what METHOD §3 derives inside one year.
func (y *YearFigures) derive() {
	if y.Revenue.Known && y.CostOfSales.Known {
		y.Contribution = Some(y.Revenue.V - y.CostOfSales.V - y.CostToServe.Or(0))
		y.Confidence = 1
		if !y.CostToServe.Known {
			y.Confidence = 0.5
		}
		if y.Revenue.V > 0 {
			y.Margin = Some(y.Contribution.V / y.Revenue.V)
		}
	}
	if y.Revenue.Known && y.Wallet.Known {
		y.Headroom = Some(y.Wallet.V - y.Revenue.V)
		if y.Wallet.V > 0 {
			y.WalletShare = Some(y.Revenue.V / y.Wallet.V)
		}
	}
}

// defaultPeriod is the latest closed year in which any account has revenue, else
// the latest open one.
func defaultPeriod(local []*Local) Period {
	var shut, open int
	for _, l := range local {
		for i := range l.Years {
			switch y := &l.Years[i]; {
			case !y.Revenue.Known:
			case y.Closed:
				shut = max(shut, y.Year)
			default:
				open = max(open, y.Year)
			}
		}
	}
	if shut == 0 {
		shut = open
	}
	return Period{Year: shut}
}

// bands are the lower bounds of levels 2..5 of a suggestion; 0 is level 0 and
// anything above it level 1 (METHOD §1).
type bands [4]float64

var (
	portfolioBands = bands{0.02, 0.05, 0.10, 0.20}
	walletBands    = bands{0.05, 0.15, 0.30, 0.50}
)

func (b bands) level(share Num) Level {
	if !share.Known {
		return UnknownLevel
	}
	if share.V <= 0 {
		return LevelOf(0)
	}
	n := 1
	for _, bound := range b {
		if share.V >= bound {
			n++
		}
	}
	return LevelOf(n)
}
