package kit

import (
	"accord/model"
	"accord/model/edit"
	"accord/model/words"
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
		return words.T("kit.details")
	}
	switch s.Ref.Of {
	case edit.OfProgramme:
		return words.T("kit.programme")
	case edit.OfMember:
		return words.T("kit.our-team", c.Portfolio().Programme().Member(model.MemberID(s.Ref.ID)).Name)
	case edit.OfSeat:
		return words.T("kit.seat", OrElse(a.Seat(model.SeatID(s.Ref.ID)).Title, "untitled"))
	case edit.OfPerson:
		return a.Person(model.PersonID(s.Ref.ID)).Name
	case edit.OfTie:
		return tieTitle(c, a, tieOf(a, s.Ref.ID))
	case edit.OfObjective:
		return words.T("kit.objective", a.Objective(model.ObjectiveID(s.Ref.ID)).Text)
	case edit.OfAction:
		return words.T("kit.action", a.Action(model.ActionID(s.Ref.ID)).Text)
	}
	if kind, ok := ItemTitles()[s.Ref.Of]; ok {
		if f, err := edit.FieldByKey(c.Portfolio().Programme(), itemText(s.Ref.Of)); err == nil {
			return kind + ": " + OneLine(f.Shown(edit.Get(c.Portfolio(), s.Ref, f)))
		}
	}
	return a.Name
}

// ItemTitles name the things of the plan's lists.
var ItemTitles = words.Table(func() map[edit.EntityKind]string {
	return map[edit.EntityKind]string{edit.OfInsight: words.T("kit.customers-view"), edit.OfValue: words.T("kit.value-2"), edit.OfPoint: words.T("kit.point"), edit.OfRisk: words.T("kit.risk"), edit.OfReview: words.T("kit.review"), edit.OfCell: words.T("kit.whitespace"), edit.OfDecision: words.T("kit.decision")}
})

func tieTitle(c *Context, a *model.Account, t *model.Tie) string {
	m, p := c.Portfolio().Programme().Member(t.Ours), a.Person(t.Theirs)
	switch {
	case m == nil && p == nil:
		return words.T("kit.tie-one-ours-one-theirs")
	case m == nil:
		return words.T("kit.tie-one-ours-and", p.Name)
	case p == nil:
		return words.T("kit.tie-and-one-theirs", m.Name)
	}
	return words.T("kit.tie-and", m.Name, p.Name)
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
			return Refuse(words.T("kit.there-nothing-edit-here-esc"))
		}
	}
	switch in.Kind {
	case keys.EditHere:
		return s.start(c, ref, f)
	case keys.ExternalEditor:
		if f.Kind != edit.LongText {
			return Refuse(words.T("kit.only-long-texts-open-your"))
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
		return Refuse(words.T("kit.there-nothing-copy-here"))
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
		return Say(words.T("kit.as-empty-as-can", f.Title))
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
	return Refuse(words.T("kit.there-nothing-add-here"))
}

// remove takes one of ours off the team; other things are deleted in their lists.
func (s *Sheet) remove(c *Context, ref edit.Ref) Outcome {
	m := c.Portfolio().Programme().Member(model.MemberID(ref.ID))
	if ref.Of != edit.OfMember || m == nil {
		return Refuse(words.T("kit.only-our-people-deleted-here"))
	}
	out := Change(edit.RemoveMember{ID: m.ID, Name: m.Name})
	out.Say(words.T("kit.off-team-all-ties-u", m.Name))
	return Deleting(c, m.Name, out)
}
