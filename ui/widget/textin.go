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
	pad := a.pad(w - t.width)
	c.spaces(0, pad, st)
	c.glyphs(pad, 0, t.glyphs, st)
	c.spaces(pad+t.width, w, st)
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
	tail := glyph{g.Glyphs.Ellipsis, cellWidth(g.Glyphs.Ellipsis)}
	over := len(s) > w && cellWidth(s) > w
	if over {
		s = cutCells(s, max(0, w-tail.w))
	}
	switch {
	case !bidi.Has(s):
		return inOrder(s, over, tail)
	case !over:
		return g.layout(s, d)
	}
	// Clean text holds no NUL, so this key is no other text's.
	return g.cached(layoutKey{s + "\x00" + tail.text, d}, func() laidText {
		return visual(arrange(clusters(s), d).WithTail(tail.text, tail.w))
	})
}

// inOrder is text that needs no reordering, with its tail when it was cut.
func inOrder(s string, cut bool, tail glyph) laidText {
	t := laidText{glyphs: make([]glyph, 0, len(s)/2+1)}
	for s != "" {
		var gl glyph
		gl, s = nextGlyph(s)
		t.glyphs = append(t.glyphs, gl)
		t.width += gl.w
	}
	if cut {
		t.glyphs = append(t.glyphs, tail)
		t.width += tail.w
	}
	return t
}
