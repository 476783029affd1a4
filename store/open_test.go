package store

import (
	"bytes"
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
	"accord/store/pages"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

// finished is a closed file with some accounts in it, and its bytes.
func finished(t *testing.T, accounts int) (path string, content []byte) {
	t.Helper()
	f := create(t, richPortfolio(t, accounts), Options{})
	shut(t, f)
	content, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	return f.Path(), content
}

// Every file that cannot be used is refused with one sentence that names it, and
// stays as it is.
func TestRefusals(t *testing.T) {
	path, good := finished(t, 20)
	h, _ := pages.NewestHeader(bytes.NewReader(good))
	used := h.Used * pages.PageSize
	both := slices.Clone(good)
	both[40], both[pages.PageSize+40] = ^both[40], ^both[pages.PageSize+40]
	for _, c := range []struct {
		name, says string
		content    []byte
	}{
		{"empty", "is empty", nil},
		{"text", "not an Accord file", []byte("Dear Anna, here are the accounts.\n")},
		{"long text", "not an Accord file", bytes.Repeat([]byte("Dear Anna, "), 9999)},
		{"cut off", "cut off", good[:used-1]},
		{"cut off by a page", "cut off", good[:3*pages.PageSize]},
		{"both headers", "not an Accord file", both},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := os.WriteFile(path, c.content, 0o600); err != nil {
				t.Fatal(err)
			}
			for what, err := range refusals(path) {
				var damaged *place.DamagedError
				var foreign *place.ForeignError
				if !errors.As(err, &damaged) && !(errors.As(err, &foreign) && strings.Contains(err.Error(), "accord restore")) || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), path) || strings.Contains(err.Error(), "\n") {
					t.Errorf("%s: %v", what, err)
				}
			}
			if now, _ := os.ReadFile(path); !bytes.Equal(now, c.content) {
				t.Error("the file was changed")
			}
		})
	}
}

// refusals opens a file in every way there is.
func refusals(path string) map[string]error {
	out := map[string]error{}
	_, out["open"] = Open(path, Options{})
	_, _, out["read-only"] = OpenReadOnly(path, Options{})
	_, out["check"] = Check(path)
	_, out["history"] = HistoryOf(path, 0, "")
	out["backup"] = BackupFile(path, path+".copy")
	return out
}

func TestFolderAndMissingFile(t *testing.T) {
	dir := t.TempDir()
	for what, err := range refusals(dir) {
		var damaged *place.DamagedError
		if !errors.As(err, &damaged) || !strings.Contains(err.Error(), "folder") {
			t.Errorf("%s: %v", what, err)
		}
	}
	path := filepath.Join(dir, "accord.db")
	for _, known := range []bool{false, true} {
		if known {
			place.Remember(path)
			place.Remember(path)
		}
		for what, err := range refusals(path) {
			var missing *place.MissingError
			if !errors.As(err, &missing) || missing.Known != known || strings.Contains(err.Error(), "has not synced yet") != known {
				t.Errorf("%s: %v", what, err)
			}
		}
	}
	if n := strings.Count(strings.Join(place.KnownPaths(), "\n"), path); n != 1 {
		t.Errorf("it is noted %d times", n)
	}
	if err := os.WriteFile(filepath.Join(dir, ".accord.db.icloud"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path, Options{})
	var missing *place.MissingError
	if !errors.As(err, &missing) || !strings.Contains(err.Error(), "iCloud") {
		t.Error(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a missing file was made")
	}
}

// Another database of the same kind is not ours.
func TestForeignDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Update(func(tx *bolt.Tx) error { _, err := tx.CreateBucket([]byte("users")); return err }); err != nil {
		t.Fatal(err)
	}
	_ = db.Close()
	before, _ := os.ReadFile(path)
	for _, what := range []string{"open", "read-only", "check"} {
		if err := refusals(path)[what]; err == nil || !strings.Contains(err.Error(), "not an Accord file") {
			t.Errorf("%s: %v", what, err)
		}
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("somebody else's file was written to")
	}
}

func TestOneDamagedHeaderOpensWithAWarning(t *testing.T) {
	path, good := finished(t, 3)
	good[40] ^= 1
	if err := os.WriteFile(path, good, 0o600); err != nil {
		t.Fatal(err)
	}
	f := open(t, path, Options{})
	if !strings.Contains(f.Warning(), "header") || loaded(t, f).Len() != 3 {
		t.Error(f.Warning())
	}
}

func TestPrivateMode(t *testing.T) {
	if !modesWork {
		return
	}
	path, _ := finished(t, 1)
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	open(t, path, Options{})
	if st, _ := os.Stat(path); st.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", st.Mode())
	}
}

