package plan

import (
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/widget"
)

// itemColumn is a fact of an item as a column.
type itemColumn struct {
	field       edit.Field
	title       string
	width, grow int
}

// ItemPart is the table of one of the plan's lists. The cursor is a cell,
// kept by the identity of its row.
type ItemPart struct {
	of      edit.EntityKind
	columns []itemColumn
	cursor  string // id of the row
	row     int    // where it stood, for when it is gone
	known   int    // how many there were; one more means that one was added
	col     int
	table   widget.Table
	height  int
	Edit    *kit.FieldEdit
}

func newItemPart(of edit.EntityKind) *ItemPart {
	s := &ItemPart{of: of}
	for _, col := range ItemKinds(of).columns {
		f, err := edit.FieldByKey(model.NewProgramme(), col.key)
		if err != nil {
			panic(err) // the registry and this table are one program; every test draws it
		}
		s.columns = append(s.columns, itemColumn{f, col.title, col.width, col.grow})
	}
	return s
}

// Opened goes to the first item of the other account; the column stays.
func (s *ItemPart) Opened(c *kit.Context) {
	s.Edit, s.cursor, s.row, s.known = nil, "", 0, len(s.ids(c))
}

// ids are the items of the account in the order they were written down.
func (s *ItemPart) ids(c *kit.Context) []string {
	a := c.Current()
	if a == nil {
		return nil
	}
	return shownItems(c, a, s.of)
}

// Place is the row of the cursor: the new item when one was added since the
// last key, the same one wherever it stands now, else where it stood.
func (s *ItemPart) Place(ids []string) int {
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
func (s *ItemPart) stand(ids []string, row int) {
	s.row, s.known, s.cursor = row, len(ids), ""
	if row < len(ids) {
		s.cursor = ids[row]
	}
}

func (s *ItemPart) Reveal(c *kit.Context, field string) bool {
	ids := s.ids(c)
	for i, id := range ids {
		if id == field {
			s.Edit = nil
			s.stand(ids, i)
			return true
		}
	}
	return false
}

func (s *ItemPart) ref(c *kit.Context) edit.Ref {
	return edit.Ref{Account: c.Account, Of: s.of, ID: s.cursor}
}

func (s *ItemPart) column() *itemColumn { return &s.columns[s.col] }

// digitsBegin reports the kinds of cells that a digit begins to fill.
func digitsBegin(k edit.FieldKind) bool {
	return k == edit.Day || k == edit.Amount || k == edit.Whole || k == edit.Percent
}

// Scopes let digits begin a cell where a day or a number is typed; elsewhere a stray digit
// would wipe out a sentence.
func (s *ItemPart) Scopes(*kit.Context) []keys.Scope {
	switch {
	case s.Edit != nil:
		return []keys.Scope{keys.ScopeText}
	case digitsBegin(s.column().field.Kind):
		return []keys.Scope{keys.ScopeItems, keys.ScopeCells, keys.ScopePlan, keys.ScopeMove}
	}
	return []keys.Scope{keys.ScopeItems, keys.ScopePlan, keys.ScopeMove}
}

func (s *ItemPart) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	ids := s.ids(c)
	s.stand(ids, s.Place(ids))
	if s.Edit != nil {
		return s.typed(c, ids, in)
	}
	if to, ok := kit.MoveTo(in.Kind, s.row, len(ids), s.height); ok {
		s.stand(ids, to)
		return kit.Done()
	}
	switch in.Kind {
	case keys.Left:
		s.col = max(0, s.col-1)
		return kit.Done()
	case keys.Right:
		s.col = min(len(s.columns)-1, s.col+1)
		return kit.Done()
	case keys.NextLook:
		if s.of == edit.OfPoint {
			return kit.Open(&TowsPage{})
		}
		return kit.Refuse(words.T("plan.this-list-one-look"))
	case keys.Add:
		return s.Add(c, s.of)
	case keys.AddBelow:
		if s.of != edit.OfObjective && s.of != edit.OfAction {
			return kit.Refuse(words.T("plan.actions-added-objectives-go-there"))
		}
		return s.Add(c, edit.OfAction)
	}
	if len(ids) == 0 {
		return s.nothing(c, in)
	}
	return s.onItem(c, in)
}

