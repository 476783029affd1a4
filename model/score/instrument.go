package score

import (
	"math"

	"accord/model"
	"accord/model/period"
)

// InstrumentScore is what the one scoring engine says of an instrument.
type InstrumentScore struct {
	Score      model.Num // 0..100; unknown without a known rating or when all weights are 0
	Confidence float64   // known weight / all weight, 0..1
	Gap        model.Num // ours − verified over factors where both are known, −100..100
}

// ScoreInstrument applies METHOD §1 to an account's ratings:
// score = 100·Σwr/(5·Σw) over known factors, confidence = Σw known/Σw all.
func OfInstrument(in *model.Instrument, ratings map[model.FactorKey]model.Rating) InstrumentScore {
	var known, all, sum, both, ours, theirs int
	for i := range in.Factors {
		f := &in.Factors[i]
		all += f.Weight
		r, ok := ratings[f.Full()]
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
		s.Score = model.Some(100 * float64(sum) / float64(5*known))
		s.Confidence = float64(known) / float64(all)
	}
	if both > 0 {
		s.Gap = model.Some(100 * float64(ours-theirs) / float64(5*both))
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
func quadrantOf(importance, position model.Num, importanceCut, positionCut float64) Quadrant {
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
var expectedTiers = map[Quadrant][]model.Tier{
	Partner:  {model.Strategic, model.Key},
	Exposed:  {model.Strategic, model.Key, model.Candidate},
	Leverage: {model.Key, model.Maintain},
	Transact: {model.Maintain, model.Neglected},
}

// ExpectedTiers lists the tiers that fit a quadrant; none for an unknown one.
func ExpectedTiers(q Quadrant) []model.Tier { return expectedTiers[q] }

// Local are the figures that depend on one account alone, in parts that are
// remembered as long as what they are made from stays the same.
type Local struct {
	*Judged
	*Earned
	Relationship *Relationship
	*Planned
}

// Judged is what the ratings say.
type Judged struct {
	Importance, Position, Receptivity InstrumentScore
	Attractiveness, Strength          InstrumentScore // the second lens
	Team                              InstrumentScore // internal alignment before the sponsor cap
	StageTest                         InstrumentScore // its score is not used; its gap is the perception gap
	StageSum                          model.Opt[int]  // Σ of the six answers, 6..24; unknown unless all are known
	Strategic                         model.Num       // √(importance·position), 0..100
	StrategicConfidence               float64         // the smaller of the two
	Provisional                       bool            // importance or position is known for too little to place the account
	Asymmetry                         model.Num       // importance − position, −100..100
	Receptive                         model.Opt[bool]
}

// Instrument is the score of the instrument with the key; nil for one without a score.
func (j *Judged) Instrument(key string) *InstrumentScore {
	switch key {
	case "importance":
		return &j.Importance
	case "position":
		return &j.Position
	case "receptivity":
		return &j.Receptivity
	case "attractiveness":
		return &j.Attractiveness
	case "strength":
		return &j.Strength
	case "alignment":
		return &j.Team
	case "stage":
		return &j.StageTest
	}
	return nil
}

// scoreLocal computes everything that needs only the account. Parts whose facts
// are still those of the account was, whose figures are old, are taken over. base is what the
// figures say by themselves where that is known already.
func scoreLocal(
	a *model.Account,
	g *model.Programme,
	today model.Date,
	c *period.Context,
	base *period.Base,
	was *model.Account,
	old *Local,
) *Local {
	l := &Local{Judged: judge(a, g.MethodPack(), nil, nil)}
	if old != nil && sameFigures(a, was) {
		l.Earned = old.Earned
	} else {
		if base == nil {
			base = period.NewBase(a, g, today)
		}
		l.Earned = earn(base, c, g, today)
	}
	if old != nil && a.Tier == was.Tier && sameList(a.Seats, was.Seats) && sameList(a.Persons, was.Persons) &&
		sameList(a.Ties, was.Ties) {
		l.Relationship = old.Relationship
	} else {
		r := ScoreRelationship(a, g, today)
		l.Relationship = &r
	}
	if old != nil && l.Earned == old.Earned && samePlan(a, was) {
		l.Planned = old.Planned
	} else {
		l.Planned = planned(a, g, today, l.Earned, c.Period)
	}
	return l
}

// sameFigures reports that nothing the figures are made of differs.
func sameFigures(a, b *model.Account) bool {
	return sameList(a.Years, b.Years) && sameList(a.Transactions, b.Transactions)
}

// samePlan reports that nothing the plan's figures are made of differs.
func samePlan(a, b *model.Account) bool {
	return a.Tier == b.Tier && a.Sponsor == b.Sponsor && a.Charter == b.Charter && sameList(a.Objectives, b.Objectives) && sameList(a.Actions, b.Actions) && sameList(a.Insights, b.Insights) &&
		sameList(a.Values, b.Values) && sameList(a.Points, b.Points) && sameList(a.Risks, b.Risks) && sameList(a.Reviews, b.Reviews) &&
		sameList(a.Seats, b.Seats) &&
		sameList(a.Persons, b.Persons)
}

// sameList is true for two lists that are one: an edit shares what it does not touch.
func sameList[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// judge scores the instruments. With what the same ratings came to under another
// pack, only instruments that differ between the packs are scored again.
func judge(a *model.Account, pack *model.Pack, old *Judged, was *model.Pack) *Judged {
	j := new(Judged)
	if old != nil {
		*j = *old
	}
	for _, key := range [...]string{"importance", "position", "receptivity", "attractiveness", "strength", "alignment", "stage"} {
		in := pack.Instrument(key)
		if old != nil && sameInstrument(in, was.Instrument(key)) {
			continue
		}
		to := j.Instrument(key)
		if *to = (InstrumentScore{}); in != nil {
			*to = OfInstrument(in, a.Ratings)
		}
	}
	if in := pack.Instrument("stage"); old == nil || !sameInstrument(in, was.Instrument("stage")) {
		j.StageSum = model.StageSum(in, a.Ratings)
	}
	j.Strategic, j.StrategicConfidence, j.Asymmetry, j.Provisional = model.Num{}, 0, model.Num{}, false
	if j.Importance.Score.Known && j.Position.Score.Known {
		i, p := j.Importance.Score.V, j.Position.Score.V
		j.Strategic = model.Some(math.Sqrt(i * p))
		j.StrategicConfidence = min(j.Importance.Confidence, j.Position.Confidence)
		j.Asymmetry = model.Some(i - p)
		j.Provisional = !firm(&j.Importance, pack.Settings()) || !firm(&j.Position, pack.Settings())
	}
	j.Receptive = receptive(pack.Instrument("receptivity"), a.Ratings)
	return j
}

// firm reports whether enough of an instrument is rated to draw a conclusion from its
// score: a confidence of at least 60 % (METHOD §2).
func firm(s *InstrumentScore, set *model.Settings) bool {
	return s.Score.Known && s.Confidence >= set.Firm-roundingError
}

// sameInstrument reports that two packs share an instrument's factors.
func sameInstrument(a, b *model.Instrument) bool {
	return a == nil && b == nil || a != nil && b != nil && sameList(a.Factors, b.Factors)
}

// receptive is the gate of A6: every factor of receptivity at 3 or more. One
// known below 3 closes it even while others are unknown.
func receptive(in *model.Instrument, ratings map[model.FactorKey]model.Rating) model.Opt[bool] {
	if in == nil || len(in.Factors) == 0 {
		return model.Opt[bool]{}
	}
	unknown := false
	for i := range in.Factors {
		switch l := ratings[in.Factors[i].Full()].Used(); {
		case !l.Known():
			unknown = true
		case l.Int() < 3:
			return model.Some(false)
		}
	}
	if unknown {
		return model.Opt[bool]{}
	}
	return model.Some(true)
}

// plus adds known numbers; unknown plus known is the known one.
func plus(a, b model.Num) model.Num {
	if !b.Known {
		return a
	}
	return model.Some(a.V + b.V)
}
