package model

import "math"

// InstrumentScore is what the one scoring engine says of an instrument.
type InstrumentScore struct {
	Score      Num     // 0..100; unknown without a known rating or when all weights are 0
	Confidence float64 // known weight / all weight, 0..1
	Gap        Num     // ours − verified over factors where both are known, −100..100
}

// ScoreInstrument applies METHOD §1 to an account's ratings:
// score = 100·Σwr/(5·Σw) over known factors, confidence = Σw known/Σw all.
func ScoreInstrument(in *Instrument, ratings map[FactorKey]Rating) InstrumentScore {
	var known, all, sum, both, ours, theirs int
	for i := range in.Factors {
		f := &in.Factors[i]
		all += f.Weight
		r, ok := ratings[f.full]
		if !ok {
			continue
		}
		if l := r.Used(); l.Known() {
			known += f.Weight
			sum += f.Weight * l.Int()
		}
		if r.Ours.Known() && r.Verified.Known() {
			both += f.Weight
			ours += f.Weight * r.Ours.Int()
			theirs += f.Weight * r.Verified.Int()
		}
	}
	var s InstrumentScore
	if known > 0 {
		s.Score = Some(100 * float64(sum) / float64(5*known))
		s.Confidence = float64(known) / float64(all)
	}
	if both > 0 {
		s.Gap = Some(100 * float64(ours-theirs) / float64(5*both))
	}
	return s
}

// Quadrant is where importance and position put an account (METHOD §2).
type Quadrant uint8

// The quadrants, Unknown where either score is.
const (
	QuadrantUnknown Quadrant = iota
	Partner
	Exposed
	Leverage
	Transact
)

func (q Quadrant) String() string {
	return [...]string{"unknown", "partner", "exposed", "leverage", "transact"}[q]
}

// quadrantOf places two scores; a score at the cut is high.
func quadrantOf(importance, position Num, importanceCut, positionCut float64) Quadrant {
	if !importance.Known || !position.Known {
		return QuadrantUnknown
	}
	switch hi, strong := importance.V >= importanceCut, position.V >= positionCut; {
	case hi && strong:
		return Partner
	case hi:
		return Exposed
	case strong:
		return Leverage
	}
	return Transact
}

// expectedTiers are the tiers that fit a quadrant (METHOD §2, defaults).
var expectedTiers = map[Quadrant][]Tier{
	Partner:  {Strategic, Key},
	Exposed:  {Strategic, Key, Candidate},
	Leverage: {Key, Maintain},
	Transact: {Maintain, Neglected},
}

// ExpectedTiers lists the tiers that fit a quadrant; none for an unknown one.
func ExpectedTiers(q Quadrant) []Tier { return expectedTiers[q] }

// YearFigures are what METHOD §3 makes of one year of one account.
type YearFigures struct {
	Year         int
	Closed       bool
	Revenue      Num // typed, else the sum of transactions; major units
	FromImport   bool
	CostOfSales  Num
	CostToServe  Num
	Contribution Num     // revenue − cost of sales − cost to serve
	Confidence   float64 // of the contribution: 1, or 0.5 without cost to serve
	Margin       Num
	Wallet       Num
	WalletShare  Num // share of wallet, 0..; above 1 is an input problem
	Headroom     Num
	Capacity     Num
}

// Local are the figures that depend on one account alone. They are remembered as
// long as the account, the pack and the day stay the same.
type Local struct {
	Importance, Position, Receptivity InstrumentScore
	Strategic                         Num     // √(importance·position), 0..100
	StrategicConfidence               float64 // the smaller of the two
	Asymmetry                         Num     // importance − position, −100..100
	Receptive                         Opt[bool]
	Years                             []YearFigures // ascending
	Revenue, Contribution             Num           // in the portfolio's period
	ContributionConfidence            float64
	Capacity                          Num
	Period                            *YearFigures // figures of the period, nil when the period is all
}

// scoreLocal computes everything that needs only the account.
func scoreLocal(a *Account, g *Programme, today Date, period Period) *Local {
	pack := g.MethodPack()
	l := new(Local)
	score := func(key string) (s InstrumentScore) {
		if in := pack.Instrument(key); in != nil {
			s = ScoreInstrument(in, a.Ratings)
		}
		return s
	}
	l.Importance, l.Position, l.Receptivity = score("importance"), score("position"), score("receptivity")
	if l.Importance.Score.Known && l.Position.Score.Known {
		i, p := l.Importance.Score.V, l.Position.Score.V
		l.Strategic = Some(math.Sqrt(i * p))
		l.StrategicConfidence = min(l.Importance.Confidence, l.Position.Confidence)
		l.Asymmetry = Some(i - p)
	}
	l.Receptive = receptive(pack.Instrument("receptivity"), a.Ratings)
	l.Years = yearFigures(a, g, today)
	l.inPeriod(period)
	return l
}

// receptive is the gate of A6: every factor of receptivity at 3 or more. One
// known below 3 closes it even while others are unknown.
func receptive(in *Instrument, ratings map[FactorKey]Rating) Opt[bool] {
	if in == nil || len(in.Factors) == 0 {
		return Opt[bool]{}
	}
	unknown := false
	for i := range in.Factors {
		switch l := ratings[in.Factors[i].full].Used(); {
		case !l.Known():
			unknown = true
		case l.Int() < 3:
			return Some(false)
		}
	}
	if unknown {
		return Opt[bool]{}
	}
	return Some(true)
}

// inPeriod sets the figures of the period: one year, or the sum of all.
func (l *Local) inPeriod(period Period) {
	l.Revenue, l.Contribution, l.Capacity, l.ContributionConfidence, l.Period = Num{}, Num{}, Num{}, 0, nil
	confidence, years := 0.0, 0
	for i := range l.Years {
		y := &l.Years[i]
		if !period.All && y.Year != period.Year {
			continue
		}
		if !period.All {
			l.Period, l.Capacity = y, y.Capacity
		}
		l.Revenue = plus(l.Revenue, y.Revenue)
		if y.Contribution.Known {
			l.Contribution = plus(l.Contribution, y.Contribution)
			confidence += y.Confidence
			years++
		}
	}
	if years > 0 {
		l.ContributionConfidence = confidence / float64(years)
	}
}

// plus adds known numbers; unknown plus known is the known one.
func plus(a, b Num) Num {
	if !b.Known {
		return a
	}
	return Some(a.V + b.V)
}
