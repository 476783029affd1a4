package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/model/words"
	"accord/store/pages"
	"accord/store/place"
)

// diskFaults are what a disk does to the database: which operation fails, how, and
// after how many that still succeed. The second sync of a commit is that of the
// header: then nobody knows whether the commit is there.
var diskFaults = []struct{ op, how string }{
	{"write", "full"}, {"write", "full 2"}, {"write", "error"}, {"write", "error 3"}, {"write", "short"}, {"write", "short 2"}, {"write", "short 4"},
	{"sync", "error"}, {"sync", "error 1"}, {"sync", "full"}, {"grow", "full"}, {"grow", "error"}, {"growsync", "error"},
}

// underFaults edits a file whose disk fails in every way, one after the other, and
// says what it saw. Every edit must be in the file in the end.
func underFaults(job string) int {
	dir, rounds := filepath.Dir(job), 1
	if os.Getenv("ACCORD_SEAM_ROUNDS") != "" {
		rounds = 12
	}
	states := make(chan State, 1<<16)
	f, err := Create(job, model.EmptyPortfolio(), Options{OnState: func(s State) { states <- s }})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	s := session.New(model.EmptyPortfolio(), loadDay, 0, place.NewID)
	until := func(fits func(State) bool) State {
		for {
			if st := <-states; fits(st) {
				return st
			}
		}
	}
	red := 0
	most, _ := time.ParseDuration(os.Getenv("ACCORD_SEAM_ROUNDS"))
	for n, began := 0, time.Now(); n < rounds && (n == 0 || most == 0 || time.Since(began) < most); n++ {
		for _, x := range diskFaults {
			control := filepath.Join(dir, x.op)
			if err := os.WriteFile(control, []byte(x.how), 0o600); err != nil {
				fmt.Fprintln(os.Stderr, err)
				return 1
			}
			for i := range 3 {
				f.Save(loadStep(s))
				if i == 1 && strings.HasPrefix(x.op, "grow") { // something that has no room
					f.Save(grown(s))
				}
			}
			told := func(st State) bool { return st.Err != nil || st.Saved == s.Seq() }
			st := until(told)
			for st.Err == nil { // there was room enough still
				f.Save(grown(s))
				st = until(told)
			}
			full := strings.HasPrefix(x.how, "full")
			if full != strings.Contains(st.Err.Error(), "disk is full") || st.Saved >= st.Queued || !full && !strings.Contains(st.Err.Error(), "tried again") || st.Rescue == "" {
				fmt.Fprintf(os.Stderr, "%s %s: %+v\n", x.op, x.how, st)
				return 1
			}
			red++
			f.Save(loadStep(s)) // editing goes on
			if err := os.Remove(control); err != nil {
				fmt.Fprintln(os.Stderr, err)
				return 1
			}
			f.Save(loadStep(s))
			until(func(st State) bool { return st.Err == nil && st.Saved == s.Seq() })
		}
	}
	if err := f.Close(0); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	got, err := opened(job)
	if err != nil || !sameContent(got, s.Portfolio()) {
		fmt.Fprintln(os.Stderr, "the file holds something else:", err)
		return 1
	}
	fmt.Println(s.Seq(), red)
	return 0
}

// grown is a step that the file has to grow for.
func grown(s *session.Session) *edit.Patch {
	var list []*model.Account
	for i := range 2 * growBy / 60_000 {
		name := fmt.Sprintf("Grown %d-%d", s.Seq(), i)
		list = append(list, &model.Account{ID: model.AccountID(name), Name: name, Notes: strings.Repeat("long ", 12_000), Created: loadDay})
	}
	p, err := s.Do(edit.ImportAccounts{Base: s.Portfolio(), Accounts: list, Title: words.Plain("long")}, loadTime(s.Seq()))
	if err != nil {
		panic(err)
	}
	return p
}

// The disk fails in every way: NOT SAVED is said with the reason, editing goes on,
// and when the disk is well again everything is saved, in order.
func TestDiskFaults(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "accord.db")
	env := []string{"ACCORD_SEAM_FAULTS=" + dir}
	if *long {
		env = append(env, "ACCORD_SEAM_ROUNDS="+budget.String())
	}
	out, err := seamed(t, "faults "+path, env...).Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var steps, red int
	if _, err := fmt.Sscan(string(out), &steps, &red); err != nil {
		t.Fatal(err, string(out))
	}
	hits, err := os.ReadFile(filepath.Join(dir, "hits"))
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range diskFaults {
		if !strings.Contains(string(hits), x.op+"\n") {
			t.Errorf("no %s failed", x.op)
		}
	}
	r, err := Check(path)
	if err != nil || len(r.Bad) > 0 || r.Steps != steps {
		t.Fatal(r, err)
	}
	inOrderToTheFirst(t, open(t, path, Options{}), uint64(steps))
	t.Logf("%d calls failed in %d kinds of faults over %d steps; said as not saved %d times; 0 edits lost", strings.Count(string(hits), "\n"), len(diskFaults), steps, red)
}

// A file that is cut off while it is open is not written into any further: it is
// told, the edits go to a rescue file, and come back into a copy.
func TestFileCutOffWhileItIsOpen(t *testing.T) {
	m, s := newMemory(4), newStates()
	f := create(t, m.portfolio(t), Options{OnState: s.on})
	f.Save(m.step())
	s.saved(t, 1)
	from := filepath.Join(t.TempDir(), "copy.db")
	if err := f.Backup(from); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(f.Path(), 3*pages.PageSize); err != nil {
		t.Fatal(err)
	}
	f.Save(m.step())
	st := s.until(t, "red", func(st State) bool { return st.Err != nil })
	if !strings.Contains(st.Err.Error(), "cut off") {
		t.Fatal(st.Err)
	}
	f.Save(m.step())
	err := f.Close(0)
	var unsaved *UnsavedError
	if !errors.As(err, &unsaved) || unsaved.Count != 2 || unsaved.Rescue == "" {
		t.Fatal(err)
	}
	if _, err := Restore(f.Path(), from, restoreOptions()); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(f.Path(), unsaved.Rescue, restoreOptions()); err != nil {
		t.Fatal(err)
	}
	if got, err := opened(f.Path()); err != nil || !sameContent(got, m.portfolio(t)) {
		t.Error("not everything came back", err)
	}
}
