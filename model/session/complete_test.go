package session_test

import (
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/score"
	"accord/model/sessiontest"
)

// A recurring action's successor is due one recurrence later, and never in the
// past; the end of a month stays in its month.
func TestRecurringActionsComeAgain(t *testing.T) {
	for _, c := range []struct {
		again     model.Recurrence
		due, next string
	}{
		{model.Weekly, "2026-11-20", "2026-11-27"},
		{model.Weekly, "2026-09-01", "2026-12-01"}, // those missed are not made up for
		{model.Monthly, "2026-10-31", "2026-11-30"},
		{model.Monthly, "2026-01-31", "2026-11-28"}, // the last day of February stays the day from then on
		{model.Quarterly, "2026-11-30", "2027-02-28"},
		{model.Yearly, "2024-02-29", "2027-02-28"},
		{model.Monthly, "", ""},
		{model.Once, "2026-11-20", "none"},
		{model.Recurrence(200), "2026-11-20", ""}, // of a file written by a newer program
	} {
		s := sessiontest.New(modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "A", Actions: []model.Action{{ID: "x", Text: "call", Again: c.again, After: "y"}, {ID: "y", Text: "first"}}}))
		if _, err := s.Do(edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfAction, ID: "x"}, Key: "action.due", Value: c.due}, modeltest.Now); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Do(edit.CompleteAction{Account: "a", ID: "x", Next: "z"}, modeltest.Now); err != nil {
			t.Fatal(err)
		}
		got := "none"
		if z := s.Portfolio().Account("a").Action("z"); z != nil {
			got = z.Due.String()
			if z.Status != model.ActionOpen || z.After != "" || z.Created != modeltest.Today {
				t.Errorf("%+v", z)
			}
		}
		if x := s.Portfolio().Account("a").Action("x"); got != c.next || x.Status != model.ActionDone || x.Done != modeltest.Today {
			t.Errorf("%s from %s: %s, want %s; %+v", c.again, c.due, got, c.next, x)
		}
	}
}

// What an action or an objective is joined to may go; the reference goes with it.
func TestNothingPointsAtWhatIsGone(t *testing.T) {
	s := sessiontest.New(modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "A",
		Persons: []model.Person{{ID: "p", Name: "Anna"}, {ID: "q", Name: "A. Levi"}}, Values: []model.ValueLine{{ID: "v", Text: "less scrap"}}, Points: []model.Point{{ID: "w", Text: "reach"}},
		Objectives: []model.Objective{{ID: "o", Text: "grow", Uses: "w"}},
		Actions:    []model.Action{{ID: "x", Text: "call", After: "y", Person: "q", Value: "v", Objective: "o"}, {ID: "y", Text: "first"}}}))
	for _, c := range []edit.Change{edit.RemoveItem{Account: "a", Of: edit.OfValue, ID: "v"}, edit.RemoveItem{Account: "a", Of: edit.OfPoint, ID: "w"}, edit.RemoveAction{Account: "a", ID: "y"}, edit.MergePersons{Account: "a", Keep: "p", Gone: "q"}} {
		if _, err := s.Do(c, modeltest.Now); err != nil {
			t.Fatal(err)
		}
	}
	a := s.Portfolio().Account("a")
	if x := a.Action("x"); x.After != "" || x.Value != "" || x.Person != "p" || x.Objective != "o" || a.Objective("o").Uses != "" {
		t.Errorf("%+v %+v", x, a.Objectives)
	}
}

func TestWhatIsAssumedIsListedUntilItIsConfirmed(t *testing.T) {
	a := &model.Account{ID: "a", Insights: []model.Insight{{ID: "i", Text: "grow"}, {ID: "j", Text: "known", Confirmed: true}},
		Persons: []model.Person{{ID: "p", Name: "Anna", Support: model.Some(1)}, {ID: "q", Name: "Nobody", Support: model.Some(1)}},
		Seats:   []model.Seat{{ID: "s", Title: "CFO", Person: "p", Influence: model.InnerCircle}, {ID: "u", Title: "Clerk", Person: "q", Influence: model.Outside}}}
	got := score.Assumed(a)
	if len(got) != 3 || got[0] != (score.Gap{Figure: "insight", Text: "goal: grow"}) || got[1].Figure != "coverage" || got[2] != (score.Gap{Figure: "support", Text: "the attitude of Anna"}) {
		t.Errorf("%+v", got)
	}
	a.Insights[0].Confirmed, a.Persons[0].Confirmed, a.Seats[0].Confirmed = true, true, true
	if got := score.Assumed(a); len(got) != 0 {
		t.Errorf("confirmed, and still assumed: %+v", got)
	}
}

func TestCountedGapsAreTheListedOnes(t *testing.T) {
	s := sampled(t)
	unknown, assumed := 0, 0
	for _, a := range s.Portfolio().Accounts() {
		u, v := s.Scores().CountGaps(a.ID)
		if n, m := len(s.Scores().FindOut(a.ID)), len(score.Assumed(a)); u != n || v != m {
			t.Errorf("%s: %d and %d are counted, %d and %d listed", a.Name, u, v, n, m)
		}
		unknown, assumed = unknown+u, assumed+v
	}
	if unknown == 0 || assumed == 0 {
		t.Errorf("the sample knows everything: %d %d", unknown, assumed)
	}
	if u, v := s.Scores().CountGaps("nobody"); u+v != 0 {
		t.Errorf("an account that is not there lacks %d and %d", u, v)
	}
}
