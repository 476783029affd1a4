package relmap

import (
	"accord/ui/theme"
	"accord/ui/widget"
)

// The directions a line leaves a cell in.
const (
	wireUp = 1 << iota
	wireDown
	wireLeft
	wireRight
)

// wires are the lines of a drawn map, cell by cell. Lines that share a cell are
// joined; the heavier decides how it looks. A line belongs to somebody, and those
// of two may only cross: wherever else they met nobody could tell whose is whose.
type wires struct {
	w, h  int
	Bits  []uint8
	heavy []bool
	style []theme.Style
	Marks []wireMark
	owner []int16 // whose line is in the cell
	own   []uint8 // and the directions in which it leaves
	as    int16   // whose line is being drawn
	probe bool    // lines are only tried
	clash bool    // a line that was tried met one of another
}

// ofSuperiors owns the lines of who reports to whom, which everything may cross;
// ofFocus those of the person in focus, which are drawn whatever they meet.
const (
	ofSuperiors = iota
	ofFocus
	ofOthers
)

// wireMark is the sign of a relation at the edge of a box.
type wireMark struct {
	X, y  int
	Sign  string
	style theme.Style
}

func NewWires(w, h int) *wires {
	n := w * h
	return &wires{
		w:     w,
		h:     h,
		Bits:  make([]uint8, n),
		heavy: make([]bool, n),
		style: make([]theme.Style, n),
		owner: make([]int16, n),
		own:   make([]uint8, n),
	}
}

func (l *wires) Put(x, y int, bits uint8, heavy bool, st theme.Style) {
	if x < 0 || y < 0 || x >= l.w || y >= l.h {
		return
	}
	i := y*l.w + x
	if l.probe {
		l.clash = l.clash || l.owner[i] != ofSuperiors && l.owner[i] != l.as && !crosses(l.own[i], bits)
		return
	}
	if l.as != ofSuperiors {
		l.owner[i] = l.as
		l.own[i] |= bits
	}
	if l.Bits[i] == 0 || heavy && !l.heavy[i] || st != theme.Border {
		l.style[i] = st
	}
	l.Bits[i] |= bits
	l.heavy[i] = l.heavy[i] || heavy
}

// crosses reports whether one line goes straight on where the other does too, at
// right angles to it.
func crosses(a, b uint8) bool {
	const level, upright = wireLeft | wireRight, wireUp | wireDown
	return a == level && b == upright || a == upright && b == level
}

// Try draws a line unless it met one of another.
func (l *wires) Try(as int16, draw func()) (drawn bool) {
	l.as, l.probe, l.clash = as, true, false
	draw()
	l.probe = false
	if l.clash {
		return false
	}
	draw()
	return true
}

// Across runs from x0 to x1 on a line, ends included as half cells.
func (l *wires) Across(x0, x1, y int, heavy bool, st theme.Style) {
	if x0 > x1 {
		x0, x1 = x1, x0
	}
	for x := x0; x <= x1; x++ {
		var bits uint8
		if x > x0 {
			bits |= wireLeft
		}
		if x < x1 {
			bits |= wireRight
		}
		l.Put(x, y, bits, heavy, st)
	}
}

// Along runs from y0 to y1 in a column.
func (l *wires) Along(x, y0, y1 int, heavy bool, st theme.Style) {
	if y0 > y1 {
		y0, y1 = y1, y0
	}
	for y := y0; y <= y1; y++ {
		var bits uint8
		if y > y0 {
			bits |= wireUp
		}
		if y < y1 {
			bits |= wireDown
		}
		l.Put(x, y, bits, heavy, st)
	}
}

func (l *wires) Draw(cv widget.Canvas) {
	g := cv.Glyphs()
	for y := range l.h {
		for x := range l.w {
			i := y*l.w + x
			switch {
			case l.Bits[i] == 0:
			case l.heavy[i]:
				cv.Text(x, y, g.HeavyJoint[l.Bits[i]], l.style[i])
			default:
				cv.Text(x, y, g.Joint[l.Bits[i]], l.style[i])
			}
		}
	}
}
