package kit

import (
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget"
)

// sheetFoot is the height of what the focused field says for itself.
const sheetFoot = 3

func (s *Sheet) Draw(c *Context, cv widget.Canvas, _ bool) {
	rows := s.rows(c)
	row, col, ok := s.locate(rows)
	if !ok {
		cv.TextIn(1, 0, cv.W()-2, words.T("kit.this-gone-esc-goes-back"), theme.Quiet, widget.Left)
		return
	}
	foot, body := cv.Rect().SplitBottom(sheetFoot)
	s.scrollTo(row, body.H, len(rows))
	label := labelWidth(rows, cv.W())
	for i := s.Top; i < len(rows) && i-s.Top < body.H; i++ {
		at := -1
		if i == row {
			at = col
		}
		s.drawRow(c, cv.Sub(widget.Rect{Y: i - s.Top, W: cv.W(), H: 1}), rows[i], label, at)
	}
	s.drawFoot(cv.Sub(foot), rows[row].Fields[col])
}

func (s *Sheet) scrollTo(row, height, n int) {
	if row == 1 {
		row = 0 // show the heading above the first fact
	}
	s.Top = max(row-height+1, min(s.Top, row))
	s.Top = max(0, min(s.Top, n-height))
}

// labelWidth is the room for labels: the longest, within reason.
func labelWidth(rows []SheetRow, w int) int {
	n := 0
	for _, r := range rows {
		if len(r.Fields) == 1 {
			n = max(n, widget.Width(r.Fields[0].Title))
		}
	}
	return min(n, w*2/5)
}

// drawRow draws a heading or facts; at is the column with the cursor, -1 for none.
func (s *Sheet) drawRow(c *Context, cv widget.Canvas, r SheetRow, label, at int) {
	if r.head != "" {
		cv.TextIn(1, 0, cv.W()-2, r.head, theme.Header, widget.Left)
		return
	}
	if at >= 0 {
		cv.Text(0, 0, cv.Glyphs().Cursor, theme.Accent)
	}
	if len(r.Fields) == 1 {
		st := theme.Quiet
		if at >= 0 {
			st = theme.Strong
		}
		cv.TextIn(2, 0, label, r.Fields[0].Title, st, widget.Left)
		s.drawValue(c, cv.Sub(widget.Rect{X: label + 4, W: cv.W() - label - 5, H: 1}), r.Ref, r.Fields[0], at == 0)
		return
	}
	x, free := 2, cv.W()-2-len(r.Fields)
	shares := [...]int{30, 26, 16, 28} // name, title, function, email, in hundredths
	for i, f := range r.Fields {
		w := free * shares[i%len(shares)] / 100
		s.drawValue(c, cv.Sub(widget.Rect{X: x, W: w, H: 1}), r.Ref, f, at == i)
		x += w + 1
	}
}

func (s *Sheet) drawValue(c *Context, cv widget.Canvas, ref edit.Ref, f edit.Field, at bool) {
	if at && s.Edit != nil {
		s.Edit.Draw(cv, 0, 0, cv.W())
		return
	}
	text, unit := ShownValue(c, ref, f)
	st := theme.Plain
	if text == "" {
		text, unit, st = "–", "", theme.Quiet
	}
	if at {
		cv.Mark(cv.Rect(), theme.FocusMark)
	}
	if unit == "" || f.Kind == edit.LongText {
		cv.TextIn(0, 0, cv.W(), text, st, widget.Left)
		return
	}
	w := min(widget.Width(text), cv.W())
	cv.TextIn(0, 0, w, text, st, widget.Left)
	cv.TextIn(w+1, 0, cv.W()-w-1, unit, theme.Quiet, widget.Left)
}

// ShownValue is a value for reading, with its unit.
func ShownValue(c *Context, ref edit.Ref, f edit.Field) (text, unit string) {
	text, unit = OneLine(f.Shown(edit.Get(c.Portfolio(), ref, f))), f.Unit
	switch {
	case unit == "month" || unit == "score":
		return text, "" // the label says it
	case f.Kind != edit.Amount:
		return text, unit
	}
	unit = c.Portfolio().Programme().Currency.String()
	if strings.HasSuffix(text, unit) || strings.Contains(text, " ") {
		unit = ""
	}
	if v, err := model.ParseNumber(text); err == nil && v == float64(int64(v)) {
		text = score.Thousands(model.Some(v))
	}
	return text, unit
}

// drawFoot says what the field under the cursor is, what it takes and what it
// feeds; while something illegal stands in it, why that cannot be taken.
func (s *Sheet) drawFoot(cv widget.Canvas, f edit.Field) {
	cv.HLine(0, 0, cv.W(), theme.Border)
	if s.Edit != nil && s.Edit.wrong != "" {
		cv.TextIn(1, 1, cv.W()-2, s.Edit.wrong, theme.Bad, widget.Left)
		cv.TextIn(1, 2, cv.W()-2, words.T("kit.not-saved-yet-value-before"), theme.Quiet, widget.Left)
		return
	}
	cv.TextIn(1, 1, cv.W()-2, f.Help, theme.Plain, widget.Left)
	cv.TextIn(1, 2, cv.W()-2, takes(f, cv.Glyphs().Sep), theme.Quiet, widget.Left)
}

// takes says what a field can hold and which figure it feeds.
func takes(f edit.Field, sep string) string {
	var parts []string
	if !f.Free {
		parts = append(parts, f.Range)
	}
	if f.Feeds != "" {
		parts = append(parts, words.T("kit.feeds", f.Feeds))
	}
	return strings.Join(parts, " "+sep+" ")
}
