package relmap

import (
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget"
)

// The drawn map: boxes in rows by who reports to whom, on a grid of columns. The
// gaps between the rows and between the columns belong to the lines, so that none
// ever runs through a box; whatever is not of the person in focus and would have
// to share a lane is counted instead of drawn.

// plot is where the boxes stand, in columns and levels. It depends on nothing but
// who reports to whom in which order, so that an edit moves only what it must.
type plot struct {
	Col, Level     []int // by row of the facts
	columns, depth int
}

// plotOf gives leaves the next column each and puts a superior over the middle of
// those below.
func plotOf(rows []Row) plot {
	p := plot{Col: make([]int, len(rows)), Level: make([]int, len(rows))}
	var place func(i int) (next int)
	place = func(i int) int {
		p.Level[i] = rows[i].depth
		p.depth = max(p.depth, rows[i].depth+1)
		next, first, last := i+1, -1, 0
		for next < len(rows) && rows[next].depth > rows[i].depth {
			child := next
			next = place(child)
			if first < 0 {
				first = p.Col[child]
			}
			last = p.Col[child]
		}
		if first < 0 {
			p.Col[i] = p.columns
			p.columns++
		} else {
			p.Col[i] = (first + last) / 2
		}
		return next
	}
	for i := 0; i < len(rows); {
		i = place(i)
	}
	return p
}

// frame is what of a plot is on the screen, and how large its boxes are.
type frame struct {
	plot
	BoxW, boxH         int
	left, top          int // first column and level shown
	columnsIn, levelIn int // how many of each are shown
	ours               int // lines above the boxes: our names, and those their ties run along
}

// The gaps that the lines have: between columns a mark and two lanes, between
// levels a line for superiors and one for relations; and at least two above all for
// ours.
const (
	gutter   = 4
	channel  = 2
	oursRows = 2
)

// boxWidths are tried from roomy to narrow; in the last the map is panned. The roomiest is
// for texts that the next would cut.
var boxWidths = []int{32, 26, 20, 16, 12}

// Fit chooses the largest boxes with which everything is seen, and pans so that
// the person in focus is.
func (m *Pane) Fit(w, h int) frame {
	f := frame{plot: m.Facts.Plot, boxH: 3}
	at := len(boxWidths) - 1
	for i, wide := range boxWidths {
		if i == 0 && m.Facts.widest.box <= boxWidths[1] {
			continue
		}
		if f.columns*(wide+gutter) <= w {
			at = i
			break
		}
	}
	f.BoxW = boxWidths[max(0, min(at-m.size, len(boxWidths)-1))]
	if oursRows+f.depth*(4+channel) <= h {
		f.boxH = 4
	}
	// What room is left gives each of ours a line of their own.
	f.ours = max(oursRows, min(1+len(m.Facts.drawn()), h-f.depth*(f.boxH+channel)))
	f.columnsIn = max(1, w/(f.BoxW+gutter))
	f.levelIn = max(1, (h-f.ours+channel-1)/(f.boxH+channel))
	if m.Row < len(f.Col) {
		m.left2 = pan(m.left2, f.Col[m.Row], f.columnsIn, f.columns)
		m.top2 = pan(m.top2, f.Level[m.Row], f.levelIn, f.depth)
	}
	f.left, f.top = m.left2, m.top2
	return f
}

// pan moves a window no further than the one in focus needs.
func pan(from, at, size, all int) int {
	from = min(max(from, at-size+1), at)
	return max(0, min(from, all-size))
}

// Box is the rectangle of a row's box; ok is false when it is off the screen.
func (f *frame) Box(row int) (r widget.Rect, ok bool) {
	c, l := f.Col[row]-f.left, f.Level[row]-f.top
	r = widget.Rect{X: gutter - 1 + c*(f.BoxW+gutter), Y: f.ours + l*(f.boxH+channel), W: f.BoxW, H: f.boxH}
	return r, c >= 0 && l >= 0 && c < f.columnsIn && l < f.levelIn
}

