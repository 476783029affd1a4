package agenda

import (
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

func (p *Page) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	n := p.length(c)
	p.at = max(0, min(p.at, n-1))
	if to, ok := kit.MoveTo(in.Kind, p.at, n, max(2, p.rows)); ok {
		p.at = to
		return kit.Done()
	}
	switch in.Kind {
	case keys.Cancel:
		return kit.Close()
	case keys.NextLook:
		p.group, p.at = (p.group+1)%groupingCount, 0
		if p.group == byHour {
			return kit.Doing(askingHour{})
		}
		return kit.Done()
	case keys.Undo, keys.Redo:
		return kit.Outcome{}
	}
	if n == 0 {
		return kit.Done()
	}
	if p.group == byHour {
		return p.onMove(c, in)
	}
	d := p.due(c)[p.at]
	switch in.Kind {
	case keys.Accept:
		return p.goTo(&d)
	case keys.MarkDone:
		return p.done(c, &d)
	case keys.Postpone:
		return p.postpone(c, &d, in.Text)
	case keys.Reassign:
		return p.reassign(c, &d)
	}
	return kit.Done()
}

func (p *Page) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	body := kit.Hint(cv, words.T("agenda.d-done-p-postpone-r"))
	if p.group == byHour {
		p.drawHour(c, body)
		return
	}
	due := p.due(c)
	if len(due) == 0 {
		body.TextIn(1, 0, body.W()-2, words.T("agenda.nothing-due-no-open-action"), theme.Quiet, widget.Left)
		return
	}
	p.at = max(0, min(p.at, len(due)-1))
	p.rows = body.H()
	top := max(0, min(p.at-p.rows/2, len(due)-1))
	group := ""
	for y := 0; y < body.H() && top < len(due); top++ {
		if g := p.groupOf(c, &due[top]); g != group {
			group = g
			if y > 0 {
				y++
			}
			if y < body.H() {
				body.TextIn(1, y, body.W()-2, g+p.countWords(c, due, top, g), theme.Header, widget.Left)
			}
			y++
		}
		if y < body.H() {
			p.drawDue(c, body, y, &due[top], top == p.at)
		}
		y++
	}
}
