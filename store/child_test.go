package store

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/place"
)

var (
	long   = flag.Bool("long", false, "run the long forms of tests: a thousand kills, thousands of damaged files")
	budget = flag.Duration("budget", 0, "of the long forms, how long each test may go on; 0 is to the end")
)

// rounds are the numbers from 0 that a test is done with: short of them, and with
// -long many. A -budget ends the long form early, never before the short form is
// done. How many were done is logged; each round draws on the ones before it, so
// that a failure comes back when the test is run again.
func rounds(t *testing.T, short, many int) iter.Seq[int] {
	t.Helper()
	n := short
	if *long {
		n = many
	}
	over := spent()
	return func(yield func(int) bool) {
		done := 0
		for ; done < n && (done < short || !over()); done++ {
			if !yield(done) {
				return
			}
			if t.Failed() {
				t.Fatalf("in round %d", done)
			}
		}
		if t.Logf("%d rounds", done); done < short || done == 0 {
			t.Errorf("only %d rounds, of at least %d", done, short)
		}
	}
}

// spent tells when the budget of a test that begins now is used up.
func spent() func() bool {
	began := time.Now()
	return func() bool { return *budget > 0 && time.Since(began) > *budget }
}

// child is the other process of a test: the test binary, run again.
func child(job string) int {
	name, path, _ := strings.Cut(job, " ")
	switch name {
	case "open":
		if _, err := Open(path, Options{}); err != nil {
			fmt.Println(err)
			var locked *place.LockedError
			if errors.As(err, &locked) {
				return 4
			}
		}
		return 0
	case "edit":
		return oneEdit(path)
	case "load":
		return underLoad(path)
	case "record":
		return recordedSession(path)
	case "faults":
		return underFaults(path)
	case "recode":
		how, path, _ := strings.Cut(path, " ")
		return recodeChild(how, path)
	case "large":
		at, path, _ := strings.Cut(path, " ")
		return stopAtPart(at, path)
	}
	return 1
}

func spawn(t *testing.T, job string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "ACCORD_TEST_CHILD="+job)
	cmd.Stderr = os.Stderr
	return cmd
}

func TestAnotherProcessFindsTheFileLocked(t *testing.T) {
	f := create(t, model.EmptyPortfolio(), Options{})
	out, err := spawn(t, "open "+f.Path()).Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 4 || !strings.Contains(string(out), fmt.Sprintf("process %d", os.Getpid())) {
		t.Errorf("%v: %s", err, out)
	}
}

// edit makes steps in a protected file as fast as it can and tells each number that
// is saved, until it is killed.
func oneEdit(path string) int {
	acknowledged := make(chan uint64, 1<<16)
	f, err := Open(path, Options{Keys: asked(nil), OnState: func(s State) { acknowledged <- s.Saved }})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	p, seq, err := f.Load()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	before := p.Account("counter")
	for {
		for range 1 + seq%4 { // sometimes several in one transaction
			seq++
			after := secretStep(seq)
			f.Save(&edit.Patch{Seq: seq, Label: words.Plain("count"), Before: []*model.Account{before}, After: []*model.Account{after}})
			before = after
		}
		for saved := uint64(0); saved < seq; {
			saved = <-acknowledged
			fmt.Println(saved)
		}
	}
}

// killedWhileEditing kills an editing process after it told so many lines, and
// gives the last number that it told.
func killedWhileEditing(t *testing.T, path string, lines int) (told uint64) {
	t.Helper()
	cmd := spawn(t, "edit "+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	in := bufio.NewScanner(out)
	for in.Scan() {
		if _, err := fmt.Sscan(in.Text(), &told); err != nil {
			t.Fatal(err)
		}
		if lines--; lines == 0 {
			_ = cmd.Process.Kill() // what it still tells before it dies counts too
		}
	}
	_ = cmd.Wait()
	if told == 0 {
		t.Fatal("the editing process told nothing")
	}
	return told
}

func TestDefaultPath(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_DATA_HOME", dir)
	path, err := place.DefaultPath()
	if err != nil || filepath.Base(path) != "accord.db" || modesWork && path != filepath.Join(dir, "accord", "accord.db") {
		t.Error(path, err)
	}
}

func TestNewID(t *testing.T) {
	seen := map[string]bool{}
	for range 10_000 {
		id := place.NewID()
		if len(id) != 12 || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz234567") != "" || seen[id] {
			t.Fatal(id)
		}
		seen[id] = true
	}
}
