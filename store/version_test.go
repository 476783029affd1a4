package store

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

var fixture = flag.Bool("fixture", false, "write the fixture of the present format anew; only before its first release")

// fixtureContent is what the fixture of format 1 was made from.
func fixtureContent(t *testing.T) (*memory, []*edit.Patch) {
	t.Helper()
	m := newMemory(2026)
	a := rich(m.r, 1)
	m.accounts[a.ID] = a
	first := m.portfolio(t)
	m.programme = first.Programme()
	var steps []*edit.Patch
	for range 6 {
		steps = append(steps, m.step())
	}
	return m, steps
}

// A file of every format that was ever released opens, for ever.
func TestFixtureOfFormat1(t *testing.T) {
	const name = "testdata/schema-1.db"
	if *fixture {
		writeFixture(t, name)
	}
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "accord.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	f := open(t, path, Options{})
	p := loaded(t, f)
	text, err := os.ReadFile("testdata/schema-1.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got := summary(p); got != string(text) {
		t.Errorf("the file of format 1 reads otherwise now:\n%s\nit was\n%s", got, text)
	}
	if steps, err := f.History(0, ""); err != nil || len(steps) != 6 || steps[5].Seq != 1 || !steps[0].At.Equal(time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)) {
		t.Error(steps, err)
	}
}

// summary is a portfolio as text: it does not depend on how the model spells its
// own JSON.
func summary(p *model.Portfolio) string {
	var s strings.Builder
	fmt.Fprintf(&s, "%q %s %d %v %v %d members, pack %t\n", p.Programme().Title, p.Programme().Currency, p.Programme().YearStarts, p.Programme().MedianCut, p.Programme().Cut,
		len(p.Programme().Team), p.Programme().Pack != nil)
	for _, a := range p.Accounts() {
		fmt.Fprintf(&s, "%s %q tier %d, %d ratings, %d custom, turnover %d %s, employees %v\n", a.ID, a.Name, a.Tier, len(a.Ratings), len(a.Custom), a.Turnover.Minor, a.Turnover.Currency, a.Employees)
		for _, y := range a.Years {
			fmt.Fprintf(&s, "  year %d %d %s %d %v\n", y.Year, y.Kind, y.Through, y.Revenue.Minor, y.CapacityShare)
		}
		for _, x := range a.Transactions {
			fmt.Fprintf(&s, "  %q %s %d\n", x.Key, x.Date, x.Amount.Minor)
		}
		for _, x := range a.Persons {
			fmt.Fprintf(&s, "  person %s %q %d %v\n", x.ID, x.Name, x.Coverage, x.Support)
		}
		for _, x := range a.Seats {
			fmt.Fprintf(&s, "  seat %s %q %d %d past\n", x.ID, x.Title, x.Influence, len(x.Past))
		}
		fmt.Fprintf(&s, "  %d ties, %d edges, %d objectives, %d actions\n", len(a.Ties), len(a.Edges), len(a.Objectives), len(a.Actions))
	}
	return s.String()
}

