package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/store/place"
	"accord/store/seal"
)

func TestAWrongPassphraseGetsASentence(t *testing.T) {
	f, _, _ := sealedFile(t, Options{Keys: new(seal.Keys)})
	path := f.Path()
	if k := f.options.Keys; k.Opens(path, "something else") || !k.Opens(path, phrase) || !k.Protects(path) || k.Protects("other") {
		t.Error("what covers the screen would take the wrong passphrase, or not the right one")
	}
	shut(t, f)
	n := 0
	wrong := &seal.Keys{Ask: func(of string, try int) (string, error) {
		if n++; of != path || try != n {
			t.Errorf("asked for %q, try %d of %d", of, try, n)
		}
		return "not the passphrase", nil
	}}
	var secret *seal.SecretError
	for name, err := range map[string]error{"open": second(Open(path, Options{Keys: wrong})), "nobody to ask": second(Open(path, Options{}))} {
		if !errors.As(err, &secret) || secret.Wrong != (name == "open") || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n != 3 {
		t.Errorf("asked %d times", n)
	}
	for name, open := range map[string]func(*seal.Keys) error{
		"check": func(k *seal.Keys) error { return second(Check(path, k)) }, "history": func(k *seal.Keys) error { return second(HistoryOf(path, 0, "", k)) },
		"backup": func(k *seal.Keys) error { return BackupFile(path, filepath.Join(t.TempDir(), "x.db"), k) },
		"read":   func(k *seal.Keys) error { _, _, err := OpenReadOnly(path, Options{Keys: k}); return err },
	} {
		n = 0
		if err := open(wrong); !errors.As(err, &secret) || !secret.Wrong || secret.Path != path {
			t.Errorf("%s: %v", name, err)
		}
		n = 0
		if err := open(asked(&n)); err != nil || n != 1 {
			t.Errorf("%s: %v, asked %d times", name, err, n)
		}
	}
	gaveUp := errors.New("the passphrase file is gone")
	if _, err := Open(path, Options{Keys: &seal.Keys{Ask: func(string, int) (string, error) { return "", gaveUp }}}); !errors.Is(err, gaveUp) || err.Error() != gaveUp.Error() {
		t.Error(err)
	}
}

func second[T any](_ T, err error) error { return err }

// A file that is there in plain text is protected, changed and unprotected, with
// all of its history and snapshots, and every time nothing but the way it lies on
// the disk changes.
func TestProtectingAndUnprotectingKeepsEverything(t *testing.T) {
	dir, s := t.TempDir(), newSecrets(3)
	path, backups := filepath.Join(dir, "accord.db"), filepath.Join(dir, "backups")
	st := newStates()
	f, err := Create(path, s.portfolio(t, 4), Options{OnState: st.on, BackupDir: backups})
	if err != nil {
		t.Fatal(err)
	}
	steps, now := s.edits(t, loaded(t, f), 0)
	for _, step := range steps {
		f.Save(step)
	}
	st.saved(t, 5)
	kept, err := f.Keep(now, "before QBR", model.Date{}, 5)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, f)

	keys := asked(nil)
	o := Options{Keys: keys, BackupDir: backups}
	same := func(when string) {
		t.Helper()
		g := open(t, path, o)
		if p, seq, err := g.Load(); err != nil || seq != 5 || !reflect.DeepEqual(p, now) {
			t.Errorf("%s: the content is something else, %v", when, err)
		}
		if p, err := g.Snapshot(kept.ID); err != nil || !reflect.DeepEqual(p, now) {
			t.Errorf("%s: the snapshot is something else, %v", when, err)
		}
		if p, err := g.At(now, 5, 0); err != nil || p.Len() != 4 {
			t.Errorf("%s: walking back: %v", when, err)
		}
		if own, err := g.History(0, now.At(0).ID); err != nil || len(own) == 0 {
			t.Errorf("%s: %d steps of one account, %v", when, len(own), err)
		}
		if next, err := g.Keep(now, "next", model.Date{}, 5); err != nil || next.ID <= kept.ID || g.Forget(next.ID) != nil {
			t.Errorf("%s: the next snapshot has number %d, %v", when, next.ID, err)
		}
		shut(t, g)
	}
	recovery, err := Protect(path, phrase, seal.Guard{Editor: true}, o)
	if err != nil {
		t.Fatal(err)
	}
	same("protected")
	if _, err := Protect(path, phrase, seal.Guard{}, o); !errors.Is(err, errProtected) {
		t.Error("twice:", err)
	}

	left := Leftovers(path, backups)
	if len(left) == 0 {
		t.Fatal("the copies from before are plain text, and nobody says so")
	}
	for _, copyPath := range left {
		if err := SealCopy(copyPath, path, o); err != nil {
			t.Fatal(err)
		}
	}
	if left := Leftovers(path, backups); len(left) != 0 {
		t.Error("still there:", left)
	}
	s.clean(t, "protected, copies too", dir, 2)

	if _, err := ChangePassphrase(path, "wrong wrong", "another one here", o); err == nil {
		t.Error("changed without the passphrase")
	}
	if _, err := ChangePassphrase(path, phrase, "short", o); !errors.Is(err, seal.ErrShort) {
		t.Error(err)
	}
	old := recovery
	if recovery, err = ChangePassphrase(path, phrase, "another one here", o); err != nil || recovery == old {
		t.Fatal(recovery, err)
	}
	for text, opens := range map[string]bool{phrase: false, old: false, "another one here": true, recovery: true, strings.ToLower(strings.ReplaceAll(recovery, "-", " ")): true, recovery[:38] + "A": recovery[38] == 'A'} {
		o.Keys = &seal.Keys{Ask: func(string, int) (string, error) { return text, nil }}
		g, err := Open(path, o)
		if (err == nil) != opens {
			t.Errorf("%q: %v", text, err)
		}
		if err == nil {
			shut(t, g)
		}
	}
	o.Keys = &seal.Keys{Ask: func(string, int) (string, error) { return "another one here", nil }}
	same("with another passphrase")
	if err := Unprotect(path, o); err != nil {
		t.Fatal(err)
	}
	o.Keys = nil
	same("unprotected")
	if v, err := (open(t, path, o)).format(); err != nil || v.schema != seal.Schema || v.crypt != nil {
		t.Error("a file without protection is of format 1 again:", v, err)
	}
}

