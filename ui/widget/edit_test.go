package widget

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"accord/ui/theme"

	"github.com/rivo/uniseg"
)

// reference is an editor so plain that it cannot be wrong: the clusters as
// the Unicode library cuts them, and a caret.
type reference struct {
	text  []string
	caret int
}

func refClusters(s string) []string {
	var out []string
	for g := uniseg.NewGraphemes(s); g.Next(); {
		out = append(out, g.Str())
	}
	return out
}

// set makes before+after the text, with the caret between them or, when they
// join into one character, behind it.
func (r *reference) set(before, after string) {
	r.text = refClusters(before + after)
	n := 0
	for r.caret = 0; r.caret < len(r.text) && n < len(before); r.caret++ {
		n += len(r.text[r.caret])
	}
}

func (r *reference) edit(e Edit, text string) {
	join := func(cs []string) string { return strings.Join(cs, "") }
	before, after := join(r.text[:r.caret]), join(r.text[r.caret:])
	switch {
	case e == Insert:
		r.set(before+text, after)
	case e == Backspace && r.caret > 0:
		r.set(join(r.text[:r.caret-1]), after)
	case e == Delete && r.caret < len(r.text):
		r.set(before, join(r.text[r.caret+1:]))
	case e == KillToEnd:
		r.set(before, "")
	case e == KillToStart:
		r.set("", after)
	}
}

var typed = []string{"a", "b ", "ש", "ָ", "לום ", "田", "\u0301", "👨‍👩‍👧", "🇮", "🇱", "7", "(", ") ", "स्ते", "ᄒ", "ᅡ", "x\u200by"}

func TestFieldAgreesWithTheReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	g := NewGrid(12, 1)
	for range 150 {
		f, ref := NewField(""), &reference{}
		for range 80 {
			e := Edit(rng.IntN(int(KillAll)))
			if e == Newline || e == KillWord {
				e = Insert
			}
			text := typed[rng.IntN(len(typed))]
			f.Apply(e, text)
			ref.edit(e, clean(text, inputLine))
			if f.Text() != strings.Join(ref.text, "") || !slices.Equal(f.text, ref.text) {
				t.Fatalf("after %d %q: %q, want %q", e, text, f.text, ref.text)
			}
			if moves := e >= LeftKey && e <= BottomKey; moves {
				ref.caret = f.Caret()
			}
			if f.Caret() != ref.caret || f.Caret() > len(f.text) {
				t.Fatalf("after %d %q: caret %d, want %d of %q", e, text, f.Caret(), ref.caret, f.text)
			}
			g.Clear()
			f.Draw(g.Canvas(), 1, 0, 9, theme.Plain)
			if x, _, ok := g.Cursor(); !ok || x < 1 || x > 9 {
				t.Fatalf("cursor at %d (%v) in %q", x, ok, f.Text())
			}
		}
	}
}

func TestArrowsCrossAnyField(t *testing.T) {
	for _, s := range append([]string{"ab שלום cd", "שלום ab עולם 12", "田中", "a👨‍👩‍👧b"}, hostile...) {
		f := NewField(s[:min(len(s), 200)])
		line := f.layout()
		for range line.Len() + 1 {
			f.Apply(LeftKey, "")
		}
		least, most := line.CursorX(0), line.CursorX(0)
		for i := range line.Len() + 1 {
			least, most = min(least, line.CursorX(i)), max(most, line.CursorX(i))
		}
		if x := line.CursorX(f.caret); x != least {
			t.Errorf("%q: Left ends at cell %d, not %d", s, x, least)
		}
		last := least
		for range line.Len() + 1 {
			next := last // the next place on the screen, none left out
			for i := range line.Len() + 1 {
				if x := line.CursorX(i); x > last && (next == last || x < next) {
					next = x
				}
			}
			f.Apply(RightKey, "")
			if x := line.CursorX(f.caret); x != next {
				t.Fatalf("%q: Right moved from cell %d to %d, want %d", s, last, x, next)
			}
			last = next
		}
		if last != most {
			t.Errorf("%q: Right ends at cell %d, not %d", s, last, most)
		}
	}
}

func TestFieldKeys(t *testing.T) {
	f := NewField("one two  three")
	for _, step := range []struct {
		e     Edit
		text  string
		want  string
		caret int
	}{
		{WordLeft, "", "one two  three", 9}, {WordLeft, "", "one two  three", 4}, {WordRight, "", "one two  three", 7},
		{KillWord, "", "one   three", 4}, {Insert, "a\nb\tc", "one a b c  three", 9}, {HomeKey, "", "one a b c  three", 0},
		{Backspace, "", "one a b c  three", 0}, {Delete, "", "ne a b c  three", 0}, {EndKey, "", "ne a b c  three", 15},
		{KillAll, "", "", 0}, {Insert, "\x1b\x00", "", 0}, {Insert, "👨‍👩‍👧", "👨‍👩‍👧", 1}, {Backspace, "", "", 0},
	} {
		was := f.Text()
		if changed := f.Apply(step.e, step.text); changed != (was != step.want) {
			t.Errorf("edit %d on %q: changed = %v", step.e, was, changed)
		}
		if f.Text() != step.want || f.Caret() != step.caret {
			t.Fatalf("edit %d: %q caret %d, want %q caret %d", step.e, f.Text(), f.Caret(), step.want, step.caret)
		}
	}
}

func TestFieldScrolls(t *testing.T) {
	g := NewGrid(6, 1)
	f := NewField("abcdefghij")
	f.Draw(g.Canvas(), 0, 0, 6, theme.Plain)
	if got := g.Plain(); got != "fghij " {
		t.Errorf("at the end: %q", got)
	}
	f.Apply(HomeKey, "")
	f.Draw(g.Canvas(), 0, 0, 6, theme.Plain)
	if got := g.Plain(); got != "abcdef" {
		t.Errorf("at the start: %q", got)
	}
	f.SetText("שלום")
	f.Draw(g.Canvas(), 0, 0, 6, theme.Plain)
	if x, _, _ := g.Cursor(); g.Plain() != " םולש " || x != 1 {
		t.Errorf("Hebrew: %q, cursor %d", g.Plain(), x)
	}
}

func FuzzField(f *testing.F) {
	for i, s := range hostile {
		f.Add(s[:min(len(s), 50)], typed[i], []byte{0, 2, 3, 4, 5, 8, 9, 0})
	}
	f.Fuzz(func(t *testing.T, s, text string, edits []byte) {
		fl := NewField(s)
		g := NewGrid(7, 1)
		for _, e := range edits[:min(len(edits), 40)] {
			was := fl.Text()
			if changed := fl.Apply(Edit(e)%(KillAll+1), text); changed != (was != fl.Text()) && Edit(e)%(KillAll+1) != Insert {
				t.Fatalf("edit %d: changed = %v, %q then %q", e, changed, was, fl.Text())
			}
			fl.Draw(g.Canvas(), 0, 0, 7, theme.Plain)
			checkExact(t, g, "field")
			if fl.Caret() < 0 || fl.Caret() > len(fl.text) || clean(fl.Text(), inputLine) != fl.Text() {
				t.Fatalf("caret %d in %q", fl.Caret(), fl.text)
			}
		}
	})
}
