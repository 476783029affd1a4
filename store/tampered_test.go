package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/place"
	"accord/store/seal"
)

// attacked is a closed protected file of seven steps, a snapshot and hidden names,
// and every state that it was in after each step.
func attacked(t *testing.T) (path string, states []string) {
	t.Helper()
	f, _, dir := sealedFile(t, Options{})
	keep := func() {
		if err := f.w.run1(func(*bolt.Tx) error { return nil }); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, "state.db")
		_ = os.Remove(name)
		if err := f.Backup(name); err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		states = append(states, string(content))
	}
	now := loaded(t, f)
	keep()
	for n := range uint64(7) {
		step := renamed(n+1, now.At(0), "Name "+string('A'+rune(n)))
		now = step.Apply(now)
		f.Save(step)
		keep()
	}
	if _, err := f.Keep(now, "kept", model.Date{}, 7); err != nil {
		t.Fatal(err)
	}
	f.Hide("a state of hidden names")
	keep()
	shut(t, f)
	return f.Path(), states
}

// keyless edits a closed file the way somebody does who has no key.
func keyless(t *testing.T, path string, do func(tx *bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: lockWait})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(do), db.Close()); err != nil {
		t.Fatal(err)
	}
}

// valueOfThen is a value of a state of the file; the last of its bucket without a key.
func valueOfThen(t *testing.T, state, bucket string, key []byte) (k, v []byte) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "old.db")
	if err := os.WriteFile(name, []byte(state), 0o600); err != nil {
		t.Fatal(err)
	}
	keyless(t, name, func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucket))
		if k = key; key == nil {
			k, _ = b.Cursor().Last()
		}
		k, v = bytes.Clone(k), bytes.Clone(b.Get(k))
		return nil
	})
	return k, v
}

// mustTell checks that a file is refused by everything that opens or copies it, and
// that check says words about it.
func mustTell(t *testing.T, name, path string, words ...string) {
	t.Helper()
	r, err := Check(path, asked(nil))
	if err != nil || len(r.Bad) == 0 {
		t.Errorf("%s: check finds nothing, %v", name, err)
	}
	for _, word := range words {
		if said := strings.Join(r.Bad, "\n"); !strings.Contains(said, word) {
			t.Errorf("%s: check does not say %q:\n%s", name, word, said)
		}
	}
	var damaged *place.DamagedError
	o := Options{Keys: asked(nil)}
	_, _, errRead := OpenReadOnly(path, o)
	_, errBack := Restore(filepath.Join(t.TempDir(), "elsewhere.db"), path, o)
	for what, err := range map[string]error{"opening": second(opened(path, o.Keys)), "reading": errRead, "restoring it": errBack} {
		if !errors.As(err, &damaged) {
			t.Errorf("%s: %s: %v", name, what, err)
		}
	}
}

