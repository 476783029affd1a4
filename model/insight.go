package model

// InsightKind is what an insight into the customer is about.
type InsightKind uint8

// The kinds of insights (METHOD §7).
const (
	Goal InsightKind = iota
	Pressure
	Initiative
	Obstacle
	KPI
	Trend
	DecisionProcess
)

// Insight is something we believe or know about how the customer sees the world.
type Insight struct {
	ID        InsightID   `json:"id"`
	Kind      InsightKind `json:"kind,omitzero"`
	Text      string      `json:"text"`
	Whose     string      `json:"whose,omitzero"`    // whose goal, pressure … it is
	ToldBy    string      `json:"told_by,omitzero"`  // who told us
	Priority  int         `json:"priority,omitzero"` // 1 highest, 3 lowest, 0 not set
	Confirmed bool        `json:"confirmed,omitzero"`
	Date      Date        `json:"date,omitzero"`   // when it was told or confirmed
	Shared    Sharing     `json:"shared,omitzero"` // the customer may read it
}

// assumedWeight is what an assumption weighs against a confirmed insight (METHOD §7).
const assumedWeight = 0.4

// Weight is what an insight is worth today, 0..1: 1 confirmed or 0.4 assumed,
// halved every half-life (180 days); an undated one weighs half (METHOD §7).
func (n Insight) Weight(set *Settings, today Date) float64 {
	w := assumedWeight
	if n.Confirmed {
		w = 1
	}
	return w * Fading(n.Date, today, set.InsightHalfLife)
}
