package edit

import (
	"slices"

	"accord/model"
)

// A screen on the wall is everybody's. What it may show is listed here; what is
// not listed is closed: a new field is ours alone until somebody says otherwise.

// roomFields are the fields of the registry that are fit for the room. Those of a
// plan list are so only for an item that is shared with the customer.
var roomFields = map[string]bool{
	"name": true, "charter": true, "archived": true,
	"programme.title": true, "programme.currency": true, "programme.median_cut": true,
	"member.name": true, "member.title": true, "member.function": true,
	"seat.title": true, "seat.unit": true, "seat.function": true, "seat.vacant": true,
	"person.name":    true,
	"objective.text": true, "objective.goal": true, "objective.measure": true, "objective.baseline": true, "objective.target": true,
	"objective.current": true, "objective.as_of": true,
	"objective.due": true, "objective.owner": true, "objective.status": true, "objective.shared": true,
	"action.text": true, "action.owner": true, "action.due": true, "action.status": true, "action.again": true, "action.shared": true,
	"insight.text": true, "insight.kind": true, "insight.date": true, "insight.confirmed": true, "insight.shared": true,
	"value.text": true, "value.direction": true, "value.level": true, "value.type": true, "value.metric": true, "value.baseline": true,
	"value.target": true, "value.actual": true, "value.money": true, "value.recurring": true, "value.start": true, "value.end": true,
	"value.status": true, "value.shared": true,
	"decision.text": true, "decision.date": true, "decision.due": true, "decision.shared": true,
}

// fitForRoom marks the rows of the registry that the room may see.
func fitForRoom(fields []Field) []Field {
	for i := range fields {
		fields[i].Room = roomFields[fields[i].Key]
	}
	return fields
}

// Shared reports whether the item of a plan list is shared with the customer: by
// the switch of its kind, and a kind without one never is.
func Shared(p *model.Portfolio, ref Ref) bool {
	l := ListOf(ref.Of)
	if l == nil {
		return false
	}
	key := l.Prefix + ".shared"
	i := slices.IndexFunc(StaticFields(), func(f Field) bool { return f.Key == key })
	return i >= 0 && Get(p, ref, StaticFields()[i]) == "yes"
}

// FitForRoom reports whether a field of a thing may be shown to a room: the field
// is listed as fit, and what it belongs to is shared where that is asked.
func FitForRoom(p *model.Portfolio, ref Ref, f Field) bool {
	return f.Room && (ListOf(f.Of) == nil || Shared(p, ref))
}
