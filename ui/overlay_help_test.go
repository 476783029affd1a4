package ui

import (
	"fmt"
	"strings"
	"testing"
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
		x.keys("?").sees("Every key", "Accounts · now")
		if h := x.app.top().(*help); len(h.page.lines) == 0 {
			t.Fatal("no lines")
		}
		for i := range x.app.c.keys.rows {
			b := &x.app.c.keys.rows[i]
			x.keys("ctrl+u").text(b.sentence())
			found := false
			for range 40 {
				if strings.Contains(squeezed(x.screen()), strings.Fields(b.sentence())[0]) && strings.Contains(x.screen(), strings.Fields(keyNames(b))[0]) {
					found = true
					break
				}
				x.keys("pgdown")
			}
			if !found {
				t.Fatalf("help at %v does not show %q:\n%s", size, b.sentence(), x.screen())
			}
		}
	}
}

func TestHelpNarrowsScrollsAndSaysWhyNot(t *testing.T) {
	x := start(t, three(t), 100, 30)
	x.keys("? 'take back'").sees("u", "take back the last edit (not now: nothing to take back)").seesNot("go to the next pane")
	x.keys("ctrl+u 'zzzz'").sees("No key fits what you typed.")
	x.keys("ctrl+u").sees("more")
	before := x.screen()
	x.keys("pgdown").sees("above")
	if x.screen() == before {
		t.Fatal("help does not scroll")
	}
	for before = ""; x.screen() != before; {
		before = x.screen()
		x.key("pgdown")
	}
	if p := &x.app.top().(*help).page; p.top+p.rows != len(p.lines) {
		t.Fatal("the last page is not the end")
	}
	x.keys("'q'").sees("Every key") // q is a letter here
	x.keys("esc").seesNot("Every key")
}

// TestKeyReference keeps docs/keys.md the same as the key table.
func TestKeyReference(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Keys\n\nWritten from the key table by `go test ./ui -run KeyReference -update`; not edited by hand.\n")
	b.WriteString("The same table feeds the footer, the help (`?`) and the command palette (`:`).\n\n")
	b.WriteString("Where several groups have the same key, the innermost counts: the text being typed, then the pane with the focus, then everywhere.\n")
	b.WriteString("While a Hebrew or Cyrillic layout is active, a shortcut is the key in the same place.\n")
	m := newKeymap()
	for s := range scopeCount {
		fmt.Fprintf(&b, "\n## %s\n\n| key | what it does |\n|---|---|\n", scopeNames[s])
		for i := range m.rows {
			if r := &m.rows[i]; r.scope == s {
				fmt.Fprintf(&b, "| %s | %s |\n", keyCodes(r), r.sentence())
			}
		}
	}
	golden(t, "../docs/keys.md", b.String())
}

func keyCodes(b *binding) string {
	var out []string
	for _, k := range b.keys() {
		out = append(out, "`"+keyWord(k)+"`")
	}
	return strings.Join(out, " ")
}
