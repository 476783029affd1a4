package model

import (
	"slices"
)

// Versions of a portfolio that an older program wrote do not know of everything. That it
// is absent there says nothing, least of all that somebody took it away.

// Knows is how much a version of a portfolio can say: it is the minor number of the file.
type Knows int8

// What versions know.
const (
	KnowsFirst   Knows = iota // nothing of what follows
	KnowsSharing              // what the customer may read, decisions, whose people take part in a workshop
	KnowsPeriod               // the last 12 months, retention, sources of transactions; first promises, current values
	KnowsAll     = KnowsPeriod
)

// Older marks a portfolio as read from a version that an older program wrote.
func (p *Portfolio) Older(knows Knows) *Portfolio {
	q := *p
	q.lacks = KnowsAll - min(max(knows, KnowsFirst), KnowsAll)
	return &q
}

// CaughtUp is a version with what it does not know taken from another one; a version
// that knows it stays as it is.
func (p *Portfolio) CaughtUp(known *Portfolio) *Portfolio {
	if p.lacks == 0 || known == p {
		return p
	}
	knows := p.Knows()
	q := *p
	q.lacks, q.accounts = 0, slices.Clone(p.accounts)
	for i, a := range q.accounts {
		if from := known.Account(a.ID); from != nil {
			q.accounts[i] = CaughtUp(a, from, knows)
		}
	}
	if p.programme.Year == known.Programme().Year && known.Programme().LastTwelve {
		g := *p.programme
		g.LastTwelve, q.programme = true, &g
	}
	if knows >= KnowsSharing {
		return &q
	}
	if w, from := p.programme.Workshop, known.Programme().Workshop; w != nil && from != nil && w.Title == from.Title &&
		w.Day == from.Day {
		g, next := *q.programme, *w
		next.People = placed(w.People, from.People)
		g.Workshop, q.programme = &next, &g
	}
	return &q
}

// IsOlder reports whether Older marked it.
func (p *Portfolio) IsOlder() bool { return p.lacks > 0 }

// Knows is what the version it was read from can say.
func (p *Portfolio) Knows() Knows { return KnowsAll - p.lacks }

// CaughtUp is an account of an older version with what that does not know taken from
// another version of the account.
func CaughtUp(a, known *Account, knows Knows) *Account {
	b := *a
	if knows < KnowsPeriod {
		b.Retention, b.Transactions = known.Retention, sourced(a.Transactions, known.Transactions)
		caughtUpPlan(&b, known)
	}
	if knows >= KnowsSharing {
		return &b
	}
	b.Insights = ChangedEach(a.Insights, func(n *Insight) bool {
		from := ByID(known.Insights, n.ID)
		if from == nil || n.Shared == from.Shared {
			return false
		}
		n.Shared = from.Shared
		return true
	})
	b.Values = ChangedEach(a.Values, func(v *ValueLine) bool {
		from := ByID(known.Values, v.ID)
		if from == nil || v.Shared == from.Shared {
			return false
		}
		v.Shared = from.Shared
		return true
	})
	b.Decisions = known.Decisions
	b.Decisions = ChangedEach(b.Decisions, func(d *Decision) bool {
		was := d.Review
		d.Review = there(b.Reviews, d.Review)
		return d.Review != was
	})
	return &b
}

// caughtUpPlan takes what an older version does not know of a plan: the current value of
// an objective, and what became of the first promise of an action.
func caughtUpPlan(b, known *Account) {
	b.Objectives = ChangedEach(b.Objectives, func(o *Objective) bool {
		from := ByID(known.Objectives, o.ID)
		if from == nil || o.Current == from.Current && o.AsOf == from.AsOf {
			return false
		}
		o.Current, o.AsOf = from.Current, from.AsOf
		return true
	})
	b.Actions = ChangedEach(b.Actions, func(x *Action) bool {
		from := ByID(known.Actions, x.ID)
		if from == nil {
			return false
		}
		was := *x
		x.First, x.Postponed = from.First, from.Postponed
		if x.Status == from.Status {
			x.Dropped = from.Dropped
		}
		return *x != was
	})
}

// placed gives the customer's people the account that another version says.
func placed(people, known []Participant) []Participant {
	return ChangedEach(people, func(p *Participant) bool {
		i := slices.IndexFunc(known, func(x Participant) bool { return x.Initials == p.Initials })
		if i < 0 || !p.Theirs || p.Account != "" {
			return false
		}
		p.Account = known[i].Account
		return p.Account != ""
	})
}

// sourced gives transactions the sources that another version says.
func sourced(list, known []Transaction) []Transaction {
	sources := map[string]string{}
	for i := range known {
		if t := &known[i]; t.Source != "" {
			sources[t.Key] = t.Source
		}
	}
	if len(sources) == 0 {
		return list
	}
	return ChangedEach(list, func(t *Transaction) bool {
		was := t.Source
		if was == "" {
			t.Source = sources[t.Key]
		}
		return t.Source != was
	})
}
