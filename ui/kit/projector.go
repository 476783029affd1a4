package kit

import (
	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Modest reports whether the screen keeps what is ours alone to itself.
func (c *Context) Modest() bool { return c.Projector.On && !c.Projector.Frank }

// Apart is how many rows of the screen a row of a list takes.
func (c *Context) Apart() int {
	if c.Projector.On {
		return 2
	}
	return 1
}

// Spread is how far apart the rows of a list stand in a window: further for a room
// when all of them have the room for it.
func (c *Context) Spread(rows, height int) int {
	if by := c.Apart(); rows*by <= height+by-1 {
		return by
	}
	return 1
}

// OursWords stand where something is not shown to a room.
func OursWords() string { return words.T("kit.not-shown-projector-f5-leaves") }

// DrawOurs stands where something is not shown.
func DrawOurs(cv widget.Canvas) {
	DrawLines(
		cv.Sub(cv.Rect().Inset(1)),
		[]FootLine{{Text: words.T("kit.not-shown-projector-f5-leaves"), Style: theme.Plain},
			{Text: words.T("kit.f12-shows-room-too-esc"), Style: theme.Quiet}},
	)
}

// Shade stands where a cell is not shown.
func Shade(c *Context) (string, theme.Style) { return c.Glyphs.Shade[0], theme.Quiet }
