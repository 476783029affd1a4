package model

import (
	"slices"
	"strings"
)

// MergePersons makes two entries for one of theirs into one: what the kept one
// lacks comes from the other, ties of one of ours become the higher and the later,
// relations move over. A second seat of the same title goes, those below it report
// to the first; one of another title becomes vacant.
type MergePersons struct {
	Account    AccountID
	Keep, Gone PersonID
}

// Label implements Change.
func (c MergePersons) Label() string { return "merge two people" }

// Where implements Change.
func (c MergePersons) Where() Place { return Place{c.Account, string(c.Keep)} }

func (c MergePersons) apply(d *draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	keep, gone := a.Person(c.Keep), a.Person(c.Gone)
	if keep == nil || gone == nil || c.Keep == c.Gone {
		return problem("merge", "Choose two people of this account.", "there are no two people to merge")
	}
	p := *keep
	p.take(gone)
	a.Persons = put(without(a.Persons, c.Gone), p)
	a.Ties = mergedTies(a.Ties, c.Keep, c.Gone)
	a.Edges = mergedEdges(a.Edges, c.Keep, c.Gone)
	a.mergeSeats(c.Keep, c.Gone, d.today)
	for _, x := range a.Actions {
		if x.Person == c.Gone {
			x.Person = c.Keep
			a.Actions = put(a.Actions, x)
		}
	}
	return nil
}

// take fills what p lacks from another entry of the same person.
func (p *Person) take(other *Person) {
	for _, f := range []struct{ to, from *string }{{&p.Email, &other.Email}, {&p.Phone, &other.Phone}, {&p.Cares, &other.Cares}} {
		if *f.to == "" {
			*f.to = *f.from
		}
	}
	if other.Notes != "" && other.Notes != p.Notes {
		p.Notes = strings.TrimSpace(p.Notes + "\n" + other.Notes)
	}
	if !p.Support.Known {
		p.Support = other.Support
	}
	p.Coverage = max(p.Coverage, other.Coverage)
	if p.Adaptability == AdaptabilityUnknown {
		p.Adaptability = other.Adaptability
	}
	if p.Orientation == OrientationUnknown {
		p.Orientation = other.Orientation
	}
	p.Confirmed = p.Confirmed || other.Confirmed
	if p.LastActivity.Before(other.LastActivity) {
		p.LastActivity = other.LastActivity
	}
	for _, s := range other.Sources {
		if !slices.Contains(p.Sources, s) {
			p.Sources = append(slices.Clip(p.Sources), s)
		}
	}
}

func mergedTies(ties []Tie, keep, gone PersonID) []Tie {
	var out []Tie
	for _, t := range ties {
		if t.Theirs == gone {
			t.Theirs = keep
		}
		i := slices.IndexFunc(out, func(o Tie) bool { return o.Ours == t.Ours && o.Theirs == t.Theirs })
		if i < 0 {
			out = append(out, t)
			continue
		}
		o := &out[i]
		o.Level, o.Target, o.Cadence = max(o.Level, t.Level), max(o.Target, t.Target), max(o.Cadence, t.Cadence)
		if o.LastContact.Before(t.LastContact) {
			o.LastContact = t.LastContact
		}
	}
	return out
}

func mergedEdges(edges []Edge, keep, gone PersonID) []Edge {
	var out []Edge
	for _, e := range edges {
		if e.From == gone {
			e.From = keep
		}
		if e.To == gone {
			e.To = keep
		}
		twice := slices.ContainsFunc(out, func(o Edge) bool { return o.Kind == e.Kind && o.From == e.From && o.To == e.To })
		if e.From != e.To && !twice {
			out = append(out, e)
		}
	}
	return out
}

func (a *Account) mergeSeats(keep, gone PersonID, today Date) {
	first, second := a.SeatOf(keep), a.SeatOf(gone)
	if second == nil {
		return
	}
	s := *second
	switch {
	case first == nil:
		s.Person = keep
		a.Seats = put(a.Seats, s)
	case strings.EqualFold(strings.TrimSpace(first.Title), strings.TrimSpace(s.Title)) && !a.below(first.ID, s.ID):
		to := first.ID
		a.Seats = without(a.Seats, s.ID)
		for i := range a.Seats {
			if a.Seats[i].ReportsTo == s.ID {
				a.Seats[i].ReportsTo = to
			}
		}
	default:
		s.Person, s.Vacant = "", true
		s.Past = append(slices.Clip(s.Past), Tenure{Person: keep, To: today})
		a.Seats = put(a.Seats, s)
	}
}

// below reports whether one seat reports to another, directly or through others: it
// cannot take the reports of that one, or it would report to itself in the end.
func (a *Account) below(seat, boss SeatID) bool {
	for at, n := a.Seat(seat), 0; at != nil && n <= len(a.Seats); at, n = a.Seat(at.ReportsTo), n+1 {
		if at.ReportsTo == boss {
			return true
		}
	}
	return false
}
