package model

import "math"

// The weights of value V (METHOD §6).
const (
	verifiedWeight   = 0.40
	beyondWeight     = 0.30
	freshWeight      = 0.30
	undatedFreshness = 0.5 // of anything that ages and has no date
)

// Value is what METHOD §6 makes of the two-way scorecard of an account.
type Value struct {
	Score         Num     // V, 0..100; 0 while no line is agreed
	Given         Num     // money we give them in the year, reporting currency; unknown without a year
	Received      Num     // money they give us, with the account's contribution
	Ratio         Num     // given / received; unknown when given is 0 or received ≤ 0
	VerifiedShare float64 // verified / (realised + verified), by money, 0..1
	BeyondProduct float64 // money beyond product / all money of agreed lines, 0..1
	Freshness     float64 // 0.5^(days since the newest line started / 365), 0..1
}

// ScoreValue applies METHOD §6. Year is the one whose exchange is asked for, 0
// for none; contribution is the account's in that year. Lines below agreed count
// nowhere. A line whose money is unknown, negative or in a currency without a
// rate adds no money.
func ScoreValue(a *Account, g *Programme, today Date, year int, contribution Num) Value {
	var v Value
	var realised, verified, beyond, agreed float64
	lines := 0
	for i := range a.Values {
		x := &a.Values[i]
		if x.Direction != ValueGiven || x.Status < ValueAgreed {
			continue
		}
		lines++
		money := math.Max(0, amount(x.Money, g, x.rateYear(g, today)).Or(0))
		agreed += money
		if x.Level.BeyondProduct() {
			beyond += money
		}
		switch x.Status {
		case ValueVerified:
			verified += money
		case ValueRealised:
			realised += money
		}
		v.Freshness = math.Max(v.Freshness, fading(x.Start, today, g.Settings().ValueHalfLife))
	}
	v.VerifiedShare = ratio(verified, realised+verified).Or(0)
	v.BeyondProduct = ratio(beyond, agreed).Or(0)
	v.Score = Some(0.0)
	if lines > 0 {
		v.Score = Some(100 * (verifiedWeight*v.VerifiedShare + beyondWeight*v.BeyondProduct + freshWeight*v.Freshness))
	}
	if year != 0 {
		v.exchange(a, g, year, contribution)
	}
	return v
}

// rateYear is the year whose rate a line's money is weighed with: the one it
// starts in, this one while it has no date.
func (x *ValueLine) rateYear(g *Programme, today Date) int {
	if x.Start.Known() {
		return FiscalYear(x.Start, g.YearStarts)
	}
	return FiscalYear(today, g.YearStarts)
}

// exchange sums what went each way in a year.
func (v *Value) exchange(a *Account, g *Programme, year int, contribution Num) {
	given, received := 0.0, contribution.Or(0)
	for i := range a.Values {
		x := &a.Values[i]
		if x.Status < ValueRealised {
			continue
		}
		money := amount(x.Money, g, year).Or(0) * x.shareOf(year, g)
		if x.Direction == ValueGiven {
			given += money
		} else {
			received += money
		}
	}
	v.Given, v.Received = Some(given), Some(received)
	if given != 0 && received > 0 {
		v.Ratio = Some(given / received)
	}
}

// shareOf is how much of a line's money falls into a year: all of a one-off in
// the year it starts, a twelfth of a recurring line for every calendar month it
// is active in. A recurring line without a start was always there; a one-off
// without one belongs to no year.
func (x *ValueLine) shareOf(year int, g *Programme) float64 {
	if !x.Recurring {
		if x.Start.Known() && FiscalYear(x.Start, g.YearStarts) == year {
			return 1
		}
		return 0
	}
	last := yearEnd(year, g.YearStarts)
	to := monthIndex(last)
	from := to - 11
	if x.Start.Known() {
		from = max(from, monthIndex(x.Start))
	}
	if x.End.Known() {
		to = min(to, monthIndex(x.End))
	}
	return float64(max(0, to-from+1)) / 12
}

func monthIndex(d Date) int { return 12*int(d.Year) + int(d.Month) }

// fading is 0.5^(age in days / half-life): 1 today and in the future, one half
// for what has no date (METHOD §1, edges).
func fading(d, today Date, halfLife float64) float64 {
	if !d.Known() {
		return undatedFreshness
	}
	return math.Pow(0.5, float64(max(0, today.DaysSince(d)))/halfLife)
}
