package importer

import (
	"fmt"

	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// importTab is a page of the preview of one file.
type importTab uint8

const (
	tabOverview importTab = iota
	tabColumns
	tabSame
	tabStatus
	tabAccounts
	tabProblems
	importTabs = iota
)

// spot is where the cursor stands on a page, and how many rows the page showed.
type spot struct{ at, top, rows int }

// tabWords name the pages, with what there is of each.
func tabWords(v *kit.ImportPreview, t importTab) (word string, n int) {
	switch t {
	case tabColumns:
		return "Columns", len(v.Columns)
	case tabSame:
		return "Same as?", len(v.Questions)
	case tabStatus:
		return "Status", len(v.Statuses)
	case tabAccounts:
		return "Accounts", len(v.Accounts)
	case tabProblems:
		return "Problems", len(v.Problems)
	}
	return "Overview", 1
}

// tabs are the pages that have something on them.
func (m *Wizard) tabs() []importTab {
	var out []importTab
	for t := range importTab(importTabs) {
		if _, n := tabWords(m.preview(), t); n > 0 {
			out = append(out, t)
		}
	}
	return out
}

// previewed answers keys while the preview is shown.
func (m *Wizard) previewed(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.NextLook:
		return m.turn(c, 1)
	case keys.PrevLook:
		return m.turn(c, -1)
	case keys.NextSection:
		return m.otherFile(c, 1)
	case keys.PrevSection:
		return m.otherFile(c, -1)
	case keys.Cancel:
		if m.tab != tabOverview && m.preview().Unread == "" {
			m.tab = tabOverview
			return m.useAnswers(c)
		}
		m.halt()
		m.stage, m.seen, m.wrong = importAsks, nil, ""
		return kit.Done()
	case keys.ToggleCounts:
		if m.tab != tabStatus {
			in.Kind = keys.PageDown
		}
	}
	switch m.tab {
	case tabColumns:
		return m.columnKey(c, in)
	case tabSame:
		return m.sameKey(c, in)
	case tabStatus:
		return m.statusKey(c, in)
	case tabAccounts:
		return m.accountKey(in)
	case tabProblems:
		return m.problemKey(in)
	}
	if in.Kind == keys.Accept {
		return m.agree(c)
	}
	if m.page.Scroll(in.Kind) {
		return kit.Done()
	}
	return kit.Outcome{}
}

// turn goes to another page of the file; answers given are used then.
func (m *Wizard) turn(c *kit.Context, by int) kit.Outcome {
	tabs := m.tabs()
	for i, t := range tabs {
		if t == m.tab {
			m.tab = tabs[(i+by+len(tabs))%len(tabs)]
			m.page.Top = 0
			return m.useAnswers(c)
		}
	}
	m.tab = tabOverview
	return kit.Done()
}

// otherFile looks at another of several files.
func (m *Wizard) otherFile(c *kit.Context, by int) kit.Outcome {
	to := m.at + by
	if to < 0 || to >= len(m.seen) {
		return kit.Say("There is no other file on this side.")
	}
	out := m.useAnswers(c)
	if _, reads := kit.Asks[*Job](&out); !reads {
		m.turnTo(to)
		m.said.take(m.preview(), m.files[m.at].Same)
	}
	return out
}

// turnTo looks at a file from its first page.
func (m *Wizard) turnTo(i int) {
	m.at, m.tab, m.laid, m.page.Top = i, tabOverview, nil, 0
	m.spots, m.said = [importTabs]spot{}, &answers{}
}

func (m *Wizard) drawPages(c *kit.Context, cv widget.Canvas) {
	top, rest := cv.Rect().SplitTop(1)
	m.drawTabs(cv.Sub(top))
	body := cv.Sub(rest)
	if m.wrong != "" {
		y := m.drawLines(body, 0, m.wrong, theme.Bad)
		_, below := body.Rect().SplitTop(y)
		body = body.Sub(below)
	}
	switch m.tab {
	case tabColumns:
		m.drawColumns(c, body)
	case tabSame:
		m.drawSame(c, body)
	case tabStatus:
		m.drawStatuses(body)
	case tabAccounts:
		m.drawAccounts(body)
	case tabProblems:
		m.drawProblems(body)
	default:
		m.drawOverview(body)
	}
}

// drawTabs names the pages, the one that is open first where not all have room.
func (m *Wizard) drawTabs(cv widget.Canvas) {
	tabs := m.tabs()
	words := make([]string, len(tabs))
	width, from := 0, 0
	for i, t := range tabs {
		word, n := tabWords(m.preview(), t)
		if t != tabOverview {
			word += fmt.Sprintf(" %d", n)
		}
		words[i] = word
		width += widget.Width(word) + 2
	}
	for i, t := range tabs {
		if t == m.tab && width > cv.W()-1 {
			from = max(0, i-1)
		}
	}
	x := 1
	for i, word := range words[from:] {
		st := theme.Quiet
		if tabs[from+i] == m.tab {
			st = theme.Accent
			cv.Mark(widget.Rect{X: x - 1, W: widget.Width(word) + 2, H: 1}, theme.CellMark)
		}
		cv.TextIn(x, 0, max(0, cv.W()-x-1), word, st, widget.Left)
		x += widget.Width(word) + 2
	}
}

// drawRows draws the visible ones of n rows and the sign of the cursor, and gives
// the canvas below them. Each row is drawn in its own canvas.
func (s *spot) drawRows(cv widget.Canvas, n int, row func(cv widget.Canvas, i int)) {
	s.rows = cv.H()
	if n > s.rows {
		s.rows = max(1, s.rows-1)
	}
	s.at = max(0, min(s.at, n-1))
	s.top = max(min(s.top, s.at), s.at-s.rows+1, 0)
	s.top = min(s.top, max(0, n-s.rows))
	for y := 0; y < s.rows && s.top+y < n; y++ {
		line := cv.Sub(widget.Rect{Y: y, W: cv.W(), H: 1})
		if s.top+y == s.at {
			line.Mark(line.Rect(), theme.FocusMark)
			line.Text(0, 0, line.Glyphs().Cursor, theme.Accent)
		}
		row(line, s.top+y)
	}
	if n > s.rows && cv.H() > 1 {
		cv.TextIn(2, s.rows, cv.W()-3, fmt.Sprintf("%d to %d of %d", s.top+1, min(n, s.top+s.rows), n), theme.Quiet, widget.Right)
	}
}
