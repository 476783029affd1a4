package widget

import (
	"unicode/utf8"

	"accord/ui/theme"
	"accord/ui/widget/bidi"
)

// cell is one place on the screen. A wide character takes two: the second has
// width 0. Text longer than one code point lives in the grid's side table and
// r is its negative index, so that a cell stays 8 bytes without pointers.
type cell struct {
	r    rune
	w    uint8
	st   theme.Style
	mark theme.Mark
}

var blank = cell{r: ' ', w: 1}

// Grid is the cells of one screen, with the buffers that drawing reuses.
type Grid struct {
	Glyphs theme.Glyphs // signs used for frames, meters and cut marks

	w, h   int
	cells  []cell
	long   []string         // clusters of several code points
	longID map[string]int32 // place of each in long
	laid   map[layoutKey]laidText
	out    []byte
	curX   int
	curY   int
	cursor bool
}

type layoutKey struct {
	s string
	d bidi.Dir
}

// laidText is the visual order of a text that holds right-to-left letters.
type laidText struct {
	glyphs []glyph
	width  int
	rtl    bool
}

// NewGrid makes a blank grid of w×h cells with Unicode glyphs.
func NewGrid(w, h int) *Grid {
	g := &Grid{
		Glyphs: theme.GlyphSet(false),
		longID: map[string]int32{},
		laid:   map[layoutKey]laidText{},
	}
	g.Resize(w, h)
	return g
}

// Resize changes the size and clears the grid.
func (g *Grid) Resize(w, h int) {
	g.w, g.h = max(0, w), max(0, h)
	if n := g.w * g.h; cap(g.cells) < n {
		g.cells = make([]cell, n)
	} else {
		g.cells = g.cells[:n]
	}
	g.Clear()
}

// Size is the number of columns and rows.
func (g *Grid) Size() (w, h int) { return g.w, g.h }

// Clear blanks every cell and takes the cursor away.
func (g *Grid) Clear() {
	for i := range g.cells {
		g.cells[i] = blank
	}
	g.long = g.long[:0]
	clear(g.longID)
	g.cursor = false
}

// Canvas is the window onto the whole grid.
func (g *Grid) Canvas() Canvas {
	all := Rect{0, 0, g.w, g.h}
	return Canvas{g: g, win: all, clip: all}
}

// Cursor is the place of the hardware cursor the focused field asked for.
func (g *Grid) Cursor() (x, y int, ok bool) { return g.curX, g.curY, g.cursor }

// put writes one glyph at x, y, which the caller has clipped to the grid.
func (g *Grid) put(x, y int, r rune, w int, st theme.Style) {
	row := g.cells[y*g.w : (y+1)*g.w]
	g.free(row, x)
	if w == 2 {
		g.free(row, x+1)
		row[x+1] = cell{r: 0, w: 0, st: st, mark: row[x+1].mark}
	}
	row[x] = cell{r: r, w: uint8(w), st: st, mark: row[x].mark}
}

// free makes x overwritable: the other half of a wide character standing
// there becomes a blank.
func (g *Grid) free(row []cell, x int) {
	switch {
	case row[x].w == 0 && x > 0:
		row[x-1].r, row[x-1].w = ' ', 1
		row[x].r, row[x].w = ' ', 1
	case row[x].w == 2 && x+1 < len(row):
		row[x+1].r, row[x+1].w = ' ', 1
		row[x].r, row[x].w = ' ', 1
	}
}

// code is the cell content for a cluster: its rune, or a negative index.
func (g *Grid) code(s string) rune {
	r, n := utf8.DecodeRuneInString(s)
	if n == len(s) {
		return r
	}
	id, ok := g.longID[s]
	if !ok {
		g.long = append(g.long, s)
		id = int32(len(g.long))
		g.longID[s] = id
	}
	return -id
}

// maxLaid bounds the cache of laid out texts: a few screens' worth.
const maxLaid = 4096

// layout gives the visual order of clean text with right-to-left letters.
func (g *Grid) layout(s string, d bidi.Dir) laidText {
	return g.cached(layoutKey{s, d}, func() laidText {
		return visual(arrange(clusters(s), d))
	})
}

// cached keeps what lay gives: the algorithm costs microseconds, and screens
// repeat their texts frame after frame.
func (g *Grid) cached(k layoutKey, lay func() laidText) laidText {
	if t, ok := g.laid[k]; ok {
		return t
	}
	if len(g.laid) >= maxLaid {
		clear(g.laid)
	}
	t := lay()
	g.laid[k] = t
	return t
}

// arrange measures clusters as they will be drawn and lays them out.
func arrange(cs []string, d bidi.Dir) bidi.Line {
	cl := make([]bidi.Cluster, len(cs))
	for i, c := range cs {
		shown := Clean(c)
		cl[i] = bidi.Cluster{Text: shown, Width: cellWidth(shown)}
	}
	return bidi.Arrange(cl, d)
}

// visual is the line's glyphs from left to right.
func visual(l bidi.Line) laidText {
	t := laidText{width: l.Width(), rtl: l.RTL()}
	for k := range l.Len() {
		text := l.Visual(k)
		for text != "" {
			var g glyph
			g, text = nextGlyph(text)
			t.glyphs = append(t.glyphs, g)
		}
	}
	return t
}
