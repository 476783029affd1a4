package widget

import (
	"strings"
	"testing"

	"accord/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

// hostile are the texts that break terminal layouts.
var hostile = []string{
	"", "plain text", "田中さん株式会社", "שָׁלוֹם עולם 2024 (USD)", "e\u0301a\u0308o\u0302", "\u0301lone mark",
	strings.Repeat("x", 10000), strings.Repeat("田", 300), "a\x1b[31mred\x1b[0m\x1b]0;title\x07b\tc\nd\re\x00\x9b",
	"👨‍👩‍👧‍👦 👍🏽 ❤️ 1️⃣ 🇮🇱🇺🇸", "bad \x80\xff\xc3 bytes", "हिन्दी स्ते", "\u202eevil\u202c \u200b\u2066x\u2069",
	"ㄱᄀ각ᄒ한", "مرحبا ٣٤", "\U000e0041tag", "á\u200d\u0301",
}

// checkExact fails unless every printed line is exactly as wide as the grid.
func checkExact(t *testing.T, g *Grid, what string) {
	t.Helper()
	w, h := g.Size()
	for name, s := range map[string]string{"rendered": g.Render(theme.New(theme.Dark)), "plain": g.Plain()} {
		lines := strings.Split(s, "\n")
		if h > 0 && len(lines) != h {
			t.Fatalf("%s %s: %d lines, want %d", what, name, len(lines), h)
		}
		for y, l := range lines {
			if got := ansi.StringWidthWc(l); got != w && h > 0 {
				t.Fatalf("%s %s: line %d is %d cells, want %d: %q", what, name, y, got, w, l)
			}
			if strings.ContainsAny(ansi.Strip(l), "\x1b\x07\x00\u200b\u202e\u2066") {
				t.Fatalf("%s %s: control characters in %q", what, name, l)
			}
		}
	}
}

type hostileSource struct{ rows int }

func (s hostileSource) Len() int { return s.rows }
func (s hostileSource) Cell(row, col int) (string, theme.Style) {
	return hostile[(row+col)%len(hostile)], theme.Style(row % 9)
}

// drawHostile uses every drawer on one screen, with text s.
func drawHostile(g *Grid, s string) {
	c := g.Canvas()
	in := c.Box(c.Rect(), s, s, true)
	c.Divider(c.Rect(), 5, s, s, true)
	in.Text(-3, 0, s, theme.Good)
	in.TextIn(1, 1, in.W()-3, s, theme.Bad, Right)
	in.TextAuto(0, 2, in.W(), s, theme.Plain, Left)
	f := NewField(s)
	f.Draw(in, 2, 3, in.W()-4, theme.Plain)
	NewProse(s+"\n"+s).Draw(in.Sub(Rect{3, 4, 10, 4}), theme.Plain)
	t := Table{Columns: []Column{{Title: s, Width: 5, Grow: 1}, {Title: "n", Width: 3, Align: Right, Sort: 1}, {Width: 4}}}
	t.Draw(in.Sub(Rect{2, 6, in.W(), 7}), hostileSource{30}, 12, 1, true)
	c.Fill(Rect{c.W() / 2, -1, 3, 5}, "田", theme.Quiet)
	c.Mark(Rect{1, 1, 9, 9}, theme.FadeMark)
	c.ClearRect(Rect{c.W() / 3, 1, 3, 3})
	c.VLine(c.W()/4, 0, c.H(), theme.Border)
}

func TestEveryScreenIsExactlyItsSize(t *testing.T) {
	g := NewGrid(0, 0)
	for w := 0; w <= 60; w++ {
		for h := 0; h <= 20; h++ {
			g.Resize(w, h)
			s := hostile[(w*21+h)%len(hostile)]
			drawHostile(g, s)
			checkExact(t, g, "mixed")
		}
	}
	for _, size := range [][2]int{{1, 1}, {2, 3}, {7, 9}, {33, 14}, {60, 20}} {
		for _, s := range hostile {
			g.Resize(size[0], size[1])
			drawHostile(g, s)
			checkExact(t, g, s[:min(12, len(s))])
		}
	}
}

func TestHalfOfAWideCharacterBecomesBlank(t *testing.T) {
	for _, c := range []struct {
		x    int
		over string
		want string
	}{
		{0, "a", "a 中 "}, {1, "a", " a中 "}, {2, "a", "田a  "},
		{1, "日", " 日  "}, {3, "日", "田 日"}, {4, "日", "田中…"}, {-1, "日", "  中 "},
	} {
		g := NewGrid(5, 1)
		g.Canvas().Text(0, 0, "田中", theme.Plain)
		g.Canvas().Text(c.x, 0, c.over, theme.Plain)
		if got := g.Plain(); got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.over, c.x, got, c.want)
		}
	}
}

