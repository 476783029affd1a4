package kit

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
)

// Sheet is a property sheet: every fact of one thing in rows of label and value,
// edited in place. Things that belong together share a sheet: a seat and who
// sits there, the programme and our team.
type Sheet struct {
	Ref  edit.Ref
	At   sheetCell // the cursor, by identity
	row  int       // where it stood, for when the cell is gone
	Top  int       // first visible row
	Edit *FieldEdit
	List func(*Context) []SheetRow // the rows of a page that lays them out itself, nil for a thing's own

	registry struct { // the fields of things, read once for a programme
		of     *model.Programme
		fields []edit.Field
	}
}

// sheetCell is a fact: of which thing, which field.
type sheetCell struct {
	ref edit.Ref
	Key string
}

// SheetRow is a heading, or facts of one thing: one with its label, or several
// side by side.
type SheetRow struct {
	head   string
	Ref    edit.Ref
	Fields []edit.Field
}

func NewSheet(c *Context, ref edit.Ref) *Sheet {
	s := &Sheet{Ref: ref}
	s.First(c)
	return s
}

// NewSheetAt opens a sheet on one of its facts.
func NewSheetAt(c *Context, ref edit.Ref, key string) *Sheet {
	s := NewSheet(c, ref)
	for i, r := range s.rows(c) {
		for col, f := range r.Fields {
			if f.Key == key {
				s.row, s.At = i, r.cell(col)
			}
		}
	}
	return s
}

// First puts the cursor on the first fact.
func (s *Sheet) First(c *Context) {
	for i, r := range s.rows(c) {
		if r.head == "" {
			s.row, s.At = i, r.cell(0)
			return
		}
	}
}

func (r SheetRow) cell(col int) sheetCell {
	return sheetCell{r.Ref, r.Fields[min(col, len(r.Fields)-1)].Key}
}

// rows are all rows, as the data stands now.
func (s *Sheet) rows(c *Context) []SheetRow {
	if s.List != nil {
		return s.List(c)
	}
	if !exists(c, s.Ref) {
		return nil
	}
	rows := s.factRows(c, s.Ref)
	a := c.Portfolio().Account(s.Ref.Account)
	switch s.Ref.Of {
	case edit.OfProgramme:
		rows = append(rows, s.teamRows(c)...)
	case edit.OfSeat:
		if p := a.Person(a.Seat(model.SeatID(s.Ref.ID)).Person); p != nil {
			rows = append(rows, SheetRow{head: words.T("kit.who-sits-here-2", p.Name)})
			return append(rows, s.factRows(c, edit.Ref{Account: a.ID, Of: edit.OfPerson, ID: string(p.ID)})...)
		}
		rows = append(rows, SheetRow{head: words.T("kit.nobody-named-this-seat-names")})
	case edit.OfPerson:
		if seat := a.SeatOf(model.PersonID(s.Ref.ID)); seat != nil {
			rows = append(rows, SheetRow{head: words.T("kit.seat", seat.Title)})
			return append(rows, s.factRows(c, edit.Ref{Account: a.ID, Of: edit.OfSeat, ID: string(seat.ID)})...)
		}
	}
	return rows
}

// exists reports whether what a reference names is still there.
func exists(c *Context, ref edit.Ref) bool {
	if ref.Of == edit.OfProgramme {
		return true
	}
	return ref.Of == edit.OfMember && c.Portfolio().Programme().Member(model.MemberID(ref.ID)) != nil ||
		entityExists(c.Portfolio().Account(ref.Account), ref)
}

func entityExists(a *model.Account, ref edit.Ref) bool {
	if a == nil {
		return false
	}
	switch ref.Of {
	case edit.OfSeat:
		return a.Seat(model.SeatID(ref.ID)) != nil
	case edit.OfPerson:
		return a.Person(model.PersonID(ref.ID)) != nil
	case edit.OfTie:
		return tieOf(a, ref.ID) != nil
	case edit.OfObjective:
		return a.Objective(model.ObjectiveID(ref.ID)) != nil
	case edit.OfAction:
		return a.Action(model.ActionID(ref.ID)) != nil
	case edit.OfInsight, edit.OfValue, edit.OfPoint, edit.OfRisk, edit.OfReview, edit.OfCell, edit.OfDecision:
		return slices.Contains(itemIDs(a, ref.Of), ref.ID)
	}
	return ref.Of == edit.OfAccount
}

