//go:build !windows

package whole

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file that its owner made read-only is shown and not written, and its rights
// stay; root is bound by them too.
func TestAReadOnlyFileIsOnlyShown(t *testing.T) {
	file := newFile(t)
	if err := os.Chmod(file, 0o444); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range [][]string{{"set", "Alpha", "tier", "key"}, {"snapshot", "now"}, {"import", write(t, "more.csv", "Account Name\nDelta\n"), "--yes"}} {
		out, errs, exit := accord(t, append([]string{"--file", file}, words...)...)
		if exit != 1 || !strings.Contains(errs, file+" is read-only") {
			t.Errorf("%v: exit %d\n%s%s", words, exit, out, errs)
		}
	}
	must(t, "--file", file, "score")
	if said := must(t, "--file", file, "doctor"); !strings.Contains(said, "it is read-only") {
		t.Error(said)
	}
	x := open(t, 160, 40, "--file", file)
	x.waitFor("any key closes").waitFor("is read-only").typed(" ").waitUntil("the list behind the message", func(screen string) bool {
		return strings.Contains(screen, "Alpha") && !strings.Contains(screen, "any key closes")
	}).typed("q")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(file)
	if st, _ := os.Stat(file); err != nil || string(after) != string(before) || st.Mode().Perm() != 0o444 {
		t.Error("the file was changed", err)
	}
}

// Where no automatic copy can be made the edit is saved all the same, and that the
// copy is missing is said.
func TestACommandSaysThatNoCopyCouldBeMade(t *testing.T) {
	file := newFile(t)
	if err := os.RemoveAll(filepath.Join(filepath.Dir(file), "backups")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Dir(file), 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Dir(file), 0o700) })
	_, errs, exit := accord(t, "--file", file, "set", "Alpha", "tier", "key")
	if exit != 0 || !strings.Contains(errs, "warning: the automatic copy could not be made: "+filepath.Join(filepath.Dir(file), "backups")) {
		t.Error(exit, errs)
	}
	if said := must(t, "--file", file, "doctor"); !strings.Contains(said, "automatic backups are not possible:") {
		t.Error(said)
	}
	x := open(t, 200, 40, "--file", file)
	x.waitFor("Alpha")
	x.typed("aNew one\r")
	x.waitFor("Warning: the automatic copy could not be made")
	x.typed("q")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
}
