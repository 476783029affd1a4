package relmap

import (
	"slices"

	"accord/model"
	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget"
)

// mapColumn is one column of the tree behind seat and name. Where there is not
// room for all, the highest rank is given up first.
type mapColumn struct {
	title string
	width int
	align widget.Align
	rank  int
	room  bool // fit for a room: who sits where
	cell  func(*mapFacts, *Row, *theme.Glyphs) (string, theme.Style)
}

var treeColumns = words.Table(func() []mapColumn {
	return []mapColumn{
		{"±", 2, widget.Left, 0, false, supportCell},
		{words.T("relmap.cov"), 3, widget.Left, 2, false, coverCell},
		{words.T("relmap.tie"), 3, widget.Left, 1, false, tieCell},
		{words.T("relmap.last"), 5, widget.Right, 3, false, lastCell},
		{words.T("relmap.ours-2"), 5, widget.Left, 4, false, oursCell},
		{"", 2, widget.Left, 5, false, moreCell},
		{words.T("relmap.role"), 10, widget.Left, 6, false, roleCell},
		{words.T("relmap.function"), 11, widget.Left, 7, true, functionCell},
	}
})

// The ranks from which a column gives way to words, and to more words.
const (
	lesser = 3
	least  = 6
)

// mapColumns is where the columns of a row stand at a width.
type mapColumns struct {
	seat, name int
	shown      []mapColumn
	flags      int // cells kept for words at the end
}

// The widths below which a part is not cut, and up to which it grows before
// lesser columns come in.
const (
	mapGutter = 2 // for the cursor sign
	minSeat   = 14
	minName   = 9
	minFlags  = 11
	goodSeat  = 22
	goodName  = 14
	goodFlags = 16
)

// fitTree shares out a width: seat and name first, then the columns as they
// matter, then the flags in words, and what is left makes the names whole.
func (f *mapFacts) fitTree(w int) mapColumns {
	k := mapColumns{seat: min(f.widest.seat, minSeat), name: min(max(f.widest.name, 4), minName)}
	room := w - mapGutter - k.seat - 1 - k.name - 1
	wording := min(f.widest.flags, minFlags)
	shown := make([]bool, len(treeColumns()))
	for rank := range treeColumns() {
		i := slices.IndexFunc(treeColumns(), func(col mapColumn) bool { return col.rank == rank })
		if f.modest && !treeColumns()[i].room {
			continue
		}
		need := treeColumns()[i].width + 1
		if room < need || rank >= lesser && !f.keepsWords(k, room-need, rank) {
			break
		}
		room -= need
		shown[i] = true
	}
	for i, col := range treeColumns() {
		if shown[i] {
			k.shown = append(k.shown, col)
		}
	}
	k.flags = wording
	room -= wording
	for _, stage := range []struct {
		have *int
		want int
	}{{&k.seat, min(f.widest.seat, goodSeat)}, {&k.name, min(f.widest.name, goodName)}, {&k.flags, min(f.widest.flags, goodFlags)},
		{&k.seat, f.widest.seat}, {&k.name, f.widest.name}} {
		more := min(max(0, stage.want-*stage.have), max(0, room))
		*stage.have += more
		room -= more
	}
	return k
}

// keepsWords reports whether flags in words and readable names still have room
// behind one more of the lesser columns, for they say more than it does; the
// least give way to a second flag too.
func (f *mapFacts) keepsWords(k mapColumns, room, rank int) bool {
	wording := minFlags
	if rank >= least {
		wording = goodFlags
	}
	names := min(f.widest.seat, goodSeat) - k.seat + min(f.widest.name, goodName) - k.name
	return room >= min(f.widest.flags, wording)+max(0, names)
}

func (m *Pane) drawTree(cv widget.Canvas, focus bool) {
	f := m.Facts
	k := f.fitTree(cv.W())
	head, body := cv.Rect().SplitTop(1)
	m.drawTreeHead(cv.Sub(head), k)
	m.eachRow(cv.Sub(body), focus, func(line widget.Canvas, r *Row, _ bool) {
		x := drawSeat(line, mapGutter, k.seat, r.lines, r) + 1
		drawName(line, x, k.name, r)
		x += k.name + 1
		for _, col := range k.shown {
			s, st := col.cell(f, r, line.Glyphs())
			line.TextIn(x, 0, col.width, s, st, col.align)
			x += col.width + 1
		}
		drawFlags(line, x, r.flags)
	})
	if s := m.placeWords(body.H); s != "" {
		cv.Text(cv.W()-widget.Width(s), 0, s, theme.Header)
	}
}

