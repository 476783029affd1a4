package session_test

import (
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/session"
	"accord/model/sessiontest"
)

func setPlan(t *testing.T, s *session.Session, of edit.EntityKind, key, value string) error {
	t.Helper()
	_, err := s.Do(edit.SetField{Ref: edit.Ref{Account: "a", Of: of, ID: "x"}, Key: key, Value: value}, modeltest.Now)
	return err
}

// What an action was promised for first stays with it however often it is put off, and
// the day it was dropped is kept as long as it is dropped; an undo takes both back.
func TestAnActionKeepsItsFirstPromise(t *testing.T) {
	day := func(m, d int) model.Date { return modeltest.Today.AddDays(31*m + d) }
	s := sessiontest.New(modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "A", Actions: []model.Action{
		{ID: "x", Text: "call", Due: day(0, 3), Created: day(-2, 0), Again: model.Yearly}}}))
	x := func() model.Action { return *s.Portfolio().Account("a").Action("x") }
	for _, due := range []model.Date{day(1, 0), day(2, 0), day(1, 5)} {
		if err := setPlan(t, s, edit.OfAction, "action.due", due.String()); err != nil {
			t.Fatal(err)
		}
	}
	if got := x(); got.First != day(0, 3) || got.Postponed != 2 || got.Due != day(1, 5) || got.Promised() != day(0, 3) {
		t.Errorf("put off: %+v", got)
	}
	if err := setPlan(t, s, edit.OfAction, "action.status", "dropped"); err != nil || x().Dropped != modeltest.Today {
		t.Errorf("dropped: %v %+v", err, x())
	}
	if err := setPlan(t, s, edit.OfAction, "action.status", "open"); err != nil || x().Dropped.Known() {
		t.Errorf("open again: %v %+v", err, x())
	}
	if _, err := s.Do(edit.CompleteAction{Account: "a", ID: "x", Next: "z"}, modeltest.Now); err != nil {
		t.Fatal(err)
	}
	if z := s.Portfolio().Account("a").Action("z"); z.First.Known() || z.Postponed != 0 || z.Status != model.ActionOpen {
		t.Errorf("the next one has promises of its own: %+v", z)
	}
	for range 6 {
		s.Undo()
	}
	if got := x(); got.First.Known() || got.Postponed != 0 || got.Due != day(0, 3) {
		t.Errorf("taken back: %+v", got)
	}
}

// A day that is changed on the day the action was written down is a correction.
func TestADayCorrectedAtOnceIsNoPromise(t *testing.T) {
	s := sessiontest.New(modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "A"}))
	if _, err := s.Do(edit.AddAction{Account: "a", ID: "x", Text: "call"}, modeltest.Now); err != nil {
		t.Fatal(err)
	}
	for _, due := range []string{"2026-12-24", "2026-12-29"} {
		if err := setPlan(t, s, edit.OfAction, "action.due", due); err != nil {
			t.Fatal(err)
		}
	}
	if x := s.Portfolio().Account("a").Action("x"); x.First.Known() || x.Postponed != 0 {
		t.Errorf("%+v", x)
	}
}

// The current value of an objective has the day somebody looked; a baseline has none.
func TestAnObjectiveHasACurrentValueWithItsDay(t *testing.T) {
	s := sessiontest.New(modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "A", Objectives: []model.Objective{{ID: "x", Text: "grow"}}}))
	if err := setPlan(t, s, edit.OfObjective, "objective.current", "41 %"); err != nil {
		t.Fatal(err)
	}
	o := func() *model.Objective { return s.Portfolio().Account("a").Objective("x") }
	if o().Current != "41 %" || o().AsOf != modeltest.Today {
		t.Errorf("%+v", o())
	}
	if err := setPlan(t, s, edit.OfObjective, "objective.current", ""); err != nil || o().AsOf.Known() {
		t.Errorf("%v %+v", err, o())
	}
}

// A review that is still to come cannot have been held.
func TestAReviewToComeIsNotHeld(t *testing.T) {
	s := sessiontest.New(modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "A",
		Reviews: []model.Review{{ID: "x", Text: "spring", Date: modeltest.Today.AddDays(1)}}}))
	if err := setPlan(t, s, edit.OfReview, "review.held", "yes"); err == nil {
		t.Error("held tomorrow")
	}
	if err := setPlan(t, s, edit.OfReview, "review.date", modeltest.Today.String()); err != nil {
		t.Fatal(err)
	}
	if err := setPlan(t, s, edit.OfReview, "review.held", "yes"); err != nil {
		t.Fatal(err)
	}
	if err := setPlan(t, s, edit.OfReview, "review.date", modeltest.Today.AddDays(1).String()); err == nil {
		t.Error("held, and moved to tomorrow")
	}
}
