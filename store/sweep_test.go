package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/journal"
	"accord/store/pages"
	"accord/store/seal"
)

// everyKind is a closed file in which there is a page of every kind in every
// bucket that can have one: branches, leaves, values longer than a page, free
// pages. It is protected when there are keys. It gives what a reader must find.
func everyKind(t *testing.T, keys *seal.Keys) (path string, want seen) {
	t.Helper()
	m := newMemory(77)
	for i := range 2 {
		a := rich(m.r, i)
		m.accounts[a.ID] = a
	}
	var f *File
	if keys == nil {
		f = create(t, m.portfolio(t), Options{})
	} else {
		f = sealed(t, m.portfolio(t), keys)
	}
	for range 14 {
		f.Save(m.step())
	}
	if _, err := f.Keep(m.portfolio(t), "before", model.NewDate(2026, 11, 1), m.seq); err != nil {
		t.Fatal(err)
	}
	for range 6 {
		f.Save(m.step())
	}
	long := rich(m.r, 2)
	long.Notes = prose(m.r, 5*pages.PageSize)
	m.seq++
	f.Save(&edit.Patch{Seq: m.seq, Label: words.Plain("long"), Before: []*model.Account{nil}, After: []*model.Account{long}})
	shut(t, f)
	kinds := pageKinds(t, f.Path())
	for _, kind := range []string{"meta", "freelist", "leaf of the list of buckets", "branch of ent", "leaf of ent", "long leaf of ent", "branch of journal", "long leaf of journal", "leaf of jx", "leaf of snap", "branch of sc"} {
		if len(kinds[kind]) == 0 {
			t.Fatalf("the file of the test has no %s: %v", kind, kinds)
		}
	}
	return f.Path(), look(t, f.Path(), keys)
}

// sealed makes a protected file whose passphrase the keys know.
func sealed(t *testing.T, p *model.Portfolio, keys *seal.Keys) *File {
	t.Helper()
	f, _, err := CreateProtected(filepath.Join(t.TempDir(), "accord.db"), p, phrase, seal.Guard{Lock: 5}, Options{Keys: keys})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close(0) })
	return f
}

// pageKinds lists the pages of a sound file by what they are; meta, snap and other
// small buckets lie in the list of buckets itself.
func pageKinds(t *testing.T, path string) map[string][]int {
	t.Helper()
	out := map[string][]int{"meta": {0, 1}}
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	h, _ := pages.NewestHeader(bytes.NewReader(content))
	var walk func(id uint64, of string)
	walk = func(id uint64, of string) {
		b := content[id*pages.PageSize:]
		switch flags := binary.LittleEndian.Uint16(b[8:]); {
		case flags == pages.PageBranch:
			out["branch of "+of] = append(out["branch of "+of], int(id))
			for i := range pages.Count(b) {
				_, child := pages.BranchElement(b, i)
				walk(child, of)
			}
		case binary.LittleEndian.Uint32(b[12:]) > 0:
			out["long leaf of "+of] = append(out["long leaf of "+of], int(id), int(id)+1)
		default:
			out["leaf of "+of] = append(out["leaf of "+of], int(id))
		}
	}
	out["freelist"] = []int{int(h.Freelist)}
	walk(h.Root, "the list of buckets")
	err = db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			if b.Root() != 0 {
				walk(uint64(b.Root()), string(name))
			} else {
				out["leaf of "+string(name)] = append(out["leaf of "+string(name)], int(h.Root))
			}
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// seen is all that a reader can find in a file.
type seen struct {
	portfolio *model.Portfolio
	steps     []journal.Step
	kept      []Snapshot
	old       []*model.Portfolio
}

func look(t *testing.T, path string, keys *seal.Keys) seen {
	t.Helper()
	s, err := lookAt(path, keys)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// lookAt opens a file as the workbench does and reads everything in it.
func lookAt(path string, keys *seal.Keys) (s seen, err error) {
	f, err := Open(path, Options{Keys: keys})
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, f.Close(0)) }()
	if s.portfolio, _, err = f.Load(); err != nil {
		return s, err
	}
	if s.steps, err = f.History(0, ""); err != nil {
		return s, err
	}
	if s.kept, err = f.Snapshots(); err != nil {
		return s, err
	}
	for _, k := range s.kept {
		p, err := f.Snapshot(k.ID)
		if err != nil {
			return s, err
		}
		s.old = append(s.old, p)
	}
	return s, nil
}

