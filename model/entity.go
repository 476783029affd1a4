package model

import (
	"slices"
)

// Entity is a record inside an account (or a member of the team) that has an
// identity of its own. The list below is the only place that knows how to ask.
type Entity[ID comparable] interface{ Ident() ID }

func (s Seat) Ident() SeatID           { return s.ID }
func (p Person) Ident() PersonID       { return p.ID }
func (t Tie) Ident() TieID             { return t.ID }
func (e Edge) Ident() EdgeID           { return e.ID }
func (m Member) Ident() MemberID       { return m.ID }
func (o Objective) Ident() ObjectiveID { return o.ID }
func (a Action) Ident() ActionID       { return a.ID }
func (n Insight) Ident() InsightID     { return n.ID }
func (v ValueLine) Ident() ValueID     { return v.ID }
func (p Point) Ident() PointID         { return p.ID }
func (r Risk) Ident() RiskID           { return r.ID }
func (r Review) Ident() ReviewID       { return r.ID }
func (d Decision) Ident() DecisionID   { return d.ID }
func (c Cell) Ident() CellID           { return c.ID }

func IndexOf[ID comparable, T Entity[ID]](list []T, id ID) int {
	for i := range list {
		if list[i].Ident() == id {
			return i
		}
	}
	return -1
}

func ByID[ID comparable, T Entity[ID]](list []T, id ID) *T {
	if i := IndexOf(list, id); i >= 0 {
		return &list[i]
	}
	return nil
}

// Put returns a copy of list with v in the place of its id, or added at the end.
// The old list stays as it was: older portfolios still hold it.
func Put[ID comparable, T Entity[ID]](list []T, v T) []T {
	if i := IndexOf(list, v.Ident()); i >= 0 {
		out := slices.Clone(list)
		out[i] = v
		return out
	}
	return append(slices.Clip(list), v)
}

// Without returns a copy of list that lacks the id.
func Without[ID comparable, T Entity[ID]](list []T, id ID) []T {
	var out []T // nil when nothing is left, as after reopening the file
	for _, v := range list {
		if v.Ident() != id {
			out = append(out, v)
		}
	}
	return out
}
