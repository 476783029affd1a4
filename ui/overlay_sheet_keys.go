package ui

import (
	"accord/model"
	"accord/model/edit"
	"accord/ui/widget"
)

func (s *sheet) scopes(*ctx) []scope {
	if s.edit != nil {
		return []scope{scopeText}
	}
	return []scope{scopeSheet, scopeMove}
}

func (s *sheet) place(c *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(92, screen.W), min(max(12, len(s.rows(c))+sheetFoot+2), screen.H))
}

func (s *sheet) title(c *ctx) string {
	a := c.portfolio().Account(s.ref.Account)
	if !exists(c, s.ref) {
		return "Details"
	}
	switch s.ref.Of {
	case edit.OfProgramme:
		return "Programme"
	case edit.OfMember:
		return "Our team: " + c.portfolio().Programme().Member(model.MemberID(s.ref.ID)).Name
	case edit.OfSeat:
		return "Seat: " + orElse(a.Seat(model.SeatID(s.ref.ID)).Title, "untitled")
	case edit.OfPerson:
		return a.Person(model.PersonID(s.ref.ID)).Name
	case edit.OfTie:
		return tieTitle(c, a, tieOf(a, s.ref.ID))
	case edit.OfObjective:
		return "Objective: " + a.Objective(model.ObjectiveID(s.ref.ID)).Text
	case edit.OfAction:
		return "Action: " + a.Action(model.ActionID(s.ref.ID)).Text
	}
	if kind, ok := itemTitles[s.ref.Of]; ok {
		if f, err := edit.FieldByKey(c.portfolio().Programme(), itemText(s.ref.Of)); err == nil {
			return kind + ": " + oneLine(edit.Get(c.portfolio(), s.ref, f))
		}
	}
	return a.Name
}

// itemTitles name the things of the plan's lists.
var itemTitles = map[edit.EntityKind]string{edit.OfInsight: "Customer's view", edit.OfValue: "Value", edit.OfPoint: "Point", edit.OfRisk: "Risk", edit.OfReview: "Review", edit.OfCell: "Whitespace", edit.OfDecision: "Decision"}

