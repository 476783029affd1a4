package ui

import (
	"strconv"

	"accord/model"
	"accord/model/edit"
)

// onTie answers what is between one of ours and the person under the cursor.
func (m *mapPane) onTie(c *ctx, r *mapRow, in Intent) Outcome {
	switch in.Kind {
	case Rate, Raise, Lower, MetToday, CycleTarget:
	case SetUnknown: // in the matrix; in the tree it is about the seat
	default:
		return Outcome{}
	}
	switch {
	case r.person == nil:
		return refuse(nameFirst)
	case len(m.facts.team()) == 0:
		return refuse("Our team is empty: O adds one of ours.")
	case in.Kind == MetToday:
		return m.met(c, r)
	}
	col := m.tieColumn(r)
	if col < 0 {
		return refuse("None of ours has a tie to " + r.who() + " yet: t says who met them, v opens the matrix.")
	}
	return m.setTie(c, r, col, in)
}

// tieColumn is the member of ours that a tie key means: the one under the cursor
// of the matrix; in the tree the one whose tie stands for the row.
func (m *mapPane) tieColumn(r *mapRow) int {
	switch {
	case m.look == lookMatrix:
		return m.col
	case len(m.facts.team()) == 1:
		return 0
	}
	return r.best
}

// met marks contact today. In the tree it asks who of ours it was, unless there
// can be no doubt.
func (m *mapPane) met(c *ctx, r *mapRow) Outcome {
	col := m.tieColumn(r)
	if m.look != lookMatrix && r.known != 1 && len(m.facts.team()) > 1 {
		return m.askMet(r)
	}
	out := change(m.tie(c, r, col, 0, true))
	out.Say(m.facts.team()[col].Name + " met " + r.who() + " today")
	return out
}

func (m *mapPane) askMet(r *mapRow) Outcome {
	var all []choice
	for _, o := range m.facts.team() {
		all = append(all, choice{memberWords(o), string(o.ID)})
	}
	at := m.facts.account.Manager
	if r.best >= 0 {
		at = m.facts.team()[r.best].ID
	}
	p := newPick(pickMet, "Who met "+r.who()+" today?", all, string(at))
	p.on = string(r.person.ID)
	return open(p)
}

func memberWords(o model.Member) string {
	if o.Function == model.FunctionUnknown {
		return o.Name
	}
	return o.Name + ", " + o.Function.String()
}

func (m *mapPane) tie(c *ctx, r *mapRow, col int, level model.TieLevel, touch bool) edit.SetTie {
	return edit.SetTie{Account: c.account, ID: model.TieID(c.session.NewID()), Ours: m.facts.team()[col].ID, Theirs: r.person.ID, Level: level, Touch: touch}
}

// setTie sets, nudges, aims or removes a tie.
func (m *mapPane) setTie(c *ctx, r *mapRow, col int, in Intent) Outcome {
	t := r.ties[col]
	between := m.facts.team()[col].Name + " and " + r.who()
	level := model.TieNone
	if t.Tie != nil {
		level = t.Level
	}
	switch in.Kind {
	case CycleTarget:
		return aim(c, t, between)
	case SetUnknown:
		return m.removeTie(c, r, col, between)
	case Rate:
		level = model.TieLevel(in.N)
	case Raise:
		level++
	case Lower:
		if level == model.TieNone {
			return refuse(between + " have no tie to lower.")
		}
		level--
	}
	if level > model.TrustedAdvisor {
		return say(between + ": trusted advisor already, there is nothing above")
	}
	if level == model.TieNone && t.Tie == nil {
		return refuse(between + " have no tie: 1 to 4 make one.")
	}
	out := change(m.tie(c, r, col, level, false))
	said := between + ": " + tieWord(level)
	if level == model.TieNone && t.Target > model.TieNone {
		said += ", the aim of " + t.Target.String() + " stays; T changes it"
	}
	out.Say(said)
	return out
}

// aim cycles the level we mean to reach: first one above today's, after trusted
// advisor none.
func aim(c *ctx, t mapTie, between string) Outcome {
	if t.Tie == nil {
		return refuse(between + " have no tie to aim with: 1 to 4 make one.")
	}
	next := t.Target + 1
	if t.Target == model.TieNone {
		next = min(t.Level+1, model.TrustedAdvisor)
	}
	if next > model.TrustedAdvisor {
		next = model.TieNone
	}
	out := change(edit.SetField{Ref: tieRef(c, t), Key: "tie.target", Value: next.String()})
	out.Say(between + ": no aim")
	if next > model.TieNone {
		out.Say(between + ": aim at " + tieWord(next))
	}
	return out
}

func tieRef(c *ctx, t mapTie) edit.Ref {
	return edit.Ref{Account: c.account, Of: edit.OfTie, ID: string(t.ID)}
}

// removeTie takes the whole tie away. One with an aim keeps it through a level
// of none, so the aim goes first.
func (m *mapPane) removeTie(c *ctx, r *mapRow, col int, between string) Outcome {
	t := r.ties[col]
	if t.Tie == nil {
		return refuse(between + " have no tie.")
	}
	var changes []edit.Change
	if t.Target > model.TieNone {
		changes = append(changes, edit.SetField{Ref: tieRef(c, t), Key: "tie.target"})
	}
	out := change(append(changes, m.tie(c, r, col, model.TieNone, false))...)
	out.Say("removed the tie between " + between + "; u brings it back")
	return out
}

// tieWord is a level as a digit and a word: 3 problem solver.
func tieWord(l model.TieLevel) string {
	if l == model.TieNone {
		return "no tie"
	}
	return strconv.Itoa(int(l)) + " " + l.String()
}