func writeFixture(t *testing.T, name string) {
	t.Helper()
	m, steps := fixtureContent(t)
	start := newMemory(2026)
	a := rich(start.r, 1)
	p, err := model.NewPortfolio(start.programme, []*model.Account{a})
	if err != nil {
		t.Fatal(err)
	}
	f := create(t, p, Options{Program: "accord fixture", Now: func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) }})
	for _, step := range steps {
		f.Save(step)
	}
	shut(t, f)
	content, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	h, _ := pages.NewestHeader(strings.NewReader(string(content)))
	_ = os.Mkdir("testdata", 0o755)
	if err := errors.Join(os.WriteFile(name, content[:h.Used*pages.PageSize], 0o644), os.WriteFile("testdata/schema-1.txt", []byte(summary(m.portfolio(t))), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// setMeta writes over what a file says of itself.
func setMeta(t *testing.T, path, key, value string) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error { return tx.Bucket([]byte(seal.BucketMeta)).Put([]byte(key), []byte(value)) })
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestNewerFormatIsRefused(t *testing.T) {
	path, _ := finished(t, 2)
	setMeta(t, path, "schema", "3")
	if err := os.WriteFile(path+".pre-schema-2", []byte("a copy"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, what := range []string{"open", "read-only", "check", "history"} {
		err := refusals(path)[what]
		var newer *place.NewerError
		if !errors.As(err, &newer) || newer.Path != path || newer.File != 3 || newer.Knows != seal.Schema || newer.BackupBefore != path+".pre-schema-2" || !strings.Contains(err.Error(), "Update the program") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// A newer minor number only has additions: it may be read, not written.
func TestNewerMinorIsReadOnly(t *testing.T) {
	path, _ := finished(t, 2)
	setMeta(t, path, "minor", strconv.Itoa(seal.Minor+1))
	var newer *place.NewerError
	if _, err := Open(path, Options{}); !errors.As(err, &newer) || !strings.Contains(err.Error(), fmt.Sprintf("format 1.%d; this program knows 1.%d", seal.Minor+1, seal.Minor)) {
		t.Error(err)
	}
	if p, _, err := OpenReadOnly(path, Options{}); err != nil || p.Len() != 2 {
		t.Error(err)
	}
	if r, err := Check(path); err != nil || len(r.Bad) != 0 {
		t.Error(r, err)
	}
}

// opening is a File as far as Open has it before it asks for the format.
func opening(t *testing.T, path string) *File {
	t.Helper()
	f := &File{path: path}
	if err := f.open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.shut)
	return f
}

// meta reads what a file says of itself.
func meta(t *testing.T, f *File, key string) (value string) {
	t.Helper()
	if err := f.view(func(tx *bolt.Tx) error {
		value = string(tx.Bucket([]byte(seal.BucketMeta)).Get([]byte(key)))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return value
}

func note(key string) migration {
	return func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketMeta))
		return b.Put([]byte("ran"), append(b.Get([]byte("ran")), key...))
	}
}

func TestMigrationsRunInOrderAfterABackup(t *testing.T) {
	path, _ := finished(t, 2)
	want := loaded(t, open(t, path, Options{})) // and leaves it open: that is the crash of the test
	f := opening(t, copied(t, path))
	if err := f.bringTo(3, 4, map[int]migration{1: note("one "), 2: note("two "), 3: note("never")}); err != nil {
		t.Fatal(err)
	}
	if v, err := f.format(); err != nil || v.schema != 3 || v.minor != 4 || meta(t, f, "ran") != "one two " {
		t.Error(v, err, meta(t, f, "ran"))
	}
	p, err := opened(f.path + ".pre-schema-3")
	if err != nil || !reflect.DeepEqual(p, want) {
		t.Error("the copy from before:", err)
	}
	if err := f.bringTo(3, 4, nil); err != nil {
		t.Error("once more:", err)
	}
}

// copied is a copy of a file under another name.
func copied(t *testing.T, path string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy.db")
	b, err := os.ReadFile(path)
	if err = errors.Join(err, os.WriteFile(to, b, 0o600)); err != nil {
		t.Fatal(err)
	}
	return to
}

func TestMigrationThatFailsChangesNothing(t *testing.T) {
	for name, second := range map[string]migration{
		"error": func(*bolt.Tx) error { return errors.New("an account without a name") },
		"panic": func(*bolt.Tx) error { panic("an account without a name") },
		"gap":   nil,
	} {
		t.Run(name, func(t *testing.T) {
			path, _ := finished(t, 2)
			f := opening(t, path)
			err := f.bringTo(3, 0, map[int]migration{1: note("one "), 2: second})
			var damaged *place.DamagedError
			if !errors.As(err, &damaged) || !strings.Contains(err.Error(), "was undone") || !strings.Contains(err.Error(), path+".pre-schema-3") {
				t.Fatal(err)
			}
			f.shut()
			g := open(t, path, Options{})
			if loaded(t, g).Len() != 2 || meta(t, g, "ran") != "" || meta(t, g, "schema") != "1" {
				t.Error("something of it stayed")
			}
		})
	}
}

func TestNoMigrationWithoutABackup(t *testing.T) {
	path, _ := finished(t, 2)
	if err := os.MkdirAll(filepath.Join(fmt.Sprintf("%s.pre-schema-2.tmp-%d", path, os.Getpid()), "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	f := opening(t, path)
	err := f.bringTo(2, 0, map[int]migration{1: note("one ")})
	if err == nil || !strings.Contains(err.Error(), "nothing was changed") || meta(t, f, "ran") != "" {
		t.Error(err)
	}
}
