package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// importLabel is the room for the labels of the question.
const importLabel = 10

func (m *Wizard) drawQuestion(cv widget.Canvas) {
	body := kit.Hint(cv, words.T("importer.enter-reads-file-shows-what"))
	y := m.drawLines(body, 0, words.T("importer.export-your-crm-your-invoices"), theme.Plain) + 1
	m.label(body, y, words.T("importer.file"), m.row == rowPath)
	m.drawField(body, y, m.path, m.row == rowPath)
	y++
	if len(m.names) > 0 {
		y = m.drawNames(body, y)
	}
	y++
	m.label(body, y, words.T("importer.it-holds"), m.row == rowKind)
	m.drawKind(body, y)
	if m.asksWon() {
		y += 2
		m.label(body, y, words.T("importer.counts"), m.row == rowWon)
		m.drawField(body, y, m.won, m.row == rowWon)
		y++
		body.TextIn(
			importLabel+2,
			y,
			body.W()-importLabel-3,
			words.T("importer.rows-this-status-summed-revenue"),
			theme.Quiet,
			widget.Left,
		)
	}
	if m.wrong != "" {
		m.drawLines(body, y+2, m.wrong, theme.Bad)
	}
}

// drawLines writes a wrapped text and gives the row below it.
func (m *Wizard) drawLines(cv widget.Canvas, y int, text string, st theme.Style) int {
	for _, l := range widget.Wrap(text, max(1, cv.W()-2)) {
		cv.TextIn(1, y, cv.W()-2, l, st, widget.Left)
		y++
	}
	return y
}

func (m *Wizard) label(cv widget.Canvas, y int, word string, at bool) {
	st := theme.Quiet
	if at {
		st = theme.Strong
		cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
	}
	cv.TextIn(2, y, importLabel-1, word, st, widget.Left)
}

// drawField shows a field being typed in, or its text.
func (m *Wizard) drawField(cv widget.Canvas, y int, f *widget.Field, at bool) {
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

func (m *Wizard) drawKind(cv widget.Canvas, y int) {
	x, w := importLabel+2, cv.W()-importLabel-3
	wording := m.kinds[m.kind].InWords()
	if m.row == rowKind {
		cv.Mark(widget.Rect{X: x, Y: y, W: w, H: 1}, theme.FocusMark)
		wording = "← " + wording + " →"
	}
	cv.TextIn(x, y, w, wording, theme.Plain, widget.Left)
}

// drawNames lists what tab found, on two lines at most.
func (m *Wizard) drawNames(cv widget.Canvas, y int) int {
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

// drawReading shows how far the reading is.
func (m *Wizard) drawReading(cv widget.Canvas) {
	body := kit.Hint(cv, words.T("importer.esc-cancels-nothing-changed"))
	p := m.progress
	name := m.path.Text()
	if p.Path != "" {
		name = p.Path
	}
	wording := words.T("importer.reading", fileName(name))
	if p.files > 1 {
		wording = words.T("importer.reading-of", fileName(name), p.file, p.files)
	}
	body.TextIn(1, 1, body.W()-2, wording, theme.Plain, widget.Left)
	if p.Total > 0 {
		share := float64(p.Done) / float64(p.Total)
		w := max(1, min(40, body.W()-9))
		body.TextIn(1, 3, w, widget.Meter(share, true, w, *body.Glyphs()), theme.Accent, widget.Left)
		body.TextIn(w+2, 3, 6, fmt.Sprintf("%d %%", int(100*share)), theme.Plain, widget.Right)
	}
}

// drawOverview says what all files would do; enter agrees to it.
func (m *Wizard) drawOverview(cv widget.Canvas) {
	wording := words.T("importer.enter-imports-this-u-takes")
	switch {
	case len(m.preview().Open) > 0:
		wording = words.T("importer.number-answers")
	case !m.Changes():
		wording = words.T("importer.esc-goes-back-choose-another")
	case len(m.seen) > 1:
		wording = words.T("importer.enter-imports-all-each-undo")
	}
	body := kit.Hint(cv, wording)
	m.lay(body.W())
	m.page.Draw(body)
}

// Changes reports whether any file would change anything.
func (m *Wizard) Changes() bool {
	return slices.ContainsFunc(m.seen, func(v *kit.ImportPreview) bool { return v.Change != nil })
}

// lay writes the overview once for a width.
func (m *Wizard) lay(w int) {
	p, v := &m.page, m.preview()
	if m.laid == v && p.Width == w {
		return
	}
	m.laid = v
	p.Begin(w)
	if m.layOpen(); len(v.Open) > 0 {
		return
	}
	if m.Changes() {
		p.Text(1, words.T("importer.this-would-happen-nothing-been"), theme.Strong)
	} else {
		p.Text(1, words.T("importer.nothing-would-change"), theme.Strong)
	}
	if len(m.seen) == 1 {
		p.Blank()
	}
	m.laySummary()
}

// laySummary tells of every file what it would do, and of all that is left out.
func (m *Wizard) laySummary() {
	p := &m.page
	for i, v := range m.seen {
		if len(m.seen) > 1 {
			title := cmp.Or(v.Title, fileName(m.files[i].Path))
			if i == m.at && m.stage == importPreviews {
				title = words.T("importer.title-open", title)
			}
			p.Head(title)
		}
		if v.Unread != "" {
			p.Bullet(1, "!", v.Unread, theme.Bad)
		}
		for _, s := range v.Summary {
			p.Bullet(1, "·", s, theme.Plain)
		}
		m.layProblems(v)
	}
	for _, why := range m.left {
		p.Bullet(1, "!", why, theme.Warn)
	}
}

// listed is how many problems the overview names; their own page has all.
const listed = 200

// layProblems lists what will be left out.
func (m *Wizard) layProblems(v *kit.ImportPreview) {
	n := len(v.Problems)
	if n == 0 {
		return
	}
	m.page.Head(words.T("importer.n-problems", n))
	for i := range v.Problems[:min(n, listed)] {
		p := &v.Problems[i]
		m.page.Bullet(3, "!", strings.TrimSuffix(problemWords(p)+". "+p.Hint, ". "), theme.Warn)
	}
	if n > listed {
		m.page.Text(3, words.T("importer.more-page-problems", n-listed), theme.Quiet)
	}
}

func (m *Wizard) drawDone(cv widget.Canvas) {
	wording := words.T("importer.enter-imports-another-file-esc")
	if len(m.seen) > 1 {
		wording = words.T("importer.enter-imports-another-file-esc-workbench")
	}
	body := kit.Hint(cv, wording)
	p := &m.page
	m.laid = nil
	p.Begin(body.W())
	p.Text(1, words.T("importer.imported-every-score-up-date"), theme.Good)
	if len(m.seen) == 1 {
		p.Blank()
	}
	m.laySummary()
	p.Draw(body)
}