// Who has the file and not its key can do nothing to it that is not seen, but put back
// all of it.
func TestWhatIsDoneToASealedFileWithoutTheKeyIsSeen(t *testing.T) {
	path, states := attacked(t)
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// The record that all steps changed: the one whose value is another in each state.
	var record []byte
	keyless(t, path, func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(seal.BucketEntities)).ForEach(func(k, v []byte) error {
			if v[8] == 7 {
				record = bytes.Clone(k)
			}
			return nil
		})
	})
	last := len(states) - 1
	del := func(bucket string, key []byte) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucket)).Delete(key) }
	}
	put := func(state int, bucket string, key []byte) func(*bolt.Tx) error {
		k, v := valueOfThen(t, states[state], bucket, key)
		return func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucket)).Put(k, v) }
	}
	all := func(do ...func(*bolt.Tx) error) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) (err error) {
			for _, d := range do {
				err = errors.Join(err, d(tx))
			}
			return err
		}
	}
	meta := func(key string) []byte { return []byte(key) }
	for name, x := range map[string]struct {
		do    func(*bolt.Tx) error
		words []string
	}{
		"an older value":          {put(3, seal.BucketEntities, record), []string{"belongs to step 3, but step 7 changed it"}},
		"the first value":         {put(0, seal.BucketEntities, record), []string{"belongs to step 0, but step 7 changed it"}},
		"a record is gone":        {del(seal.BucketEntities, record), []string{"a record that step 7 wrote is missing"}},
		"a step in the middle":    {del(seal.BucketJournal, seal.SeqKey(4)), []string{"step 4 of the history is missing"}},
		"steps in the middle":     {all(del(seal.BucketJournal, seal.SeqKey(4)), del(seal.BucketJournal, seal.SeqKey(5))), []string{"steps 4 to 5"}},
		"the first step":          {del(seal.BucketJournal, seal.SeqKey(1)), nil},
		"the last step":           {del(seal.BucketJournal, seal.SeqKey(7)), []string{"ends at step 6 but was written up to step 7"}},
		"the last step, undone":   {all(del(seal.BucketJournal, seal.SeqKey(7)), put(6, seal.BucketEntities, record)), []string{"ends at step 6"}},
		"the last steps":          {all(del(seal.BucketJournal, seal.SeqKey(7)), del(seal.BucketJournal, seal.SeqKey(6)), put(5, seal.BucketEntities, record)), []string{"ends at step 5"}},
		"with the head of then":   {all(del(seal.BucketJournal, seal.SeqKey(7)), put(6, seal.BucketMeta, meta(seal.MetaHead))), nil},
		"an older head":           {put(3, seal.BucketMeta, meta(seal.MetaHead)), nil},
		"the head":                {del(seal.BucketMeta, meta(seal.MetaHead)), []string{"head of the file was removed"}},
		"the head and its number": {all(del(seal.BucketMeta, meta(seal.MetaHead)), func(tx *bolt.Tx) error { return tx.Bucket([]byte(seal.BucketMeta)).Put([]byte("minor"), []byte("0")) }), []string{"head of the file was removed"}},
		"the head and all steps": {all(del(seal.BucketMeta, meta(seal.MetaHead)), func(tx *bolt.Tx) error {
			return errors.Join(tx.DeleteBucket([]byte(seal.BucketJournal)), second(tx.CreateBucket([]byte(seal.BucketJournal))))
		}), []string{"head of the file was removed"}},
		"the guard":             {del(seal.BucketMeta, meta(seal.MetaGuard)), []string{"guard its user are missing"}},
		"that names are hidden": {del(seal.BucketMeta, meta(seal.VeilKey)), nil},
		"a snapshot":            {del(seal.BucketSnapshots, seal.SeqKey(1)), nil},
		"the number of the file": {func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(seal.BucketMeta)).Put([]byte("file"), []byte("abcdefghijkl"))
		}, []string{"number of another file"}},
		"how it is protected": {func(tx *bolt.Tx) error {
			b := tx.Bucket([]byte(seal.BucketMeta))
			return b.Put([]byte(seal.MetaCrypt), append(bytes.Clone(b.Get([]byte(seal.MetaCrypt))), ' '))
		}, []string{"its protection data"}},
		"a step said to be pending": {func(tx *bolt.Tx) error {
			b, err := tx.CreateBucket([]byte(seal.BucketPending))
			_, was := valueOfThen(t, states[6], seal.BucketEntities, record)
			return errors.Join(err, b.Put(append([]byte(seal.BucketEntities+"\x00"), record...), append([]byte{1}, was...)), tx.Bucket([]byte(seal.BucketMeta)).Put([]byte(seal.MetaPending), []byte("7")))
		}, nil},
	} {
		if err := os.WriteFile(path, sound, 0o600); err != nil {
			t.Fatal(err)
		}
		keyless(t, path, x.do)
		if name == "a step said to be pending" {
			var damaged *place.DamagedError
			if _, err := Open(path, Options{Keys: asked(nil)}); !errors.As(err, &damaged) {
				t.Error(name, err)
			}
			if _, err := Check(path, asked(nil)); !errors.As(err, &damaged) || !strings.Contains(err.Error(), "without the passphrase") {
				t.Error(name, err)
			}
			continue
		}
		mustTell(t, name, path, x.words...)
	}
	for n, state := range states { // all of it can be put back, and what was written was sound
		if err := os.WriteFile(path, []byte(state), 0o600); err != nil {
			t.Fatal(err)
		}
		if r, err := Check(path, asked(nil)); err != nil || len(r.Bad) > 0 {
			t.Errorf("the file as it was after step %d, of %d, is sound: %v, %v", n, last, r.Bad, err)
		}
	}
}

// What was put back is said, and a repair makes a file of what is there that belongs
// together again.
func TestARepairOfWhatWasPutBackBelongsTogether(t *testing.T) {
	path, _ := attacked(t)
	keyless(t, path, func(tx *bolt.Tx) error { return tx.Bucket([]byte(seal.BucketJournal)).Delete(seal.SeqKey(7)) })
	r, err := Repair(path, Options{Keys: asked(nil)})
	if err != nil || len(r.Check.Bad) > 0 || !strings.Contains(strings.Join(r.Damage, "\n"), "without the passphrase") {
		t.Fatal(r, err)
	}
	if p, err := opened(r.Path, asked(nil)); err != nil || p.Len() != 6 {
		t.Error(err)
	}
}

