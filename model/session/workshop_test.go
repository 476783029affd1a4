package session_test

import (
	"slices"
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/mask"
	"accord/model/modeltest"
	"accord/model/score"
	"accord/model/sessiontest"
)

// The clock of an agenda of 5, 10 and 15 minutes, worked by hand.
func TestSlotsOfAnAgenda(t *testing.T) {
	w := model.Workshop{Steps: []model.AgendaStep{{ID: "x", Minutes: 5}, {ID: "y", Minutes: 10}, {ID: "z", Minutes: 15}}}
	const nine = int64(1_800_000_000)
	check := func(when string, now int64, want ...model.Slot) {
		t.Helper()
		for i, got := range w.Slots(now) {
			if got != want[i] {
				t.Errorf("%s, step %d: %+v, want %+v", when, i, got, want[i])
			}
		}
	}
	check("before", nine, model.Slot{Begin: nine}, model.Slot{Begin: nine + 300}, model.Slot{Begin: nine + 900})
	w.Steps[0].Began, w.Now = nine, "x"
	check("in the first", nine+60, model.Slot{Begin: nine, Left: 240, Now: true}, model.Slot{Begin: nine + 300}, model.Slot{Begin: nine + 900})
	check("run over by two minutes", nine+420, model.Slot{Begin: nine, Left: -120, Now: true}, model.Slot{Begin: nine + 420}, model.Slot{Begin: nine + 1020})
	w.Steps[1].Began, w.Now = nine+420, "y"
	check("in the second", nine+480, model.Slot{Begin: nine, Done: true}, model.Slot{Begin: nine + 420, Left: 540, Now: true}, model.Slot{Begin: nine + 1020})
	w.Steps[2].Began, w.Now = nine+600, "z"
	w.Steps[1].Began = 0
	check("one was passed over", nine+600, model.Slot{Begin: nine, Done: true}, model.Slot{Done: true}, model.Slot{Begin: nine + 600, Left: 900, Now: true})
}

// A step that runs is not begun again by going back to its screen.
func TestAStepBeginsOnce(t *testing.T) {
	s := sessiontest.WorkshopSession(t)
	id := s.Portfolio().Programme().Workshop.Steps[1].ID
	sessiontest.DoAll(t, s, edit.BeginStep{ID: id, At: 100})
	p, err := s.Do(edit.BeginStep{ID: id, At: 900}, modeltest.Now)
	if err != nil || !p.Empty() || s.Portfolio().Programme().Workshop.Running().Began != 100 {
		t.Error(err, s.Portfolio().Programme().Workshop.Running())
	}
	sessiontest.DoAll(t, s, edit.RemoveStep{ID: id})
	if s.Portfolio().Programme().Workshop.Running() != nil {
		t.Error("a step that is gone runs")
	}
}

func TestAgendaIsEdited(t *testing.T) {
	s := sessiontest.WorkshopSession(t)
	steps := func() (out []string) {
		for _, x := range s.Portfolio().Programme().Workshop.Steps {
			out = append(out, x.Name)
		}
		return out
	}
	first := s.Portfolio().Programme().Workshop.Steps[0].ID
	sessiontest.DoAll(t, s, edit.SetStep{Step: model.AgendaStep{ID: "new", Name: " Coffee ", Minutes: 10}, After: first}, edit.MoveStep{ID: "new", By: -1}, edit.MoveStep{ID: "new", By: -1}, edit.SetStep{Step: model.AgendaStep{ID: "end", Name: "Goodbye"}})
	if got := steps(); got[0] != "Coffee" || got[len(got)-1] != "Goodbye" || len(got) != len(model.ReadyAgendas()[0].Steps)+2 {
		t.Errorf("%q", got)
	}
	for _, c := range []edit.Change{edit.SetStep{Step: model.AgendaStep{ID: "x"}}, edit.SetStep{Step: model.AgendaStep{ID: "x", Name: "x", Minutes: -1}}, edit.RenameWorkshop{Title: " "}, edit.BeginStep{ID: "none", At: 1},
		edit.SetParticipant{Was: "", Participant: model.Participant{Initials: "al", Function: "", Theirs: false, Account: ""}}, edit.SetParticipant{Was: "", Participant: model.Participant{Initials: "A B", Function: "", Theirs: false, Account: ""}}, edit.ScopeAccount{Account: "none"}, edit.Park{Parked: model.Parked{ID: "p", Text: " "}}, edit.BeginWorkshop{Workshop: model.Workshop{Title: "two"}}} {
		if _, err := s.Do(c, modeltest.Now); err == nil {
			t.Errorf("%#v is taken", c)
		}
	}
}

