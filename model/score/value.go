package score

import (
	"math"

	"accord/model"
)

// Value is what METHOD §6 makes of the two-way scorecard of an account.
type Value struct {
	Score         model.Num // V, 0..100; 0 while no line is agreed
	Given         model.Num // money we give them in the year, reporting currency; unknown without a year
	Received      model.Num // money they give us, with the account's contribution
	Ratio         model.Num // given / received; unknown when given is 0 or received ≤ 0
	VerifiedShare float64   // verified / (realised + verified), by money, 0..1
	BeyondProduct float64   // money beyond product / all money of agreed lines, 0..1
	Freshness     float64   // 0.5^(days since the newest line started / 365), 0..1
}

// ScoreValue applies METHOD §6. Year is the one whose exchange is asked for, 0
// for none; contribution is the account's in that year. Lines below agreed count
// nowhere. A line whose money is unknown, negative or in a currency without a
// rate adds no money.
func ScoreValue(a *model.Account, g *model.Programme, today model.Date, year int, contribution model.Num) Value {
	var v Value
	var realised, verified, beyond, agreed float64
	lines := 0
	for i := range a.Values {
		x := &a.Values[i]
		if x.Direction != model.ValueGiven || x.Status < model.ValueAgreed {
			continue
		}
		lines++
		money := math.Max(0, model.Amount(x.Money, g, x.RateYear(g, today)).Or(0))
		agreed += money
		if x.Level.BeyondProduct() {
			beyond += money
		}
		switch x.Status {
		case model.ValueVerified:
			verified += money
		case model.ValueRealised:
			realised += money
		}
		v.Freshness = math.Max(v.Freshness, model.Fading(x.Start, today, g.Settings().ValueHalfLife))
	}
	v.VerifiedShare = model.Ratio(verified, realised+verified).Or(0)
	v.BeyondProduct = model.Ratio(beyond, agreed).Or(0)
	v.Score = model.Some(0.0)
	if lines > 0 {
		v.Score = model.Some(
			100 * (model.VerifiedWeight*v.VerifiedShare + model.BeyondWeight*v.BeyondProduct + model.FreshWeight*v.Freshness),
		)
	}
	if year != 0 {
		v.exchange(a, g, year, contribution)
	}
	return v
}

// exchange sums what went each way in a year.
func (v *Value) exchange(a *model.Account, g *model.Programme, year int, contribution model.Num) {
	given, received := 0.0, contribution.Or(0)
	for i := range a.Values {
		x := &a.Values[i]
		if x.Status < model.ValueRealised {
			continue
		}
		money := model.Amount(x.Money, g, year).Or(0) * x.ShareOf(year, g)
		if x.Direction == model.ValueGiven {
			given += money
		} else {
			received += money
		}
	}
	v.Given, v.Received = model.Some(given), model.Some(received)
	if given != 0 && received > 0 {
		v.Ratio = model.Some(given / received)
	}
}
