package edit

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
)

// AddSeat adds a place to the customer's organisation. Title may be empty when
// Person is named; Name "" leaves a placeholder ("unknown CFO").
type AddSeat struct {
	Account   model.AccountID
	ID        model.SeatID
	Title     string
	ReportsTo model.SeatID
	Person    model.PersonID // fresh, used when Name is given
	Name      string
}

// Label implements Change.
func (c AddSeat) Label() words.Msg {
	if name := strings.TrimSpace(c.Name); name != "" {
		return words.New("edit.add-seat", c.Title, name)
	}
	return words.New("edit.add-seat-empty", c.Title)
}

// Where implements Change.
func (c AddSeat) Where() Place { return Place{c.Account, string(c.ID)} }

func (c AddSeat) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	title, name := strings.TrimSpace(c.Title), strings.TrimSpace(c.Name)
	if title == "" && name == "" {
		return model.Refuse("seat", words.T("edit.type-title-such-as-cfo"), words.T("edit.seat-needs-title-or-person"))
	}
	if c.ReportsTo != "" && a.Seat(c.ReportsTo) == nil {
		return model.Refuse(words.T("edit.reports-to"), "", words.T("edit.seat-gone"))
	}
	s := model.Seat{ID: c.ID, Title: title, ReportsTo: c.ReportsTo, Function: GuessFunction(title)}
	if name != "" {
		s.Person = c.Person
		a.Persons = model.Put(a.Persons, model.Person{ID: c.Person, Name: name, Since: d.today})
	}
	a.Seats = model.Put(a.Seats, s)
	return nil
}

// RemoveSeat deletes a seat and the person in it with their ties. Those who
// reported to it report to its own superior from then on.
type RemoveSeat struct {
	Account model.AccountID
	Seat    model.SeatID
}

// Label implements Change.
func (c RemoveSeat) Label() words.Msg { return words.New("edit.delete-seat") }

// Where implements Change.
func (c RemoveSeat) Where() Place { return Place{c.Account, string(c.Seat)} }

func (c RemoveSeat) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	s := a.Seat(c.Seat)
	if s == nil {
		return model.Refuse("seat", "", words.T("edit.seat-gone-already"))
	}
	gone := *s
	seats := model.Without(a.Seats, gone.ID)
	for i := range seats {
		if seats[i].ReportsTo == gone.ID {
			seats[i].ReportsTo = gone.ReportsTo
		}
	}
	a.Seats = seats
	if gone.Person != "" {
		a.DropPerson(gone.Person)
	}
	return nil
}

// MoveSeat makes a seat report to another; "" is the top. A seat cannot report
// to somebody below itself.
type MoveSeat struct {
	Account model.AccountID
	Seat    model.SeatID
	To      model.SeatID
}

// Label implements Change.
func (c MoveSeat) Label() words.Msg { return words.New("edit.move-seat") }

// Where implements Change.
func (c MoveSeat) Where() Place { return Place{c.Account, string(c.Seat)} }

func (c MoveSeat) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	s := a.Seat(c.Seat)
	if s == nil || c.To != "" && a.Seat(c.To) == nil {
		return model.Refuse(words.T("edit.reports-to"), "", words.T("edit.seat-gone"))
	}
	for up, n := c.To, 0; up != "" && n <= len(a.Seats); n++ {
		if up == c.Seat {
			return model.Refuse(
				words.T("edit.reports-to"),
				words.T("edit.move-other-one-first"),
				words.T("edit.would-report-itself", model.SeatName(a, s)),
			)
		}
		boss := a.Seat(up)
		if boss == nil {
			break
		}
		up = boss.ReportsTo
	}
	moved := *s
	moved.ReportsTo = c.To
	a.Seats = model.Put(a.Seats, moved)
	return nil
}

// SeatPerson puts a named person into a seat that has none, or renames the one
// who sits there. With Leave the sitting person goes and the seat is vacant.
type SeatPerson struct {
	Account model.AccountID
	Seat    model.SeatID
	Person  model.PersonID // fresh, used when the seat has nobody
	Name    string
	Leave   bool
}

// Label implements Change.
func (c SeatPerson) Label() words.Msg {
	if c.Leave {
		return words.New("edit.vacate-seat")
	}
	return words.New("edit.name", c.Name)
}

// Where implements Change.
func (c SeatPerson) Where() Place { return Place{c.Account, string(c.Seat)} }

