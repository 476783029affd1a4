package history

import (
	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/session"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
	"strings"
)

// Page shows every edit with when and what, and the snapshots between
// them. Two moments can be compared, and one restored.
type Page struct {
	account model.AccountID // "" is every account
	moments []session.Moment
	limit   int
	row     int
	rows    int             // height of the last frame
	mark    *session.Moment // the first of two to compare
	Waiting uint64          // the number of the question that is out
	problem string
}

// New opens the history of the account, and asks for its first page.
func New(c *kit.Context) kit.Outcome {
	h := &Page{account: c.Account, limit: historyPageSize}
	out := h.Read(c)
	out.Open(h)
	return out
}

func (h *Page) ask(c *kit.Context, job *archiveJob) kit.Outcome {
	job.number, job.account, job.limit = c.Entry(), h.account, h.limit
	h.Waiting, h.problem = job.number, ""
	return kit.Doing(job)
}

func (h *Page) Read(c *kit.Context) kit.Outcome { return h.ask(c, &archiveJob{task: readMoments}) }

func (h *Page) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopeHistory, keys.ScopeMove}
}

func (h *Page) Title(c *kit.Context) string {
	if a := c.Portfolio().Account(h.account); a != nil {
		return words.T("history.history", c.Glyphs.Dash, a.Name)
	}
	return words.T("history.history-all-accounts", c.Glyphs.Dash)
}

func (h *Page) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(110, screen.W), screen.H)
}

func (h *Page) At() *session.Moment {
	if h.row < len(h.moments) {
		return &h.moments[h.row]
	}
	return nil
}

func (h *Page) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	if to, ok := kit.MoveTo(in.Kind, h.row, len(h.moments), h.rows); ok {
		h.row = to
		if to == len(h.moments)-1 && in.Kind != keys.Up && len(h.moments) > 0 && h.more() && h.Waiting == 0 {
			h.limit *= 4
			return h.Read(c)
		}
		return kit.Done()
	}
	m := h.At()
	switch in.Kind {
	case keys.Cancel:
		return h.back()
	case keys.NextLook:
		h.toggle(c)
		return h.Read(c)
	case keys.KeepSnapshot:
		if in.Text != "" {
			name, err := model.NameOf("snapshot", in.Text)
			if err != nil {
				return kit.Refuse(kit.Sentence(err))
			}
			return h.ask(c, &archiveJob{task: keepMoment, name: name})
		}
		return kit.Open(kit.NewPrompt(kit.AskSnapshot, "", ""))
	case keys.Undo, keys.Redo:
		return kit.Outcome{} // the list is read again when the edit is on the disk
	}
	if m == nil {
		return kit.Done()
	}
	switch in.Kind {
	case keys.Accept:
		return h.compare(c, m)
	case keys.MarkMoment:
		return h.marked(m)
	case keys.Restore:
		return h.ask(c, &archiveJob{task: fetchMoment, from: m})
	case keys.Delete:
		if m.Snapshot == 0 {
			return kit.Refuse(words.T("history.edits-stay-history-only-snapshots"))
		}
		forget := func(c *kit.Context) kit.Outcome { return h.ask(c, &archiveJob{task: forgetMoment, from: m}) }
		return kit.Open(
			&kit.DeletePage{
				Head: words.T("history.delete-snapshot"),
				With: []string{words.T("history.how-everything-stood-at", kit.OneLine(m.Name))},
				Ask:  forget,
				Last: true,
			},
		)
	}
	return kit.Done()
}

// back takes the mark away first.
func (h *Page) back() kit.Outcome {
	if h.mark != nil {
		h.mark = nil
		return kit.Done()
	}
	return kit.Close()
}

func (h *Page) toggle(c *kit.Context) {
	if h.account == "" {
		h.account = c.Account
	} else {
		h.account = ""
	}
	h.row, h.mark = 0, nil
}

// more reports whether the journal may go on below what was read.
func (h *Page) more() bool {
	steps := 0
	for i := range h.moments {
		if h.moments[i].Snapshot == 0 {
			steps++
		}
	}
	return steps > 0 && h.moments[len(h.moments)-1].Seq > 1
}

func (h *Page) marked(m *session.Moment) kit.Outcome {
	if h.mark != nil && *h.mark == *m {
		h.mark = nil
		return kit.Done()
	}
	one := *m
	h.mark = &one
	return kit.Say(words.T("history.marked-enter-another-compares-two", momentName(m)))
}

// compare sets the moment against the marked one, or against now.
func (h *Page) compare(c *kit.Context, m *session.Moment) kit.Outcome {
	from, to := *m, h.mark
	if to != nil && to.Seq < from.Seq {
		older, newer := *to, from
		from, to = older, &newer
	}
	return h.ask(c, &archiveJob{task: compareMoments, from: &from, to: to})
}

