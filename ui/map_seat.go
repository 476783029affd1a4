package ui

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
)

// addSeat asks for a seat beside or below the one under the cursor.
func (m *mapPane) addSeat(r *mapRow, k IntentKind) Outcome {
	m.adding = true
	switch {
	case r == nil:
		return open(newPrompt(askSeat, "", ""))
	case k == AddBelow:
		return open(newPrompt(askSeatBelow, string(r.seat.ID), ""))
	}
	boss := r.seat.ReportsTo
	if _, ok := m.facts.index[boss]; !ok {
		boss = "" // the superior is gone: beside is at the top
	}
	return open(newPrompt(askSeat, string(boss), ""))
}

// onSeat answers what is about the place, whoever sits there.
func (m *mapPane) onSeat(c *ctx, r *mapRow, in Intent) Outcome {
	seat := edit.Ref{Account: c.account, Of: edit.OfSeat, ID: string(r.seat.ID)}
	switch in.Kind {
	case NamePerson:
		now := ""
		if r.person != nil {
			now = r.person.Name
		}
		return open(newPrompt(askPerson, string(r.seat.ID), now))
	case CycleInfluence:
		return cycle(c, seat, "seat.influence", r.who())
	case CycleRole:
		return cycle(c, seat, "seat.role", r.who())
	case CycleFunction:
		return cycle(c, seat, "seat.function", r.who())
	case MoveUnder:
		return m.moveSeat(r)
	case Delete:
		return m.removeSeat(c, r)
	case Details:
		if r.person != nil {
			return open(newSheet(c, edit.Ref{Account: c.account, Of: edit.OfPerson, ID: string(r.person.ID)}))
		}
		return open(newSheet(c, seat))
	case Explain:
		return open(newExplain(c.account, m.figure(r)))
	case Copy:
		return doing(Copying{copied(r)})
	case Influence:
		return m.relate(r, model.Influences)
	case Quarrel:
		return m.relate(r, model.Conflict)
	case Knows:
		return m.relate(r, model.Informal)
	case AddAbove:
		m.adding = true
		return open(newPrompt(askSeatAbove, string(r.seat.ID), ""))
	case ToggleConfirmed:
		return toggleConfirmed(c, r)
	case LinkGoal:
		return m.linkGoal(r)
	case Leave:
		return m.leave(c, r)
	case MergeInto:
		return m.mergeInto(r)
	case Judge:
		return m.askJudge(r)
	}
	return Outcome{}
}

// onPerson answers what is about who sits there.
func (m *mapPane) onPerson(c *ctx, r *mapRow, in Intent) Outcome {
	var field string
	switch in.Kind {
	case CycleSupport:
		field = "person.support"
	case CycleCoverage:
		field = "person.coverage"
	case CycleAdaptability:
		field = "person.adaptability"
	case CycleOrientation:
		field = "person.orientation"
	case SetUnknown:
		if m.look != lookMatrix {
			return vacate(c, r)
		}
		return Outcome{}
	default:
		return Outcome{}
	}
	if r.person == nil {
		return refuse(nameFirst)
	}
	return cycle(c, edit.Ref{Account: c.account, Of: edit.OfPerson, ID: string(r.person.ID)}, field, r.who())
}

const nameFirst = "Name the person first: n."

// cycle sets a field to its next choice; after the last comes unknown.
func cycle(c *ctx, ref edit.Ref, key, who string) Outcome {
	p := c.portfolio()
	f, err := edit.FieldByKey(p.Programme(), key)
	if err != nil {
		return refuse(sentence(err))
	}
	next := nextChoice(inTurn(f), edit.Get(p, ref, f))
	out := change(edit.SetField{Ref: ref, Key: key, Value: next})
	out.Say(who + ": " + strings.ToLower(f.Label) + " " + orUnknown(next))
	return out
}

// inTurn are the choices of a field in the order of a key that goes through them.
// Nobody is an enemy by one press: support begins in the middle and goes up.
func inTurn(f edit.Field) []string {
	if f.Key != "person.support" {
		return f.Choices
	}
	neutral := slices.Index(f.Choices, model.SupportWord(model.Some(0)))
	return slices.Concat(f.Choices[neutral:], f.Choices[:neutral])
}

func nextChoice(all []string, now string) string {
	for i, w := range all {
		if w == now && i+1 < len(all) {
			return all[i+1]
		}
	}
	if now == "" && len(all) > 0 {
		return all[0]
	}
	return ""
}

func orUnknown(word string) string {
	if word == "" {
		return "unknown"
	}
	return word
}

// moveSeat offers every seat that can be the superior: all but itself and those
// below it, and the top.
func (m *mapPane) moveSeat(r *mapRow) Outcome {
	f := m.facts
	not := underneath(f.account, r.seat.ID)
	all := []choice{{"top: reports to nobody", ""}}
	for i := range f.rows {
		if x := &f.rows[i]; !not[x.seat.ID] {
			all = append(all, choice{bossWords(x), string(x.seat.ID)})
		}
	}
	if len(all) == 1 && r.seat.ReportsTo == "" {
		return refuse("There is nobody else for " + r.who() + " to report to; those below cannot be the superior.")
	}
	p := newPick(pickBoss, r.who()+" reports to", all, string(r.seat.ReportsTo))
	p.on = string(r.seat.ID)
	return open(p)
}

func bossWords(r *mapRow) string {
	if r.seat.Title == "" || r.person == nil {
		return r.who()
	}
	return r.seat.Title + " " + r.person.Name
}

// removeSeat deletes the seat and says where those below it go.
func (m *mapPane) removeSeat(c *ctx, r *mapRow) Outcome {
	out := change(edit.RemoveSeat{Account: c.account, Seat: r.seat.ID})
	said := "deleted " + bossWords(r) + "; "
	if m.row+1 < len(m.facts.rows) && m.facts.rows[m.row+1].depth > r.depth {
		boss, ok := m.facts.index[r.seat.ReportsTo]
		if ok {
			said += "those below now report to " + m.facts.rows[boss].who() + "; "
		} else {
			said += "those below are at the top now; "
		}
	}
	out.Say(said + "u brings it back")
	return deleting(c, "the seat of "+bossWords(r), out)
}

// vacate sends the person away; an empty seat changes between known to be
// vacant and not known.
func vacate(c *ctx, r *mapRow) Outcome {
	out := change(edit.SeatPerson{Account: c.account, Seat: r.seat.ID, Leave: true})
	switch {
	case r.person != nil:
		out.Say(r.person.Name + " left; the seat is vacant. u brings them back")
	case r.seat.Vacant:
		out.Say(r.who() + ": somebody sits there, we do not know who")
	default:
		out.Say(r.who() + ": known to be vacant")
	}
	return out
}

// figure is the index that i explains: what the look is about, or what is wrong
// under the cursor.
func (m *mapPane) figure(r *mapRow) string {
	switch {
	case m.look == lookMatrix:
		return "bow_tie"
	case r.person != nil && r.person.Support.Known && r.person.Support.V < 0:
		return "support"
	}
	return "relationship"
}

// copied is what y takes along: the name and the address, ready for a letter.
func copied(r *mapRow) string {
	switch {
	case r.person == nil:
		return r.title()
	case r.person.Email == "":
		return r.person.Name
	}
	return r.person.Name + " <" + r.person.Email + ">"
}
