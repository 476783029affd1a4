package plan

import (
	"slices"
	"strconv"

	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

func (s *FigurePart) Draw(c *kit.Context, cv widget.Canvas, focus bool) {
	years := s.years(c)
	sheet := figureSheet{c: c, years: years}
	s.columns(c, sheet)
	table, foot := cv.Rect().SplitTop(min(len(FigureRows())+1, max(3, cv.H()-2)))
	s.height = table.H - 1
	col := slices.Index(years, s.Year) + 1
	in := cv.Sub(table)
	s.table.Draw(in, sheet, s.Row, col, focus)
	if r := s.table.CellRect(in, s.Row, col); s.Edit != nil && focus && !r.Empty() {
		s.Edit.Draw(in, r.X, r.Y, r.W)
	}
	s.drawFoot(c, cv.Sub(widget.Rect{X: 2, Y: foot.Y, W: foot.W - 3, H: foot.H}), focus)
}

// columns makes one a year, wide enough for the longest amount.
func (s *FigurePart) columns(c *kit.Context, sheet figureSheet) {
	cols := append(
		s.table.Columns[:0],
		widget.Column{Key: "line", Title: c.Portfolio().Programme().Currency.String(), Width: 16},
	)
	for i, y := range sheet.years {
		title := strconv.Itoa(y)
		if openYear(c, figuresOf(c, y)) {
			title = words.T("plan.year-open", y)
		}
		w := 11
		for row := range FigureRows() {
			text, _ := sheet.Cell(row, i+1)
			w = max(w, widget.Width(text))
		}
		cols = append(cols, widget.Column{Key: strconv.Itoa(y), Title: title + " ", Width: w, Align: widget.Right})
	}
	s.table.Columns, s.table.Whole = cols, true
}

// figureSheet gives the table its cells.
type figureSheet struct {
	c     *kit.Context
	years []int
}

func (s figureSheet) Len() int { return len(FigureRows()) }

func (s figureSheet) Cell(row, col int) (string, theme.Style) {
	r := &FigureRows()[row]
	if col > 0 {
		return r.cell(s.c, s.years[col-1])
	}
	if r.derived() {
		return r.name, theme.Quiet
	}
	return r.name, theme.Plain
}

func (s *FigurePart) drawFoot(c *kit.Context, cv widget.Canvas, focus bool) {
	row := &FigureRows()[s.Row]
	lines := row.remarks(c, s.Year)
	if s.Edit != nil && focus {
		lines = append([]kit.FootLine{kit.EditLine(c, s.Edit)}, lines...)
	}
	if kit.FootHeight(lines, cv.W()) < cv.H() {
		cv = cv.Sub(widget.Rect{Y: 1, W: cv.W(), H: cv.H() - 1})
	}
	kit.DrawLines(cv, lines)
}
