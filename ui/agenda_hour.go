package ui

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// The next hour looks at so many accounts, those that need us most, and shows so
// many moves.
const (
	hourAccounts = 12
	hourMoves    = 20
)

// hourMsg are the best moves over the accounts that need us most, in one state of
// the portfolio.
type hourMsg struct {
	scores *score.Scores
	moves  []score.Move
	of     []model.AccountID
}

// askingHour works the next hour out beside the screen.
type askingHour struct{}

// Do works it out.
func (askingHour) Do(h Host) tea.Cmd {
	s := h.Context().scores()
	return func() tea.Msg {
		m := hourMsg{scores: s}
		m.moves, m.of = s.NextHour(hourAccounts, hourMoves, func() string { return "to-do" })
		return m
	}
}

// Arrive hands the answer to the agenda that waits for it, and asks again when
// the portfolio moved on meanwhile.
func (m hourMsg) Arrive(h Host) tea.Cmd {
	p, ok := topOf(h).(*agendaPage)
	if !ok || p.group != byHour {
		return nil
	}
	p.hour = m
	if m.scores != h.Context().scores() {
		return askingHour{}.Do(h)
	}
	return nil
}

// onMove does the move under the cursor, or goes to its account.
func (p *agendaPage) onMove(c *ctx, in Intent) Outcome {
	id := p.hour.of[p.at]
	switch in.Kind {
	case Accept:
		out := closing()
		out.Show(id)
		out.add(Visiting{Intent{Kind: NextMoves}})
		return out
	case MarkDone:
		for _, m := range c.scores().Moves(id, c.session.NewID) {
			if m.Key == p.hour.moves[p.at].Key {
				out := change(m.Change)
				out.Say("noted as done (u takes it back): " + m.Text)
				out.add(askingHour{})
				return out
			}
		}
		return refuse("That move is not there any more.")
	}
	return done()
}

func (p *agendaPage) drawHour(c *ctx, cv widget.Canvas) {
	switch {
	case p.hour.scores == nil:
		cv.TextIn(1, 0, cv.W()-2, "looking for what moves most …", theme.Quiet, widget.Left)
		return
	case len(p.hour.moves) == 0:
		cv.TextIn(1, 0, cv.W()-2, "Nothing that could be done would move a score: find out what is unknown first.", theme.Quiet, widget.Left)
		return
	}
	st := theme.Plain
	if p.hour.scores != c.scores() {
		st = theme.Ghost
	}
	p.at = max(0, min(p.at, len(p.hour.moves)-1))
	p.rows = cv.H() / 2
	top := max(0, min(p.at-p.rows/2, len(p.hour.moves)-p.rows))
	for y := 0; y+1 < cv.H() && top < len(p.hour.moves); y, top = y+2, top+1 {
		m, a := &p.hour.moves[top], c.portfolio().Account(p.hour.of[top])
		if a == nil {
			continue
		}
		if top == p.at {
			cv.Mark(widget.Rect{Y: y, W: cv.W(), H: 1}, theme.FocusMark)
			cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
		}
		side := min(28, cv.W()/3)
		cv.TextAuto(2, y, cv.W()-4-side, oneLine(m.Text), st, widget.Left)
		cv.TextIn(cv.W()-1-side, y, side, a.Name, theme.Strong, widget.Right)
		cv.TextIn(4, y+1, cv.W()-6, m.Effect(), theme.Good, widget.Left)
	}
}