// sweep counts what became of damaged files.
type sweep struct {
	keys *seal.Keys // of a protected file

	files, refused, unharmed, repaired, whole, named, untold, shut int
	copies                                                         string // the folder of copies, "" for none
}

// try takes one damaged file and holds what is read from it against the truth.
func (s *sweep) try(t *testing.T, path string, bad []byte, want seen, repair bool, what string) {
	t.Helper()
	if err := os.WriteFile(path, bad, 0o600); err != nil {
		t.Fatal(err)
	}
	s.files++
	checked, checkErr := Check(path, s.keys)
	got, err := lookAt(path, s.keys)
	if err != nil {
		s.refused++
		if text := err.Error(); !strings.Contains(text, path) || strings.Contains(text, "\n") || strings.Contains(text, "goroutine") {
			t.Fatalf("%s: this is no sentence about the file: %v", what, err)
		}
		if checkErr == nil && len(checked.Bad) == 0 {
			t.Fatalf("%s: refused (%v), and check finds nothing", what, err)
		}
		if now, _ := os.ReadFile(path); !bytes.Equal(now, bad) {
			t.Fatalf("%s: a damaged file was written to: %v", what, err)
		}
		if repair {
			s.repair(t, path, want, what)
		}
		return
	}
	s.unharmed++
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s: something else is read, and nothing said so", what)
	}
	// And it can be written to without harm.
	f := open(t, path, Options{Keys: s.keys})
	before := want.portfolio.At(0)
	f.Save(renamed(want.steps[0].Seq+1, before, "Renamed after damage"))
	shut(t, f)
	if checked, err = Check(path, s.keys); err != nil || pagesBad(checked.Bad) {
		t.Fatalf("%s: writing to it did harm: %v %v", what, checked.Bad, err)
	}
	p, err := opened(path, s.keys)
	if err != nil || p.Account(before.ID).Name != "Renamed after damage" || p.Len() != want.portfolio.Len() {
		t.Fatalf("%s: after an edit: %v", what, err)
	}
}

// pagesBad reports damage that a reader could meet: the index of steps and what
// the file says of itself have no checksums, and check alone sees them.
func pagesBad(bad []string) bool {
	return slices.ContainsFunc(bad, func(s string) bool {
		return !strings.Contains(s, "index of steps") && !strings.Contains(s, "the file has no creation") && !strings.Contains(s, "the file has no number")
	})
}

// repair holds what was put into a new file against the truth: an account is as
// it was, or it is named as one that is not.
func (s *sweep) repair(t *testing.T, path string, want seen, what string) {
	t.Helper()
	bad, _ := os.ReadFile(path)
	at := time.Date(2026, 11, 25, 10, 0, 0, 0, time.UTC)
	r, err := Repair(path, Options{Now: func() time.Time { return at }, Keys: s.keys, BackupDir: s.copies})
	if now, _ := os.ReadFile(path); !bytes.Equal(now, bad) {
		t.Fatalf("%s: the damaged file was touched", what)
	}
	if err != nil && s.keys != nil && strings.Contains(err.Error(), "the part its passphrase opens is damaged,") {
		s.shut++
		return
	}
	if err != nil {
		t.Fatalf("%s: not repaired: %v", what, err)
	}
	if protected, err := Sealed(r.Path); err != nil || protected != (s.keys != nil) {
		t.Fatalf("%s: the repaired file is protected: %t, %v", what, protected, err)
	}
	defer os.Remove(r.Path)
	s.repaired++
	if len(r.Check.Bad) > 0 {
		t.Fatalf("%s: the repaired file is not sound: %v", what, r.Check.Bad)
	}
	p, err := opened(r.Path, s.keys)
	if err != nil {
		t.Fatalf("%s: the repaired file does not open: %v", what, err)
	}
	said := strings.Join(r.Lost, "\n")
	for _, a := range want.portfolio.Accounts() {
		switch got := p.Account(a.ID); {
		case got != nil && reflect.DeepEqual(got, a):
			s.whole++
		case strings.Contains(said, string(a.ID)):
			s.named++
		case got == nil && s.copies == "" && strings.Contains(said, wholeMissing):
			s.untold++ // nothing is left that could tell its name
		default:
			t.Fatalf("%s: account %s is not as it was, and that is not said:\n%s", what, a.ID, said)
		}
	}
	for _, a := range p.Accounts() {
		if want.portfolio.Account(a.ID) == nil && !strings.Contains(said, string(a.ID)) {
			t.Fatalf("%s: account %s came from nowhere", what, a.ID)
		}
	}
	if !reflect.DeepEqual(p.Programme(), want.portfolio.Programme()) && !strings.Contains(said, "settings") {
		t.Fatalf("%s: the settings are not as they were, and that is not said", what)
	}
}

