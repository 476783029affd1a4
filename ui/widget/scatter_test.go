package widget

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"accord/ui/theme"
)

func randomDots(r *rand.Rand, n int) []Dot {
	dots := make([]Dot, n)
	for i := range dots {
		x, y := float64(r.IntN(101)), float64(r.IntN(101))
		dots[i] = Dot{X: x, Y: y, FromX: x, FromY: y, Label: fmt.Sprint("Account ", r.IntN(1000000)), Sign: "o"}
	}
	return dots
}

// Labels never meet, never leave the chart and cover no dot; the one in focus
// always has one, whatever the number of dots and the size.
func TestScatterLabelsNeverMeet(t *testing.T) {
	labels := 0
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		w, h, n := 20+r.IntN(120), 5+r.IntN(40), []int{1, 5, 85, 2000}[seed%4]
		dots := randomDots(r, n)
		focus := r.IntN(n)
		spots := Scatter(dots, w, h, focus)
		cells := map[[2]int]int{}
		for i, s := range spots {
			if s.X < 0 || s.Y < 0 || s.X >= w || s.Y >= h {
				t.Fatalf("seed %d: a dot outside", seed)
			}
			if i == focus && s.Label.W == 0 {
				t.Fatalf("seed %d: no label for the dot in focus", seed)
			}
			if s.Label.W == 0 {
				continue
			}
			labels++
			if s.Label.X < 0 || s.Label.Y < 0 || s.Label.X+s.Label.W > w || s.Label.Y >= h {
				t.Fatalf("seed %d: the label %v is outside %d×%d", seed, s.Label, w, h)
			}
			for x := s.Label.X; x < s.Label.X+s.Label.W; x++ {
				at := [2]int{x, s.Label.Y}
				if other, there := cells[at]; there {
					t.Fatalf("seed %d, %d dots: labels of %d and %d meet", seed, n, other, i)
				}
				cells[at] = i
			}
		}
		for i, s := range spots {
			if of, covered := cells[[2]int{s.X, s.Y}]; covered && of != focus {
				t.Fatalf("seed %d: the label of %d covers the dot %d", seed, of, i)
			}
			if of, covered := cells[[2]int{s.X, s.Y}]; covered && i == focus {
				t.Fatalf("seed %d: the label of %d covers the dot in focus", seed, of)
			}
		}
	}
	if labels < 500 {
		t.Errorf("only %d labels", labels)
	}
}

// A dot is never more than half a cell from where its numbers put it.
func TestScatterIsExactToACell(t *testing.T) {
	for w := 2; w < 130; w += 7 {
		for v := 0.0; v <= 100; v += 0.5 {
			x, y := ScatterCell(v, v, w, w)
			if want := v / 100 * float64(w-1); math.Abs(float64(x)-want) > 0.5 || math.Abs(float64(w-1-y)-want) > 0.5 {
				t.Fatalf("%v on %d cells: %d, %d", v, w, x, y)
			}
		}
	}
	if x, y := ScatterCell(-5, 140, 11, 11); x != 0 || y != 0 {
		t.Errorf("out of range: %d %d", x, y)
	}
}

// Arrows lead ahead, and from every dot some arrow leads on unless it is alone.
func TestTowardsLeadsAhead(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	dots := randomDots(r, 85)
	for i := range dots {
		moves := 0
		for _, d := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
			to := Towards(dots, i, d[0], d[1])
			if to == i {
				continue
			}
			moves++
			if ahead := (dots[to].X-dots[i].X)*float64(d[0]) + (dots[to].Y-dots[i].Y)*float64(d[1]); ahead <= 0 {
				t.Fatalf("from %+v %v leads back to %+v", dots[i], d, dots[to])
			}
		}
		if moves < 2 {
			t.Errorf("%+v: %d ways on", dots[i], moves)
		}
	}
	if got := Towards(dots[:1], 0, 1, 0); got != 0 {
		t.Error("a lonely dot leads to", got)
	}
}

// A bar is exact to an eighth of a cell.
func TestBarsAreExact(t *testing.T) {
	for v := 1; v <= 80; v++ {
		g := NewGrid(3, 10)
		g.Glyphs = theme.GlyphSet(false)
		g.Canvas().Bar(0, float64(v), 80, theme.Plain)
		eighths := 0
		for line := range strings.SplitSeq(g.Plain(), "\n") {
			for k, s := range g.Glyphs.Spark {
				if strings.HasPrefix(line, s) {
					eighths += k + 1
				}
			}
		}
		if eighths != v {
			t.Fatalf("a bar of %d of 80 has %d eighths", v, eighths)
		}
	}
}

func BenchmarkScatter2000(b *testing.B) {
	dots := randomDots(rand.New(rand.NewPCG(1, 3)), 2000)
	g := NewGrid(120, 40)
	g.Glyphs = theme.GlyphSet(false)
	for b.Loop() {
		DrawScatter(g.Canvas(), dots, Scatter(dots, 120, 40, 7), 7)
	}
}

// A trail begins in a mark of its own and ends before its dot; no label stands on it, nor
// so near that a dot of the line would read as what it names.
func TestTrailsStandFreeOfLabels(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 9))
		dots := randomDots(r, 20)
		for i := range 5 {
			dots[i].FromX, dots[i].FromY = float64(r.IntN(101)), float64(r.IntN(101))
		}
		w, h := 100, 30
		corner := Rect{0, 0, 12, 1}
		spots := Scatter(dots, w, h, -1, corner)
		for i := range 5 {
			s := spots[i]
			if moved := s.FromX != s.X || s.FromY != s.Y; moved != (len(s.Trail) > 0) && (s.FromY != 0 || s.FromX >= corner.W) {
				t.Fatalf("seed %d: %+v", seed, s)
			}
			for _, at := range s.Trail {
				if at[0] == s.X && at[1] == s.Y || at[1] == 0 && at[0] < corner.W {
					t.Fatalf("seed %d: the trail %v covers its dot or what is written", seed, s.Trail)
				}
				for k, o := range spots {
					if o.Label.W > 0 && at[1] == o.Label.Y && at[0] >= o.Label.X-2 && at[0] <= o.Label.X+o.Label.W {
						t.Fatalf("seed %d: the label of %d stands at a trail: %v, %v", seed, k, o.Label, at)
					}
				}
			}
		}
	}
	for _, ascii := range []bool{false, true} {
		g := NewGrid(30, 5)
		g.Glyphs = theme.GlyphSet(ascii)
		dots := []Dot{{X: 100, Y: 50, FromX: 0, FromY: 50, Sign: "X"}}
		DrawScatter(g.Canvas(), dots, Scatter(dots, 30, 5, -1), -1)
		if line := strings.Split(g.Plain(), "\n")[2]; line != g.Glyphs.Start+strings.Repeat(g.Glyphs.Trail, 28)+"X" {
			t.Errorf("%q", line)
		}
	}
}
