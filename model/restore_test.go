package model

import (
	"fmt"
	"reflect"
	"testing"
)

// twoMoments is a portfolio before and after a day's work.
func twoMoments(t *testing.T) (s *Session, then *Portfolio) {
	t.Helper()
	g := NewProgramme()
	g.Team = []Member{{ID: "m", Name: "Dana"}, {ID: "n", Name: "Omer"}}
	p, err := NewPortfolio(g, []*Account{
		{ID: "a", Name: "A", Manager: "m", Charter: "old", Notes: "old", Ratings: map[FactorKey]Rating{"importance.capacity": {Ours: LevelOf(1)}, "position.spend_share": {Ours: LevelOf(1)}},
			Persons: []Person{{ID: "p", Name: "Anna"}}, Ties: []Tie{{ID: "t", Ours: "m", Theirs: "p", Level: Vendor}, {ID: "u", Ours: "n", Theirs: "p", Level: Vendor}},
			Points: []Point{{ID: "w", Text: "reach"}}, Objectives: []Objective{{ID: "o", Text: "grow", Cites: "w"}}, Actions: []Action{{ID: "x", Text: "call", Objective: "o"}}},
		{ID: "b", Name: "B", Notes: "old"}})
	if err != nil {
		t.Fatal(err)
	}
	s = newTestSession(p)
	for _, c := range []Change{
		SetRating{"a", "importance.capacity", false, LevelOf(5)}, SetRating{"a", "position.spend_share", false, LevelOf(5)},
		SetField{Ref: AccountRef("a"), Key: "charter", Value: "new"}, SetField{Ref: AccountRef("a"), Key: "notes", Value: "new"}, SetField{Ref: AccountRef("b"), Key: "notes", Value: "new"},
		RemoveObjective{"a", "o"}, RemoveItem{"a", OfPoint, "w"}, RemoveMember{"m", "Dana"}, AddAccount{"c", "C", ""},
	} {
		if _, err := s.Do(c, testNow); err != nil {
			t.Fatal(err)
		}
	}
	return s, p
}

func TestRestoreOnePartLeavesTheRest(t *testing.T) {
	for part, want := range map[string]func(now, then *Account){
		"importance": func(now, then *Account) {
			now.Ratings = map[FactorKey]Rating{"importance.capacity": then.Ratings["importance.capacity"], "position.spend_share": now.Ratings["position.spend_share"]}
		},
		"charter":    func(now, then *Account) { now.Charter = then.Charter },
		"notes":      func(now, then *Account) { now.Notes = then.Notes },
		"swot":       func(now, then *Account) { now.Points = then.Points },
		"objectives": func(now, _ *Account) { now.Objectives = []Objective{{ID: "o", Text: "grow"}} }, // what it cited is gone
		"actions":    func(now, _ *Account) { now.Actions = []Action{{ID: "x", Text: "call"}} },
		"map":        func(now, then *Account) { now.Persons, now.Ties = then.Persons, then.Ties[1:] }, // Dana left the team
	} {
		s, then := twoMoments(t)
		now := *s.Portfolio().Account("a")
		b := s.Portfolio().Account("b")
		p, err := s.Do(Restore{then, "this morning", "a", part}, testNow)
		if err != nil {
			t.Fatal(part, err)
		}
		want(&now, then.Account("a"))
		if got := s.Portfolio().Account("a"); !reflect.DeepEqual(got, &now) {
			t.Errorf("%s: %s", part, apartAt(fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", &now)))
		}
		if s.Portfolio().Account("b") != b || p.Label != "restore "+part+" from this morning" {
			t.Errorf("%s: %q", part, p.Label)
		}
	}
}

func TestRestoreAccountAndEverything(t *testing.T) {
	s, then := twoMoments(t)
	if _, err := s.Do(Restore{From: then, Account: "a"}, testNow); err != nil {
		t.Fatal(err)
	}
	a := s.Portfolio().Account("a")
	if a.Charter != "old" || a.Manager != "" || len(a.Ties) != 1 || len(a.Objectives) != 1 || s.Portfolio().Account("b").Notes != "new" {
		t.Errorf("%+v", a)
	}
	for part, c := range map[string]Restore{"a whole account": {From: then, Account: "c"}, "a part of it": {From: then, Account: "c", Part: "notes"}, "a part that is none": {From: then, Account: "a", Part: "moon"}} {
		if _, err := s.Do(c, testNow); err == nil {
			t.Errorf("%s: not refused", part)
		}
	}
	if _, err := s.Do(Restore{From: then, Moment: "this morning"}, testNow); err != nil {
		t.Fatal(err)
	}
	if got := Between(then, s.Portfolio()); !got.Empty() {
		t.Errorf("something differs still: %v", got.Edits(then.Programme()))
	}
	if snapshot(t, s.Portfolio()) != snapshot(t, then) {
		t.Error("not the same as this morning")
	}
}

func TestBetweenTellsEveryDifference(t *testing.T) {
	s, then := twoMoments(t)
	p := Between(then, s.Portfolio())
	if len(p.After) != 3 || p.ProgrammeAfter == nil {
		t.Errorf("%d accounts", len(p.After))
	}
	if got := snapshot(t, p.Apply(then)); got != snapshot(t, s.Portfolio()) {
		t.Error("the patch does not lead from one to the other")
	}
	if !Between(then, then).Empty() {
		t.Error("a portfolio differs from itself")
	}
}
