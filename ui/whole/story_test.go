//go:build !windows

package whole

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// spoken turns a script of keys into what a terminal sends. Escape goes in its
// unambiguous form, because what follows it at once would make another key of it.
func spoken(script string) string {
	named := map[string]string{"enter": "\r", "esc": "\x1b[27u", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F"}
	var out strings.Builder
	for script = strings.TrimSpace(script); script != ""; script = strings.TrimSpace(script) {
		if script[0] == '\'' {
			end := strings.IndexByte(script[1:], '\'')
			out.WriteString(script[1 : 1+end])
			script = script[2+end:]
			continue
		}
		word, rest, _ := strings.Cut(script, " ")
		if s, ok := named[word]; ok {
			word = s
		}
		out.WriteString(word)
		script = rest
	}
	return out.String()
}

// A whole plan is typed into the real program, which is then closed and opened
// again: everything is there, in the history, and can be taken back.
func TestAWholePlanSurvivesReopening(t *testing.T) {
	if err := readSources(); err != nil {
		t.Fatal(err)
	}
	story, err := os.ReadFile(filepath.Join("..", "shell", "testdata", "plan_story.txt"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "accord.db")
	x := open(t, 120, 40, "--file", file, "--today", "2026-11-24")
	x.waitFor("Welcome").typed("3").waitFor("0 accounts").typed(spoken(strings.Join(strings.Fields(string(story)), " ")))
	x.waitFor("1 account ").typed("zp").waitFor("Section of the plan").typed("plan quality\r").waitFor("100 points").waitFor("saved ✓").typed("q")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
	before := exported(t, file)
	for _, words := range []string{"We keep their lines running", "Halve the stops on line 3", "a rival with cheaper lines", "Audit line 3", "first plant for our sensor"} {
		if !strings.Contains(before, words) {
			t.Errorf("%q is not in the file", words)
		}
	}
	if n := strings.Count(must(t, "--file", file, "history", "-n", "0", "--all"), "\n"); n < 200 {
		t.Errorf("%d steps in the history", n)
	}
	y := open(t, 120, 40, "--file", file, "--today", "2026-11-24")
	y.waitFor("Meridian Foods").typed("uuu").waitFor("undone").waitFor("saved ✓").typed("\x12\x12\x12").waitFor("redone").waitFor("saved ✓").typed("q")
	if err := y.ended(); err != nil {
		t.Fatal(err)
	}
	if after := exported(t, file); after != before {
		t.Error("taking back and doing again after a restart changed something")
	}
}
