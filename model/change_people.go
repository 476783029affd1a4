package model

import (
	"slices"
	"strings"
)

// AddSeat adds a place to the customer's organisation. Title may be empty when
// Person is named; Name "" leaves a placeholder ("unknown CFO").
type AddSeat struct {
	Account   AccountID
	ID        SeatID
	Title     string
	ReportsTo SeatID
	Person    PersonID // fresh, used when Name is given
	Name      string
}

// Label implements Change.
func (c AddSeat) Label() string { return strings.TrimSpace("add seat " + c.Title + " " + c.Name) }

// Where implements Change.
func (c AddSeat) Where() Place { return Place{c.Account, string(c.ID)} }

func (c AddSeat) apply(d *draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	title, name := strings.TrimSpace(c.Title), strings.TrimSpace(c.Name)
	if title == "" && name == "" {
		return problem("seat", "Type a title such as CFO, or a name.", "a seat needs a title or a person")
	}
	if c.ReportsTo != "" && a.Seat(c.ReportsTo) == nil {
		return problem("reports to", "", "that seat is gone")
	}
	s := Seat{ID: c.ID, Title: title, ReportsTo: c.ReportsTo, Function: GuessFunction(title)}
	if name != "" {
		s.Person = c.Person
		a.Persons = put(a.Persons, Person{ID: c.Person, Name: name, Since: d.today})
	}
	a.Seats = put(a.Seats, s)
	return nil
}

// RemoveSeat deletes a seat and the person in it with their ties. Those who
// reported to it report to its own superior from then on.
type RemoveSeat struct {
	Account AccountID
	Seat    SeatID
}

// Label implements Change.
func (c RemoveSeat) Label() string { return "delete seat" }

// Where implements Change.
func (c RemoveSeat) Where() Place { return Place{c.Account, string(c.Seat)} }

func (c RemoveSeat) apply(d *draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	s := a.Seat(c.Seat)
	if s == nil {
		return problem("seat", "", "that seat is gone already")
	}
	gone := *s
	seats := without(a.Seats, gone.ID)
	for i := range seats {
		if seats[i].ReportsTo == gone.ID {
			seats[i].ReportsTo = gone.ReportsTo
		}
	}
	a.Seats = seats
	if gone.Person != "" {
		a.dropPerson(gone.Person)
	}
	return nil
}

// dropPerson removes a person with ties and relations; a must be a draft's copy.
func (a *Account) dropPerson(id PersonID) {
	a.Persons = without(a.Persons, id)
	a.Ties = slices.DeleteFunc(slices.Clone(a.Ties), func(t Tie) bool { return t.Theirs == id })
	a.Edges = slices.DeleteFunc(slices.Clone(a.Edges), func(e Edge) bool { return e.From == id || e.To == id })
}

// MoveSeat makes a seat report to another; "" is the top. A seat cannot report
// to somebody below itself.
type MoveSeat struct {
	Account AccountID
	Seat    SeatID
	To      SeatID
}

// Label implements Change.
func (c MoveSeat) Label() string { return "move seat" }

// Where implements Change.
func (c MoveSeat) Where() Place { return Place{c.Account, string(c.Seat)} }

func (c MoveSeat) apply(d *draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	s := a.Seat(c.Seat)
	if s == nil || c.To != "" && a.Seat(c.To) == nil {
		return problem("reports to", "", "that seat is gone")
	}
	for up, n := c.To, 0; up != "" && n <= len(a.Seats); n++ {
		if up == c.Seat {
			return problem("reports to", "Move the other one first.", "%s would report to itself", seatName(a, s))
		}
		boss := a.Seat(up)
		if boss == nil {
			break
		}
		up = boss.ReportsTo
	}
	moved := *s
	moved.ReportsTo = c.To
	a.Seats = put(a.Seats, moved)
	return nil
}

func seatName(a *Account, s *Seat) string {
	if p := a.Person(s.Person); p != nil && p.Name != "" {
		return p.Name
	}
	return s.Title
}

// SeatPerson puts a named person into a seat that has none, or renames the one
// who sits there. With Leave the sitting person goes and the seat is vacant.
type SeatPerson struct {
	Account AccountID
	Seat    SeatID
	Person  PersonID // fresh, used when the seat has nobody
	Name    string
	Leave   bool
}

// Label implements Change.
func (c SeatPerson) Label() string {
	if c.Leave {
		return "vacate seat"
	}
	return "name " + c.Name
}

