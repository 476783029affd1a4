package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"accord/model"
	"accord/store/copies"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// away are the ways in which a file stops being ours while it is open. Each gives
// what brings it back.
var away = map[string]func(t *testing.T, path string) (back func()){
	"renamed": func(t *testing.T, path string) func() {
		try(t, os.Rename(path, path+".elsewhere"))
		return func() { try(t, os.Rename(path+".elsewhere", path)) }
	},
	"deleted": func(t *testing.T, path string) func() {
		was := bytesOf(t, path)
		try(t, os.Remove(path))
		return func() { try(t, os.WriteFile(path, was, 0o600)) }
	},
	"folder renamed": func(t *testing.T, path string) func() {
		try(t, os.Rename(filepath.Dir(path), filepath.Dir(path)+".other"))
		return func() { try(t, os.Rename(filepath.Dir(path)+".other", filepath.Dir(path))) }
	},
	"replaced by text": func(t *testing.T, path string) func() {
		was := bytesOf(t, path)
		try(t, errors.Join(os.Remove(path), os.WriteFile(path, []byte("from the cloud"), 0o600)))
		return func() { try(t, errors.Join(os.Remove(path), os.WriteFile(path, was, 0o600))) }
	},
	"replaced by another of ours": func(t *testing.T, path string) func() {
		try(t, os.Rename(path, path+".elsewhere"))
		shut(t, created(t, path))
		return func() { try(t, os.Rename(path+".elsewhere", path)) }
	},
	"replaced by a folder": func(t *testing.T, path string) func() {
		try(t, errors.Join(os.Rename(path, path+".elsewhere"), os.Mkdir(path, 0o700)))
		return func() { try(t, errors.Join(os.Remove(path), os.Rename(path+".elsewhere", path))) }
	},
	"cut to nothing":  cutTo(func(int64) int64 { return 0 }),
	"cut to half":     cutTo(func(used int64) int64 { return used / 2 }),
	"cut by one page": cutTo(func(used int64) int64 { return used - pages.PageSize }),
	"written over by another of ours": func(t *testing.T, path string) func() {
		was, other := bytesOf(t, path), filepath.Join(t.TempDir(), "other.db")
		shut(t, created(t, other))
		try(t, os.WriteFile(path, bytesOf(t, other), 0o600))
		return func() { try(t, os.WriteFile(path, was, 0o600)) }
	},
}

func cutTo(size func(int64) int64) func(*testing.T, string) func() {
	return func(t *testing.T, path string) func() {
		was := bytesOf(t, path)
		h, _ := pages.NewestHeader(bytes.NewReader(was))
		try(t, os.Truncate(path, size(int64(h.Used)*h.PageSize)))
		return func() { try(t, os.WriteFile(path, was, 0o600)) }
	}
}

func try(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	try(t, err)
	return b
}

func created(t *testing.T, path string) *File {
	t.Helper()
	f, err := Create(path, model.EmptyPortfolio(), Options{})
	try(t, err)
	return f
}

// strayed is an open file with four steps, a snapshot and a copy, of which two
// steps are of an earlier sitting.
func strayed(t *testing.T, sealed bool) (f *File, m *memory, s states, keys *seal.Keys) {
	t.Helper()
	m, s, keys = newMemory(5), newStates(), asked(nil)
	dir := filepath.Join(t.TempDir(), "plans")
	t.Setenv("TMPDIR", t.TempDir())
	path, o := filepath.Join(dir, "accord.db"), Options{Keys: keys, BackupDir: filepath.Join(t.TempDir(), "backups"), OnState: s.on}
	var err error
	if sealed {
		f, _, err = CreateProtected(path, m.portfolio(t), phrase, seal.Guard{Lock: 7}, o)
	} else {
		f, err = Create(path, m.portfolio(t), o)
	}
	try(t, err)
	f.Save(m.step())
	s.saved(t, 1)
	_, err = f.Keep(m.portfolio(t), "spring", model.Date{}, 1)
	try(t, errors.Join(err, f.backupNow(o.now().AddDate(0, 0, 1)))) // the one before the first edit has no snapshot
	f.Save(m.step())
	shut(t, f)
	f = open(t, path, o)
	loaded(t, f)
	for range 2 {
		f.Save(m.step())
	}
	s.saved(t, 4)
	return f, m, s, keys
}

// whateverHappens runs a test with every way in which a file goes away, plain and
// sealed.
func whateverHappens(t *testing.T, test func(t *testing.T, sealed bool, go_ func(*testing.T, string) func())) {
	for name, swap := range away {
		t.Run(name, func(t *testing.T) { test(t, false, swap) })
	}
	for _, name := range []string{"deleted", "cut to half"} {
		t.Run(name+"copy replaces", func(t *testing.T) { test(t, true, away[name]) })
	}
}

