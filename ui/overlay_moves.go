package ui

import (
	"strconv"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// movesPage lists what could be done about the open account, best first, each
// with what it would change, and below what nobody knows yet.
type movesPage struct {
	account model.AccountID
	at      int // the row of the cursor: a move, then a gap
}

func newMovesPage(account model.AccountID) *movesPage { return &movesPage{account: account} }

func (p *movesPage) scopes(*ctx) []scope { return []scope{scopePage, scopeMove} }

func (p *movesPage) title(c *ctx) string {
	if a := c.portfolio().Account(p.account); a != nil {
		return "Next moves: " + a.Name
	}
	return "Next moves"
}

func (p *movesPage) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(100, screen.W-2), min(30, screen.H))
}

// movesPaged is how far the page keys go: a move has several lines.
const movesPaged = 5

func (p *movesPage) handle(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Cancel:
		return closing()
	case Up:
		p.at = max(0, p.at-1)
	case Down:
		p.at++ // beyond the last move the page goes on to what is unknown
	case PageUp:
		p.at = max(0, p.at-movesPaged)
	case PageDown:
		p.at += movesPaged
	case First:
		p.at = 0
	case Last:
		p.at = len(c.next.moves) + len(c.scores().FindOut(p.account))
	case Explain:
		return open(newExplain(p.account, "health"))
	case Accept:
		return p.do(c)
	default:
		return Outcome{}
	}
	p.at = min(p.at, max(0, len(c.next.moves)+len(c.scores().FindOut(p.account))-1))
	return done()
}

// do makes the change of the move under the cursor. It is found again by its key
// in the present state, so that nothing is done that is not shown.
func (p *movesPage) do(c *ctx) Outcome {
	if !c.next.of(c) || p.at >= len(c.next.moves) {
		return refuse("There is no move here to do.")
	}
	key := c.next.moves[p.at].Key
	for _, m := range c.scores().Moves(p.account, c.session.NewID) {
		if m.Key == key {
			out := change(m.Change)
			out.Say("noted as done (u takes it back): " + m.Text)
			return out
		}
	}
	return refuse("That move is not there any more.")
}

// moveLine is a line of the page; at says which row of the cursor it belongs to.
type moveLine struct {
	text  string
	style theme.Style
	at    int
}

// lines lays the page out: two lines a move, then a line for each gap.
func (p *movesPage) lines(c *ctx, g *theme.Glyphs) []moveLine {
	var out []moveLine
	plain := theme.Plain
	if !c.next.of(c) {
		plain = theme.Ghost
	}
	if len(c.next.moves) == 0 {
		out = append(out, moveLine{"Nothing that could be done would move a score: find out what is unknown first.", theme.Quiet, -1})
	}
	mark := func(row int) (string, theme.Style) {
		if row == p.at {
			return g.Cursor + " ", theme.Strong
		}
		return "  ", plain
	}
	for i, m := range c.next.moves {
		sign, style := mark(i)
		out = append(out, moveLine{sign + strconv.Itoa(i+1) + " " + oneLine(m.Text), style, i}, moveLine{"      " + m.Effect(), theme.Good, i})
	}
	gaps := c.scores().FindOut(p.account)
	if len(gaps) > 0 {
		out = append(out, moveLine{"", plain, -1}, moveLine{"Find out (" + strconv.Itoa(len(gaps)) + ")", theme.Title, -1})
	}
	for i, gap := range gaps {
		row := len(c.next.moves) + i
		sign, _ := mark(row)
		out = append(out, moveLine{sign + "– " + oneLine(gap.Text), theme.Quiet, row})
	}
	return out
}

func (p *movesPage) draw(c *ctx, cv widget.Canvas, _ bool) {
	body := hint(cv, "enter notes the move as done · i explains health · u takes back · esc back")
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
