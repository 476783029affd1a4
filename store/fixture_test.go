package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

// today are files as the programs of November 2026 wrote them: every field filled,
// steps of several kinds, snapshots; one plain, one protected, one protected with a head,
// of each minor number.
var today = []struct {
	name, text string
	minor      int
	keys       func() *seal.Keys
	make       func(t *testing.T, name, text string, keys *seal.Keys)
}{
	{"testdata/november-2026.db", "testdata/november-2026.txt", 0, func() *seal.Keys { return nil }, writeToday},
	{"testdata/november-2026-protected.db", "testdata/november-2026.txt", 0, func() *seal.Keys { return asked(nil) }, writeToday},
	{"testdata/november-2026-head.db", "testdata/november-2026.txt", 1, func() *seal.Keys { return asked(nil) }, writeProtected},
	{"testdata/minor-1.db", "testdata/minor-1.txt", 1, func() *seal.Keys { return nil }, writeToday},
	{"testdata/minor-1-protected.db", "testdata/minor-1.txt", 1, func() *seal.Keys { return asked(nil) }, writeProtected},
	{"testdata/messages.db", "testdata/messages.txt", 1, func() *seal.Keys { return nil }, writeToday}, // steps are kept as messages
	{"testdata/minor-2.db", "testdata/minor-2.txt", 2, func() *seal.Keys { return nil }, writeToday},   // the last 12 months, retention, sources
	{"testdata/minor-2-protected.db", "testdata/minor-2.txt", 2, func() *seal.Keys { return asked(nil) }, writeProtected},
}

// Files of today open with everything after every later change: content, steps all
// the way back, snapshots; and nothing that a record says is lost when it is
// written again.
func TestFixturesOfToday(t *testing.T) {
	for _, x := range today {
		if *fixture && !place.Exists(x.name) { // those that are there are what was released
			x.make(t, x.name, x.text, x.keys())
		}
		path := filepath.Join(t.TempDir(), "accord.db")
		content, err := os.ReadFile(x.name)
		if err == nil {
			err = os.WriteFile(path, content, 0o600)
		}
		want, err2 := os.ReadFile(x.text)
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		keys := x.keys()
		if r, err := Check(path, keys); err != nil || len(r.Bad) > 0 || r.Warning != "" {
			t.Fatal(x.name, r, err)
		}
		f := open(t, path, Options{Keys: keys})
		keepsEveryRecord(t, f)
		if got := meta(t, f, "minor"); got != fmt.Sprint(x.minor) {
			t.Errorf("%s says it is of minor number %s", x.name, got)
		}
		if got := everything(t, f); got != string(want) {
			t.Errorf("%s reads otherwise now:\n%s\nit was\n%s", x.name, got, want)
		}
		p, seq, err := f.Load()
		if err != nil {
			t.Fatal(err)
		}
		f.Save(renamed(seq+1, p.At(0), "Renamed after years"))
		shut(t, f)
		if p, err := opened(path, keys); err != nil || p.At(0).Name != "Renamed after years" {
			t.Fatal(x.name, "after an edit:", err)
		}
	}
}

// writeProtected seals the plain file of today as this program does.
func writeProtected(t *testing.T, name, text string, _ *seal.Keys) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "today.db")
	err := copyFile(strings.TrimSuffix(text, ".txt")+".db", path)
	if err == nil {
		_, err = Protect(path, phrase, seal.Guard{Lock: 5}, Options{Keys: new(seal.Keys)})
	}
	if err := errors.Join(err, copyFile(path, name), os.Chmod(name, 0o644)); err != nil {
		t.Fatal(err)
	}
}

