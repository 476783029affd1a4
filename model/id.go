package model

// Identifiers are 12 random base32 characters, given once and never reused.
// They are the keys on disk, so they never carry a name.
type (
	// AccountID names an account.
	AccountID string
	// SeatID names a place in the customer's organisation.
	SeatID string
	// PersonID names a person on the customer's side.
	PersonID string
	// MemberID names a person on our side.
	MemberID string
	// TieID names a tie between one of ours and one of theirs.
	TieID string
	// EdgeID names a relation between two of theirs.
	EdgeID string
	// ObjectiveID names an objective of an account plan.
	ObjectiveID string
	// ActionID names an action of an account plan.
	ActionID string
	// InsightID names an insight into the customer.
	InsightID string
	// ValueID names a line of the value scorecard.
	ValueID string
	// PointID names a strength, weakness, opportunity or threat.
	PointID string
	// DecisionID names something that was decided about an account.
	DecisionID string
	// RiskID names a risk of an account plan.
	RiskID string
	// ReviewID names a review of an account.
	ReviewID string
	// CellID names a cell of the whitespace grid.
	CellID string
)
