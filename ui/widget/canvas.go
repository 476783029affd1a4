package widget

import (
	"accord/ui/theme"
	"accord/ui/widget/bidi"
)

// Align says where text stands in a wider place.
type Align uint8

// The three alignments.
const (
	Left Align = iota
	Right
	Center
)

// Canvas is a window onto a grid, with its own origin. Drawing outside it is
// clipped. It is a small value: pass it by value, cut it with Sub.
type Canvas struct {
	g    *Grid
	win  Rect // place on the grid, perhaps partly outside what may be drawn
	clip Rect // what may be drawn
}

// W is the width of the window.
func (c Canvas) W() int { return c.win.W }

// H is the height of the window.
func (c Canvas) H() int { return c.win.H }

// Rect is the window's own size with the origin at 0, 0.
func (c Canvas) Rect() Rect { return Rect{0, 0, c.win.W, c.win.H} }

// Glyphs are the signs this grid is drawn with.
func (c Canvas) Glyphs() *theme.Glyphs { return &c.g.Glyphs }

// Sub is the window r of c. It may reach outside c; only what lies inside is
// ever drawn.
func (c Canvas) Sub(r Rect) Canvas {
	win := Rect{c.win.X + r.X, c.win.Y + r.Y, max(0, r.W), max(0, r.H)}
	return Canvas{g: c.g, win: win, clip: win.clip(c.clip)}
}

// Text draws s from x, y on and returns the cells it takes, whether or not
// they were inside the window. Hebrew is laid out in a left-to-right line.
func (c Canvas) Text(x, y int, s string, st theme.Style) int {
	if isASCII(s) {
		c.ascii(x, y, s, st)
		return len(s)
	}
	s = Clean(s)
	if bidi.Has(s) {
		return c.glyphs(x, y, c.g.layout(s, bidi.LTR).glyphs, st)
	}
	from := x
	for s != "" {
		var g glyph
		g, s = nextGlyph(s)
		c.glyph(x, y, g, st)
		x += g.w
	}
	return x - from
}

// ascii is Text for one byte a cell.
func (c Canvas) ascii(x, y int, s string, st theme.Style) {
	x, y = x+c.win.X, y+c.win.Y
	if y < c.clip.Y || y >= c.clip.Y+c.clip.H {
		return
	}
	from := clamp(c.clip.X-x, 0, len(s))
	to := clamp(c.clip.X+c.clip.W-x, from, len(s))
	row := c.g.cells[y*c.g.w : (y+1)*c.g.w]
	for i := from; i < to; i++ {
		p := &row[x+i]
		if p.w != 1 {
			c.g.free(row, x+i)
		}
		p.r, p.st = rune(s[i]), st
	}
}

func (c Canvas) glyphs(x, y int, gs []glyph, st theme.Style) int {
	from := x
	for _, g := range gs {
		c.glyph(x, y, g, st)
		x += g.w
	}
	return x - from
}

// glyph draws one glyph; the visible half of a cut wide one becomes a blank.
func (c Canvas) glyph(x, y int, gl glyph, st theme.Style) {
	x, y = x+c.win.X, y+c.win.Y
	right := c.clip.X + c.clip.W
	if gl.w == 0 || c.clip.Empty() || y < c.clip.Y || y >= c.clip.Y+c.clip.H || x >= right || x+gl.w <= c.clip.X {
		return
	}
	if gl.w == 1 {
		c.g.put(x, y, c.g.code(gl.text), 1, st)
		return
	}
	if x >= c.clip.X && x+1 < right {
		c.g.put(x, y, c.g.code(gl.text), 2, st)
		return
	}
	c.g.put(max(x, c.clip.X), y, ' ', 1, st)
}

// TextIn draws s on exactly w cells: padded, or cut with an ellipsis. The
// line runs left to right, as the cells of a table do.
func (c Canvas) TextIn(x, y, w int, s string, st theme.Style, a Align) {
	c.textIn(x, y, w, s, st, a, bidi.LTR)
}

// TextAuto is TextIn for free text: a line whose first strong letter is
// Hebrew or Arabic runs right to left, and Left and Right change places.
func (c Canvas) TextAuto(x, y, w int, s string, st theme.Style, a Align) {
	c.textIn(x, y, w, s, st, a, bidi.Auto)
}

func (c Canvas) textIn(x, y, w int, s string, st theme.Style, a Align, d bidi.Dir) {
	if w <= 0 {
		return
	}
	c = c.Sub(Rect{x, y, w, 1})
	if isASCII(s) {
		c.asciiIn(s, st, a)
		return
	}
	s = Clean(s)
	t := c.g.fitted(s, w, d)
	if t.rtl && d == bidi.Auto {
		a = a.flip()
	}
	n := 0
	for _, g := range t.glyphs {
		n += g.w
	}
	pad := a.pad(w - n)
	c.spaces(0, pad, st)
	c.glyphs(pad, 0, t.glyphs, st)
	c.spaces(pad+n, w, st)
}

func (c Canvas) asciiIn(s string, st theme.Style, a Align) {
	w := c.W()
	if len(s) > w {
		tail := c.g.Glyphs.Ellipsis
		n := max(0, w-cellWidth(tail))
		c.ascii(0, 0, s[:n], st)
		c.Text(n, 0, tail, st)
		return
	}
	pad := a.pad(w - len(s))
	c.spaces(0, pad, st)
	c.ascii(pad, 0, s, st)
	c.spaces(pad+len(s), w, st)
}

func (c Canvas) spaces(from, to int, st theme.Style) {
	for from < to {
		n := min(to-from, len(spaces))
		c.ascii(from, 0, spaces[:n], st)
		from += n
	}
}

const spaces = "                                                                "

// pad is the room before text that leaves free cells over.
func (a Align) pad(free int) int {
	switch a {
	case Right:
		return free
	case Center:
		return free / 2
	}
	return 0
}

func (a Align) flip() Align {
	switch a {
	case Left:
		return Right
	case Right:
		return Left
	}
	return a
}

// fitted is clean text in visual order, cut with an ellipsis to w cells. The
// ellipsis stands where the reader's eye leaves the text: on the left of
// Hebrew.
func (g *Grid) fitted(s string, w int, d bidi.Dir) laidText {
	over := len(s) > w && cellWidth(s) > w
	if !over && bidi.Has(s) {
		return g.layout(s, d)
	}
	tail := glyph{g.Glyphs.Ellipsis, cellWidth(g.Glyphs.Ellipsis)}
	if over {
		s = cutCells(s, max(0, w-tail.w))
	}
	if !bidi.Has(s) {
		t := laidText{}
		for s != "" {
			var gl glyph
			gl, s = nextGlyph(s)
			t.glyphs = append(t.glyphs, gl)
		}
		if over {
			t.glyphs = append(t.glyphs, tail)
		}
		return t
	}
	k := layoutKey{s + "\x00", d} // clean text holds no NUL: the cut variant
	t, ok := g.laid[k]
	if !ok {
		t = visual(arrange(clusters(s), d).WithTail(tail.text, tail.w))
		g.laid[k] = t
	}
	return t
}
