package widget

// CellRect is where the last Draw put a cell on the same canvas, for what
// is edited in place; empty when the cell is scrolled out of sight.
func (t *Table) CellRect(c Canvas, row, col int) Rect {
	y := (row - t.Top) * t.apart()
	if !t.NoHead && c.H() > 1 {
		y++
	}
	var r Rect
	t.eachColumn(c.W(), func(k, x, w int) {
		if k == col {
			r = Rect{x, y, w, 1}
		}
	})
	if row < t.Top || y >= c.H() {
		return Rect{}
	}
	return r
}
