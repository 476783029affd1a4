package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/store/copies"
	"accord/store/journal"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

// wreck is a closed file that a test damages before it is repaired.
func wreck(t *testing.T, accounts, steps int, damage func(content []byte, h pages.Header)) (path string, want *model.Portfolio, r *Repaired) {
	t.Helper()
	m := newMemory(8)
	for i := range accounts {
		a := rich(m.r, i)
		m.accounts[a.ID] = a
	}
	f := create(t, m.portfolio(t), Options{})
	if _, err := f.Keep(m.portfolio(t), "before", model.NewDate(2026, 11, 1), 0); err != nil {
		t.Fatal(err)
	}
	for i := range steps {
		m.seq++
		a := m.accounts[rich(newRand(8), 0).ID]
		p := renamed(m.seq, a, a.Name+text(newRand(uint64(i)), 2))
		m.apply(p)
		f.Save(p)
	}
	shut(t, f)
	content, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	h, _ := pages.NewestHeader(bytes.NewReader(content))
	damage(content, h)
	if err := os.WriteFile(f.Path(), content, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err = Repair(f.Path(), Options{Now: func() time.Time { return time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	if now, _ := os.ReadFile(f.Path()); !bytes.Equal(now, content) {
		t.Fatal("the damaged file was touched")
	}
	if len(r.Damage) == 0 || len(r.Check.Bad) > 0 || !strings.HasPrefix(r.Path, f.Path()+".repaired-") {
		t.Fatalf("%+v", r)
	}
	return f.Path(), m.portfolio(t), r
}

// eachPage gives every page of a kind.
func eachPage(content []byte, h pages.Header, kind uint16, give func(id int, page []byte)) {
	for id := 2; id < int(h.Used); id++ {
		page := content[id*pages.PageSize : (id+1)*pages.PageSize]
		if binary.LittleEndian.Uint64(page) == uint64(id) && binary.LittleEndian.Uint16(page[8:]) == kind {
			give(id, page)
		}
	}
}

// Without both headers, without every branch, without the list of free pages:
// every record is still in its leaf, and the highest step wins.
func TestRepairWithoutAnythingThatLeadsToTheRecords(t *testing.T) {
	_, want, r := wreck(t, 6, 40, func(content []byte, h pages.Header) {
		clear(content[:2*pages.PageSize])
		eachPage(content, h, pages.PageBranch, func(_ int, page []byte) { clear(page) })
		eachPage(content, h, pages.PageFreelist, func(_ int, page []byte) { clear(page) })
	})
	p, err := opened(r.Path)
	if err != nil || !reflect.DeepEqual(p, want) {
		t.Fatalf("%v\n%s\n%s", err, strings.Join(r.Lost, "\n"), difference(want.Accounts(), p.Accounts()))
	}
	if r.Check.Steps < 40 || r.Check.Snapshots != 1 || r.Check.Accounts != 6 {
		t.Errorf("%+v", r.Check)
	}
}

// A leaf of accounts is gone: what it held comes from the snapshot, and is named.
func TestRepairFillsInFromASnapshotAndSaysSo(t *testing.T) {
	path, want, r := wreck(t, 6, 5, func(content []byte, h pages.Header) {
		eachPage(content, h, pages.PageLeaf, func(_ int, page []byte) { // every leaf with persons on it
			if bytes.Contains(page, []byte("/"+record.KindPerson+"/")) {
				clear(page)
			}
		})
	})
	p, err := opened(r.Path)
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(r.Lost, "\n")
	if !strings.Contains(said, "person") || !strings.Contains(said, "from the snapshot “before”") {
		t.Error(said)
	}
	for _, a := range want.Accounts() {
		got := p.Account(a.ID)
		if got == nil || len(got.Persons) != len(a.Persons) || !reflect.DeepEqual(got.Persons, a.Persons) {
			t.Errorf("%s: what the snapshot holds was not filled in", a.Name)
		}
	}
	if !strings.HasPrefix(r.Path, path) || r.Whole == 6 {
		t.Error(r)
	}
}

// Nothing holds what was on the page: it is said, account by account, and what is
// left opens, with its history, which does not reach back over the loss.
func TestRepairSaysWhatIsMissing(t *testing.T) {
	f := create(t, richPortfolio(t, 3), Options{})
	var steps []uint64
	a := loaded(t, f).At(1)
	for seq := range uint64(5) {
		f.Save(renamed(seq+1, a, "Name "+string(rune('A'+seq))))
		steps = append(steps, seq+1)
	}
	shut(t, f)
	// The person, the record of the account itself and one step are not what was written.
	keys := map[string]string{seal.BucketEntities: record.AccountKey(a.ID) + "/" + record.KindPerson + "/" + string(a.Persons[4].ID), seal.BucketJournal: string(seal.SeqKey(3))}
	flipValues(t, f.Path(), keys)
	r, err := Repair(f.Path(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(r.Lost, "\n")
	if !strings.Contains(said, "person "+string(a.Persons[4].ID)) || !strings.Contains(said, string(a.ID)) || !strings.Contains(said, "history: 1 of 5 steps") || r.Whole != 2 {
		t.Error(said, r.Whole)
	}
	g := open(t, r.Path, Options{})
	p, seq, err := g.Load()
	if err != nil || seq != steps[len(steps)-1]+1 || p.Account(a.ID).Name != "Name E" || len(p.Account(a.ID).Persons) != 14 {
		t.Fatal(err, seq)
	}
	var far *journal.TooFarError
	if _, err := g.At(p, seq, 4); !errors.As(err, &far) {
		t.Errorf("undo reaches back over the repair: %v", err)
	}
}

// flipValues turns a bit of every copy of some values, so that nothing else in
// the file notices and no older state is left.
func flipValues(t *testing.T, path string, keys map[string]string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	flipped := map[string]bool{}
	var whole [][]byte
	h, _ := pages.NewestHeader(bytes.NewReader(content))
	eachPage(content, h, pages.PageLeaf, func(id int, page []byte) {
		size := (int(binary.LittleEndian.Uint32(page[12:])) + 1) * pages.PageSize
		page = content[id*pages.PageSize : id*pages.PageSize+size]
		if _, err := pages.Elements(page, pages.PageLeaf); err != nil {
			return // the rest of a longer page
		}
		for i := range pages.Count(page) {
			if flags, key, value := pages.LeafElement(page, i); flags == 0 {
				for bucket, k := range keys {
					if string(key) == k && pages.BucketOf(key, value) == bucket {
						whole = append(whole, bytes.Clone(value))
						value[len(value)-2] ^= 1
						flipped[bucket] = true
					}
				}
			}
		}
	})
	for _, value := range whole { // pages that are free now have them too, when each step was written alone
		for at := bytes.Index(content, value); at >= 0; at = bytes.Index(content, value) {
			content[at+len(value)-2] ^= 1
		}
	}
	if len(flipped) != len(keys) {
		t.Fatalf("only in %v", flipped)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestRepairRefusesWhatIsSoundOrNothing(t *testing.T) {
	path, content := finished(t, 2)
	if _, err := Repair(path, Options{}); !errors.Is(err, errSound) {
		t.Error(err)
	}
	clear(content[2*pages.PageSize:])
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	var damaged *place.DamagedError
	if _, err := Repair(path, Options{}); !errors.As(err, &damaged) || !strings.Contains(err.Error(), "not one record") {
		t.Error(err)
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Repair(path, Options{}); !errors.As(err, &damaged) || !strings.Contains(err.Error(), "empty") {
		t.Error(err)
	}
}

// A file with a damaged step is refused by whoever opens it, in the same words,
// and nothing is written into it: not even that it is open.
func TestDamagedJournalIsMetBeforeAnythingIsWritten(t *testing.T) {
	f := create(t, richPortfolio(t, 2), Options{})
	for seq := range uint64(10) { // more than fit the list of buckets
		f.Save(renamed(seq+1, loaded(t, f).At(0), text(newRand(seq), 60)))
	}
	shut(t, f)
	flipValues(t, f.Path(), map[string]string{seal.BucketJournal: string(seal.SeqKey(1))})
	before, _ := os.ReadFile(f.Path())
	for what, err := range refusals(f.Path()) {
		if what == "check" {
			continue
		}
		if err == nil || !strings.Contains(err.Error(), "checksum") {
			t.Errorf("%s: %v", what, err)
		}
	}
	if after, _ := os.ReadFile(f.Path()); !bytes.Equal(before, after) {
		t.Error("the damaged file was written to")
	}
}

// The order of the lists of a deleted account, which was left behind once, is no
// damage, and a repair makes no account of it.
func TestAnOrderLeftBehindIsNoDamage(t *testing.T) {
	f := create(t, richPortfolio(t, 3), Options{})
	a := loaded(t, f).At(1)
	err := f.update(func(tx *bolt.Tx) error {
		return journal.WriteRecords(tx, nil, []record.Put{{Bucket: seal.BucketEntities, Key: "gone/" + record.KindOrder, Value: []byte(`{"t":["tie1"]}`)}}, 1)
	})
	if err != nil {
		t.Fatal(err)
	}
	shut(t, f)
	if r, err := Check(f.Path()); err != nil || len(r.Bad) > 0 || r.Accounts != 3 {
		t.Fatal(r, err)
	}
	flipValues(t, f.Path(), map[string]string{seal.BucketEntities: record.AccountKey(a.ID) + "/" + record.KindPerson + "/" + string(a.Persons[4].ID)})
	r, err := Repair(f.Path(), Options{})
	if err != nil || r.Whole != 2 || strings.Contains(strings.Join(r.Lost, "\n"), "gone") {
		t.Fatal(r, err)
	}
	if p, err := opened(r.Path); err != nil || p.Len() != 3 {
		t.Fatal(err)
	}
}

// What was never a file of ours is said to be what it is, by whoever meets it, and
// nobody advises to repair it.
func TestATableIsNoDamagedFile(t *testing.T) {
	for name, content := range map[string]string{"nasty.csv": "Account Name;Umsatz\nMüller;1\n", "utf16.csv": "\xff\xfeA\x00", "book.xlsx": "PK\x03\x04\x00", "all.json": "{\n}"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		all := refusals(path)
		_, all["repair"] = Repair(path, Options{})
		all["copy"] = copies.LookAt(path).Err
		for what, err := range all {
			var foreign *place.ForeignError
			if !errors.As(err, &foreign) || !strings.Contains(err.Error(), "not an Accord file. `accord import "+path+"`") || strings.Contains(err.Error(), "repair") {
				t.Errorf("%s, %s: %v", name, what, err)
			}
		}
	}
}

// Damage is told in words for what lies there, not in names of the program's own.
func TestDamageIsToldInWords(t *testing.T) {
	path, _ := everyKind(t, nil)
	words := map[string]string{"leaf of ent": "accounts: page", "branch of journal": "history: page", "branch of sc": "the content of snapshots: page"}
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	kinds := pageKinds(t, path)
	for kind, want := range words {
		bad := bytes.Clone(good)
		page := kinds[kind][0]
		clear(bad[page*pages.PageSize : (page+1)*pages.PageSize])
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := Check(path)
		said := strings.Join(r.Bad, "\n")
		if err != nil || strings.Contains(said, "bucket") || !strings.Contains(said, want) {
			t.Errorf("%s: %v\n%s", kind, err, said)
		}
	}
}