func (h *Page) waitsFor(number uint64) bool { return h.Waiting == number }

// over ends the waiting; problem is why there is no answer, "" when there is.
func (h *Page) over(problem string) {
	h.Waiting = 0
	if problem != "" {
		h.problem = problem
	}
}

// answered takes the answer of the background in.
func (h *Page) answered(c *kit.Context, m archiveMsg) kit.Outcome {
	switch m.job.task {
	case readMoments:
		h.moments = m.moments
		h.row = max(0, min(h.row, len(h.moments)-1))
		return kit.Done()
	case compareMoments:
		return kit.Open(newCompare(h.account, m))
	case fetchMoment:
		return kit.Open(newPickRestore(c, h.account, m.from))
	case keepMoment:
		out := h.Read(c)
		out.Say(words.T("history.kept", m.job.name))
		return out
	case forgetMoment:
		out := h.Read(c)
		out.Say(words.T("history.deleted-snapshot", m.job.from.Name))
		return out
	}
	return kit.Done()
}

func (h *Page) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	wording := words.T("history.enter-compares-now-space-marks")
	if h.account == "" {
		wording = words.T("history.enter-compares-now-space-marks-one")
	}
	body := kit.Hint(cv, wording)
	if line := h.scoreLine(c); line != "" {
		body.TextIn(1, 0, body.W()-2, line, theme.Accent, widget.Left)
		_, rest := body.Rect().SplitTop(1)
		body = body.Sub(rest)
	}
	h.rows = body.H()
	switch {
	case h.problem != "":
		body.TextIn(1, 0, body.W()-2, h.problem, theme.Bad, widget.Left)
		return
	case len(h.moments) == 0 && h.Waiting != 0:
		body.TextIn(1, 0, body.W()-2, "reading …", theme.Quiet, widget.Left)
		return
	case len(h.moments) == 0:
		body.TextIn(1, 0, body.W()-2, words.T("history.nothing-edited-yet-keeps-snapshot"), theme.Quiet, widget.Left)
		return
	}
	top := max(0, min(h.row-h.rows/2, len(h.moments)-h.rows))
	for y := 0; y < h.rows && top+y < len(h.moments); y++ {
		h.drawMoment(c, body, y, top+y)
	}
}

func (h *Page) drawMoment(c *kit.Context, cv widget.Canvas, y, i int) {
	m, st := &h.moments[i], theme.Plain
	if i == h.row {
		cv.Mark(widget.Rect{Y: y, W: cv.W(), H: 1}, theme.FocusMark)
		cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
	}
	if h.mark != nil && *h.mark == *m {
		cv.Text(1, y, "*", theme.Accent)
	}
	cv.TextIn(3, y, 17, momentTime(m), theme.Quiet, widget.Left)
	name, right := "", ""
	switch {
	case m.Snapshot != 0:
		st = theme.Strong
		right = words.T("history.accounts", m.Accounts)
		if m.Score.Known {
			right = "S " + score.Print(m.Score)
		}
	case m.Kind == edit.StepUndo || m.Kind == edit.StepRedo:
		st = theme.Quiet
	}
	if a := c.Portfolio().Account(m.Place.Account); a != nil {
		name = a.Name
	}
	if h.account == "" && m.Snapshot == 0 {
		right = name
	}
	if m.Facts > 1 {
		right = strings.TrimSpace(words.T("history.facts-2", m.Facts) + "  " + right)
	}
	side := min(28, cv.W()/3)
	if right == "" {
		side = 0
	}
	cv.TextAuto(22, y, cv.W()-24-side, m.Words(name), st, widget.Left)
	cv.TextIn(cv.W()-1-side, y, side, right, theme.Quiet, widget.Right)
}

// scoreLine draws how the strategic score came along over the snapshots.
func (h *Page) scoreLine(c *kit.Context) string {
	var scores []model.Num
	for i := range h.moments {
		if m := &h.moments[i]; m.Snapshot != 0 && m.Score.Known {
			scores = append([]model.Num{m.Score}, scores...)
		}
	}
	if l := c.Scores().Local(h.account); l != nil && l.Strategic.Known && len(scores) > 0 {
		scores = append(scores, l.Strategic)
	}
	if len(scores) < 2 {
		return ""
	}
	return words.T(
		"history.s-now-over",
		sparkline(scores, &c.Glyphs),
		score.Print(scores[0]),
		score.Print(scores[len(scores)-1]),
		len(scores)-1,
	)
}

// sparkline draws numbers from 0 to 100 as a row of signs.
func sparkline(list []model.Num, g *theme.Glyphs) (out string) {
	for _, n := range list {
		out += g.Spark[max(0, min(7, int(n.V*8/100)))]
	}
	return out
}
