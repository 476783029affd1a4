package relmap

import (
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
)

// onTie answers what is between one of ours and the person under the cursor.
func (m *Pane) onTie(c *kit.Context, r *Row, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Rate, keys.Raise, keys.Lower, keys.MetToday, keys.CycleTarget:
	case keys.SetUnknown: // in the matrix; in the tree it is about the seat
	default:
		return kit.Outcome{}
	}
	switch {
	case r.person == nil:
		return kit.Refuse(nameFirst())
	case len(m.Facts.Team()) == 0:
		return kit.Refuse(words.T("relmap.our-team-empty-o-adds"))
	case in.Kind == keys.MetToday:
		return m.met(c, r)
	}
	col := m.tieColumn(r)
	if col < 0 {
		return kit.Refuse(words.T("relmap.none-ours-tie-yet-t", r.who()))
	}
	return m.setTie(c, r, col, in)
}

// tieColumn is the member of ours that a tie key means: the one under the cursor
// of the matrix; in the tree the one whose tie stands for the row.
func (m *Pane) tieColumn(r *Row) int {
	switch {
	case m.Look == LookMatrix:
		return m.col
	case len(m.Facts.Team()) == 1:
		return 0
	}
	return r.best
}

// met marks contact today. In the tree it asks who of ours it was, unless there
// can be no doubt.
func (m *Pane) met(c *kit.Context, r *Row) kit.Outcome {
	col := m.tieColumn(r)
	if m.Look != LookMatrix && r.known != 1 && len(m.Facts.Team()) > 1 {
		return m.askMet(r)
	}
	out := kit.Change(m.tie(c, r, col, 0, true))
	out.Say(words.T("relmap.met-today-2", m.Facts.Team()[col].Name, r.who()))
	return out
}

func (m *Pane) askMet(r *Row) kit.Outcome {
	var all []kit.Choice
	for _, o := range m.Facts.Team() {
		all = append(all, kit.Choice{Word: memberWords(o), Value: string(o.ID)})
	}
	at := m.Facts.account.Manager
	if r.best >= 0 {
		at = m.Facts.Team()[r.best].ID
	}
	p := kit.NewPick(kit.PickMet, words.T("relmap.who-met-today", r.who()), all, string(at))
	p.On = string(r.person.ID)
	return kit.Open(p)
}

func memberWords(o model.Member) string {
	if o.Function == model.FunctionUnknown {
		return o.Name
	}
	return o.Name + ", " + words.Here(o.Function.String())
}

func (m *Pane) tie(c *kit.Context, r *Row, col int, level model.TieLevel, touch bool) edit.SetTie {
	return edit.SetTie{
		Account: c.Account,
		ID:      model.TieID(c.Session.NewID()),
		Ours:    m.Facts.Team()[col].ID,
		Theirs:  r.person.ID,
		Level:   level,
		Touch:   touch,
	}
}

// setTie sets, nudges, aims or removes a tie.
func (m *Pane) setTie(c *kit.Context, r *Row, col int, in keys.Intent) kit.Outcome {
	t := r.ties[col]
	between := words.T("relmap.and", m.Facts.Team()[col].Name, r.who())
	level := model.TieNone
	if t.Tie != nil {
		level = t.Level
	}
	switch in.Kind {
	case keys.CycleTarget:
		return aim(c, t, between)
	case keys.SetUnknown:
		return m.removeTie(c, r, col, between)
	case keys.Rate:
		level = model.TieLevel(in.N)
	case keys.Raise:
		level++
	case keys.Lower:
		if level == model.TieNone {
			return kit.Refuse(words.T("relmap.no-tie-lower", between))
		}
		level--
	}
	if level > model.TrustedAdvisor {
		return kit.Say(words.T("relmap.trusted-advisor-already-there-nothing", between))
	}
	if level == model.TieNone && t.Tie == nil {
		return kit.Refuse(words.T("relmap.no-tie-1-4-make", between))
	}
	out := kit.Change(m.tie(c, r, col, level, false))
	if level == model.TieNone && t.Target > model.TieNone {
		out.Say(words.T("relmap.between-aim-stays-t-changes", between, tieWord(level), words.Here(t.Target.String())))
	} else {
		out.Say(words.T("relmap.between-tie", between, tieWord(level)))
	}
	return out
}

// aim cycles the level we mean to reach: first one above today's, after trusted
// advisor none.
func aim(c *kit.Context, t mapTie, between string) kit.Outcome {
	if t.Tie == nil {
		return kit.Refuse(words.T("relmap.no-tie-aim-1-4", between))
	}
	next := t.Target + 1
	if t.Target == model.TieNone {
		next = min(t.Level+1, model.TrustedAdvisor)
	}
	if next > model.TrustedAdvisor {
		next = model.TieNone
	}
	out := kit.Change(edit.SetField{Ref: tieRef(c, t), Key: "tie.target", Value: next.String()})
	out.Say(words.T("relmap.no-aim", between))
	if next > model.TieNone {
		out.Say(words.T("relmap.aim-at", between, tieWord(next)))
	}
	return out
}

func tieRef(c *kit.Context, t mapTie) edit.Ref {
	return edit.Ref{Account: c.Account, Of: edit.OfTie, ID: string(t.ID)}
}

// removeTie takes the whole tie away. One with an aim keeps it through a level
// of none, so the aim goes first.
func (m *Pane) removeTie(c *kit.Context, r *Row, col int, between string) kit.Outcome {
	t := r.ties[col]
	if t.Tie == nil {
		return kit.Refuse(words.T("relmap.no-tie-2", between))
	}
	var changes []edit.Change
	if t.Target > model.TieNone {
		changes = append(changes, edit.SetField{Ref: tieRef(c, t), Key: "tie.target"})
	}
	out := kit.Change(append(changes, m.tie(c, r, col, model.TieNone, false))...)
	out.Say(words.T("relmap.removed-tie-between-u-brings", between))
	return out
}

// tieWord is a level as a digit and a word: 3 problem solver.
func tieWord(l model.TieLevel) string {
	if l == model.TieNone {
		return words.T("relmap.no-tie")
	}
	return strconv.Itoa(int(l)) + " " + words.Here(l.String())
}