// What is made of parked items, and where it goes.
func TestParkedLinesBecomeWhatTheyAre(t *testing.T) {
	s := sessiontest.WorkshopSession(t)
	due := modeltest.Today.AddDays(9)
	sessiontest.DoAll(t, s, edit.Park{Parked: model.Parked{ID: "1", Kind: model.ParkedAction, Text: "calls the CFO", Who: "AL", When: due, Account: "a"}}, edit.Park{Parked: model.Parked{ID: "2", Text: "who owns the tender?", Account: "a"}},
		edit.Park{Parked: model.Parked{ID: "3", Kind: model.ParkedDecision, Text: "we go with plan B", Account: "a"}}, edit.Park{Parked: model.Parked{ID: "4", Kind: model.ParkedDecision, Text: "no discount", Who: "BK", When: due, Account: "a"}},
		edit.Park{Parked: model.Parked{ID: "5", Text: "about nobody"}}, edit.Park{Parked: model.Parked{ID: "6", Text: "about one that is gone", Account: "gone"}})
	sessiontest.DoAll(t, s, edit.TurnParked{ID: "1", Into: model.BecameAction, Made: "act"}, edit.TurnParked{ID: "2", Into: model.BecameGap, Made: "gap"}, edit.TurnParked{ID: "3", Into: model.BecameDecision, Made: "rev"}, edit.TurnParked{ID: "4", Into: model.BecameDecision, Made: "other"}, edit.TurnParked{ID: "5", Into: model.ParkedSetAside, Made: ""})
	a := s.Portfolio().Account("a")
	if x := a.Action("act"); x == nil || x.Owner != "AL" || x.Due != due || x.Text != "calls the CFO" || x.Created != modeltest.Today {
		t.Errorf("%+v", a.Actions)
	}
	if len(a.Insights) != 1 || a.Insights[0].Confirmed || len(score.Assumed(a)) != 1 {
		t.Errorf("%+v", a.Insights)
	}
	if len(a.Reviews) != 1 || !a.Reviews[0].Held || a.Reviews[0].Text != "Review of Alpha" {
		t.Errorf("%+v", a.Reviews)
	}
	want := []model.Decision{{ID: "rev", Text: "we go with plan B", Date: modeltest.Today, Review: "rev"}, {ID: "other", Text: "no discount", Owner: "BK", Due: due, Date: modeltest.Today, Review: "rev"}}
	if !slices.Equal(a.Decisions, want) { // and nobody decided yet whether the customer may read them
		t.Errorf("%+v", a.Decisions)
	}
	for _, c := range []edit.Change{edit.TurnParked{ID: "1", Into: model.BecameAction, Made: "x"}, edit.TurnParked{ID: "6", Into: model.BecameAction, Made: "x"}, edit.TurnParked{ID: "none", Into: model.BecameAction, Made: "x"}, edit.TurnParked{ID: "6", Into: model.ParkedWaits, Made: "x"}, edit.TurnParked{ID: "6", Into: model.ParkedEnds, Made: "x"}} {
		if _, err := s.Do(c, modeltest.Now); err == nil {
			t.Errorf("%#v is taken", c)
		}
	}
	if w := s.Portfolio().Programme().Workshop; w.Waiting() != 1 || w.ParkedLine("3").Made != "rev" || w.ParkedLine("4").Made != "other" {
		t.Errorf("%d wait: %+v", w.Waiting(), w.Parked)
	}
	sessiontest.DoAll(t, s, edit.EndWorkshop{})
	if g := s.Portfolio().Programme(); g.Workshop != nil || len(s.Portfolio().Account("a").Actions) != 1 {
		t.Error("what was made goes with the workshop")
	}
}

