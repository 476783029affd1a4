package store

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"syscall"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/store/journal"
	"accord/store/place"
)

// Whatever the reason that the disk refuses, each edit is in the rescue file when
// the state says so, and the next state says so of the next edit.
func TestARescueFileHasEveryEdit(t *testing.T) {
	for _, why := range []error{syscall.ENOSPC, syscall.EIO, syscall.EROFS} {
		m, s := newMemory(3), newStates()
		f := create(t, m.portfolio(t), Options{OnState: s.on})
		failing(f).Store(&diskError{why})
		rescue := ""
		for n := range 5 {
			f.Save(m.step())
			st := s.until(t, "red", func(st State) bool { return st.Err != nil && st.Queued == m.seq && st.Rescue != "" })
			rescue = st.Rescue
			if _, lines, err := journal.ReadRescue(rescue); err != nil || len(lines) != n+1 || st.Whole {
				t.Fatalf("%v: %d of %d edits are in %s: %v", why, len(lines), n+1, rescue, err)
			}
		}
		if _, err := f.Keep(m.portfolio(t), "now", model.Date{}, 0); !errors.Is(err, why) {
			t.Errorf("who waits for a snapshot is answered %v", err)
		}
		file, err := os.OpenFile(rescue, os.O_APPEND|os.O_WRONLY, 0)
		try(t, err)
		_, err = file.WriteString(`{"seq":6,"step":{"at":"20`) // a kill in the middle of adding one
		try(t, errors.Join(err, file.Close(), os.Rename(rescue, rescue+".kept")))
		f.Save(m.step())
		st := s.until(t, "red", func(st State) bool { return st.Queued == m.seq && st.Rescue != "" })
		if _, lines, err := journal.ReadRescue(st.Rescue); err != nil || len(lines) != 6 {
			t.Errorf("a rescue file that was taken away is not made anew: %d, %v", len(lines), err)
		}
		if _, lines, err := journal.ReadRescue(rescue + ".kept"); err != nil || len(lines) != 5 {
			t.Errorf("one whose last line was cut off: %d, %v", len(lines), err)
		}
		_ = f.Close(0)
	}
}

// Edits that were not saved come into a file that has moved on; where both changed
// the same, what is there stays, and the rest is told.
func TestRescuedEditsAreMergedIntoAFileThatMovedOn(t *testing.T) {
	a, b := &model.Account{ID: "a", Name: "Alpha"}, &model.Account{ID: "b", Name: "Bravo"}
	p, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{a, b})
	try(t, err)
	f := create(t, p, Options{})
	failing(f).Store(&diskError{syscall.EIO})
	f.Save(renamed(1, a, "Alpha rescued"))
	f.Save(renamed(2, b, "Bravo rescued"))
	var unsaved *UnsavedError
	if err := f.Close(0); !errors.As(err, &unsaved) {
		t.Fatal(err)
	}
	var met []Rescue
	g := open(t, f.Path(), Options{OnRescue: func(r Rescue) { met = append(met, r) }})
	g.Save(renamed(1, b, "Bravo since"))
	shut(t, g)
	if len(met) != 1 || met[0].Path != unsaved.Rescue || met[0].Edits != 2 || met[0].Whole {
		t.Fatalf("%+v", met)
	}
	r, err := Restore(f.Path(), unsaved.Rescue, restoreOptions())
	if err != nil || !r.Merged || len(r.Clashes) != 1 || !strings.Contains(r.Clashes[0], "Bravo rescued") || r.Kept == "" || place.Exists(unsaved.Rescue) {
		t.Fatalf("%+v %v", r, err)
	}
	got, err := opened(f.Path())
	if err != nil || got.Account("a").Name != "Alpha rescued" || got.Account("b").Name != "Bravo since" {
		t.Errorf("%v", err)
	}
	if h := open(t, f.Path(), Options{}); len(h.Rescues()) != 0 {
		t.Error("what was brought in is told of again:", h.Rescues())
	}
}

// Where no private copy can be made the file is read in place, or it is said that
// there is no room; it is never called damaged.
func TestNoRoomForAPrivateCopyIsNoDamage(t *testing.T) {
	m := newMemory(8)
	f := create(t, m.portfolio(t), Options{})
	t.Setenv("TMPDIR", t.TempDir()+"/not/there")
	var room *RoomError
	if _, _, err := OpenReadOnly(f.Path(), Options{}); !errors.As(err, &room) || !strings.Contains(err.Error(), "TMPDIR") {
		t.Errorf("beside somebody who writes: %v", err)
	}
	shut(t, f)
	if got, _, err := OpenReadOnly(f.Path(), Options{}); err != nil || !reflect.DeepEqual(got, m.portfolio(t)) {
		t.Error("not read in place:", err)
	}
	if _, err := Check(f.Path()); !errors.As(err, &room) {
		t.Error("a check:", err)
	}
	if err := named(syscall.ENOSPC, "/tmp/x", f.Path()); !errors.As(err, &room) || room.Dir != "/tmp" {
		t.Errorf("a full folder: %v", err)
	}
	free, err := lockAside(f.Path())
	try(t, err)
	free()
}

// A handle that faulted in the middle of beginning a view is never used again: the
// writer opens the file anew, and readers are answered.
func TestAFaultIsHealed(t *testing.T) {
	m, s := newMemory(9), newStates()
	f := create(t, m.portfolio(t), Options{OnState: s.on})
	f.Save(m.step())
	s.saved(t, 1)
	before := f.db
	err := f.view(func(*bolt.Tx) error { panic(faultAt(1)) })
	if !isFault(err) {
		t.Fatal(err)
	}
	f.Save(m.step())
	s.saved(t, 2)
	if f.db == before {
		t.Error("the handle that faulted is used on")
	}
	if got := loaded(t, f); !reflect.DeepEqual(got, m.portfolio(t)) {
		t.Error("the file holds something else")
	}
}

type faultAt uintptr

func (faultAt) Error() string   { return "fault" }
func (a faultAt) Addr() uintptr { return uintptr(a) }
