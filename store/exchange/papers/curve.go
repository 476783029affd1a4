package papers

import (
	"fmt"
	"slices"
	"strings"

	"accord/model"
	"accord/model/report"
	"accord/model/score"
)

// curveSVG draws a cumulative curve over the ranks of accounts: a bar for each
// while there is room, the line above them, and the levels across.
func curveSVG(c *report.Curve, caption string) string {
	const w, h, left, right, top, bottom = 720.0, 260.0, 52.0, 12.0, 12.0, 28.0
	n := len(c.Shares)
	most := max(1, slices.Max(append(slices.Clone(c.Shares), c.Levels...)))
	step := (w - left - right) / float64(n)
	x := func(k float64) float64 { return left + k*step }
	y := func(v float64) float64 { return h - bottom - max(0, v)/most*(h-top-bottom) }
	var b strings.Builder
	fmt.Fprintf(&b, "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\" font-family=\"system-ui,sans-serif\" font-size=\"11\">", w, h, htmlText(caption))
	fmt.Fprintf(&b, "<path d=\"M%.1f %.1fV%.1fH%.1f\" fill=\"none\" stroke=\"#c3cad2\"/>", left, top, h-bottom, w-right)
	if n <= 60 {
		for i, v := range c.Shares {
			fmt.Fprintf(&b, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#d3e0ee\"><title>%d. %s: %s</title></rect>", x(float64(i))+1, y(v), max(0.5, step-2), h-bottom-y(v), i+1, htmlText(c.Names[i]), percent(v))
		}
	}
	b.WriteString("<path fill=\"none\" stroke=\"#14467f\" stroke-width=\"2\" d=\"")
	for i, v := range c.Shares {
		fmt.Fprintf(&b, "%c%.1f %.1f", "ML"[min(i, 1)], x(float64(i)+0.5), y(v))
	}
	b.WriteString("\"/>")
	room := h // above the last word on the axis: two words do not stand on each other
	for i, l := range append(slices.Clone(c.Levels), most) {
		if i < len(c.Levels) {
			fmt.Fprintf(&b, "<path d=\"M%.1f %.1fH%.1f\" stroke=\"#8a939e\" stroke-dasharray=\"4 4\"/>", left, y(l), w-right)
		}
		if y(l) < room {
			room = y(l) - 12
			fmt.Fprintf(&b, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\" fill=\"#3d4853\">%s</text>", left-6, y(l)+4, percent(l))
		}
	}
	fmt.Fprintf(&b, "<text x=\"%.1f\" y=\"%.1f\" fill=\"#3d4853\">1</text><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\" fill=\"#3d4853\">%d accounts</text></svg>", left, h-8, w-right, h-8, n)
	return b.String()
}

func percent(v float64) string { return score.Percentage(model.Some(v), 0) }
