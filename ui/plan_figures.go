package ui

import (
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/ui/widget"
)

// figurePart is the sheet of figures: a line a fact, a column a year, the newest
// first. Typing a digit replaces a cell, as in a spreadsheet.
type figurePart struct {
	row    int // of figureRows
	year   int // of the cursor's column
	older  int // years asked for beyond the ones shown at first
	table  widget.Table
	height int
	edit   *fieldEdit
	fresh  bool // typed over: left and right leave the cell
}

// opened keeps the line; the column goes to the year the portfolio is about.
func (s *figurePart) opened(c *ctx) {
	s.edit, s.older, s.year = nil, 0, s.usualYear(c)
}

// usualYear is the portfolio's period, or the last year that is over.
func (s *figurePart) usualYear(c *ctx) int {
	if y := c.scores().Period().Year; y != 0 {
		return y
	}
	return thisYear(c) - 1
}

// thisYear is the financial year of today.
func thisYear(c *ctx) int {
	return model.FiscalYear(c.session.Today(), c.portfolio().Programme().YearStarts)
}

func (s *figurePart) reveal(_ *ctx, field string) bool {
	parts := strings.Split(field, ".")
	if len(parts) != 3 || parts[0] != "figures" {
		return false
	}
	year, err := strconv.Atoi(parts[1])
	row := slices.IndexFunc(figureRows, func(r figureRow) bool { return r.line == parts[2] })
	if err != nil || row < 0 {
		return false
	}
	s.edit, s.year, s.row = nil, year, row
	return true
}

// years are the columns: this year and three before, every year the account has
// figures of, the one under the cursor, and older ones that were asked for.
func (s *figurePart) years(c *ctx) []int {
	now := thisYear(c)
	out := []int{s.year}
	for y := now; y > now-4-s.older; y-- {
		out = append(out, y)
	}
	for _, y := range c.scores().Local(c.account).Years {
		out = append(out, y.Year)
	}
	for _, y := range c.current().Years {
		out = append(out, y.Year)
	}
	slices.SortFunc(out, func(a, b int) int { return b - a })
	return slices.Compact(out)
}

func (s *figurePart) scopes(*ctx) []scope {
	if s.edit != nil {
		return []scope{scopeText}
	}
	return []scope{scopeCells, scopePlan, scopeMove}
}

func (s *figurePart) handle(c *ctx, in Intent) Outcome {
	if s.edit != nil {
		return s.typed(c, in)
	}
	if to, ok := moveTo(in.Kind, s.row, len(figureRows), s.height); ok {
		s.row = to
		return done()
	}
	row := &figureRows[s.row]
	switch in.Kind {
	case Left:
		s.sideways(c, -1)
		return done()
	case Right:
		s.sideways(c, 1)
		return done()
	case Explain, Details:
		return open(newExplain(c.account, row.figure))
	case Copy:
		if text := s.exact(c, row); text != "" {
			return doing(Copying{text})
		}
		return refuse("There is nothing to copy: the cell is unknown.")
	case ExternalEditor:
		return refuse("A figure is typed in its cell. Long texts have their place in notes.")
	case OpenCell:
		return s.openCell(c, row)
	case BeginTyping, EditHere, EditNote, SetUnknown, FillDown:
		if row.derived() {
			return refuse(row.why)
		}
		return s.begin(c, row, in)
	}
	return Outcome{}
}

// begin starts to type into the cell, or makes it unknown.
func (s *figurePart) begin(c *ctx, row *figureRow, in Intent) Outcome {
	ref, key := edit.AccountRef(c.account), edit.FigureKey(s.year, row.line)
	switch {
	case in.Kind == FillDown:
		f, err := edit.FieldByKey(c.portfolio().Programme(), edit.FigureKey(s.year-1, row.line))
		if err != nil {
			return refuse(sentence(err))
		}
		return change(edit.SetField{Ref: ref, Key: key, Value: edit.Get(c.portfolio(), ref, f)})
	case in.Kind == SetUnknown:
		return s.forget(c, row, edit.SetField{Ref: ref, Key: key})
	case in.Kind == BeginTyping && in.Text != "":
		s.edit, s.fresh = editFresh(c, ref, key, in.Text), true
		if s.edit == nil {
			return Outcome{}
		}
		return s.edit.commit(c)
	}
	s.edit, s.fresh = beginEdit(c, ref, key), false
	return done()
}

