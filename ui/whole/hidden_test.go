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
	x.waitFor("Alpha").typed(f6).waitFor("anonymous mode").typed("\t\t").waitFor("why strategic").typed("5").waitFor("1 of 5 rated").waitFor("saved ✓").kill()
	for _, args := range [][]string{{"score"}, {"score", "--json"}, {"get", "Alpha"}, {"history"}, {"export", filepath.Join(t.TempDir(), "out.json")}, {"export", "--history", filepath.Join(t.TempDir(), "past.json")}, {"merge", "a.json", "b.json", "--yes"}, {"--file", newFile(t), "merge", file, file, "--yes"}, {"set", "Alpha", "tier", "key"}, {"report", "portfolio"}, {"portfolio"}, {"moves"}, {"pack", "export", filepath.Join(t.TempDir(), "pack.json")}} {
		out, errs, exit := accord(t, append([]string{"--file", file}, args...)...)
		if exit == 0 || strings.Contains(out+errs, "Beta") || strings.Contains(out+errs, "Gamma") || !strings.Contains(errs, "anonymous mode") {
			t.Errorf("%v: exit %d, %s%s", args, exit, out, errs)
		}
	}
	if out := must(t, "--file", file, "score", "--reveal"); !strings.Contains(out, "Alpha") {
		t.Errorf("--reveal prints %s", out)
	}
	backup := filepath.Join(filepath.Dir(file), "copy.db")
	must(t, "--file", file, "backup", backup)
	y := open(t, 120, 40, "--file", backup)
	y.waitFor("anonymous mode").typed("q")
	if screen := y.screen(); strings.Contains(screen, "Alpha") {
		t.Errorf("a copy shows names:\n%s", screen)
	}
	if err := y.ended(); err != nil {
		t.Fatal(err)
	}
	z := open(t, 120, 40, "--file", file)
	z.waitFor("anonymous mode").waitFor("saved ✓").typed(f6 + "reveal\r").waitFor("Alpha").typed("q")
	if err := z.ended(); err != nil {
		t.Fatal(err)
	}
	if out := must(t, "--file", file, "score"); !strings.Contains(out, "Alpha") {
		t.Errorf("shown again, score prints %s", out)
	}
}

// Projector mode is there again after kill -9 and any other end: of the file, of one
// that can only be read, of one that is protected, and of the demonstration.
func TestProjectorModeSurvivesAKill(t *testing.T) {
	const f5 = "\x1b[15~"
	t.Setenv("ACCORD_STATE_DIR", t.TempDir())
	ours := "attention" // of the strip: what a room is not shown
	on := func(x *terminal) {
		t.Helper()
		x.waitFor(ours).typed(f5).waitFor("projector mode on").kill()
	}
	still := func(x *terminal) {
		t.Helper()
		x.waitFor("1 Accounts")
		if screen := x.screen(); strings.Contains(screen, ours) || strings.Contains(screen, "revenue ") {
			t.Errorf("the first frame shows what is ours:\n%s", screen)
		}
		x.typed(f5).waitFor(ours).waitFor("projector mode off").kill()
	}
	file := newFile(t)
	on(open(t, 120, 40, "--file", file))
	still(open(t, 120, 40, "--file", file))
	open(t, 120, 40, "--file", file).waitFor(ours).kill()

	first := open(t, 120, 40, "--file", file).waitFor(ours) // it has the file
	on(open(t, 120, 40, "--file", file).waitFor("Read-only").typed("j"))
	again := open(t, 120, 40, "--file", file).waitFor("Read-only").typed("j").waitFor("1 Accounts")
	if screen := again.screen(); strings.Contains(screen, ours) {
		t.Errorf("read-only it shows what is ours:\n%s", screen)
	}
	again.kill()
	first.kill()

	on(open(t, 120, 40, "demo"))
	still(open(t, 120, 40, "demo"))
}