// A protected file from before there were heads opens as it is, changes nothing by
// being opened, and has a head from its first write on.
func TestAnOlderSealedFileGetsItsHeadByTheFirstWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "accord.db")
	if err := copyFile("testdata/november-2026-protected.db", path); err != nil {
		t.Fatal(err)
	}
	has := func() (head bool, minor string) {
		keyless(t, path, func(tx *bolt.Tx) error {
			b := tx.Bucket([]byte(seal.BucketMeta))
			head, minor = b.Get([]byte(seal.MetaHead)) != nil, string(b.Get([]byte("minor")))
			return nil
		})
		return head, minor
	}
	p, err := opened(path, asked(nil))
	if head, minor := has(); err != nil || head || minor != "0" {
		t.Fatal(head, minor, err)
	}
	if r, err := Check(path, asked(nil)); err != nil || len(r.Bad) > 0 {
		t.Fatal(r, err)
	}
	bare, _ := os.ReadFile(path)
	_, older := valueOfThen(t, string(bare), seal.BucketJournal, seal.SeqKey(7))
	f := open(t, path, Options{Keys: asked(nil)})
	f.Save(renamed(8, p.At(0), "Renamed after years"))
	shut(t, f)
	if head, minor := has(); !head || minor != "1" {
		t.Fatal(head, minor)
	}
	if r, err := Check(path, asked(nil)); err != nil || len(r.Bad) > 0 {
		t.Fatal(r, err)
	}
	now, _ := os.ReadFile(path)
	keyless(t, path, func(tx *bolt.Tx) error { return tx.Bucket([]byte(seal.BucketMeta)).Delete([]byte(seal.MetaHead)) })
	mustTell(t, "the head it got", path, "head of the file was removed")
	if err := os.WriteFile(path, now, 0o600); err != nil {
		t.Fatal(err)
	}
	keyless(t, path, func(tx *bolt.Tx) error { return tx.Bucket([]byte(seal.BucketJournal)).Delete(seal.SeqKey(7)) })
	mustTell(t, "a step from before the head", path, "step 7 of the history is missing")
	if older == nil {
		t.Error("the fixture has no step 7")
	}
	if err := os.WriteFile(path, bare, 0o600); err != nil { // without a head a gap is all that tells
		t.Fatal(err)
	}
	keyless(t, path, func(tx *bolt.Tx) error { return tx.Bucket([]byte(seal.BucketJournal)).Delete(seal.SeqKey(4)) })
	if r, err := Check(path, asked(nil)); err != nil || !strings.Contains(strings.Join(r.Bad, "\n"), "step 4 of the history is missing") {
		t.Error(r.Bad, err)
	}
}

// A large step that was cut off is taken back; one whose replaced values were
// exchanged meanwhile is not.
func TestAStepTakenBackIsHeldAgainstTheHead(t *testing.T) {
	f, _, _ := sealedFile(t, Options{})
	f.bounds = bounds{step: 1, part: 200}
	p := loaded(t, f)
	f.Save(renamed(1, p.At(0), "First"))
	if err := f.w.run1(func(*bolt.Tx) error { return nil }); err != nil {
		t.Fatal(err)
	}
	p = loaded(t, f)
	parts := 0
	f.disk = func(*bolt.Tx) error {
		if parts++; parts > 3 {
			return errors.New("the disk is gone")
		}
		return nil
	}
	big := &edit.Patch{Seq: 2, Label: words.Plain("large")}
	for _, a := range p.Accounts() {
		b := *a
		b.Name += " changed"
		big.Before, big.After = append(big.Before, a), append(big.After, &b)
	}
	if err := f.writeLarge(queued{patch: big, big: true}); err == nil {
		t.Fatal("it was written")
	}
	f.disk = nil
	path := f.Path()
	f.shut() // the crash
	cut, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if q, _, err := OpenReadOnly(path, Options{Keys: asked(nil)}); err != nil || q.At(0).Name != p.At(0).Name {
		t.Error("while a step is being written, what was there before is read:", err)
	}
	g := open(t, path, Options{Keys: asked(nil)})
	if g.TakenBack() == "" || loaded(t, g).At(0).Name != p.At(0).Name {
		t.Error("it was not taken back")
	}
	shut(t, g)
	if r, err := Check(path, asked(nil)); err != nil || len(r.Bad) > 0 {
		t.Error(r.Bad, err)
	}
	if err := os.WriteFile(path, cut, 0o600); err != nil {
		t.Fatal(err)
	}
	keyless(t, path, func(tx *bolt.Tx) error {
		c := tx.Bucket([]byte(seal.BucketPending)).Cursor()
		k, _ := c.First()
		return tx.Bucket([]byte(seal.BucketPending)).Put(bytes.Clone(k), []byte{0})
	})
	var damaged *place.DamagedError
	if _, err := Open(path, Options{Keys: asked(nil)}); !errors.As(err, &damaged) {
		t.Error("what an unfinished step replaced was changed, and it is taken for what was there:", err)
	}
}

// What a protected file says of itself fits where bbolt writes it anyway: a head that
// took a page of its own would be one more to write with every edit.
func TestAHeadTakesNoPageOfItsOwn(t *testing.T) {
	path, _ := attacked(t)
	keyless(t, path, func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketMeta))
		if err := errors.Join(b.Delete([]byte(seal.VeilKey)), b.Delete([]byte(seal.StandInsKey))); err != nil {
			return err
		}
		return b.Put([]byte("open"), []byte("1234567 2026-11-30T19:00:00Z"))
	})
	keyless(t, path, func(tx *bolt.Tx) error {
		if root := tx.Bucket([]byte(seal.BucketMeta)).Root(); root != 0 {
			t.Error("it lies on page", root)
		}
		return nil
	})
}
