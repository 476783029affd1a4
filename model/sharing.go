package model

import (
	"encoding/json"
	"slices"
	"strings"
)

// Sharing says whether the customer may read something: it is decided one by one, and
// until somebody did, they may not.
type Sharing uint8

// What can be said of it.
const (
	Undecided Sharing = iota
	IsShared
	NotShared
)

// MarshalJSON writes true and false, and null while nobody decided.
func (s Sharing) MarshalJSON() ([]byte, error) {
	return json.Marshal(Opt[bool]{s == IsShared, s != Undecided})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Sharing) UnmarshalJSON(b []byte) error {
	var o Opt[bool]
	if err := json.Unmarshal(b, &o); err != nil {
		return err
	}
	*s = SharingOf(o)
	return nil
}

// SharingOf is what a yes, a no or nothing stands for.
func SharingOf(o Opt[bool]) Sharing {
	switch {
	case !o.Known:
		return Undecided
	case o.V:
		return IsShared
	}
	return NotShared
}

// sharingField is the row of a switch that nobody has decided at first.
func sharingField(key, help string, of EntityKind, at func(*record) *Sharing) Field {
	return Field{Key: key, Label: "Shared with the customer", Help: help, Of: of, Kind: YesNo, Choices: []string{"yes", "no"}, Range: "yes · no · - not decided yet",
		get: func(r *record) string { return [...]string{"", "yes", "no"}[min(*at(r), NotShared)] },
		set: func(r *record, s string) error {
			switch strings.ToLower(strings.TrimSpace(s)) {
			case "yes", "y", "true", "1":
				*at(r) = IsShared
			case "no", "n", "false", "0":
				*at(r) = NotShared
			case "":
				*at(r) = Undecided
			default:
				return problem(key, "Type yes or no.", "%q is neither yes nor no", s)
			}
			return nil
		}}
}

// Offered reports what a customer could be told of an insight, were it shared: a goal
// of theirs that they confirmed.
func (n *Insight) Offered() bool { return n.Kind == Goal && n.Confirmed }

// Offered reports whether a value line could be told to the customer, were it shared:
// what we give them, from agreed on; a hypothesis is ours alone.
func (v *ValueLine) Offered() bool { return v.Direction == ValueGiven && v.Status >= ValueAgreed }

// TheirsOf reports whether somebody of an account's people takes part.
func (w *Workshop) TheirsOf(id AccountID) bool {
	for _, p := range w.People {
		if p.Theirs && p.Account == id && id != "" {
			return true
		}
	}
	return false
}

// Unplaced are the initials of the customer's people of whom nobody said which account
// they belong to.
func (w *Workshop) Unplaced() (out []string) {
	for _, p := range w.People {
		if p.Theirs && p.Account == "" {
			out = append(out, p.Initials)
		}
	}
	return out
}

// decision returns the decision with the id, or nil.
func (a *Account) decision(id DecisionID) *Decision { return byID(a.Decisions, id) }

// Decision returns the decision with the id, or nil.
func (a *Account) Decision(id DecisionID) *Decision { return a.decision(id) }

// unshare makes everything of an account ours alone again, and drops what was decided:
// a decision is of one account.
func (a *Account) unshare() {
	a.Objectives = changedEach(a.Objectives, func(o *Objective) bool { was := o.Shared; o.Shared = false; return was })
	a.Actions = changedEach(a.Actions, func(x *Action) bool { was := x.Shared; x.Shared = false; return was })
	a.Insights = changedEach(a.Insights, func(n *Insight) bool { was := n.Shared; n.Shared = Undecided; return was != Undecided })
	a.Values = changedEach(a.Values, func(v *ValueLine) bool { was := v.Shared; v.Shared = Undecided; return was != Undecided })
	a.Decisions = nil
}

// changedEach is the list after an edit of each element; one that changes nothing is the
// same list.
func changedEach[T any](list []T, edit func(*T) bool) []T {
	out, changed := slices.Clone(list), false
	for i := range out {
		changed = edit(&out[i]) || changed
	}
	if !changed {
		return list
	}
	return out
}

// Lines are the parked lines of a workshop, none where none is going on.
func (w *Workshop) Lines() []Parked {
	if w == nil {
		return nil
	}
	return w.Parked
}

// With are the accounts in scope, and those whose people take part besides.
func (w *Workshop) With() []AccountID {
	out := slices.Clip(w.Accounts)
	for _, p := range w.People {
		if p.Theirs && p.Account != "" && !slices.Contains(out, p.Account) {
			out = append(out, p.Account)
		}
	}
	return out
}

// Line is one thing of a plan's lists, by its words.
type Line struct{ ID, Text string }

// IsLine reports whether things of a kind stand in a list of the plan.
func IsLine(of EntityKind) bool {
	switch of {
	case OfObjective, OfAction, OfInsight, OfValue, OfPoint, OfRisk, OfReview, OfDecision:
		return true
	}
	return false
}

// LinesLike are the things of one of the plan's lists whose id or words a text is, else
// those that begin with it. Case does not count.
func (a *Account) LinesLike(of EntityKind, text string) []Line {
	var all []Line
	switch of {
	case OfObjective:
		all = linesOf(a.Objectives, func(o Objective) string { return o.Text })
	case OfAction:
		all = linesOf(a.Actions, actionText)
	case OfInsight:
		all = linesOf(a.Insights, func(n Insight) string { return n.Text })
	case OfValue:
		all = linesOf(a.Values, valueText)
	case OfPoint:
		all = linesOf(a.Points, pointText)
	case OfRisk:
		all = linesOf(a.Risks, func(r Risk) string { return r.Text })
	case OfReview:
		all = linesOf(a.Reviews, reviewText)
	case OfDecision:
		all = linesOf(a.Decisions, func(d Decision) string { return d.Text })
	}
	id := strings.TrimSpace(text)
	text = strings.ToLower(id)
	var exact, begin []Line
	for _, x := range all {
		switch words := strings.ToLower(x.Text); {
		case x.ID == id || words == text:
			exact = append(exact, x)
		case text != "" && strings.HasPrefix(words, text):
			begin = append(begin, x)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return begin
}

func linesOf[ID ~string, T entity[ID]](list []T, words func(T) string) []Line {
	var out []Line
	for _, x := range list {
		out = append(out, Line{string(x.id()), words(x)})
	}
	return out
}
