package cli

import (
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// restoring runs restore on a file with copies in a folder beside it.
func restoring(t *testing.T, here, from Copy, tty bool, stdin string, words ...string) (restored bool, out, errs string, exit int) {
	t.Helper()
	d := (&memory{t: t, written: map[string]string{}}).doors()
	d.LookAt = func(path, copy string) Copy {
		if path == copy {
			return here
		}
		return from
	}
	d.Restore = func(string, string) (Restored, error) { restored = true; return Restored{Copy: from}, nil }
	file := filepath.Join(t.TempDir(), "accord.db")
	writeEmpty(t, file)
	var o, e strings.Builder
	exit = Run(Env{Args: append([]string{"--file", file, "restore", "copy.db"}, words...), Stdin: strings.NewReader(stdin), StdinTTY: tty, Stdout: &o, Stderr: &e,
		Getenv: func(string) string { return "" }, Now: func() time.Time { return testNow }}, d, nil)
	return restored, o.String(), e.String(), exit
}

// Whoever would lose something by a copy, or gets what is none of this file, is
// asked; without a terminal the sentence says which word answers.
func TestRestoreAsks(t *testing.T) {
	sound := func(accounts int) Copy { return Copy{Path: "copy.db", Accounts: accounts, Verified: true, At: testNow} }
	other := sound(7)
	other.Other = true
	edits := sound(0)
	edits.Edits = 3
	for name, x := range map[string]struct {
		here, from Copy
		asks       string
	}{
		"over accounts":     {sound(12), sound(11), "with 12 accounts, would be replaced"},
		"over an empty one": {sound(0), sound(11), ""},
		"over a damaged":    {Copy{Problem: "page 7 is damaged", Accounts: 3}, sound(11), ""},
		"an empty copy":     {Copy{}, sound(0), "there are no accounts in copy.db"},
		"of another file":   {Copy{}, other, "copy.db is a copy of a file other than"},
		"edits not saved":   {sound(12), edits, ""},
	} {
		restored, out, errs, exit := restoring(t, x.here, x.from, false, "")
		if asked := exit == ExitUsage; asked != (x.asks != "") || restored == asked || asked && (!strings.Contains(errs, x.asks) || !strings.Contains(errs, "use --yes")) {
			t.Errorf("%s: exit %d, restored %t\n%s%s", name, exit, restored, out, errs)
		}
		if restored, _, errs, exit := restoring(t, x.here, x.from, false, "", "--yes"); !restored || exit != 0 {
			t.Errorf("%s, --yes: exit %d %s", name, exit, errs)
		}
		if x.asks == "" {
			continue
		}
		for answer, want := range map[string]bool{"y\n": true, "\n": false, "no\n": false, "": false} {
			restored, out, errs, exit := restoring(t, x.here, x.from, true, answer)
			if restored != want || exit != 0 || !strings.Contains(errs, x.asks) || strings.Contains(out, "nothing was changed") == want {
				t.Errorf("%s, answered %q: exit %d, restored %t\n%s%s", name, answer, exit, restored, out, errs)
			}
		}
	}
}

// A copy made by hand carries the name of its file, so that the copies of two files
// in one folder are told apart.
func TestACopyByHandHasTheNameOfItsFile(t *testing.T) {
	m := &memory{t: t, written: map[string]string{}}
	if out, errs, exit := m.run("backup"); exit != 0 || !strings.Contains(out, filepath.Join("backups", "accord-by-hand-2026-11-24T090000.db")) {
		t.Error(out, errs, exit)
	}
}

// While the names are hidden it is told how much did not come in, and not what.
func TestRestoreNamesNobodyWhileNamesAreHidden(t *testing.T) {
	for _, words := range [][]string{nil, {"--json"}, {"--reveal"}, {"--reveal", "--json"}} {
		m := &memory{t: t, written: map[string]string{}}
		d := m.doors()
		d.LookAt = func(string, string) Copy { return Copy{Path: "copy.db", Verified: true, Merges: true} }
		d.Restore = func(string, string) (Restored, error) {
			return Restored{Merged: true, Clashes: []string{"Nordwind: owner", "Südstern: stage"}}, nil
		}
		d.Hides = func(string) bool { return true }
		file := filepath.Join(t.TempDir(), "accord.db")
		writeEmpty(t, file)
		var out strings.Builder
		Run(Env{Args: append([]string{"--file", file, "restore", "copy.db"}, words...), Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out,
			Getenv: func(string) string { return "" }, Now: func() time.Time { return testNow }}, d, nil)
		reveals := len(words) > 0 && words[0] == "--reveal"
		if strings.Contains(out.String(), "Nordwind") != reveals || strings.Contains(out.String(), "2 changes") == reveals {
			t.Errorf("%v: %s", words, out.String())
		}
	}
}
