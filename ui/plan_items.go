package ui

import (
	"accord/model"
	"accord/model/edit"
	"accord/ui/widget"
)

// itemColumn is a fact of an item as a column.
type itemColumn struct {
	field       edit.Field
	title       string
	width, grow int
}

// itemPart is the table of one of the plan's lists. The cursor is a cell,
// kept by the identity of its row.
type itemPart struct {
	of      edit.EntityKind
	columns []itemColumn
	cursor  string // id of the row
	row     int    // where it stood, for when it is gone
	known   int    // how many there were; one more means that one was added
	col     int
	table   widget.Table
	height  int
	edit    *fieldEdit
}

func newItemPart(of edit.EntityKind) *itemPart {
	s := &itemPart{of: of}
	for _, col := range itemKinds(of).columns {
		f, err := edit.FieldByKey(model.NewProgramme(), col.key)
		if err != nil {
			panic(err) // the registry and this table are one program; every test draws it
		}
		s.columns = append(s.columns, itemColumn{f, col.title, col.width, col.grow})
	}
	return s
}

// opened goes to the first item of the other account; the column stays.
func (s *itemPart) opened(c *ctx) {
	s.edit, s.cursor, s.row, s.known = nil, "", 0, len(s.ids(c))
}

// ids are the items of the account in the order they were written down.
func (s *itemPart) ids(c *ctx) []string {
	a := c.current()
	if a == nil {
		return nil
	}
	return shownItems(c, a, s.of)
}

// place is the row of the cursor: the new item when one was added since the
// last key, the same one wherever it stands now, else where it stood.
func (s *itemPart) place(ids []string) int {
	if len(ids) > s.known {
		return len(ids) - 1
	}
	for i, id := range ids {
		if id == s.cursor {
			return i
		}
	}
	return max(0, min(s.row, len(ids)-1))
}

// stand remembers the row of the cursor.
func (s *itemPart) stand(ids []string, row int) {
	s.row, s.known, s.cursor = row, len(ids), ""
	if row < len(ids) {
		s.cursor = ids[row]
	}
}

func (s *itemPart) reveal(c *ctx, field string) bool {
	ids := s.ids(c)
	for i, id := range ids {
		if id == field {
			s.edit = nil
			s.stand(ids, i)
			return true
		}
	}
	return false
}

func (s *itemPart) ref(c *ctx) edit.Ref {
	return edit.Ref{Account: c.account, Of: s.of, ID: s.cursor}
}

func (s *itemPart) column() *itemColumn { return &s.columns[s.col] }

// digitsBegin reports the kinds of cells that a digit begins to fill.
func digitsBegin(k edit.FieldKind) bool {
	return k == edit.Day || k == edit.Amount || k == edit.Whole || k == edit.Percent
}

// scopes let digits begin a cell where a day or a number is typed; elsewhere a stray digit
// would wipe out a sentence.
func (s *itemPart) scopes(*ctx) []scope {
	switch {
	case s.edit != nil:
		return []scope{scopeText}
	case digitsBegin(s.column().field.Kind):
		return []scope{scopeItems, scopeCells, scopePlan, scopeMove}
	}
	return []scope{scopeItems, scopePlan, scopeMove}
}

func (s *itemPart) handle(c *ctx, in Intent) Outcome {
	ids := s.ids(c)
	s.stand(ids, s.place(ids))
	if s.edit != nil {
		return s.typed(c, ids, in)
	}
	if to, ok := moveTo(in.Kind, s.row, len(ids), s.height); ok {
		s.stand(ids, to)
		return done()
	}
	switch in.Kind {
	case Left:
		s.col = max(0, s.col-1)
		return done()
	case Right:
		s.col = min(len(s.columns)-1, s.col+1)
		return done()
	case NextLook:
		if s.of == edit.OfPoint {
			return open(&towsPage{})
		}
		return refuse("This list has one look.")
	case Add:
		return s.add(c, s.of)
	case AddBelow:
		if s.of != edit.OfObjective && s.of != edit.OfAction {
			return refuse("Actions are added to objectives: go there, or to actions.")
		}
		return s.add(c, edit.OfAction)
	}
	if len(ids) == 0 {
		return s.nothing(c, in)
	}
	return s.onItem(c, in)
}

// ShortFor says in the footer what d and b do here, "" when nothing.
func (s *itemPart) ShortFor(k IntentKind) (word string, other bool) {
	switch {
	case k == MarkDone:
		return itemKinds(s.of).verb, true
	case k == AddBelow && s.of != edit.OfObjective && s.of != edit.OfAction:
		return "", true
	}
	return "", false
}

// nothing answers what needs an item when there is none.
func (s *itemPart) nothing(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Explain: // the figure is there all the same
		return open(newExplain(c.account, sectionFigure[s.of]))
	case EditHere, EditNote, BeginTyping, Delete, MarkDone, SetUnknown, Details, Copy, ExternalEditor:
		return refuse("There is nothing here yet: press a to add the first.")
	}
	return Outcome{}
}

// add asks for a new objective, or for a new action for the objective at hand.
func (s *itemPart) add(c *ctx, of edit.EntityKind) Outcome {
	if of != edit.OfAction {
		return open(newPrompt(itemKinds(of).ask, "", ""))
	}
	on := s.cursor
	if s.of == edit.OfAction {
		on = ""
		if x := c.current().Action(model.ActionID(s.cursor)); x != nil {
			on = string(x.Objective)
		}
	}
	return open(newPrompt(askAction, on, ""))
}

