package widget

import (
	"math"
	"strings"

	"accord/ui/theme"
)

// Meter draws value, a share from 0 to 1, as a row of filled and empty signs.
// An unknown value is drawn as unknown, never as nought.
func Meter(value float64, known bool, cells int, g theme.Glyphs) string {
	cells = max(0, cells)
	if !known || math.IsNaN(value) {
		return unknown(cells, g)
	}
	full := int(math.Round(math.Max(0, math.Min(1, value)) * float64(cells)))
	return strings.Repeat(g.Full, full) + strings.Repeat(g.Empty, cells-full)
}

// Level draws n of max signs: a rating.
func Level(n int, known bool, max int, g theme.Glyphs) string {
	if !known {
		return unknown(max, g)
	}
	n = clamp(n, 0, max)
	return strings.Repeat(g.Full, n) + strings.Repeat(g.Empty, clamp(max-n, 0, max))
}

// unknown is the sign for it, padded to the width of what it replaces.
func unknown(cells int, g theme.Glyphs) string {
	if cells <= 0 {
		return ""
	}
	return g.Unknown + strings.Repeat(" ", cells-1)
}

// Spark draws values as a row of columns between their least and greatest.
// A value that is not a number leaves a gap; a flat row stands in the middle.
func Spark(values []float64, g theme.Glyphs) string {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if finite(v) {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	top := len(g.Spark) - 1
	var b strings.Builder
	for _, v := range values {
		switch {
		case !finite(v):
			b.WriteByte(' ')
		case hi == lo:
			b.WriteString(g.Spark[top/2])
		default:
			share := (v/2 - lo/2) / (hi/2 - lo/2) // halved: no overflow
			b.WriteString(g.Spark[clamp(int(math.Round(share*float64(top))), 0, top)])
		}
	}
	return b.String()
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