// One byte or one sector is damaged in every page of a real file. Whatever is
// damaged: the file is refused in a sentence, or all of it reads as it was.
func TestSweepOverEveryPage(t *testing.T) { sweepOver(t, nil) }

// So it is with a protected file, whose repaired one is protected as well.
func TestSweepOverEveryPageOfAProtectedFile(t *testing.T) { sweepOver(t, asked(nil)) }

func sweepOver(t *testing.T, keys *seal.Keys) {
	t.Parallel()
	path, want := everyKind(t, keys)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	flips, repairEvery := 1, 9
	over := spent()
	more := func() bool { return *long && !over() } // else the edges of each kind of page, as in the short form
	if *long {
		flips, repairEvery = 10, 10
	}
	h, _ := pages.NewestHeader(bytes.NewReader(good))
	good = good[:h.Used*pages.PageSize] // what follows belongs to nobody
	aside := filepath.Join(t.TempDir(), "damaged.db")
	s := sweep{keys: keys}
	kinds := pageKinds(t, path)
	for _, kind := range sortedKeys(kinds) {
		all := kinds[kind]
		for n, page := range all {
			if !more() && n >= 2 && n < len(all)-1 {
				continue
			}
			for i := range flips {
				if i > 0 && !more() {
					break
				}
				r, bad := newRand(uint64(page)<<8|uint64(i)), slices.Clone(good) // the same wherever the sweep begins or ends
				at := r.IntN(pages.PageSize)
				if i%3 == 0 { // the head and the first elements are what others trust
					at = r.IntN(64)
				}
				bad[page*pages.PageSize+at] ^= byte(1 + r.IntN(255))
				s.try(t, aside, bad, want, s.files%repairEvery == 0, fmt.Sprintf("%s, page %d, byte %d", kind, page, at))
			}
			for sector := range pages.PageSize / 512 {
				if !more() && sector != n%8 && sector != 0 {
					continue
				}
				r, bad := newRand(uint64(page)<<8|0x80|uint64(sector)), slices.Clone(good)
				torn := bad[page*pages.PageSize+512*sector:][:512]
				clear(torn)
				if (n+sector)%2 == 1 { // what another page has there
					copy(torn, good[(2+r.IntN(len(good)/pages.PageSize-2))*pages.PageSize+512*sector:])
				}
				s.try(t, aside, bad, want, s.files%repairEvery == 0, fmt.Sprintf("%s, page %d, sector %d", kind, page, sector))
			}
		}
	}
	t.Logf("%d kinds of pages, %d damaged files: %d refused in a sentence, %d read as they were; %d repaired: %d accounts whole, %d named as not, %d of which it is said that whole ones may be missing; %d without their key",
		len(kinds), s.files, s.refused, s.unharmed, s.repaired, s.whole, s.named, s.untold, s.shut)
	if s.refused == 0 || s.repaired == 0 {
		t.Error("the sweep did no damage")
	}
}

func sortedKeys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// wholeMissing begins what is said when accounts may be missing that nothing in the
// file tells of.
const wholeMissing = "whole accounts may be missing"
