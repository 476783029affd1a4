package edit

import (
	"accord/model"
	"accord/model/words"
)

// EntityKind is the sort of thing a field belongs to.
type EntityKind uint8

// What fields belong to.
const (
	OfAccount EntityKind = iota
	OfProgramme
	OfMember
	OfSeat
	OfPerson
	OfTie
	OfObjective
	OfAction
	OfInsight
	OfValue
	OfPoint
	OfRisk
	OfReview
	OfCell
	OfDecision
)

func (k EntityKind) String() string {
	return [...]string{"account", "programme", "member", "seat", "person", "tie", "objective", "action", "insight", "value line", "point", "risk", "review", "cell", "decision"}[k]
}

// Key begins the keys of the fields of such a thing: the same in every language.
func (k EntityKind) Key() string {
	return [...]string{"account", "programme", "member", "seat", "person", "tie", "objective", "action", "insight", "value",
		"point", "risk", "review", "cell", "decision"}[k]
}

// One is such a thing in a sentence: an account, the programme.
func (k EntityKind) One() string {
	switch k {
	case OfProgramme:
		return words.T("edit.the-programme")
	case OfMember:
		return words.T("edit.member-our-team")
	case OfAccount, OfObjective, OfAction, OfInsight:
		return words.T("edit.an", words.WordOf(k.String()))
	}
	return words.T("edit.a", words.WordOf(k.String()))
}

// FieldKind says how a field is typed in and shown.
type FieldKind uint8

// The kinds of fields.
const (
	Text FieldKind = iota
	LongText
	Choice
	Amount
	Percent
	Whole
	Day
	Grade // a level 0..5 of a factor
	Tags
	YesNo
	Link // another record, named by its words
	Decimal
)

func (k FieldKind) String() string {
	return [...]string{"text", "long text", "choice", "money", "percent", "number", "date", "level", "tags", "yes/no", "link", "decimal"}[k]
}

// Field is one row of the registry of fields: everything the editor, importer,
// history, command line, exports and documentation need to know of a fact.
// Adding a field to the product is adding one row.
type Field struct {
	Key     string // account.city is "city"; others carry their kind: "seat.title"
	Label   string // its heading in files and for programs: the same in every language
	Title   string // what people read
	Of      EntityKind
	Kind    FieldKind
	Unit    string
	Range   string
	Help    string
	Feeds   string   // the instrument or score it feeds, "" for none
	Choices []string // for Choice
	Headers []string // column headings an importer takes for it, lower case
	Free    bool     // any text will do: Range has nothing to tell
	Needed  bool     // a text that cannot be empty
	Room    bool     // fit for the room: a projector may show it (model/room.go); closed unless listed

	Get func(*Record) string
	set func(*Record, string) error
}

// named gives a row its words from the catalogue: title and help by the key of the row.
func (f Field) named(id string) Field {
	f.Label = words.English().Named("field", id)
	return f.called(words.Screen().Named("field", id), words.Screen().Named("field-help", id))
}

// called gives a row the words people read.
func (f Field) called(title, help string) Field {
	f.Title, f.Help = title, help
	if f.Label == "" {
		f.Label = title
	}
	return f
}

// Record is the thing a field is read from or written to: the programme, the
// account, and the one entity of it that the field belongs to.
type Record struct {
	Programme *model.Programme
	Portfolio interface {
		Account(model.AccountID) *model.Account
	}
	today     model.Date
	Account   *model.Account
	Member    *model.Member
	Seat      *model.Seat
	Person    *model.Person
	Tie       *model.Tie
	Objective *model.Objective
	Action    *model.Action
	Insight   *model.Insight
	Value     *model.ValueLine
	Point     *model.Point
	Risk      *model.Risk
	Review    *model.Review
	Cell      *model.Cell
	Decision  *model.Decision
}

// Ref points at the thing a field belongs to. ID is empty for the account itself
// and for the programme.
type Ref struct {
	Account model.AccountID
	Of      EntityKind
	ID      string
}

// AccountRef points at an account itself.
func AccountRef(id model.AccountID) Ref { return Ref{Account: id} }

// Resolve points a record at what ref names; ok is false when it is gone.
func (r *Record) Resolve(ref Ref) bool {
	if ref.Of == OfProgramme {
		return true
	}
	if ref.Of == OfMember {
		r.Member = r.Programme.Member(model.MemberID(ref.ID))
		return r.Member != nil
	}
	a := r.Account
	if a == nil {
		return false
	}
	switch ref.Of {
	case OfSeat:
		r.Seat = a.Seat(model.SeatID(ref.ID))
		return r.Seat != nil
	case OfPerson:
		r.Person = a.Person(model.PersonID(ref.ID))
		return r.Person != nil
	case OfTie:
		r.Tie = model.ByID(a.Ties, model.TieID(ref.ID))
		return r.Tie != nil
	}
	if l := ListOf(ref.Of); l != nil {
		return l.find(r, ref.ID)
	}
	return true
}

// detach replaces the entity by a private copy, because the original is shared.
func (r *Record) detach() {
	r.Member, r.Seat, r.Person = fresh(r.Member), fresh(r.Seat), fresh(r.Person)
	r.Tie, r.Objective, r.Action = fresh(r.Tie), fresh(r.Objective), fresh(r.Action)
	r.Insight, r.Value, r.Point = fresh(r.Insight), fresh(r.Value), fresh(r.Point)
	r.Risk, r.Review = fresh(r.Risk), fresh(r.Review)
	r.Cell, r.Decision = fresh(r.Cell), fresh(r.Decision)
}

func fresh[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}

// store puts the private copy in the place of the original.
func (r *Record) store() {
	switch {
	case r.Member != nil:
		r.Programme.Team = model.Put(r.Programme.Team, *r.Member)
	case r.Seat != nil:
		r.Account.Seats = model.Put(r.Account.Seats, *r.Seat)
	case r.Person != nil:
		r.Account.Persons = model.Put(r.Account.Persons, *r.Person)
	case r.Tie != nil:
		r.Account.Ties = model.Put(r.Account.Ties, *r.Tie)
	default:
		for i := range PlanLists {
			if PlanLists[i].keep(r) {
				return
			}
		}
	}
}
