package store

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"accord/model"
)

var long = flag.Bool("long", false, "run the long forms of tests: a thousand kills, thousands of damaged files")

// child is the other process of a test: the test binary, run again.
func child(job string) int {
	name, path, _ := strings.Cut(job, " ")
	switch name {
	case "open":
		if _, err := Open(path, Options{}); err != nil {
			fmt.Println(err)
			var locked *LockedError
			if errors.As(err, &locked) {
				return 4
			}
		}
		return 0
	case "load":
		return underLoad(path)
	case "record":
		return recordedSession(path)
	case "faults":
		return underFaults(path)
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

func TestDefaultPath(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_DATA_HOME", dir)
	path, err := DefaultPath()
	if err != nil || filepath.Base(path) != "accord.db" || modesWork && path != filepath.Join(dir, "accord", "accord.db") {
		t.Error(path, err)
	}
}

func TestNewID(t *testing.T) {
	seen := map[string]bool{}
	for range 10_000 {
		id := NewID()
		if len(id) != 12 || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz234567") != "" || seen[id] {
			t.Fatal(id)
		}
		seen[id] = true
	}
}