func (c SeatPerson) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	s := a.Seat(c.Seat)
	if s == nil {
		return model.Refuse("seat", "", words.T("edit.seat-gone"))
	}
	seat, sitting := *s, a.Person(s.Person)
	switch name := strings.TrimSpace(c.Name); {
	case c.Leave && sitting != nil:
		seat.Past = append(slices.Clip(seat.Past), model.Tenure{Person: sitting.ID, From: sitting.Since, To: d.today})
		seat.Person, seat.Vacant = "", true
	case c.Leave:
		seat.Vacant = !seat.Vacant
	case name == "":
		return model.Refuse("name", words.T("edit.press-x-leave-seat-vacant"), words.T("edit.person-needs-name"))
	case sitting != nil:
		p := *sitting
		p.Name = name
		a.Persons = model.Put(a.Persons, p)
	default:
		seat.Person, seat.Vacant = c.Person, false
		a.Persons = model.Put(a.Persons, model.Person{ID: c.Person, Name: name, Since: d.today})
	}
	a.Seats = model.Put(a.Seats, seat)
	return nil
}

// SetTie sets the standing one of ours has with one of theirs; TieNone without a
// target removes the tie. Touch marks contact today.
type SetTie struct {
	Account model.AccountID
	ID      model.TieID // fresh, used when there is no tie yet
	Ours    model.MemberID
	Theirs  model.PersonID
	Level   model.TieLevel
	Touch   bool
}

// Label implements Change.
func (c SetTie) Label() words.Msg {
	if c.Touch {
		return words.New("edit.met-today")
	}
	if c.Level == model.TieNone {
		return words.New("edit.remove-tie")
	}
	return words.New("edit.tie", words.WordOf(c.Level.String()))
}

// Where implements Change.
func (c SetTie) Where() Place { return Place{c.Account, string(c.Theirs)} }
func (c SetTie) Group() (string, bool) {
	return "tie " + string(c.Account) + string(c.Ours) + string(c.Theirs), false
}

func (c SetTie) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	if a.Person(c.Theirs) == nil {
		return model.Refuse("tie", words.T("edit.press-n-name-who-sits"), words.T("edit.nobody-named-this-seat-yet"))
	}
	if d.program().Member(c.Ours) == nil {
		return model.Refuse("tie", "", words.T("edit.member-our-team-gone"))
	}
	t := model.Tie{ID: c.ID, Ours: c.Ours, Theirs: c.Theirs}
	if old := a.Tie(c.Ours, c.Theirs); old != nil {
		t = *old
	}
	if c.Touch {
		t.LastContact = d.today
		if t.Level == model.TieNone {
			t.Level = model.Vendor
		}
	} else {
		t.Level = c.Level // when we last met is a fact of its own: it stays as it was
	}
	if t.Level == model.TieNone && t.Target == model.TieNone {
		a.Ties = model.Without(a.Ties, t.ID)
		return nil
	}
	a.Ties = model.Put(a.Ties, t)
	return nil
}

// GuessFunction reads a business function off a job title; unknown when the
// title says nothing.
func GuessFunction(title string) model.Function {
	wording := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return strings.ContainsRune(" ,/-.()&", r) })
	for _, g := range functionWords {
		for _, w := range wording {
			if slices.Contains(g.words, w) {
				return g.f
			}
		}
	}
	return model.FunctionUnknown
}

// functionWords is asked in order: a chief financial officer is C-level first.
var functionWords = []struct {
	f     model.Function
	words []string
}{
	{model.CLevel, []string{"ceo", "cfo", "coo", "cto", "cio", "cpo", "cmo", "chro", "chief", "president", "chairman", "chairwoman", "מנכ״ל", "מנכ\"ל", "סמנכ״ל"}},
	{model.Procurement, []string{"procurement", "purchasing", "buyer", "sourcing", "category", "רכש"}},
	{model.Sales, []string{"sales", "commercial", "account", "מכירות"}},
	{model.Marketing, []string{"marketing", "brand", "שיווק"}},
	{model.RnD, []string{"research", "development", "engineering", "technology", "r", "innovation", "פיתוח"}},
	{model.Operations, []string{"operations", "plant", "production", "manufacturing", "factory", "תפעול", "ייצור"}},
	{model.Finance, []string{"finance", "financial", "controller", "treasurer", "accounting", "כספים"}},
	{model.HR, []string{"hr", "human", "people", "talent"}},
	{model.IT, []string{"it", "information", "systems", "digital", "data"}},
	{model.Logistics, []string{"logistics", "supply", "warehouse", "service", "support", "לוגיסטיקה"}},
	{model.Legal, []string{"legal", "counsel", "compliance"}},
}
