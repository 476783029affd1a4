package widget

import (
	"math"

	"accord/ui/theme"
)

// Bar draws a value as a column from the bottom of the canvas, in eighths of a
// cell; top is the value that fills it.
func (c Canvas) Bar(x int, value, top float64, st theme.Style) {
	if top <= 0 || value <= 0 {
		return
	}
	eighths := int(math.Round(min(1, value/top) * float64(8*c.H())))
	for y := c.H() - 1; y >= 0 && eighths > 0; y-- {
		c.Text(x, y, c.Glyphs().Spark[min(8, eighths)-1], st)
		eighths -= 8
	}
}

// Level draws a dotted line across at a value, where nothing stands yet.
func (c Canvas) Level(value, top float64, from int, st theme.Style) (y int) {
	y = c.H() - 1 - int(math.Round(min(1, value/top)*float64(c.H()-1)))
	for x := from; x < c.W(); x += 2 {
		c.Text(x, y, c.Glyphs().Sep, st)
	}
	return y
}
