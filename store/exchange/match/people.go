package match

import (
	"slices"
	"strings"

	"accord/model"
	"accord/store/exchange/cells"
)

// OneAccount is what a cell says of one account where some systems list several,
// the primary one first, or write the domain behind the name: "Acme (acme.com)".
func (b *Book) OneAccount(id, name string) (string, string) {
	id, _, _ = strings.Cut(id, ";")
	id = strings.TrimSpace(id)
	if name == "" || b.ByName[cells.Fold(name)] != "" {
		return id, name
	}
	first, _, _ := strings.Cut(name, ";")
	first = strings.TrimSpace(first)
	bare, domain, found := strings.Cut(first, " (")
	if found && strings.HasSuffix(domain, ")") && strings.Contains(domain, ".") && !strings.Contains(domain, " ") {
		first = bare
	}
	if first == "" {
		return id, name
	}
	return id, first
}

// Staff gives the account's people, indexed at first use.
func (d *Draft) Staff() *people {
	if d.people != nil {
		return d.people
	}
	p := &people{
		BySource: map[string]model.PersonID{},
		byEmail:  map[string]model.PersonID{},
		ByName:   map[string]model.PersonID{},
		Place:    map[model.PersonID]int{},
		seat:     map[model.PersonID]int{},
		Rows:     map[model.PersonID]Said{},
	}
	d.people = p
	for i := range d.Persons {
		p.Place[d.Persons[i].ID] = i
		p.Learn(&d.Persons[i])
	}
	for i := range d.Seats {
		if who := d.Seats[i].Person; who != "" {
			if _, sits := p.seat[who]; !sits {
				p.seat[who] = i
			}
		}
	}
	return p
}

// Learn makes a person known by id, address and name; who came first keeps them.
func (p *people) Learn(x *model.Person) {
	first := func(m map[string]model.PersonID, k string) {
		if k != "" && m[k] == "" {
			m[k] = x.ID
		}
	}
	first(p.BySource, string(x.ID))
	for _, s := range x.Sources {
		first(p.BySource, SourceKey(s.ID))
	}
	first(p.byEmail, strings.ToLower(x.Email))
	if x.Name != "" {
		first(p.ByName, cells.Fold(x.Name))
	}
}

// other reports whether two rows that seem to mean one person mean two: the
// other system gives them two ids, or two addresses, or one address to share.
func (s Said) other(t Said) bool {
	switch {
	case s.ID != "" && t.ID != "":
		return SourceKey(s.ID) != SourceKey(t.ID)
	case s.Email != "" && t.Email != "" && !strings.EqualFold(s.Email, t.Email):
		return true
	}
	return s.Name != "" && t.Name != "" && cells.Fold(s.Name) != cells.Fold(t.Name)
}

// FindPerson looks a person up by source id, then address, then name; -1 is
// nobody known.
func (d *Draft) FindPerson(row Said) int {
	p := d.Staff()
	if who := p.BySource[SourceKey(row.ID)]; row.ID != "" && who != "" {
		return p.Place[who]
	}
	var tries []model.PersonID
	if row.Name != "" {
		tries = append(tries, p.ByName[cells.Fold(row.Name)])
	}
	if row.Email != "" {
		tries = append([]model.PersonID{p.byEmail[strings.ToLower(row.Email)]}, tries...)
	}
	for _, who := range tries {
		if who == "" {
			continue
		}
		i, sys := p.Place[who], System(row.ID)
		if before, ok := p.Rows[who]; ok && row.other(before) {
			continue
		}
		if sys != "" && slices.ContainsFunc(d.Persons[i].Sources, func(s model.SourceID) bool { return s.System == sys }) {
			continue
		}
		return i
	}
	return -1
}

// AddPerson adds a person to the account.
func (d *Draft) AddPerson(x model.Person) int {
	p := d.Staff()
	d.Persons = append(d.Persons, x)
	i := len(d.Persons) - 1
	p.Place[x.ID] = i
	return i
}

// Superiors are the places of the seats' superiors. Whoever sets one says so here.
func (d *Draft) Superiors() []int {
	p := d.Staff()
	if len(p.above) == len(d.Seats) {
		return p.above
	}
	place := make(map[model.SeatID]int, len(d.Seats))
	for i := range d.Seats {
		place[d.Seats[i].ID] = i
	}
	p.above = make([]int, len(d.Seats))
	for i := range d.Seats {
		p.above[i] = -1
		if at, ok := place[d.Seats[i].ReportsTo]; ok && d.Seats[i].ReportsTo != "" {
			p.above[i] = at
		}
	}
	return p.above
}

// SeatOf gives the place of a person's seat, adding one when they have none.
func (d *Draft) SeatOf(who model.PersonID, newID func() string) int {
	p := d.Staff()
	if i, ok := p.seat[who]; ok {
		return i
	}
	d.Seats = append(d.Seats, model.Seat{ID: model.SeatID(newID()), Person: who})
	p.seat[who] = len(d.Seats) - 1
	return len(d.Seats) - 1
}

// people finds the persons of one account as the file names them.
type people struct {
	BySource, byEmail, ByName map[string]model.PersonID
	Place                     map[model.PersonID]int  // in Persons
	seat                      map[model.PersonID]int  // in Seats
	Rows                      map[model.PersonID]Said // the file's last row about them
	above                     []int                   // by the place of a seat, that of its superior, -1 for none
}

// Said is how one row of the file names a person.
type Said struct{ ID, Email, Name string }
