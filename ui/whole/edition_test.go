//go:build !windows

package whole

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file that the first edition wrote says once, in the first line of the screen's foot,
// that figures changed; opening it writes nothing of that into it.
func TestAFileOfTheFirstEditionSaysOnceThatFiguresChanged(t *testing.T) {
	text, err := os.ReadFile("../../store/testdata/minor-1.db")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "old.db")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	x := open(t, 200, 40, "--file", file)
	x.waitFor("second edition of the method").typed("q")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
	x = open(t, 200, 40, "--file", file)
	if said := x.waitFor("saved").screen(); strings.Contains(said, "second edition") {
		t.Errorf("said again:\n%s", said)
	}
	x.typed("q")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
	x = open(t, 200, 40, "--file", newFile(t))
	if said := x.waitFor("Alpha").screen(); strings.Contains(said, "second edition") {
		t.Errorf("said of a file of this edition:\n%s", said)
	}
	x.typed("q")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
}

// What the first edition wrote down about weights and settings is taken as it is.
func TestAPackOfTheFirstEditionIsImported(t *testing.T) {
	file := newFile(t)
	must(t, "--file", file, "pack", "import", "testdata/pack-first-edition.json")
	out := filepath.Join(t.TempDir(), "again.json")
	must(t, "--file", file, "pack", "export", out)
	read := func(name string) (pack struct {
		Name        string
		Settings    map[string]float64
		Instruments json.RawMessage
	}) {
		text, err := os.ReadFile(name)
		if err == nil {
			err = json.Unmarshal(text, &pack)
		}
		if err != nil {
			t.Fatal(err)
		}
		return pack
	}
	first, again := read("testdata/pack-first-edition.json"), read(out)
	if len(first.Settings) < 30 || first.Name != again.Name || string(first.Instruments) != string(again.Instruments) {
		t.Errorf("%d settings, %s became %s", len(first.Settings), first.Name, again.Name)
	}
	for key, v := range first.Settings {
		if again.Settings[key] != v {
			t.Errorf("setting %s: %v became %v", key, v, again.Settings[key])
		}
	}
}

// Documents with figures say the edition they are computed by, and comparing across its
// first day says so.
func TestDocumentsSayTheEdition(t *testing.T) {
	file := newFile(t)
	for _, command := range []string{"score", "portfolio", "moves", "lose Alpha", "compare 2026-11-30"} {
		args := append([]string{"--file", file, "--json", "--today", "2026-12-02"}, strings.Fields(command)...)
		if said := must(t, args...); !strings.Contains(said, `"edition": 2`) {
			t.Errorf("%s:\n%s", command, said)
		}
	}
	if said := must(t, "--file", file, "--today", "2026-12-02", "compare", "2026-11-30"); !strings.Contains(said, "second edition since") {
		t.Error(said)
	}
	if said := must(t, "--file", file, "--today", "2026-12-02", "compare", "2026-12-01"); strings.Contains(said, "second edition since") {
		t.Error(said)
	}
}
