package model

import (
	"encoding/json"
	"slices"
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
func (a *Account) decision(id DecisionID) *Decision { return ByID(a.Decisions, id) }

// Decision returns the decision with the id, or nil.
func (a *Account) Decision(id DecisionID) *Decision { return a.decision(id) }

// Unshare makes everything of an account ours alone again, and drops what was decided:
// a decision is of one account.
func (a *Account) Unshare() {
	a.Objectives = ChangedEach(a.Objectives, func(o *Objective) bool { was := o.Shared; o.Shared = false; return was })
	a.Actions = ChangedEach(a.Actions, func(x *Action) bool { was := x.Shared; x.Shared = false; return was })
	a.Insights = ChangedEach(
		a.Insights,
		func(n *Insight) bool { was := n.Shared; n.Shared = Undecided; return was != Undecided },
	)
	a.Values = ChangedEach(
		a.Values,
		func(v *ValueLine) bool { was := v.Shared; v.Shared = Undecided; return was != Undecided },
	)
	a.Decisions = nil
}

// ChangedEach is the list after an edit of each element; one that changes nothing is the
// same list.
func ChangedEach[T any](list []T, edit func(*T) bool) []T {
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
