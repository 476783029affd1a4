package widget

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"accord/ui/theme"
)

type numbered int

func (n numbered) Len() int { return int(n) }
func (n numbered) Cell(row, col int) (string, theme.Style) {
	if col == 0 {
		return "row " + strconv.Itoa(row), theme.Plain
	}
	return strconv.Itoa(row * col), theme.Good
}

func TestTableScreen(t *testing.T) {
	g := NewGrid(20, 5)
	tb := Table{Columns: []Column{{Title: "account", Width: 6, Grow: 1}, {Title: "S", Width: 4, Align: Right, Sort: -1}}}
	tb.Draw(g.Canvas(), numbered(12), 5, 1, true)
	want := "  account         S▾\n  row 3            3\n  row 4            4\n▸ row 5            5\n  6 more, 3 above   "
	if got := g.Plain(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	row := g.cells[3*20 : 4*20]
	if row[0].mark != theme.FocusMark || row[19].mark != theme.CellMark {
		t.Error("cursor row or cell not marked")
	}
	g.Clear()
	tb.Draw(g.Canvas(), numbered(4), 3, 0, false)
	if got := g.Plain(); strings.Contains(got, "more") || tb.Top != 0 {
		t.Errorf("all rows fit, yet\n%s", got)
	}
}

func TestTableKeepsTheCursorVisible(t *testing.T) {
	g := NewGrid(18, 6)
	tb := Table{Columns: []Column{{Title: "name", Width: 8}, {Title: "a", Width: 4}, {Title: "b", Width: 4}, {Title: "c", Width: 4}}}
	for _, row := range []int{0, 3, 99, 50, 51, 47, 0, 99} {
		for col := range tb.Columns {
			g.Clear()
			tb.Draw(g.Canvas(), numbered(100), row, col, true)
			got := g.Plain()
			if !strings.Contains(got, "▸ row "+strconv.Itoa(row)) {
				t.Fatalf("row %d not visible:\n%s", row, got)
			}
			if title := tb.Columns[col].Title; !strings.Contains(strings.SplitN(got, "\n", 2)[0], title) {
				t.Fatalf("column %s not visible:\n%s", title, got)
			}
			checkExact(t, g, "table")
		}
	}
	for h := range 4 {
		tb.Draw(g.Canvas().Sub(Rect{0, 0, 18, h}), numbered(0), 0, 0, true)
		tb.Draw(g.Canvas().Sub(Rect{0, 0, h, 4}), numbered(9), 8, 3, true)
	}
	new(Table).Draw(g.Canvas(), numbered(3), -1, -1, true)
}

func TestMeters(t *testing.T) {
	g := theme.GlyphSet(false)
	for got, want := range map[string]string{
		Meter(0.7, true, 10, g): "●●●●●●●○○○", Meter(0, true, 3, g): "○○○", Meter(0.7, false, 3, g): "–  ",
		Meter(math.Inf(1), true, 2, g): "●●", Level(3, true, 5, g): "●●●○○", Level(9, true, 5, g): "●●●●●",
		Level(3, false, 5, g): "–    ", Spark([]float64{0, 1, math.NaN(), 0.5}, g): "▁█ ▅", Spark(nil, g): "",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestRectangles(t *testing.T) {
	r := Rect{2, 3, 10, 6}
	l, rest := r.SplitLeft(4)
	b, top := r.SplitBottom(99)
	if l != (Rect{2, 3, 4, 6}) || rest != (Rect{6, 3, 6, 6}) || b != r || top.H != 0 || r.Inset(9).W != 0 {
		t.Errorf("%v %v %v %v", l, rest, b, top)
	}
	if !r.Contains(2, 3) || r.Contains(12, 3) || r.Center(4, 2) != (Rect{5, 5, 4, 2}) {
		t.Error("Contains or Center")
	}
}
