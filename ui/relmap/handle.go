package relmap

import (
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
)

func (m *Pane) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	f := m.Refresh(c)
	m.adding = false
	if c.Modest() &&
		(hidesFromRoom[in.Kind] || !c.MayShow(RoomLooks(), m.Look) && (in.Kind == keys.Add || in.Kind == keys.AddBelow || in.Kind == keys.Delete)) {
		return kit.Refusing(in.Kind, kit.OursWords())
	}
	if m.moved(in.Kind) {
		return kit.Done()
	}
	switch in.Kind {
	case keys.NextLook:
		m.Look = (m.Look + 1) % LookCount
		return kit.Done()
	case keys.Larger, keys.Smaller:
		return m.resize(in.Kind)
	case keys.FadeOthers:
		m.filter = (m.filter + 1) % FilterCount
		return kit.Say(words.T("relmap.standing-out", FilterWords()[m.filter]))
	case keys.AddOurs:
		return kit.Open(kit.NewPrompt(kit.AskMember, "", ""))
	}
	if f.account == nil {
		return m.withoutSeat(in, words.T("relmap.there-no-account-yet-add"))
	}
	r := m.Current()
	if in.Kind == keys.Add || in.Kind == keys.AddBelow {
		return m.addSeat(r, in.Kind)
	}
	if r == nil {
		return m.withoutSeat(in, words.T("relmap.nobody-here-yet-adds-seat-2"))
	}
	if out := m.onSeat(c, r, in); out.Done {
		return out
	}
	if out := m.onPerson(c, r, in); out.Done {
		return out
	}
	return m.onTie(c, r, in)
}

// withoutSeat refuses what needs a seat under the cursor.
func (m *Pane) withoutSeat(in keys.Intent, why string) kit.Outcome {
	switch in.Kind {
	case keys.Add,
		keys.AddBelow,
		keys.NamePerson,
		keys.CycleInfluence,
		keys.CycleSupport,
		keys.CycleCoverage,
		keys.CycleRole,
		keys.CycleFunction,
		keys.CycleTarget,
		keys.MoveUnder,
		keys.MetToday,
		keys.SetUnknown,
		keys.Raise,
		keys.Lower,
		keys.Details,
		keys.Delete,
		keys.Rate,
		keys.Explain,
		keys.Copy,
		keys.Influence,
		keys.Quarrel,
		keys.Knows,
		keys.Leave,
		keys.MergeInto,
		keys.Judge,
		keys.AddAbove,
		keys.CycleAdaptability,
		keys.CycleOrientation,
		keys.ToggleConfirmed,
		keys.LinkGoal:
		return kit.Refusing(in.Kind, why)
	}
	return kit.Outcome{}
}
