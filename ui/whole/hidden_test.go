//go:build !windows

package whole

import (
	"path/filepath"
	"strings"
	"testing"
)

// Names that were hidden stay hidden after kill -9, for the screen and for every
// command that would print them; a word shows them again.
func TestHiddenNamesSurviveAKill(t *testing.T) {
	const f6 = "\x1b[17~"
	file := newFile(t)
	x := open(t, 120, 40, "--file", file)
	x.waitFor("Alpha").typed(f6).waitFor("names hidden").typed("\t\t").waitFor("why strategic").typed("5").waitFor("1 of 5 rated").waitFor("saved ✓").kill()
	for _, args := range [][]string{{"score"}, {"score", "--json"}, {"get", "Alpha"}, {"history"}, {"export", filepath.Join(t.TempDir(), "out.json")}, {"export", "--history", filepath.Join(t.TempDir(), "past.json")}, {"merge", "a.json", "b.json", "--yes"}, {"--file", newFile(t), "merge", file, file, "--yes"}, {"set", "Alpha", "tier", "key"}, {"report", "portfolio"}, {"portfolio"}, {"moves"}, {"pack", "export", filepath.Join(t.TempDir(), "pack.json")}} {
		out, errs, exit := accord(t, append([]string{"--file", file}, args...)...)
		if exit == 0 || strings.Contains(out+errs, "Beta") || strings.Contains(out+errs, "Gamma") || !strings.Contains(errs, "hidden") {
			t.Errorf("%v: exit %d, %s%s", args, exit, out, errs)
		}
	}
	if out := must(t, "--file", file, "score", "--reveal"); !strings.Contains(out, "Alpha") {
		t.Errorf("--reveal prints %s", out)
	}
	backup := filepath.Join(filepath.Dir(file), "copy.db")
	must(t, "--file", file, "backup", backup)
	y := open(t, 120, 40, "--file", backup)
	y.waitFor("names hidden").typed("q")
	if screen := y.screen(); strings.Contains(screen, "Alpha") {
		t.Errorf("a copy shows names:\n%s", screen)
	}
	if err := y.ended(); err != nil {
		t.Fatal(err)
	}
	z := open(t, 120, 40, "--file", file)
	z.waitFor("names hidden").waitFor("saved ✓").typed(f6 + "reveal\r").waitFor("Alpha").typed("q")
	if err := z.ended(); err != nil {
		t.Fatal(err)
	}
	if out := must(t, "--file", file, "score"); !strings.Contains(out, "Alpha") {
		t.Errorf("shown again, score prints %s", out)
	}
}
