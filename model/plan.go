package model

// ObjectiveStatus is how an objective stands.
type ObjectiveStatus uint8

// The stands of an objective.
const (
	ObjectiveOpen ObjectiveStatus = iota
	ObjectiveMet
	ObjectiveDropped
)

// Objective is what we mean to reach with a customer, measurably.
type Objective struct {
	ID       ObjectiveID     `json:"id"`
	Text     string          `json:"text"`
	Goal     string          `json:"goal,omitzero"` // the customer's own goal it serves
	Measure  string          `json:"measure,omitzero"`
	Baseline string          `json:"baseline,omitzero"`
	Target   string          `json:"target,omitzero"`
	Due      Date            `json:"due,omitzero"`
	Owner    string          `json:"owner,omitzero"`
	Status   ObjectiveStatus `json:"status,omitzero"`
}

// ActionStatus is how an action stands.
type ActionStatus uint8

// The stands of an action.
const (
	ActionOpen ActionStatus = iota
	ActionStarted
	ActionDone
	ActionDropped
)

// Action is something a person will do by a day.
type Action struct {
	ID        ActionID     `json:"id"`
	Text      string       `json:"text"`
	Owner     string       `json:"owner,omitzero"`
	Due       Date         `json:"due,omitzero"`
	Status    ActionStatus `json:"status,omitzero"`
	Done      Date         `json:"done,omitzero"`
	Created   Date         `json:"created,omitzero"`
	Objective ObjectiveID  `json:"objective,omitzero"`
}
