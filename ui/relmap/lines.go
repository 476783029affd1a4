package relmap

import (
	"cmp"
	"slices"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Undrawn counts what of an account a drawn map has no room for.
type Undrawn struct{ seats, Relations, Ties int }

// Wire lays the lines of a drawn map: who reports to whom, then all of the person
// in focus, then of the others what fits, the strongest first.
func (m *Pane) Wire(f *frame, l *wires) (left Undrawn) {
	m.wireSuperiors(f, l)
	relations, others := m.Relations()
	l.as = ofFocus
	for _, r := range relations {
		m.wireRelation(f, l, r)
	}
	m.wireTies(f, l)
	left.Relations = len(m.Facts.account.Edges) - len(relations)
	for _, r := range others {
		if _, from := f.Box(r.from); !from {
			continue
		}
		if _, to := f.Box(r.to); !to {
			continue
		}
		if l.Try(ofOthers+int16(r.from), func() { m.wireRelation(f, l, r) }) {
			left.Relations--
		}
	}
	left.Ties = m.wireOtherTies(f, l)
	return left
}

// wireSuperiors draws who reports to whom: down from the superior, along the line
// under its row, down to those below.
func (m *Pane) wireSuperiors(f *frame, l *wires) {
	l.as = ofSuperiors
	for i := range m.Facts.Rows {
		boss, ok := m.Facts.index[m.Facts.Rows[i].Seat.ReportsTo]
		if !ok || f.Level[boss] != f.Level[i]-1 {
			continue
		}
		child, shown := f.Box(i)
		above, bossShown := f.Box(boss)
		if !shown && !bossShown {
			continue
		}
		y := child.Y - channel
		top, from := above.X+above.W/2, child.X+child.W/2
		l.Along(top, above.Y+above.H-1, y, false, theme.Border)
		l.Across(top, from, y, false, theme.Border)
		l.Along(from, y, child.Y, false, theme.Border)
		if bossShown {
			l.Marks = append(
				l.Marks,
				wireMark{top, above.Y + above.H - 1, m.Facts.glyphs.Joint[wireDown|wireLeft|wireRight], theme.Border},
			)
		}
		if shown {
			l.Marks = append(l.Marks, wireMark{from, child.Y, m.Facts.glyphs.Joint[wireUp|wireLeft|wireRight], theme.Border})
		}
	}
}

// lane is the cell column right of a box in which relations run; ties have the one
// left of it.
func (f *frame) lane(r widget.Rect) int { return r.X + r.W + 1 }

func tieLane(r widget.Rect) int { return r.X - 1 }

// mapLine is a relation between two rows of the map, as it is drawn: from the one
// in focus where it is theirs.
type mapLine struct {
	from, to int
	outward  bool // to is who is influenced
	kind     model.EdgeKind
}

// Relations are those of the person in focus, and of the others those between the
// most influential first. Who sits nowhere has no box and is in neither.
func (m *Pane) Relations() (focus, others []mapLine) {
	rows := map[model.PersonID]int{}
	for i := range m.Facts.Rows {
		if p := m.Facts.Rows[i].person; p != nil {
			rows[p.ID] = i
		}
	}
	for i := range m.Facts.account.Edges {
		e := &m.Facts.account.Edges[i]
		from, known := rows[e.From]
		to, knownTo := rows[e.To]
		switch {
		case !known || !knownTo:
		case from == m.Row:
			focus = append(focus, mapLine{from, to, true, e.Kind})
		case to == m.Row:
			focus = append(focus, mapLine{to, from, false, e.Kind})
		default:
			others = append(others, mapLine{from, to, true, e.Kind})
		}
	}
	weight := func(l mapLine) int {
		return int(m.Facts.Rows[l.from].Seat.Influence) + int(m.Facts.Rows[l.to].Seat.Influence)
	}
	slices.SortStableFunc(others, func(a, b mapLine) int { return cmp.Compare(weight(b), weight(a)) })
	return focus, others
}

// wireRelation goes from the one box into its lane, along to the line above the
// other's row, into the other's lane and to its edge, where the mark stands.
func (m *Pane) wireRelation(f *frame, l *wires, r mapLine) {
	from, _ := f.Box(r.from)
	box, shown := f.Box(r.to)
	st, sign := theme.Accent, "▸"
	switch {
	case r.kind == model.Conflict:
		st, sign = theme.Bad, "≠"
	case r.kind == model.Informal:
		sign = "~"
	case r.outward:
		sign = "◂" // the arrow points into the box right of which it stands
	}
	if l.as != ofFocus && r.kind != model.Conflict {
		st = theme.Quiet
	}
	a, b, above := f.lane(from), f.lane(box), box.Y-1
	y := from.Y + 1
	l.Across(from.X+from.W-1, a, y, false, st)
	l.Along(a, y, above, false, st)
	l.Across(a, b, above, false, st)
	l.Along(b, above, box.Y+1, false, st)
	if shown {
		l.Across(box.X+box.W, b, box.Y+1, false, st)
		if !l.probe {
			l.Marks = append(l.Marks, wireMark{box.X + box.W, box.Y + 1, sign, st})
		}
	}
}

// wireTies joins those of ours who know the person in focus to their box: heavy
// lines are strong ties.
func (m *Pane) wireTies(f *frame, l *wires) {
	r := m.Current()
	if r == nil {
		return
	}
	if _, shown := f.Box(m.Row); !shown {
		return
	}
	for i, t := range r.ties {
		if t.Tie != nil && t.Level > model.TieNone {
			m.wireTie(f, l, m.Row, i, theme.Accent)
		}
	}
}

// wireTie goes down from the one of ours, along their line above the map and down
// the lane of the box to its edge.
func (m *Pane) wireTie(f *frame, l *wires, row, ours int, st theme.Style) {
	box, _ := f.Box(row)
	x, _ := m.ourX(l.w, ours)
	lane := tieLane(box)
	heavy := m.Facts.Rows[row].ties[ours].strength >= m.Facts.programme.Settings().ThreadStrength
	y := 1 + ours%(f.ours-1)
	l.Along(x, 0, y, heavy, st)
	l.Across(x, lane, y, heavy, st)
	l.Along(lane, y, box.Y+1, heavy, st)
	l.Across(lane, box.X, box.Y+1, false, st)
}

// wireOtherTies draws the ties of those not in focus that fit, the strongest
// first, and counts the rest.
func (m *Pane) wireOtherTies(f *frame, l *wires) (left int) {
	type tie struct {
		row, ours int
		strength  float64
	}
	var ties []tie
	for i := range m.Facts.Rows {
		_, shown := f.Box(i)
		for k, t := range m.Facts.Rows[i].ties {
			switch {
			case i == m.Row || t.Tie == nil || t.Level == model.TieNone:
			case !shown:
				left++
			default:
				ties = append(ties, tie{i, k, t.strength})
			}
		}
	}
	slices.SortStableFunc(ties, func(a, b tie) int { return cmp.Compare(b.strength, a.strength) })
	for _, t := range ties {
		// Lines of ours come after those of theirs: rows count from ofOthers up.
		if !l.Try(int16(ofOthers+len(m.Facts.Rows)+t.ours), func() { m.wireTie(f, l, t.row, t.ours, theme.Quiet) }) {
			left++
		}
	}
	return left
}
