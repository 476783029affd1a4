package model

import "slices"

// entity is a record inside an account (or a member of the team) that has an
// identity of its own. The list below is the only place that knows how to ask.
type entity[ID comparable] interface{ id() ID }

func (s Seat) id() SeatID           { return s.ID }
func (p Person) id() PersonID       { return p.ID }
func (t Tie) id() TieID             { return t.ID }
func (e Edge) id() EdgeID           { return e.ID }
func (m Member) id() MemberID       { return m.ID }
func (o Objective) id() ObjectiveID { return o.ID }
func (a Action) id() ActionID       { return a.ID }
func (n Insight) id() InsightID     { return n.ID }
func (v ValueLine) id() ValueID     { return v.ID }
func (p Point) id() PointID         { return p.ID }
func (r Risk) id() RiskID           { return r.ID }
func (r Review) id() ReviewID       { return r.ID }
func (d Decision) id() DecisionID   { return d.ID }
func (c Cell) id() CellID           { return c.ID }

func indexOf[ID comparable, T entity[ID]](list []T, id ID) int {
	for i := range list {
		if list[i].id() == id {
			return i
		}
	}
	return -1
}

func byID[ID comparable, T entity[ID]](list []T, id ID) *T {
	if i := indexOf(list, id); i >= 0 {
		return &list[i]
	}
	return nil
}

// put returns a copy of list with v in the place of its id, or added at the end.
// The old list stays as it was: older portfolios still hold it.
func put[ID comparable, T entity[ID]](list []T, v T) []T {
	if i := indexOf(list, v.id()); i >= 0 {
		out := slices.Clone(list)
		out[i] = v
		return out
	}
	return append(slices.Clip(list), v)
}

// without returns a copy of list that lacks the id.
func without[ID comparable, T entity[ID]](list []T, id ID) []T {
	var out []T // nil when nothing is left, as after reopening the file
	for _, v := range list {
		if v.id() != id {
			out = append(out, v)
		}
	}
	return out
}