// A line that was made the wrong thing becomes another in one change: what was made is
// gone, and one step back brings it all back.
func TestAParkedLineBecomesSomethingElse(t *testing.T) {
	s := sessiontest.WorkshopSession(t)
	sessiontest.DoAll(t, s, edit.Park{Parked: model.Parked{ID: "1", Kind: model.ParkedAction, Text: "calls the CFO", Who: "AL", Account: "a"}}, edit.Park{Parked: model.Parked{ID: "2", Kind: model.ParkedDecision, Text: "plan B", Account: "a"}}, edit.Park{Parked: model.Parked{ID: "3", Kind: model.ParkedDecision, Text: "no discount", Account: "a"}},
		edit.TurnParked{ID: "1", Into: model.BecameAction, Made: "act"}, edit.TurnParked{ID: "2", Into: model.BecameDecision, Made: "rev"}, edit.TurnParked{ID: "3", Into: model.BecameDecision, Made: "rev2"})
	a := func() *model.Account { return s.Portfolio().Account("a") }
	sessiontest.DoAll(t, s, edit.TurnParked{ID: "1", Into: model.BecameGap, Made: "gap"})
	if len(a().Actions) != 0 || len(a().Insights) != 1 || s.Portfolio().Programme().Workshop.ParkedLine("1").Made != "gap" {
		t.Errorf("%+v %+v", a().Actions, a().Insights)
	}
	s.Undo()
	if len(a().Actions) != 1 || len(a().Insights) != 0 || s.Portfolio().Programme().Workshop.ParkedLine("1").End != model.BecameAction {
		t.Errorf("one step back: %+v %+v", a().Actions, a().Insights)
	}
	sessiontest.DoAll(t, s, edit.TurnParked{ID: "2", Into: model.BecameAction, Made: "act2"})
	if len(a().Actions) != 2 || len(a().Reviews) != 1 || len(a().Decisions) != 1 || a().Decisions[0].Text != "no discount" {
		t.Errorf("%+v %+v %+v", a().Actions, a().Reviews, a().Decisions)
	}
	sessiontest.DoAll(t, s, edit.TurnParked{ID: "3", Into: model.ParkedSetAside, Made: ""})
	if len(a().Reviews)+len(a().Decisions) != 0 || s.Portfolio().Programme().Workshop.ParkedLine("3").Made != "" {
		t.Errorf("%+v", a().Reviews)
	}
	if got := (edit.Park{Parked: model.Parked{Kind: model.ParkedAction}}).Label(); got.String() != "park an action" {
		t.Error(got)
	}
}

// How long steps took, by when the next was begun.
func TestHowLongStepsTook(t *testing.T) {
	w := model.Workshop{Steps: []model.AgendaStep{{ID: "x", Began: 1000}, {ID: "y"}, {ID: "z", Began: 1600}}, Now: "z"}
	for _, c := range []struct {
		id      model.StepID
		now     int64
		seconds int
		known   bool
	}{{"x", 0, 600, true}, {"y", 9999, 0, false}, {"z", 1780, 180, true}, {"z", 0, 0, false}, {"none", 9999, 0, false}} {
		if n, known := w.Took(c.id, c.now); known != c.known || known && n != c.seconds {
			t.Errorf("%s took %d, %v", c.id, n, known)
		}
	}
}

// An anonymous workshop tells nobody, and its marks are the real ones.
func TestAnAnonymousWorkshop(t *testing.T) {
	s := sessiontest.WorkshopSession(t)
	sessiontest.DoAll(t, s, edit.SetStep{Step: model.AgendaStep{ID: "own", Name: "qzstep", Note: "qznote"}}, edit.Park{Parked: model.Parked{ID: "1", Text: "qzsecret", Who: "AL", Account: "a", Where: "qzplace"}}, edit.OpenBallot{ID: "x", Accounts: []model.AccountID{"a", "b"}, Instrument: "importance", Verified: false, Raters: []string{"P2", "P1"}},
		edit.CastMark{Account: "b", Factor: "importance.capacity", Level: model.LevelOf(4)}, edit.PassBallot{}, edit.CastMark{Account: "b", Factor: "importance.capacity", Level: model.LevelOf(1)}, edit.PassBallot{}, edit.Agree{Ballot: "x", Account: "b", Factor: "importance.capacity", Level: model.LevelOf(2), Name: ""})
	g := mask.Anonymise(s.Scores()).Programme()
	if b := g.Ballot("x"); b.Mark("b", b.Raters[0], "importance.capacity") != model.LevelOf(4) || b.Mark("b", b.Raters[1], "importance.capacity") != model.LevelOf(1) || b.Agreed("b", "importance.capacity") != model.LevelOf(2) || len(b.Marks) != 3 {
		t.Errorf("%+v", b)
	}
	text := snapshot(t, mask.Anonymise(s.Scores()))
	for _, word := range []string{"AL", "BK", "qz", "Review", "finance"} {
		if strings.Contains(text, `"`+word) {
			t.Errorf("%s gets through", word)
		}
	}
	if !strings.Contains(snapshot(t, s.Portfolio()), `"AL"`) {
		t.Error("the test looked at nothing")
	}
}
