package widget

import "accord/ui/theme"

// Fill writes one glyph all over r. What lies under the cells stays.
func (c Canvas) Fill(r Rect, sign string, st theme.Style) {
	gl, _ := nextGlyph(Clean(sign))
	if gl.w == 0 {
		gl = glyph{" ", 1}
	}
	sub := c.Sub(r)
	for y := range sub.H() {
		for x := 0; x < sub.W(); x += gl.w {
			sub.glyph(x, y, gl, st)
		}
	}
}

// ClearRect makes r blank, with nothing under it: the ground for an overlay.
// A hardware cursor shown there is taken away.
func (c Canvas) ClearRect(r Rect) {
	a := c.Sub(r).clip
	for y := a.Y; y < a.Y+a.H; y++ {
		row := c.g.cells[y*c.g.w : (y+1)*c.g.w]
		for x := a.X; x < a.X+a.W; x++ {
			c.g.free(row, x)
			row[x] = blank
		}
	}
	if a.Contains(c.g.curX, c.g.curY) {
		c.g.cursor = false
	}
}

// Mark changes what lies under the cells of r and keeps the text on them.
func (c Canvas) Mark(r Rect, m theme.Mark) {
	a := c.Sub(r).clip
	for y := a.Y; y < a.Y+a.H; y++ {
		row := c.g.cells[y*c.g.w : (y+1)*c.g.w]
		for x := a.X; x < a.X+a.W; x++ {
			row[x].mark = m
		}
	}
}

// ShowCursor asks for the hardware cursor at x, y. Outside the window it
// asks for nothing.
func (c Canvas) ShowCursor(x, y int) {
	x, y = x+c.win.X, y+c.win.Y
	if c.clip.Contains(x, y) {
		c.g.curX, c.g.curY, c.g.cursor = x, y, true
	}
}

// HLine draws a horizontal line of w cells.
func (c Canvas) HLine(x, y, w int, st theme.Style) {
	c.Fill(Rect{x, y, w, 1}, c.g.Glyphs.Box.H, st)
}

// VLine draws a vertical line of h cells.
func (c Canvas) VLine(x, y, h int, st theme.Style) {
	c.Fill(Rect{x, y, 1, h}, c.g.Glyphs.Box.V, st)
}

// Box draws a frame with a title on the left and a note on the right of its
// upper edge, and returns the inside. With focus the lines are heavier, so
// that it shows without colour.
func (c Canvas) Box(r Rect, title, right string, focus bool) Canvas {
	f, st, head := c.g.Glyphs.Box, theme.Border, theme.Plain
	if focus {
		f, st, head = c.g.Glyphs.FocusBox, theme.BorderFocus, theme.Title
	}
	b := c.Sub(r)
	w, h := b.W(), b.H()
	b.Fill(Rect{0, 0, w, 1}, f.H, st)
	b.Fill(Rect{0, h - 1, w, 1}, f.H, st)
	b.Fill(Rect{0, 0, 1, h}, f.V, st)
	b.Fill(Rect{w - 1, 0, 1, h}, f.V, st)
	b.Text(0, 0, f.TopLeft, st)
	b.Text(w-1, 0, f.TopRight, st)
	b.Text(0, h-1, f.BottomLeft, st)
	b.Text(w-1, h-1, f.BottomRight, st)
	b.boxTitles(title, right, head)
	return b.Sub(b.Rect().Inset(1))
}

// Divider draws a line across the frame Box drew in r, y rows below its upper
// edge, with a title and a note like the upper edge's own.
func (c Canvas) Divider(r Rect, y int, title, right string, focus bool) {
	if y <= 0 || y >= r.H-1 {
		return
	}
	f, st := c.g.Glyphs.Box, theme.Border
	if focus {
		f, st = c.g.Glyphs.FocusBox, theme.BorderFocus
	}
	b := c.Sub(Rect{r.X, r.Y + y, r.W, 1})
	b.Fill(b.Rect(), c.g.Glyphs.Box.H, theme.Border)
	b.Text(0, 0, f.TeeLeft, st)
	b.Text(b.W()-1, 0, f.TeeRight, st)
	b.boxTitles(title, right, theme.Plain)
}

// boxTitles writes "─ title ── right ─" into the upper edge. The title goes
// first; the note gives way when there is no room for both.
func (c Canvas) boxTitles(title, right string, head theme.Style) {
	room := c.W() - 6
	if room <= 0 {
		return
	}
	used := 0
	if title != "" {
		used = min(Width(title), room)
		c.labelAt(2, used, title, head)
	}
	n := Width(right)
	if right == "" || n > room-used-3 && used > 0 || n > room {
		return
	}
	c.labelAt(c.W()-4-n, n, right, theme.Quiet)
}

func (c Canvas) labelAt(x, w int, s string, st theme.Style) {
	c.Text(x, 0, " ", st)
	c.TextIn(x+1, 0, w, s, st, Left)
	c.Text(x+1+w, 0, " ", st)
}