// ShortFor says in the footer what d and b do here, "" when nothing.
func (s *ItemPart) ShortFor(k keys.IntentKind) (word string, other bool) {
	switch {
	case k == keys.MarkDone:
		return ItemKinds(s.of).verb, true
	case k == keys.AddBelow && s.of != edit.OfObjective && s.of != edit.OfAction:
		return "", true
	}
	return "", false
}

// nothing answers what needs an item when there is none.
func (s *ItemPart) nothing(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Explain: // the figure is there all the same
		return kit.Open(kit.NewExplain(c.Account, sectionFigure[s.of]))
	case keys.EditHere,
		keys.EditNote,
		keys.BeginTyping,
		keys.Delete,
		keys.MarkDone,
		keys.SetUnknown,
		keys.Details,
		keys.Copy,
		keys.ExternalEditor:
		return kit.Refuse(words.T("plan.there-nothing-here-yet-press"))
	}
	return kit.Outcome{}
}

// Add asks for a new objective, or for a new action for the objective at hand.
func (s *ItemPart) Add(c *kit.Context, of edit.EntityKind) kit.Outcome {
	if of != edit.OfAction {
		return kit.Open(kit.NewPrompt(ItemKinds(of).ask, "", ""))
	}
	on := s.cursor
	if s.of == edit.OfAction {
		on = ""
		if x := c.Current().Action(model.ActionID(s.cursor)); x != nil {
			on = string(x.Objective)
		}
	}
	return kit.Open(kit.NewPrompt(kit.AskAction, on, ""))
}

// onItem answers what is about the item under the cursor.
func (s *ItemPart) onItem(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.EditHere, keys.BeginTyping:
		return s.Begin(c, in)
	case keys.MarkDone:
		return s.mark(c)
	case keys.Delete:
		return s.remove(c)
	case keys.FillDown:
		return s.fillDown(c)
	case keys.OpenCell:
		return s.openCell(c)
	case keys.NextCell:
		return s.leave(s.ids(c), kit.StepKey(in.N), kit.Done())
	case keys.SetUnknown:
		return kit.Change(edit.SetField{Ref: s.ref(c), Key: s.column().field.Key})
	case keys.Details:
		return kit.Open(kit.NewSheet(c, s.ref(c)))
	case keys.Copy:
		if text := s.Text(c, s.col); text != "" {
			return kit.Doing(kit.Copying{Text: text})
		}
		return kit.Refuse(words.T("plan.cell-empty-there-nothing-copy"))
	case keys.Explain:
		return kit.Open(kit.NewExplain(c.Account, sectionFigure[s.of]))
	case keys.ExternalEditor:
		if s.column().field.Kind == edit.LongText {
			return kit.Doing(
				kit.Opening{Page: kit.NewProse(c, s.ref(c), s.column().field)},
				kit.Asking{Intent: keys.Intent{Kind: keys.ExternalEditor}},
			)
		}
		return kit.Refuse(words.T("plan.line-typed-cell-press-enter"))
	}
	return kit.Outcome{}
}

// Begin edits the cell: in place, or with a list for choices and links.
func (s *ItemPart) Begin(c *kit.Context, in keys.Intent) kit.Outcome {
	key := s.column().field.Key
	if in.Kind == keys.BeginTyping && in.Text != "" && digitsBegin(s.column().field.Kind) {
		if s.Edit = kit.EditFresh(c, s.ref(c), key, in.Text); s.Edit == nil {
			return kit.Outcome{}
		}
		return s.Edit.Commit(c)
	}
	inline, over := kit.EditKind(c, s.ref(c), key)
	if over != nil {
		return kit.Open(kit.OfTable(over))
	}
	if inline != nil {
		s.Edit = kit.BeginEdit(c, s.ref(c), key)
	}
	return kit.Done()
}

// typed answers keys while a cell is typed; leaving it moves on as in a sheet.
func (s *ItemPart) typed(c *kit.Context, ids []string, in keys.Intent) kit.Outcome {
	out, closed := s.Edit.Handle(c, in)
	if !closed {
		return out
	}
	s.Edit = nil
	return s.leave(ids, in.Kind, out)
}

// leave goes from a cell that was typed to the next one, and opens it: with tab along
// the row, with enter down the column. Enter in the last row is the end.
func (s *ItemPart) leave(ids []string, k keys.IntentKind, out kit.Outcome) kit.Outcome {
	row := s.row
	switch k {
	case keys.NextField:
		row, s.col = kit.Beside(s.row, s.col, 1, len(ids), len(s.columns))
	case keys.PrevField:
		row, s.col = kit.Beside(s.row, s.col, -1, len(ids), len(s.columns))
	case keys.Up:
		row = max(0, row-1)
	case keys.Down:
		row = min(len(ids)-1, row+1)
	case keys.Accept:
		if row++; row >= len(ids) {
			return out
		}
	default:
		return out
	}
	s.stand(ids, row)
	return kit.GoOn(out)
}

