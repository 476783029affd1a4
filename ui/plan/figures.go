package plan

import (
	"slices"
	"strconv"
	"strings"

	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/widget"
)

// FigurePart is the sheet of figures: a line a fact, a column a year, the newest
// first. Typing a digit replaces a cell, as in a spreadsheet.
type FigurePart struct {
	Row    int // of figureRows
	Year   int // of the cursor's column
	older  int // years asked for beyond the ones shown at first
	table  widget.Table
	height int
	Edit   *kit.FieldEdit
	fresh  bool // typed over: left and right leave the cell
}

// Opened keeps the line; the column goes to the year the portfolio is about.
func (s *FigurePart) Opened(c *kit.Context) {
	s.Edit, s.older, s.Year = nil, 0, s.usualYear(c)
}

// usualYear is the portfolio's period, or the last year that is over.
func (s *FigurePart) usualYear(c *kit.Context) int {
	if y := c.Scores().Period().Year; y != 0 {
		return y
	}
	return thisYear(c) - 1
}

func (s *FigurePart) Reveal(_ *kit.Context, field string) bool {
	parts := strings.Split(field, ".")
	if len(parts) != 3 || parts[0] != "figures" {
		return false
	}
	year, err := strconv.Atoi(parts[1])
	row := slices.IndexFunc(FigureRows(), func(r figureRow) bool { return r.Line == parts[2] })
	if err != nil || row < 0 {
		return false
	}
	s.Edit, s.Year, s.Row = nil, year, row
	return true
}

// years are the columns: this year and three before, every year the account has
// figures of, the one under the cursor, and older ones that were asked for.
func (s *FigurePart) years(c *kit.Context) []int {
	now := thisYear(c)
	out := []int{s.Year}
	for y := now; y > now-4-s.older; y-- {
		out = append(out, y)
	}
	for _, y := range c.Scores().Local(c.Account).Years {
		out = append(out, y.Year)
	}
	for _, y := range c.Current().Years {
		out = append(out, y.Year)
	}
	slices.SortFunc(out, func(a, b int) int { return b - a })
	return slices.Compact(out)
}

func (s *FigurePart) Scopes(*kit.Context) []keys.Scope {
	if s.Edit != nil {
		return []keys.Scope{keys.ScopeText}
	}
	return []keys.Scope{keys.ScopeCells, keys.ScopePlan, keys.ScopeMove}
}

func (s *FigurePart) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	if s.Edit != nil {
		return s.typed(c, in)
	}
	if to, ok := kit.MoveTo(in.Kind, s.Row, len(FigureRows()), s.height); ok {
		s.Row = to
		return kit.Done()
	}
	row := &FigureRows()[s.Row]
	switch in.Kind {
	case keys.Left:
		s.sideways(c, -1)
		return kit.Done()
	case keys.Right:
		s.sideways(c, 1)
		return kit.Done()
	case keys.Explain, keys.Details:
		return kit.Open(kit.NewExplain(c.Account, row.figure))
	case keys.Copy:
		if text := s.exact(c, row); text != "" {
			return kit.Doing(kit.Copying{Text: text})
		}
		return kit.Refuse(words.T("plan.there-nothing-copy-cell-unknown"))
	case keys.ExternalEditor:
		return kit.Refuse(words.T("plan.figure-typed-cell-long-texts"))
	case keys.OpenCell:
		return s.openCell(c, row)
	case keys.BeginTyping, keys.EditHere, keys.EditNote, keys.SetUnknown, keys.FillDown:
		if row.derived() {
			return kit.Refuse(row.why)
		}
		return s.Begin(c, row, in)
	}
	return kit.Outcome{}
}

// Begin starts to type into the cell, or makes it unknown.
func (s *FigurePart) Begin(c *kit.Context, row *figureRow, in keys.Intent) kit.Outcome {
	ref, key := edit.AccountRef(c.Account), edit.FigureKey(s.Year, row.Line)
	switch {
	case in.Kind == keys.FillDown:
		f, err := edit.FieldByKey(c.Portfolio().Programme(), edit.FigureKey(s.Year-1, row.Line))
		if err != nil {
			return kit.Refuse(kit.Sentence(err))
		}
		return kit.Change(edit.SetField{Ref: ref, Key: key, Value: edit.Get(c.Portfolio(), ref, f)})
	case in.Kind == keys.SetUnknown:
		return s.forget(c, row, edit.SetField{Ref: ref, Key: key})
	case in.Kind == keys.BeginTyping && in.Text != "":
		s.Edit, s.fresh = kit.EditFresh(c, ref, key, in.Text), true
		if s.Edit == nil {
			return kit.Outcome{}
		}
		return s.Edit.Commit(c)
	}
	s.Edit, s.fresh = kit.BeginEdit(c, ref, key), false
	return kit.Done()
}

