package widget

import (
	"math/rand/v2"
	"strings"
	"testing"

	"accord/ui/theme"
)

func TestProseAgreesWithTheReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	g := NewGrid(11, 4)
	words := append([]string{"\n", "\n\n", "word ", "long-long-long"}, typed...)
	for range 100 {
		p, ref := NewProse(""), &reference{}
		for range 80 {
			e := Edit(rng.IntN(int(KillToEnd)))
			text := words[rng.IntN(len(words))]
			if e == Newline {
				e, text = Insert, "\n"
			}
			p.Apply(e, text)
			ref.edit(e, clean(text, inputText))
			if p.Text() != strings.Join(ref.text, "") {
				t.Fatalf("after %d %q: %q, want %q", e, text, p.Text(), ref.text)
			}
			if e >= LeftKey && e <= BottomKey {
				ref.caret = clusterAt(ref.text, p.Caret())
			}
			if want := byteOf(ref.text, ref.caret); p.Caret() != want {
				t.Fatalf("after %d %q: caret at byte %d, want %d of %q", e, text, p.Caret(), want, p.Text())
			}
			g.Clear()
			p.Draw(g.Canvas(), theme.Plain)
			if _, _, ok := g.Cursor(); !ok {
				t.Fatalf("no cursor in %q at %d", p.Text(), p.Caret())
			}
		}
	}
}

func TestProseKeys(t *testing.T) {
	p := NewProse("alpha beta gamma\n\nshort\nlast line")
	g := NewGrid(12, 4)
	p.Draw(g.Canvas(), theme.Plain)
	if got, want := g.Plain(), "alpha beta  \ngamma       \n            \nshort       "; got != want {
		t.Fatalf("got\n%s", got)
	}
	for _, step := range []struct {
		e     Edit
		caret int
	}{
		{EndKey, 10}, {RightKey, 11}, {LeftKey, 10}, {DownKey, 16}, {DownKey, 17}, {DownKey, 23}, {DownKey, 33}, {UpKey, 23},
		{HomeKey, 18}, {LeftKey, 17}, {BottomKey, 33}, {WordLeft, 29}, {TopKey, 0}, {WordRight, 5}, {PageDown, 23}, {PageUp, 5},
	} {
		p.Apply(step.e, "")
		if p.Caret() != step.caret {
			t.Fatalf("edit %d: caret %d, want %d", step.e, p.Caret(), step.caret)
		}
	}
	p.Apply(BottomKey, "")
	p.Draw(g.Canvas(), theme.Plain)
	if got := g.Plain(); !strings.HasSuffix(got, "last line   ") {
		t.Errorf("not scrolled to the caret:\n%s", got)
	}
	p.Apply(KillWord, "")
	p.Apply(KillToStart, "")
	p.Apply(Backspace, "")
	if got := p.Text(); got != "alpha beta gamma\n\nshort" {
		t.Errorf("%q", got)
	}
}

func TestProseArrowsReachBothEnds(t *testing.T) {
	p := NewProse("one two שלום עולם abc\n\nשלום רב לכולם 12\nend")
	g := NewGrid(9, 5)
	p.Draw(g.Canvas(), theme.Plain)
	for range 200 {
		p.Apply(DownKey, "")
	}
	if !strings.Contains(p.Text()[p.Caret():]+"|", "|") || p.p != 3 {
		t.Errorf("Down ends in paragraph %d", p.p)
	}
	for range 200 {
		p.Apply(UpKey, "")
	}
	if p.p != 0 || p.row() != 0 {
		t.Errorf("Up ends in paragraph %d", p.p)
	}
}
