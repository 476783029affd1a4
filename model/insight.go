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
