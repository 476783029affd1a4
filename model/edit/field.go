package edit

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

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
	return [...]string{"account", "programme", "member", "seat", "person", "tie", "objective", "action", "insight", words.T("edit.value-line"), "point", "risk", "review", "cell", "decision"}[k]
}

// One is such a thing in a sentence: an account, the programme.
func (k EntityKind) One() string {
	switch k {
	case OfProgramme:
		return words.T("edit.the-programme")
	case OfMember:
		return words.T("edit.member-our-team")
	case OfAccount, OfObjective, OfAction, OfInsight:
		return words.T("edit.an", k.String())
	}
	return "a " + k.String()
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
	return [...]string{"text", words.T("edit.long-text"), "choice", "money", "percent", "number", "date", "level", "tags", "yes/no", "link", "decimal"}[k]
}

// Field is one row of the registry of fields: everything the editor, importer,
// history, command line, exports and documentation need to know of a fact.
// Adding a field to the product is adding one row.
type Field struct {
	Key     string // account.city is "city"; others carry their kind: "seat.title"
	Label   string
	Of      EntityKind
	Kind    FieldKind
	Unit    string
	Range   string
	Help    string
	Feeds   string   // the instrument or score it feeds, "" for none
	Choices []string // for Choice
	Headers []string // column headings an importer takes for it, lower case
	Room    bool     // fit for the room: a projector may show it (model/room.go); closed unless listed

	Get func(*Record) string
	set func(*Record, string) error
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

// Fields lists the registry for a programme: fixed fields first, then one group
// per instrument of its method pack. Figures appear once, as figures.YEAR.….
func Fields(g *model.Programme) []Field {
	out := slices.Clone(StaticFields())
	for _, line := range figureLines {
		out = append(out, FigureField(line, 0))
	}
	pack := g.MethodPack()
	for i := range pack.Instruments {
		in := &pack.Instruments[i]
		for j := range in.Factors {
			out = append(out, ratingFields(in, &in.Factors[j])...)
		}
	}
	return append(out, packFields(pack)...)
}

// FieldByKey finds a field; for an unknown key the problem names near ones.
func FieldByKey(g *model.Programme, key string) (Field, error) {
	if i := slices.IndexFunc(StaticFields(), func(f Field) bool { return f.Key == key }); i >= 0 {
		return StaticFields()[i], nil
	}
	if f, ok := figureByKey(key); ok {
		return f, nil
	}
	if f, ok := packFieldByKey(g.MethodPack(), key); ok {
		return f, nil
	}
	name, part := key, ""
	for _, p := range RatingParts {
		if n, ok := strings.CutSuffix(key, "."+p); ok {
			name, part = n, p
		}
	}
	if in, f := g.MethodPack().Factor(model.FactorKey(name)); f != nil && (part == "" || !model.AboutOurselves(in.Key)) {
		return ratingField(in, f, part), nil
	}
	hint := words.T("edit.accord-fields-lists-them-all")
	if near := nearKeys(g, key); near != "" {
		hint = words.T("edit.did-you-mean", near, hint)
	}
	return Field{}, model.Refuse(key, hint, words.T("edit.there-no-such-field"))
}

func nearKeys(g *model.Programme, key string) string {
	type hit struct {
		key  string
		dist int
	}
	var hits []hit
	for _, f := range Fields(g) {
		if d := editDistance(key, f.Key); d <= 3 || strings.HasSuffix(f.Key, "."+key) {
			hits = append(hits, hit{f.Key, d})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Or(a.dist-b.dist, strings.Compare(a.key, b.key)) })
	var names []string
	for _, h := range hits[:min(3, len(hits))] {
		names = append(names, h.key)
	}
	return strings.Join(names, ", ")
}

// editDistance is the Levenshtein distance in bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diag
			if a[i-1] != b[j-1] {
				cost = 1 + min(diag, row[j], row[j-1])
			}
			diag, row[j] = row[j], cost
		}
	}
	return row[len(b)]
}

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

// Get reads a field as the text that Set would take back; "" is unknown.
func Get(p *model.Portfolio, ref Ref, f Field) string {
	r := &Record{Programme: p.Programme(), Portfolio: p, Account: p.Account(ref.Account)}
	if f.Of != ref.Of || !r.Resolve(ref) {
		return ""
	}
	return f.Get(r)
}

// SetField writes one field of the registry from text a person typed.
// "-" and "" mean unknown.
type SetField struct {
	Ref   Ref
	Key   string
	Value string
	Entry uint64 // edits of one visit to a field share a number and are one undo; 0 for none
}

// Label implements Change.
func (c SetField) Label() string {
	return words.T("edit.set", c.Key)
}

// Where implements Change.
func (c SetField) Where() Place {
	if c.Ref.ID != "" {
		return Place{c.Ref.Account, c.Ref.ID}
	}
	return Place{c.Ref.Account, c.Key}
}

// Group joins all edits of one visit to a field, however slowly it is typed.
func (c SetField) Group() (string, bool) {
	if c.Entry == 0 {
		return "", false
	}
	return "entry " + strconv.FormatUint(c.Entry, 10), true
}

func (c SetField) Apply(d *Draft) error {
	f, err := FieldByKey(d.program(), c.Key)
	if err != nil {
		return err
	}
	if f.Of != c.Ref.Of {
		return model.Refuse(c.Key, "", words.T("edit.this-field-not", f.Of.One(), c.Ref.Of.One()))
	}
	value := c.Value
	if strings.TrimSpace(value) == "-" || strings.TrimSpace(value) == "–" {
		value = ""
	}
	r := &Record{Programme: d.program(), Portfolio: d, today: d.today}
	switch f.Of {
	case OfProgramme, OfMember:
		r.Programme = d.Settings()
	default:
		if r.Account, err = d.account(c.Ref.Account); err != nil {
			return err
		}
	}
	if !r.Resolve(c.Ref) {
		return model.Refuse(c.Key, words.T("edit.undo-brings-back"), words.T("edit.what-belongs-deleted"))
	}
	if f.Key == "name" {
		if value, err = d.named(c.Ref.Account, value); err != nil {
			return err
		}
	}
	r.detach()
	if err := f.set(r, value); err != nil {
		return err
	}
	r.store()
	return nil
}

// Account lets a draft answer for links between accounts.
func (d *Draft) Account(id model.AccountID) *model.Account { return d.Peek(id) }

// detach replaces the entity by a private copy, because the original is shared.
func (r *Record) detach() {
	r.Member, r.Seat, r.Person = fresh(r.Member), fresh(r.Seat), fresh(r.Person)
	r.Tie, r.Objective, r.Action = fresh(r.Tie), fresh(r.Objective), fresh(r.Action)
	r.Insight, r.Value, r.Point, r.Risk, r.Review = fresh(r.Insight), fresh(r.Value), fresh(r.Point), fresh(r.Risk), fresh(r.Review)
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
		for i := range PlanLists() {
			if PlanLists()[i].keep(r) {
				return
			}
		}
	}
}