// forget makes a cell unknown; a revenue from transactions cannot be.
func (s *FigurePart) forget(c *kit.Context, row *figureRow, ch edit.SetField) kit.Outcome {
	y := figuresOf(c, s.Year)
	if row.Line == "revenue" && y.FromImport {
		return kit.Refuse(words.T("plan.this-revenue-sum-imported-transactions"))
	}
	out := kit.Change(ch)
	if n, sum := transactionsOf(c, s.Year); row.Line == "revenue" && n > 0 {
		out.Say(words.T("plan.back-sum", n, kit.WithThousands(sum)))
	}
	return out
}

// sideways moves a column; past the oldest one more year comes into sight.
func (s *FigurePart) sideways(c *kit.Context, by int) {
	years := s.years(c)
	at := slices.Index(years, s.Year) + by
	switch {
	case at < 0:
		return
	case at >= len(years):
		s.older++
		s.Year = years[len(years)-1] - 1
	default:
		s.Year = years[at]
	}
}

// typed answers keys while a cell is typed; leaving it moves on as in a sheet.
func (s *FigurePart) typed(c *kit.Context, in keys.Intent) kit.Outcome {
	if s.fresh && in.Kind == keys.Typing {
		switch in.Edit {
		case widget.LeftKey:
			in = keys.Intent{Kind: keys.PrevField}
		case widget.RightKey:
			in = keys.Intent{Kind: keys.NextField}
		}
	}
	out, closed := s.Edit.Handle(c, in)
	if !closed {
		return out
	}
	s.Edit = nil
	var row int
	switch in.Kind {
	case keys.Accept:
		if row = nextTyped(s.Row, 1); row == s.Row {
			return out
		}
	case keys.Down:
		row = nextTyped(s.Row, 1)
	case keys.Up:
		row = nextTyped(s.Row, -1)
	case keys.NextField:
		row = s.Along(c, 1)
	case keys.PrevField:
		row = s.Along(c, -1)
	default:
		return out
	}
	s.Row = row
	return kit.GoOn(out)
}

// Along goes to the next year of the sheet, after the last one to the line below; at
// the ends of the sheet it stays.
func (s *FigurePart) Along(c *kit.Context, step int) (row int) {
	years := s.years(c)
	at := slices.Index(years, s.Year) + step
	if at >= 0 && at < len(years) {
		s.Year = years[at]
		return s.Row
	}
	if row = nextTyped(s.Row, step); row != s.Row {
		s.Year = years[(at+len(years))%len(years)]
	}
	return row
}

// nextTyped is the next line below, or above, that is typed rather than derived; the
// same one where there is none.
func nextTyped(row, step int) int {
	for i := row + step; i >= 0 && i < len(FigureRows()); i += step {
		if !FigureRows()[i].derived() {
			return i
		}
	}
	return row
}

// openCell opens the cell under the cursor because the one before was left for it.
func (s *FigurePart) openCell(c *kit.Context, row *figureRow) kit.Outcome {
	s.Edit, _ = kit.OpenCell(c, edit.AccountRef(c.Account), edit.FigureKey(s.Year, row.Line))
	s.fresh = true
	return kit.Done()
}

// exact is the cell as it would be typed.
func (s *FigurePart) exact(c *kit.Context, row *figureRow) string {
	text, _ := row.cell(c, s.Year)
	if row.derived() || row.Line == "revenue" {
		return strings.Trim(text, "– ~*")
	}
	f, err := edit.FieldByKey(c.Portfolio().Programme(), edit.FigureKey(s.Year, row.Line))
	if err != nil {
		return ""
	}
	return edit.Get(c.Portfolio(), edit.AccountRef(c.Account), f)
}
