package ui

import (
	"accord/ui/theme"
	"accord/ui/widget"
)

// projector is how the screen looks to a room: rows further apart, fewer columns,
// high contrast, and nothing that is ours alone unless somebody asks for it. What
// is hidden is only not drawn: every figure stays what it is.
type projector struct {
	on    bool
	frank bool       // what is ours alone is shown all the same
	was   theme.Name // the theme before
}

// modest reports whether the screen keeps what is ours alone to itself.
func (c *ctx) modest() bool { return c.projector.on && !c.projector.frank }

// apart is how many rows of the screen a row of a list takes.
func (c *ctx) apart() int {
	if c.projector.on {
		return 2
	}
	return 1
}

// spread is how far apart the rows of a list stand in a window: further for a room
// when all of them have the room for it.
func (c *ctx) spread(rows, height int) int {
	if by := c.apart(); rows*by <= height+by-1 {
		return by
	}
	return 1
}

// oursWords stand where something is not shown to a room.
const oursWords = "Not shown on the projector. f5 leaves projector mode.\nf12 shows it to the room too."

// drawOurs stands where something is not shown.
func drawOurs(cv widget.Canvas) {
	drawLines(cv.Sub(cv.Rect().Inset(1)), []footLine{{text: "Not shown on the projector. f5 leaves projector mode.", style: theme.Plain},
		{text: "f12 shows it to the room too; esc goes back.", style: theme.Quiet}})
}

// shade stands where a cell is not shown.
func shade(c *ctx) (string, theme.Style) { return c.glyphs.Shade[0], theme.Quiet }
