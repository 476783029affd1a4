//go:build !windows

package whole

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// two are the files of two people who began with the same accounts.
func two(t *testing.T) (base, mine, theirs string) {
	t.Helper()
	mine = newFile(t)
	dir := filepath.Dir(mine)
	base, theirs = filepath.Join(dir, "base.json"), filepath.Join(dir, "theirs.db")
	must(t, "--file", mine, "export", base)
	must(t, "--file", theirs, "import", base, "--yes")
	must(t, "--file", mine, "set", "Alpha", "tier", "key", "city", "Ulm")
	must(t, "--file", theirs, "set", "Alpha", "tier", "strategic", "country", "DE")
	must(t, "--file", theirs, "set", "Beta", "notes", "from there")
	return base, mine, theirs
}

func TestTwoPeoplesFilesBecomeOne(t *testing.T) {
	base, mine, theirs := two(t)
	before := content(t, mine)
	out, errs, exit := accord(t, "--file", mine, "merge", base, theirs, "--dry-run")
	if exit != 3 || !strings.Contains(out, "3 incoming changes, 2 to apply, 1 conflicts") || !strings.Contains(errs, "Alpha: Tier: mine key, theirs strategic, before candidate") {
		t.Fatalf("exit %d\n%s%s", exit, out, errs)
	}
	if content(t, mine) != before {
		t.Error("looking changed the file")
	}
	if _, errs, exit := accord(t, "--file", mine, "merge", base, theirs); exit != 2 || !strings.Contains(errs, "--yes") {
		t.Errorf("exit %d: %s", exit, errs)
	}
	if _, _, exit := accord(t, "--file", mine, "merge", base, theirs, "--yes"); exit != 3 {
		t.Errorf("exit %d", exit)
	}
	get := func(field string) string { return strings.TrimSpace(must(t, "--file", mine, "get", "Alpha", field)) }
	if get("tier") != "key" || get("city") != "Ulm" || get("country") != "DE" || !strings.Contains(must(t, "--file", mine, "get", "Beta", "notes"), "from there") {
		t.Errorf("%s %s %s", get("tier"), get("city"), get("country"))
	}
	// the conflict is answered later, with theirs: one more step
	must(t, "--file", mine, "merge", base, theirs, "--theirs", "--yes")
	if get("tier") != "strategic" || get("city") != "Ulm" {
		t.Errorf("%s %s", get("tier"), get("city"))
	}
	if out := must(t, "--file", mine, "history", "-n", "1"); !strings.Contains(out, "import") || !strings.Contains(out, "key → strategic") {
		t.Error(out)
	}
	must(t, "--file", theirs, "merge", base, mine, "--yes", "--theirs")
	a, b := filepath.Join(t.TempDir(), "a.json"), filepath.Join(t.TempDir(), "b.json")
	must(t, "--file", mine, "export", a)
	must(t, "--file", theirs, "export", b)
	if content(t, a) != content(t, b) {
		t.Error("after merging both ways the two files hold different things")
	}
}

func TestFilesThatCanNotBeMergedSayWhy(t *testing.T) {
	base, mine, theirs := two(t)
	csv := write(t, "list.csv", "Name\nx\n")
	other := newFile(t)
	for want, words := range map[string][]string{
		"no such file":         {"merge", "nowhere.json", theirs},
		"its JSON export":      {"merge", csv, theirs},
		"common base contains": {"merge", base, other},
		"exclude each other":   {"merge", base, theirs, "--mine", "--theirs"},
		"missing argument":     {"merge", base},
		"no file at":           {"--file", filepath.Join(t.TempDir(), "never.db"), "merge", base, theirs},
	} {
		_, errs, exit := accord(t, append(append([]string{"--file", mine}, words...), "--yes")...)
		if exit == 0 || exit == 3 || !strings.Contains(errs, want) {
			t.Errorf("%v: exit %d, %s", words, exit, errs)
		}
	}
}

// Everything moves to a new file: what is there, what was, and what can be taken back.
func TestEverythingWithHistoryMovesToANewFile(t *testing.T) {
	_, old, _ := two(t)
	dir := t.TempDir()
	all, fresh, again := filepath.Join(dir, "all.json"), filepath.Join(dir, "new.db"), filepath.Join(dir, "again.json")
	if out := must(t, "--file", old, "export", all, "--history"); !strings.Contains(out, "0 snapshots and 3 steps") {
		t.Error(out)
	}
	if out := must(t, "--file", fresh, "import", all, "--dry-run"); !strings.Contains(out, "3 steps included") {
		t.Error(out)
	}
	if _, err := os.Stat(fresh); err == nil {
		t.Error("looking made a file")
	}
	must(t, "--file", fresh, "import", all, "--yes")
	must(t, "--file", fresh, "export", again, "--history")
	if content(t, again) != content(t, all) || must(t, "--file", old, "history") != must(t, "--file", fresh, "history") {
		t.Error("the new file has another past")
	}
	if out := must(t, "--file", fresh, "import", all, "--yes"); !strings.Contains(out, "only imported into a new file") || !strings.Contains(out, "nothing would change") {
		t.Error(out)
	}
	bare := filepath.Join(dir, "bare.db")
	must(t, "--file", bare, "import", all, "--yes", "--without-history")
	if out := must(t, "--file", bare, "history"); !strings.Contains(out, "import portfolio") || strings.Contains(out, "City") {
		t.Error(out)
	}
	x := open(t, 120, 40, "--file", fresh)
	x.waitFor("Alpha").typed("u").waitFor("undone").waitFor("saved ✓").typed("q")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
	if got := must(t, "--file", fresh, "get", "Alpha", "city"); strings.Contains(got, "Ulm") {
		t.Errorf("the step from the other file was not taken back: %s", got)
	}
	anonymous := filepath.Join(dir, "anonymous.json")
	must(t, "--file", old, "export", anonymous, "--anonymise")
	if text := content(t, anonymous); strings.Contains(text, "Alpha") || strings.Contains(text, "history") {
		t.Error(text)
	}
	must(t, "--file", filepath.Join(dir, "anonymous.db"), "import", anonymous, "--yes")
	if _, errs, exit := accord(t, "--file", old, "export", anonymous, "--anonymise", "--history"); exit != 2 || !strings.Contains(errs, "anonymous") {
		t.Errorf("exit %d: %s", exit, errs)
	}
}

// A setting put to 0 stays 0 whichever other setting the other side changed.
func TestASettingPutToZeroIsMerged(t *testing.T) {
	base, mine, theirs := two(t)
	must(t, "--file", mine, "set", "programme", "setting.discount", "0")
	must(t, "--file", theirs, "set", "programme", "setting.retention", "0")
	must(t, "--file", theirs, "set", "programme", "setting.wallet_loss", "7")
	must(t, "--file", mine, "merge", base, theirs, "--mine", "--yes")
	for key, want := range map[string]string{"setting.discount": "0", "setting.retention": "0", "setting.wallet_loss": "7"} {
		if got := strings.TrimSpace(must(t, "--file", mine, "get", "programme", key)); got != want {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}
}
