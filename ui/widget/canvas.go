package widget

import (
	"strings"

	"accord/ui/theme"
	"accord/ui/widget/bidi"
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
// they were inside the window; what runs over its right edge ends in an ellipsis
// there. Hebrew is laid out in a left-to-right line.
func (c Canvas) Text(x, y int, s string, st theme.Style) int {
	if isASCII(s) {
		c.ascii(x, y, s, st)
		return c.cutSign(x, y, len(s), s, st)
	}
	s = Clean(s)
	if bidi.Has(s) {
		return c.cutSign(x, y, c.glyphs(x, y, c.g.layout(s, bidi.LTR).glyphs, st), s, st)
	}
	from, all := x, s
	for s != "" {
		var g glyph
		g, s = nextGlyph(s)
		c.glyph(x, y, g, st)
		x += g.w
	}
	return c.cutSign(from, y, x-from, all, st)
}

// cutSign puts the ellipsis where a text of w cells from x, y on left the window, and
// returns w. Blanks may leave it unseen.
func (c Canvas) cutSign(x, y, w int, s string, st theme.Style) int {
	right := c.clip.X + c.clip.W - c.win.X
	if x >= right || x+w <= right || x+cellWidth(strings.TrimRight(s, " ")) <= right {
		return w
	}
	c.glyph(right-1, y, glyph{text: c.g.Glyphs.Ellipsis, w: 1}, st)
	return w
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
