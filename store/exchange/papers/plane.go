package papers

import (
	"fmt"
	"strings"

	"accord/model/report"
	"accord/model/words"
)

// The plane's picture, in its own units.
const (
	planeW, planeH, planeEdge = 720.0, 480.0, 40.0
	letterW                   = 6.4 // of a letter of a name, rather too much than too little
)

func planeX(v float64) float64 { return planeEdge + v/100*(planeW-2*planeEdge) }
func planeY(v float64) float64 { return planeH - planeEdge - v/100*(planeH-2*planeEdge) }

// planeSVG draws accounts on a plane.
func planeSVG(p *report.Plane) string {
	x, y := planeX, planeY
	var b strings.Builder
	fmt.Fprintf(
		&b,
		"<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\" font-family=\"system-ui,sans-serif\" font-size=\"11\">",
		planeW,
		planeH,
		htmlText(words.T("exchange-papers.over", p.Y, p.X)),
	)
	fmt.Fprintf(
		&b,
		"<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" fill=\"none\" stroke=\"#c3cad2\"/>",
		x(0),
		y(100),
		planeW-2*planeEdge,
		planeH-2*planeEdge,
	)
	fmt.Fprintf(
		&b,
		"<path d=\"M%.1f %.1fV%.1fM%.1f %.1fH%.1f\" stroke=\"#c3cad2\" stroke-dasharray=\"4 4\"/>",
		x(p.CutX),
		y(0),
		y(100),
		x(0),
		y(p.CutY),
		x(100),
	)
	for i, at := range [4]struct {
		x, y   float64
		anchor string
	}{{x(0) + 6, y(100) + 15, "start"}, {x(100) - 6, y(100) + 15, "end"}, {x(0) + 6, y(0) - 6, "start"}, {x(100) - 6, y(0) - 6, "end"}} {
		fmt.Fprintf(
			&b,
			"<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#3d4853\" font-weight=\"600\">%s</text>",
			at.x,
			at.y,
			at.anchor,
			htmlText(p.Corners[i]),
		)
	}
	planeDots(&b, p)
	fmt.Fprintf(
		&b,
		"<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"#3d4853\">%s →</text><text x=\"14\" y=\"%.1f\" fill=\"#3d4853\" transform=\"rotate(-90 14 %.1f)\" text-anchor=\"middle\">%s →</text></svg>",
		planeW/2,
		planeH-12,
		htmlText(p.X),
		planeH/2,
		planeH/2,
		htmlText(p.Y),
	)
	return b.String()
}

// box is a rectangle of the picture that something stands in.
type box struct{ x, y, w, h float64 }

func (a box) meets(b box) bool {
	return a.x < b.x+b.w && b.x < a.x+a.w && a.y < b.y+b.h && b.y < a.y+a.h
}

// planeDots draws the dots and names each beside it, where the name stands on no
// other. A name without room is told where the mouse rests; the table has it too.
func planeDots(b *strings.Builder, p *report.Plane) {
	names := placeNames(p.Dots)
	for i, d := range p.Dots {
		x, y, at := planeX(d.X), planeY(d.Y), names[i]
		fmt.Fprintf(
			b,
			"<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#14467f\"><title>%s</title></circle>",
			x,
			y,
			htmlText(d.Label),
		)
		if at.w == 0 {
			continue
		}
		if far := at.y + at.h/2 - y; far > 6 || far < -6 {
			edge := at.x
			if at.x < x {
				edge = at.x + at.w
			}
			fmt.Fprintf(b, "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#8a939e\" stroke-width=\".6\"/>", x, y, edge, at.y+at.h/2)
		}
		// the middle of its box is the middle of a name of either direction
		fmt.Fprintf(
			b,
			"<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"#1b1f24\" direction=\"ltr\" unicode-bidi=\"plaintext\">%s</text>",
			at.x+at.w/2,
			at.y+10,
			htmlText(d.Label),
		)
	}
}

// mostNamed is how many dots can be named at all before names are only clutter.
const mostNamed = 300

// placeNames gives the name of every dot a box beside it that meets no other, no
// dot and no corner's word; an empty box where there is no room.
func placeNames(dots []report.Dot) []box {
	out := make([]box, len(dots))
	if len(dots) > mostNamed {
		return out
	}
	const w, h = 90, 18 // of a corner's word
	taken := []box{
		{planeX(0), planeY(100), w, h},
		{planeX(100) - w, planeY(100), w, h},
		{planeX(0), planeY(0) - h, w, h},
		{planeX(100) - w, planeY(0) - h, w, h},
	}
	for _, d := range dots {
		taken = append(taken, box{planeX(d.X) - 5, planeY(d.Y) - 5, 10, 10})
	}
	for i, d := range dots {
		if at, ok := nameBox(planeX(d.X), planeY(d.Y), letterW*float64(len([]rune(d.Label))), taken); ok {
			out[i], taken = at, append(taken, at)
		}
	}
	return out
}

// nameBox finds room for a name of a width beside a dot: right, left, then higher
// and lower.
func nameBox(x, y, w float64, taken []box) (box, bool) {
	for _, dy := range []float64{0, -13, 13, -26, 26, -39, 39} {
		for _, bx := range []float64{x + 7, x - 7 - w} {
			at := box{bx, y - 7 + dy, w, 13}
			free := at.x >= planeX(0) && at.x+at.w <= planeX(100) && at.y >= planeY(100) && at.y+at.h <= planeY(0)
			for i := 0; free && i < len(taken); i++ {
				free = !at.meets(taken[i])
			}
			if free {
				return at, true
			}
		}
	}
	return box{}, false
}
