package shell

import (
	"fmt"
	"slices"
	"strings"

	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// copiesPage lists what there is to go back to: on the first screen, and instead
// of it when the file is damaged or gone.
type copiesPage struct {
	trouble string // what is wrong with the file, "" for nothing
	list    []kit.CopyInfo
	row     int
	rows    int
	waiting uint64
	doing   string // what is waited for, in words
	asked   bool   // the list was asked for
	sure    string // the copy that enter was pressed on once, when it takes two
}

// newCopies opens the list and asks for it.
func newCopies(c *kit.Context, trouble string) kit.Outcome {
	p := &copiesPage{trouble: trouble}
	out := p.ask(c, listCopies, "")
	out.Open(p)
	return out
}

func (p *copiesPage) ask(c *kit.Context, task copiesTask, path string) kit.Outcome {
	p.waiting, p.asked = c.Entry(), true
	p.doing = [...]string{words.T("shell.reading-copies"), words.T("shell.reading-copy-then-putting-place"), words.T("shell.reading-everything-can-read")}[task]
	return kit.Doing(&copiesJob{task: task, number: p.waiting, path: path})
}

func (p *copiesPage) take(list []kit.CopyInfo) {
	p.list, p.sure = list, ""
	p.row = max(
		0,
		slices.IndexFunc(list, func(x kit.CopyInfo) bool { return x.Problem == "" && x.Accounts > 0 && !x.Other }),
	)
}

func (p *copiesPage) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopeCopies, keys.ScopeMove}
}

func (p *copiesPage) Title(*kit.Context) string {
	if p.trouble != "" {
		return words.T("shell.file-cannot-opened")
	}
	return words.T("shell.bring-back-copy")
}

// ShortFor leaves out of the footer what does nothing here: there is no way back
// from a file that cannot be opened, and nothing to repair without one.
func (p *copiesPage) ShortFor(k keys.IntentKind) (string, bool) {
	return "", k == keys.Cancel && p.trouble != "" || k == keys.RepairFile && p.trouble == ""
}

// Place is the whole screen when there is nothing below to go back to.
func (p *copiesPage) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	if p.trouble != "" {
		return screen
	}
	return screen.Center(min(110, screen.W), screen.H)
}

func (p *copiesPage) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	if to, ok := kit.MoveTo(in.Kind, p.row, len(p.list), p.rows); ok {
		p.row, p.sure = to, ""
		return kit.Done()
	}
	switch in.Kind {
	case keys.Quit:
		return kit.Doing(quitting{}) // nothing is open that could be unsaved
	case keys.Cancel:
		if p.trouble != "" {
			return kit.Say(words.T("shell.choose-copy-or-press-q"))
		}
		return kit.Close()
	}
	switch {
	case p.waiting != 0:
		return kit.Say(p.doing)
	case in.Kind == keys.RepairFile && p.trouble == "":
		return kit.Refuse(words.T("shell.there-no-damaged-file-here"))
	case in.Kind == keys.RepairFile:
		return p.ask(c, repairFile, "")
	case in.Kind == keys.Accept && p.row < len(p.list):
		x := &p.list[p.row]
		if x.Problem != "" {
			return kit.Refuse(x.Problem)
		}
		if why := x.Doubt(); why != "" && p.sure != x.Path {
			p.sure = x.Path
			return kit.Refuse(why)
		}
		return p.ask(c, bringBack, p.list[p.row].Path)
	}
	return kit.Done()
}

func (p *copiesPage) Draw(_ *kit.Context, cv widget.Canvas, _ bool) {
	wording := words.T("shell.enter-puts-copy-place-what")
	if p.trouble != "" {
		wording = words.T("shell.enter-puts-copy-place-file")
	}
	body := kit.Hint(cv, wording)
	y := 0
	if p.trouble != "" {
		for _, line := range widget.Wrap(p.trouble+".", max(1, body.W()-2)) {
			if y < body.H()-3 {
				body.TextIn(1, y, body.W()-2, line, theme.Warn, widget.Left)
				y++
			}
		}
		y++
	}
	switch {
	case p.waiting != 0:
		body.TextIn(1, y, body.W()-2, p.doing, theme.Quiet, widget.Left)
		return
	case len(p.list) == 0:
		body.TextIn(1, y, body.W()-2, words.T("shell.there-no-copies-beside-first"), theme.Quiet, widget.Left)
		return
	}
	body.TextIn(2, y, 16, words.T("shell.last-edit"), theme.Header, widget.Left)
	body.TextIn(19, y, 9, words.T("shell.accounts-head"), theme.Header, widget.Right)
	body.TextIn(29, y, 8, words.T("shell.size"), theme.Header, widget.Right)
	body.TextIn(39, y, max(0, body.W()-40), words.T("shell.read-through"), theme.Header, widget.Left)
	p.rows = max(1, body.H()-y-1)
	top := max(0, min(p.row-p.rows/2, len(p.list)-p.rows))
	for i := range min(p.rows, len(p.list)-top) {
		p.drawCopy(body, y+1+i, top+i)
	}
}

func (p *copiesPage) drawCopy(cv widget.Canvas, y, i int) {
	x := &p.list[i]
	if i == p.row {
		cv.Mark(widget.Rect{Y: y, W: cv.W(), H: 1}, theme.FocusMark)
		cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
	}
	cv.TextIn(2, y, 17, words.Moment(x.At.Local()), theme.Plain, widget.Left)
	kind := x.Kind
	if x.Other {
		kind = words.T("shell.of-another-file")
	}
	count, wording, st := fmt.Sprint(x.Accounts), words.T("shell.sound"), theme.Good
	switch {
	case x.Problem != "":
		count, wording, st = cv.Glyphs().Dash, words.T("shell.not-usable"), theme.Bad
	case x.Edits > 0:
		count = words.T("shell.n-edits", x.Edits)
	case x.Sealed:
		wording = words.T("shell.sealed")
	}
	wording += " " + cv.Glyphs().Sep + " " + kind
	cv.TextIn(19, y, 9, count, theme.Plain, widget.Right)
	cv.TextIn(29, y, 8, bytesWord(x.Bytes), theme.Quiet, widget.Right)
	cv.TextIn(39, y, max(0, min(34, cv.W()-40)), wording, st, widget.Left)
	cv.TextIn(74, y, max(0, cv.W()-75), x.Name, theme.Quiet, widget.Left)
}

func bytesWord(n int64) string {
	if n < 1_000_000 {
		return words.T("shell.kb", (n+999)/1000)
	}
	return words.T("shell.mb", float64(n)/1e6)
}

func joined(lines []string) string { return strings.Join(lines, "\n") }
