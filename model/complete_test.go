package model

import "testing"

// A recurring action's successor is due one recurrence later, and never in the
// past; the end of a month stays in its month.
func TestRecurringActionsComeAgain(t *testing.T) {
	for _, c := range []struct {
		again     Recurrence
		due, next string
	}{
		{Weekly, "2026-11-20", "2026-11-27"},
		{Weekly, "2026-09-01", "2026-12-01"}, // those missed are not made up for
		{Monthly, "2026-10-31", "2026-11-30"},
		{Monthly, "2026-01-31", "2026-11-28"}, // the last day of February stays the day from then on
		{Quarterly, "2026-11-30", "2027-02-28"},
		{Yearly, "2024-02-29", "2027-02-28"},
		{Monthly, "", ""},
		{Once, "2026-11-20", "none"},
		{Recurrence(200), "2026-11-20", ""}, // of a file written by a newer program
	} {
		s := newTestSession(portfolioOf(t, &Account{ID: "a", Name: "A", Actions: []Action{{ID: "x", Text: "call", Again: c.again, After: "y"}, {ID: "y", Text: "first"}}}))
		if _, err := s.Do(SetField{Ref: Ref{"a", OfAction, "x"}, Key: "action.due", Value: c.due}, testNow); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Do(CompleteAction{"a", "x", "z"}, testNow); err != nil {
			t.Fatal(err)
		}
		got := "none"
		if z := s.Portfolio().Account("a").Action("z"); z != nil {
			got = z.Due.String()
			if z.Status != ActionOpen || z.After != "" || z.Created != testToday {
				t.Errorf("%+v", z)
			}
		}
		if x := s.Portfolio().Account("a").Action("x"); got != c.next || x.Status != ActionDone || x.Done != testToday {
			t.Errorf("%s from %s: %s, want %s; %+v", c.again, c.due, got, c.next, x)
		}
	}
}

// What an action or an objective is joined to may go; the reference goes with it.
func TestNothingPointsAtWhatIsGone(t *testing.T) {
	s := newTestSession(portfolioOf(t, &Account{ID: "a", Name: "A",
		Persons: []Person{{ID: "p", Name: "Anna"}, {ID: "q", Name: "A. Levi"}}, Values: []ValueLine{{ID: "v", Text: "less scrap"}}, Points: []Point{{ID: "w", Text: "reach"}},
		Objectives: []Objective{{ID: "o", Text: "grow", Uses: "w"}},
		Actions:    []Action{{ID: "x", Text: "call", After: "y", Person: "q", Value: "v", Objective: "o"}, {ID: "y", Text: "first"}}}))
	for _, c := range []Change{RemoveItem{"a", OfValue, "v"}, RemoveItem{"a", OfPoint, "w"}, RemoveAction{"a", "y"}, MergePersons{"a", "p", "q"}} {
		if _, err := s.Do(c, testNow); err != nil {
			t.Fatal(err)
		}
	}
	a := s.Portfolio().Account("a")
	if x := a.Action("x"); x.After != "" || x.Value != "" || x.Person != "p" || x.Objective != "o" || a.Objective("o").Uses != "" {
		t.Errorf("%+v %+v", x, a.Objectives)
	}
}

func TestWhatIsAssumedIsListedUntilItIsConfirmed(t *testing.T) {
	a := &Account{ID: "a", Insights: []Insight{{ID: "i", Text: "grow"}, {ID: "j", Text: "known", Confirmed: true}},
		Persons: []Person{{ID: "p", Name: "Anna", Support: Some(1)}, {ID: "q", Name: "Nobody", Support: Some(1)}},
		Seats:   []Seat{{ID: "s", Title: "CFO", Person: "p", Influence: InnerCircle}, {ID: "u", Title: "Clerk", Person: "q", Influence: Outside}}}
	got := Assumed(a)
	if len(got) != 3 || got[0] != (Gap{"insight", "goal: grow"}) || got[1].Figure != "coverage" || got[2] != (Gap{"support", "where Anna stands"}) {
		t.Errorf("%+v", got)
	}
	a.Insights[0].Confirmed, a.Persons[0].Confirmed, a.Seats[0].Confirmed = true, true, true
	if got := Assumed(a); len(got) != 0 {
		t.Errorf("confirmed, and still assumed: %+v", got)
	}
}