// onItem answers what is about the item under the cursor.
func (s *itemPart) onItem(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case EditHere, BeginTyping:
		return s.begin(c, in)
	case MarkDone:
		return s.mark(c)
	case Delete:
		return s.remove(c)
	case FillDown:
		return s.fillDown(c)
	case OpenCell:
		return s.openCell(c)
	case NextCell:
		return s.leave(s.ids(c), stepKey(in.N), done())
	case SetUnknown:
		return change(edit.SetField{Ref: s.ref(c), Key: s.column().field.Key})
	case Details:
		return open(newSheet(c, s.ref(c)))
	case Copy:
		if text := s.text(c, s.col); text != "" {
			return doing(Copying{text})
		}
		return refuse("The cell is empty: there is nothing to copy.")
	case Explain:
		return open(newExplain(c.account, sectionFigure[s.of]))
	case ExternalEditor:
		if s.column().field.Kind == edit.LongText {
			return doing(Opening{newProse(c, s.ref(c), s.column().field)}, Asking{Intent: Intent{Kind: ExternalEditor}})
		}
		return refuse("A line is typed in its cell: press enter. Long texts have their place in notes.")
	}
	return Outcome{}
}

// begin edits the cell: in place, or with a list for choices and links.
func (s *itemPart) begin(c *ctx, in Intent) Outcome {
	key := s.column().field.Key
	if in.Kind == BeginTyping && in.Text != "" && digitsBegin(s.column().field.Kind) {
		if s.edit = editFresh(c, s.ref(c), key, in.Text); s.edit == nil {
			return Outcome{}
		}
		return s.edit.commit(c)
	}
	inline, over := editKind(c, s.ref(c), key)
	if over != nil {
		return open(ofTable(over))
	}
	if inline != nil {
		s.edit = beginEdit(c, s.ref(c), key)
	}
	return done()
}

// typed answers keys while a cell is typed; leaving it moves on as in a sheet.
func (s *itemPart) typed(c *ctx, ids []string, in Intent) Outcome {
	out, closed := s.edit.handle(c, in)
	if !closed {
		return out
	}
	s.edit = nil
	return s.leave(ids, in.Kind, out)
}

// leave goes from a cell that was typed to the next one, and opens it: with tab along
// the row, with enter down the column. Enter in the last row is the end.
func (s *itemPart) leave(ids []string, k IntentKind, out Outcome) Outcome {
	row := s.row
	switch k {
	case NextField:
		row, s.col = beside(s.row, s.col, 1, len(ids), len(s.columns))
	case PrevField:
		row, s.col = beside(s.row, s.col, -1, len(ids), len(s.columns))
	case Up:
		row = max(0, row-1)
	case Down:
		row = min(len(ids)-1, row+1)
	case Accept:
		if row++; row >= len(ids) {
			return out
		}
	default:
		return out
	}
	s.stand(ids, row)
	return goOn(out)
}

// openCell opens the cell under the cursor because the one before was left for it.
func (s *itemPart) openCell(c *ctx) Outcome {
	inline, over := openCell(c, s.ref(c), s.column().field.Key)
	if s.edit = inline; over != nil {
		return open(over)
	}
	return done()
}

// mark makes the item done, or open again; of value lines and cells it takes one
// a step on.
func (s *itemPart) mark(c *ctx) Outcome {
	key, value, said := itemKinds(s.of).mark(c, s.cursor)
	if key == "" {
		return refuse(said)
	}
	changes := []edit.Change{edit.SetField{Ref: s.ref(c), Key: key, Value: value}}
	if key == "action.status" && value == "done" {
		changes = []edit.Change{edit.CompleteAction{Account: c.account, ID: model.ActionID(s.cursor), Next: model.ActionID(c.session.NewID())}}
	}
	today := c.session.Today().String()
	switch {
	case key == "insight.confirmed" && value == "yes":
		changes = append(changes, edit.SetField{Ref: s.ref(c), Key: "insight.date", Value: today})
	case key == "review.held" && value == "yes" && !reviewOf(c, s.cursor).Date.Known():
		changes = append(changes, edit.SetField{Ref: s.ref(c), Key: "review.date", Value: today})
	}
	out := change(changes...)
	out.Say(said + ": " + oneLine(s.text(c, 0)))
	return out
}

// fillDown takes the value of the row above over.
func (s *itemPart) fillDown(c *ctx) Outcome {
	if s.row == 0 {
		return refuse("There is nothing above the first row.")
	}
	f := s.column().field
	above := edit.Ref{Account: c.account, Of: s.of, ID: s.ids(c)[s.row-1]}
	return change(edit.SetField{Ref: s.ref(c), Key: f.Key, Value: edit.Get(c.portfolio(), above, f)})
}

func (s *itemPart) remove(c *ctx) Outcome {
	text := oneLine(s.text(c, 0))
	var out Outcome
	switch s.of {
	case edit.OfObjective:
		out = change(edit.RemoveObjective{Account: c.account, ID: model.ObjectiveID(s.cursor)})
	case edit.OfAction:
		out = change(edit.RemoveAction{Account: c.account, ID: model.ActionID(s.cursor)})
	default:
		out = change(edit.RemoveItem{Account: c.account, Of: s.of, ID: s.cursor})
	}
	out.Say("deleted; u brings it back: " + text)
	return deleting(c, "“"+widget.Cut(text, 40)+"”", out)
}

// text is a cell of the row under the cursor.
func (s *itemPart) text(c *ctx, col int) string {
	return edit.Get(c.portfolio(), s.ref(c), s.columns[col].field)
}

// sectionFigure is the figure that i explains in a list.
var sectionFigure = map[edit.EntityKind]string{edit.OfInsight: "insight", edit.OfValue: "value", edit.OfPoint: "quality", edit.OfRisk: "quality", edit.OfReview: "quality", edit.OfDecision: "quality",
	edit.OfCell: "whitespace", edit.OfObjective: "quality", edit.OfAction: "execution"}