// Where implements Change.
func (c SeatPerson) Where() Place { return Place{c.Account, string(c.Seat)} }

func (c SeatPerson) apply(d *draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	s := a.Seat(c.Seat)
	if s == nil {
		return problem("seat", "", "that seat is gone")
	}
	seat, sitting := *s, a.Person(s.Person)
	switch name := strings.TrimSpace(c.Name); {
	case c.Leave && sitting != nil:
		seat.Past = append(slices.Clip(seat.Past), Tenure{sitting.ID, sitting.Since, d.today})
		seat.Person, seat.Vacant = "", true
	case c.Leave:
		seat.Vacant = !seat.Vacant
	case name == "":
		return problem("name", "Press x to leave the seat vacant.", "a person needs a name")
	case sitting != nil:
		p := *sitting
		p.Name = name
		a.Persons = put(a.Persons, p)
	default:
		seat.Person, seat.Vacant = c.Person, false
		a.Persons = put(a.Persons, Person{ID: c.Person, Name: name, Since: d.today})
	}
	a.Seats = put(a.Seats, seat)
	return nil
}

// SetTie sets the standing one of ours has with one of theirs; TieNone without a
// target removes the tie. Touch marks contact today.
type SetTie struct {
	Account AccountID
	ID      TieID // fresh, used when there is no tie yet
	Ours    MemberID
	Theirs  PersonID
	Level   TieLevel
	Touch   bool
}

// Label implements Change.
func (c SetTie) Label() string {
	if c.Touch {
		return "met today"
	}
	if c.Level == TieNone {
		return "remove tie"
	}
	return "tie: " + c.Level.String()
}

// Where implements Change.
func (c SetTie) Where() Place { return Place{c.Account, string(c.Theirs)} }
func (c SetTie) group() (string, bool) {
	return "tie " + string(c.Account) + string(c.Ours) + string(c.Theirs), false
}

func (c SetTie) apply(d *draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	if a.Person(c.Theirs) == nil {
		return problem("tie", "Press n to name who sits there.", "nobody is named in this seat yet")
	}
	if d.program().Member(c.Ours) == nil {
		return problem("tie", "", "that member of our team is gone")
	}
	t := Tie{ID: c.ID, Ours: c.Ours, Theirs: c.Theirs}
	if old := a.Tie(c.Ours, c.Theirs); old != nil {
		t = *old
	}
	if c.Touch {
		t.LastContact = d.today
		if t.Level == TieNone {
			t.Level = Vendor
		}
	} else {
		t.Level = c.Level // when we last met is a fact of its own: it stays as it was
	}
	if t.Level == TieNone && t.Target == TieNone {
		a.Ties = without(a.Ties, t.ID)
		return nil
	}
	a.Ties = put(a.Ties, t)
	return nil
}

// GuessFunction reads a business function off a job title; unknown when the
// title says nothing.
func GuessFunction(title string) Function {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return strings.ContainsRune(" ,/-.()&", r) })
	for _, g := range functionWords {
		for _, w := range words {
			if slices.Contains(g.words, w) {
				return g.f
			}
		}
	}
	return FunctionUnknown
}

// functionWords is asked in order: a chief financial officer is C-level first.
var functionWords = []struct {
	f     Function
	words []string
}{
	{CLevel, []string{"ceo", "cfo", "coo", "cto", "cio", "cpo", "cmo", "chro", "chief", "president", "chairman", "chairwoman", "מנכ״ל", "מנכ\"ל", "סמנכ״ל"}},
	{Procurement, []string{"procurement", "purchasing", "buyer", "sourcing", "category", "רכש"}},
	{Sales, []string{"sales", "commercial", "account", "מכירות"}},
	{Marketing, []string{"marketing", "brand", "שיווק"}},
	{RnD, []string{"research", "development", "engineering", "technology", "r", "innovation", "פיתוח"}},
	{Operations, []string{"operations", "plant", "production", "manufacturing", "factory", "תפעול", "ייצור"}},
	{Finance, []string{"finance", "financial", "controller", "treasurer", "accounting", "כספים"}},
	{HR, []string{"hr", "human", "people", "talent"}},
	{IT, []string{"it", "information", "systems", "digital", "data"}},
	{Logistics, []string{"logistics", "supply", "warehouse", "service", "support", "לוגיסטיקה"}},
	{Legal, []string{"legal", "counsel", "compliance"}},
}
