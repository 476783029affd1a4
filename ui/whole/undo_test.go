//go:build !windows

package whole

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What one command did another takes back, and a third does again; who came and went
// is told by name.
func TestUndoOnTheCommandLine(t *testing.T) {
	file := newFile(t)
	more := filepath.Join(filepath.Dir(file), "more.csv")
	if err := os.WriteFile(more, []byte("name,city\nOmega Works,Ulm\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	has := func(out string, words ...string) {
		t.Helper()
		for _, w := range words {
			if !strings.Contains(out, w) {
				t.Errorf("%q is not in\n%s", w, out)
			}
		}
	}
	must(t, "--file", file, "import", more, "--yes")
	must(t, "--file", file, "set", "Omega", "city", "Bonn")
	before := content(t, file)
	has(must(t, "--file", file, "undo"), "undone", "Omega Works: City Bonn → Ulm")
	has(must(t, "--file", file, "undo"), "undone: import accounts from more.csv", "Omega Works")
	if _, errs, exit := accord(t, "--file", file, "get", "Omega"); exit == 0 {
		t.Errorf("the account is still there: %s", errs)
	}
	out := must(t, "--file", file, "history")
	has(out, "undo", "Omega Works")
	for _, line := range strings.Split(strings.TrimSpace(out), "\n")[:2] {
		has(line, "Omega Works")
	}
	has(must(t, "--file", file, "undo", "--redo"), "redone", "Omega Works")
	has(must(t, "--file", file, "undo", "--redo", "--json"), `"kind": "redo"`, `"Omega Works: City Ulm → Bonn"`)
	if _, errs, exit := accord(t, "--file", file, "undo", "--redo"); exit != 1 || !strings.Contains(errs, "nothing to redo") {
		t.Errorf("exit %d: %s", exit, errs)
	}
	has(must(t, "--file", file, "get", "Omega", "city"), "Bonn")
	if now := content(t, file); now == before {
		t.Error("nothing was written")
	}
}

// A file that is no version of a portfolio is named in a sentence, before anything is
// asked.
func TestWhatCanNotBeMergedIsSaid(t *testing.T) {
	base, mine, theirs := two(t)
	dir := t.TempDir()
	put := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for path, says := range map[string]string{
		filepath.Join(dir, "nothere.json"):      "no such file",
		dir:                                     "this is a folder",
		put("program", "\x7fELF\x02"):           "neither an Accord file nor its JSON export",
		put("empty.json", ""):                   "neither an Accord file nor its JSON export",
		put("cut.json", "{\"accord\":\n\"port"): "line 2: it is incomplete",
		put("odd.json", "{\"a\":\n x}"):         "line 2: its content is not JSON",
	} {
		out, errs, exit := accord(t, "--file", mine, "merge", base, path, "--dry-run")
		if exit != 1 || out != "" || !strings.Contains(errs, says) || strings.Contains(errs, "invalid character") {
			t.Errorf("%s: exit %d, %s%s", path, exit, out, errs)
		}
	}
	if _, errs, exit := accord(t, "--file", mine, "merge", base, filepath.Join(dir, "nothere.json")); exit != 1 || !strings.Contains(errs, "no such file") {
		t.Errorf("without a terminal: exit %d, %s", exit, errs)
	}
	out, _, _ := accord(t, "--file", mine, "merge", base, theirs, "--dry-run")
	if strings.Contains(out, "Tier") || !strings.Contains(out, "Alpha: Country") {
		t.Errorf("the conflicts stand among what comes without a question:\n%s", out)
	}
}
