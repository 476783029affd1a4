package shell

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"accord/ui/keys"
)

// squeezed is text with every run of blanks as one, frames dropped.
func squeezed(s string) string {
	frames := func(r rune) rune {
		if r >= 0x2500 && r < 0x2580 {
			return ' '
		}
		return r
	}
	return strings.Join(strings.Fields(strings.Map(frames, s)), " ")
}

func TestHelpListsEveryBinding(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {100, 40}, {200, 60}} {
		x := start(t, three(t), size[0], size[1])
		x.Keys("?").sees("Every key", "Accounts · now")
		if h := x.app.top().(*help); len(h.page.Lines) == 0 {
			t.Fatal("no lines")
		}
		for i := range x.app.c.Keys.Rows {
			b := &x.app.c.Keys.Rows[i]
			x.Keys("ctrl+u").Text(b.Sentence())
			found := false
			for range 40 {
				if strings.Contains(squeezed(x.screen()), strings.Fields(b.Sentence())[0]) && strings.Contains(x.screen(), strings.Fields(keyNames(b))[0]) {
					found = true
					break
				}
				x.Keys("pgdown")
			}
			if !found {
				t.Fatalf("help at %v does not show %q:\n%s", size, b.Sentence(), x.screen())
			}
		}
	}
}

func TestHelpNarrowsScrollsAndSaysWhyNot(t *testing.T) {
	x := start(t, three(t), 100, 30)
	x.Keys("? 'undo the last'").sees("u", "undo the last edit (not now: nothing to undo)").seesNot("go to the next pane")
	x.Keys("ctrl+u 'zzzz'").sees("No key matches what you typed.")
	x.Keys("ctrl+u").sees("more")
	before := x.screen()
	x.Keys("pgdown").sees("above")
	if x.screen() == before {
		t.Fatal("help does not scroll")
	}
	for before = ""; x.screen() != before; {
		before = x.screen()
		x.key("pgdown")
	}
	if p := &x.app.top().(*help).page; p.Top+p.Rows != len(p.Lines) {
		t.Fatal("the last page is not the end")
	}
	x.Keys("'q'").sees("Every key") // q is a letter here
	x.Keys("esc").seesNot("Every key")
}

// TestKeyReference keeps docs/keys.md the same as the key table.
func TestKeyReference(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Keys\n\nWritten from the key table by `go test ./ui/shell -run KeyReference -update`; not edited by hand.\n")
	b.WriteString("The same table feeds the footer, the help (`?`) and the command palette (`:`).\n\n")
	b.WriteString("Where several groups have the same key, the innermost counts: the text being typed, then the pane with the focus, then everywhere.\n")
	b.WriteString("While a Hebrew or Cyrillic layout is active, a shortcut is the key in the same place.\n")
	m := keys.New()
	for s := range keys.ScopeCount {
		fmt.Fprintf(&b, "\n## %s\n\n| key | what it does |\n|---|---|\n", keys.ScopeNames()[s])
		for i := range m.Rows {
			if r := &m.Rows[i]; r.Scope == s {
				fmt.Fprintf(&b, "| %s | %s |\n", keyCodes(r), r.Sentence())
			}
		}
	}
	golden(t, "../../docs/keys.md", b.String())
}

func keyCodes(b *keys.Binding) string {
	var out []string
	for _, k := range b.Keys() {
		out = append(out, "`"+keyWord(k)+"`")
	}
	return strings.Join(out, " ")
}

// Help says what the short forms of the page stand for, and the glossary has all of them
// in the same words.
func TestHelpTellsTheShortFormsOfThePage(t *testing.T) {
	x := start(t, three(t), 120, 60)
	x.Keys("? 'asym'").sees("asym", "importance less position")
	x.Keys("ctrl+u 'relationship score'").seesNot("R relationship score")
	text, err := os.ReadFile("../../docs/glossary.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range abbreviations() {
		if row := "| " + a.short + " | " + a.long + " |"; !strings.Contains(string(text), row) {
			t.Errorf("the glossary lacks %s", row)
		}
	}
}
