package score

import (
	"accord/model"
)

// Value is what METHOD §6 makes of the two-way scorecard of an account.
type Value struct {
	Score         model.Num // V, 0..100: the known ones of the three shares; see absence without an agreed line
	Confidence    float64   // of V, 0..1: the weight of its known parts
	Given         model.Num // money we give them in the period, reporting currency; unknown without a period
	Received      model.Num // money they give us, with the account's contribution; unknown without that
	Ratio         model.Num // given / received; unknown when given is 0 or received unknown or ≤ 0
	VerifiedShare model.Num // how much of what is in delivery or beyond is believed, by money, 0..1
	BeyondProduct model.Num // weighed money beyond product / weighed money of all, 0..1
	Freshness     model.Num // 0.5^(days since the newest line started / 365), 0..1; unknown without a line
}

// Believed is c of METHOD §6: how much of a line's money counts as verified. It is 0 in
// delivery, a half once realised and 1 when the customer said so.
func Believed(s model.ValueStatus) float64 {
	switch s {
	case model.ValueVerified:
		return 1
	case model.ValueRealised:
		return 0.5
	}
	return 0
}

// Certain is q of METHOD §6: how much of a line's money counts in the share beyond
// product, by how far it has come.
func Certain(s model.ValueStatus) float64 {
	switch {
	case s >= model.ValueRealised:
		return 1
	case s == model.ValueInDelivery:
		return 0.5
	case s == model.ValueAgreed:
		return 0.25
	}
	return 0
}

// ScoreValue applies METHOD §6. Of the period the exchange is asked for, of none where it has
// no year; contribution is the account's in that period. Lines below agreed count
// nowhere. A line whose money is unknown or in a currency without a rate is left out
// of the shares, one that is negative counts as 0.
func ScoreValue(a *model.Account, g *model.Programme, today model.Date, period Period, contribution model.Num) Value {
	var v Value
	if v.shares(a, g, today) {
		v.Score, v.Confidence = blend(part{percent(v.VerifiedShare), model.VerifiedWeight, 1},
			part{percent(v.BeyondProduct), model.BeyondWeight, 1}, part{percent(v.Freshness), model.FreshWeight, 1})
	} else if v.Score = absence(a.Tier); v.Score.Known {
		v.Confidence = 1
	}
	if period.Year != 0 {
		v.exchange(a, g, today, period, contribution)
	}
	return v
}

func percent(share model.Num) model.Num { return model.Num{V: 100 * share.V, Known: share.Known} }

// shares works out the three parts of V and reports whether a line counts at all.
func (v *Value) shares(a *model.Account, g *model.Programme, today model.Date) (counts bool) {
	var believed, delivered, beyond, all, fresh float64
	deliveries := 0
	for i := range a.Values {
		x := &a.Values[i]
		if x.Direction != model.ValueGiven || x.Status < model.ValueAgreed {
			continue
		}
		counts = true
		money := max(0, model.Amount(x.Money, g, x.RateYear(g, today)).V)
		all += Certain(x.Status) * money
		if x.Level.BeyondProduct() {
			beyond += Certain(x.Status) * money
		}
		if x.Status < model.ValueInDelivery {
			continue
		}
		deliveries++
		delivered += money
		believed += Believed(x.Status) * money
		if !x.Start.Known() || !today.Before(x.Start) {
			fresh = max(fresh, model.Fading(x.Start, today, g.Settings().ValueHalfLife))
		}
	}
	v.VerifiedShare, v.BeyondProduct = model.Ratio(believed, delivered), model.Ratio(beyond, all)
	if deliveries == 0 {
		v.VerifiedShare = model.Num{Known: counts}
	}
	v.Freshness = model.Num{V: fresh, Known: counts}
	return counts
}

// exchange sums what went each way in a period. Of a line that comes every year the months
// up to today count; what is converted and what is scaled is rounded to whole minor units
// before it is added (METHOD §1).
func (v *Value) exchange(a *model.Account, g *model.Programme, today model.Date, period Period, contribution model.Num) {
	from, to := period.Span(g.YearStarts)
	given, received := 0.0, contribution.Or(0)
	for i := range a.Values {
		x := &a.Values[i]
		if x.Status < model.ValueRealised {
			continue
		}
		money := model.PartOf(x.Money, g, period.Year, x.ShareOf(from, to, today)).V
		if x.Direction == model.ValueGiven {
			given += money
		} else {
			received += money
		}
	}
	v.Given, v.Received = model.Some(given), model.Num{V: received, Known: contribution.Known}
	if !contribution.Known {
		v.Received = model.Num{}
	}
	if given != 0 && v.Received.V > 0 {
		v.Ratio = model.Some(given / received)
	}
}
