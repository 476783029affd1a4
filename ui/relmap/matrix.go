package relmap

import (
	"math"
	"strconv"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget"
)

// A column of the matrix, with the gap behind it, is as wide as the names over it and what
// room there is.
const (
	mapCell = 7
	mapMost = 16
)

// drawMatrix shows their seats against our team. Under the rows stands how much
// of all ties each of ours carries: one large number is a bow-tie.
func (m *Pane) drawMatrix(cv widget.Canvas, focus bool) {
	f := m.Facts
	k := m.fitMatrix(cv.W())
	heads, foot := 2, 1
	if cv.H() < 7 || len(f.Team()) == 0 {
		heads, foot = 1, 0
	}
	if cv.H() < min(len(f.Rows), 8)+3 {
		foot = 0 // another seat is worth more
	}
	head, rest := cv.Rect().SplitTop(heads)
	foots, body := rest.SplitBottom(foot)
	body.H = min(body.H, len(f.Rows)) // the sums stand right under the rows
	foots.Y = body.Y + body.H
	m.eachRow(cv.Sub(body), focus, func(line widget.Canvas, r *Row, cursor bool) {
		x := drawSeat(line, mapGutter, k.seat, r.indent(), r) + 1
		drawName(line, x, k.name, r)
		if k.support {
			s, st := supportCell(f, r, line.Glyphs())
			line.TextIn(x+k.name+1, 0, 2, s, st, widget.Left)
		}
		for i := range k.members {
			m.drawTie(line, k.x+i*k.cell, r, m.left+i, focus && cursor)
		}
		drawFlags(line, k.x+k.members*k.cell, r.flags)
	})
	m.drawMatrixHead(cv.Sub(head), k)
	switch place := m.placeWords(body.H); {
	case heads > 1:
		cv.Text(mapGutter-1, 0, place, theme.Quiet)
	case len(f.Team()) == 0:
		cv.Text(cv.W()-len(place), 0, place, theme.Header)
	}
	m.drawCarried(cv.Sub(foots), k)
}

// matrixColumns is where the columns of the matrix stand at a width.
type matrixColumns struct {
	seat, name int
	support    bool
	x          int // of the first of ours
	members    int // how many of ours have room
	cell       int // of a column, with the gap behind it
}

// fitMatrix gives the team what it needs and the labels the rest, down to what
// still can be read; then the team scrolls sideways.
func (m *Pane) fitMatrix(w int) matrixColumns {
	f, n := m.Facts, len(m.Facts.Team())
	free := w - mapGutter - n*mapCell - 2
	labels := max(free-4-min(f.widest.flags, minFlags), w*2/5)
	k := matrixColumns{seat: f.widest.short, name: f.widest.name, support: free-4 >= labels}
	if k.seat+k.name+1 > labels { // the seat gives way first: ties are to people
		k.name = min(k.name, max(labels/2, labels-1-k.seat))
		k.seat = min(k.seat, labels-1-k.name)
	}
	k.x = mapGutter + k.seat + 1 + k.name + 2
	if k.support {
		k.x += 3
	}
	k.members = min(n, max(0, w-k.x+1)/mapCell)
	m.left = min(max(m.left, m.col-k.members+1), m.col)
	m.left = min(max(m.left, 0), n-k.members)
	k.cell = mapCell
	if k.members == n && n > 0 {
		spare := w - k.x - n*mapCell - min(f.widest.flags, goodFlags)
		k.cell = min(max(mapCell, m.widestHead()+1), mapMost, mapCell+max(0, spare)/n)
	}
	return k
}

