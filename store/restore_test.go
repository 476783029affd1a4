package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/copies"
	"accord/store/place"
)

var restoreNow = time.Date(2026, 11, 25, 9, 30, 0, 0, time.Local)

func restoreOptions() Options { return Options{Now: func() time.Time { return restoreNow }} }

// A copy takes the place of the file, which is renamed and still whole.
func TestRestorePutsACopyInPlace(t *testing.T) {
	m, s := newMemory(3), newStates()
	f := create(t, m.portfolio(t), Options{OnState: s.on})
	for range 5 {
		f.Save(m.step())
	}
	s.saved(t, 5)
	then := m.portfolio(t)
	from := filepath.Join(t.TempDir(), "by-hand.db")
	if err := f.Backup(from); err != nil { // made while it is open, so it says so
		t.Fatal(err)
	}
	f.Save(m.step())
	s.saved(t, 6)
	var locked *place.LockedError
	if _, err := Restore(f.Path(), from, restoreOptions()); !errors.As(err, &locked) || locked.PID != os.Getpid() {
		t.Fatalf("restored under the feet of the workbench: %v", err)
	}
	shut(t, f)
	r, err := Restore(f.Path(), from, restoreOptions())
	if err != nil || r.Aside != f.Path()+".replaced-20261125-093000" || r.Accounts != then.Len() || r.Steps != 5 {
		t.Fatalf("%+v %v", r, err)
	}
	g := open(t, f.Path(), Options{})
	if got, seq, err := g.Load(); err != nil || seq != 5 || !reflect.DeepEqual(got, then) || g.Crashed() {
		t.Error("the copy is not in place", seq, err, g.Crashed())
	}
	shut(t, g)
	if got, err := opened(r.Aside); err != nil || !reflect.DeepEqual(got, m.portfolio(t)) {
		t.Error("what was there is not whole", err)
	}
	again, err := Restore(f.Path(), r.Aside, restoreOptions())
	if err != nil || again.Aside == r.Aside || again.Steps != 6 {
		t.Errorf("and back: %+v %v", again, err)
	}
	if left, _ := filepath.Glob(f.Path() + ".new-*"); len(left) != 0 {
		t.Error(left)
	}
}

// The place of the file may be empty, or hold something that cannot be read.
func TestRestoreOverAMissingOrDamagedFile(t *testing.T) {
	from, _ := finished(t, 3)
	for name, content := range map[string][]byte{"missing": nil, "damaged": []byte("Dear Anna"), "empty": {}} {
		path := filepath.Join(t.TempDir(), "deep", "accord.db")
		if content != nil {
			if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, content, 0o600)); err != nil {
				t.Fatal(err)
			}
		}
		r, err := Restore(path, from, restoreOptions())
		if err != nil || (r.Aside != "") != (content != nil) {
			t.Fatalf("%s: %+v %v", name, r, err)
		}
		if p, err := opened(path); err != nil || p.Len() != 3 {
			t.Errorf("%s: %v", name, err)
		}
		if content != nil {
			if b, _ := os.ReadFile(r.Aside); string(b) != string(content) {
				t.Errorf("%s: what was there is gone", name)
			}
		}
	}
}

// What is not a sound copy never takes the place of anything.
func TestRestoreRefusesABadCopy(t *testing.T) {
	path, content := finished(t, 3)
	bad, _ := finished(t, 3)
	damage(t, bad, 3)
	text := filepath.Join(t.TempDir(), "letter.db")
	touch(t, text)
	newer, _ := finished(t, 1)
	setMeta(t, newer, "schema", "7")
	for _, from := range []string{bad, text, newer, path, filepath.Join(t.TempDir(), "nothing.db"), t.TempDir()} {
		if _, err := Restore(path, from, restoreOptions()); err == nil || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), from) {
			t.Errorf("%s: %v", from, err)
		}
	}
	if now, _ := os.ReadFile(path); string(now) != string(content) {
		t.Error("the file was changed")
	}
	if left, _ := filepath.Glob(path + ".*"); len(left) != 0 {
		t.Error(left)
	}
}

