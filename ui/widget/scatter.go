package widget

import (
	"math"

	"accord/ui/theme"
)

// Dot is one point of a scatter, 0..100 both ways.
type Dot struct {
	X, Y   float64
	FromX  float64 // where its line comes from; the same as X, Y for none
	FromY  float64
	Label  string
	Sign   string
	Style  theme.Style
	Struck bool // shown, but not counted
}

// Spot is a dot on the cells of a scatter, and where its label stands.
type Spot struct {
	X, Y         int
	Label        Rect // empty: there is no room for it
	Many         int  // dots on the same cell, this one included
	FromX, FromY int
	Trail        [][2]int // cells that lead here, the first of them where it comes from
}

// fewTrails is up to how many trails keep their cells free of labels: with more of
// them no label would find room.
const fewTrails = 24

// Scatter lays dots and labels out on w × h cells. Labels neither meet each other
// nor cover a dot; the first of them have the choice, and the dot of focus, which
// always has a label, before all. What is reserved is written already.
func Scatter(dots []Dot, w, h, focus int, reserved ...Rect) []Spot {
	f := field{make([]int32, w*h), w, h}
	spots := make([]Spot, len(dots))
	for i, d := range dots {
		s := &spots[i]
		s.X, s.Y = ScatterCell(d.X, d.Y, w, h)
		s.FromX, s.FromY = ScatterCell(d.FromX, d.FromY, w, h)
		f.taken[s.Y*w+s.X]++
	}
	for i := range spots {
		spots[i].Many = int(f.taken[spots[i].Y*w+spots[i].X])
	}
	for _, r := range reserved {
		f.take(r)
	}
	f.trails(spots, reserved)
	if focus >= 0 && focus < len(dots) {
		s := &spots[focus]
		if f.label(s, dots[focus].Label); s.Label.W == 0 {
			f.force(s, dots[focus].Label)
		}
	}
	for i := range spots {
		if i != focus && spots[i].Many == 1 {
			f.label(&spots[i], dots[i].Label)
		}
	}
	return spots
}

// field is what stands on the cells of a scatter: dots, or -1 for writing.
type field struct {
	taken []int32
	w, h  int
}

func (f *field) take(r Rect) {
	for x := max(0, r.X); x < min(f.w, r.X+r.W); x++ {
		if at := r.Y*f.w + x; f.taken[at] == 0 {
			f.taken[at] = -1
		}
	}
}

// trails finds the cells of the lines, none of them on what is written already. Where
// there are few, labels keep away from them by two cells: one that stood beside a dot
// of a line would read as the name of it.
func (f *field) trails(spots []Spot, reserved []Rect) {
	moved := 0
	for i := range spots {
		s := &spots[i]
		if s.FromX == s.X && s.FromY == s.Y {
			continue
		}
		moved++
		between(s.FromX, s.FromY, s.X, s.Y, func(x, y int) {
			for _, r := range reserved {
				if y >= r.Y && y < r.Y+r.H && x >= r.X && x < r.X+r.W {
					return
				}
			}
			s.Trail = append(s.Trail, [2]int{x, y})
		})
	}
	if moved > fewTrails {
		return
	}
	for i := range spots {
		for _, at := range spots[i].Trail {
			f.take(Rect{at[0] - 1, at[1], 3, 1})
		}
	}
}

// label puts a dot's label beside, above or below it where there is room.
func (f *field) label(s *Spot, text string) {
	n := min(Width(text), max(1, f.w-2))
	for _, at := range [...]Rect{{s.X + 2, s.Y, n, 1}, {s.X - n - 1, s.Y, n, 1}, {s.X - n/2, s.Y - 1, n, 1}, {s.X - n/2, s.Y + 1, n, 1}} {
		if at.Y >= 0 && at.Y < f.h && at.X >= 0 && at.X+n <= f.w && f.free(at) {
			s.Label = at
			f.take(at)
			return
		}
	}
}

