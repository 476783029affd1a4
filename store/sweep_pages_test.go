package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/copies"
	"accord/store/pages"
	"accord/store/seal"
)

// newborn is a closed file that was just made: no journal and no snapshot tells
// what was in it.
func newborn(t *testing.T, keys *seal.Keys, accounts int) (path string, want seen) {
	t.Helper()
	m := newMemory(41)
	for i := range accounts {
		a := rich(m.r, i)
		if i%4 > 0 { // small enough that a page holds several
			a = &model.Account{ID: a.ID, Name: a.Name, Notes: prose(m.r, 700)}
		}
		m.accounts[a.ID] = a
	}
	var f *File
	if keys == nil {
		f = create(t, m.portfolio(t), Options{})
	} else {
		f = sealed(t, m.portfolio(t), keys)
	}
	shut(t, f)
	return f.Path(), look(t, f.Path(), keys)
}

// Several pages at once are damaged in a file that nothing but its copies knows
// anything of: every account is whole, or named, or it is said that whole accounts
// may be missing; with a copy every one is named.
func TestSweepOverSeveralDamagedPages(t *testing.T) {
	t.Parallel()
	for what, keys := range map[string]*seal.Keys{"plain": nil, "protected": asked(nil)} {
		t.Run(what, func(t *testing.T) { sweepPages(t, keys) })
	}
}

func sweepPages(t *testing.T, keys *seal.Keys) {
	path, want := newborn(t, keys, 26)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	alone, beside := filepath.Join(t.TempDir(), "alone.db"), filepath.Join(t.TempDir(), "beside.db")
	copies := filepath.Join(filepath.Dir(beside), "backups")
	if err := os.Mkdir(copies, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(copies, "beside-2026-11-25T090000.db"), good, 0o600); err != nil {
		t.Fatal(err)
	}
	r, used := newRand(17), len(good)/pages.PageSize
	none, with := sweep{keys: keys}, sweep{keys: keys, copies: copies}
	for round := range rounds(t, 12, 400) {
		bad, count := slices.Clone(good), 1+r.IntN(8)
		from := 2 + r.IntN(max(1, used-2))
		if round%3 == 2 { // and perhaps a header
			from = r.IntN(used)
		}
		for n := range count {
			page := from + n
			if round%2 == 1 {
				page = 2 + r.IntN(used-2)
			}
			if page >= used {
				break
			}
			for i := range pages.PageSize {
				bad[page*pages.PageSize+i] = byte(r.IntN(256))
			}
			if round%4 == 3 {
				clear(bad[page*pages.PageSize : (page+1)*pages.PageSize])
			}
		}
		what := fmt.Sprintf("round %d: %d count from %d", round, count, from)
		none.damagedPages(t, alone, bad, want, what)
		with.damagedPages(t, beside, bad, want, what+", with a copy")
	}
	for _, s := range []*sweep{&none, &with} {
		t.Logf("%d damaged files: %d repaired: %d accounts whole, %d named as not, %d of which it is said that whole ones may be missing; %d without their key",
			s.files, s.repaired, s.whole, s.named, s.untold, s.shut)
	}
	// Where records of a protected file lie is another place each time.
	if (keys == nil || *long && *budget == 0) && none.untold == 0 || none.repaired == 0 || with.named == 0 || with.untold > 0 {
		t.Error("the sweep did no damage")
	}
}

// damagedPages repairs a damaged file when it is one that is refused.
func (s *sweep) damagedPages(t *testing.T, path string, bad []byte, want seen, what string) {
	t.Helper()
	if err := os.WriteFile(path, bad, 0o600); err != nil {
		t.Fatal(err)
	}
	s.files++
	if _, err := lookAt(path, s.keys); err == nil { // nothing that matters was on those pages
		return
	}
	s.repair(t, path, want, what)
}

