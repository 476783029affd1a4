package store

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/store/journal"
	"accord/store/seal"
)

// branched is a file that was put back to its first step and went on from there,
// with an automatic copy of the steps that were left. The bytes are of what was left.
func branched(t *testing.T, again bool) (f *File, s states, left []byte) {
	t.Helper()
	a, b := &model.Account{ID: "a", Name: "Alpha"}, &model.Account{ID: "b", Name: "Bravo"}
	p, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{a, b})
	try(t, err)
	s = newStates()
	t.Setenv("TMPDIR", t.TempDir())
	path, o := filepath.Join(t.TempDir(), "accord.db"), Options{BackupDir: filepath.Join(t.TempDir(), "backups"), OnState: s.on}
	f, err = Create(path, p, o)
	try(t, err)
	f.Save(renamed(1, a, "A1"))
	shut(t, f)
	older := bytesOf(t, path)

	f = open(t, path, o)
	loaded(t, f)
	f.Save(renamed(2, b, "Left"))
	s.saved(t, 2)
	f.Save(renamed(3, b, "Left for good"))
	s.saved(t, 3)
	try(t, f.backupNow(o.now().AddDate(0, 0, 1)))
	left = bytesOf(t, path) // as many transactions as below, to the same pages: the headers are equal
	shut(t, f)

	try(t, errors.Join(os.Remove(path), os.WriteFile(path, older, 0o600)))
	f = open(t, path, o)
	loaded(t, f)
	f.Save(renamed(2, a, "A2"))
	s.saved(t, 2)
	f.Save(renamed(3, a, "A3"))
	s.saved(t, 3)
	if again {
		shut(t, f)
		f = open(t, path, o)
		loaded(t, f)
	}
	return f, s, left
}

// What a restore left behind is not taken for an earlier state of the file: it has
// the same number and the same numbers of steps.
func TestAWholeFileHasNothingOfABranchThatWasLeft(t *testing.T) {
	for name, x := range map[string]struct {
		again bool
		swap  func(f *File, left []byte) error
	}{
		"a copy within the sitting":  {false, func(f *File, _ []byte) error { return os.Truncate(f.Path(), 0) }},
		"a copy of where it began":   {true, func(f *File, _ []byte) error { return os.Truncate(f.Path(), 0) }},
		"written into what is open":  {false, func(f *File, left []byte) error { return os.WriteFile(f.Path(), left, 0o600) }},
		"the same after one opening": {true, func(f *File, left []byte) error { return os.WriteFile(f.Path(), left, 0o600) }},
	} {
		t.Run(name, func(t *testing.T) {
			f, s, left := branched(t, x.again)
			try(t, x.swap(f, left))
			f.Save(renamed(4, &model.Account{ID: "a", Name: "A3"}, "A4"))
			st := s.until(t, "red", func(st State) bool { return st.Whole && st.Queued == 4 })
			p, _, err := OpenReadOnly(st.Rescue, Options{})
			try(t, err)
			for id, want := range map[model.AccountID]string{"a": "A4", "b": "Bravo"} {
				if got := p.Account(id).Name; got != want {
					t.Errorf("%s is called %q, not %q", id, got, want)
				}
			}
			_ = f.Close(0)
		})
	}
}

// An older state in the place of a deleted file is told before what is open is let
// go: that may be the only whole one.
func TestWhatIsOpenIsKeptUntilTheFileIsKnown(t *testing.T) {
	f, _, left := branched(t, false)
	shut(t, f)
	whole := bytesOf(t, f.Path())
	g := &File{path: f.path, bounds: usualBounds, id: f.id}
	try(t, g.open())
	defer func() { g.shut() }()
	g.w = &writer{file: g, wake: make(chan struct{}, 1)}
	try(t, g.view(func(tx *bolt.Tx) (err error) {
		g.w.last, err = journal.MarkAt(tx, nil, 3)
		return err
	}))
	try(t, errors.Join(os.Remove(g.path), os.WriteFile(g.path, left, 0o600)))
	for range 2 {
		var gone *goneError
		if err := g.home(); !errors.As(err, &gone) {
			t.Fatalf("another branch is the file: %v", err)
		}
		if err := g.handleWhole(); err != nil {
			t.Fatal("what is open was let go:", err)
		}
	}
	try(t, errors.Join(os.Remove(g.path), os.WriteFile(g.path, whole, 0o600)))
	try(t, g.home())
}

// What somebody put under the name of a rescue file is not removed with it.
func TestARescueFileIsRemovedOnlyWhileItIsOurs(t *testing.T) {
	for _, ours := range []bool{true, false} {
		path := filepath.Join(t.TempDir(), "accord.db.rescued.jsonl")
		file, err := os.Create(path)
		try(t, err)
		if !ours {
			try(t, errors.Join(os.Rename(path, path+".kept"), os.WriteFile(path, []byte("another"), 0o600)))
		}
		n := notes{path: path, file: file}
		n.drop()
		if _, err := os.Stat(path); (err == nil) == ours {
			t.Errorf("ours %v: %v", ours, err)
		}
	}
}

// A number that a later step raised is not lowered by what the file said of itself
// when it was opened.
func TestTheMinorNumberIsNeverPutBackLower(t *testing.T) {
	f := create(t, model.EmptyPortfolio(), Options{})
	shut(t, f)
	try(t, f.open())
	defer f.shut()
	f.meta = map[string][]byte{"minor": []byte("0")}
	try(t, f.db.Update(f.putMetaBack))
	if got := meta(t, f, "minor"); got != strconv.Itoa(seal.Minor) {
		t.Error("it is", got)
	}
}

// Somebody who reads finds that the file was cut off; it is told though nothing waits
// to be written.
func TestACutOffFileIsToldByARead(t *testing.T) {
	f, s, _ := branched(t, false)
	try(t, os.Truncate(f.Path(), 0))
	if err := f.view(func(*bolt.Tx) error { return nil }); err == nil {
		t.Error("it was read")
	}
	s.until(t, "red", func(st State) bool { return st.Err != nil && st.Whole })
	_ = f.Close(0)
}
