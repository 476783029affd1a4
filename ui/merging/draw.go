package merging

import (
	"accord/model/merge3"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

func (m *Page) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	switch {
	case m.stage == mergeAsks:
		m.drawQuestion(cv)
	case m.stage == mergeReads:
		body := kit.Hint(cv, words.T("merging.esc-stops-waiting-nothing-changed"))
		body.TextIn(1, 1, body.W()-2, words.T("merging.comparing"), theme.Plain, widget.Left)
	case m.more:
		m.drawIncoming(c, cv)
	case m.text != nil:
		m.drawText(cv)
	default:
		m.drawClashes(c, cv)
	}
}

func (m *Page) drawQuestion(cv widget.Canvas) {
	body := kit.Hint(cv, words.T("merging.enter-compares-files-tab-completes"))
	y := 0
	for _, l := range widget.Wrap(words.T("merging.two-people-went-from-one"), max(1, body.W()-2)) {
		body.TextIn(1, y, body.W()-2, l, theme.Plain, widget.Left)
		y++
	}
	y++
	for i, word := range []string{words.T("merging.grew-from"), words.T("merging.theirs")} {
		st, x := theme.Quiet, 14
		if i == m.row {
			st = theme.Strong
			body.Text(0, y, body.Glyphs().Cursor, theme.Accent)
		}
		body.TextIn(2, y, 11, word, st, widget.Left)
		switch f := m.files[i]; {
		case i == m.row:
			f.Draw(body, x, y, body.W()-x-1, theme.Plain)
		case f.Text() == "":
			body.TextIn(x, y, body.W()-x-1, f.Placeholder, theme.Ghost, widget.Left)
		default:
			body.TextIn(x, y, body.W()-x-1, f.Text(), theme.Plain, widget.Left)
		}
		y++
	}
	for i, n := range m.names {
		if i == 3 {
			break
		}
		body.TextIn(14, y, body.W()-15, n, theme.Quiet, widget.Left)
		y++
	}
	if m.wrong != "" {
		for _, l := range widget.Wrap(m.wrong, max(1, body.W()-2)) {
			y++
			body.TextIn(1, y, body.W()-2, l, theme.Bad, widget.Left)
		}
	}
}

// drawIncoming lists what comes without a question, what was taken for the same, and
// how the conflicts were answered.
func (m *Page) drawIncoming(c *kit.Context, cv widget.Canvas) {
	body := kit.Hint(cv, words.T("merging.esc-back-conflicts"))
	p := &m.page
	if p.Width != body.W() || len(p.Lines) == 0 || p.Top == 0 {
		p.Begin(body.W())
		for _, n := range m.merging.Notes() {
			p.Bullet(1, "=", n, theme.Accent)
		}
		edits := m.merging.Unasked()
		p.Head(words.T("merging.comes-without-question", len(edits)))
		for i, e := range edits {
			if i == kit.CompareLimit {
				p.Text(1, words.T("merging.n-more-facts", len(edits)-i), theme.Quiet)
				break
			}
			p.Text(1, kit.FirstLine(e.String()), theme.Plain)
		}
		m.answeredLines(c)
	}
	p.Draw(body)
}

// answeredLines tell which side was taken where both changed the same.
func (m *Page) answeredLines(c *kit.Context) {
	if n := len(m.clashes) - m.open(); n > 0 {
		m.page.Head(words.T("merging.answered-by-you", n))
	}
	for i := range m.clashes {
		k := &m.clashes[i]
		r, known := m.answers[k.Key]
		if !known {
			continue
		}
		wording := words.T("merging.yours-stays-not", kit.OrDash(c, k.Mine), kit.OrDash(c, k.Theirs))
		switch {
		case r.ByHand:
			wording = words.T("merging.written-by-hand", kit.OrDash(c, r.Own))
		case r.Side == merge3.TakeTheirs:
			wording = words.T("merging.theirs-taken-not", kit.OrDash(c, k.Theirs), kit.OrDash(c, k.Mine))
		}
		m.page.Text(1, kit.OneLine(k.What()+": "+wording), theme.Plain)
	}
}

