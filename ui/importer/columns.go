package importer

import (
	"cmp"
	"slices"
	"strings"

	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// columnKey answers keys on the page of columns.
func (m *Wizard) columnKey(c *kit.Context, in keys.Intent) kit.Outcome {
	v, s := m.preview(), &m.spots[tabColumns]
	switch in.Kind {
	case keys.Raise:
		return m.moveHeadings(c, 1)
	case keys.Lower:
		return m.moveHeadings(c, -1)
	}
	if to, ok := kit.MoveTo(in.Kind, s.at, len(v.Columns), s.rows); ok {
		s.at = to
		return kit.Done()
	}
	if len(v.Columns) == 0 {
		return kit.Outcome{}
	}
	col := &v.Columns[s.at]
	switch in.Kind {
	case keys.Accept:
		if col.Header == "" {
			return kit.Refuse(words.T("importer.column-without-heading-cannot-sent"))
		}
		return kit.Open(m.newPickColumn(v, col))
	case keys.SendColumn:
		return m.send(c, col, in.Text)
	case keys.SetUnknown:
		return m.send(c, col, "-")
	case keys.AcceptSuggestion:
		return m.send(c, col, "")
	}
	return kit.Outcome{}
}

// moveHeadings takes another row for the headings and has the file read again.
func (m *Wizard) moveHeadings(c *kit.Context, by int) kit.Outcome {
	f, v := &m.files[m.at], m.preview()
	now := cmp.Or(f.Headings, v.Headings)
	to := slices.Index(v.Lines, now) + by
	switch {
	case now == 0 || len(v.Lines) == 0:
		return kit.Refuse(words.T("importer.columns-this-file-no-headings"))
	case to < 0 || to >= len(v.Lines):
		return kit.Say(words.T("importer.there-no-other-row-this"))
	}
	f.Headings = v.Lines[to]
	return m.again(c)
}

// newPickColumn offers the fields a column can go to.
func (m *Wizard) newPickColumn(v *kit.ImportPreview, col *kit.ImportColumn) *kit.Pick {
	taken := map[string]string{}
	for _, o := range v.Columns {
		if o.Field != "" && o.Header != col.Header {
			taken[o.Field] = o.Header
		}
	}
	var all []kit.Choice
	for _, t := range v.Targets {
		word := t.Label
		if other := taken[t.Key]; other != "" {
			word = words.T("importer.now-from", word, kit.OneLine(other))
		}
		all = append(all, kit.Choice{Word: word, Value: t.Key})
	}
	all = append(all, kit.Choice{Word: words.T("importer.leave-out"), Value: "-"})
	if v.Kind == "accounts" {
		all = append(all, kit.Choice{Word: words.T("importer.keep-as-custom-field"), Value: "+"})
	}
	at := col.Field
	if col.Custom {
		at = "+"
	}
	return kit.NewPick(kit.PickColumn, words.T("importer.where-does-go", kit.OneLine(col.Header)), all, at)
}

// send sends a column to a field and has the file read again; "" takes back what
// was said.
func (m *Wizard) send(c *kit.Context, col *kit.ImportColumn, to string) kit.Outcome {
	if col.Header == "" {
		return kit.Done()
	}
	f, v := &m.files[m.at], m.preview()
	said := map[string]string{}
	for _, s := range v.Said {
		said[s.Header] = s.Field
	}
	if m.wrong != "" || v.Unread != "" { // what was said last did not read
		for header, field := range f.Map {
			said[header] = field
		}
	}
	for header, field := range said {
		if field == to && len(to) > 1 {
			delete(said, header) // a field has one column
		}
	}
	switch {
	case to == "" && said[col.Header] == "":
		return kit.Say(words.T("importer.this-what-accord-proposed"))
	case to == "":
		delete(said, col.Header)
	default:
		said[col.Header] = to
	}
	f.Map, f.Exact = said, true
	if v.Unread != "" && f.Kind == "" {
		f.Kind = v.Kind // its fields were offered
	}
	return m.again(c)
}

// columnSign shows where a column goes at a glance.
func columnSign(cv widget.Canvas, col *kit.ImportColumn) (where string, st theme.Style) {
	switch {
	case col.Field != "":
		st = theme.Plain
		if col.Said {
			st = theme.Strong
		}
		return cv.Glyphs().Gives + " " + cmp.Or(col.Label, col.Field), st
	case col.Custom:
		return words.T("importer.custom-field", cv.Glyphs().Gives), theme.Quiet
	}
	return words.T("importer.left-out", cv.Glyphs().Cross), theme.Warn
}

func (m *Wizard) drawColumns(c *kit.Context, cv widget.Canvas) {
	v, s := m.preview(), &m.spots[tabColumns]
	body := kit.Hint(cv, words.T("importer.enter-field-x-out-as"))
	y := 0
	if v.Headings > 0 {
		y = m.drawLines(body, y, words.T("importer.headings-row-take-another", v.Headings), theme.Quiet)
	}
	if v.Unread != "" && m.wrong == "" {
		y = m.drawLines(body, y, words.T("importer.send-column-field-enter-or", strings.TrimRight(v.Unread, ".")), theme.Bad)
	}
	_, below := body.Rect().SplitTop(min(y, max(0, body.H()-5)))
	body = body.Sub(below)
	foot, list := body.Rect().SplitBottom(min(3, max(0, body.H()-2)))
	w := list.W - 3
	name, to := w*3/10, w*3/10
	head, rest := list.SplitTop(1)
	h := body.Sub(head)
	h.TextIn(2, 0, name-1, "column", theme.Header, widget.Left)
	h.TextIn(2+name, 0, to-1, words.T("importer.goes-to"), theme.Header, widget.Left)
	h.TextIn(2+name+to, 0, max(0, w-name-to), words.T("importer.for-example"), theme.Header, widget.Left)
	s.drawRows(body.Sub(rest), len(v.Columns), func(line widget.Canvas, i int) {
		col := &v.Columns[i]
		where, st := columnSign(line, col)
		line.TextIn(2, 0, name-1, cmp.Or(kit.OneLine(col.Header), words.T("importer.no-heading")), theme.Plain, widget.Left)
		line.TextIn(2+name, 0, to-1, where, st, widget.Left)
		line.TextIn(
			2+name+to,
			0,
			max(0, w-name-to),
			strings.Join(col.Samples, " "+c.Glyphs.Sep+" "),
			theme.Quiet,
			widget.Left,
		)
	})
	if s.at < len(v.Columns) {
		m.drawColumnFoot(body.Sub(foot), v, &v.Columns[s.at])
	}
}

// drawColumnFoot says why the column under the cursor goes where it goes.
func (m *Wizard) drawColumnFoot(cv widget.Canvas, v *kit.ImportPreview, col *kit.ImportColumn) {
	heading := cmp.Or(kit.OneLine(col.Header), words.T("importer.no-heading"))
	text := heading + ": " + cmp.Or(col.Why, words.T("importer.not-used"))
	if col.Said && col.Proposed != col.Field {
		text += ". " + words.T("importer.accord-proposed-goes-back", proposedWords(v, col))
	}
	lines := widget.Wrap(text+".", max(1, cv.W()-2))
	for i, l := range lines[:min(len(lines), max(0, cv.H()-1))] {
		cv.TextAuto(1, i+1, cv.W()-2, l, theme.Quiet, widget.Left)
	}
	cv.HLine(0, 0, cv.W(), theme.Border)
}

func proposedWords(v *kit.ImportPreview, col *kit.ImportColumn) string {
	i := slices.IndexFunc(v.Targets, func(t kit.ImportTarget) bool { return t.Key == col.Proposed })
	switch {
	case i >= 0:
		return v.Targets[i].Label
	case col.Proposed != "":
		return col.Proposed
	case v.Kind == "accounts":
		return words.T("importer.custom-field-2")
	}
	return words.T("importer.leave-out-2")
}
