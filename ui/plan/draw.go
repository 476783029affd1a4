package plan

import (
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

func (p *Pane) Draw(c *kit.Context, cv widget.Canvas, focus bool) {
	title := words.T("plan.3-plan", cv.Glyphs().Dash, SectionWords()[p.At].Name)
	if c.Current() == nil {
		in := cv.Box(cv.Rect(), title, "", focus)
		kit.DrawLines(
			in.Sub(in.Rect().Inset(1)),
			[]kit.FootLine{{Text: words.T("plan.no-account-open-add-one"), Style: theme.Quiet}},
		)
		return
	}
	all := progresses(c)
	in := cv.Box(cv.Rect(), title, all[p.At].words, focus)
	tabs, rest := in.Rect().SplitTop(1)
	p.drawTabs(all, in.Sub(tabs))
	if !c.MayShow(RoomSections(), p.At) {
		kit.DrawOurs(in.Sub(rest))
		return
	}
	p.Parts[p.At].Draw(c, in.Sub(rest), focus)
}
