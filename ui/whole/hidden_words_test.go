//go:build !windows

package whole

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// hiddenFile is a file in which every name and text is a word used nowhere else,
// with history, a snapshot and a copy, whose names are hidden. Ours begin with Zq.
func hiddenFile(t *testing.T) string {
	t.Helper()
	if err := readSources(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	file := filepath.Join(dir, "accord.db")
	n := 0
	word := func() string { n++; return fmt.Sprintf("Zq%c%cxv", 'a'+n%26, 'a'+n/26) }
	rows, people := "Account Name,Industry,City,Website,Description\n", "Account,Name,Title,Email\n"
	var names []string
	for range 4 {
		names = append(names, word())
		rows += strings.Join([]string{names[len(names)-1], word(), word(), strings.ToLower(word()) + ".example", word()}, ",") + "\n"
		people += strings.Join([]string{names[len(names)-1], word() + " " + word(), word(), strings.ToLower(word()) + "@mail.example"}, ",") + "\n"
	}
	must(t, "--file", file, "import", put("accounts.csv", rows), "--kind", "accounts", "--yes")
	must(t, "--file", file, "import", put("people.csv", people), "--kind", "contacts", "--yes")
	for _, name := range names {
		must(t, "--file", file, "set", name, "notes", word(), "charter", word(), "owner", word(), "segment", word(), "importance.capacity.note", word())
	}
	must(t, "--file", file, "set", "programme", "programme.title", word(), "pack.name", word(), "programme.offerings", word())
	must(t, "--file", file, "snapshot", word())
	must(t, "--file", file, "backup")
	x := open(t, 120, 40, "--file", file)
	x.waitFor(names[0]).typed("\x1b[17~").waitFor("anonymous mode").waitFor("saved ✓").typed("q")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
	must(t, "--file", file, "backup", filepath.Join(dir, "backups", "accord-2026-11-20T090000.db"))
	return file
}

var hiddenWord = regexp.MustCompile(`(?i)zq[a-z][a-z]xv`)

// told are the words of the file in a text, without those of the command line.
func told(text string, typed []string) (out []string) {
	for _, w := range hiddenWord.FindAllString(text, -1) {
		if !strings.Contains(strings.ToLower(strings.Join(typed, " ")), strings.ToLower(w)) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// hiddenCommands is each command of the program in the ways it can be asked. A
// command that is not in it fails the test.
func hiddenCommands(dir string) [][]string {
	in := func(name string) string { return filepath.Join(dir, name) }
	return [][]string{
		{"score"}, {"score", "Zqbaxv"}, {"score", "--explain"}, {"portfolio"}, {"portfolio", "--period", "all"}, {"moves"}, {"moves", "Zqbaxv"}, {"lose", "Zqbaxv"}, {"lose", "Zq"},
		{"leave", "Zqbaxv", "Zq"}, {"map", "Zqbaxv"}, {"map", "Zqbaxv", "--svg", in("map.svg")}, {"report", "portfolio"}, {"report", "plan", "Zqbaxv", "--out", in("plan.html")},
		{"report", "portfolio", "--anonymise"}, {"report", "qbr", "Zqbaxv", "--customer"}, {"export", in("out.json")}, {"export", "--history", in("past.json")}, {"export", in("out.csv"), "--what", "accounts"},
		{"pack", "export", in("pack.json")}, {"pack", "use", "hebrew"}, {"pack", "import", in("pack-in.json")}, {"fields"}, {"get", "Zqbaxv"}, {"get", "Zq"}, {"get", "programme"}, {"get", "programme", "programme.title"},
		{"set", "Zqbaxv", "tier", "key"}, {"set", "Zq", "tier", "key"}, {"history"}, {"history", "--all"}, {"history", "Zqbaxv"}, {"undo"}, {"undo", "--redo"}, {"snapshot"}, {"snapshot", "before"},
		{"compare", "1"}, {"compare", "Zq"}, {"compare", "2026-11-01"}, {"check"}, {"check", "--repair"}, {"backup"}, {"backup", in("copy.db")}, {"restore"}, {"restore", in("copy.db"), "--dry-run"},
		{"restore", in("copy.db"), "--yes"}, {"restore", in("bad.db"), "--dry-run"}, {"restore", in("bad.db"), "--yes"}, {"doctor"}, {"import", in("more.csv"), "--kind", "accounts", "--dry-run"}, {"import", in("more.csv"), "--yes"},
		{"merge", in("accord.db"), in("copy.db"), "--dry-run"}, {"merge", in("accord.db"), in("copy.db"), "--yes"}, {"protect"}, {"passphrase"}, {"unprotect"}, {"completion", "bash"}, {"help"}, {"demo", "--help"},
	}
}

// While names are hidden no command tells one that was not typed on its own line: on
// a sound file, on a damaged one, in words, as JSON, or in what it writes.
func TestHiddenNamesAreToldByNoCommand(t *testing.T) {
	sound := hiddenFile(t)
	good, err := os.ReadFile(sound)
	if err != nil {
		t.Fatal(err)
	}
	bad := damaged(t, good)
	for what, content := range map[string][]byte{"sound": good, "damaged": bad} {
		file := filepath.Join(t.TempDir(), "accord.db")
		dir := filepath.Dir(file)
		copied := filepath.Join(dir, "backups", "accord-2026-11-21T090000.db")
		if err := os.Mkdir(filepath.Dir(copied), 0o700); err != nil {
			t.Fatal(err)
		}
		for path, b := range map[string][]byte{copied: content, filepath.Join(dir, "copy.db"): good, filepath.Join(dir, "bad.db"): bad, filepath.Join(dir, "more.csv"): []byte("Account Name,City\nZqbaxv,Rome\n")} {
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for _, words := range hiddenCommands(dir) {
			for _, form := range [][]string{nil, {"--json"}} {
				if err := os.WriteFile(file, content, 0o600); err != nil { // as it was, whatever the last one did
					t.Fatal(err)
				}
				args := slices.Concat([]string{"--file", file}, words, form)
				out, errs, _ := accord(t, args...)
				if found := told(out+errs, words); len(found) > 0 {
					t.Errorf("%s file, %v tells %v:\n%.600s%.600s", what, slices.Concat(words, form), found, out, errs)
				}
				written(t, dir, slices.Concat([]string{what}, words, form))
			}
		}
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		out, errs, _ := accord(t, "--file", file, "check", "--repair", "--reveal")
		out2, errs2, _ := accord(t, "--file", file, "score", "--reveal")
		if len(told(out+errs+out2+errs2, nil)) == 0 {
			t.Errorf("%s file: with --reveal nothing is told: the test tests nothing\n%s%s%s%s", what, out, errs, out2, errs2)
		}
	}
	for _, form := range [][]string{nil, {"--json"}} { // who types a name to see whether it is one learns nothing
		if out, errs, exit := accord(t, slices.Concat([]string{"--file", sound, "snapshot", "before Zqbaxv"}, form)...); exit != 0 || hiddenWord.MatchString(out+errs) {
			t.Errorf("a snapshot called by a hidden name, exit %d: %s%s", exit, out, errs)
		}
	}
	known := must(t, "--help")
	for _, line := range strings.Split(known[strings.Index(known, "Commands:"):], "\n") {
		if name, _, ok := strings.Cut(strings.TrimSpace(line), " "); ok && strings.HasPrefix(line, "  ") && !strings.HasPrefix(name, "-") {
			if !slices.ContainsFunc(hiddenCommands(""), func(words []string) bool { return words[0] == name }) {
				t.Errorf("the command %s is not in the test", name)
			}
		}
	}
}

// written looks for the words in what a command left beside the file; files of Accord
// itself hold them as the file does, and stay hidden.
func written(t *testing.T, dir string, words []string) {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		if e.IsDir() || strings.Contains(e.Name(), ".db") || e.Name() == "more.csv" || strings.HasPrefix(e.Name(), "accord.") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if found := told(string(text), nil); len(found) > 0 {
			t.Errorf("%v wrote %v into %s", words, found, e.Name())
		}
		if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
}

// damaged is a file with a letter of each account's name changed where it stands in
// a record, so that every account has something to name.
func damaged(t *testing.T, good []byte) []byte {
	t.Helper()
	bad, n := bytes.Clone(good), 0
	for _, at := range hiddenWord.FindAllIndex(good, -1) {
		if bytes.HasSuffix(good[:at[0]], []byte(`"segment":"`)) {
			bad[at[0]+2] ^= 1
			n++
		}
	}
	if n == 0 {
		t.Fatal("there is nothing to damage")
	}
	return bad
}
