package store

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/copies"
	"accord/store/place"
	"accord/store/seal"
)

// sealedCopy is a closed protected file and a copy of it.
func sealedCopy(t *testing.T) (path, copied string, want *model.Portfolio) {
	t.Helper()
	f := sealed(t, richPortfolio(t, 3), new(seal.Keys))
	f.Save(&edit.Patch{Seq: 1, Label: words.Plain("new"), Before: []*model.Account{nil}, After: []*model.Account{{ID: "early", Name: "Early"}}})
	copied = f.Path() + ".pre-schema-1"                                   // a name that is listed
	if err := f.w.run1(func(*bolt.Tx) error { return nil }); err != nil { // after the step
		t.Fatal(err)
	}
	if err := f.Backup(copied); err != nil {
		t.Fatal(err)
	}
	shut(t, f)
	want, err := opened(f.Path(), asked(nil))
	if err != nil {
		t.Fatal(err)
	}
	return f.Path(), copied, want
}

// Copies of a protected file are listed and put in place with the keys of the run,
// and without: then the passphrase is asked for at opening. What is sealed is
// opened where the key is there, so a value that was changed is met.
func TestCopiesOfAProtectedFile(t *testing.T) {
	path, copied, want := sealedCopy(t)
	known := asked(nil)
	if p, err := opened(path, known); err != nil || !reflect.DeepEqual(p, want) {
		t.Fatal(err)
	}
	for _, x := range []struct {
		keys   *seal.Keys
		sealed bool
	}{{known, false}, {new(seal.Keys), true}} {
		list := copies.List(t.TempDir(), path, x.keys)
		if len(list) == 0 {
			t.Fatal("nothing is listed")
		}
		for _, c := range list {
			if c.Err != nil || c.Sealed != x.sealed || c.Accounts != want.Len() {
				t.Fatalf("%+v", c)
			}
		}
		r, err := Restore(path, copied, Options{Keys: x.keys})
		if err != nil || r.Aside == "" {
			t.Fatal(r, err)
		}
		var secret *seal.SecretError
		if _, err := opened(path, new(seal.Keys)); !errors.As(err, &secret) {
			t.Fatal("it opens without a passphrase:", err)
		}
		if p, err := opened(path, asked(nil)); err != nil || !reflect.DeepEqual(p, want) {
			t.Fatal(err)
		}
	}
	forge(t, copied)
	if c := copies.LookAt(copied, known); c.Err == nil {
		t.Error("a changed value is called sound")
	}
	before, _ := os.ReadFile(path)
	var damaged *place.DamagedError
	if _, err := Restore(path, copied, Options{Keys: known}); !errors.As(err, &damaged) {
		t.Error("a copy with a changed value was put in place:", err)
	}
	if now, _ := os.ReadFile(path); !reflect.DeepEqual(now, before) {
		t.Error("the file was touched")
	}
}

// Without the passphrase a damaged protected file is not repaired, and that is said.
func TestRepairOfAProtectedFileTakesItsPassphrase(t *testing.T) {
	path, _, want := sealedCopy(t)
	forge(t, path)
	var secret *seal.SecretError
	if _, err := Repair(path, Options{Keys: new(seal.Keys)}); !errors.As(err, &secret) || secret.Path != path {
		t.Fatal(err)
	}
	r, err := Repair(path, Options{Keys: asked(nil)})
	if err != nil || len(r.Check.Bad) > 0 || len(r.Lost) == 0 {
		t.Fatal(r, err)
	}
	p, err := opened(r.Path, asked(nil))
	if err != nil {
		t.Fatal(err)
	}
	whole := 0
	for _, a := range want.Accounts() {
		switch {
		case reflect.DeepEqual(p.Account(a.ID), a):
			whole++
		case !strings.Contains(strings.Join(r.Lost, "\n"), string(a.ID)):
			t.Errorf("%s is not as it was, and that is not said: %v", a.ID, r.Lost)
		}
	}
	if whole < want.Len()-1 { // all of them when it was only the order of a list
		t.Errorf("%d of %d accounts are whole", whole, want.Len())
	}
}

// forge changes one sealed value of a closed file wherever it lies, also on free
// pages, and nothing else.
func forge(t *testing.T, path string) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	var end []byte
	err = db.View(func(tx *bolt.Tx) error {
		_, v := tx.Bucket([]byte(seal.BucketEntities)).Cursor().First()
		end = bytes.Clone(v[len(v)-16:])
		return nil
	})
	content, err2 := os.ReadFile(path)
	changed := bytes.Clone(end)
	changed[15] ^= 1
	if err := errors.Join(err, err2, db.Close(), os.WriteFile(path, bytes.ReplaceAll(content, end, changed), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// A copy that takes over how the file opens now is whole after that: its head says so.
func TestACopyThatIsWrappedAnewBelongsTogether(t *testing.T) {
	path, copied, want := sealedCopy(t)
	f := open(t, path, Options{Keys: asked(nil)})
	err := f.update(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketMeta))
		h, _, err := f.vault.Head(tx)
		return errors.Join(err, b.Put([]byte(seal.MetaCrypt), append(bytes.Clone(b.Get([]byte(seal.MetaCrypt))), ' ')), f.vault.PutHead(tx, h))
	})
	if err != nil {
		t.Fatal(err)
	}
	shut(t, f)
	for _, keys := range []*seal.Keys{asked(nil), new(seal.Keys)} {
		r, err := Restore(path, copied, Options{Keys: keys})
		if err != nil || r.Told == "" && keys.Ask != nil {
			t.Fatal(r.Told, err)
		}
		if p, err := opened(path, asked(nil)); err != nil || !reflect.DeepEqual(p, want) {
			t.Fatal(err)
		}
		if r, err := Check(path, asked(nil)); err != nil || len(r.Bad) > 0 {
			t.Error(r.Bad, err)
		}
		if _, err := Restore(path, r.Aside, Options{Keys: asked(nil)}); err != nil { // as it was
			t.Fatal(err)
		}
	}
}
