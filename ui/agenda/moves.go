package agenda

import (
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// onMove does the move under the cursor, or goes to its account.
func (p *Page) onMove(c *kit.Context, in keys.Intent) kit.Outcome {
	id := p.Hour.Of[p.at]
	switch in.Kind {
	case keys.Accept:
		out := kit.Close()
		out.Show(id)
		out.Add(kit.Visiting{Intent: keys.Intent{Kind: keys.NextMoves}})
		return out
	case keys.MarkDone:
		for _, m := range c.Scores().Moves(id, c.Session.NewID) {
			if m.Key == p.Hour.Moves[p.at].Key {
				out := kit.Change(m.Change)
				out.Say(words.T("agenda.noted-as-done-u-takes", m.Text))
				out.Add(askingHour{})
				return out
			}
		}
		return kit.Refuse(words.T("agenda.move-not-there-any-more"))
	}
	return kit.Done()
}

func (p *Page) drawHour(c *kit.Context, cv widget.Canvas) {
	switch {
	case p.Hour.Scores == nil:
		cv.TextIn(1, 0, cv.W()-2, words.T("agenda.looking-what-moves-most"), theme.Quiet, widget.Left)
		return
	case len(p.Hour.Moves) == 0:
		cv.TextIn(1, 0, cv.W()-2, words.T("agenda.nothing-could-done-would-move"), theme.Quiet, widget.Left)
		return
	}
	st := theme.Plain
	if p.Hour.Scores != c.Scores() {
		st = theme.Ghost
	}
	p.at = max(0, min(p.at, len(p.Hour.Moves)-1))
	p.rows = cv.H() / 2
	top := max(0, min(p.at-p.rows/2, len(p.Hour.Moves)-p.rows))
	for y := 0; y+1 < cv.H() && top < len(p.Hour.Moves); y, top = y+2, top+1 {
		m, a := &p.Hour.Moves[top], c.Portfolio().Account(p.Hour.Of[top])
		if a == nil {
			continue
		}
		if top == p.at {
			cv.Mark(widget.Rect{Y: y, W: cv.W(), H: 1}, theme.FocusMark)
			cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
		}
		side := min(28, cv.W()/3)
		cv.TextAuto(2, y, cv.W()-4-side, kit.OneLine(m.Text), st, widget.Left)
		cv.TextIn(cv.W()-1-side, y, side, a.Name, theme.Strong, widget.Right)
		cv.TextIn(4, y+1, cv.W()-6, m.Effect(), theme.Good, widget.Left)
	}
}
