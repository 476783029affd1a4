package model

import (
	"slices"
	"strings"
)

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
	Current  string          `json:"current,omitzero"` // what the measure came to when it was last looked at
	AsOf     Date            `json:"as_of,omitzero"`   // the day of that
	Due      Date            `json:"due,omitzero"`
	Owner    string          `json:"owner,omitzero"`
	Status   ObjectiveStatus `json:"status,omitzero"`
	Cites    PointID         `json:"cites,omitzero"`  // the strength, weakness, opportunity or threat it answers
	Uses     PointID         `json:"uses,omitzero"`   // the other end of the TOWS bridge: the strength it builds on, the weakness it mends
	Shared   bool            `json:"shared,omitzero"` // the customer may read it
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
	First     Date         `json:"first,omitzero"`     // the day it was promised for first, once it was put off; see Promised
	Postponed int          `json:"postponed,omitzero"` // how often it was put off
	Status    ActionStatus `json:"status,omitzero"`
	Done      Date         `json:"done,omitzero"`
	Dropped   Date         `json:"dropped,omitzero"` // the day it was dropped
	Created   Date         `json:"created,omitzero"`
	Objective ObjectiveID  `json:"objective,omitzero"`
	Again     Recurrence   `json:"again,omitzero"`  // done, it comes again
	After     ActionID     `json:"after,omitzero"`  // what must be done before
	Person    PersonID     `json:"person,omitzero"` // whom of theirs it is about
	Value     ValueID      `json:"value,omitzero"`  // the value line it works on
	Shared    bool         `json:"shared,omitzero"` // the customer may read it
}

// MaxPostponed is how often an action may be said to have been put off.
const MaxPostponed = 999

// Promised is the day an action was promised for first: what execution goes by. Unknown
// while it has no day.
func (x *Action) Promised() Date {
	if x.First.Known() {
		return x.First
	}
	return x.Due
}

// Schedule gives an action another day. The first day it was promised for is kept, and a
// later day than before counts as putting it off; on the day it was written down another
// day is a correction, and nothing was promised yet.
func (x *Action) Schedule(to, today Date) {
	was := x.Due
	x.Due = to
	if !was.Known() || was == to || x.Created.Known() && x.Created == today {
		return
	}
	if !x.First.Known() {
		x.First = was
	}
	if was.Before(to) && x.Postponed < MaxPostponed {
		x.Postponed++
	}
}

// Enter gives an action another status, and the day it was done or dropped.
func (x *Action) Enter(s ActionStatus, today Date) {
	was := x.Status
	x.Status = s
	if s != ActionDone {
		x.Done = Date{}
	} else if was != ActionDone {
		x.Done = today
	}
	if s != ActionDropped {
		x.Dropped = Date{}
	} else if was != ActionDropped {
		x.Dropped = today
	}
}

// Recurrence is how often an action comes again.
type Recurrence uint8

// The recurrences.
const (
	Once Recurrence = iota
	Weekly
	Monthly
	Quarterly
	Yearly
)

// Next is the day one recurrence after another; of once there is none.
func (r Recurrence) Next(d Date) Date {
	months := [...]int{Monthly: 1, Quarterly: 3, Yearly: 12}
	switch {
	case !d.Known() || r == Once || int(r) >= len(months): // a kind of tomorrow is none today
		return Date{}
	case r == Weekly:
		return d.AddDays(7)
	}
	return d.AddMonths(months[r])
}

// PointKind is the corner of a SWOT that a point stands in.
type PointKind uint8

// The corners.
const (
	Strength PointKind = iota
	Weakness
	Opportunity
	Threat
)

// Point is one strength, weakness, opportunity or threat of ours with this customer.
type Point struct {
	ID   PointID   `json:"id"`
	Kind PointKind `json:"kind,omitzero"`
	Text string    `json:"text"`
	Side PointSide `json:"side,omitzero"`
}

// PointSide says whose strength or weakness a point is.
type PointSide uint8

// The sides of a SWOT.
const (
	OurSide PointSide = iota
	TheirSide
)

// Risk is something that may go wrong, and who watches it.
type Risk struct {
	ID          RiskID `json:"id"`
	Text        string `json:"text"`
	Probability int    `json:"probability,omitzero"` // 1 rare to 5 near certain, 0 unknown
	Impact      int    `json:"impact,omitzero"`      // 1 slight to 5 the account is lost, 0 unknown
	Owner       string `json:"owner,omitzero"`
	Response    string `json:"response,omitzero"`
}

// Decision is one thing that was decided about the account, and about no other.
type Decision struct {
	ID     DecisionID `json:"id"`
	Text   string     `json:"text"`
	Date   Date       `json:"date,omitzero"` // the day it was decided
	Owner  string     `json:"owner,omitzero"`
	Due    Date       `json:"due,omitzero"`
	Review ReviewID   `json:"review,omitzero"` // the meeting that decided it
	Shared Sharing    `json:"shared,omitzero"` // the customer may read it
}

// Review is a meeting about the account, planned or held.
type Review struct {
	ID        ReviewID `json:"id"`
	Text      string   `json:"text"`
	Date      Date     `json:"date,omitzero"`
	Held      bool     `json:"held,omitzero"`
	Decisions string   `json:"decisions,omitzero"`
}

// Without are the decisions of a review but for one line of them.
func (r *Review) Without(said string) string {
	lines := strings.Split(r.Decisions, "\n")
	if i := slices.Index(lines, said); i >= 0 {
		lines = slices.Delete(lines, i, i+1)
	}
	return strings.Join(lines, "\n")
}
