package period

import (
	"accord/model"
)

// newest is the newest closed, whole year that has something, nil without one.
func newest(list []Figures, has func(*Figures) bool) *Figures {
	for i := len(list) - 1; i >= 0; i-- {
		if y := &list[i]; y.Whole() && has(y) {
			return y
		}
	}
	return nil
}

// scale takes the costs of the newest year that has them, each for itself, to the revenue
// of the period, in whole minor units; wallet and capacity are taken over as they are,
// with what is made of them in their own year (METHOD §3). What the period's own year has
// stays.
func (f *Figures) scale(list []Figures, g *model.Programme) {
	cost := func(of func(*Figures) model.Num) (model.Num, int) {
		if of(f).Known {
			return of(f), 0
		}
		y := newest(list, func(y *Figures) bool { return of(y).Known && y.Revenue.Known && y.Revenue.V > 0 })
		if y == nil || !f.Revenue.Known {
			return model.Num{}, 0
		}
		return model.Some(g.Whole(of(y).V * f.Revenue.V / y.Revenue.V)), y.Year
	}
	f.CostOfSales, f.From.CostOfSales = cost(func(y *Figures) model.Num { return y.CostOfSales })
	f.CostToServe, f.From.CostToServe = cost(func(y *Figures) model.Num { return y.CostToServe })
	if y := newest(list, func(y *Figures) bool { return y.Wallet.Known }); y != nil && !f.Wallet.Known {
		f.Wallet, f.WalletShare, f.Headroom, f.TooSmall = y.Wallet, y.WalletShare, y.Headroom, y.TooSmall
		f.From.Wallet = y.Year
	}
	if y := newest(list, func(y *Figures) bool { return y.Capacity.Known }); y != nil && !f.Capacity.Known {
		f.Capacity, f.From.Capacity = y.Capacity, y.Year
	}
}
