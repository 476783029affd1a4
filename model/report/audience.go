package report

import (
	"strings"
)

// Every field of the registry is either shareable, and may reach the customer, or
// ours. A field that is in neither list fails a test: somebody has to decide.

// shareable are the fields a customer may read. What goes to them is built from
// these alone, and only from those things that are marked as shared; of value what is
// agreed on or more, of goals those they confirmed.
var shareable = map[string]bool{
	"name": true, "insight.text": true,
	"objective.text": true, "objective.goal": true, "objective.measure": true, "objective.baseline": true, "objective.current": true, "objective.as_of": true, "objective.target": true, "objective.due": true, "objective.status": true,
	"action.text": true, "action.owner": true, "action.due": true, "action.status": true,
	"decision.text": true, "decision.date": true, "decision.due": true,
	"value.text": true, "value.money": true, "value.status": true, "value.evidence": true, "value.their_owner": true, "value.metric": true,
	"value.baseline": true, "value.target": true, "value.actual": true, "value.recurring": true,
}

// ours are the fields that no customer reads; what ends in a dot is all that
// begins so. Every instrument's ratings are ours too.
var ours = []string{
	"tier", "owner", "parent", "segment", "kind", "country", "city", "website", "phone", "employees", "turnover", "retention", "tags", "manager", "sponsor", "archived", "charter", "stage_target",
	"competitors", "focus", "notes",
	"programme.", "setting.", "pack.", "member.", "seat.", "person.", "tie.", "figures.", "point.", "risk.", "review.", "cell.",
	"insight.kind", "insight.whose", "insight.told_by", "insight.priority", "insight.confirmed", "insight.date",
	"objective.owner", "objective.cites", "objective.uses", "objective.shared",
	"action.objective", "action.again", "action.first", "action.postponed", "action.dropped", "action.after", "action.person", "action.value", "action.shared", "insight.shared", "value.shared",
	"decision.owner", "decision.review", "decision.shared",
	"value.direction", "value.level", "value.type", "value.start", "value.end", "value.owner", "value.alternative",
}

// Shareable reports whether a field of the registry may reach the customer.
func Shareable(key string) bool { return shareable[key] }

// isOurs reports whether a field is named as ours alone. instrument reports
// whether a key is one of the method pack's instruments.
func isOurs(key string, instrument func(string) bool) bool {
	for _, o := range ours {
		if key == o || strings.HasSuffix(o, ".") && strings.HasPrefix(key, o) {
			return true
		}
	}
	family, _, dotted := strings.Cut(key, ".")
	return dotted && instrument(family)
}

// Audience is who a report is for.
type Audience uint8

// The audiences.
const (
	Us Audience = iota
	Customer
)

// Audiences are their names on the command line.
var Audiences = [...]string{"internal", "customer"}

func (a Audience) String() string { return Audiences[a] }
