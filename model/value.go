package model

// ValueDirection says who gives a value.
type ValueDirection uint8

// The directions of the two-way scorecard.
const (
	ValueGiven    ValueDirection = iota // we → them
	ValueReceived                       // them → us
)

// ValueLevel is how far beyond the product a value lies.
type ValueLevel uint8

// The levels of value; beyond product are the last two (METHOD §6).
const (
	ValueLevelUnknown ValueLevel = iota
	ProductValue
	ProcessValue
	FacilitationValue
)

// BeyondProduct reports whether a value is more than the product itself.
func (l ValueLevel) BeyondProduct() bool { return l >= ProcessValue }

// ValueType is what a value does to the money of who receives it.
type ValueType uint8

// The types of value.
const (
	ValueTypeUnknown ValueType = iota
	RevenueUp
	CostDown
	CapitalReleased
	RiskDown
	StrategicValue
)

// ValueStatus is how far a value has come on the way to being believed.
type ValueStatus uint8

// The ladder of a value line. Lines below ValueAgreed count nowhere.
const (
	ValueHypothesis ValueStatus = iota
	ValueAgreed
	ValueInDelivery
	ValueRealised
	ValueVerified // the customer themselves said so
)

// ValueLine is one line of the two-way value scorecard.
type ValueLine struct {
	ID          ValueID        `json:"id"`
	Text        string         `json:"text"`
	Direction   ValueDirection `json:"direction,omitzero"`
	Level       ValueLevel     `json:"level,omitzero"`
	Type        ValueType      `json:"type,omitzero"`
	Metric      string         `json:"metric,omitzero"`
	Baseline    string         `json:"baseline,omitzero"`
	Target      string         `json:"target,omitzero"`
	Actual      string         `json:"actual,omitzero"`
	Money       Money          `json:"money,omitzero"` // a year, or once
	Recurring   bool           `json:"recurring,omitzero"`
	Start       Date           `json:"start,omitzero"`
	End         Date           `json:"end,omitzero"`
	Evidence    string         `json:"evidence,omitzero"`
	Owner       string         `json:"owner,omitzero"`       // on our side
	TheirOwner  string         `json:"their_owner,omitzero"` // on the customer's side
	Alternative string         `json:"alternative,omitzero"` // the next-best alternative it is measured against
	Status      ValueStatus    `json:"status,omitzero"`
	Shared      Sharing        `json:"shared,omitzero"` // the customer may read it
}

// RateYear is the year whose rate a line's money is weighed with: the one it
// starts in, this one while it has no date.
func (x *ValueLine) RateYear(g *Programme, today Date) int {
	if x.Start.Known() {
		return FiscalYear(x.Start, g.YearStarts)
	}
	return FiscalYear(today, g.YearStarts)
}

// ShareOf is how much of a line's money falls between two days: all of a one-off that
// starts there, a twelfth of a recurring line for every calendar month it is active in up
// to today. A recurring line without a start was always there; a one-off without one
// belongs to no period.
func (x *ValueLine) ShareOf(from, to, today Date) float64 {
	if !x.Recurring {
		if x.Start.Known() && !x.Start.Before(from) && !to.Before(x.Start) {
			return 1
		}
		return 0
	}
	first, last := monthIndex(from), min(monthIndex(to), monthIndex(today))
	if x.Start.Known() {
		first = max(first, monthIndex(x.Start))
	}
	if x.End.Known() {
		last = min(last, monthIndex(x.End))
	}
	return float64(max(0, last-first+1)) / 12
}

func monthIndex(d Date) int { return 12*int(d.Year) + int(d.Month) }
