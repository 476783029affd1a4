package model

import (
	"slices"
	"strings"
)

// Take fills what p lacks from another entry of the same person.
func (p *Person) Take(other *Person) {
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

func (a *Account) MergeSeats(keep, gone PersonID, today Date) {
	first, second := a.SeatOf(keep), a.SeatOf(gone)
	if second == nil {
		return
	}
	s := *second
	switch {
	case first == nil:
		s.Person = keep
		a.Seats = Put(a.Seats, s)
	case strings.EqualFold(strings.TrimSpace(first.Title), strings.TrimSpace(s.Title)) && !a.below(first.ID, s.ID):
		to := first.ID
		a.Seats = Without(a.Seats, s.ID)
		for i := range a.Seats {
			if a.Seats[i].ReportsTo == s.ID {
				a.Seats[i].ReportsTo = to
			}
		}
	default:
		s.Person, s.Vacant = "", true
		s.Past = append(slices.Clip(s.Past), Tenure{Person: keep, To: today})
		a.Seats = Put(a.Seats, s)
	}
}

// DropPerson removes a person with ties and relations; a must be a draft's copy.
func (a *Account) DropPerson(id PersonID) {
	a.Persons = Without(a.Persons, id)
	a.Ties = slices.DeleteFunc(slices.Clone(a.Ties), func(t Tie) bool { return t.Theirs == id })
	a.Edges = slices.DeleteFunc(slices.Clone(a.Edges), func(e Edge) bool { return e.From == id || e.To == id })
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