// Whatever happens to the file, a whole one has everything after each edit, and
// when the file comes back it has everything too.
func TestAWholeFileTakesTheEditsMeanwhile(t *testing.T) {
	whateverHappens(t, func(t *testing.T, sealed bool, swap func(*testing.T, string) func()) {
		f, m, s, keys := strayed(t, sealed)
		back := swap(t, f.Path())
		rescue := ""
		for range 3 {
			f.Save(m.step())
			st := s.until(t, "red with all edits", func(st State) bool { return st.Err != nil && st.Queued == m.seq && st.Whole })
			rescue = st.Rescue
			wholeAndCurrent(t, rescue, m, keys)
		}
		if _, err := f.Keep(m.portfolio(t), "meanwhile", model.Date{}, m.seq); err != nil {
			t.Error(err)
		}
		if steps, err := f.History(0, ""); err != nil || len(steps) != int(m.seq) {
			t.Errorf("the history meanwhile: %d steps, %v", len(steps), err)
		}
		back()
		f.Save(m.step())
		s.saved(t, m.seq)
		if place.Exists(rescue) {
			t.Error("the rescue file stays, though all is in the file")
		}
		kept, err := f.Snapshots()
		if got := loaded(t, f); err != nil || len(kept) != 2 || !reflect.DeepEqual(got, m.portfolio(t)) {
			t.Errorf("the file holds something else, %d snapshots, %v", len(kept), err)
		}
		shut(t, f)
		if r, err := Check(f.Path(), keys); err != nil || len(r.Bad) > 0 || r.Steps != int(m.seq) {
			t.Errorf("%+v %v", r, err)
		}
	})
}

// wholeAndCurrent reads a rescue file while it is in use, as after kill -9.
func wholeAndCurrent(t *testing.T, rescue string, m *memory, keys *seal.Keys) {
	t.Helper()
	got, _, err := OpenReadOnly(rescue, Options{Keys: keys})
	if err != nil || !reflect.DeepEqual(got, m.portfolio(t)) {
		t.Fatalf("%s does not hold everything: %v", rescue, err)
	}
	r, err := Check(rescue, keys)
	if err != nil || len(r.Bad) > 0 || r.Steps != int(m.seq) || r.Snapshots != 1 {
		t.Fatalf("%+v %v", r, err)
	}
}

// Closing leaves the whole file, says where it is, and it opens and is put in place.
func TestClosingWhileTheFileIsGone(t *testing.T) {
	whateverHappens(t, func(t *testing.T, sealed bool, swap func(*testing.T, string) func()) {
		f, m, _, keys := strayed(t, sealed)
		swap(t, f.Path())
		f.Save(m.step())
		err := f.Close(0)
		var unsaved *UnsavedError
		if !errors.As(err, &unsaved) || !unsaved.Whole || unsaved.Count != 1 {
			t.Fatalf("%+v", err)
		}
		g, err := Open(unsaved.Rescue, Options{Keys: keys})
		if err != nil || g.Crashed() || g.Protected() != sealed {
			t.Fatal("the rescue file does not open as it should:", err)
		}
		shut(t, g)
		if filepath.Dir(unsaved.Rescue) != filepath.Dir(f.Path()) {
			return // the folder is not there either
		}
		_ = os.RemoveAll(f.Path())
		if _, err := Restore(f.Path(), unsaved.Rescue, Options{Keys: keys}); err != nil {
			t.Fatal(err)
		}
		h := open(t, f.Path(), Options{Keys: keys})
		if got := loaded(t, h); !reflect.DeepEqual(got, m.portfolio(t)) || h.Warning() != "" {
			t.Error("what was put in place is something else, or is said not to be in it:", h.Warning())
		}
	})
}

// A file that was deleted after everything was saved is not let go of in silence;
// one that was only renamed is.
func TestClosingADeletedFileThatWasSaved(t *testing.T) {
	f, m, _, keys := strayed(t, false)
	try(t, os.Remove(f.Path()))
	err := f.Close(0)
	var unsaved *UnsavedError
	if !errors.As(err, &unsaved) || !unsaved.Whole || unsaved.Count != 0 {
		t.Fatalf("%+v", err)
	}
	wholeAndCurrent(t, unsaved.Rescue, m, keys)

	f, _, _, _ = strayed(t, false)
	away["renamed"](t, f.Path())
	if err := f.Close(0); err != nil || len(copies.Rescues(f.Path())) != 0 {
		t.Error("a file that was renamed lost nothing:", err)
	}
}

// An older state that is put in the place of the file is not taken for it.
func TestAnOlderStateIsNotTheFile(t *testing.T) {
	f, m, s, keys := strayed(t, false)
	older := copies.Backups(f.options.BackupDir, f.Path())[0]
	try(t, errors.Join(os.Remove(f.Path()), os.WriteFile(f.Path(), bytesOf(t, older), 0o600)))
	before := bytesOf(t, f.Path())
	f.Save(m.step())
	s.until(t, "red", func(st State) bool { return st.Whole })
	f.Save(m.step())
	st := s.until(t, "red again", func(st State) bool { return st.Whole && st.Queued == m.seq })
	wholeAndCurrent(t, st.Rescue, m, keys)
	if !reflect.DeepEqual(before, bytesOf(t, f.Path())) {
		t.Error("the older state was written to")
	}
	if err := f.Close(0); err == nil {
		t.Fatal("nothing was said")
	}
	g := open(t, f.Path(), Options{Keys: keys})
	if r := g.Rescues(); len(r) != 1 || !r[0].Whole || r[0].Path != st.Rescue || r[0].InUse {
		t.Errorf("the next opening does not tell of it: %+v", r)
	}
}