// Edits that were not saved come back by the same door, and are told at opening.
func TestRestoreBringsRescuedEditsIn(t *testing.T) {
	m, s := newMemory(2), newStates()
	f := create(t, m.portfolio(t), Options{OnState: s.on})
	f.Save(m.step())
	s.saved(t, 1)
	failing(f).Store(&diskError{errors.New("no")})
	for range 7 {
		f.Save(m.step())
	}
	var unsaved *UnsavedError
	if err := f.Close(0); !errors.As(err, &unsaved) {
		t.Fatal(err)
	}
	g := open(t, f.Path(), Options{})
	if w := g.Warning(); !strings.Contains(w, "7 edits") || !strings.Contains(w, "accord restore "+unsaved.Rescue) {
		t.Errorf("opening does not tell of them: %q", w)
	}
	shut(t, g)
	all := copies.List(filepath.Join(t.TempDir(), "none"), f.Path())
	if len(all) != 1 || all[0].Kind != copies.KindRescued || all[0].Edits != 7 || all[0].Err != nil {
		t.Fatalf("%+v", all)
	}
	if _, err := Restore(f.Path(), unsaved.Rescue, restoreOptions()); err != nil {
		t.Fatal(err)
	}
	if got, err := opened(f.Path()); err != nil || !reflect.DeepEqual(got, m.portfolio(t)) {
		t.Error("the edits are not there", err)
	}
	if w := open(t, f.Path(), Options{}).Warning(); w != "" {
		t.Errorf("it still tells of edits that are there: %q", w)
	}
}

// The list says of every copy what it is, from when, and whether it can be used.
func TestCopiesAreListedAndRead(t *testing.T) {
	c := &clock{time.Date(2026, 11, 1, 9, 0, 0, 0, time.Local)}
	m := newMemory(1)
	dir := filepath.Join(t.TempDir(), "backups")
	f := create(t, m.portfolio(t), Options{Now: c.now, BackupDir: dir})
	for range 3 { // each day keeps the state before its first change
		f.Save(m.step())
		shut(t, f)
		c.at = c.at.AddDate(0, 0, 1)
		f = open(t, f.Path(), Options{Now: c.now, BackupDir: dir})
	}
	if err := f.Backup(filepath.Join(dir, "by-hand-x.db")); err != nil {
		t.Fatal(err)
	}
	touch(t, f.Path()+".replaced-20261101-090000")
	damage(t, copies.Backups(dir, f.Path())[1], 3)
	kinds, bad := map[copies.Kind]int{}, 0
	all := copies.List(dir, f.Path())
	for _, x := range all {
		kinds[x.Kind]++
		if x.Err != nil {
			bad++
		} else if x.Kind == copies.KindByHand && (x.Steps != 3 || x.Accounts != len(m.accounts) || !x.At.Equal(time.Date(2026, 11, 3, 9, 0, 0, 0, time.Local))) {
			t.Errorf("%+v", x)
		}
	}
	if kinds[copies.KindAutomatic] != 3 || kinds[copies.KindByHand] != 1 || kinds[copies.KindReplaced] != 1 || bad != 2 || len(all) != 5 {
		t.Errorf("%v, %d bad of %d", kinds, bad, len(all))
	}
}

