package ui

import (
	"accord/model"
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
// joined; the heavier decides how it looks.
type wires struct {
	w, h  int
	bits  []uint8
	heavy []bool
	style []theme.Style
	marks []wireMark
}

// wireMark is the sign of a relation at the edge of a box.
type wireMark struct {
	x, y  int
	sign  string
	style theme.Style
}

func newWires(w, h int) *wires {
	return &wires{w: w, h: h, bits: make([]uint8, w*h), heavy: make([]bool, w*h), style: make([]theme.Style, w*h)}
}

func (l *wires) put(x, y int, bits uint8, heavy bool, st theme.Style) {
	if x < 0 || y < 0 || x >= l.w || y >= l.h {
		return
	}
	i := y*l.w + x
	if l.bits[i] == 0 || heavy && !l.heavy[i] || st != theme.Border {
		l.style[i] = st
	}
	l.bits[i] |= bits
	l.heavy[i] = l.heavy[i] || heavy
}

// across runs from x0 to x1 on a line, ends included as half cells.
func (l *wires) across(x0, x1, y int, heavy bool, st theme.Style) {
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
		l.put(x, y, bits, heavy, st)
	}
}

// along runs from y0 to y1 in a column.
func (l *wires) along(x, y0, y1 int, heavy bool, st theme.Style) {
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
		l.put(x, y, bits, heavy, st)
	}
}

func (l *wires) draw(cv widget.Canvas) {
	g := cv.Glyphs()
	for y := range l.h {
		for x := range l.w {
			i := y*l.w + x
			switch {
			case l.bits[i] == 0:
			case l.heavy[i]:
				cv.Text(x, y, g.HeavyJoint[l.bits[i]], l.style[i])
			default:
				cv.Text(x, y, g.Joint[l.bits[i]], l.style[i])
			}
		}
	}
}

// wireSuperiors draws who reports to whom: down from the superior, along the line
// under its row, down to those below.
func (m *mapPane) wireSuperiors(f *frame, l *wires) {
	for i := range m.facts.rows {
		boss, ok := m.facts.index[m.facts.rows[i].seat.ReportsTo]
		if !ok || f.level[boss] != f.level[i]-1 {
			continue
		}
		child, shown := f.box(i)
		above, bossShown := f.box(boss)
		if !shown && !bossShown {
			continue
		}
		y := child.Y - channel
		top, from := above.X+above.W/2, child.X+child.W/2
		l.along(top, above.Y+above.H-1, y, false, theme.Border)
		l.across(top, from, y, false, theme.Border)
		l.along(from, y, child.Y, false, theme.Border)
		if bossShown {
			l.marks = append(l.marks, wireMark{top, above.Y + above.H - 1, m.facts.glyphs.Joint[wireDown|wireLeft|wireRight], theme.Border})
		}
		if shown {
			l.marks = append(l.marks, wireMark{from, child.Y, m.facts.glyphs.Joint[wireUp|wireLeft|wireRight], theme.Border})
		}
	}
}

// lane is the cell column right of a box in which relations run; ties have the one
// left of it.
func (f *frame) lane(r widget.Rect) int { return r.X + r.W + 1 }

func tieLane(r widget.Rect) int { return r.X - 1 }

// wireRelations draws the relations of the person in focus and counts the others.
func (m *mapPane) wireRelations(f *frame, l *wires) (skipped int) {
	focus := m.current()
	rows := map[model.PersonID]int{}
	for i := range m.facts.rows {
		if p := m.facts.rows[i].person; p != nil {
			rows[p.ID] = i
		}
	}
	for i := range m.facts.account.Edges {
		e := &m.facts.account.Edges[i]
		other := e.To
		if focus == nil || focus.person == nil || e.From != focus.person.ID && e.To != focus.person.ID {
			skipped++
			continue
		}
		if other == focus.person.ID {
			other = e.From
		}
		to, known := rows[other]
		if !known {
			continue
		}
		m.wireRelation(f, l, to, e, other == e.To)
	}
	return skipped
}

// wireRelation goes from the focus into its lane, along to the line above the
// other's row, into the other's lane and to its edge, where the mark stands.
func (m *mapPane) wireRelation(f *frame, l *wires, to int, e *model.Edge, outward bool) {
	from, _ := f.box(m.row)
	box, shown := f.box(to)
	st, sign := theme.Accent, "▸"
	switch {
	case e.Kind == model.Conflict:
		st, sign = theme.Bad, "≠"
	case e.Kind == model.Informal:
		sign = "~"
	case outward:
		sign = "◂" // the arrow points into the box right of which it stands
	}
	a, b, above := f.lane(from), f.lane(box), box.Y-1
	y := from.Y + 1
	l.across(from.X+from.W-1, a, y, false, st)
	l.along(a, y, above, false, st)
	l.across(a, b, above, false, st)
	l.along(b, above, box.Y+1, false, st)
	if shown {
		l.marks = append(l.marks, wireMark{box.X + box.W, box.Y + 1, sign, st})
		l.across(box.X+box.W, b, box.Y+1, false, st)
	}
}

// wireTies joins those of ours who know the person in focus to their box: heavy
// lines are strong ties.
func (m *mapPane) wireTies(f *frame, l *wires) {
	r := m.current()
	if r == nil {
		return
	}
	box, shown := f.box(m.row)
	if !shown {
		return
	}
	lane := tieLane(box)
	for i, t := range r.ties {
		if t.Tie == nil || t.Level == model.TieNone {
			continue
		}
		x, _ := m.ourX(l.w, i)
		heavy := t.strength >= m.facts.programme.Settings().ThreadStrength
		l.along(x, 0, 1, heavy, theme.Accent)
		l.across(x, lane, 1, heavy, theme.Accent)
		l.along(lane, 1, box.Y+1, heavy, theme.Accent)
	}
	if r.known > 0 {
		l.across(lane, box.X, box.Y+1, false, theme.Accent)
	}
}
