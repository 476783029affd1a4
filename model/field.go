package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
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

// One is such a thing in a sentence: an account, the programme.
func (k EntityKind) One() string {
	switch k {
	case OfProgramme:
		return "the programme"
	case OfMember:
		return "a member of our team"
	case OfAccount, OfObjective, OfAction, OfInsight:
		return "an " + k.String()
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
	return [...]string{"text", "long text", "choice", "money", "percent", "number", "date", "level", "tags", "yes/no", "link", "decimal"}[k]
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

	get func(*record) string
	set func(*record, string) error
}

// record is the thing a field is read from or written to: the programme, the
// account, and the one entity of it that the field belongs to.
type record struct {
	programme *Programme
	portfolio interface{ Account(AccountID) *Account }
	today     Date
	account   *Account
	member    *Member
	seat      *Seat
	person    *Person
	tie       *Tie
	objective *Objective
	action    *Action
	insight   *Insight
	value     *ValueLine
	point     *Point
	risk      *Risk
	review    *Review
	cell      *Cell
	decision  *Decision
}

// Ref points at the thing a field belongs to. ID is empty for the account itself
// and for the programme.
type Ref struct {
	Account AccountID
	Of      EntityKind
	ID      string
}

// AccountRef points at an account itself.
func AccountRef(id AccountID) Ref { return Ref{Account: id} }

// Fields lists the registry for a programme: fixed fields first, then one group
// per instrument of its method pack. Figures appear once, as figures.YEAR.….
func Fields(g *Programme) []Field {
	out := slices.Clone(staticFields)
	for _, line := range figureLines {
		out = append(out, figureField(line, 0))
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
func FieldByKey(g *Programme, key string) (Field, error) {
	if i := slices.IndexFunc(staticFields, func(f Field) bool { return f.Key == key }); i >= 0 {
		return staticFields[i], nil
	}
	if f, ok := figureByKey(key); ok {
		return f, nil
	}
	if f, ok := packFieldByKey(g.MethodPack(), key); ok {
		return f, nil
	}
	name, part := key, ""
	for _, p := range ratingParts {
		if n, ok := strings.CutSuffix(key, "."+p); ok {
			name, part = n, p
		}
	}
	if in, f := g.MethodPack().Factor(FactorKey(name)); f != nil && (part == "" || !aboutOurselves(in.Key)) {
		return ratingField(in, f, part), nil
	}
	hint := "`accord fields` lists them all."
	if near := nearKeys(g, key); near != "" {
		hint = "Did you mean " + near + "? " + hint
	}
	return Field{}, problem(key, hint, "there is no such field")
}

func nearKeys(g *Programme, key string) string {
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

// resolve points a record at what ref names; ok is false when it is gone.
func (r *record) resolve(ref Ref) bool {
	if ref.Of == OfProgramme {
		return true
	}
	if ref.Of == OfMember {
		r.member = r.programme.Member(MemberID(ref.ID))
		return r.member != nil
	}
	a := r.account
	if a == nil {
		return false
	}
	switch ref.Of {
	case OfSeat:
		r.seat = a.Seat(SeatID(ref.ID))
		return r.seat != nil
	case OfPerson:
		r.person = a.Person(PersonID(ref.ID))
		return r.person != nil
	case OfTie:
		r.tie = byID(a.Ties, TieID(ref.ID))
		return r.tie != nil
	case OfObjective:
		r.objective = a.Objective(ObjectiveID(ref.ID))
		return r.objective != nil
	case OfAction:
		r.action = a.Action(ActionID(ref.ID))
		return r.action != nil
	}
	return r.resolveItem(ref)
}

// Get reads a field as the text that Set would take back; "" is unknown.
func (p *Portfolio) Get(ref Ref, f Field) string {
	r := &record{programme: p.programme, portfolio: p, account: p.Account(ref.Account)}
	if f.Of != ref.Of || !r.resolve(ref) {
		return ""
	}
	return f.get(r)
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
	return "set " + c.Key
}

// Where implements Change.
func (c SetField) Where() Place {
	if c.Ref.ID != "" {
		return Place{c.Ref.Account, c.Ref.ID}
	}
	return Place{c.Ref.Account, c.Key}
}

// group joins all edits of one visit to a field, however slowly it is typed.
func (c SetField) group() (string, bool) {
	if c.Entry == 0 {
		return "", false
	}
	return "entry " + strconv.FormatUint(c.Entry, 10), true
}

func (c SetField) apply(d *draft) error {
	f, err := FieldByKey(d.program(), c.Key)
	if err != nil {
		return err
	}
	if f.Of != c.Ref.Of {
		return problem(c.Key, "", "this is a field of %s, not of %s", f.Of.One(), c.Ref.Of.One())
	}
	value := c.Value
	if strings.TrimSpace(value) == "-" || strings.TrimSpace(value) == "–" {
		value = ""
	}
	r := &record{programme: d.program(), portfolio: d, today: d.today}
	switch f.Of {
	case OfProgramme, OfMember:
		r.programme = d.settings()
	default:
		if r.account, err = d.account(c.Ref.Account); err != nil {
			return err
		}
	}
	if !r.resolve(c.Ref) {
		return problem(c.Key, "Undo brings it back.", "what it belongs to was deleted")
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
func (d *draft) Account(id AccountID) *Account { return d.peek(id) }

// detach replaces the entity by a private copy, because the original is shared.
func (r *record) detach() {
	r.member, r.seat, r.person = fresh(r.member), fresh(r.seat), fresh(r.person)
	r.tie, r.objective, r.action = fresh(r.tie), fresh(r.objective), fresh(r.action)
	r.insight, r.value, r.point, r.risk, r.review = fresh(r.insight), fresh(r.value), fresh(r.point), fresh(r.risk), fresh(r.review)
	r.cell, r.decision = fresh(r.cell), fresh(r.decision)
}

func fresh[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}

// store puts the private copy in the place of the original.
func (r *record) store() {
	switch {
	case r.member != nil:
		r.programme.Team = put(r.programme.Team, *r.member)
	case r.seat != nil:
		r.account.Seats = put(r.account.Seats, *r.seat)
	case r.person != nil:
		r.account.Persons = put(r.account.Persons, *r.person)
	case r.tie != nil:
		r.account.Ties = put(r.account.Ties, *r.tie)
	case r.objective != nil:
		r.account.Objectives = put(r.account.Objectives, *r.objective)
	case r.action != nil:
		r.account.Actions = put(r.account.Actions, *r.action)
	default:
		r.storeItem()
	}
}
