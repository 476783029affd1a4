package model

import (
	"sync"
)

// Directory finds the people and seats of an account by their ids without looking
// through all of them: for whoever asks about each in turn, of whom there may be
// thousands. It is of the account as it was when it was made.
type Directory struct {
	persons map[PersonID]*Person
	seats   map[SeatID]*Seat
	seatOf  map[PersonID]*Seat
}

// NewDirectory lists an account's people and seats.
func NewDirectory(a *Account) Directory {
	d := Directory{
		make(map[PersonID]*Person, len(a.Persons)),
		make(map[SeatID]*Seat, len(a.Seats)),
		make(map[PersonID]*Seat, len(a.Seats)),
	}
	for i := range a.Persons {
		if p := &a.Persons[i]; d.persons[p.ID] == nil {
			d.persons[p.ID] = p
		}
	}
	for i := range a.Seats {
		s := &a.Seats[i]
		if d.seats[s.ID] == nil {
			d.seats[s.ID] = s
		}
		if s.Person != "" && d.seatOf[s.Person] == nil {
			d.seatOf[s.Person] = s
		}
	}
	return d
}

// Person returns the person with the id, or nil.
func (d Directory) Person(id PersonID) *Person { return d.persons[id] }

// Seat returns the seat with the id, or nil.
func (d Directory) Seat(id SeatID) *Seat { return d.seats[id] }

// SeatOf returns the seat a person sits in, or nil.
func (d Directory) SeatOf(id PersonID) *Seat { return d.seatOf[id] }

// Called is what a seat is known by: its person, else its title.
func (d Directory) Called(s *Seat) string {
	if p := d.Person(s.Person); p != nil && p.Name != "" {
		return p.Name
	}
	return s.Title
}

// OnceListed gives an account's directory, made when it is first asked for.
func OnceListed(a *Account) func() Directory {
	return sync.OnceValue(func() Directory { return NewDirectory(a) })
}
