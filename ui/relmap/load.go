package relmap

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// LoadPage shows how much hangs on each of ours over all accounts, and where one
// of us is nearly everything. Enter goes to the first such account.
type LoadPage struct{ at int }

func (p *LoadPage) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopePage, keys.ScopeMove}
}
func (p *LoadPage) Title(*kit.Context) string { return words.T("relmap.us-how-much-hangs-each") }

func (p *LoadPage) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(100, screen.W), min(24, screen.H))
}

func (p *LoadPage) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	loads := c.Scores().Loads()
	if to, ok := kit.MoveTo(in.Kind, p.at, len(loads), 10); ok {
		p.at = to
		return kit.Done()
	}
	switch in.Kind {
	case keys.Cancel:
		return kit.Close()
	case keys.Explain:
		return kit.Open(kit.NewExplain(c.Account, "bow_tie"))
	case keys.Accept:
		if p.at < len(loads) && len(loads[p.at].Alone) > 0 {
			out := kit.Close()
			out.Show(loads[p.at].Alone[0])
			out.Focus(kit.PaneMap)
			return out
		}
		return kit.Refuse(words.T("relmap.nothing-hangs-this-one-alone"))
	}
	return kit.Outcome{}
}

func (p *LoadPage) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	body := kit.Hint(cv, words.T("relmap.enter-goes-first-account-hangs"))
	loads := c.Scores().Loads()
	if len(loads) == 0 {
		body.TextIn(1, 0, body.W()-2, words.T("relmap.nobody-ours-yet-o-map"), theme.Quiet, widget.Left)
		return
	}
	columns := []struct {
		title string
		x     int
	}{{words.T("relmap.accounts"), 23}, {words.T("relmap.threads"), 32}, {words.T("relmap.manages"), 41}, {words.T("relmap.sponsors"), 50}, {words.T("relmap.strength-2"), 59}}
	for _, col := range columns {
		body.TextIn(col.x, 0, 8, col.title, theme.Header, widget.Right)
	}
	body.TextIn(69, 0, max(0, body.W()-70), words.T("relmap.nearly-alone"), theme.Header, widget.Left)
	for i, l := range loads {
		y := i + 1
		if y >= body.H() {
			break
		}
		if i == p.at {
			body.Mark(widget.Rect{Y: y, W: body.W(), H: 1}, theme.FocusMark)
			body.Text(0, y, body.Glyphs().Cursor, theme.Accent)
		}
		m := c.Portfolio().Programme().Member(l.Member)
		body.TextIn(2, y, 20, m.Name, theme.Plain, widget.Left)
		for k, n := range []string{strconv.Itoa(l.Accounts), strconv.Itoa(l.Ties), strconv.Itoa(l.Managed), strconv.Itoa(l.Sponsored), score.Decimals(model.Some(l.Strength), 2)} {
			body.TextIn(columns[k].x, y, 8, n, theme.Plain, widget.Right)
		}
		body.TextIn(69, y, max(0, body.W()-70), aloneWords(c, l), theme.Bad, widget.Left)
	}
}

func aloneWords(c *kit.Context, l score.Load) string {
	var names []string
	for _, id := range l.Alone {
		names = append(names, c.Portfolio().Account(id).Name)
	}
	if len(names) > 1 {
		return strconv.Itoa(len(names)) + ": " + strings.Join(names, ", ")
	}
	return strings.Join(names, "")
}
