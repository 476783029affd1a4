package relmap

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
)

// addSeat asks for a seat beside or below the one under the cursor.
func (m *Pane) addSeat(r *Row, k keys.IntentKind) kit.Outcome {
	m.adding = true
	switch {
	case r == nil:
		return kit.Open(kit.NewPrompt(kit.AskSeat, "", ""))
	case k == keys.AddBelow:
		return kit.Open(kit.NewPrompt(kit.AskSeatBelow, string(r.Seat.ID), ""))
	}
	boss := r.Seat.ReportsTo
	if _, ok := m.Facts.index[boss]; !ok {
		boss = "" // the superior is gone: beside is at the top
	}
	return kit.Open(kit.NewPrompt(kit.AskSeat, string(boss), ""))
}

// onSeat answers what is about the place, whoever sits there.
func (m *Pane) onSeat(c *kit.Context, r *Row, in keys.Intent) kit.Outcome {
	seat := edit.Ref{Account: c.Account, Of: edit.OfSeat, ID: string(r.Seat.ID)}
	switch in.Kind {
	case keys.NamePerson:
		now := ""
		if r.person != nil {
			now = r.person.Name
		}
		return kit.Open(kit.NewPrompt(kit.AskPerson, string(r.Seat.ID), now))
	case keys.CycleInfluence:
		return cycle(c, seat, "seat.influence", r.who())
	case keys.CycleRole:
		return cycle(c, seat, "seat.role", r.who())
	case keys.CycleFunction:
		return cycle(c, seat, "seat.function", r.who())
	case keys.MoveUnder:
		return m.moveSeat(r)
	case keys.Delete:
		return m.removeSeat(c, r)
	case keys.Details:
		if r.person != nil {
			return kit.Open(kit.NewSheet(c, edit.Ref{Account: c.Account, Of: edit.OfPerson, ID: string(r.person.ID)}))
		}
		return kit.Open(kit.NewSheet(c, seat))
	case keys.Explain:
		return kit.Open(kit.NewExplain(c.Account, m.figure(r)))
	case keys.Copy:
		return kit.Doing(kit.Copying{Text: copied(r)})
	case keys.Influence:
		return m.relate(r, model.Influences)
	case keys.Quarrel:
		return m.relate(r, model.Conflict)
	case keys.Knows:
		return m.relate(r, model.Informal)
	case keys.AddAbove:
		m.adding = true
		return kit.Open(kit.NewPrompt(kit.AskSeatAbove, string(r.Seat.ID), ""))
	case keys.ToggleConfirmed:
		return toggleConfirmed(c, r)
	case keys.LinkGoal:
		return m.linkGoal(r)
	case keys.Leave:
		return m.leave(c, r)
	case keys.MergeInto:
		return m.mergeInto(r)
	case keys.Judge:
		return m.askJudge(r)
	}
	return kit.Outcome{}
}

// onPerson answers what is about who sits there.
func (m *Pane) onPerson(c *kit.Context, r *Row, in keys.Intent) kit.Outcome {
	var field string
	switch in.Kind {
	case keys.CycleSupport:
		field = "person.support"
	case keys.CycleCoverage:
		field = "person.coverage"
	case keys.CycleAdaptability:
		field = "person.adaptability"
	case keys.CycleOrientation:
		field = "person.orientation"
	case keys.SetUnknown:
		if m.Look != LookMatrix {
			return vacate(c, r)
		}
		return kit.Outcome{}
	default:
		return kit.Outcome{}
	}
	if r.person == nil {
		return kit.Refuse(nameFirst())
	}
	return cycle(c, edit.Ref{Account: c.Account, Of: edit.OfPerson, ID: string(r.person.ID)}, field, r.who())
}

// cycle sets a field to its next choice; after the last comes unknown.
func cycle(c *kit.Context, ref edit.Ref, key, who string) kit.Outcome {
	p := c.Portfolio()
	f, err := edit.FieldByKey(p.Programme(), key)
	if err != nil {
		return kit.Refuse(kit.Sentence(err))
	}
	next := nextChoice(inTurn(f), edit.Get(p, ref, f))
	out := kit.Change(edit.SetField{Ref: ref, Key: key, Value: next})
	out.Say(who + ": " + strings.ToLower(f.Title) + " " + orUnknown(next))
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
		return words.T("relmap.unknown")
	}
	return word
}

// moveSeat offers every seat that can be the superior: all but itself and those
// below it, and the top.
func (m *Pane) moveSeat(r *Row) kit.Outcome {
	f := m.Facts
	not := underneath(f.account, r.Seat.ID)
	all := []kit.Choice{{Word: words.T("relmap.top-reports-nobody"), Value: ""}}
	for i := range f.Rows {
		if x := &f.Rows[i]; !not[x.Seat.ID] {
			all = append(all, kit.Choice{Word: bossWords(x), Value: string(x.Seat.ID)})
		}
	}
	if len(all) == 1 && r.Seat.ReportsTo == "" {
		return kit.Refuse(words.T("relmap.there-nobody-else-report-those", r.who()))
	}
	p := kit.NewPick(kit.PickBoss, words.T("relmap.reports-to", r.who()), all, string(r.Seat.ReportsTo))
	p.On = string(r.Seat.ID)
	return kit.Open(p)
}

// removeSeat deletes the seat and says where those below it go.
func (m *Pane) removeSeat(c *kit.Context, r *Row) kit.Outcome {
	out := kit.Change(edit.RemoveSeat{Account: c.Account, Seat: r.Seat.ID})
	said := words.T("relmap.deleted-u-brings-back", bossWords(r))
	if m.Row+1 < len(m.Facts.Rows) && m.Facts.Rows[m.Row+1].depth > r.depth {
		boss, ok := m.Facts.index[r.Seat.ReportsTo]
		if ok {
			said = words.T("relmap.deleted-those-below-now-report", bossWords(r), m.Facts.Rows[boss].who())
		} else {
			said = words.T("relmap.deleted-those-below-at-top", bossWords(r))
		}
	}
	out.Say(said)
	return kit.Deleting(c, words.T("relmap.the-seat-of", bossWords(r)), out)
}

// vacate sends the person away; an empty seat changes between known to be
// vacant and not known.
func vacate(c *kit.Context, r *Row) kit.Outcome {
	out := kit.Change(edit.SeatPerson{Account: c.Account, Seat: r.Seat.ID, Leave: true})
	switch {
	case r.person != nil:
		out.Say(words.T("relmap.left-seat-vacant-u-brings", r.person.Name))
	case r.Seat.Vacant:
		out.Say(words.T("relmap.somebody-sits-there-we-do", r.who()))
	default:
		out.Say(words.T("relmap.known-vacant", r.who()))
	}
	return out
}

// figure is the index that i explains: what the look is about, or what is wrong
// under the cursor.
func (m *Pane) figure(r *Row) string {
	switch {
	case m.Look == LookMatrix:
		return "bow_tie"
	case r.person != nil && r.person.Support.Known && r.person.Support.V < 0:
		return "support"
	}
	return "relationship"
}

// copied is what y takes along: the name and the address, ready for a letter.
func copied(r *Row) string {
	switch {
	case r.person == nil:
		return r.Title()
	case r.person.Email == "":
		return r.person.Name
	}
	return r.person.Name + " <" + r.person.Email + ">"
}
