package model

import (
	"slices"
	"strings"
)

// enum gives the values of a small set of choices their words. The first word
// belongs to value 0; where value 0 means unknown its word is empty.
type enum[T ~uint8] []string

func (e enum[T]) word(v T) string {
	if int(v) < len(e) {
		return e[v]
	}
	return ""
}

// parse accepts a word, an unambiguous beginning of one, or one of its words.
func (e enum[T]) parse(field, s string) (T, error) {
	t := strings.ToLower(strings.TrimSpace(s))
	if t == "-" || t == "–" || t == "unknown" {
		t = ""
	}
	if i := slices.Index(e, t); i >= 0 {
		return T(i), nil
	}
	var found []int
	for i, w := range e {
		if t != "" && (strings.HasPrefix(w, t) || slices.Contains(strings.Fields(w), t)) {
			found = append(found, i)
		}
	}
	if len(found) == 1 {
		return T(found[0]), nil
	}
	return 0, problem(field, "Choose one of: "+strings.Join(e.choices(), ", ")+".", "%q is not a choice", s)
}

// choices lists the words, without the unknown one.
func (e enum[T]) choices() []string {
	return slices.DeleteFunc(slices.Clone(e), func(s string) bool { return s == "" })
}

var (
	tiers           = enum[Tier]{"candidate", "strategic", "key", "maintain", "consciously neglected"}
	influences      = enum[Influence]{"", "outside", "political structure", "inner circle"}
	coverages       = enum[Coverage]{"", "none", "brief", "multiple", "in depth"}
	adaptabilities  = enum[Adaptability]{"", "laggard", "conservative", "pragmatist", "visionary", "innovator"}
	orientations    = enum[Orientation]{"", "financial", "technical", "relationship", "business"}
	buyingRoles     = enum[BuyingRole]{"", "user", "evaluator", "decision maker", "approver", "sponsor", "gatekeeper", "legal"}
	functions       = enum[Function]{"", "c-level", "sales", "procurement", "marketing", "operations", "r&d", "finance", "hr", "it", "logistics/service", "legal", "other"}
	tieLevels       = enum[TieLevel]{"", "vendor", "credible source", "problem solver", "trusted advisor"}
	edgeKinds       = enum[EdgeKind]{"", "informal", "influences", "conflict"}
	objectiveStands = enum[ObjectiveStatus]{"open", "met", "dropped"}
	actionStands    = enum[ActionStatus]{"open", "started", "done", "dropped"}
	recurrences     = enum[Recurrence]{"", "weekly", "monthly", "quarterly", "yearly"}
	pointSides      = enum[PointSide]{"ours", "theirs"}
	figureKinds     = enum[FigureKind]{"actual", "budget", "forecast"}
	stages          = enum[Stage]{"", "exploratory", "basic", "cooperative", "interdependent", "integrated"}
	insightKinds    = enum[InsightKind]{"goal", "pressure", "initiative", "obstacle", "kpi", "trend", "decision process"}
	valueDirections = enum[ValueDirection]{"given", "received"}
	valueLevels     = enum[ValueLevel]{"", "product", "process", "facilitation"}
	valueTypes      = enum[ValueType]{"", "revenue up", "cost down", "capital released", "risk down", "strategic"}
	valueStands     = enum[ValueStatus]{"hypothesis", "agreed", "in delivery", "realised", "customer-verified"}
	cellStands      = enum[CellStatus]{"", "not applicable", "white", "potential", "open opportunity", "current", "competitor", "lost"}
	pointKinds      = enum[PointKind]{"strength", "weakness", "opportunity", "threat"}
)

// Words of the choices, as people read them.

func (t Tier) String() string            { return tiers.word(t) }
func (i Influence) String() string       { return influences.word(i) }
func (c Coverage) String() string        { return coverages.word(c) }
func (a Adaptability) String() string    { return adaptabilities.word(a) }
func (o Orientation) String() string     { return orientations.word(o) }
func (r BuyingRole) String() string      { return buyingRoles.word(r) }
func (f Function) String() string        { return functions.word(f) }
func (l TieLevel) String() string        { return tieLevels.word(l) }
func (k EdgeKind) String() string        { return edgeKinds.word(k) }
func (s ObjectiveStatus) String() string { return objectiveStands.word(s) }
func (s ActionStatus) String() string    { return actionStands.word(s) }
func (r Recurrence) String() string      { return recurrences.word(r) }
func (s PointSide) String() string       { return pointSides.word(s) }
func (k FigureKind) String() string      { return figureKinds.word(k) }
func (s Stage) String() string           { return stages.word(s) }
func (k InsightKind) String() string     { return insightKinds.word(k) }
func (d ValueDirection) String() string  { return valueDirections.word(d) }
func (l ValueLevel) String() string      { return valueLevels.word(l) }
func (t ValueType) String() string       { return valueTypes.word(t) }
func (s ValueStatus) String() string     { return valueStands.word(s) }
func (c CellStatus) String() string      { return cellStands.word(c) }
func (k PointKind) String() string       { return pointKinds.word(k) }

// supportWords name support −2..+2.
var supportWords = []string{"enemy", "non-supporter", "neutral", "supporter", "mentor"}

// SupportWord is the word for a support level, "" when unknown.
func SupportWord(s Support) string {
	if !s.Known || s.V < -2 || s.V > 2 {
		return ""
	}
	return supportWords[s.V+2]
}
