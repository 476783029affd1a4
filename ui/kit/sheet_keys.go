package kit

import (
	"accord/model"
	"accord/model/edit"
	"accord/ui/keys"
	"accord/ui/widget"
)

func (s *Sheet) Scopes(*Context) []keys.Scope {
	if s.Edit != nil {
		return []keys.Scope{keys.ScopeText}
	}
	return []keys.Scope{keys.ScopeSheet, keys.ScopeMove}
}

func (s *Sheet) Place(c *Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(92, screen.W), min(max(12, len(s.rows(c))+sheetFoot+2), screen.H))
}

func (s *Sheet) Title(c *Context) string {
	a := c.Portfolio().Account(s.Ref.Account)
	if !exists(c, s.Ref) {
		return "Details"
	}
	switch s.Ref.Of {
	case edit.OfProgramme:
		return "Programme"
	case edit.OfMember:
		return "Our team: " + c.Portfolio().Programme().Member(model.MemberID(s.Ref.ID)).Name
	case edit.OfSeat:
		return "Seat: " + OrElse(a.Seat(model.SeatID(s.Ref.ID)).Title, "untitled")
	case edit.OfPerson:
		return a.Person(model.PersonID(s.Ref.ID)).Name
	case edit.OfTie:
		return tieTitle(c, a, tieOf(a, s.Ref.ID))
	case edit.OfObjective:
		return "Objective: " + a.Objective(model.ObjectiveID(s.Ref.ID)).Text
	case edit.OfAction:
		return "Action: " + a.Action(model.ActionID(s.Ref.ID)).Text
	}
	if kind, ok := ItemTitles[s.Ref.Of]; ok {
		if f, err := edit.FieldByKey(c.Portfolio().Programme(), itemText(s.Ref.Of)); err == nil {
			return kind + ": " + OneLine(edit.Get(c.Portfolio(), s.Ref, f))
		}
	}
	return a.Name
}

// ItemTitles name the things of the plan's lists.
var ItemTitles = map[edit.EntityKind]string{edit.OfInsight: "Customer's view", edit.OfValue: "Value", edit.OfPoint: "Point", edit.OfRisk: "Risk", edit.OfReview: "Review", edit.OfCell: "Whitespace", edit.OfDecision: "Decision"}

func tieTitle(c *Context, a *model.Account, t *model.Tie) string {
	ours, theirs := "one of ours", "one of theirs"
	if m := c.Portfolio().Programme().Member(t.Ours); m != nil {
		ours = m.Name
	}
	if p := a.Person(t.Theirs); p != nil {
		theirs = p.Name
	}
	return "Tie: " + ours + " and " + theirs
}

func OrElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func (s *Sheet) Handle(c *Context, in keys.Intent) Outcome {
	if s.Edit != nil {
		return s.typed(c, in)
	}
	switch in.Kind {
	case keys.Up:
		s.move(c, -1, 0)
	case keys.Down:
		s.move(c, 1, 0)
	case keys.Left:
		s.move(c, 0, -1)
	case keys.Right:
		s.move(c, 0, 1)
	case keys.NextField:
		s.next(c, 1)
	case keys.PrevField:
		s.next(c, -1)
	case keys.PageUp:
		s.move(c, -8, 0)
	case keys.PageDown:
		s.move(c, 8, 0)
	case keys.First:
		s.First(c)
	case keys.Last:
		s.move(c, len(s.rows(c)), 0)
	case keys.Cancel:
		return Close()
	case keys.OpenCell:
		return s.openCell(c)
	case keys.NextCell:
		return s.leave(c, StepKey(in.N), Done())
	default:
		return s.act(c, in)
	}
	return Done()
}

