package widget

import (
	"accord/model/words"
	"accord/ui/theme"
)

// Column describes one column of a table.
type Column struct {
	Key   string // stable name, for settings and sorting
	Title string
	Width int // least width in cells
	Grow  int // share of the width left over
	Align Align
	Sort  int // 1 shows ascending, -1 descending
}

// TableSource gives a table its content. Only visible cells are asked for.
type TableSource interface {
	Len() int
	Cell(row, col int) (string, theme.Style)
}

// Table shows rows from a source and scrolls to keep the cursor visible. It
// holds no rows, so its cost does not depend on their number.
type Table struct {
	Columns []Column
	Top     int  // first visible row
	Left    int  // first column after the fixed one
	NoHead  bool // leave the titles out
	Whole   bool // leave out a column that has no room for all of it
	Apart   int  // rows of the screen for a row of the table; 0 is 1

	widths []int
}

// tableGutter is the room for the cursor sign; columns are tableGap apart.
const (
	tableGutter = 2
	tableGap    = 1
)

// Draw shows the table all over c. The row cursorRow carries the cursor sign
// and is marked; with focus, so is its cell cursorCol (-1 for the whole row).
func (t *Table) Draw(c Canvas, src TableSource, cursorRow, cursorCol int, focus bool) {
	t.fitWidths(c.W())
	t.showColumn(c.W(), cursorCol)
	t.giveSlack(c.W())
	body := c
	if !t.NoHead && c.H() > 1 {
		head, rest := c.Rect().SplitTop(1)
		t.drawHead(c.Sub(head))
		body = c.Sub(rest)
	}
	n := src.Len()
	rows := t.Rows(c.H(), n)
	t.scrollTo(cursorRow, rows, n)
	for i := range min(rows, n-t.Top) {
		t.drawRow(body.Sub(Rect{0, i * t.apart(), c.W(), 1}), src, t.Top+i, cursorRow, cursorCol, focus)
	}
	if y := rows * t.apart(); y < body.H() && n > rows {
		body.TextIn(tableGutter, y, c.W()-tableGutter, scrollHint(t.Top, n-t.Top-rows), theme.Quiet, Left)
	}
}

// Rows is how many of n rows a table of height h shows: one line goes to the
// titles, and one to the hint when not all of them fit.
func (t *Table) Rows(h, n int) int {
	if !t.NoHead && h > 1 {
		h--
	}
	if n*t.apart() > h && h > 2 {
		h--
	}
	return max(0, h/t.apart())
}

func (t *Table) apart() int { return max(1, t.Apart) }

func scrollHint(above, below int) string {
	switch {
	case above > 0 && below > 0:
		return words.T("widget.more-above", below, above)
	case above > 0:
		return words.T("widget.above", above)
	}
	return words.T("widget.more", below)
}

// scrollTo moves Top as little as shows the cursor and leaves no gap below.
func (t *Table) scrollTo(cursor, rows, n int) {
	cursor = clamp(cursor, 0, n-1)
	t.Top = clamp(t.Top, cursor-rows+1, cursor)
	t.Top = clamp(t.Top, 0, max(0, n-rows))
}

func (t *Table) drawHead(c Canvas) {
	g := c.Glyphs()
	c.spaces(0, tableGutter, theme.Header)
	end := t.eachColumn(c.W(), func(col, x, w int) {
		c.TextIn(x, 0, w, t.Columns[col].heading(w, g), theme.Header, t.Columns[col].Align)
		c.spaces(x+w, x+w+tableGap, theme.Header)
	})
	c.spaces(end, c.W(), theme.Header)
	if t.Left > 1 && len(t.Columns) > 1 {
		c.Text(tableGutter+t.width(0), 0, g.Less, theme.Header)
	}
	if t.hidden(c.W()) {
		c.Text(c.W()-1, 0, g.More, theme.Header)
	}
}

// heading is the title with the sort sign, which stays when the title is cut, as does the
// sign that it is.
func (c Column) heading(w int, g *theme.Glyphs) string {
	switch {
	case c.Sort > 0:
		return Short(c.Title, w-1, g.Ellipsis) + g.SortUp
	case c.Sort < 0:
		return Short(c.Title, w-1, g.Ellipsis) + g.SortDown
	}
	return c.Title
}

func (t *Table) drawRow(c Canvas, src TableSource, row, cursorRow, cursorCol int, focus bool) {
	if row == cursorRow {
		mark := theme.RowMark
		if focus {
			mark = theme.FocusMark
		}
		c.Mark(c.Rect(), mark)
		c.Text(0, 0, c.Glyphs().Cursor, theme.Accent)
	}
	t.eachColumn(c.W(), func(col, x, w int) {
		s, st := src.Cell(row, col)
		c.TextIn(x, 0, w, s, st, t.Columns[col].Align)
		if focus && row == cursorRow && col == cursorCol {
			c.Mark(Rect{x, 0, w, 1}, theme.CellMark)
		}
	})
}
