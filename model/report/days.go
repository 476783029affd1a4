package report

import (
	"fmt"

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
