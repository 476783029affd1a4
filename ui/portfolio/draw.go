package portfolio

import (
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

func (p *Page) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	wording := words.T("portfolio.arrows-tab-go-accounts-space")
	switch {
	case p.View >= WordsView:
		wording = words.T("portfolio.scroll-s-added-up-by")
	case len(p.Lost) > 0:
		wording = words.T("portfolio.space-takes-back-x-everybody")
	}
	body := kit.Hint(cv, wording)
	if loss := p.loss(c); loss != nil {
		lines := p.lossWords(c, loss)
		head, rest := body.Rect().SplitTop(min(len(lines), max(1, body.H()/3)))
		for y, l := range lines {
			body.Sub(head).TextIn(1, y, head.W-2, l, theme.Warn, widget.Left)
		}
		body = body.Sub(rest)
	}
	switch {
	case c.Scores().Living() == 0:
		body.TextIn(1, 0, body.W()-2, words.T("portfolio.no-accounts-yet-add-or"), theme.Quiet, widget.Left)
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
