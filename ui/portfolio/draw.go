package portfolio

import (
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

func (p *Page) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	words := "arrows and tab go to accounts · space: if they left · t numbers · v next view · enter opens"
	switch {
	case p.View >= WordsView:
		words = "↑ ↓ scroll · s added up by something else · v next view · esc back"
	case len(p.Lost) > 0:
		words = "space takes back · x everybody back · t numbers · v next view · enter opens"
	}
	body := kit.Hint(cv, words)
	if loss := p.loss(c); loss != nil {
		lines := p.lossWords(c, loss)
		head, rest := body.Rect().SplitTop(min(len(lines), max(1, body.H()/3)))
		for y, l := range lines {
			body.Sub(head).TextIn(1, y, head.W-2, l, theme.Warn, widget.Left)
		}
		body = body.Sub(rest)
	}
	switch {
	case c.Portfolio().Len() == 0:
		body.TextIn(1, 0, body.W()-2, "No accounts yet: add or import some first.", theme.Quiet, widget.Left)
	case p.View >= WordsView:
		p.list.Begin(body.W())
		if p.View == WordsView {
			p.drawWords(c, p.Scores(c))
		} else {
			p.drawRollUp(c, p.Scores(c))
		}
		p.list.Draw(body)
	case p.table:
		p.drawTable(c, body)
	case p.View == PlaneView:
		p.drawPlane(c, body)
	case p.View == paretoView:
		p.drawPareto(c, body)
	default:
		p.drawWhale(c, body)
	}
}