func TestWindowsClip(t *testing.T) {
	g := NewGrid(8, 3)
	c := g.Canvas()
	c.Fill(c.Rect(), ".", theme.Plain)
	in := c.Sub(Rect{2, 1, 3, 1})
	in.Text(-1, 0, "abcdefgh", theme.Plain)
	in.Text(0, 1, "below", theme.Plain)
	in.Text(0, -1, "above", theme.Plain)
	in.Sub(Rect{-2, 0, 20, 1}).Text(0, 0, "X", theme.Plain) // left of the window
	in.ShowCursor(3, 0)
	if _, _, ok := g.Cursor(); ok {
		t.Error("cursor outside its window")
	}
	if got, want := g.Plain(), "........\n..bc…...\n........"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTextInPadsCutsAndAligns(t *testing.T) {
	for _, c := range []struct {
		s    string
		w    int
		a    Align
		auto bool
		want string
	}{
		{"ab", 5, Left, false, "ab   "}, {"ab", 5, Right, false, "   ab"}, {"ab", 5, Center, false, " ab  "},
		{"abcdef", 4, Left, false, "abc…"}, {"田中田", 4, Left, false, "田… "}, {"田中田", 5, Left, false, "田中…"},
		{"a", 0, Left, false, ""}, {"שלום", 6, Left, true, "  םולש"}, {"שלום עולם", 6, Left, true, "… םולש"},
		{"שלום", 6, Left, false, "םולש  "},
	} {
		g := NewGrid(c.w, 1)
		draw := g.Canvas().TextIn
		if c.auto {
			draw = g.Canvas().TextAuto
		}
		draw(0, 0, c.w, c.s, theme.Plain, c.a)
		if got := g.Plain(); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.s, c.w, got, c.want)
		}
	}
}

func TestBoxShowsFocusWithoutColour(t *testing.T) {
	g := NewGrid(24, 3)
	in := g.Canvas().Box(g.Canvas().Rect(), "Accounts", "42", false)
	if got, want := g.Plain(), "┌─ Accounts ────── 42 ─┐\n│                      │\n└──────────────────────┘"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if in.W() != 22 || in.H() != 1 {
		t.Errorf("inside is %d×%d", in.W(), in.H())
	}
	quiet := g.Plain()
	g.Canvas().Box(g.Canvas().Rect(), "Accounts", "42", true)
	if g.Plain() == quiet {
		t.Error("focus cannot be told without colour")
	}
}

func TestOverlayTakesTheCursorAway(t *testing.T) {
	g := NewGrid(10, 3)
	NewField("abc").Draw(g.Canvas(), 1, 1, 6, theme.Plain)
	if x, y, ok := g.Cursor(); !ok || x != 4 || y != 1 {
		t.Fatalf("cursor %d %d %v", x, y, ok)
	}
	g.Canvas().ClearRect(Rect{0, 0, 10, 3})
	if _, _, ok := g.Cursor(); ok {
		t.Error("cursor shines through the overlay")
	}
}

func TestRenderStartsEveryLineAfresh(t *testing.T) {
	g := NewGrid(3, 2)
	g.Canvas().Text(0, 0, "ab", theme.Bad)
	th := theme.New(theme.Mono)
	bad, plain := th.SGR(theme.Bad, theme.NoMark), th.SGR(theme.Plain, theme.NoMark)
	want := bad + "ab" + plain + " \x1b[m\n" + plain + "   \x1b[m"
	if got := g.Render(th); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