func TestSecondOpenerIsToldWhoHasIt(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 14, 0, 0, time.Local)
	f := create(t, richPortfolio(t, 3), Options{Now: func() time.Time { return now }})
	_, err := Open(f.Path(), Options{})
	var locked *place.LockedError
	if !errors.As(err, &locked) || locked.PID != os.Getpid() || !strings.Contains(err.Error(), f.Path()) || !strings.Contains(err.Error(), "24 Nov 2026 09:14") {
		t.Fatal(err)
	}
	if err := os.Remove(f.lockInfoPath()); err != nil {
		t.Fatal(err)
	}
	if _, err = Open(f.Path(), Options{}); !errors.As(err, &locked) || locked.PID != 0 {
		t.Error(err)
	}
	p, moment, err := OpenReadOnly(f.Path(), Options{})
	if err != nil || p.Len() != 3 || moment.IsZero() {
		t.Error("beside the writer:", p, moment, err)
	}
	if r, err := Check(f.Path()); err != nil || len(r.Bad) != 0 || r.Accounts != 3 {
		t.Error("beside the writer:", r, err)
	}
	shut(t, f)
	open(t, f.Path(), Options{})
}

// The read-only view of a file that cannot be read is its newest good backup.
func TestReadOnlyFallsBackToABackup(t *testing.T) {
	f := create(t, richPortfolio(t, 4), Options{})
	dir := filepath.Join(filepath.Dir(f.Path()), "backups")
	for _, name := range []string{"accord-2026-11-22T090000.db", "accord-2026-11-23T090000.db"} {
		if err := f.Backup(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	want := loaded(t, f)
	shut(t, f)
	for _, broken := range []string{f.Path(), filepath.Join(dir, "accord-2026-11-23T090000.db")} {
		damage(t, broken, 20)
	}
	p, moment, err := OpenReadOnly(f.Path(), Options{BackupDir: dir})
	if err != nil || moment.IsZero() || !reflect.DeepEqual(p, want) {
		t.Error(err)
	}
	if _, _, err := OpenReadOnly(f.Path(), Options{}); err == nil {
		t.Error("without backups there is nothing to read")
	}
}

// damage turns a bit in every nth page behind the headers.
func damage(t *testing.T, path string, n int) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 2; i*pages.PageSize < len(b); i += n {
		b[i*pages.PageSize+pages.PageSize/2] ^= 4
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestDamagedErrorsNameAccountAndKind(t *testing.T) {
	p := richPortfolio(t, 3)
	f := create(t, p, Options{})
	a := p.At(1)
	key := []byte(record.AccountKey(a.ID) + "/" + record.KindPerson + "/" + string(a.Persons[4].ID))
	err := f.update(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketEntities))
		v := slices.Clone(b.Get(key))
		v[len(v)-3] ^= 1
		return b.Put(key, v)
	})
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = f.Load()
	for _, part := range []string{f.Path(), a.Name, string(a.ID), "person " + string(a.Persons[4].ID), "checksum"} {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%q is not in: %v", part, err)
		}
	}
	r, err := Check(f.Path())
	if err != nil || len(r.Bad) != 1 || !strings.Contains(r.Bad[0], a.Name) || r.Accounts != 3 {
		t.Error(r, err)
	}
}

