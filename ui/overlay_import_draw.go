package ui

import (
	"fmt"
	"strings"

	"accord/ui/theme"
	"accord/ui/widget"
)

func (m *importer) draw(_ *ctx, cv widget.Canvas, _ bool) {
	switch m.stage {
	case importReads:
		m.drawReading(cv)
	case importPreviews:
		m.drawPreview(cv)
	case importDone:
		m.drawDone(cv)
	default:
		m.drawQuestion(cv)
	}
}

// importLabel is the room for the labels of the question.
const importLabel = 10

func (m *importer) drawQuestion(cv widget.Canvas) {
	body := hint(cv, "enter reads the file and shows what would change · esc back")
	y := m.drawLines(body, 0, "An export of your CRM, your invoices or a spreadsheet. No column needs renaming, and nothing changes before you have seen and agreed to it.", theme.Plain) + 1
	m.label(body, y, "File", m.row == rowPath)
	m.drawField(body, y, m.path, m.row == rowPath)
	y++
	if len(m.names) > 0 {
		y = m.drawNames(body, y)
	}
	y++
	m.label(body, y, "It holds", m.row == rowKind)
	m.drawKind(body, y)
	if m.asksWon() {
		y += 2
		m.label(body, y, "Counts", m.row == rowWon)
		m.drawField(body, y, m.won, m.row == rowWon)
		y++
		body.TextIn(importLabel+2, y, body.W()-importLabel-3, "Rows with this status are summed to revenue; empty takes the usual words.", theme.Quiet, widget.Left)
	}
	if m.wrong != "" {
		m.drawLines(body, y+2, m.wrong, theme.Bad)
	}
}

// drawLines writes a wrapped text and gives the row below it.
func (m *importer) drawLines(cv widget.Canvas, y int, text string, st theme.Style) int {
	for _, l := range widget.Wrap(text, max(1, cv.W()-2)) {
		cv.TextIn(1, y, cv.W()-2, l, st, widget.Left)
		y++
	}
	return y
}

func (m *importer) label(cv widget.Canvas, y int, word string, at bool) {
	st := theme.Quiet
	if at {
		st = theme.Strong
		cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
	}
	cv.TextIn(2, y, importLabel-1, word, st, widget.Left)
}

// drawField shows a field being typed in, or its text.
func (m *importer) drawField(cv widget.Canvas, y int, f *widget.Field, at bool) {
	x, w := importLabel+2, cv.W()-importLabel-3
	switch {
	case at:
		f.Draw(cv, x, y, w, theme.Plain)
	case f.Text() == "":
		cv.TextIn(x, y, w, f.Placeholder, theme.Ghost, widget.Left)
	default:
		cv.TextIn(x, y, w, f.Text(), theme.Plain, widget.Left)
	}
}

func (m *importer) drawKind(cv widget.Canvas, y int) {
	x, w := importLabel+2, cv.W()-importLabel-3
	words := importKinds[m.kind].words
	if m.row == rowKind {
		cv.Mark(widget.Rect{X: x, Y: y, W: w, H: 1}, theme.FocusMark)
		words = "← " + words + " →"
	}
	cv.TextIn(x, y, w, words, theme.Plain, widget.Left)
}

// drawNames lists what tab found, on two lines at most.
func (m *importer) drawNames(cv widget.Canvas, y int) int {
	lines := widget.Wrap(strings.Join(m.names, "   "), max(1, cv.W()-importLabel-3))
	for i, l := range lines[:min(2, len(lines))] {
		if i == 1 && len(lines) > 2 {
			l += " " + cv.Glyphs().Ellipsis
		}
		cv.TextIn(importLabel+2, y, cv.W()-importLabel-3, l, theme.Quiet, widget.Left)
		y++
	}
	return y
}

func (m *importer) drawReading(cv widget.Canvas) {
	body := hint(cv, "esc stops waiting; nothing is changed")
	_, name := splitPath(m.path.Text())
	body.TextIn(1, 1, body.W()-2, "Reading "+name+" …", theme.Plain, widget.Left)
}

func (m *importer) drawPreview(cv widget.Canvas) {
	words := "enter imports this, u takes it back · esc goes back"
	if m.preview.Change == nil {
		words = "esc goes back to choose another file"
	}
	body := hint(cv, words)
	m.lay(body.W())
	m.page.draw(body)
}

// lay writes the preview once for a width: it may be very long.
func (m *importer) lay(w int) {
	p := &m.page
	if m.laid == m.preview && p.width == w {
		return
	}
	m.laid = m.preview
	p.begin(w)
	if m.preview.Change == nil {
		p.text(1, "Nothing would change.", theme.Strong)
	} else {
		p.text(1, "This would happen. Nothing has been changed yet.", theme.Strong)
	}
	p.blank()
	m.laySummary(theme.Plain)
	m.layProblems()
	if len(m.preview.Details) > 0 {
		p.head("In detail")
		for _, d := range m.preview.Details {
			p.text(3, d, theme.Plain)
		}
	}
}

func (m *importer) laySummary(st theme.Style) {
	for _, s := range m.preview.Summary {
		m.page.bullet(1, "·", s, st)
	}
}

// layProblems lists in full what will be left out.
func (m *importer) layProblems() {
	n := len(m.preview.Problems)
	if n == 0 {
		return
	}
	m.page.head(fmt.Sprintf("Left out: %d", n))
	for _, s := range m.preview.Problems {
		m.page.bullet(3, "!", s, theme.Warn)
	}
}

func (m *importer) drawDone(cv widget.Canvas) {
	body := hint(cv, "enter imports another file · esc workbench · u takes this back")
	p := &m.page
	m.laid = nil
	p.begin(body.W())
	p.text(1, "Imported. Every score is up to date.", theme.Good)
	p.blank()
	m.laySummary(theme.Plain)
	m.layProblems()
	p.draw(body)
}
