package model

import (
	"slices"
	"strings"
	"testing"
)

// workshopSession is a workshop over two accounts.
func workshopSession(t *testing.T) *Session {
	t.Helper()
	s := newTestSession(portfolioOf(t, &Account{ID: "a", Name: "Alpha"}, &Account{ID: "b", Name: "Beta"}))
	doAll(t, s, BeginWorkshop{ReadyAgendas()[0].Workshop("Review of Alpha", testToday, s.NewID)}, ScopeAccount{Account: "a"}, ScopeAccount{Account: "b"},
		SetParticipant{"", Participant{"AL", "sales", false, ""}}, SetParticipant{"", Participant{"BK", "finance", false, ""}}, SetParticipant{"", Participant{"PO", "operations", true, "a"}})
	return s
}

func doAll(t *testing.T, s *Session, changes ...Change) {
	t.Helper()
	for _, c := range changes {
		if _, err := s.Do(c, testNow); err != nil {
			t.Fatalf("%T: %v", c, err)
		}
	}
}

// The clock of an agenda of 5, 10 and 15 minutes, worked by hand.
func TestSlotsOfAnAgenda(t *testing.T) {
	w := Workshop{Steps: []AgendaStep{{ID: "x", Minutes: 5}, {ID: "y", Minutes: 10}, {ID: "z", Minutes: 15}}}
	const nine = int64(1_800_000_000)
	check := func(when string, now int64, want ...Slot) {
		t.Helper()
		for i, got := range w.Slots(now) {
			if got != want[i] {
				t.Errorf("%s, step %d: %+v, want %+v", when, i, got, want[i])
			}
		}
	}
	check("before", nine, Slot{Begin: nine}, Slot{Begin: nine + 300}, Slot{Begin: nine + 900})
	w.Steps[0].Began, w.Now = nine, "x"
	check("in the first", nine+60, Slot{Begin: nine, Left: 240, Now: true}, Slot{Begin: nine + 300}, Slot{Begin: nine + 900})
	check("run over by two minutes", nine+420, Slot{Begin: nine, Left: -120, Now: true}, Slot{Begin: nine + 420}, Slot{Begin: nine + 1020})
	w.Steps[1].Began, w.Now = nine+420, "y"
	check("in the second", nine+480, Slot{Begin: nine, Done: true}, Slot{Begin: nine + 420, Left: 540, Now: true}, Slot{Begin: nine + 1020})
	w.Steps[2].Began, w.Now = nine+600, "z"
	w.Steps[1].Began = 0
	check("one was passed over", nine+600, Slot{Begin: nine, Done: true}, Slot{Done: true}, Slot{Begin: nine + 600, Left: 900, Now: true})
}

// A step that runs is not begun again by going back to its screen.
func TestAStepBeginsOnce(t *testing.T) {
	s := workshopSession(t)
	id := s.Portfolio().programme.Workshop.Steps[1].ID
	doAll(t, s, BeginStep{id, 100})
	p, err := s.Do(BeginStep{id, 900}, testNow)
	if err != nil || !p.Empty() || s.Portfolio().programme.Workshop.Running().Began != 100 {
		t.Error(err, s.Portfolio().programme.Workshop.Running())
	}
	doAll(t, s, RemoveStep{id})
	if s.Portfolio().programme.Workshop.Running() != nil {
		t.Error("a step that is gone runs")
	}
}

