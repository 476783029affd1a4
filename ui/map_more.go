package ui

import (
	"strings"

	"accord/model/edit"
)

// resize takes the boxes of the drawn map a step up or down from what fits.
func (m *mapPane) resize(k IntentKind) Outcome {
	if m.look != lookDrawn {
		return refuse("Only the drawn map has sizes: v goes there.")
	}
	n := len(boxWidths) - 1
	if k == Larger {
		m.size = min(n, m.size+1)
	} else {
		m.size = max(-n, m.size-1)
	}
	return done()
}

// toggleConfirmed turns what we assume of seat and person into what we know, or
// back; both together, since one talk usually settles both.
func toggleConfirmed(c *ctx, r *mapRow) Outcome {
	value, said := "yes", "confirmed"
	if r.seat.Confirmed && (r.person == nil || r.person.Confirmed) {
		value, said = "no", "assumed"
	}
	changes := []edit.Change{edit.SetField{Ref: edit.Ref{Account: c.account, Of: edit.OfSeat, ID: string(r.seat.ID)}, Key: "seat.confirmed", Value: value}}
	if r.person != nil {
		changes = append(changes, edit.SetField{Ref: edit.Ref{Account: c.account, Of: edit.OfPerson, ID: string(r.person.ID)}, Key: "person.confirmed", Value: value})
	}
	out := change(changes...)
	out.Say(r.who() + ": " + said)
	return out
}

// linkGoal says whose one of the customer's goals, pressures or initiatives is.
func (m *mapPane) linkGoal(r *mapRow) Outcome {
	if r.person == nil {
		return refuse(nameFirst)
	}
	var all []choice
	for _, n := range m.facts.account.Insights {
		word := n.Kind.String() + ": " + oneLine(n.Text)
		if strings.EqualFold(n.Whose, r.person.Name) {
			word += "  (theirs)"
		}
		all = append(all, choice{word, string(n.ID)})
	}
	if len(all) == 0 {
		return refuse("Nothing of the customer's view is written down yet: add a goal in the plan, customer's view.")
	}
	p := newPick(pickGoal, "What is "+r.person.Name+"'s?", all, "")
	p.on = r.person.Name
	return open(p)
}
