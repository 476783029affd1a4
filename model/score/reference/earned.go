package reference

import (
	"math"

	"accord/model"
)

// METHOD §3: the commercials of one account.

type earned struct {
	revenue, cost, serve, contribution, sure, margin float64
	wallet, walletShare, headroom, capacity          float64
	cagr, lifetime                                   float64
	before                                           float64 // revenue of the period before
	stopped, eroding, losing, tooSmall               bool
}

// newest is the newest closed year of an account that a test holds of.
func newest(rows map[int]*year, of func(*year) bool) int {
	best := 0
	for y, row := range rows {
		if row.closed && y > best && of(row) {
			best = y
		}
	}
	return best
}

// revenue of an account in the period, and in the one before.
func (w *world) revenue(a *model.Account) (now, before float64, stopped bool) {
	now, before = unknown, unknown
	rows, deals, p := w.rows[a.ID], w.sold[a.ID], w.period
	switch {
	case p.year == 0:
	case !p.last12:
		if row := rows[p.year]; row != nil {
			now = row.revenue
			stopped = row.zero && w.nothingSince(a, p.span)
		}
		if row := rows[p.year-1]; row != nil {
			before = row.revenue
		}
	case len(deals) == 0:
		if y := newest(rows, func(r *year) bool { return known(r.revenue) }); y > 0 {
			now = rows[y].revenue
			if row := rows[y-1]; row != nil && row.closed {
				before = row.revenue
			}
		}
	default:
		if sum, any := within(deals, p.span); any {
			now = sum
		} else if w.leftOut(a, p.span) && w.nothingSince(a, p.span) {
			now, stopped = 0, true
		}
		if sum, any := within(deals, p.before(w)); any {
			before = sum
		}
	}
	return now, before, stopped
}

// nothingSince: the account has no deal in the span or after it.
func (w *world) nothingSince(a *model.Account, s span) bool {
	for _, d := range w.sold[a.ID] {
		if !d.day.Before(s.from) {
			return false
		}
	}
	return true
}

// scaled is a cost in the period: that of the year, else that of the newest closed, whole
// year that has it, in proportion to revenue.
func (w *world) scaled(a *model.Account, revenue float64, of func(*year) float64) float64 {
	rows := w.rows[a.ID]
	if row := rows[w.period.year]; !w.period.last12 && row != nil && known(of(row)) {
		return of(row)
	}
	y := newest(rows, func(r *year) bool { return r.whole && known(of(r)) && known(r.revenue) && r.revenue > 0 })
	if y == 0 {
		return unknown
	}
	return math.Round(of(rows[y]) * revenue / rows[y].revenue)
}

// taken is a figure of the period's year, else of the newest closed, whole year that has
// it, as it is, with the year.
func (w *world) taken(a *model.Account, of func(*year) float64) (float64, *year) {
	rows := w.rows[a.ID]
	if row := rows[w.period.year]; !w.period.last12 && row != nil && known(of(row)) {
		return of(row), row
	}
	y := newest(rows, func(r *year) bool { return r.whole && known(of(r)) })
	if y == 0 {
		return unknown, nil
	}
	return of(rows[y]), rows[y]
}

func minus(revenue, cost, serve float64) float64 { return revenue - cost - zero(serve) }

func (w *world) earned(a *model.Account) earned {
	e := earned{contribution: unknown, margin: unknown, walletShare: unknown, headroom: unknown, cagr: unknown}
	e.revenue, e.before, e.stopped = w.revenue(a)
	e.wallet, e.capacity, e.cost, e.serve = unknown, unknown, unknown, unknown
	if w.period.year > 0 {
		e.cost = w.scaled(a, e.revenue, func(y *year) float64 { return y.cost })
		e.serve = w.scaled(a, e.revenue, func(y *year) float64 { return y.serve })
		e.contribution = minus(e.revenue, e.cost, e.serve)
		var of *year
		if e.wallet, of = w.taken(a, func(y *year) float64 { return y.wallet }); of != nil {
			e.headroom = e.wallet - of.revenue
			if e.wallet > 0 {
				e.walletShare = of.revenue / e.wallet
			}
			e.tooSmall = of.revenue > e.wallet
		}
		e.capacity, _ = w.taken(a, func(y *year) float64 { return y.capacity })
	}
	if known(e.contribution) {
		if e.sure = 1; !known(e.serve) {
			e.sure = 0.5
		}
	}
	if e.revenue > 0 {
		e.margin = e.contribution / e.revenue
	}
	w.growth(a, &e)
	r := w.set.Retention
	if w.f.Retention != nil {
		if own := w.f.Retention(a); known(own) {
			r = own
		}
	}
	e.lifetime = unknown
	if d := 1 + w.set.Discount - r; d > 0 {
		e.lifetime = e.contribution * r / d
	}
	return e
}

// growth goes through the closed, whole years.
func (w *world) growth(a *model.Account, e *earned) {
	var years, revenues, margins, shares []float64
	for y := 1900; y <= w.fiscal(w.today); y++ {
		row := w.rows[a.ID][y]
		if row == nil || !row.closed || !row.whole {
			continue
		}
		if known(row.revenue) {
			years, revenues = append(years, float64(y)), append(revenues, row.revenue)
		}
		if m := minus(row.revenue, row.cost, row.serve) / row.revenue; row.revenue > 0 && known(m) {
			margins = append(margins, m)
		}
		if s := row.revenue / row.wallet; row.wallet > 0 && known(s) {
			shares = append(shares, s)
		}
	}
	if n := len(years); n >= 2 && revenues[0] > 0 && revenues[n-1] >= 0 {
		e.cagr = math.Pow(revenues[n-1]/revenues[0], 1/(years[n-1]-years[0])) - 1
	}
	fall := func(list []float64, back int) float64 {
		n := len(list) - back
		return 100*(list[n-2]-list[n-1]) + 1e-7
	}
	e.eroding = len(margins) >= 3 && fall(margins, 0) >= w.set.MarginErosion && fall(margins, 1) >= w.set.MarginErosion
	e.losing = len(shares) >= 2 && fall(shares, 0) >= w.set.WalletLoss
}

// neverTraded: no deal up to today and no revenue that is known and not 0.
func (w *world) neverTraded(a *model.Account) bool {
	for _, row := range w.rows[a.ID] {
		if known(row.revenue) && row.revenue != 0 {
			return false
		}
	}
	return len(w.sold[a.ID]) == 0
}