// drawMatrixHead names our people, and under each what they stand for.
func (m *Pane) drawMatrixHead(cv widget.Canvas, k matrixColumns) {
	f, last := m.Facts, cv.H()-1
	cv.Fill(widget.Rect{X: 0, Y: last, W: cv.W(), H: 1}, " ", theme.Header)
	cv.TextIn(mapGutter, last, k.seat+1+k.name, words.T("relmap.theirs"), theme.Header, widget.Left)
	if len(f.Team()) == 0 {
		cv.Text(k.x, last, words.T("relmap.ours-o-adds-one-our"), theme.Header)
		return
	}
	for i := range k.members {
		o, x := f.Team()[m.left+i], k.x+i*k.cell
		st := theme.Plain
		if m.left+i == m.col {
			st = theme.Strong
		}
		if last == 0 {
			st = theme.Header
		}
		name := o.Name
		if widget.Width(name) >= k.cell {
			name = firstWord(name)
		}
		cv.TextIn(x, 0, k.cell-1, name, st, widget.Left)
		if last > 0 {
			cv.TextIn(x, 1, k.cell-1, m.standsFor(o, k.cell-1), theme.Header, widget.Left)
		}
	}
	if m.left > 0 {
		cv.Text(k.x-1, 0, cv.Glyphs().Less, theme.Accent)
	}
	if m.left+k.members < len(f.Team()) {
		cv.Text(k.x+k.members*k.cell-1, 0, cv.Glyphs().More, theme.Accent)
	}
}

// widestHead is what the longest of the names and parts over the columns takes.
func (m *Pane) widestHead() (w int) {
	for _, o := range m.Facts.Team() {
		w = max(w, widget.Width(o.Name), widget.Width(m.standsFor(o, mapMost)))
	}
	return w
}

// standsFor is the second line of a column: the part in this account, else the
// function, in a short form where there is not room for the word.
func (m *Pane) standsFor(o model.Member, room int) string {
	long := words.Here(o.Function.String())
	switch o.ID {
	case m.Facts.account.Manager:
		return words.T("relmap.kam")
	case m.Facts.account.Sponsor:
		long = words.T("relmap.sponsor")
		if widget.Width(long) > room {
			return words.T("relmap.spons")
		}
		return long
	}
	if widget.Width(long) <= room {
		return long
	}
	switch o.Function {
	case model.Procurement:
		return words.T("relmap.proc")
	case model.Marketing:
		return words.T("relmap.mktg")
	case model.Operations:
		return words.T("relmap.oper")
	case model.Finance:
		return words.T("relmap.fin")
	case model.Logistics:
		return words.T("relmap.log")
	case model.CLevel:
		return words.T("relmap.c-lev")
	}
	return long
}

// drawTie is one cell: the level as a digit, its present strength as ink, and
// the level aimed at where it is higher.
func (m *Pane) drawTie(cv widget.Canvas, x int, r *Row, col int, focus bool) {
	g, t := cv.Glyphs(), r.ties[col]
	if focus && col == m.col {
		cv.Mark(widget.Rect{X: x - 1, Y: 0, W: mapCell - 1, H: 1}, theme.CellMark)
	}
	if t.Tie == nil {
		dots := g.Shade[0] + g.Shade[0]
		if r.person == nil {
			dots = "  " // nobody to have a tie with yet
		}
		cv.Text(x, 0, dots, theme.Quiet)
		return
	}
	level := g.Unknown
	if t.Level > model.TieNone {
		level = strconv.Itoa(int(t.Level))
	}
	x += cv.Text(x, 0, level+ink(t.strength, g), theme.Plain)
	if t.Target > t.Level {
		cv.Text(x, 0, g.Cursor+strconv.Itoa(int(t.Target)), theme.Quiet)
	}
}

// ink is a strength 0..1 in quarters, never less than a trace of what there is.
func ink(strength float64, g *theme.Glyphs) string {
	return g.Shade[min(4, max(0, int(math.Ceil(strength*4-1e-9))))]
}

// drawCarried sums up each of ours: their share of all tie strength.
func (m *Pane) drawCarried(cv widget.Canvas, k matrixColumns) {
	if cv.H() == 0 || !m.Facts.score.BowTie.Known || m.Facts.score.BowTieWho == "" {
		return
	}
	cv.TextIn(mapGutter, 0, k.x-mapGutter-1, words.T("relmap.carries"), theme.Quiet, widget.Left)
	for i := range k.members {
		share := m.Facts.score.Ours[m.left+i].Share
		_, st := bowTieBand(model.Some(100*share.V), m.Facts.programme.Settings())
		if share.V == 0 {
			st = theme.Quiet
		}
		cv.TextIn(k.x+i*k.cell, 0, k.cell-1, score.Percentage(share, 0), st, widget.Left)
	}
}