func TestAgendaIsEdited(t *testing.T) {
	s := workshopSession(t)
	steps := func() (out []string) {
		for _, x := range s.Portfolio().programme.Workshop.Steps {
			out = append(out, x.Name)
		}
		return out
	}
	first := s.Portfolio().programme.Workshop.Steps[0].ID
	doAll(t, s, SetStep{AgendaStep{ID: "new", Name: " Coffee ", Minutes: 10}, first}, MoveStep{"new", -1}, MoveStep{"new", -1}, SetStep{Step: AgendaStep{ID: "end", Name: "Goodbye"}})
	if got := steps(); got[0] != "Coffee" || got[len(got)-1] != "Goodbye" || len(got) != len(ReadyAgendas()[0].Steps)+2 {
		t.Errorf("%q", got)
	}
	for _, c := range []Change{SetStep{Step: AgendaStep{ID: "x"}}, SetStep{Step: AgendaStep{ID: "x", Name: "x", Minutes: -1}}, RenameWorkshop{" "}, BeginStep{"none", 1},
		SetParticipant{"", Participant{"al", "", false, ""}}, SetParticipant{"", Participant{"A B", "", false, ""}}, ScopeAccount{Account: "none"}, Park{Parked{ID: "p", Text: " "}}, BeginWorkshop{Workshop{Title: "two"}}} {
		if _, err := s.Do(c, testNow); err == nil {
			t.Errorf("%#v is taken", c)
		}
	}
}

// What is made of parked lines, and where it goes.
func TestParkedLinesBecomeWhatTheyAre(t *testing.T) {
	s := workshopSession(t)
	due := testToday.AddDays(9)
	doAll(t, s, Park{Parked{ID: "1", Kind: ParkedAction, Text: "calls the CFO", Who: "AL", When: due, Account: "a"}}, Park{Parked{ID: "2", Text: "who owns the tender?", Account: "a"}},
		Park{Parked{ID: "3", Kind: ParkedDecision, Text: "we go with plan B", Account: "a"}}, Park{Parked{ID: "4", Kind: ParkedDecision, Text: "no discount", Who: "BK", When: due, Account: "a"}},
		Park{Parked{ID: "5", Text: "about nobody"}}, Park{Parked{ID: "6", Text: "about one that is gone", Account: "gone"}})
	doAll(t, s, TurnParked{"1", BecameAction, "act"}, TurnParked{"2", BecameGap, "gap"}, TurnParked{"3", BecameDecision, "rev"}, TurnParked{"4", BecameDecision, "other"}, TurnParked{"5", ParkedSetAside, ""})
	a := s.Portfolio().Account("a")
	if x := a.Action("act"); x == nil || x.Owner != "AL" || x.Due != due || x.Text != "calls the CFO" || x.Created != testToday {
		t.Errorf("%+v", a.Actions)
	}
	if len(a.Insights) != 1 || a.Insights[0].Confirmed || len(Assumed(a)) != 1 {
		t.Errorf("%+v", a.Insights)
	}
	if len(a.Reviews) != 1 || !a.Reviews[0].Held || a.Reviews[0].Text != "Review of Alpha" {
		t.Errorf("%+v", a.Reviews)
	}
	want := []Decision{{ID: "rev", Text: "we go with plan B", Date: testToday, Review: "rev"}, {ID: "other", Text: "no discount", Owner: "BK", Due: due, Date: testToday, Review: "rev"}}
	if !slices.Equal(a.Decisions, want) { // and nobody decided yet whether the customer may read them
		t.Errorf("%+v", a.Decisions)
	}
	for _, c := range []Change{TurnParked{"1", BecameAction, "x"}, TurnParked{"6", BecameAction, "x"}, TurnParked{"none", BecameAction, "x"}, TurnParked{"6", ParkedWaits, "x"}, TurnParked{"6", parkedEnds, "x"}} {
		if _, err := s.Do(c, testNow); err == nil {
			t.Errorf("%#v is taken", c)
		}
	}
	if w := s.Portfolio().programme.Workshop; w.Waiting() != 1 || w.ParkedLine("3").Made != "rev" || w.ParkedLine("4").Made != "other" {
		t.Errorf("%d wait: %+v", w.Waiting(), w.Parked)
	}
	doAll(t, s, EndWorkshop{})
	if g := s.Portfolio().programme; g.Workshop != nil || len(s.Portfolio().Account("a").Actions) != 1 {
		t.Error("what was made goes with the workshop")
	}
}

