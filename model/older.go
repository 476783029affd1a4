package model

import (
	"slices"
)

// Versions of a portfolio that an older program wrote do not know of everything: what
// the customer may read of value lines, goals and decisions, and whose people take part
// in a workshop. That it is absent there says nothing, least of all that somebody took
// it away.

// Older marks a portfolio as read from a version that an older program wrote.
func (p *Portfolio) Older() *Portfolio {
	q := *p
	q.older = true
	return &q
}

// CaughtUp is a version with what it does not know taken from another one; a version
// that knows it stays as it is.
func (p *Portfolio) CaughtUp(known *Portfolio) *Portfolio {
	if !p.older || known == p {
		return p
	}
	q := *p
	q.older, q.accounts = false, slices.Clone(p.accounts)
	for i, a := range q.accounts {
		if from := known.Account(a.ID); from != nil {
			q.accounts[i] = CaughtUp(a, from)
		}
	}
	if w, from := p.programme.Workshop, known.Programme().Workshop; w != nil && from != nil && w.Title == from.Title &&
		w.Day == from.Day {
		g, next := *p.programme, *w
		next.People = placed(w.People, from.People)
		g.Workshop, q.programme = &next, &g
	}
	return &q
}

// IsOlder reports whether Older marked it.
func (p *Portfolio) IsOlder() bool { return p.older }

// CaughtUp is an account of an older version with what that does not know taken from
// another version of the account.
func CaughtUp(a, known *Account) *Account {
	b := *a
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