func tieTitle(c *ctx, a *model.Account, t *model.Tie) string {
	ours, theirs := "one of ours", "one of theirs"
	if m := c.portfolio().Programme().Member(t.Ours); m != nil {
		ours = m.Name
	}
	if p := a.Person(t.Theirs); p != nil {
		theirs = p.Name
	}
	return "Tie: " + ours + " and " + theirs
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func (s *sheet) handle(c *ctx, in Intent) Outcome {
	if s.edit != nil {
		return s.typed(c, in)
	}
	switch in.Kind {
	case Up:
		s.move(c, -1, 0)
	case Down:
		s.move(c, 1, 0)
	case Left:
		s.move(c, 0, -1)
	case Right:
		s.move(c, 0, 1)
	case NextField:
		s.next(c, 1)
	case PrevField:
		s.next(c, -1)
	case PageUp:
		s.move(c, -8, 0)
	case PageDown:
		s.move(c, 8, 0)
	case First:
		s.first(c)
	case Last:
		s.move(c, len(s.rows(c)), 0)
	case Cancel:
		return closing()
	case OpenCell:
		return s.openCell(c)
	case NextCell:
		return s.leave(c, stepKey(in.N), done())
	default:
		return s.act(c, in)
	}
	return done()
}

// act answers what does something to the field under the cursor.
func (s *sheet) act(c *ctx, in Intent) Outcome {
	f, ref, ok := s.focused(c)
	switch in.Kind {
	case Add:
		return s.add(c)
	case EditHere, ExternalEditor, SetUnknown, Delete:
		if why := c.session.Frozen(); why != "" {
			return refuse(why)
		}
		if !ok {
			return refuse("There is nothing to edit here. esc goes back.")
		}
	}
	switch in.Kind {
	case EditHere:
		return s.start(c, ref, f)
	case ExternalEditor:
		if f.Kind != edit.LongText {
			return refuse("Only long texts open in your own editor; enter edits this one here.")
		}
		return doing(Opening{newProse(c, ref, f)}, Asking{Intent: Intent{Kind: ExternalEditor}})
	case SetUnknown:
		return s.empty(c, ref, f)
	case Delete:
		return s.remove(c, ref)
	case Copy:
		if v := edit.Get(c.portfolio(), ref, f); ok && v != "" {
			return doing(Copying{v})
		}
		return refuse("There is nothing to copy here.")
	}
	return Outcome{}
}

// start opens the way to edit a field: in the row, or on top.
func (s *sheet) start(c *ctx, ref edit.Ref, f edit.Field) Outcome {
	inline, over := editKind(c, ref, f.Key)
	if over != nil {
		return open(ofTable(over))
	}
	s.edit = inline
	return done()
}

// typed answers keys while a field is edited. What is legal is saved with every
// key; leaving only says where to go next.
func (s *sheet) typed(c *ctx, in Intent) Outcome {
	out, closed := s.edit.handle(c, in)
	if !closed {
		return out
	}
	s.edit = nil
	return s.leave(c, in.Kind, out)
}

// leave goes from a fact that was typed to the next one, and opens it: with tab along
// the row, with enter down. Enter on the last one is the end.
func (s *sheet) leave(c *ctx, k IntentKind, out Outcome) Outcome {
	switch k {
	case Up:
		s.move(c, -1, 0)
	case Down:
		s.move(c, 1, 0)
	case NextField:
		s.next(c, 1)
	case PrevField:
		s.next(c, -1)
	case Accept:
		was, _, _ := s.locate(s.rows(c))
		if s.move(c, 1, 0); s.row == was {
			return out
		}
	default:
		return out
	}
	return goOn(out)
}

// openCell opens the fact under the cursor because the one before was left for it.
func (s *sheet) openCell(c *ctx) Outcome {
	f, ref, ok := s.focused(c)
	if !ok {
		return done()
	}
	inline, over := openCell(c, ref, f.Key)
	if s.edit = inline; over != nil {
		return open(over)
	}
	return done()
}

// empty makes a field unknown, and says so where that cannot be.
func (s *sheet) empty(c *ctx, ref edit.Ref, f edit.Field) Outcome {
	ch := edit.SetField{Ref: ref, Key: f.Key, Value: ""}
	p, err := c.session.Try(ch)
	switch {
	case err != nil:
		return refuse(sentence(err))
	case p.Empty():
		return say(f.Label + " is as empty as it can be.")
	}
	return change(ch)
}

// add names somebody: one of ours, or who sits in an empty seat.
func (s *sheet) add(c *ctx) Outcome {
	if why := c.session.Frozen(); why != "" {
		return refuse(why)
	}
	switch s.ref.Of {
	case edit.OfProgramme:
		return open(newPrompt(askMember, "", ""))
	case edit.OfSeat:
		a := c.portfolio().Account(s.ref.Account)
		if exists(c, s.ref) && s.ref.Account == c.account && a.Person(a.Seat(model.SeatID(s.ref.ID)).Person) == nil {
			return open(newPrompt(askPerson, s.ref.ID, ""))
		}
	}
	return refuse("There is nothing to add here.")
}

// remove takes one of ours off the team; other things are deleted in their lists.
func (s *sheet) remove(c *ctx, ref edit.Ref) Outcome {
	m := c.portfolio().Programme().Member(model.MemberID(ref.ID))
	if ref.Of != edit.OfMember || m == nil {
		return refuse("Only our people are deleted here; other things in the list they stand in.")
	}
	out := change(edit.RemoveMember{ID: m.ID, Name: m.Name})
	out.Say(m.Name + " is off the team, with all ties; u brings everything back")
	return deleting(c, m.Name, out)
}
