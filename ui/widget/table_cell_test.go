package widget

import (
	"strings"
	"testing"

	"accord/ui/theme"
)

type wordTable struct{ rows, cols int }

func (w wordTable) Len() int                            { return w.rows }
func (w wordTable) Cell(int, int) (string, theme.Style) { return "wwwwwwwwww", theme.Plain }

func TestCellRectIsWhereTheCellWasDrawn(t *testing.T) {
	tb := &Table{Columns: []Column{{Width: 5}, {Width: 6}, {Width: 7}}}
	c := NewGrid(40, 5).Canvas()
	tb.Draw(c, wordTable{20, 3}, 12, 2, true)
	if r := tb.CellRect(c, 12, 2); r.X != 2+5+1+6+1 || r.W != 7 || r.Y != 12-tb.Top+1 {
		t.Errorf("%+v with the top row %d", r, tb.Top)
	}
	if r := tb.CellRect(c, tb.Top-1, 0); !r.Empty() {
		t.Errorf("a row above the first is at %+v", r)
	}
}

func TestWholeColumnsOnly(t *testing.T) {
	g := NewGrid(20, 3)
	tb := &Table{Whole: true, Columns: []Column{{Width: 5}, {Width: 6}, {Width: 7}}}
	tb.Draw(g.Canvas(), wordTable{1, 3}, 0, 1, true)
	if line := strings.Split(g.Plain(), "\n")[1]; strings.TrimRight(line, " ") != "▸ wwwwwwwwww  wwwww…" {
		t.Errorf("%q", line) // the third has no room; the first takes what it leaves
	}
	tb.Draw(g.Canvas(), wordTable{1, 3}, 0, 2, true)
	if r := tb.CellRect(g.Canvas(), 0, 2); r.W != 7 {
		t.Errorf("the cursor's column has %d cells", r.W)
	}
}