func tieOf(a *model.Account, id string) *model.Tie {
	i := slices.IndexFunc(a.Ties, func(t model.Tie) bool { return string(t.ID) == id })
	if i < 0 {
		return nil
	}
	return &a.Ties[i]
}

// factRows is one row for every field of the registry that such a thing has.
// An account's ratings and figures have sections of the plan; their keys are
// the ones with a dot. Questions about ourselves have a page of their own.
func (s *Sheet) factRows(c *Context, ref edit.Ref) []SheetRow {
	var rows []SheetRow
	for _, f := range s.fields(c) {
		if f.Of == ref.Of && f.Kind != edit.Grade && !OfMethod(f.Key) &&
			(f.Of != edit.OfAccount || !strings.Contains(f.Key, ".")) {
			rows = append(rows, SheetRow{Ref: ref, Fields: []edit.Field{f}})
		}
	}
	return rows
}

// OfMethod reports whether a field has its place on the method screen.
func OfMethod(key string) bool {
	return strings.HasPrefix(key, "setting.") || strings.HasPrefix(key, "pack.")
}

// fields is the registry.
func (s *Sheet) fields(c *Context) []edit.Field {
	if g := c.Portfolio().Programme(); s.registry.of != g {
		s.registry.of, s.registry.fields = g, edit.Fields(g)
	}
	return s.registry.fields
}

// teamRows are our people, a row each.
func (s *Sheet) teamRows(c *Context) []SheetRow {
	g := c.Portfolio().Programme()
	head := words.T("kit.our-team-adds-somebody-delete")
	if len(g.Team) == 0 {
		head = words.T("kit.our-team-nobody-yet-adds")
	}
	rows := []SheetRow{{head: head}}
	var fields []edit.Field
	for _, f := range s.fields(c) {
		if f.Of == edit.OfMember && f.Kind != edit.Grade {
			fields = append(fields, f)
		}
	}
	for _, m := range g.Team {
		rows = append(rows, SheetRow{Ref: edit.Ref{Of: edit.OfMember, ID: string(m.ID)}, Fields: fields})
	}
	return rows
}

// locate finds the cursor's cell; where it is gone, the nearest row stands in.
func (s *Sheet) locate(rows []SheetRow) (row, col int, ok bool) {
	for i, r := range rows {
		if r.Ref != s.At.ref || r.head != "" {
			continue
		}
		if j := slices.IndexFunc(r.Fields, func(f edit.Field) bool { return f.Key == s.At.Key }); j >= 0 {
			return i, j, true
		}
	}
	for i := min(s.row, len(rows)-1); i >= 0; i-- {
		if rows[i].head == "" {
			return i, 0, true
		}
	}
	return 0, 0, false
}

// Focused is the field under the cursor and the thing it belongs to.
func (s *Sheet) Focused(c *Context) (f edit.Field, ref edit.Ref, ok bool) {
	rows := s.rows(c)
	row, col, ok := s.locate(rows)
	if !ok {
		return f, ref, false
	}
	return rows[row].Fields[col], rows[row].Ref, true
}

// move puts the cursor some rows and columns further, over headings.
func (s *Sheet) move(c *Context, rows, cols int) {
	all := s.rows(c)
	row, col, ok := s.locate(all)
	if !ok {
		return
	}
	step := 1
	if rows < 0 {
		step, rows = -1, -rows
	}
	for i := row + step; rows > 0 && i >= 0 && i < len(all); i += step {
		if all[i].head == "" {
			row, rows = i, rows-1
		}
	}
	col = max(0, min(col+cols, len(all[row].Fields)-1))
	s.row, s.At = row, all[row].cell(col)
}

// next goes to the next or previous fact, along a row first.
func (s *Sheet) next(c *Context, step int) {
	var cells []sheetCell
	var rowOf []int
	at := 0
	rows := s.rows(c)
	row, col, _ := s.locate(rows)
	for i, r := range rows {
		for j := range r.Fields {
			if i == row && j == col {
				at = len(cells)
			}
			cells, rowOf = append(cells, r.cell(j)), append(rowOf, i)
		}
	}
	if to := at + step; to >= 0 && to < len(cells) {
		s.row, s.At = rowOf[to], cells[to]
	}
}