// What only a copy knows of is named with it, and not what was deleted since.
func TestRepairNamesWhatOnlyACopyKnows(t *testing.T) {
	c := &clock{time.Date(2026, 11, 20, 9, 0, 0, 0, time.Local)}
	m := newMemory(3)
	for i := range 9 {
		a := rich(m.r, i)
		m.accounts[a.ID] = a
	}
	f := create(t, m.portfolio(t), Options{Now: c.now})
	dir := filepath.Join(filepath.Dir(f.Path()), "backups")
	if err := f.Backup(filepath.Join(dir, "accord-by-hand-2026-11-20T090000.db")); err != nil {
		t.Fatal(err)
	}
	gone := m.portfolio(t).At(4)
	f.Save(&edit.Patch{Seq: 1, Label: words.Plain("deleted"), Before: []*model.Account{gone}, After: []*model.Account{nil}})
	shut(t, f)
	lost := m.portfolio(t).At(2)
	content, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	id := pages.FileID(f.Path())
	blot(t, content, string(lost.ID)+"/")
	if err := os.WriteFile(f.Path(), content, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Repair(f.Path(), Options{BackupDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(r.Lost, "\n")
	if !strings.Contains(said, fmt.Sprintf("%q (%s): not in the repaired file", lost.Name, lost.ID)) || !strings.Contains(said, "accord-by-hand-2026-11-20T090000.db of 20 Nov 2026") {
		t.Error(said)
	}
	if strings.Contains(said, string(gone.ID)) {
		t.Errorf("an account that was deleted is missed: %s", said)
	}
	if pages.FileID(r.Path) != id {
		t.Error("the repaired file has another number than its copies")
	}
	// Without the copy nobody knows its name, and that is said.
	r, err = Repair(f.Path(), Options{})
	if said = strings.Join(r.Lost, "\n"); errors.Join(err) != nil || !strings.Contains(said, wholeMissing) || strings.Contains(said, string(lost.ID)) {
		t.Error(err, said)
	}
}

// The file that was repaired has the number of the damaged one, also when only a
// copy can tell it: else the copies would be those of another file.
func TestARepairedFileKeepsItsCopies(t *testing.T) {
	path, content := finished(t, 3)
	id, dir := pages.FileID(path), filepath.Join(filepath.Dir(path), "backups")
	if err := BackupFile(path, filepath.Join(dir, "accord-2026-11-20T090000.db")); err != nil {
		t.Fatal(err)
	}
	blot(t, content, id)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Repair(path, Options{BackupDir: dir})
	if err != nil || id == "" || pages.FileID(path) != "" || pages.FileID(r.Path) != id {
		t.Error(err, id)
	}
	for _, c := range copies.List(dir, path) {
		if c.Other || c.Err != nil {
			t.Errorf("%+v", c)
		}
	}
}

// blot damages every page on which some words lie.
func blot(t *testing.T, content []byte, words string) {
	t.Helper()
	r, blotted := newRand(2), 0
	for at := 2 * pages.PageSize; at < len(content); at += pages.PageSize {
		page := content[at : at+pages.PageSize]
		if !bytes.Contains(page, []byte(words)) {
			continue
		}
		for i := range page {
			page[i] = byte(r.IntN(256))
		}
		blotted++
	}
	if blotted == 0 {
		t.Fatal("no page holds it")
	}
}

// Every bit of the head of every page in use says something: none can turn unnoticed.
func TestEveryBitOfAPageHeadIsNoticed(t *testing.T) {
	t.Parallel()
	_, good := finished(t, 4)
	h, _ := pages.NewestHeader(bytes.NewReader(good))
	sound := pages.NewWalker(bytes.NewReader(good), h)
	sound.Bad = func(err error) bool { t.Fatal(err); return false }
	sound.Walk()
	count := 0
	for page, used := range sound.Owner {
		at := page * pages.PageSize
		if used != pages.InTree && used != pages.IsFreelist || binary.LittleEndian.Uint64(good[at:]) != uint64(page) {
			continue // free, or what runs over from the page before
		}
		count++
		for bit := range 8 * pages.PageHead {
			bad := slices.Clone(good[:int(h.Used)*pages.PageSize])
			bad[at+bit/8] ^= 1 << (bit % 8)
			noticed := false
			w := pages.NewWalker(bytes.NewReader(bad), h)
			w.Bad = func(error) bool { noticed = true; return false }
			if w.Walk(); !noticed {
				t.Errorf("bit %d of byte %d of page %d turned, and nothing said so", bit%8, bit/8, page)
			}
		}
	}
	if count < 10 {
		t.Fatalf("%d count", count)
	}
}
