package model

import (
	"slices"
)

// Tidy drops references to what is not there.
func (a *Account) Tidy(g *Programme) {
	for _, id := range []*MemberID{&a.Manager, &a.Sponsor} {
		if g.Member(*id) == nil {
			*id = ""
		}
	}
	who := NewDirectory(a)
	a.Ties = Kept(a.Ties, func(t Tie) bool { return g.Member(t.Ours) != nil && who.Person(t.Theirs) != nil })
	for _, o := range a.Objectives {
		was := o
		o.Cites, o.Uses = there(a.Points, o.Cites), there(a.Points, o.Uses)
		if o != was {
			a.Objectives = Put(a.Objectives, o)
		}
	}
	for _, x := range a.Actions {
		was := x
		x.Objective, x.After = there(a.Objectives, x.Objective), there(a.Actions, x.After)
		x.Person, x.Value = there(a.Persons, x.Person), there(a.Values, x.Value)
		if x != was {
			a.Actions = Put(a.Actions, x)
		}
	}
	for _, x := range a.Decisions {
		was := x
		if x.Review = there(a.Reviews, x.Review); x != was {
			a.Decisions = Put(a.Decisions, x)
		}
	}
}

// TidyMap is tidy for the map of people.
func (a *Account) TidyMap() {
	who, seats := NewDirectory(a), []Seat(nil)
	for i, s := range a.Seats {
		was := s
		s.ReportsTo, s.Person = whoIsThere(who, s)
		if s.ReportsTo != was.ReportsTo || s.Person != was.Person {
			if seats == nil {
				seats = slices.Clone(a.Seats)
			}
			seats[i] = s
		}
	}
	if seats != nil {
		a.Seats = seats
	}
	a.Edges = Kept(a.Edges, func(e Edge) bool { return who.Person(e.From) != nil && who.Person(e.To) != nil })
}

// whoIsThere are a seat's superior and its person, none for those who are gone.
func whoIsThere(who Directory, s Seat) (SeatID, PersonID) {
	if who.Seat(s.ReportsTo) == nil {
		s.ReportsTo = ""
	}
	if who.Person(s.Person) == nil {
		s.Person = ""
	}
	return s.ReportsTo, s.Person
}