// The first format keeps every record as well.
func TestFixtureOfFormat1KeepsEveryRecord(t *testing.T) {
	path := filepath.Join(t.TempDir(), "accord.db")
	content, err := os.ReadFile("testdata/schema-1.db")
	if err == nil {
		err = os.WriteFile(path, content, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	keepsEveryRecord(t, open(t, path, Options{}))
}

// everything is what can be read in a file, as text.
func everything(t *testing.T, f *File) string {
	t.Helper()
	var s strings.Builder
	p, seq, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&s, "now, after step %d\n%s", seq, summary(p))
	kept, err := f.Snapshots()
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range kept {
		old, err := f.Snapshot(k.ID)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&s, "snapshot %d %q of %s after step %d\n%s", k.ID, k.Name, k.Day, k.Seq, summary(old))
	}
	steps, err := f.History(0, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range steps {
		fmt.Fprintf(&s, "step %d %s %q %v %s %d facts\n", x.Seq, x.At.UTC().Format(time.RFC3339), x.Label, x.Kind, x.Place.Account, x.Facts)
		old, err := f.At(p, seq, x.Seq-1)
		if err != nil {
			t.Fatalf("back before step %d: %v", x.Seq, err)
		}
		fmt.Fprintf(&s, "before it: %d accounts, %q\n", old.Len(), old.Programme().Title)
	}
	start, err := f.At(p, seq, 0)
	if err != nil {
		t.Fatal(err)
	}
	return s.String() + "at the beginning\n" + summary(start)
}

// keepsEveryRecord reads every record into the model and writes it again: all that
// the record says must be said still, in the same words.
func keepsEveryRecord(t *testing.T, f *File) {
	t.Helper()
	p := loaded(t, f)
	again, err := record.ContentsOf(func(d *record.Differ) {
		d.Programme(nil, p.Programme())
		for _, a := range p.Accounts() {
			d.Account(nil, a)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	err = f.view(func(tx *bolt.Tx) error {
		for _, bucket := range []string{seal.BucketEntities, seal.BucketSettings} {
			err := tx.Bucket([]byte(bucket)).ForEach(func(k, v []byte) error {
				key, content, _, err := f.vault.Take(seal.EnvelopePlain, bucket, k, v)
				if err != nil {
					return err
				}
				var was, is any
				if err := errors.Join(json.Unmarshal(content, &was), json.Unmarshal(again[string(key)], &is)); err != nil {
					return fmt.Errorf("%s: %w", key, err)
				}
				if lacks := lacking(was, is); lacks != "" {
					t.Errorf("record %s is written without %s: it was\n%s\nand is\n%s", key, lacks, content, again[string(key)])
				}
				n++
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || n < 40 {
		t.Fatal(n, err)
	}
}

// lacking names what one JSON value says and another does not.
func lacking(was, is any) string {
	a, ok := was.(map[string]any)
	b, ok2 := is.(map[string]any)
	if !ok || !ok2 {
		if reflect.DeepEqual(was, is) {
			return ""
		}
		x, _ := json.Marshal(was)
		return string(x)
	}
	for k, v := range a {
		if lacks := lacking(v, b[k]); lacks != "" {
			return k + ": " + lacks
		}
	}
	return ""
}

func writeToday(t *testing.T, name, textName string, keys *seal.Keys) {
	t.Helper()
	clock := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	o := Options{Program: "accord fixture", Keys: keys, Now: func() time.Time { return clock }}
	s := newSecrets(11)
	p := s.portfolio(t, 3)
	path := filepath.Join(t.TempDir(), "today.db")
	create := func() (*File, error) { return Create(path, p, o) }
	if keys != nil {
		create = func() (*File, error) {
			f, _, err := CreateProtected(path, p, phrase, seal.Guard{Lock: 5}, o)
			return f, err
		}
	}
	f, err := create()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Keep(p, "at the start", model.NewDate(2026, 11, 25), 0); err != nil {
		t.Fatal(err)
	}
	steps, now := s.edits(t, p, 0)
	gone := now.At(1)
	steps = append(steps, &edit.Patch{Seq: 6, Label: words.New("edit.delete-account", gone.Name), Programme: now.Programme(), Before: []*model.Account{gone}, After: []*model.Account{nil}})
	now = steps[5].Apply(now)
	for _, step := range steps {
		f.Save(step)
	}
	if _, err := f.Keep(now, "after a deletion", model.NewDate(2026, 11, 25), 6); err != nil {
		t.Fatal(err)
	}
	f.Save(renamed(7, now.At(0), "Acme Industries"))
	if err := f.w.run1(func(*bolt.Tx) error { return nil }); err != nil {
		t.Fatal(err)
	}
	text := everything(t, f)
	shut(t, f)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	h, _ := pages.NewestHeader(bytes.NewReader(content))
	if err := errors.Join(os.WriteFile(name, content[:h.Used*pages.PageSize], 0o644), os.WriteFile(textName, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}