// force puts a label where it may cover others, but not its own dot.
func (f *field) force(s *Spot, text string) {
	n := min(Width(text), max(1, f.w-2))
	s.Label = Rect{max(0, min(s.X+2, f.w-n)), s.Y, n, 1}
	if s.Label.X <= s.X {
		s.Label.Y = s.Y - 1
		if s.Y == 0 {
			s.Label.Y = min(1, f.h-1)
		}
	}
	f.take(s.Label)
}

// free reports whether a label fits, with a cell of air before and behind it.
func (f *field) free(r Rect) bool {
	for x := max(0, r.X-1); x <= min(f.w-1, r.X+r.W); x++ {
		own := f.taken[r.Y*f.w+x]
		if own != 0 && (x >= r.X && x < r.X+r.W || own < 0) {
			return false
		}
	}
	return true
}

// ScatterCell is the cell of a point: 0,0 is bottom left, 100,100 top right.
func ScatterCell(x, y float64, w, h int) (cx, cy int) {
	cx = int(math.Round(min(100, max(0, x)) / 100 * float64(w-1)))
	cy = h - 1 - int(math.Round(min(100, max(0, y))/100*float64(h-1)))
	return cx, cy
}

// DrawScatter draws laid out dots into a canvas of the same size: trails first, a
// hollow mark where one begins,
// then dots, the first of a cell on top, then labels; the one of focus over all.
func DrawScatter(c Canvas, dots []Dot, spots []Spot, focus int) {
	for i := range spots {
		for _, at := range spots[i].Trail {
			sign := c.Glyphs().Trail
			if at[0] == spots[i].FromX && at[1] == spots[i].FromY {
				sign = c.Glyphs().Start
			}
			c.Text(at[0], at[1], sign, theme.Warn)
		}
	}
	for i := len(dots) - 1; i >= 0; i-- {
		if i != focus {
			drawDot(c, &dots[i], &spots[i], false)
		}
	}
	for i := range dots {
		if s := &spots[i]; s.Label.W > 0 && i != focus {
			c.TextIn(s.Label.X, s.Label.Y, s.Label.W, dots[i].Label, theme.Quiet, Left)
		}
	}
	if focus >= 0 && focus < len(dots) {
		s := &spots[focus]
		c.TextIn(s.Label.X, s.Label.Y, s.Label.W, dots[focus].Label, theme.Strong, Left)
		drawDot(c, &dots[focus], s, true)
	}
}

func drawDot(c Canvas, d *Dot, s *Spot, focus bool) {
	sign, st := d.Sign, d.Style
	if s.Many > 1 && !d.Struck && !focus {
		sign = "+"
		if s.Many < 10 {
			sign = string(rune('0' + s.Many))
		}
	}
	c.Text(s.X, s.Y, sign, st)
	if focus {
		c.Mark(Rect{s.X, s.Y, 1, 1}, theme.FocusMark)
	}
}

// between calls f with the cells of a straight line from one cell up to another, but
// not with that.
func between(x0, y0, x1, y1 int, f func(x, y int)) {
	n := max(abs(x1-x0), abs(y1-y0))
	for i := range n {
		f(x0+int(math.Round(float64((x1-x0)*i)/float64(n))), y0+int(math.Round(float64((y1-y0)*i)/float64(n))))
	}
}

func abs(n int) int { return max(n, -n) }

// Towards is the dot nearest to one of them in a direction, itself when there is
// none: dots that lie more ahead than aside, then any ahead.
func Towards(dots []Dot, from, dx, dy int) int {
	best, least := from, math.Inf(1)
	for i := range dots {
		ahead := (dots[i].X-dots[from].X)*float64(dx) + (dots[i].Y-dots[from].Y)*float64(dy)
		aside := math.Abs((dots[i].X-dots[from].X)*float64(dy)) + math.Abs((dots[i].Y-dots[from].Y)*float64(dx))
		if i == from || ahead <= 0 {
			continue
		}
		cost := ahead + 2*aside
		if aside > ahead {
			cost += 1000
		}
		if cost < least {
			best, least = i, cost
		}
	}
	return best
}