func (m *Pane) drawTreeHead(cv widget.Canvas, k mapColumns) {
	cv.Fill(cv.Rect(), " ", theme.Header)
	cv.TextIn(mapGutter, 0, k.seat, words.T("relmap.seat"), theme.Header, widget.Left)
	x := mapGutter + k.seat + 1
	cv.TextIn(x, 0, k.name, words.T("relmap.who"), theme.Header, widget.Left)
	x += k.name + 1
	for _, col := range k.shown {
		cv.TextIn(x, 0, col.width, col.title, theme.Header, col.align)
		x += col.width + 1
	}
}

// eachRow draws the visible rows and scrolls no further than the cursor needs.
func (m *Pane) eachRow(cv widget.Canvas, focus bool, draw func(line widget.Canvas, r *Row, cursor bool)) {
	rows, n := cv.H(), len(m.Facts.Rows)
	m.page = max(1, rows-1)
	m.top = min(max(m.top, m.Row-rows+1), m.Row)
	m.top = min(max(m.top, 0), max(0, n-rows))
	for i := range min(rows, n-m.top) {
		line, at := cv.Sub(widget.Rect{X: 0, Y: i, W: cv.W(), H: 1}), m.top+i
		if at == m.Row {
			mark := theme.RowMark
			if focus {
				mark = theme.FocusMark
			}
			line.Mark(line.Rect(), mark)
			line.Text(0, 0, cv.Glyphs().Cursor, theme.Accent)
		}
		draw(line, &m.Facts.Rows[at], at == m.Row)
		if at != m.Row && !m.filter.Keeps(m.Facts, &m.Facts.Rows[at]) {
			line.Mark(line.Rect(), theme.FadeMark)
		}
	}
}

// placeWords says which rows are shown when they are not all.
func (m *Pane) placeWords(rows int) string {
	n := len(m.Facts.Rows)
	if rows >= n || rows <= 0 {
		return ""
	}
	return " " + words.T("relmap.of", m.top+1, min(n, m.top+rows), n)
}

// drawSeat writes what stands in front, influence and title on w cells, and
// returns the cell behind. Lines too deep for the room are cut on the left.
func drawSeat(cv widget.Canvas, x, w int, lines string, r *Row) int {
	if over := widget.Width(lines) - w/2; over > 0 {
		cut := []rune(lines) // tree signs are one rune and one cell each
		lines = cv.Glyphs().Less + string(cut[min(len(cut), over+1):])
	}
	end := x + w
	x += cv.Text(x, 0, lines, theme.Quiet)
	sign, st := influenceSign(r.Seat.Influence, cv.Glyphs())
	cv.Text(x, 0, sign, st)
	title := theme.Plain
	if r.Seat.Influence == model.InnerCircle {
		title = theme.Strong
	}
	cv.TextIn(x+2, 0, end-x-2, r.Title(), title, widget.Left)
	return end
}

// drawName writes who sits there, on w cells.
func drawName(cv widget.Canvas, x, w int, r *Row) {
	st := theme.Plain
	switch {
	case r.person != nil:
	case r.Seat.Influence.KeyPlayer():
		st = theme.Warn
	default:
		st = theme.Quiet
	}
	cv.TextIn(x, 0, w, r.name(), st, widget.Left)
}

// drawFlags writes as many flags as have room from x to the end, whole words;
// where there is not even room for the first, a sign in the last cell.
func drawFlags(cv widget.Canvas, x int, flags []mapFlag) {
	for i, fl := range flags {
		if x+len(fl.word) > cv.W() {
			if i == 0 && fl.style != theme.Quiet {
				cv.Text(cv.W()-1, 0, cv.Glyphs().Flag, fl.style)
			}
			return
		}
		x += cv.Text(x, 0, fl.word, fl.style) + flagGap
	}
}