func (m *Page) drawText(cv widget.Canvas) {
	body := kit.Hint(cv, words.T("merging.kept-as-you-type-esc"))
	k := &m.clashes[m.at]
	head, rest := body.Rect().SplitTop(1)
	body.Sub(head).TextAuto(1, 0, body.W()-2, k.What(), theme.Title, widget.Left)
	m.text.Draw(body.Sub(widget.Rect{X: 1, Y: rest.Y, W: rest.W - 2, H: rest.H}), theme.Plain)
}

// drawClashes lists the conflicts, and shows both sides of the one under the cursor.
func (m *Page) drawClashes(c *kit.Context, cv widget.Canvas) {
	body := kit.Hint(cv, words.T("merging.yours-theirs-e-write-n"))
	head, rest := body.Rect().SplitTop(1)
	wording := words.T("merging.changed-there", len(m.merging.Incoming()), c.Glyphs.Sep, m.counts())
	body.Sub(head).TextIn(1, 0, body.W()-2, wording, theme.Strong, widget.Left)
	if len(m.clashes) == 0 {
		body.TextIn(1, 2, body.W()-2, words.T("merging.nothing-changed-both-sides-enter"), theme.Good, widget.Left)
		return
	}
	list, detail := rest.SplitTop(max(2, min(len(m.clashes), rest.H*2/5)))
	m.drawList(body.Sub(list))
	m.drawSides(c, body.Sub(detail))
}

func (m *Page) drawList(cv widget.Canvas) {
	m.rows = cv.H()
	top := max(0, min(m.at-m.rows/2, len(m.clashes)-m.rows))
	for y := 0; y < m.rows && top+y < len(m.clashes); y++ {
		k, st := &m.clashes[top+y], theme.Strong
		sign := "?"
		if r, known := m.answers[k.Key]; known {
			st = theme.Plain
			switch {
			case r.ByHand:
				sign = "e"
			case r.Side == merge3.TakeTheirs:
				sign = "→"
			default:
				sign = "←"
			}
		}
		if top+y == m.at {
			cv.Mark(widget.Rect{Y: y, W: cv.W(), H: 1}, theme.FocusMark)
			cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
		}
		cv.Text(2, y, sign, theme.Accent)
		cv.TextAuto(4, y, cv.W()-5, kit.OneLine(k.What()), st, widget.Left)
	}
}

// drawSides shows yours and theirs side by side, and below how it was before.
func (m *Page) drawSides(c *kit.Context, cv widget.Canvas) {
	k := &m.clashes[m.at]
	r, known := m.answers[k.Key]
	if r.ByHand {
		k = &merge3.Clash{Base: k.Base, Mine: r.Own, Theirs: k.Theirs}
	}
	cv.HLine(0, 0, cv.W(), theme.Border)
	left, right := widget.Rect{Y: 1, W: cv.W(), H: max(2, cv.H()-3)}.SplitLeft(cv.W() / 2)
	tallest := 0
	for _, side := range []struct {
		at    widget.Rect
		words string
		text  string
		taken bool
	}{{left, words.T("merging.yours"), k.Mine, known && r.Side == merge3.TakeMine}, {right, words.T("merging.theirs-2"), k.Theirs, known && r.Side == merge3.TakeTheirs && !r.ByHand}} {
		s := cv.Sub(side.at)
		st := theme.Quiet
		if side.taken {
			st = theme.Accent
			side.words = words.T("merging.taken", side.words)
		}
		if r.ByHand && side.at == left {
			side.words = words.T("merging.written-by-hand-taken")
		}
		s.TextIn(1, 0, s.W()-2, side.words, st, widget.Left)
		for y, l := range widget.Wrap(kit.OrDash(c, side.text), max(1, s.W()-2)) {
			s.TextAuto(1, y+1, s.W()-2, l, theme.Plain, widget.Left)
			tallest = max(tallest, y+1)
		}
	}
	foot := widget.Rect{Y: min(cv.H()-2, tallest+3), W: cv.W(), H: 2}
	for y, l := range widget.Wrap(words.T("merging.before", kit.OneLine(kit.OrDash(c, k.Base))), max(1, cv.W()-2)) {
		cv.Sub(foot).TextAuto(1, y, cv.W()-2, l, theme.Quiet, widget.Left)
	}
}
