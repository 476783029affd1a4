package widget

// horizontal moves the caret within its line, over its edges, or to the ends.
func (p *Prose) horizontal(e Edit) {
	switch e {
	case LeftKey:
		p.sideways(-1)
	case RightKey:
		p.sideways(1)
	case WordLeft, WordRight:
		_, l := p.line(p.p, p.row())
		p.word((e == WordRight) != l.RTL())
	case HomeKey:
		p.at = p.rows(p.p)[p.row()].From
	case EndKey:
		p.at = p.rowEnd(p.p, p.row())
	case TopKey:
		p.p, p.at = 0, 0
	case BottomKey:
		p.p = len(p.paras) - 1
		p.at = len(p.para().text)
	}
}

// sideways moves one place on the screen; past the edge of a line it goes to
// the line that reads before or after it.
func (p *Prose) sideways(dir int) {
	r := p.row()
	cs, l := p.line(p.p, r)
	from := p.rows(p.p)[r].From
	k := clusterAt(cs, p.at-from)
	if next := nextCaret(l, k, dir); next != k {
		p.at = from + byteOf(cs, next)
		return
	}
	if (dir > 0) != l.RTL() {
		p.forward(r)
	} else {
		p.backward(r)
	}
}

// forward goes to the start of the line after row r.
func (p *Prose) forward(r int) {
	rows := p.rows(p.p)
	switch {
	case r+1 < len(rows):
		p.at = rows[r+1].From
	case p.p+1 < len(p.paras):
		p.p, p.at = p.p+1, 0
	}
}

// backward goes to the end of the line before row r.
func (p *Prose) backward(r int) {
	switch {
	case r > 0:
		p.at = p.rowEnd(p.p, r-1)
	case p.p > 0:
		p.p--
		p.at = len(p.para().text)
	}
}

// rowEnd is the last caret place of a line. Behind the space of a soft break
// the next line begins, so there it is the place before that space.
func (p *Prose) rowEnd(i, r int) int {
	rows := p.rows(i)
	sp := rows[r]
	if r+1 == len(rows) {
		return sp.To
	}
	return max(sp.From, clusterBefore(p.paras[i].text, sp.To))
}

func (p *Prose) word(forward bool) {
	switch {
	case forward && p.at == len(p.para().text):
		p.forward(len(p.rows(p.p)) - 1)
	case forward:
		p.at = p.wordAfter()
	case p.at == 0:
		p.backward(0)
	default:
		p.at = p.wordBefore()
	}
}

// vertical moves by lines and keeps the column it started from.
func (p *Prose) vertical(e Edit) {
	n := 1
	if e == PageUp || e == PageDown {
		n = max(1, p.height-1)
	}
	r := p.row()
	if p.goal < 0 {
		p.goal = p.column(r)
	}
	if e == UpKey || e == PageUp {
		for ; n > 0 && (r > 0 || p.p > 0); n-- {
			if r == 0 {
				p.p--
				r = len(p.rows(p.p))
			}
			r--
		}
	} else {
		for ; n > 0 && (r+1 < len(p.rows(p.p)) || p.p+1 < len(p.paras)); n-- {
			if r++; r == len(p.rows(p.p)) {
				p.p, r = p.p+1, 0
			}
		}
	}
	p.toColumn(r)
}

// column is the cell of the caret on row r, as drawn.
func (p *Prose) column(r int) int {
	cs, l := p.line(p.p, r)
	x := l.CursorX(clusterAt(cs, p.at-p.rows(p.p)[r].From))
	if l.RTL() {
		x += p.width - 1 - l.Width()
	}
	return x
}

// toColumn puts the caret on row r at the place nearest the goal.
func (p *Prose) toColumn(r int) {
	cs, l := p.line(p.p, r)
	shift := 0
	if l.RTL() {
		shift = p.width - 1 - l.Width()
	}
	sp := p.rows(p.p)[r]
	end := p.rowEnd(p.p, r)
	best, at := 0, sp.From
	for k, from := 0, sp.From; k <= len(cs) && from <= end; k++ {
		if d := distance(l.CursorX(k)+shift, p.goal); k == 0 || d < best {
			best, at = d, from
		}
		if k < len(cs) {
			from += len(cs[k])
		} else {
			break
		}
	}
	p.at = at
}

// byteOf is where cluster k starts.
func byteOf(cs []string, k int) int {
	n := 0
	for _, c := range cs[:k] {
		n += len(c)
	}
	return n
}
