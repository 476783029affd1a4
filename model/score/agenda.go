package score

import (
	"cmp"
	"slices"

	"accord/model"
	"accord/model/words"
)

// DueKind is what an entry of the agenda asks for.
type DueKind uint8

// The kinds of entries.
const (
	DueAction DueKind = iota
	DueReview
	DueContact // a tie whose rhythm says that one should talk again
	DueFact    // answers that have grown old
)

func (k DueKind) String() string {
	return [...]string{"action", "review", "contact", "ask again"}[k]
}

// Due is something to do about an account, on a day if it has one.
type Due struct {
	Kind    DueKind
	Account model.AccountID
	ID      string // of the action, the review or the tie
	Text    string
	Owner   string
	Day     model.Date
}

// Late is by how many days an entry is overdue, 0 for none.
func (d *Due) Late(today model.Date) int {
	if !d.Day.Known() {
		return 0
	}
	return max(0, today.DaysSince(d.Day))
}

// Agenda is everything that is to be done over all accounts that are not archived:
// open actions, planned reviews, contacts that are due by their rhythm, and answers
// that have grown old. By day, what has none last.
func (s *Scores) Agenda() []Due {
	var out []Due
	for _, a := range s.portfolio.Accounts() {
		if !a.Archived {
			out = s.dueOf(a, out)
		}
	}
	slices.SortStableFunc(out, func(a, b Due) int {
		switch {
		case a.Day.Known() != b.Day.Known():
			return cmp.Compare(rank(b.Day), rank(a.Day))
		case a.Day != b.Day:
			return a.Day.Compare(b.Day)
		}
		return cmp.Compare(a.Kind, b.Kind)
	})
	return out
}

func rank(d model.Date) int {
	if d.Known() {
		return 1
	}
	return 0
}

func (s *Scores) dueOf(a *model.Account, out []Due) []Due {
	for i := range a.Actions {
		if x := &a.Actions[i]; x.Status == model.ActionOpen || x.Status == model.ActionStarted {
			out = append(out, Due{DueAction, a.ID, string(x.ID), x.Text, x.Owner, x.Due})
		}
	}
	for i := range a.Reviews {
		if r := &a.Reviews[i]; !r.Held {
			out = append(out, Due{DueReview, a.ID, string(r.ID), r.Text, a.Owner, r.Date})
		}
	}
	who := model.OnceListed(a)
	for i := range a.Ties {
		t := &a.Ties[i]
		if t.Cadence <= 0 || t.Level == model.TieNone || !t.LastContact.Known() ||
			s.today.DaysSince(t.LastContact) < t.Cadence {
			continue
		}
		d := Due{Kind: DueContact, Account: a.ID, ID: string(t.ID), Day: t.LastContact.AddDays(t.Cadence)}
		if p := who().Person(t.Theirs); p != nil {
			d.Text = words.T("score.talk-again-every-days", p.Name, t.Cadence)
		}
		if m := s.portfolio.Programme().Member(t.Ours); m != nil {
			d.Owner = m.Name
		}
		out = append(out, d)
	}
	if n := s.staleRatings(a); n > 0 {
		out = append(
			out,
			Due{
				Kind:    DueFact,
				Account: a.ID,
				Text:    words.T("score.ratings-older-than-days", n, model.PlainNumber(s.Settings().StaleRating)),
				Owner:   a.Owner,
			},
		)
	}
	return out
}

// staleRatings counts answers that are older than the method allows.
func (s *Scores) staleRatings(a *model.Account) (n int) {
	for _, r := range a.Ratings {
		if r.Used().Known() && r.Date.Known() && float64(s.today.DaysSince(r.Date)) > s.Settings().StaleRating {
			n++
		}
	}
	return n
}

// NextHour are the best n moves over the accounts that need us most, the best
// first, each with its account.
func (s *Scores) NextHour(accounts, n int, fresh func() string) (moves []Move, of []model.AccountID) {
	type entry struct {
		move Move
		id   model.AccountID
	}
	var all []entry
	for _, i := range s.Order[:min(accounts, len(s.Order))] {
		a := s.portfolio.Accounts()[i]
		for _, m := range s.Moves(a.ID, fresh) {
			all = append(all, entry{m, a.ID})
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Compare(b.move.Worth(), a.move.Worth()) })
	for _, e := range all[:min(n, len(all))] {
		moves, of = append(moves, e.move), append(of, e.id)
	}
	return moves, of
}
