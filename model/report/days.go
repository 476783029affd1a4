package report

import (
	"cmp"
	"fmt"
	"slices"

	"accord/model"
	"accord/model/score"
)

// days are the open actions and planned reviews that a report's calendar has: of
// its account, or of all.
func days(s *score.Scores, a *model.Account, k Of) []Day {
	var out []Day
	for _, d := range s.Agenda() {
		if !d.Day.Known() || k.Account && d.Account != a.ID || d.Kind != score.DueAction && d.Kind != score.DueReview {
			continue
		}
		if k.made && !madeInWorkshop(s, &d) {
			continue
		}
		of := s.Portfolio().Account(d.Account)
		out = append(
			out,
			Day{ID: dayID(d.Kind.String(), d.Account, d.ID), Day: d.Day, Text: of.Name + ": " + d.Text, Owner: d.Owner},
		)
	}
	return out
}

// madeInWorkshop reports whether an entry is an action that a parked line became.
func madeInWorkshop(s *score.Scores, d *score.Due) bool {
	w := s.Portfolio().Programme().Workshop
	return w != nil && d.Kind == score.DueAction && slices.ContainsFunc(w.Parked, func(p model.Parked) bool {
		return p.End == model.BecameAction && p.Account == d.Account && p.Made == d.ID
	})
}

// days of a calendar for the customer are the open actions they share.
func (h *handout) days() []Day { return h.daysOf(nil) }

// daysOf are those of some of them; nil is all.
func (h *handout) daysOf(these map[string]bool) []Day {
	var out []Day
	for _, x := range h.account.Actions {
		if open(x) && x.Due.Known() && (these == nil || these[string(x.ID)]) {
			out = append(
				out,
				Day{
					ID:    dayID(score.DueAction.String(), h.account.ID, string(x.ID)),
					Day:   x.Due,
					Text:  h.account.Name + ": " + x.Text,
					Owner: x.Owner,
				},
			)
		}
	}
	slices.SortStableFunc(out, func(a, b Day) int { return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.ID, b.ID)) })
	return out
}

// dayID is the same for the same thing in every calendar of it, and tells nothing
// of it: identifiers of an import may be the customer's.
func dayID(kind string, account model.AccountID, id string) string {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a, 64 bits
	var sums [2]uint64
	for i := range sums {
		sums[i] = offset + uint64(i)
		for _, c := range []byte(kind + "\x00" + string(account) + "\x00" + id) {
			sums[i] = (sums[i] ^ uint64(c)) * prime
		}
	}
	return fmt.Sprintf("%016x%016x@accord", sums[0], sums[1])
}
