package store

import (
	"os"
	"path/filepath"
	"testing"

	"accord/store/place"
)

// That a file is in projector mode is a state of it: no step, there after a restart,
// told to who only reads it, and kept by repair and protect.
func TestProjectedIsAStateOfTheFile(t *testing.T) {
	m := newMemory(7)
	f, err := Create(filepath.Join(t.TempDir(), "a.db"), m.portfolio(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	path := f.Path()
	f.Save(m.step())
	f.Project(true)
	if err := f.Close(0); err != nil {
		t.Fatal(err)
	}
	is := func(want bool) {
		t.Helper()
		f, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close(0) //nolint:errcheck // only read
		if on, err := f.Projected(); on != want || err != nil {
			t.Errorf("%t, %v", on, err)
		}
		if steps, err := f.History(10, ""); err != nil || len(steps) != 1 {
			t.Errorf("%d steps, %v", len(steps), err)
		}
	}
	is(true)
	told := false
	if _, _, err := OpenReadOnly(path, Options{OnRoom: func(on bool) { told = on }}); err != nil || !told {
		t.Errorf("a reader is told %t, %v", told, err)
	}
	if r, err := Check(path, nil); err != nil || len(r.Bad) > 0 {
		t.Errorf("%v, %v", r.Bad, err)
	}
	if f, err = Open(path, Options{}); err != nil {
		t.Fatal(err)
	}
	f.Project(false)
	if err := f.Close(0); err != nil {
		t.Fatal(err)
	}
	is(false)
}

// The machine remembers what a file cannot: each file for itself, and the
// demonstration by its name.
func TestTheMachineRemembersRooms(t *testing.T) {
	t.Setenv("ACCORD_STATE_DIR", filepath.Join(t.TempDir(), "state"))
	n, dir := place.MachineRoom(), t.TempDir()
	a, b := filepath.Join(dir, "a.db"), filepath.Join(dir, "b.db")
	if n.Of(a) != (place.Room{}) {
		t.Fatal("something is known of a file that nobody opened")
	}
	n.Note(a, place.Room{Projector: true, Hidden: true})
	n.Note(b, place.Room{Hidden: true})
	n.Note(place.DemoRoom, place.Room{Projector: true})
	n.Note(a, place.Room{Projector: true})
	for name, want := range map[string]place.Room{a: {Projector: true}, b: {Hidden: true}, place.DemoRoom: {Projector: true}, filepath.Join(dir, "c.db"): {}} {
		if got := place.MachineRoom().Of(name); got != want {
			t.Errorf("%s: %v, not %v", name, got, want)
		}
	}
	n.Note(a, place.Room{})
	if n.Of(a) != (place.Room{}) || n.Of(b) != (place.Room{Hidden: true}) {
		t.Error("what is over is remembered, or more was forgotten")
	}
	left, err := filepath.Glob(filepath.Join(os.Getenv("ACCORD_STATE_DIR"), "rooms-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
