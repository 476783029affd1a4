package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/place"
)

// create makes a file in a folder of the test and closes it at its end.
func create(t *testing.T, p *model.Portfolio, o Options) *File {
	t.Helper()
	f, err := Create(filepath.Join(t.TempDir(), "accord.db"), p, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close(0) })
	return f
}

func open(t *testing.T, path string, o Options) *File {
	t.Helper()
	f, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close(0) })
	return f
}

func shut(t *testing.T, f *File) {
	t.Helper()
	if err := f.Close(0); err != nil {
		t.Fatal(err)
	}
}

func loaded(t *testing.T, f *File) *model.Portfolio {
	t.Helper()
	p, _, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// states collects what the writer tells, so that tests wait for it and never
// sleep.
type states chan State

func newStates() states { return make(states, 10_000) }

func (s states) on(st State) { s <- st }

// until waits for a state that fits.
func (s states) until(t *testing.T, what string, fits func(State) bool) State {
	t.Helper()
	late := time.After(20 * time.Second)
	for {
		select {
		case st := <-s:
			if fits(st) {
				return st
			}
		case <-late:
			t.Fatalf("waited in vain for a state that is %s", what)
		}
	}
}

func (s states) saved(t *testing.T, seq uint64) State {
	t.Helper()
	return s.until(t, "saved", func(st State) bool { return st.Saved >= seq && st.Err == nil })
}

// renamed is a step that gives an account another name.
func renamed(seq uint64, before *model.Account, name string) *edit.Patch {
	after := *before
	after.Name = name
	return &edit.Patch{Seq: seq, Label: words.Plain("name"), Place: edit.Place{Account: before.ID, Field: "name"}, Before: []*model.Account{before}, After: []*model.Account{&after}}
}

func TestNewFileHoldsWhatItWasGiven(t *testing.T) {
	p := richPortfolio(t, 30)
	f := create(t, p, Options{Program: "accord test"})
	if !f.Created() || f.Crashed() || f.Warning() != "" {
		t.Error(f.Created(), f.Crashed(), f.Warning())
	}
	for range 2 {
		if got := loaded(t, f); !reflect.DeepEqual(got, p) {
			t.Fatal("the file holds something else than it was given")
		}
		shut(t, f)
		if f = open(t, f.Path(), Options{}); f.Created() || f.Crashed() {
			t.Error("a file that was closed is neither new nor crashed")
		}
	}
}

func TestCreateNeverOverwrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "accord.db")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Create(path, model.EmptyPortfolio(), Options{})
	var access *place.AccessError
	if !errors.As(err, &access) {
		t.Fatalf("%v", err)
	}
	aside := path + ".new"
	if err := os.WriteFile(aside, []byte("other"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := place.Publish(aside, path); !errors.Is(err, place.ErrThere) {
		t.Errorf("two first starts at once: %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "mine" {
		t.Errorf("the file there now holds %q", b)
	}
}

func TestCreateLeavesOneFile(t *testing.T) {
	f := create(t, model.EmptyPortfolio(), Options{})
	shut(t, f)
	if st, err := os.Stat(f.Path()); err != nil || st.Size() > 2*growBy {
		t.Errorf("an empty file has %d bytes, %v", st.Size(), err)
	}
	entries, err := os.ReadDir(filepath.Dir(f.Path()))
	if err != nil || len(entries) != 1 {
		t.Errorf("%v %v", entries, err)
	}
}

func TestSecondCloseSaysTheSame(t *testing.T) {
	f := create(t, model.EmptyPortfolio(), Options{})
	shut(t, f)
	shut(t, f)
	f.Save(renamed(1, &model.Account{ID: "a"}, "late"))
	if err := f.State().Err; !errors.Is(err, errClosed) {
		t.Errorf("an edit after closing must not vanish without a word: %v", err)
	}
}

func TestOpenMarkTellsOfACrash(t *testing.T) {
	f := create(t, model.EmptyPortfolio(), Options{})
	f.shut() // as when the process ends
	g := open(t, f.Path(), Options{})
	if !g.Crashed() {
		t.Error("the file was not closed, and opening it did not notice")
	}
	shut(t, g)
	if open(t, f.Path(), Options{}).Crashed() {
		t.Error("it was closed properly the second time")
	}
}
