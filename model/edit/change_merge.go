package edit

import (
	"slices"

	"accord/model"
	"accord/model/words"
)

// MergePersons makes two entries for one of theirs into one: what the kept one
// lacks comes from the other, ties of one of ours become the higher and the later,
// relations move over. A second seat of the same title goes, those below it report
// to the first; one of another title becomes vacant.
type MergePersons struct {
	Account    model.AccountID
	Keep, Gone model.PersonID
}

// Label implements Change.
func (c MergePersons) Label() words.Msg { return words.New("edit.merge-two-people") }

// Where implements Change.
func (c MergePersons) Where() Place { return Place{c.Account, string(c.Keep)} }

func (c MergePersons) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	keep, gone := a.Person(c.Keep), a.Person(c.Gone)
	if keep == nil || gone == nil || c.Keep == c.Gone {
		return model.Refuse(
			"merge",
			words.T("edit.choose-two-people-this-account"),
			words.T("edit.there-no-two-people-merge"),
		)
	}
	p := *keep
	p.Take(gone)
	a.Persons = model.Put(model.Without(a.Persons, c.Gone), p)
	a.Ties = mergedTies(a.Ties, c.Keep, c.Gone)
	a.Edges = mergedEdges(a.Edges, c.Keep, c.Gone)
	a.MergeSeats(c.Keep, c.Gone, d.today)
	for _, x := range a.Actions {
		if x.Person == c.Gone {
			x.Person = c.Keep
			a.Actions = model.Put(a.Actions, x)
		}
	}
	return nil
}

func mergedTies(ties []model.Tie, keep, gone model.PersonID) []model.Tie {
	var out []model.Tie
	for _, t := range ties {
		if t.Theirs == gone {
			t.Theirs = keep
		}
		i := slices.IndexFunc(out, func(o model.Tie) bool { return o.Ours == t.Ours && o.Theirs == t.Theirs })
		if i < 0 {
			out = append(out, t)
			continue
		}
		o := &out[i]
		o.Level, o.Target, o.Cadence = max(o.Level, t.Level), max(o.Target, t.Target), max(o.Cadence, t.Cadence)
		if o.LastContact.Before(t.LastContact) {
			o.LastContact = t.LastContact
		}
	}
	return out
}

func mergedEdges(edges []model.Edge, keep, gone model.PersonID) []model.Edge {
	var out []model.Edge
	for _, e := range edges {
		if e.From == gone {
			e.From = keep
		}
		if e.To == gone {
			e.To = keep
		}
		twice := slices.ContainsFunc(
			out,
			func(o model.Edge) bool { return o.Kind == e.Kind && o.From == e.From && o.To == e.To },
		)
		if e.From != e.To && !twice {
			out = append(out, e)
		}
	}
	return out
}
