package report

import (
	"fmt"
	"slices"

	"accord/model"
)

// days are the open actions and planned reviews that a report's calendar has: of
// its account, or of all. A calendar for the customer has the shared actions only.
func days(s *model.Scores, a *model.Account, k Of) []Day {
	var out []Day
	for _, d := range s.Agenda() {
		if !d.Day.Known() || k.Account && d.Account != a.ID || d.Kind != model.DueAction && d.Kind != model.DueReview {
			continue
		}
		if k.Key == "workshop" && !madeInWorkshop(s, &d) {
			continue
		}
		of := s.Portfolio().Account(d.Account)
		if k.Customer {
			if x := of.Action(model.ActionID(d.ID)); d.Kind != model.DueAction || x == nil || !x.Shared {
				continue
			}
		}
		out = append(out, Day{ID: fmt.Sprintf("%s-%s-%s@accord", d.Kind, d.Account, d.ID), Day: d.Day, Text: of.Name + ": " + d.Text, Owner: d.Owner})
	}
	return out
}

// madeInWorkshop reports whether an entry is an action that a parked line became.
func madeInWorkshop(s *model.Scores, d *model.Due) bool {
	w := s.Portfolio().Programme().Workshop
	return w != nil && d.Kind == model.DueAction && slices.ContainsFunc(w.Parked, func(p model.Parked) bool {
		return p.End == model.BecameAction && p.Account == d.Account && p.Made == d.ID
	})
}
