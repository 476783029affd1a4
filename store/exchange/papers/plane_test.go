package papers

import (
	"math/rand/v2"
	"strings"
	"testing"

	"accord/model/report"
)

// No name on the plane stands on another, on a dot or outside the frame, and the
// lone one is always named.
func TestNamesOnThePlaneStandOnNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	named, all := 0, 0
	for range 50 {
		var dots []report.Dot
		for range 1 + r.IntN(60) {
			dots = append(dots, report.Dot{X: 100 * r.Float64(), Y: 100 * r.Float64(), Label: strings.Repeat("n", 1+r.IntN(25))})
		}
		boxes := placeNames(dots)
		for i, a := range boxes {
			if all++; a.w == 0 {
				continue
			}
			named++
			if a.x < planeX(0) || a.x+a.w > planeX(100) || a.y < planeY(100) || a.y+a.h > planeY(0) {
				t.Errorf("a name outside the frame: %+v", a)
			}
			for k, d := range dots {
				if a.meets(box{planeX(d.X) - 4, planeY(d.Y) - 4, 8, 8}) || k != i && boxes[k].w > 0 && a.meets(boxes[k]) {
					t.Errorf("name %d stands on %d", i, k)
				}
			}
		}
		if len(dots) == 1 && boxes[0].w == 0 {
			t.Error("a lone account without its name")
		}
	}
	if named*10 < all*7 {
		t.Errorf("only %d of %d are named", named, all)
	}
	if many := placeNames(make([]report.Dot, mostNamed+1)); many[0].w != 0 {
		t.Error("a name in a crowd")
	}
}

// Curves have a bar and a line for every account and words that do not stand on
// each other.
func TestCurvesAreDrawn(t *testing.T) {
	c := &report.Curve{Names: []string{"A & B", "C"}, Shares: []float64{1.2, 1}, Levels: []float64{1}}
	svg := curveSVG(c, "peak <120>")
	for _, want := range []string{"aria-label=\"peak &lt;120&gt;\"", "<title>1. A &amp; B: 120 %</title>", ">100 %</text>", ">120 %</text>", ">2 accounts</text>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("%q is not in %s", want, svg)
		}
	}
	c.Shares = []float64{1.01, 1}
	if svg := curveSVG(c, ""); strings.Contains(svg, ">101 %</text>") || !strings.Contains(svg, ">100 %</text>") {
		t.Errorf("two words in one place: %s", svg)
	}
}