// A program from before protection takes the file for a newer one, and not for a
// damaged one.
func TestAnOldProgramRefusesAProtectedFile(t *testing.T) {
	f, _, _ := sealedFile(t, Options{})
	var newer *place.NewerError
	if err := f.bringTo(1, 0, nil); !errors.As(err, &newer) {
		t.Error(err)
	}
}

// A value that is moved, copied over another, turned back to plain text or
// changed is damage, and never data.
func TestSealedValuesCanNotBeSwapped(t *testing.T) {
	for name, tamper := range map[string]func(a, b *bolt.Bucket, first, second []byte) error{
		"swapped": func(a, _ *bolt.Bucket, first, second []byte) error {
			return errors.Join(a.Put(first, bytes.Clone(a.Get(second))))
		},
		"another number": func(a, _ *bolt.Bucket, first, _ []byte) error {
			v := bytes.Clone(a.Get(first))
			v[8]++
			return a.Put(first, v)
		},
		"plain": func(a, _ *bolt.Bucket, first, _ []byte) error {
			return a.Put(first, seal.Plain(first, 0, []byte("{}")))
		},
		"changed": func(a, _ *bolt.Bucket, first, _ []byte) error {
			v := bytes.Clone(a.Get(first))
			v[len(v)-1] ^= 1
			return a.Put(first, v)
		},
		"of another bucket": func(a, b *bolt.Bucket, first, _ []byte) error {
			k, v := b.Cursor().First()
			_ = k
			return a.Put(first, bytes.Clone(v))
		},
	} {
		f, _, _ := sealedFile(t, Options{})
		err := f.update(func(tx *bolt.Tx) error {
			a, b := tx.Bucket([]byte(seal.BucketEntities)), tx.Bucket([]byte(seal.BucketSettings))
			c := a.Cursor()
			first, _ := c.First()
			first = bytes.Clone(first)
			second, _ := c.Next()
			return tamper(a, b, first, bytes.Clone(second))
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := f.Load(); err == nil {
			t.Errorf("%s: it was taken for data", name)
		}
		shut(t, f)
		if r, err := Check(f.Path(), asked(nil)); err != nil || len(r.Bad) == 0 {
			t.Errorf("%s: the check found nothing, %v", name, err)
		}
	}
}

func TestTheGuardOfAFileIsKeptAndSealed(t *testing.T) {
	f, _, _ := sealedFile(t, Options{})
	if g, err := f.Guard(); err != nil || g != (seal.Guard{Lock: 5}) {
		t.Error(g, err)
	}
	if err := f.SetGuard(seal.Guard{Lock: 10, Editor: true}); err != nil {
		t.Fatal(err)
	}
	if g, err := f.Guard(); err != nil || g != (seal.Guard{Lock: 10, Editor: true}) {
		t.Error(g, err)
	}
	plain := create(t, model.EmptyPortfolio(), Options{})
	if g, err := plain.Guard(); err != nil || !g.Editor || g.Lock != 0 || plain.SetGuard(seal.Guard{}) == nil {
		t.Error(g, err)
	}
}

// A file without protection has no byte that it did not have before.
func TestPlainFilesStayAsTheyWere(t *testing.T) {
	f := create(t, richPortfolio(t, 1), Options{})
	err := f.view(func(tx *bolt.Tx) error {
		if tx.Bucket([]byte(seal.BucketMeta)).Get([]byte(seal.MetaCrypt)) != nil {
			t.Error("it says something of protection")
		}
		return tx.Bucket([]byte(seal.BucketEntities)).ForEach(func(k, v []byte) error {
			if v[0] != seal.EnvelopePlain || !bytes.Contains(k, []byte("/")) {
				t.Errorf("%q", k)
			}
			return nil
		})
	})
	if v, err2 := f.format(); err != nil || err2 != nil || v.schema != 1 {
		t.Error(v, err, err2)
	}
}

// What lies about the cost of a passphrase is not believed.
func TestCostsAreBounded(t *testing.T) {
	for _, c := range []seal.Cost{{}, {Time: 1, Memory: 1 << 30, Threads: 1}, {Time: 1 << 20, Memory: 64, Threads: 1}, {Memory: 64, Threads: 1}, {Time: 1, Memory: 64}} {
		if _, err := (&seal.Crypt{Cost: c}).Open("some passphrase"); !errors.Is(err, seal.ErrCrypt) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

func TestFilesAreTheUsersAlone(t *testing.T) {
	if !modesWork {
		return // there are no such rights on this system
	}
	dir := filepath.Join(t.TempDir(), "made", "by us")
	path := filepath.Join(dir, "accord.db")
	st := newStates()
	f, err := Create(path, model.EmptyPortfolio(), Options{OnState: st.on, BackupDir: filepath.Join(dir, "backups")})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close(0) }()
	f.Save(&edit.Patch{Seq: 1, Before: []*model.Account{nil}, After: []*model.Account{{ID: "a", Name: "A"}}})
	st.saved(t, 1)
	if err := f.Backup(filepath.Join(dir, "by-hand.db")); err != nil {
		t.Fatal(err)
	}
	n := 0
	err = filepath.Walk(filepath.Dir(dir), func(name string, info os.FileInfo, err error) error {
		if n++; err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has the rights %v", name, info.Mode())
		}
		return err
	})
	if err != nil || n < 7 {
		t.Error(n, err)
	}
}
