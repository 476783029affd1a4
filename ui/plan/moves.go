package plan

import (
	"strconv"

	"accord/model"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// MovesPage lists what could be done about the open account, best first, each
// with what it would change, and below what nobody knows yet.
type MovesPage struct {
	account model.AccountID
	at      int // the row of the cursor: a move, then a gap
}

func NewMovesPage(account model.AccountID) *MovesPage { return &MovesPage{account: account} }

func (p *MovesPage) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopePage, keys.ScopeMove}
}

func (p *MovesPage) Title(c *kit.Context) string {
	if a := c.Portfolio().Account(p.account); a != nil {
		return words.T("plan.next-moves", a.Name)
	}
	return words.T("plan.next-moves-2")
}

func (p *MovesPage) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(100, screen.W-2), min(30, screen.H))
}

// movesPaged is how far the page keys go: a move has several lines.
const movesPaged = 5

func (p *MovesPage) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Cancel:
		return kit.Close()
	case keys.Up:
		p.at = max(0, p.at-1)
	case keys.Down:
		p.at++ // beyond the last move the page goes on to what is unknown
	case keys.PageUp:
		p.at = max(0, p.at-movesPaged)
	case keys.PageDown:
		p.at += movesPaged
	case keys.First:
		p.at = 0
	case keys.Last:
		p.at = len(c.Next.Moves) + len(c.Scores().FindOut(p.account))
	case keys.Explain:
		return kit.Open(kit.NewExplain(p.account, "health"))
	case keys.Accept:
		return p.do(c)
	default:
		return kit.Outcome{}
	}
	p.at = min(p.at, max(0, len(c.Next.Moves)+len(c.Scores().FindOut(p.account))-1))
	return kit.Done()
}

// do makes the change of the move under the cursor. It is found again by its key
// in the present state, so that nothing is done that is not shown.
func (p *MovesPage) do(c *kit.Context) kit.Outcome {
	if !c.Next.Of(c) || p.at >= len(c.Next.Moves) {
		return kit.Refuse(words.T("plan.there-no-move-here-do"))
	}
	key := c.Next.Moves[p.at].Key
	for _, m := range c.Scores().Moves(p.account, c.Session.NewID) {
		if m.Key == key {
			out := kit.Change(m.Change)
			out.Say(words.T("plan.noted-as-done-u-takes", m.Text))
			return out
		}
	}
	return kit.Refuse(words.T("plan.move-not-there-any-more"))
}

// moveLine is a line of the page; at says which row of the cursor it belongs to.
type moveLine struct {
	text  string
	style theme.Style
	at    int
}

// lines lays the page out: two lines a move, then a line for each gap.
func (p *MovesPage) lines(c *kit.Context, g *theme.Glyphs) []moveLine {
	var out []moveLine
	plain := theme.Plain
	if !c.Next.Of(c) {
		plain = theme.Ghost
	}
	if len(c.Next.Moves) == 0 {
		out = append(out, moveLine{words.T("plan.nothing-could-done-would-move"), theme.Quiet, -1})
	}
	mark := func(row int) (string, theme.Style) {
		if row == p.at {
			return g.Cursor + " ", theme.Strong
		}
		return "  ", plain
	}
	for i, m := range c.Next.Moves {
		sign, style := mark(i)
		out = append(
			out,
			moveLine{sign + strconv.Itoa(i+1) + " " + kit.OneLine(m.Text), style, i},
			moveLine{"      " + m.Effect(), theme.Good, i},
		)
	}
	gaps := c.Scores().FindOut(p.account)
	if len(gaps) > 0 {
		out = append(out, moveLine{"", plain, -1}, moveLine{words.T("plan.find-out-2", len(gaps)), theme.Title, -1})
	}
	for i, gap := range gaps {
		row := len(c.Next.Moves) + i
		sign, _ := mark(row)
		out = append(out, moveLine{sign + "– " + kit.OneLine(gap.Text), theme.Quiet, row})
	}
	return out
}

func (p *MovesPage) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	body := kit.Hint(cv, words.T("plan.enter-notes-move-as-done"))
	lines := p.lines(c, body.Glyphs())
	first, last := 0, 0
	for y, l := range lines {
		if l.at == p.at {
			last = y
		}
	}
	if last >= body.H() {
		first = last - body.H() + 1
	}
	for y := 0; y < body.H() && first+y < len(lines); y++ {
		body.TextIn(1, y, body.W()-2, lines[first+y].text, lines[first+y].style, widget.Left)
	}
}
