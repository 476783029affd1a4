package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/place"
)

// failing makes the commits of a file fail while it holds an error.
func failing(f *File) *atomic.Value {
	var v atomic.Value
	v.Store(errNone)
	f.disk = func(*bolt.Tx) error {
		if err := v.Load().(*diskError); err.error != nil {
			return err.error
		}
		return nil
	}
	return &v
}

type diskError struct{ error }

var errNone = &diskError{}

func TestDiskThatFailsLosesNothing(t *testing.T) {
	t.Parallel()
	m := newMemory(1)
	s := newStates()
	f := create(t, m.portfolio(t), Options{OnState: s.on})
	disk := failing(f)
	for round := range 4 {
		disk.Store(&diskError{syscall.ENOSPC})
		for range 30 {
			f.Save(m.step())
		}
		st := s.until(t, "red", func(st State) bool { return st.Err != nil })
		if !errors.Is(st.Err, syscall.ENOSPC) || !strings.Contains(st.Err.Error(), "free some space") || st.Saved >= st.Queued {
			t.Fatalf("round %d: %+v", round, st)
		}
		disk.Store(errNone)
		if round%2 == 0 {
			f.Save(m.step()) // a new edit asks at once; else the pause ends
		}
		if st := s.saved(t, m.seq); st.Queued != m.seq {
			t.Errorf("%+v", st)
		}
	}
	if got := loaded(t, f); !reflect.DeepEqual(got, m.portfolio(t)) {
		t.Fatal("the file holds something else after a disk that failed")
	}
	steps, err := f.History(0, "")
	if err != nil {
		t.Fatal(err)
	}
	for i, step := range steps {
		if step.Seq != m.seq-uint64(i) {
			t.Fatalf("there is a hole in the journal at %d", step.Seq)
		}
	}
}

// A disk that stays away is asked less and less often, never in a hot loop.
func TestRetriesGrowApart(t *testing.T) {
	t.Parallel()
	s := newStates()
	f := create(t, model.EmptyPortfolio(), Options{OnState: s.on})
	tries, first := 0, time.Now()
	var last time.Time
	f.disk = func(*bolt.Tx) error { tries++; last = time.Now(); return errors.New("no") }
	f.Save(renamed(1, &model.Account{ID: "a"}, "A"))
	for range 4 {
		s.until(t, "red", func(st State) bool { return st.Err != nil })
	}
	if d := last.Sub(first); d < 350*time.Millisecond { // 50 + 100 + 200
		t.Errorf("%d tries within %v", tries, d)
	}
}

func TestCloseOnABrokenDiskWritesARescueFileThatCanBeTakenBack(t *testing.T) {
	m := newMemory(8)
	s := newStates()
	f := create(t, m.portfolio(t), Options{OnState: s.on})
	f.Save(m.step())
	s.saved(t, 1)
	failing(f).Store(&diskError{errors.New("the disk is on fire")})
	for range 50 {
		f.Save(m.step())
	}
	err := f.Close(0)
	var unsaved *UnsavedError
	if !errors.As(err, &unsaved) || unsaved.Count != 50 || unsaved.Rescue == "" || !strings.Contains(err.Error(), unsaved.Rescue) || !strings.Contains(err.Error(), "on fire") {
		t.Fatalf("%+v %v", unsaved, err)
	}
	if st, err := os.Stat(unsaved.Rescue); err != nil || filepath.Dir(unsaved.Rescue) != filepath.Dir(f.Path()) || st.Mode().Perm()&0o077 != 0 && modesWork {
		t.Errorf("%v %v", st, err)
	}

	g := open(t, f.Path(), Options{})
	if !g.Crashed() {
		t.Error("a file that was not closed well does not say so")
	}
	for _, again := range []bool{false, true} {
		n, err := g.Recover(unsaved.Rescue)
		if n != 50 || err != nil { // once more is the same: steps say what they are
			t.Fatal(again, n, err)
		}
	}
	got, seq, err := g.Load()
	if err != nil || seq != 51 || !reflect.DeepEqual(got, m.portfolio(t)) {
		t.Fatal("the rescue file does not bring back what was typed", seq, err)
	}
	g.Save(m.step())
	shut(t, g)

	g = open(t, f.Path(), Options{})
	if n, err := g.Recover(unsaved.Rescue); n != 50 || err != nil { // it has moved on; of what is in it already nothing is left to merge
		t.Errorf("a file that moved on: %d, %v", n, err)
	}
	var damaged *place.DamagedError
	other := create(t, model.EmptyPortfolio(), Options{})
	if _, err := other.Recover(unsaved.Rescue); !errors.As(err, &damaged) || !strings.Contains(err.Error(), "another file") {
		t.Errorf("another file: %v", err)
	}
}

