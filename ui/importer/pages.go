package importer

import (
	"fmt"

	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// tabWords name the pages, with what there is of each.
func tabWords(v *kit.ImportPreview, t importTab) (word string, n int) {
	switch t {
	case tabColumns:
		return words.T("importer.columns"), len(v.Columns)
	case tabSame:
		return words.T("importer.same-as"), len(v.Questions)
	case tabStatus:
		return words.T("importer.status"), len(v.Statuses)
	case tabAccounts:
		return words.T("importer.accounts"), len(v.Accounts)
	case tabProblems:
		return words.T("importer.problems"), len(v.Problems)
	}
	return words.T("importer.overview"), 1
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

// drawTabs names the pages, the one that is open first where not all have room.
func (m *Wizard) drawTabs(cv widget.Canvas) {
	tabs := m.tabs()
	wording := make([]string, len(tabs))
	width, from := 0, 0
	for i, t := range tabs {
		word, n := tabWords(m.preview(), t)
		if t != tabOverview {
			word += fmt.Sprintf(" %d", n)
		}
		wording[i] = word
		width += widget.Width(word) + 2
	}
	for i, t := range tabs {
		if t == m.tab && width > cv.W()-1 {
			from = max(0, i-1)
		}
	}
	x := 1
	for i, word := range wording[from:] {
		st := theme.Quiet
		if tabs[from+i] == m.tab {
			st = theme.Accent
			cv.Mark(widget.Rect{X: x - 1, W: widget.Width(word) + 2, H: 1}, theme.CellMark)
		}
		cv.TextIn(x, 0, max(0, cv.W()-x-1), word, st, widget.Left)
		x += widget.Width(word) + 2
	}
}
