package period

import (
	"accord/model"
)

// Figures are what METHOD §3 makes of one year, or of the period, of one account. Money
// is in the reporting currency, major units, whole minor ones.
type Figures struct {
	Year         int
	Closed       bool
	Partial      bool      // a source begins or ends within the year: shown, never concluded from
	Stopped      bool      // the revenue is the known 0 of an account that stopped buying
	Revenue      model.Num // typed, else the sum of transactions
	Typed        bool      // revenue was typed, though perhaps in a currency without a rate
	FromImport   bool
	CostOfSales  model.Num
	CostToServe  model.Num
	Contribution model.Num // revenue − cost of sales − cost to serve
	Confidence   float64   // of the contribution: 1, or 0.5 without cost to serve
	Margin       model.Num
	Wallet       model.Num
	WalletShare  model.Num // share of wallet, 0..; above 1 is an input problem
	Headroom     model.Num
	TooSmall     bool // revenue is above all they are said to spend
	Capacity     model.Num
	From         Origin
}

// Origin tells which years the figures of the last 12 months are taken from; 0 is none.
type Origin struct {
	Revenue     int // the closed year that an account without dated transactions keeps
	CostOfSales int // scaled to the period by revenue
	CostToServe int
	Wallet      int // taken over as it is
	Capacity    int
}

// Approximate reports whether revenue or costs are not those of the period itself: it
// prints ~.
func (f *Figures) Approximate() bool {
	return f.From.Revenue != 0 || f.From.CostOfSales != 0 || f.From.CostToServe != 0
}

// Whole reports whether a year is over and complete, so that something may be concluded
// from it.
func (f *Figures) Whole() bool { return f.Closed && !f.Partial }

// derive computes what METHOD §3 derives inside one year.
func (f *Figures) derive(g *model.Programme) {
	f.contribute(g)
	if f.Revenue.Known && f.Wallet.Known {
		f.Headroom = model.Some(g.Whole(f.Wallet.V - f.Revenue.V))
		f.TooSmall = f.Revenue.V > f.Wallet.V
		if f.Wallet.V > 0 {
			f.WalletShare = model.Some(f.Revenue.V / f.Wallet.V)
		}
	}
}

// contribute is revenue − cost of sales − cost to serve; without a cost to serve at half
// the confidence.
func (f *Figures) contribute(g *model.Programme) {
	if !f.Revenue.Known || !f.CostOfSales.Known {
		return
	}
	f.Contribution = model.Some(g.Whole(g.Whole(f.Revenue.V-f.CostOfSales.V) - f.CostToServe.Or(0)))
	f.Confidence = 1
	if !f.CostToServe.Known {
		f.Confidence = 0.5
	}
	if f.Revenue.V > 0 {
		f.Margin = model.Some(f.Contribution.V / f.Revenue.V)
	}
}
