package ui

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// loadPage shows how much hangs on each of ours over all accounts, and where one
// of us is nearly everything. Enter goes to the first such account.
type loadPage struct{ at int }

func (p *loadPage) scopes(*ctx) []scope { return []scope{scopePage, scopeMove} }
func (p *loadPage) title(*ctx) string   { return "Us: how much hangs on each" }

func (p *loadPage) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(100, screen.W), min(24, screen.H))
}

func (p *loadPage) handle(c *ctx, in Intent) Outcome {
	loads := c.scores().Loads()
	if to, ok := moveTo(in.Kind, p.at, len(loads), 10); ok {
		p.at = to
		return done()
	}
	switch in.Kind {
	case Cancel:
		return closing()
	case Explain:
		return open(newExplain(c.account, "bow_tie"))
	case Accept:
		if p.at < len(loads) && len(loads[p.at].Alone) > 0 {
			out := closing()
			out.Show(loads[p.at].Alone[0])
			out.Focus(paneMap)
			return out
		}
		return refuse("Nothing hangs on this one alone.")
	}
	return Outcome{}
}

func (p *loadPage) draw(c *ctx, cv widget.Canvas, _ bool) {
	body := hint(cv, "enter goes to the first account that hangs on one of us · esc back")
	loads := c.scores().Loads()
	if len(loads) == 0 {
		body.TextIn(1, 0, body.W()-2, "Nobody of ours yet: O on the map, or f2, adds our people.", theme.Quiet, widget.Left)
		return
	}
	columns := []struct {
		title string
		x     int
	}{{"accounts", 22}, {"threads", 31}, {"manages", 39}, {"sponsors", 47}, {"strength", 56}}
	for _, col := range columns {
		body.TextIn(col.x, 0, 8, col.title, theme.Header, widget.Right)
	}
	body.TextIn(66, 0, max(0, body.W()-67), "nearly alone in", theme.Header, widget.Left)
	for i, l := range loads {
		y := i + 1
		if y >= body.H() {
			break
		}
		if i == p.at {
			body.Mark(widget.Rect{Y: y, W: body.W(), H: 1}, theme.FocusMark)
			body.Text(0, y, body.Glyphs().Cursor, theme.Accent)
		}
		m := c.portfolio().Programme().Member(l.Member)
		body.TextIn(2, y, 20, m.Name, theme.Plain, widget.Left)
		for k, n := range []string{strconv.Itoa(l.Accounts), strconv.Itoa(l.Ties), strconv.Itoa(l.Managed), strconv.Itoa(l.Sponsored), score.Print2(model.Some(l.Strength))} {
			body.TextIn(columns[k].x, y, 8, n, theme.Plain, widget.Right)
		}
		body.TextIn(66, y, max(0, body.W()-67), aloneWords(c, l), theme.Bad, widget.Left)
	}
}

func aloneWords(c *ctx, l score.Load) string {
	var names []string
	for _, id := range l.Alone {
		names = append(names, c.portfolio().Account(id).Name)
	}
	if len(names) > 1 {
		return strconv.Itoa(len(names)) + ": " + strings.Join(names, ", ")
	}
	return strings.Join(names, "")
}