// forget makes a cell unknown; a revenue from transactions cannot be.
func (s *figurePart) forget(c *ctx, row *figureRow, ch edit.SetField) Outcome {
	y := figuresOf(c, s.year)
	if row.line == "revenue" && y.FromImport {
		return refuse("This revenue is the sum of imported transactions; a typed revenue overrides it.")
	}
	out := change(ch)
	if n, sum := transactionsOf(c, s.year); row.line == "revenue" && n > 0 {
		out.Say("back to the sum of " + plural(n, "imported transaction") + ": " + withThousands(sum))
	}
	return out
}

// sideways moves a column; past the oldest one more year comes into sight.
func (s *figurePart) sideways(c *ctx, by int) {
	years := s.years(c)
	at := slices.Index(years, s.year) + by
	switch {
	case at < 0:
		return
	case at >= len(years):
		s.older++
		s.year = years[len(years)-1] - 1
	default:
		s.year = years[at]
	}
}

// typed answers keys while a cell is typed; leaving it moves on as in a sheet.
func (s *figurePart) typed(c *ctx, in Intent) Outcome {
	if s.fresh && in.Kind == Typing {
		switch in.Edit {
		case widget.LeftKey:
			in = Intent{Kind: PrevField}
		case widget.RightKey:
			in = Intent{Kind: NextField}
		}
	}
	out, closed := s.edit.handle(c, in)
	if !closed {
		return out
	}
	s.edit = nil
	var row int
	switch in.Kind {
	case Accept:
		if row = nextTyped(s.row, 1); row == s.row {
			return out
		}
	case Down:
		row = nextTyped(s.row, 1)
	case Up:
		row = nextTyped(s.row, -1)
	case NextField:
		row = s.along(c, 1)
	case PrevField:
		row = s.along(c, -1)
	default:
		return out
	}
	s.row = row
	return goOn(out)
}

// along goes to the next year of the sheet, after the last one to the line below; at
// the ends of the sheet it stays.
func (s *figurePart) along(c *ctx, step int) (row int) {
	years := s.years(c)
	at := slices.Index(years, s.year) + step
	if at >= 0 && at < len(years) {
		s.year = years[at]
		return s.row
	}
	if row = nextTyped(s.row, step); row != s.row {
		s.year = years[(at+len(years))%len(years)]
	}
	return row
}

// nextTyped is the next line below, or above, that is typed rather than derived; the
// same one where there is none.
func nextTyped(row, step int) int {
	for i := row + step; i >= 0 && i < len(figureRows); i += step {
		if !figureRows[i].derived() {
			return i
		}
	}
	return row
}

// openCell opens the cell under the cursor because the one before was left for it.
func (s *figurePart) openCell(c *ctx, row *figureRow) Outcome {
	s.edit, _ = openCell(c, edit.AccountRef(c.account), edit.FigureKey(s.year, row.line))
	s.fresh = true
	return done()
}

// exact is the cell as it would be typed.
func (s *figurePart) exact(c *ctx, row *figureRow) string {
	text, _ := row.cell(c, s.year)
	if row.derived() || row.line == "revenue" {
		return strings.Trim(text, "– ~*")
	}
	f, err := edit.FieldByKey(c.portfolio().Programme(), edit.FigureKey(s.year, row.line))
	if err != nil {
		return ""
	}
	return edit.Get(c.portfolio(), edit.AccountRef(c.account), f)
}