// A commit that panics, or loses its map, is followed by opening the file anew.
func TestWriterOpensTheFileAnew(t *testing.T) {
	for name, cause := range map[string]func() error{
		"lost map": func() error { return berrors.ErrInvalidMapping },
		"panic":    func() error { panic("freelist") },
	} {
		t.Run(name, func(t *testing.T) {
			m := newMemory(3)
			s := newStates()
			f := create(t, m.portfolio(t), Options{OnState: s.on})
			broken := 2
			f.disk = func(*bolt.Tx) error {
				if broken--; broken >= 0 {
					return cause()
				}
				return nil
			}
			for range 20 {
				f.Save(m.step())
			}
			s.saved(t, m.seq)
			if got := loaded(t, f); !reflect.DeepEqual(got, m.portfolio(t)) {
				t.Fatal("the file holds something else")
			}
			var locked *place.LockedError
			if _, err := Open(f.Path(), Options{}); !errors.As(err, &locked) {
				t.Errorf("the file opened anew is not locked: %v", err)
			}
			shut(t, f)
			open(t, f.Path(), Options{})
		})
	}
}

// Writing into a file that was deleted or swapped would succeed and be lost.
func TestFileThatWentAway(t *testing.T) {
	for name, swap := range map[string]func(path string) error{
		"deleted": func(path string) error { return os.Rename(path, path+".elsewhere") },
		"replaced": func(path string) error {
			return errors.Join(os.Rename(path, path+".elsewhere"), os.WriteFile(path, []byte("from the cloud"), 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := newMemory(4)
			s := newStates()
			f := create(t, m.portfolio(t), Options{OnState: s.on})
			f.Save(m.step())
			s.saved(t, 1)
			if err := swap(f.Path()); err != nil {
				t.Fatal(err)
			}
			f.Save(m.step())
			st := s.until(t, "red", func(st State) bool { return st.Err != nil })
			found, _ := filepath.Glob(f.Path() + ".rescued-*")
			if len(found) != 1 || st.Rescue != found[0] || !strings.Contains(st.Err.Error(), filepath.Base(found[0])) || !strings.Contains(st.Err.Error(), "bring the file back") {
				t.Fatalf("%v, rescue files %v", st.Err, found)
			}
			if err := os.Rename(f.Path()+".elsewhere", f.Path()); err != nil {
				t.Fatal(err)
			}
			f.Save(m.step())
			s.saved(t, 3)
			if found, _ := filepath.Glob(f.Path() + ".rescued-*"); len(found) != 0 {
				t.Errorf("a rescue file that is not needed any more stays: %v", found)
			}
			if got := loaded(t, f); !reflect.DeepEqual(got, m.portfolio(t)) {
				t.Fatal("the file holds something else")
			}
		})
	}
}

// A disk that hangs must not hold the program: Close gives up after its limit.
func TestCloseDoesNotWaitForADiskThatHangs(t *testing.T) {
	f := create(t, model.EmptyPortfolio(), Options{})
	hang, in := make(chan struct{}), make(chan struct{})
	f.disk = func(*bolt.Tx) error { close(in); <-hang; return nil }
	f.Save(renamed(1, &model.Account{ID: "a"}, "A"))
	<-in
	err := f.Close(time.Millisecond)
	var unsaved *UnsavedError
	if !errors.As(err, &unsaved) || unsaved.Count != 1 || unsaved.Rescue == "" {
		t.Errorf("%v", err)
	}
	close(hang)
	<-f.w.done
	f.shut()
}

func TestEmptyStepIsNoStep(t *testing.T) {
	f := create(t, model.EmptyPortfolio(), Options{})
	f.Save(&edit.Patch{})
	shut(t, f)
	if steps, err := HistoryOf(f.Path(), 0, ""); err != nil || len(steps) != 0 {
		t.Error(steps, err)
	}
}

func TestHugeStepKeepsItsRecordsButNotInTheJournal(t *testing.T) {
	m := newMemory(6)
	s := newStates()
	f := create(t, m.portfolio(t), Options{OnState: s.on})
	p := &edit.Patch{Seq: 1, Kind: edit.StepImport, Label: words.Plain("import")}
	for i := range 170 {
		a := rich(m.r, i)
		p.Before, p.After = append(p.Before, nil), append(p.After, a)
	}
	m.apply(p)
	f.Save(p)
	s.saved(t, 1)
	steps, err := f.History(0, "")
	if err != nil || len(steps) != 1 || len(steps[0].Account) != 170 || steps[0].Records < 170*100 {
		t.Fatal(fmt.Sprintf("%.200v", steps), err)
	}
	if got := loaded(t, f); !reflect.DeepEqual(got, m.portfolio(t)) {
		t.Fatal("the file holds something else")
	}
}
