package model

import (
	"accord/model/words"
	"slices"
	"strings"
)

// Enum gives the values of a small set of choices their words. The first word
// belongs to value 0; where value 0 means unknown its word is empty.
type Enum[T ~uint8] []string

func (e Enum[T]) Word(v T) string {
	if int(v) < len(e) {
		return e[v]
	}
	return ""
}

// Parse accepts a word, an unambiguous beginning of one, or one of its words: as files
// hold it, or as people read it on the screen.
func (e Enum[T]) Parse(field, s string) (T, error) {
	t := strings.ToLower(strings.TrimSpace(s))
	if t == "-" || t == "–" || t == "unknown" {
		t = ""
	}
	if i := slices.Index(e, t); i >= 0 {
		return T(i), nil
	}
	var found []int
	for i, w := range e {
		here := strings.ToLower(words.Here(w))
		if w != "" && t == here {
			return T(i), nil
		}
		if t != "" && (begins(w, t) || begins(here, t)) {
			found = append(found, i)
		}
	}
	if len(found) == 1 {
		return T(found[0]), nil
	}
	all := e.Choices()
	for i, w := range all {
		all[i] = words.Here(w)
	}
	return 0, Refuse(field, words.T("model.choose-one", strings.Join(all, ", ")), words.T("model.not-choice", s))
}

// begins reports whether a word begins with what was typed, or one of its words is it.
func begins(word, typed string) bool {
	return strings.HasPrefix(word, typed) || slices.Contains(strings.Fields(word), typed)
}

// Choices lists the words, without the unknown one.
func (e Enum[T]) Choices() []string {
	return slices.DeleteFunc(slices.Clone(e), func(s string) bool { return s == "" })
}

var (
	Tiers           = Enum[Tier]{"candidate", "strategic", "key", "maintain", "consciously neglected"}
	InfluenceWords  = Enum[Influence]{"", "outside", "political structure", "inner circle"}
	Coverages       = Enum[Coverage]{"", "none", "brief", "multiple", "in depth"}
	Adaptabilities  = Enum[Adaptability]{"", "laggard", "conservative", "pragmatist", "visionary", "innovator"}
	Orientations    = Enum[Orientation]{"", "financial", "technical", "relationship", "business"}
	BuyingRoles     = Enum[BuyingRole]{"", "user", "evaluator", "decision maker", "approver", "sponsor", "gatekeeper", "legal"}
	Functions       = Enum[Function]{"", "c-level", "sales", "procurement", "marketing", "operations", "r&d", "finance", "hr", "it", "logistics/service", "legal", "other"}
	TieLevels       = Enum[TieLevel]{"", "vendor", "credible source", "problem solver", "trusted advisor"}
	EdgeKinds       = Enum[EdgeKind]{"", "informal", "influences", "conflict"}
	ObjectiveStands = Enum[ObjectiveStatus]{"open", "met", "dropped"}
	ActionStands    = Enum[ActionStatus]{"open", "started", "done", "dropped"}
	Recurrences     = Enum[Recurrence]{"", "weekly", "monthly", "quarterly", "yearly"}
	PointSides      = Enum[PointSide]{"ours", "theirs"}
	FigureKinds     = Enum[FigureKind]{"actual", "budget", "forecast"}
	Stages          = Enum[Stage]{"", "exploratory", "basic", "cooperative", "interdependent", "integrated"}
	InsightKinds    = Enum[InsightKind]{"goal", "pressure", "initiative", "obstacle", "kpi", "trend", "decision process"}
	ValueDirections = Enum[ValueDirection]{"given", "received"}
	ValueLevels     = Enum[ValueLevel]{"", "product", "process", "facilitation"}
	ValueTypes      = Enum[ValueType]{"", "revenue up", "cost down", "capital released", "risk down", "strategic"}
	ValueStands     = Enum[ValueStatus]{"hypothesis", "agreed", "in delivery", "realised", "customer-verified"}
	CellStands      = Enum[CellStatus]{"", "not applicable", "white", "potential", "open opportunity", "current", "competitor", "lost"}
	PointKinds      = Enum[PointKind]{"strength", "weakness", "opportunity", "threat"}
)

// Words of the choices, as people read them.

func (t Tier) String() string            { return Tiers.Word(t) }
func (i Influence) String() string       { return InfluenceWords.Word(i) }
func (c Coverage) String() string        { return Coverages.Word(c) }
func (a Adaptability) String() string    { return Adaptabilities.Word(a) }
func (o Orientation) String() string     { return Orientations.Word(o) }
func (r BuyingRole) String() string      { return BuyingRoles.Word(r) }
func (f Function) String() string        { return Functions.Word(f) }
func (l TieLevel) String() string        { return TieLevels.Word(l) }
func (k EdgeKind) String() string        { return EdgeKinds.Word(k) }
func (s ObjectiveStatus) String() string { return ObjectiveStands.Word(s) }
func (s ActionStatus) String() string    { return ActionStands.Word(s) }
func (r Recurrence) String() string      { return Recurrences.Word(r) }
func (s PointSide) String() string       { return PointSides.Word(s) }
func (k FigureKind) String() string      { return FigureKinds.Word(k) }
func (s Stage) String() string           { return Stages.Word(s) }
func (k InsightKind) String() string     { return InsightKinds.Word(k) }
func (d ValueDirection) String() string  { return ValueDirections.Word(d) }
func (l ValueLevel) String() string      { return ValueLevels.Word(l) }
func (t ValueType) String() string       { return ValueTypes.Word(t) }
func (s ValueStatus) String() string     { return ValueStands.Word(s) }
func (c CellStatus) String() string      { return CellStands.Word(c) }
func (k PointKind) String() string       { return PointKinds.Word(k) }

// SupportWords name support −2..+2.
var SupportWords = []string{"enemy", "non-supporter", "neutral", "supporter", "mentor"}

// SupportWord is the word for a support level, "" when unknown.
func SupportWord(s Support) string {
	if !s.Known || s.V < -2 || s.V > 2 {
		return ""
	}
	return SupportWords[s.V+2]
}
