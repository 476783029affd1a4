package relmap

import (
	"strings"

	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
)

// resize takes the boxes of the drawn map a step up or down from what fits.
func (m *Pane) resize(k keys.IntentKind) kit.Outcome {
	if m.Look != LookDrawn {
		return kit.Refuse(words.T("relmap.only-drawn-map-sizes-v"))
	}
	n := len(boxWidths) - 1
	if k == keys.Larger {
		m.size = min(n, m.size+1)
	} else {
		m.size = max(-n, m.size-1)
	}
	return kit.Done()
}

// toggleConfirmed turns what we assume of seat and person into what we know, or
// back; both together, since one talk usually settles both.
func toggleConfirmed(c *kit.Context, r *Row) kit.Outcome {
	value, said := "yes", words.T("relmap.confirmed")
	if r.Seat.Confirmed && (r.person == nil || r.person.Confirmed) {
		value, said = "no", words.T("relmap.assumed")
	}
	changes := []edit.Change{
		edit.SetField{
			Ref:   edit.Ref{Account: c.Account, Of: edit.OfSeat, ID: string(r.Seat.ID)},
			Key:   "seat.confirmed",
			Value: value,
		},
	}
	if r.person != nil {
		changes = append(
			changes,
			edit.SetField{
				Ref:   edit.Ref{Account: c.Account, Of: edit.OfPerson, ID: string(r.person.ID)},
				Key:   "person.confirmed",
				Value: value,
			},
		)
	}
	out := kit.Change(changes...)
	out.Say(r.who() + ": " + said)
	return out
}

// linkGoal says whose one of the customer's goals, pressures or initiatives is.
func (m *Pane) linkGoal(r *Row) kit.Outcome {
	if r.person == nil {
		return kit.Refuse(nameFirst())
	}
	var all []kit.Choice
	for _, n := range m.Facts.account.Insights {
		word := words.T("relmap.insight", words.Here(n.Kind.String()), kit.OneLine(n.Text))
		if strings.EqualFold(n.Whose, r.person.Name) {
			word = words.T("relmap.insight-theirs", words.Here(n.Kind.String()), kit.OneLine(n.Text))
		}
		all = append(all, kit.Choice{Word: word, Value: string(n.ID)})
	}
	if len(all) == 0 {
		return kit.Refuse(words.T("relmap.nothing-customers-view-written-down"))
	}
	p := kit.NewPick(kit.PickGoal, words.T("relmap.what-s", r.person.Name), all, "")
	p.On = r.person.Name
	return kit.Open(p)
}