// act answers what does something to the field under the cursor.
func (s *Sheet) act(c *Context, in keys.Intent) Outcome {
	f, ref, ok := s.Focused(c)
	switch in.Kind {
	case keys.Add:
		return s.Add(c)
	case keys.EditHere, keys.ExternalEditor, keys.SetUnknown, keys.Delete:
		if why := c.Session.Frozen(); why != "" {
			return Refuse(why)
		}
		if !ok {
			return Refuse("There is nothing to edit here. esc goes back.")
		}
	}
	switch in.Kind {
	case keys.EditHere:
		return s.start(c, ref, f)
	case keys.ExternalEditor:
		if f.Kind != edit.LongText {
			return Refuse("Only long texts open in your own editor; enter edits this one here.")
		}
		return Doing(Opening{NewProse(c, ref, f)}, Asking{Intent: keys.Intent{Kind: keys.ExternalEditor}})
	case keys.SetUnknown:
		return s.empty(c, ref, f)
	case keys.Delete:
		return s.remove(c, ref)
	case keys.Copy:
		if v := edit.Get(c.Portfolio(), ref, f); ok && v != "" {
			return Doing(Copying{v})
		}
		return Refuse("There is nothing to copy here.")
	}
	return Outcome{}
}

// start opens the way to edit a field: in the row, or on top.
func (s *Sheet) start(c *Context, ref edit.Ref, f edit.Field) Outcome {
	inline, over := EditKind(c, ref, f.Key)
	if over != nil {
		return Open(OfTable(over))
	}
	s.Edit = inline
	return Done()
}

// typed answers keys while a field is edited. What is legal is saved with every
// key; leaving only says where to go next.
func (s *Sheet) typed(c *Context, in keys.Intent) Outcome {
	out, closed := s.Edit.Handle(c, in)
	if !closed {
		return out
	}
	s.Edit = nil
	return s.leave(c, in.Kind, out)
}

// leave goes from a fact that was typed to the next one, and opens it: with tab along
// the row, with enter down. Enter on the last one is the end.
func (s *Sheet) leave(c *Context, k keys.IntentKind, out Outcome) Outcome {
	switch k {
	case keys.Up:
		s.move(c, -1, 0)
	case keys.Down:
		s.move(c, 1, 0)
	case keys.NextField:
		s.next(c, 1)
	case keys.PrevField:
		s.next(c, -1)
	case keys.Accept:
		was, _, _ := s.locate(s.rows(c))
		if s.move(c, 1, 0); s.row == was {
			return out
		}
	default:
		return out
	}
	return GoOn(out)
}

// openCell opens the fact under the cursor because the one before was left for it.
func (s *Sheet) openCell(c *Context) Outcome {
	f, ref, ok := s.Focused(c)
	if !ok {
		return Done()
	}
	inline, over := OpenCell(c, ref, f.Key)
	if s.Edit = inline; over != nil {
		return Open(over)
	}
	return Done()
}

// empty makes a field unknown, and says so where that cannot be.
func (s *Sheet) empty(c *Context, ref edit.Ref, f edit.Field) Outcome {
	ch := edit.SetField{Ref: ref, Key: f.Key, Value: ""}
	p, err := c.Session.Try(ch)
	switch {
	case err != nil:
		return Refuse(Sentence(err))
	case p.Empty():
		return Say(f.Label + " is as empty as it can be.")
	}
	return Change(ch)
}

// Add names somebody: one of ours, or who sits in an empty seat.
func (s *Sheet) Add(c *Context) Outcome {
	if why := c.Session.Frozen(); why != "" {
		return Refuse(why)
	}
	switch s.Ref.Of {
	case edit.OfProgramme:
		return Open(NewPrompt(AskMember, "", ""))
	case edit.OfSeat:
		a := c.Portfolio().Account(s.Ref.Account)
		if exists(c, s.Ref) && s.Ref.Account == c.Account && a.Person(a.Seat(model.SeatID(s.Ref.ID)).Person) == nil {
			return Open(NewPrompt(AskPerson, s.Ref.ID, ""))
		}
	}
	return Refuse("There is nothing to add here.")
}

// remove takes one of ours off the team; other things are deleted in their lists.
func (s *Sheet) remove(c *Context, ref edit.Ref) Outcome {
	m := c.Portfolio().Programme().Member(model.MemberID(ref.ID))
	if ref.Of != edit.OfMember || m == nil {
		return Refuse("Only our people are deleted here; other things in the list they stand in.")
	}
	out := Change(edit.RemoveMember{ID: m.ID, Name: m.Name})
	out.Say(m.Name + " is off the team, with all ties; u brings everything back")
	return Deleting(c, m.Name, out)
}