// openCell opens the cell under the cursor because the one before was left for it.
func (s *ItemPart) openCell(c *kit.Context) kit.Outcome {
	inline, over := kit.OpenCell(c, s.ref(c), s.column().field.Key)
	if s.Edit = inline; over != nil {
		return kit.Open(over)
	}
	return kit.Done()
}

// mark makes the item done, or open again; of value lines and cells it takes one
// a step on.
func (s *ItemPart) mark(c *kit.Context) kit.Outcome {
	key, value, said := ItemKinds(s.of).mark(c, s.cursor)
	if key == "" {
		return kit.Refuse(said)
	}
	changes := []edit.Change{edit.SetField{Ref: s.ref(c), Key: key, Value: value}}
	if key == "action.status" && value == "done" {
		changes = []edit.Change{
			edit.CompleteAction{Account: c.Account, ID: model.ActionID(s.cursor), Next: model.ActionID(c.Session.NewID())},
		}
	}
	today := c.Session.Today().String()
	switch {
	case key == "insight.confirmed" && value == "yes":
		changes = append(changes, edit.SetField{Ref: s.ref(c), Key: "insight.date", Value: today})
	case key == "review.held" && value == "yes" && toCome(c, reviewOf(c, s.cursor)):
		changes = slices.Insert(changes, 0, edit.Change(edit.SetField{Ref: s.ref(c), Key: "review.date", Value: today}))
	}
	out := kit.Change(changes...)
	out.Say(said + ": " + kit.OneLine(s.Text(c, 0)))
	return out
}

// toCome reports that a review has no day, or one after today: held, it was today's.
func toCome(c *kit.Context, r *model.Review) bool {
	return !r.Date.Known() || c.Session.Today().Before(r.Date)
}

// fillDown takes the value of the row above over.
func (s *ItemPart) fillDown(c *kit.Context) kit.Outcome {
	if s.row == 0 {
		return kit.Refuse(words.T("plan.there-nothing-above-first-row"))
	}
	f := s.column().field
	above := edit.Ref{Account: c.Account, Of: s.of, ID: s.ids(c)[s.row-1]}
	return kit.Change(edit.SetField{Ref: s.ref(c), Key: f.Key, Value: edit.Get(c.Portfolio(), above, f)})
}

func (s *ItemPart) remove(c *kit.Context) kit.Outcome {
	text := kit.OneLine(s.Text(c, 0))
	var out kit.Outcome
	switch s.of {
	case edit.OfObjective:
		out = kit.Change(edit.RemoveObjective{Account: c.Account, ID: model.ObjectiveID(s.cursor)})
	case edit.OfAction:
		out = kit.Change(edit.RemoveAction{Account: c.Account, ID: model.ActionID(s.cursor)})
	default:
		out = kit.Change(edit.RemoveItem{Account: c.Account, Of: s.of, ID: s.cursor})
	}
	out.Say(words.T("plan.deleted-u-brings-back", text))
	return kit.Deleting(c, "“"+widget.Short(text, 40, "…")+"”", out)
}

// Text is a cell of the row under the cursor.
func (s *ItemPart) Text(c *kit.Context, col int) string {
	return edit.Get(c.Portfolio(), s.ref(c), s.columns[col].field)
}

// sectionFigure is the figure that i explains in a list.
var sectionFigure = map[edit.EntityKind]string{edit.OfInsight: "insight", edit.OfValue: "value", edit.OfPoint: "quality", edit.OfRisk: "quality", edit.OfReview: "quality", edit.OfDecision: "quality",
	edit.OfCell: "whitespace", edit.OfObjective: "quality", edit.OfAction: "execution"}

// shownItems are the items of a list that the screen may show.
func shownItems(c *kit.Context, a *model.Account, of edit.EntityKind) []string {
	ids := ItemKinds(of).Ids(a)
	if !c.Modest() {
		return ids
	}
	return slices.DeleteFunc(ids, func(id string) bool {
		return !c.RoomsOwn[id] && !edit.Shared(c.Portfolio(), edit.Ref{Account: a.ID, Of: of, ID: id})
	})
}
