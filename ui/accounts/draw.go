package accounts

import (
	"strconv"

	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// accountRows gives the table its visible cells.
type accountRows struct {
	c *kit.Context
	l *Pane
}

func (r accountRows) Len() int { return len(r.l.Rows) }

func (r accountRows) Cell(row, col int) (string, theme.Style) {
	return r.l.shown[col].Text(r.c.Scores(), int(r.l.Rows[row]))
}

func count(shown, all int) string {
	if shown == all {
		return strconv.Itoa(all)
	}
	return words.T("accounts.of", shown, all)
}

func (l *Pane) Draw(c *kit.Context, cv widget.Canvas, focus bool) {
	title := words.T("accounts.1-accounts")
	if f := l.filter.Text(); f != "" && !l.typing {
		title += " · " + f
	}
	inside := cv.Box(cv.Rect(), title, count(len(l.Rows), c.Scores().Living()), focus)
	if l.typing {
		bar, rest := inside.Rect().SplitTop(1)
		inside.Text(0, 0, "/", theme.Key)
		l.filter.Draw(inside, 1, 0, bar.W-1, theme.Plain)
		inside = inside.Sub(rest)
	}
	if len(l.Rows) == 0 {
		drawEmptyList(inside, l.filter.Text() != "")
		return
	}
	l.forRoom, l.table.Apart = c.Modest(), c.Apart()
	l.Fit(inside.W())
	l.table.Draw(inside, accountRows{c, l}, l.row, -1, focus)
	l.markFound(c, inside)
}

// markFound shows in the names what the search found.
func (l *Pane) markFound(c *kit.Context, cv widget.Canvas) {
	for row := l.table.Top; row < len(l.Rows) && l.filter.Text() != ""; row++ {
		r := l.table.CellRect(cv, row, 0)
		if r.Empty() {
			return
		}
		kit.MarkFound(cv, r.X, r.Y, r.W, c.Portfolio().At(int(l.Rows[row])).Name, l.filter.Text())
	}
}

func drawEmptyList(cv widget.Canvas, filtered bool) {
	text := words.T("accounts.no-accounts-yet-adds-one")
	if filtered {
		text = words.T("accounts.no-account-fits-esc-shows")
	}
	for y, line := range widget.Wrap(text, max(1, cv.W()-2)) {
		cv.Text(1, y, line, theme.Quiet)
	}
}

// Fit chooses the columns that have room; the column sorted by is always one.
func (l *Pane) Fit(w int) {
	room := w - 2 - Columns()[0].width
	l.shown = append(l.shown[:0], Columns()[0])
	if l.forRoom {
		l.shown, room = append(l.shown[:0], RoomColumns(w)...), 0
	}
	sorted := ColumnByKey(l.Sort)
	if sorted.Key != "name" {
		room -= sorted.sortedWidth() + 1
	}
	for _, col := range Columns()[1:] {
		switch {
		case l.forRoom:
		case col.Key == sorted.Key:
			l.shown = append(l.shown, col)
		case room >= col.width+1:
			room -= col.width + 1
			l.shown = append(l.shown, col)
		}
	}
	l.table.Columns = l.table.Columns[:0]
	for _, col := range l.shown {
		c := widget.Column{Key: col.Key, Title: col.Title, Width: col.width}
		if col.right {
			c.Align = widget.Right
		}
		if col.Key == "name" {
			c.Grow = 1
		}
		if col.Key == l.made.sort {
			c.Sort, c.Width = -1, col.sortedWidth()
			if l.Back {
				c.Sort = 1
			}
		}
		l.table.Columns = append(l.table.Columns, c)
	}
}
