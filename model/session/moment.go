package session

import (
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
)

// Moment is a point of the past that can be looked at again: a step, or a
// snapshot that was kept under a name.
type Moment struct {
	Seq      uint64 // the step it stands after
	Snapshot uint64 // the number of the snapshot, 0 for a step
	Name     string // of the snapshot
	At       time.Time
	Day      model.Date // the day its figures are of
	Kind     edit.StepKind
	Label    string
	Place    edit.Place
	Group    uint64
	Fact     edit.Edit // the first fact it changed
	Facts    int       // how many facts it changed, 0 when only the label tells
	Accounts int       // how many accounts it touched, or holds
	Score    model.Num // strategic score of the account asked for, in a snapshot
}

// Words tells a moment in a line.
func (m *Moment) Words(account string) string {
	if m.Snapshot != 0 {
		return words.T("session.snapshot", m.Name)
	}
	text := m.Label
	if m.Facts == 1 {
		text = m.Fact.Field + " " + model.Dash(m.Fact.Before) + " → " + model.Dash(m.Fact.After)
		if m.Fact.Subject != account {
			text = m.Fact.Subject + ": " + text
		}
	}
	switch m.Kind {
	case edit.StepUndo:
		return words.T("session.took-back", text)
	case edit.StepRedo:
		return words.T("session.did-again", text)
	}
	return text
}

// JoinMoments makes one of the edits that are one undo. The newest come first.
func JoinMoments(list []Moment) []Moment {
	var out []Moment
	for _, m := range list {
		n := len(out)
		if n > 0 && m.Snapshot == 0 && m.Kind == edit.StepEdit && out[n-1].Kind == edit.StepEdit && out[n-1].Snapshot == 0 &&
			m.Group != 0 &&
			out[n-1].Group == m.Group {
			if last := &out[n-1]; last.Facts == 1 && m.Facts == 1 && last.Fact.Field == m.Fact.Field &&
				last.Fact.Subject == m.Fact.Subject {
				last.Fact.Before = m.Fact.Before
			}
			continue
		}
		out = append(out, m)
	}
	return out
}
