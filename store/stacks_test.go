package store

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/sample"
	"accord/model/session"
)

// A session that begins on a file takes back and does again what one that never
// ended would.
func TestUndoSurvivesARestart(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		r := newRand(seed)
		day := model.NewDate(2026, 11, 24)
		p, err := sample.Portfolio(day)
		if err != nil {
			t.Fatal(err)
		}
		ids := 0
		newID := func() string { ids++; return fmt.Sprint("new", ids) }
		f := create(t, p, Options{})
		kept := session.New(p, day, 0, newID)
		at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
		for range 120 {
			at = at.Add(time.Duration(r.IntN(4)) * time.Second)
			if q := randomStep(t, r, kept, at); !q.Empty() {
				f.Save(q)
			}
		}
		shut(t, f)
		f = open(t, f.Path(), Options{})
		p, seq, err := f.Load()
		if err != nil {
			t.Fatal(err)
		}
		fresh := session.New(p, day, seq, newID)
		fresh.Remember(f)
		turns := 0
		both := func(what string, turn func(*session.Session) (*edit.Patch, bool)) bool {
			a, okA := turn(kept)
			b, okB := turn(fresh)
			if okA != okB || fresh.PastError() != nil {
				t.Fatalf("seed %d, %s %d: %v, after a restart %v %v", seed, what, turns, okA, okB, fresh.PastError())
			}
			if !okA {
				return false
			}
			turns++
			f.Save(b)
			if !a.Label.Equal(b.Label) || a.Place != b.Place || !sameContent(kept.Portfolio(), fresh.Portfolio()) {
				t.Fatalf("seed %d, %s %d: %q became %q", seed, what, turns, a.Label, b.Label)
			}
			return true
		}
		for range 5 { // some forward, all back, all forward
			both("redo", (*session.Session).Redo)
		}
		for both("undo", (*session.Session).Undo) {
		}
		for both("redo", (*session.Session).Redo) {
		}
		if turns < 60 {
			t.Errorf("seed %d: only %d turns", seed, turns)
		}
	}
}

// randomStep edits, takes back or does again.
func randomStep(t *testing.T, r *rand.Rand, s *session.Session, at time.Time) *edit.Patch {
	t.Helper()
	accounts := s.Portfolio().Accounts()
	a := accounts[r.IntN(len(accounts))]
	ref := edit.AccountRef(a.ID)
	var c edit.Change
	switch r.IntN(9) {
	case 0, 1:
		q, _ := s.Undo()
		return orEmpty(q)
	case 2:
		q, _ := s.Redo()
		return orEmpty(q)
	case 3:
		c = edit.AddAction{Account: a.ID, ID: model.ActionID(s.NewID()), Text: "call"}
	case 4:
		c = edit.AddAccount{ID: model.AccountID(s.NewID()), Name: s.NewID()}
	case 5:
		c = edit.RemoveAccount{Account: a.ID, Name: a.Name}
	case 6:
		c = edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "pack.importance.capacity.weight", Value: fmt.Sprint(r.IntN(50))}
	case 7:
		c = edit.SetField{Ref: ref, Key: "notes", Value: text(r, 5)}
	default:
		c = edit.SetRating{Account: accounts[0].ID, Factor: "importance.capacity", Level: model.LevelOf(r.IntN(6))} // often the same field: one undo
	}
	q, err := s.Do(c, at)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func orEmpty(p *edit.Patch) *edit.Patch {
	if p == nil {
		return new(edit.Patch)
	}
	return p
}