// A line that was made the wrong thing becomes another in one change: what was made is
// gone, and one step back brings it all back.
func TestAParkedLineBecomesSomethingElse(t *testing.T) {
	s := workshopSession(t)
	doAll(t, s, Park{Parked{ID: "1", Kind: ParkedAction, Text: "calls the CFO", Who: "AL", Account: "a"}}, Park{Parked{ID: "2", Kind: ParkedDecision, Text: "plan B", Account: "a"}}, Park{Parked{ID: "3", Kind: ParkedDecision, Text: "no discount", Account: "a"}},
		TurnParked{"1", BecameAction, "act"}, TurnParked{"2", BecameDecision, "rev"}, TurnParked{"3", BecameDecision, "rev2"})
	a := func() *Account { return s.Portfolio().Account("a") }
	doAll(t, s, TurnParked{"1", BecameGap, "gap"})
	if len(a().Actions) != 0 || len(a().Insights) != 1 || s.Portfolio().programme.Workshop.ParkedLine("1").Made != "gap" {
		t.Errorf("%+v %+v", a().Actions, a().Insights)
	}
	s.Undo()
	if len(a().Actions) != 1 || len(a().Insights) != 0 || s.Portfolio().programme.Workshop.ParkedLine("1").End != BecameAction {
		t.Errorf("one step back: %+v %+v", a().Actions, a().Insights)
	}
	doAll(t, s, TurnParked{"2", BecameAction, "act2"})
	if len(a().Actions) != 2 || len(a().Reviews) != 1 || len(a().Decisions) != 1 || a().Decisions[0].Text != "no discount" {
		t.Errorf("%+v %+v %+v", a().Actions, a().Reviews, a().Decisions)
	}
	doAll(t, s, TurnParked{"3", ParkedSetAside, ""})
	if len(a().Reviews)+len(a().Decisions) != 0 || s.Portfolio().programme.Workshop.ParkedLine("3").Made != "" {
		t.Errorf("%+v", a().Reviews)
	}
	if got := (Park{Parked{Kind: ParkedAction}}).Label(); got != "park an action" {
		t.Error(got)
	}
}

// How long steps took, by when the next was begun.
func TestHowLongStepsTook(t *testing.T) {
	w := Workshop{Steps: []AgendaStep{{ID: "x", Began: 1000}, {ID: "y"}, {ID: "z", Began: 1600}}, Now: "z"}
	for _, c := range []struct {
		id      StepID
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
	s := workshopSession(t)
	doAll(t, s, SetStep{Step: AgendaStep{ID: "own", Name: "qzstep", Note: "qznote"}}, Park{Parked{ID: "1", Text: "qzsecret", Who: "AL", Account: "a", Where: "qzplace"}}, OpenBallot{"x", []AccountID{"a", "b"}, "importance", false, []string{"P2", "P1"}},
		CastMark{"b", "importance.capacity", LevelOf(4)}, PassBallot{}, CastMark{"b", "importance.capacity", LevelOf(1)}, PassBallot{}, Agree{"x", "b", "importance.capacity", LevelOf(2), ""})
	g := Anonymise(s.Scores()).programme
	if b := g.Ballot("x"); b.Mark("b", b.Raters[0], "importance.capacity") != LevelOf(4) || b.Mark("b", b.Raters[1], "importance.capacity") != LevelOf(1) || b.Agreed("b", "importance.capacity") != LevelOf(2) || len(b.Marks) != 3 {
		t.Errorf("%+v", b)
	}
	text := snapshot(t, Anonymise(s.Scores()))
	for _, word := range []string{"AL", "BK", "qz", "Review", "finance"} {
		if strings.Contains(text, `"`+word) {
			t.Errorf("%s gets through", word)
		}
	}
	if !strings.Contains(snapshot(t, s.Portfolio()), `"AL"`) {
		t.Error("the test looked at nothing")
	}
}
