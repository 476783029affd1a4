package widget

import (
	"unicode/utf8"

	"accord/ui/theme"
)

// Render writes the grid for the terminal: h lines of exactly w cells, each
// beginning and ending in the terminal's own style.
func (g *Grid) Render(t *theme.Theme) string {
	out := g.out[:0]
	for y := range g.h {
		if y > 0 {
			out = append(out, '\n')
		}
		out = g.renderRow(out, g.cells[y*g.w:(y+1)*g.w], t)
	}
	g.out = out
	return string(out)
}

func (g *Grid) renderRow(out []byte, row []cell, t *theme.Theme) []byte {
	const unset = -1
	last := unset
	for i := range row {
		c := &row[i]
		if c.w == 0 {
			continue
		}
		if look := int(c.st)<<8 | int(c.mark); look != last {
			last = look
			out = append(out, t.SGR(c.st, c.mark)...)
		}
		out = g.appendText(out, c.r)
	}
	if last != unset {
		out = append(out, "\x1b[m"...)
	}
	return out
}

func (g *Grid) appendText(out []byte, r rune) []byte {
	switch {
	case r < 0:
		return append(out, g.long[-r-1]...)
	case r < utf8.RuneSelf:
		return append(out, byte(r))
	}
	return utf8.AppendRune(out, r)
}

// Plain is Render without any style, for tests and golden screens.
func (g *Grid) Plain() string {
	out := g.out[:0]
	for y := range g.h {
		if y > 0 {
			out = append(out, '\n')
		}
		for _, c := range g.cells[y*g.w : (y+1)*g.w] {
			if c.w > 0 {
				out = g.appendText(out, c.r)
			}
		}
	}
	g.out = out
	return string(out)
}
