package session_test

import (
	"fmt"
	"reflect"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/session"
	"accord/model/sessiontest"
)

// twoMoments is a portfolio before and after a day's work.
func twoMoments(t *testing.T) (s *session.Session, then *model.Portfolio) {
	t.Helper()
	g := model.NewProgramme()
	g.Team = []model.Member{{ID: "m", Name: "Dana"}, {ID: "n", Name: "Omer"}}
	p, err := model.NewPortfolio(g, []*model.Account{
		{ID: "a", Name: "A", Manager: "m", Charter: "old", Notes: "old", Ratings: map[model.FactorKey]model.Rating{"importance.capacity": {Ours: model.LevelOf(1)}, "position.spend_share": {Ours: model.LevelOf(1)}},
			Persons: []model.Person{{ID: "p", Name: "Anna"}}, Ties: []model.Tie{{ID: "t", Ours: "m", Theirs: "p", Level: model.Vendor}, {ID: "u", Ours: "n", Theirs: "p", Level: model.Vendor}},
			Points: []model.Point{{ID: "w", Text: "reach"}}, Objectives: []model.Objective{{ID: "o", Text: "grow", Cites: "w"}}, Actions: []model.Action{{ID: "x", Text: "call", Objective: "o"}}},
		{ID: "b", Name: "B", Notes: "old"}})
	if err != nil {
		t.Fatal(err)
	}
	s = sessiontest.New(p)
	for _, c := range []edit.Change{
		edit.SetRating{Account: "a", Factor: "importance.capacity", Verified: false, Level: model.LevelOf(5)}, edit.SetRating{Account: "a", Factor: "position.spend_share", Verified: false, Level: model.LevelOf(5)},
		edit.SetField{Ref: edit.AccountRef("a"), Key: "charter", Value: "new"}, edit.SetField{Ref: edit.AccountRef("a"), Key: "notes", Value: "new"}, edit.SetField{Ref: edit.AccountRef("b"), Key: "notes", Value: "new"},
		edit.RemoveObjective{Account: "a", ID: "o"}, edit.RemoveItem{Account: "a", Of: edit.OfPoint, ID: "w"}, edit.RemoveMember{ID: "m", Name: "Dana"}, edit.AddAccount{ID: "c", Name: "C", Parent: ""},
	} {
		if _, err := s.Do(c, modeltest.Now); err != nil {
			t.Fatal(err)
		}
	}
	return s, p
}

func TestRestoreOnePartLeavesTheRest(t *testing.T) {
	for part, want := range map[string]func(now, then *model.Account){
		"importance": func(now, then *model.Account) {
			now.Ratings = map[model.FactorKey]model.Rating{"importance.capacity": then.Ratings["importance.capacity"], "position.spend_share": now.Ratings["position.spend_share"]}
		},
		"charter":    func(now, then *model.Account) { now.Charter = then.Charter },
		"notes":      func(now, then *model.Account) { now.Notes = then.Notes },
		"swot":       func(now, then *model.Account) { now.Points = then.Points },
		"objectives": func(now, _ *model.Account) { now.Objectives = []model.Objective{{ID: "o", Text: "grow"}} }, // what it cited is gone
		"actions":    func(now, _ *model.Account) { now.Actions = []model.Action{{ID: "x", Text: "call"}} },
		"map":        func(now, then *model.Account) { now.Persons, now.Ties = then.Persons, then.Ties[1:] }, // Dana left the team
	} {
		s, then := twoMoments(t)
		now := *s.Portfolio().Account("a")
		b := s.Portfolio().Account("b")
		p, err := s.Do(edit.Restore{From: then, Moment: "this morning", Account: "a", Part: part}, modeltest.Now)
		if err != nil {
			t.Fatal(part, err)
		}
		want(&now, then.Account("a"))
		if got := s.Portfolio().Account("a"); !reflect.DeepEqual(got, &now) {
			t.Errorf("%s: %s", part, modeltest.ApartAt(fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", &now)))
		}
		if s.Portfolio().Account("b") != b || p.Label.String() != "restore "+part+" from this morning" {
			t.Errorf("%s: %q", part, p.Label)
		}
	}
}

func TestRestoreAccountAndEverything(t *testing.T) {
	s, then := twoMoments(t)
	if _, err := s.Do(edit.Restore{From: then, Account: "a"}, modeltest.Now); err != nil {
		t.Fatal(err)
	}
	a := s.Portfolio().Account("a")
	if a.Charter != "old" || a.Manager != "" || len(a.Ties) != 1 || len(a.Objectives) != 1 || s.Portfolio().Account("b").Notes != "new" {
		t.Errorf("%+v", a)
	}
	for part, c := range map[string]edit.Restore{"a whole account": {From: then, Account: "c"}, "a part of it": {From: then, Account: "c", Part: "notes"}, "a part that is none": {From: then, Account: "a", Part: "moon"}} {
		if _, err := s.Do(c, modeltest.Now); err == nil {
			t.Errorf("%s: not refused", part)
		}
	}
	if _, err := s.Do(edit.Restore{From: then, Moment: "this morning"}, modeltest.Now); err != nil {
		t.Fatal(err)
	}
	if got := edit.Between(then, s.Portfolio()); !got.Empty() {
		t.Errorf("something differs still: %v", got.Edits(then.Programme()))
	}
	if snapshot(t, s.Portfolio()) != snapshot(t, then) {
		t.Error("not the same as this morning")
	}
}

func TestBetweenTellsEveryDifference(t *testing.T) {
	s, then := twoMoments(t)
	p := edit.Between(then, s.Portfolio())
	if len(p.After) != 3 || p.ProgrammeAfter == nil {
		t.Errorf("%d accounts", len(p.After))
	}
	if got := snapshot(t, p.Apply(then)); got != snapshot(t, s.Portfolio()) {
		t.Error("the patch does not lead from one to the other")
	}
	if !edit.Between(then, then).Empty() {
		t.Error("a portfolio differs from itself")
	}
}
