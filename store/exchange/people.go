package exchange

import (
	"slices"
	"strings"

	"accord/model"
	"accord/store/exchange/cells"
)

// oneAccount is what a cell says of one account where some systems list several,
// the primary one first, or write the domain behind the name: "Acme (acme.com)".
func (b *book) oneAccount(id, name string) (string, string) {
	id, _, _ = strings.Cut(id, ";")
	id = strings.TrimSpace(id)
	if name == "" || b.byName[cells.Fold(name)] != "" {
		return id, name
	}
	first, _, _ := strings.Cut(name, ";")
	first = strings.TrimSpace(first)
	if bare, domain, found := strings.Cut(first, " ("); found && strings.HasSuffix(domain, ")") && strings.Contains(domain, ".") && !strings.Contains(domain, " ") {
		first = bare
	}
	if first == "" {
		return id, name
	}
	return id, first
}

// staff gives the account's people, indexed at first use.
func (d *draft) staff() *people {
	if d.people != nil {
		return d.people
	}
	p := &people{bySource: map[string]model.PersonID{}, byEmail: map[string]model.PersonID{}, byName: map[string]model.PersonID{},
		place: map[model.PersonID]int{}, seat: map[model.PersonID]int{}, rows: map[model.PersonID]said{}}
	d.people = p
	for i := range d.Persons {
		p.place[d.Persons[i].ID] = i
		p.learn(&d.Persons[i])
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

// learn makes a person known by id, address and name; who came first keeps them.
func (p *people) learn(x *model.Person) {
	first := func(m map[string]model.PersonID, k string) {
		if k != "" && m[k] == "" {
			m[k] = x.ID
		}
	}
	first(p.bySource, string(x.ID))
	for _, s := range x.Sources {
		first(p.bySource, sourceKey(s.ID))
	}
	first(p.byEmail, strings.ToLower(x.Email))
	if x.Name != "" {
		first(p.byName, cells.Fold(x.Name))
	}
}

// other reports whether two rows that seem to mean one person mean two: the
// other system gives them two ids, or two addresses, or one address to share.
func (s said) other(t said) bool {
	switch {
	case s.id != "" && t.id != "":
		return sourceKey(s.id) != sourceKey(t.id)
	case s.email != "" && t.email != "" && !strings.EqualFold(s.email, t.email):
		return true
	}
	return s.name != "" && t.name != "" && cells.Fold(s.name) != cells.Fold(t.name)
}

// findPerson looks a person up by source id, then address, then name; -1 is
// nobody known.
func (d *draft) findPerson(row said) int {
	p := d.staff()
	if who := p.bySource[sourceKey(row.id)]; row.id != "" && who != "" {
		return p.place[who]
	}
	var tries []model.PersonID
	if row.name != "" {
		tries = append(tries, p.byName[cells.Fold(row.name)])
	}
	if row.email != "" {
		tries = append([]model.PersonID{p.byEmail[strings.ToLower(row.email)]}, tries...)
	}
	for _, who := range tries {
		if who == "" {
			continue
		}
		i, sys := p.place[who], system(row.id)
		if before, ok := p.rows[who]; ok && row.other(before) {
			continue
		}
		if sys != "" && slices.ContainsFunc(d.Persons[i].Sources, func(s model.SourceID) bool { return s.System == sys }) {
			continue
		}
		return i
	}
	return -1
}

// addPerson adds a person to the account.
func (d *draft) addPerson(x model.Person) int {
	p := d.staff()
	d.Persons = append(d.Persons, x)
	i := len(d.Persons) - 1
	p.place[x.ID] = i
	return i
}

// superiors are the places of the seats' superiors. Whoever sets one says so here.
func (d *draft) superiors() []int {
	p := d.staff()
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

// seatOf gives the place of a person's seat, adding one when they have none.
func (d *draft) seatOf(who model.PersonID, newID func() string) int {
	p := d.staff()
	if i, ok := p.seat[who]; ok {
		return i
	}
	d.Seats = append(d.Seats, model.Seat{ID: model.SeatID(newID()), Person: who})
	p.seat[who] = len(d.Seats) - 1
	return len(d.Seats) - 1
}