// Whatever single bit turns: the file is refused, or it reads as it was. Never is
// something else taken for the truth.
func TestTurnedBitsAreNeverTakenForData(t *testing.T) {
	path, good := finished(t, 12)
	want := loaded(t, open(t, path, Options{}))
	r := newRand(11)
	h, _ := pages.NewestHeader(bytes.NewReader(good))
	aside := filepath.Join(t.TempDir(), "turned.db")
	refused := 0
	n := 0
	for range rounds(t, 40, 20_000) {
		n++
		bad := slices.Clone(good)
		at, bit := r.IntN(int(h.Used)*pages.PageSize), r.IntN(8)
		bad[at] ^= 1 << bit
		if err := os.WriteFile(aside, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := opened(aside)
		if err != nil {
			refused++
		} else if !reflect.DeepEqual(p, want) {
			t.Fatalf("bit %d of byte %d of page %d changed what is read, and nothing said so: %s", bit, at%pages.PageSize, at/pages.PageSize, apartWhere(p, want))
		}
	}
	t.Logf("%d turned bits: %d files refused, %d read as they were", n, refused, n-refused)
	if refused == 0 {
		t.Error("no turned bit was noticed at all")
	}
}

// apartWhere says where two portfolios differ.
func apartWhere(p, want *model.Portfolio) string {
	var out []string
	if !reflect.DeepEqual(p.Programme(), want.Programme()) {
		out = append(out, fmt.Sprintf("settings: %+v, want %+v", p.Programme(), want.Programme()))
	}
	for _, a := range want.Accounts() {
		if b := p.Account(a.ID); !reflect.DeepEqual(a, b) {
			out = append(out, fmt.Sprintf("account %s: %+v, want %+v", a.ID, b, a))
		}
	}
	return fmt.Sprintf("%d accounts, want %d; %s", p.Len(), want.Len(), strings.Join(out, "; "))
}

func opened(path string, keys ...*seal.Keys) (*model.Portfolio, error) {
	f, err := Open(path, Options{Keys: seal.One(keys)})
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close(0) }()
	p, _, err := f.Load()
	return p, err
}

// Damaged heads of pages crash or hang who trusts them.
func TestDamagedPagesNeitherCrashNorHang(t *testing.T) {
	t.Parallel()
	path, good := finished(t, 12)
	r := newRand(12)
	h, _ := pages.NewestHeader(bytes.NewReader(good))
	count, refused := int(h.Used), 0
	n := 0
	for i := range rounds(t, 24, 5_000) {
		n++
		bad := slices.Clone(good)
		page := 2 + r.IntN(count-2)
		switch i % 3 {
		case 0:
			bad[page*pages.PageSize+r.IntN(64)] ^= 1 << r.IntN(8)
		case 1:
			clear(bad[page*pages.PageSize : (page+1)*pages.PageSize])
		default:
			other := 2 + r.IntN(count-2)
			copy(bad[page*pages.PageSize:(page+1)*pages.PageSize], good[other*pages.PageSize:])
		}
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := opened(path)
		if err != nil {
			refused++
		}
		if r, bad := Check(path); err != nil && bad == nil && len(r.Bad) == 0 {
			t.Fatalf("page %d is refused (%v), and check finds nothing", page, err)
		}
		if _, _, ro := OpenReadOnly(path, Options{}); err != nil && ro == nil {
			t.Fatalf("page %d: what may not be written is read: %v", page, err)
		}
	}
	t.Logf("%d damaged pages: %d files refused", n, refused)
	if refused == 0 {
		t.Error("no damaged page was noticed at all")
	}
}

func TestTurnedBitInAnEnvelope(t *testing.T) {
	key, content := []byte("a/c/b"), []byte(`{"name":"Anna"}`)
	sealed := seal.Plain(key, 77, content)
	if got, seq, err := seal.Open(key, sealed); err != nil || seq != 77 || !bytes.Equal(got, content) || len(sealed) != 13+len(content) {
		t.Fatal(got, seq, err)
	}
	for i := range len(sealed) * 8 {
		bad := slices.Clone(sealed)
		bad[i/8] ^= 1 << (i % 8)
		if _, _, err := seal.Open(key, bad); err == nil {
			t.Errorf("bit %d turned and nobody noticed", i)
		}
	}
	if _, _, err := seal.Open([]byte("a/c/c"), sealed); err == nil {
		t.Error("a value under another key passes")
	}
	for n := range len(sealed) {
		if _, _, err := seal.Open(key, sealed[:n]); err == nil {
			t.Errorf("a value cut to %d bytes passes", n)
		}
	}
}
