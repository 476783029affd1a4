package widget

// fitWidths gives every column its least width and shares out what is left.
func (t *Table) fitWidths(w int) {
	t.widths = t.widths[:0]
	free, grow := w-tableGutter, 0
	for i, col := range t.Columns {
		t.widths = append(t.widths, max(1, col.Width))
		free -= max(1, col.Width)
		if i > 0 {
			free -= tableGap
		}
		grow += max(0, col.Grow)
	}
	for i, col := range t.Columns {
		if g := max(0, col.Grow); g > 0 && free > 0 {
			more := free * g / grow
			t.widths[i] += more
			free, grow = free-more, grow-g
		}
	}
}

// showColumn scrolls sideways so that column cur is visible. The first column
// names the row and never scrolls away.
func (t *Table) showColumn(w, cur int) {
	t.Left = clamp(t.Left, 1, max(1, len(t.Columns)-1))
	if cur > 0 && cur < len(t.Columns) {
		t.Left = min(t.Left, cur)
	}
	for t.Left > 1 && t.end(t.Left-1) <= w {
		t.Left-- // room to show more than was asked
	}
	for cur < len(t.Columns) && t.Left < cur && t.endOf(cur) > w {
		t.Left++
	}
}

// end is the cell behind the last column when scrolling starts at left.
func (t *Table) end(left int) int {
	x := tableGutter + t.width(0)
	for col := left; col < len(t.Columns); col++ {
		x += tableGap + t.widths[col]
	}
	return x
}

// endOf is the cell behind column cur with the present scrolling.
func (t *Table) endOf(cur int) int {
	x := tableGutter + t.width(0)
	for col := t.Left; col <= cur; col++ {
		x += tableGap + t.widths[col]
	}
	return x
}

func (t *Table) width(col int) int {
	if col >= len(t.widths) {
		return 0
	}
	return t.widths[col]
}

// hidden reports whether columns are left out on the right.
func (t *Table) hidden(w int) bool { return len(t.Columns) > 1 && t.end(t.Left) > w }

// giveSlack lets the first column have the room of one that was left out.
func (t *Table) giveSlack(w int) {
	if !t.Whole || !t.hidden(w) {
		return
	}
	used := 0
	t.eachColumn(w, func(_, x, width int) { used = x + width })
	t.widths[0] += max(0, w-used)
}

// eachColumn calls draw for every visible column with its place, the last one
// cut at the edge, and returns the cell behind them.
func (t *Table) eachColumn(w int, draw func(col, x, w int)) int {
	x := tableGutter
	for col := 0; col < len(t.Columns) && x < w; col++ {
		if col > 0 && col < t.Left {
			continue
		}
		if t.Whole && col > max(1, t.Left) && x+t.widths[col] > w {
			break
		}
		draw(col, x, min(t.widths[col], w-x))
		x += t.widths[col] + tableGap
	}
	return x
}