// A copy is as old as what is in it says, whatever its file says: copying a file
// gives it today's date.
func TestTheDateOfACopyIsInIt(t *testing.T) {
	c := &clock{time.Date(2026, 11, 1, 9, 0, 0, 0, time.Local)}
	m := newMemory(1)
	f := create(t, model.EmptyPortfolio(), Options{Now: c.now})
	dir := filepath.Join(filepath.Dir(f.Path()), "backups")
	backup := func(name string) string {
		path := filepath.Join(dir, name)
		if err := f.Backup(path); err != nil {
			t.Fatal(err)
		}
		return path
	}
	empty := backup("accord-2026-11-05T080000.db")
	c.at = c.at.AddDate(0, 0, 3)
	f.Save(m.step())
	shut(t, f)
	f = open(t, f.Path(), Options{Now: c.now})
	full := backup("accord-2026-11-04T120000.db")
	touched := filepath.Join(dir, "accord-by-hand-2026-11-02T000000.db")
	touch(t, touched) // it cannot be read: its name is all there is
	for path, want := range map[string]time.Time{empty: time.Date(2026, 11, 1, 9, 0, 0, 0, time.Local), full: c.at, touched: time.Date(2026, 11, 2, 0, 0, 0, 0, time.Local)} {
		if got := copies.LookAt(path).At; !got.Equal(want) {
			t.Errorf("%s: %v, want %v", filepath.Base(path), got, want)
		}
	}
	if all := copies.List(dir, f.Path()); len(all) != 3 || all[0].Path != full || all[1].Path != touched || all[2].Path != empty {
		t.Errorf("%+v", all)
	}
}

// Copies of another file that lie in the same folder come last and are told, also
// when the file itself is gone; what was repaired stands behind every sound copy
// that has more accounts.
func TestCopiesOfAnotherFile(t *testing.T) {
	c := &clock{time.Date(2026, 11, 1, 9, 0, 0, 0, time.Local)}
	f := create(t, richPortfolio(t, 3), Options{Now: c.now})
	dir := filepath.Join(filepath.Dir(f.Path()), "backups")
	ours := filepath.Join(dir, "accord-2026-11-01T090000.db")
	theirs := []string{filepath.Join(dir, "by-hand-2026-11-20T090000.db"), filepath.Join(dir, "accord-2026-11-21T090000.db")}
	repaired := f.Path() + ".repaired-20261122-090000"
	if err := errors.Join(f.Backup(ours), f.Backup(repaired)); err != nil {
		t.Fatal(err)
	}
	shut(t, f)
	g := open(t, repaired, Options{Now: func() time.Time { return c.at.AddDate(0, 0, 21) }})
	gone := loaded(t, g).At(0)
	g.Save(&edit.Patch{Seq: 1, Label: words.Plain("lost"), Before: []*model.Account{gone}, After: []*model.Account{nil}})
	shut(t, g)
	other := create(t, richPortfolio(t, 5), Options{Now: func() time.Time { return c.at.AddDate(0, 0, 19) }})
	for _, path := range theirs {
		if err := other.Backup(path); err != nil {
			t.Fatal(err)
		}
	}
	order := func() (out []string) {
		for _, x := range copies.List(dir, f.Path()) {
			if x.Err != nil || x.Other != slices.Contains(theirs, x.Path) {
				t.Errorf("%+v", x)
			}
			out = append(out, x.Path)
		}
		return out
	}
	if got := order(); len(got) != 4 || got[0] != ours || got[1] != repaired {
		t.Error(got)
	}
	if x := copies.For(f.options.BackupDir, f.Path(), theirs[0]); !x.Other || x.Accounts != 5 {
		t.Errorf("%+v", x)
	}
	// The file is gone: the copies with its name tell which the others are.
	if err := errors.Join(os.Remove(f.Path()), os.Remove(theirs[1])); err != nil {
		t.Fatal(err)
	}
	theirs = theirs[:1]
	if x := copies.For(dir, f.Path(), theirs[0]); !x.Other {
		t.Error("a copy of another file would take the place of one that is gone, without a question")
	}
	if x := copies.For(dir, f.Path(), ours); x.Other {
		t.Error("the file's own copy is taken for another's")
	}
	if got := order(); len(got) != 3 || got[0] != ours || got[1] != repaired {
		t.Error(got)
	}
}
