package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
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
	"accord/store/copies"
	"accord/store/pages"
	"accord/store/seal"
)

// diary is a file that is edited by commands, each a session of its own, with a clock
// that a test moves.
type diary struct {
	t         *testing.T
	path, dir string
	clock     clock
	m         *memory
}

func newDiary(t *testing.T, path, dir string, at time.Time) *diary {
	t.Helper()
	d := &diary{t: t, path: path, dir: dir, clock: clock{at}, m: newMemory(uint64(len(path)))}
	f, err := Create(path, d.m.portfolio(t), d.options())
	if err != nil {
		t.Fatal(err)
	}
	shut(t, f)
	return d
}

func (d *diary) options() Options { return Options{Now: d.clock.now, BackupDir: d.dir} }

func (d *diary) save(kind edit.StepKind, times int) {
	d.t.Helper()
	for range times {
		f := open(d.t, d.path, d.options())
		p := d.m.step()
		p.Kind = kind
		f.Save(p)
		shut(d.t, f)
	}
}

// names are the copies in the folder.
func (d *diary) names() (out []string) {
	entries, _ := os.ReadDir(d.dir)
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// A clock that is ahead, put back, or taken over the date line makes a copy for every
// day it shows and no more, and the copy from before the first edit of a day stays.
func TestAClockThatMovesCopiesOnceADay(t *testing.T) {
	t.Parallel()
	noon := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	kiritimati, midway := time.FixedZone("", 14*3600), time.FixedZone("", -11*3600)
	for name, clocks := range map[string][]time.Time{
		"west over the date line": {noon.In(kiritimati), noon.Add(time.Hour).In(midway), noon.Add(2 * time.Hour).In(midway)},
		"there and back":          {noon.In(midway), noon.In(kiritimati), noon.Add(time.Hour).In(midway), noon.Add(2 * time.Hour).In(kiritimati)},
		"a day ahead for once":    {noon, noon.AddDate(0, 0, 1), noon.Add(time.Minute), noon.Add(time.Hour)},
		"years ahead for once":    {noon.AddDate(9, 0, 0), noon, noon.Add(time.Minute)},
		"hours ahead for once":    {noon.Add(9 * time.Hour), noon, noon.Add(time.Minute)},
		"years behind":            {noon, noon.AddDate(-9, 0, 0), noon.AddDate(-9, 0, 0), noon.Add(time.Hour)},
		"summer time ends":        {noon.In(time.FixedZone("", 7200)), noon.Add(30 * time.Minute).In(time.FixedZone("", 3600))},
	} {
		dir := t.TempDir()
		d := newDiary(t, filepath.Join(dir, "z.db"), filepath.Join(dir, "backups"), clocks[0])
		firsts := map[string]*model.Portfolio{}
		for round := range 3 {
			for i, at := range clocks {
				d.clock.at = at.Add(time.Duration(round) * time.Minute)
				day := d.clock.at.Format(copies.DayLayout)
				if firsts[day] == nil {
					firsts[day] = d.m.portfolio(t)
				}
				d.save(edit.StepEdit, 6)
				if got := len(d.names()); got != len(firsts) {
					t.Fatalf("%s, round %d, clock %d: %d copies on %d days: %v", name, round, i, got, len(firsts), d.names())
				}
			}
		}
		for _, copy := range copies.Backups(d.dir, d.path) {
			day := copies.Moment(d.path, copy).Format(copies.DayLayout)
			if p, err := opened(copied(t, copy)); err != nil || !reflect.DeepEqual(p, firsts[day]) {
				t.Errorf("%s: %s is not from before the first edit of its day: %v", name, copy, err)
			}
		}
	}
}

// Within one session too, in which the folder is not read for every edit.
func TestOneSessionCopiesOnceADay(t *testing.T) {
	dir := t.TempDir()
	d := newDiary(t, filepath.Join(dir, "z.db"), filepath.Join(dir, "backups"), time.Date(2026, 11, 30, 23, 58, 0, 0, time.Local))
	s := newStates()
	o := d.options()
	o.OnState = s.on
	f := open(t, d.path, o)
	for i := range 8 {
		p := d.m.step()
		p.Kind = edit.StepEdit
		f.Save(p)
		s.saved(t, p.Seq)
		if want := 1 + i/4; len(d.names()) != want {
			t.Fatalf("edit %d: %v", i, d.names())
		}
		if i == 3 {
			d.clock.at = d.clock.at.Add(5 * time.Minute)
		}
	}
}

// Of one script of imports there is one copy, also with a clock that was ahead; the
// copy of the day stays.
func TestImportsInARowMakeOneCopy(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	at := time.Date(2026, 11, 30, 23, 50, 0, 0, time.Local)
	d := newDiary(t, filepath.Join(dir, "z.db"), filepath.Join(dir, "backups"), at.AddDate(0, 0, 40))
	d.save(edit.StepImport, 3)
	d.clock.at = at
	d.save(edit.StepImport, 12)
	if len(d.names()) != 2 {
		t.Errorf("copies: %v", d.names())
	}
	d.clock.at = at.Add(12 * time.Minute) // the next day, and the last copy is younger than an import needs
	d.save(edit.StepImport, 3)
	first := d.names()
	if len(first) != 3 {
		t.Errorf("copies: %v", first)
	}
	for range 30 { // all day, every half an hour
		d.clock.at = d.clock.at.Add(30 * time.Minute)
		d.save(edit.StepImport, 1)
	}
	left := d.names()
	if len(left) > copies.KeepNewest+3 || !slices.Contains(left, "z-2026-12-01T000200.db") || !slices.Contains(left, "z-2026-11-30T235000.db") {
		t.Errorf("left are %v", left)
	}
}

// What is no readable copy of the file is not the copy of the day, and is not pruned.
func TestWhatIsNoCopyOfTheFileCountsForNothing(t *testing.T) {
	dir := t.TempDir()
	at := time.Date(2026, 11, 30, 12, 0, 0, 0, time.Local)
	backups := filepath.Join(dir, "backups")
	d := newDiary(t, filepath.Join(dir, "z.db"), backups, at)
	if err := os.Mkdir(backups, 0o700); err != nil {
		t.Fatal(err)
	}
	touch(t, filepath.Join(backups, "z-2026-11-30T080000.db"))
	if err := os.WriteFile(filepath.Join(backups, "z-2026-11-30T090000.db"), []byte(strings.Repeat("no database", 4096)), 0o600); err != nil {
		t.Fatal(err)
	}
	d.save(edit.StepEdit, 3)
	if n := d.names(); len(n) != 3 || len(copies.Backups(backups, d.path)) != 1 {
		t.Errorf("%v", n)
	}
	if all := copies.List(backups, d.path); len(all) != 3 {
		t.Errorf("not all are listed: %v", all)
	}
}

// Files whose copies lie in one folder keep their own: those of the same name by their
// number, copies of one file by their names.
func TestFilesDoNotShareCopies(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	backups := filepath.Join(root, "backups")
	at := time.Date(2026, 11, 2, 9, 0, 0, 0, time.Local)
	var all []*diary
	for _, name := range []string{"a/plan.db", "b/plan.db", "a/plan.accord", "a/plan", "a/plan.old.db", "a/plan-b.db", "a/plan-2026-11-30.db", "a/plan-by-hand.db"} {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		all = append(all, newDiary(t, path, backups, at))
	}
	twin := *all[0]
	twin.path = filepath.Join(root, "a", "other.db")
	b, err := os.ReadFile(all[0].path)
	if err = errors.Join(err, os.WriteFile(twin.path, b, 0o600)); err != nil {
		t.Fatal(err)
	}
	twin.m = &memory{}
	*twin.m = *newMemory(uint64(len(all[0].path)))
	twin.m.portfolio(t)
	all = append(all, &twin)
	if pages.FileID(twin.path) != pages.FileID(all[0].path) {
		t.Fatal("a copied file has another number")
	}
	for day := range 16 {
		for i, d := range all {
			if i > 1 && day > 2 { // these are left alone
				continue
			}
			d.clock.at = at.AddDate(0, 0, day)
			d.save(edit.StepEdit, 2)
		}
	}
	seen := map[string]string{}
	for i, d := range all {
		want := 3
		if i < 2 {
			want = 16 // two weeks of days, and the newest of the weeks before
		}
		own := copies.Backups(backups, d.path)
		if len(own) > want || len(own) < min(want, copies.KeepDays) {
			t.Errorf("%s has %d copies: %v", d.path, len(own), own)
		}
		for _, c := range own {
			if by := seen[c]; by != "" {
				t.Errorf("%s is a copy of %s and of %s", c, by, d.path)
			}
			seen[c] = d.path
			if pages.FileID(c) != pages.FileID(d.path) {
				t.Errorf("%s is no copy of %s", c, d.path)
			}
		}
	}
	if n := len(all[0].names()); n != len(seen) {
		t.Errorf("%d copies in the folder, %d belong to a file", n, len(seen))
	}
}

// day is a copy as a table of copies has it.
func dayCopy(name string, step uint64) copies.Auto {
	at, err := time.Parse("01-02T15:04", name)
	if err != nil {
		panic(err)
	}
	return copies.Auto{Path: name, At: at.AddDate(2026, 0, 0), ID: "f", Step: step}
}

// What goes and what stays, for five copies a day over forty days.
func TestPruneKeepsTheNewestAndTheFirstOfADayAndAWeek(t *testing.T) {
	var all []copies.Auto
	start := time.Date(2026, 10, 1, 8, 0, 0, 0, time.UTC)
	for i := range 200 {
		at := start.AddDate(0, 0, i/5).Add(time.Duration(i%5) * time.Hour)
		all = append(all, copies.Auto{Path: at.Format(copies.MomentLayout), At: at, ID: "f", Step: uint64(i)})
	}
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	gone := copies.Surplus(slices.Clone(all), start.AddDate(0, 0, 41), "")
	var left []string
	for _, c := range all {
		if !slices.Contains(gone, c.Path) {
			left = append(left, c.Path)
		}
	}
	slices.Sort(left)
	var want []string
	for _, sunday := range []string{"04", "11", "18", "25"} { // the last of their weeks
		want = append(want, "2026-10-"+sunday+"T120000")
	}
	for back := range copies.KeepDays { // the first of their days
		want = append(want, start.AddDate(0, 0, 39-back).Format(copies.MomentLayout))
	}
	want = append(want, "2026-11-01T120000", "2026-11-08T120000")
	for back := range copies.KeepNewest {
		want = append(want, start.AddDate(0, 0, 39-back/5).Add(time.Duration(4-back%5)*time.Hour).Format(copies.MomentLayout))
	}
	slices.Sort(want)
	if want = slices.Compact(want); !slices.Equal(left, want) {
		t.Errorf("left are\n%s\nnot\n%s", strings.Join(left, "\n"), strings.Join(want, "\n"))
	}
}

// Clocks and steps that disagree: nothing goes that either of them speaks for.
func TestPruneWithClocksAndStepsThatDisagree(t *testing.T) {
	wall := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	good := dayCopy("11-30T08:00", 1000) // from before the first edit of today
	ahead := func(n int) (out []copies.Auto) {
		for i := range n { // a clock that ran ahead for weeks
			out = append(out, dayCopy(fmt.Sprintf("12-%02dT0%d:00", 1+i%31, i/31), uint64(100+i)))
		}
		return out
	}
	for name, c := range map[string]struct {
		all  []copies.Auto
		made string
		stay []string
		goes bool // and something goes
	}{
		"copies that are still to come":                              {append(ahead(90), good), "", []string{good.Path}, true},
		"made now, older than all by its steps: a copy was put back": {append(ahead(90), dayCopy("11-30T11:59", 5)), "11-30T11:59", []string{"11-30T11:59"}, true},
		"days after a copy was put back":                             {append(ahead(90), dayCopy("11-28T09:00", 5), dayCopy("11-29T09:00", 7)), "", []string{"11-28T09:00", "11-29T09:00"}, true},
		"one alone":                                                  {[]copies.Auto{dayCopy("12-31T09:00", 1)}, "", []string{"12-31T09:00"}, false},
		"the only ones, all to come":                                 {ahead(9), "", []string{"12-01T00:00", "12-09T00:00"}, false},
	} {
		gone := copies.Surplus(c.all, wall, c.made)
		for _, path := range c.stay {
			if slices.Contains(gone, path) {
				t.Errorf("%s: %s is gone", name, path)
			}
		}
		if (len(gone) > 0) != c.goes {
			t.Errorf("%s: %d of %d go", name, len(gone), len(c.all))
		}
	}
	if gone := copies.Surplus([]copies.Auto{{Path: "x"}}, wall, ""); len(gone) > 0 {
		t.Error("what cannot be read was pruned")
	}
}

// A disk that was full is tried again when the clock was put back.
func TestAFailedCopyWaitsNoLongerThanItsPause(t *testing.T) {
	dir := t.TempDir()
	backups := filepath.Join(dir, "backups")
	at := time.Date(2026, 11, 30, 12, 0, 0, 0, time.Local)
	d := newDiary(t, filepath.Join(dir, "z.db"), backups, at.AddDate(4, 0, 0))
	touch(t, backups) // in the way of the folder
	s := newStates()
	o := d.options()
	o.OnState = s.on
	f := open(t, d.path, o)
	for n, p := range []*edit.Patch{d.m.step(), d.m.step()} {
		f.Save(p)
		s.saved(t, p.Seq)
		if n == 0 {
			if err := os.Remove(backups); err != nil {
				t.Fatal(err)
			}
			d.clock.at = at
		}
	}
	if len(d.names()) != 1 {
		t.Errorf("copies: %v", d.names())
	}
}

// A change of format that fails again and again makes one copy; one of other content
// does not take its place.
func TestCopiesBeforeANewFormatAreBounded(t *testing.T) {
	f := create(t, richPortfolio(t, 3), Options{})
	path := f.Path()
	fails := map[int]migration{seal.Schema: func(*bolt.Tx) error { return errors.New("no") }}
	for range 3 {
		if err := f.bringTo(seal.Schema+1, 0, fails); err == nil {
			t.Fatal("it did not fail")
		}
	}
	aside := func() []string { found, _ := filepath.Glob(path + ".pre-schema-*"); return found }
	if len(aside()) != 1 {
		t.Fatalf("copies: %v", aside())
	}
	before, err := os.ReadFile(aside()[0])
	if err != nil {
		t.Fatal(err)
	}
	f.Save(renamed(1, &model.Account{ID: "new", Name: "New"}, "Newer"))
	shut(t, f)
	f = open(t, path, Options{})
	if err := f.bringTo(seal.Schema+1, 0, fails); err == nil {
		t.Fatal("it did not fail")
	}
	if now, err := os.ReadFile(aside()[0]); len(aside()) != 2 || err != nil || string(now) != string(before) {
		t.Errorf("copies: %v", aside())
	}
}
