//go:build !windows

package whole

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// gone opens the workbench, has its file go away, and adds accounts one by one; each
// is in the rescue file, whole, as soon as the next line says so.
func gone(t *testing.T, file string, swap func()) (x *terminal, rescue string) {
	t.Helper()
	x = open(t, 200, 40, "--file", file)
	before(t, x, file)
	swap()
	for _, name := range []string{"First", "Second", "Third"} {
		x.typed("a" + name + "\r").waitFor("everything, your last edits too, is in")
		x.waitUntil("a rescue file with "+name, func(string) bool {
			found, _ := filepath.Glob(file + ".rescued-*.db")
			if len(found) != 1 {
				return false
			}
			rescue = found[0]
			out, _, exit := accord(t, "--file", rescue, "score")
			return exit == 0 && strings.Contains(out, name)
		})
	}
	return x, rescue
}

// before adds an account and waits until the file has it: "saved ✓" alone can be of the
// state before.
func before(t *testing.T, x *terminal, file string) {
	t.Helper()
	x.waitFor("Alpha").typed("aBefore\r").waitUntil("Before in the file", func(string) bool {
		_, _, exit := accord(t, "--file", file, "get", "Before", "name")
		return exit == 0
	})
}

// Killed with its file deleted, the program has lost nothing that it said was safe,
// saved before or not; the rescue file opens as it is, and what meets it says so.
func TestKilledAfterItsFileWasDeleted(t *testing.T) {
	file, copied := newFile(t), filepath.Join(t.TempDir(), "copy.db")
	must(t, "--file", file, "backup", copied)
	x, rescue := gone(t, file, func() { remove(t, file) })
	x.kill()
	for _, name := range []string{"Alpha", "Before", "First", "Second", "Third"} {
		must(t, "--file", rescue, "get", name, "name")
	}
	must(t, "--file", rescue, "check")

	must(t, "--file", file, "restore", copied, "--yes")
	must(t, "--file", file, "set", "Alpha", "tier", "key")
	out, errs, exit := accord(t, "--file", file, "--json", "snapshot", "now")
	var doc struct {
		Rescues []string `json:"rescue_files"`
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil || exit != 0 || len(doc.Rescues) != 1 || doc.Rescues[0] != rescue || !strings.Contains(errs, "accord restore "+rescue) {
		t.Fatalf("a command that meets a rescue file: exit %d, %v\n%s%s", exit, err, out, errs)
	}
	must(t, "--file", file, "restore", rescue) // the file has moved on: both stay
	for _, name := range []string{"Before", "First", "Second", "Third"} {
		must(t, "--file", file, "get", name, "name")
	}
	if got := must(t, "--file", file, "get", "Alpha", "tier"); !strings.Contains(got, "key") {
		t.Error("the edit since is gone:", got)
	}
	if _, errs, _ := accord(t, "--file", file, "set", "Alpha", "tier", "key"); strings.Contains(errs, "restore") {
		t.Error("what was brought in is still said to be elsewhere:", errs)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

// Cut off under the workbench, with a read in between that faults: the program goes
// on, is saved when the content is back, and ends, with the file there or not.
func TestAFileThatIsCutOffUnderTheWorkbench(t *testing.T) {
	for _, back := range []bool{true, false} {
		file := newFile(t)
		x := open(t, 200, 40, "--file", file)
		before(t, x, file)
		was, err := os.ReadFile(file)
		if err == nil {
			err = os.Truncate(file, 0)
		}
		if err != nil {
			t.Fatal(err)
		}
		x.typed("gh").waitUntil("a page about the history", func(screen string) bool { return strings.Contains(screen, "istory") }).typed("\x1b")
		x.waitFor("NOT SAVED: accord.db was")
		if back {
			if err := os.WriteFile(file, was, 0o600); err != nil {
				t.Fatal(err)
			}
			x.waitFor("saved ✓")
		}
		x.signal(syscall.SIGTERM)
		_ = x.ended()
		if !back {
			continue
		}
		must(t, "--file", file, "get", "Before", "name")
		must(t, "--file", file, "check")
	}
}

// A reading command that is ended leaves no copy of the plan behind.
func TestAReadThatIsEndedLeavesNothing(t *testing.T) {
	file, tmp := newFile(t), t.TempDir()
	t.Setenv("TMPDIR", tmp)
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGKILL} {
		cmd := exec.Command(binary, "--file", file, "score")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Process.Signal(s)
		_ = cmd.Wait()
	}
	must(t, "--file", file, "score")
	if left, _ := filepath.Glob(filepath.Join(tmp, "*")); len(left) != 0 {
		for _, dir := range left {
			if inside, _ := os.ReadDir(dir); len(inside) > 0 {
				t.Errorf("%s has %v", dir, inside)
			}
		}
	}
}
