package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/store/copies"
	"accord/store/journal"
	"accord/store/place"
	"accord/store/seal"
)

func TestBackupIsAFileLikeTheOther(t *testing.T) {
	f := create(t, richPortfolio(t, 5), Options{})
	dest := filepath.Join(t.TempDir(), "deep", "copy.db")
	if err := f.Backup(dest); err != nil {
		t.Fatal(err)
	}
	if p, err := opened(dest); err != nil || !reflect.DeepEqual(p, loaded(t, f)) {
		t.Error("the copy holds something else", err)
	}
	var access *place.AccessError
	if err := f.Backup(dest); !errors.As(err, &access) || !strings.Contains(err.Error(), dest) {
		t.Errorf("a backup over another file: %v", err)
	}
	beside := dest + ".2"
	if err := BackupFile(f.Path(), beside); err != nil {
		t.Fatal(err)
	}
	if p, err := opened(beside); err != nil || !reflect.DeepEqual(p, loaded(t, f)) {
		t.Error("the copy made beside an open file holds something else", err)
	}
}

// A copy of a file with a damaged record is not called a backup.
func TestDamageIsNotBackedUp(t *testing.T) {
	f := create(t, richPortfolio(t, 3), Options{})
	err := f.update(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketEntities))
		k, v := b.Cursor().First()
		return b.Put(k, append([]byte(nil), v[:len(v)-1]...))
	})
	if err != nil {
		t.Fatal(err)
	}
	dest := filepath.Join(t.TempDir(), "copy.db")
	if err := f.Backup(dest); err == nil || !strings.Contains(err.Error(), "checksum") {
		t.Error(err)
	}
	if found, _ := filepath.Glob(dest + "*"); len(found) != 0 {
		t.Errorf("it left %v", found)
	}
}

// clock is a clock that a test moves.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func TestAutomaticBackups(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "backups [1]")
	c := &clock{time.Date(2026, 11, 1, 9, 0, 0, 0, time.Local)}
	m := newMemory(1)
	f := create(t, m.portfolio(t), Options{Now: c.now, BackupDir: dir})
	save := func(kind edit.StepKind) int {
		p := m.step()
		p.Kind = kind
		f.Save(p)
		shut(t, f)
		f = open(t, f.Path(), Options{Now: c.now, BackupDir: dir})
		return len(copies.Backups(dir, f.Path()))
	}
	before := m.portfolio(t)
	if n := save(edit.StepEdit); n != 1 {
		t.Fatalf("the first change of a day makes %d", n)
	}
	if p, err := opened(copied(t, copies.Backups(dir, f.Path())[0])); err != nil || !reflect.DeepEqual(p, before) {
		t.Error("the copy is not from before the change", err)
	}
	if n := save(edit.StepEdit); n != 1 {
		t.Errorf("the second change: %d", n)
	}
	for range 20 { // a script brings in file after file
		if n := save(edit.StepImport); n != 1 {
			t.Errorf("an import a moment later: %d", n)
		}
		c.at = c.at.Add(30 * time.Second)
	}
	c.at = c.at.Add(importPause)
	if n := save(edit.StepImport); n != 2 {
		t.Errorf("an import later that day: %d", n)
	}
	c.at = c.at.AddDate(0, 0, 1)
	if n := save(edit.StepEdit); n != 3 {
		t.Errorf("the next day: %d", n)
	}
	if n := save(edit.StepEdit); n != 3 {
		t.Errorf("and once more: %d", n)
	}
}

func TestBackupsThatFailDoNotHoldUpEdits(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "backups")
	if err := os.WriteFile(dir, []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := &clock{time.Date(2026, 11, 1, 9, 0, 0, 0, time.Local)}
	m, s := newMemory(1), newStates()
	f := create(t, m.portfolio(t), Options{Now: c.now, BackupDir: dir, OnState: s.on})
	f.Save(m.step())
	if st := s.saved(t, 1); !strings.Contains(st.Note, "automatic copy could not be made") {
		t.Errorf("%+v", st)
	}
	shut(t, f)
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	f = open(t, f.Path(), Options{Now: c.now, BackupDir: dir, OnState: s.on})
	f.Save(m.step())
	if st := s.saved(t, 2); st.Note != "" || len(copies.Backups(dir, f.Path())) != 1 {
		t.Errorf("%+v", st)
	}
}

func touch(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestJournalIsTrimmed(t *testing.T) {
	f := create(t, model.EmptyPortfolio(), Options{})
	a := &model.Account{ID: "a", Name: "A"}
	for seq := range uint64(journal.DropSteps + 20) {
		f.Save(renamed(seq+1, a, text(newRand(seq), 9)))
	}
	shut(t, f)
	f = open(t, f.Path(), Options{})
	for range 2 {
		if err := f.update(func(tx *bolt.Tx) error { return journal.Trim(tx, nil, 10) }); err != nil {
			t.Fatal(err)
		}
	}
	for _, id := range []model.AccountID{"", "a"} {
		steps, err := f.History(0, id)
		if err != nil || len(steps) != 20 || steps[0].Seq != journal.DropSteps+20 {
			t.Errorf("%q: %d steps, %v", id, len(steps), err)
		}
	}
	shut(t, f)
	if _, seq, err := open(t, f.Path(), Options{}).Load(); err != nil || seq != journal.DropSteps+20 {
		t.Error(seq, err)
	}
}
