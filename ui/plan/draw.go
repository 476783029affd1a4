package plan

import (
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

func (p *Pane) Draw(c *kit.Context, cv widget.Canvas, focus bool) {
	title := "3 Plan " + cv.Glyphs().Dash + " " + SectionWords[p.At].Name
	if c.Current() == nil {
		in := cv.Box(cv.Rect(), title, "", focus)
		kit.DrawLines(in.Sub(in.Rect().Inset(1)), []kit.FootLine{{Text: "No account is open. Add one in the list of accounts with a, or import a file with ctrl+o.", Style: theme.Quiet}})
		return
	}
	in := cv.Box(cv.Rect(), title, p.At.Progress(c).words, focus)
	tabs, rest := in.Rect().SplitTop(1)
	p.drawTabs(c, in.Sub(tabs))
	if !c.MayShow(RoomSections, p.At) {
		kit.DrawOurs(in.Sub(rest))
		return
	}
	p.Parts[p.At].Draw(c, in.Sub(rest), focus)
}