// drawDrawn draws the map and answers what of the account there is no room for.
func (m *Pane) drawDrawn(cv widget.Canvas, focus bool) (left Undrawn) {
	f := m.Fit(cv.W(), cv.H())
	lines := NewWires(cv.W(), cv.H())
	left = m.Wire(&f, lines)
	lines.Draw(cv)
	for i := range m.Facts.Rows {
		r, ok := f.Box(i)
		if !ok {
			left.seats++
			continue
		}
		m.drawBox(cv, r, i, focus)
		if i != m.Row && !m.filter.Keeps(m.Facts, &m.Facts.Rows[i]) {
			cv.Mark(r, theme.FadeMark)
		}
	}
	for _, mark := range lines.Marks {
		cv.Text(mark.X, mark.y, mark.Sign, mark.style)
	}
	m.drawOurs(cv, &f)
	return left
}

// Words says what is not drawn: "3 seats, 12 relations not drawn".
func (u Undrawn) Words() string {
	var parts []string
	if u.seats > 0 {
		parts = append(parts, words.T("relmap.n-seats", u.seats))
	}
	if u.Relations > 0 {
		parts = append(parts, words.T("relmap.n-relations", u.Relations))
	}
	if u.Ties > 0 {
		parts = append(parts, words.T("relmap.n-ties", u.Ties))
	}
	if len(parts) == 0 {
		return ""
	}
	return words.T("relmap.not-drawn", strings.Join(parts, ", "))
}

// drawBox writes a seat: influence and title, who sits there and how they stand;
// in the lower edge how well they are covered and the best tie.
func (m *Pane) drawBox(cv widget.Canvas, r widget.Rect, row int, focus bool) {
	x := &m.Facts.Rows[row]
	in := cv.Box(r, "", "", row == m.Row && focus)
	g := cv.Glyphs()
	sign, st := influenceSign(x.Seat.Influence, g)
	in.Text(0, 0, sign, st)
	support, supportStyle := supportCell(m.Facts, x, g)
	room := in.W() - 2
	name, nameStyle := x.name(), theme.Plain
	if x.person == nil {
		nameStyle = theme.Warn
	}
	if r.H > 3 {
		in.TextIn(2, 0, room, x.Title(), theme.Strong, widget.Left)
		in.TextIn(2, 1, room-3, name, nameStyle, widget.Left)
		in.TextIn(in.W()-2, 1, 2, support, supportStyle, widget.Right)
	} else {
		title := min(widget.Width(x.Title()), max(3, (room-3)/2))
		in.TextIn(2, 0, title, x.Title(), theme.Strong, widget.Left)
		in.TextIn(3+title, 0, room-title-4, name, nameStyle, widget.Left)
		in.TextIn(in.W()-2, 0, 2, support, supportStyle, widget.Right)
	}
	edge := cv.Sub(widget.Rect{X: r.X + 1, Y: r.Y + r.H - 1, W: r.W - 2, H: 1})
	cover, coverStyle := coverCell(m.Facts, x, g)
	at := edge.Text(1, 0, cover, coverStyle) + 1
	if tie, tieStyle := tieCell(m.Facts, x, g); x.best >= 0 && at+5 < edge.W() {
		edge.Text(at+1, 0, tie, tieStyle)
	}
	if len(x.flags) > 0 && x.flags[0].style != theme.Quiet {
		cv.Text(r.X+r.W-2, r.Y, g.Flag, x.flags[0].style)
	}
}

// ourX is where the name of one of ours begins in the line above the map.
func (m *Pane) ourX(w, i int) (x, width int) {
	n := max(1, len(m.Facts.drawn()))
	width = max(6, min(18, (w-1)/n-2))
	return gutter - 1 + i*(width+2), width
}

// drawOurs names our team above the map; those with a tie to the person in focus
// stand out.
func (m *Pane) drawOurs(cv widget.Canvas, f *frame) {
	r := m.Current()
	for i, o := range m.Facts.drawn() {
		x, w := m.ourX(cv.W(), i)
		st := theme.Quiet
		if r != nil && i < len(r.ties) && r.ties[i].Tie != nil && r.ties[i].Level > model.TieNone {
			st = theme.Accent
		}
		cv.TextIn(x, 0, min(w, cv.W()-x), o.Name, st, widget.Left)
	}
}
