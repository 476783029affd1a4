package plan

import (
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// signWidth is the room before an item's text for its sign.
const signWidth = 2

func (s *ItemPart) Draw(c *kit.Context, cv widget.Canvas, focus bool) {
	ids := s.ids(c)
	if len(ids) == 0 {
		empty := ItemKinds(s.of).empty
		if c.Modest() && len(ItemKinds(s.of).Ids(c.Current())) > 0 {
			empty = words.T("plan.nothing-here-shared-customer-what")
		}
		kit.DrawLines(cv.Sub(cv.Rect().Inset(1)), []kit.FootLine{{Text: empty, Style: theme.Ghost}})
		return
	}
	row := s.Place(ids)
	s.tableColumns(cv.W())
	foot := s.foot(c, ids[row], row, focus)
	room := cv.W() - 3
	want := min(kit.FootHeight(foot, room)+1, max(3, cv.H()/2))
	table, rest := cv.Rect().SplitTop(min(len(ids)+1, max(3, cv.H()-want)))
	s.height = table.H - 1
	in := cv.Sub(table)
	s.table.Draw(in, itemRows{c, s, ids}, row, s.col, focus)
	if s.Edit != nil && focus {
		s.drawEdit(in, row)
	}
	out := cv.Sub(widget.Rect{X: 2, Y: rest.Y, W: room, H: rest.H})
	if kit.FootHeight(foot, room) < out.H() {
		out = out.Sub(widget.Rect{Y: 1, W: room, H: out.H() - 1})
	}
	kit.DrawLines(out, foot)
}

// tableColumns gives the text the larger part, since it is what is read.
func (s *ItemPart) tableColumns(w int) {
	s.table.Columns = s.table.Columns[:0]
	for _, col := range s.columns {
		s.table.Columns = append(
			s.table.Columns,
			widget.Column{Key: col.field.Key, Title: col.title, Width: col.width, Grow: col.grow},
		)
	}
	s.table.Columns[0].Title = "  " + s.columns[0].title
	s.table.Columns[0].Width = max(20, min(w*45/100, 60))
	if all := s.width(); w-all >= s.columns[0].width {
		s.table.Columns[0].Width = s.columns[0].width // every column fits: they share what is left
	}
	s.table.Whole = true
}

// width is the room that all columns but the text take.
func (s *ItemPart) width() int {
	n := signWidth
	for _, col := range s.columns[1:] {
		n += col.width + 1
	}
	return n
}

// drawEdit lays the field over its cell, and over its neighbours when the cell
// is too narrow to type a sentence in.
func (s *ItemPart) drawEdit(cv widget.Canvas, row int) {
	r := s.table.CellRect(cv, row, s.col)
	if r.Empty() {
		return
	}
	if s.col == 0 {
		r.X, r.W = r.X+signWidth, r.W-signWidth
	}
	if s.column().field.Kind == edit.Text {
		r.W = max(r.W, min(40, cv.W()-4))
	}
	r.X = max(2, min(r.X, cv.W()-r.W))
	s.Edit.Draw(cv, r.X, r.Y, r.W)
}

// itemRows gives the table its cells.
type itemRows struct {
	c   *kit.Context
	s   *ItemPart
	ids []string
}

func (r itemRows) Len() int { return len(r.ids) }

func (r itemRows) Cell(row, col int) (string, theme.Style) {
	f := r.s.columns[col].field
	if !r.c.MayRead(edit.Ref{Account: r.c.Account, Of: r.s.of, ID: r.ids[row]}, f) {
		return kit.Shade(r.c)
	}
	text := f.Shown(edit.Get(r.c.Portfolio(), edit.Ref{Account: r.c.Account, Of: r.s.of, ID: r.ids[row]}, f))
	state := r.s.state(r.c, r.ids[row])
	st := state.style
	switch {
	case col == 0:
		if state.late {
			st = theme.Bad
		}
		return state.sign + " " + text, st
	case text == "":
		return "–", theme.Quiet
	case f.Kind == edit.Amount:
		text, _ = kit.ShownValue(r.c, edit.Ref{Account: r.c.Account, Of: r.s.of, ID: r.ids[row]}, f)
		return text, st
	case f.Kind == edit.Day:
		switch {
		case state.late:
			st = theme.Bad
		case state.due:
			st = theme.Warn
		}
		return kit.ShortDay(text), st
	}
	return text, st
}

// foot tells the item under the cursor in full.
func (s *ItemPart) foot(c *kit.Context, id string, row int, focus bool) []kit.FootLine {
	ref := edit.Ref{Account: c.Account, Of: s.of, ID: id}
	var out []kit.FootLine
	if s.Edit != nil && focus {
		out = append(out, kit.EditLine(c, s.Edit))
	}
	out = append(out, kit.FootLine{Text: s.columns[0].field.Shown(edit.Get(c.Portfolio(), ref, s.columns[0].field)), Style: theme.Strong})
	if c.Modest() && !c.MayRead(ref, s.column().field) {
		return out
	}
	if col := s.column(); s.col > 0 && (s.Edit == nil || !focus) {
		if text := col.field.Shown(edit.Get(c.Portfolio(), ref, col.field)); col.field.Kind == edit.Day && text != "" {
			out = append(out, kit.FootLine{Lead: col.title + ": ", Text: kit.ShortDay(text), Style: theme.Plain})
		} else if text != "" {
			out = append(out, kit.FootLine{Lead: col.title + ": ", Text: text, Style: theme.Plain})
		} else {
			out = append(out, kit.FootLine{Lead: col.title + ": ", Text: col.field.Help, Style: theme.Ghost})
		}
	}
	if c.Modest() {
		return out // what is said of an item is ours
	}
	return append(out, s.remarks(c, id)...)
}
