package plan

import (
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// progresses are those of all sections. A frame asks for them once: the tabs try up to
// five widths, and to count the gaps goes through everybody on the map.
func progresses(c *kit.Context) *[SectionCount]progress {
	var all [SectionCount]progress
	for i := range all {
		all[i] = Section(i).Progress(c)
	}
	return &all
}

// Progress is how complete the section of the account shown is.
func (s Section) Progress(c *kit.Context) progress {
	a := c.Current()
	if a == nil || c.Modest() && roomRatings[s] == "" {
		return progress{}
	}
	switch s {
	case FiguresSection:
		return figureProgress(c, a)
	case objectivesSection:
		return objectiveProgress(a)
	case actionsSection:
		return actionProgress(c, a)
	case notesSection:
		return noteProgress(a.Notes)
	case competitorsSection:
		return noteProgress(a.Competitors)
	case focusSection:
		return noteProgress(a.Focus)
	case charterSection:
		return noteProgress(a.Charter)
	case GapsSection:
		return gapProgress(c)
	case QualitySection:
		return qualityProgress(c)
	case WhitespaceSection:
		return cellProgress(c, a)
	case customerSection:
		return insightProgress(a)
	case valueSection:
		return valueProgress(a)
	case swotSection:
		return swotProgress(a)
	case risksSection:
		return riskProgress(a)
	case decisionsSection:
		return decisionProgress(a)
	case reviewsSection:
		return reviewProgress(a)
	}
	return ratingProgress(c, a, SectionWords()[s].Key)
}

func ratingProgress(c *kit.Context, a *model.Account, instrument string) progress {
	in := c.Portfolio().Programme().MethodPack().Instrument(instrument)
	if in == nil {
		return progress{}
	}
	p := progress{of: len(in.Factors)}
	for i := range in.Factors {
		if a.Ratings[in.Factors[i].Full()].Used().Known() {
			p.Have++
		}
	}
	p.words = words.T("plan.of-rated", p.Have, p.of)
	return p
}

// figureProgress counts the facts of the year that the portfolio is about.
func figureProgress(c *kit.Context, a *model.Account) progress {
	year := c.Scores().Period().Year
	p := progress{of: 5}
	l := c.Scores().Local(a.ID)
	for i := range l.Years {
		y := &l.Years[i]
		if y.Year != year {
			continue
		}
		for _, n := range [...]model.Num{y.Revenue, y.CostOfSales, y.CostToServe, y.Wallet, y.Capacity} {
			if n.Known {
				p.Have++
			}
		}
	}
	if year != 0 {
		p.words = words.T("plan.of-known-of", p.Have, p.of, year)
	}
	return p
}

// objectiveProgress counts the objectives that could be held against reality.
func objectiveProgress(a *model.Account) progress {
	p := progress{of: len(a.Objectives), words: words.T("plan.none-yet")}
	for i := range a.Objectives {
		if len(objectiveGaps(&a.Objectives[i])) == 0 {
			p.Have++
		}
	}
	if p.of > 0 {
		p.words = words.T("plan.of-measurable", p.Have, p.of)
	}
	return p
}

// actionProgress counts the actions that somebody will do by some day.
func actionProgress(c *kit.Context, a *model.Account) progress {
	p := progress{of: len(a.Actions), words: words.T("plan.none-yet")}
	opened, late := 0, 0
	for i := range a.Actions {
		x := &a.Actions[i]
		if len(actionGaps(x)) == 0 {
			p.Have++
		}
		if openAction(x) {
			opened++
		}
		if overdueAction(c, x) {
			late++
		}
	}
	switch {
	case late > 0:
		p.words = words.T("plan.open-overdue", opened, late)
	case p.of > 0:
		p.words = words.T("plan.open-2", opened)
	}
	return p
}

func noteProgress(text string) progress {
	if strings.TrimSpace(text) == "" {
		return progress{words: words.T("plan.none-yet")}
	}
	return progress{Have: 1, of: 1}
}

// tab is one section on the tab-line.
type tab struct {
	text    string
	current bool
}

// drawTabs is the line of sections. The current one stands in brackets, so that
// it is clear without colour; the richest line that fits is shown.
func (p *Pane) drawTabs(all *[SectionCount]progress, cv widget.Canvas) {
	var tabs []tab
	for detail := 4; detail >= 0; detail-- {
		tabs = p.tabs(all, cv.Glyphs(), detail)
		if tabsWidth(tabs) <= cv.W() {
			break
		}
		if detail == 0 { // the neighbours with their progress say more than all names cut short
			tabs = p.tabs(all, cv.Glyphs(), 3)
		}
	}
	from, to := p.window(tabs, cv.W())
	x := 0
	if from > 0 {
		x += cv.Text(x, 0, cv.Glyphs().Less, theme.Quiet)
	}
	for _, t := range tabs[from:to] {
		st := theme.Quiet
		if t.current {
			st = theme.Title
		}
		x += cv.Text(x, 0, t.text, st)
	}
	if to < len(tabs) {
		cv.Text(x, 0, cv.Glyphs().More, theme.Quiet)
	}
}

// tabs are the sections with so much detail: 4 long names and progress, 3 short
// ones, 2 progress of the current and ✓, 1 ✓ only, 0 names only.
func (p *Pane) tabs(all *[SectionCount]progress, glyphs *theme.Glyphs, detail int) []tab {
	out := make([]tab, SectionCount)
	for i := range out {
		t := &out[i]
		t.current = Section(i) == p.At
		name := SectionWords()[i].short
		if detail == 4 {
			name = SectionWords()[i].Name
		}
		g := all[i]
		mark := g.short(glyphs)
		if !g.full() && (detail < 2 || detail == 2 && !t.current) {
			mark = ""
		}
		if mark != "" && detail > 0 {
			name += " " + mark
		}
		t.text = " " + name + " "
		if t.current {
			t.text = "[" + name + "]"
		}
	}
	return out
}

func tabsWidth(tabs []tab) int {
	n := 0
	for _, t := range tabs {
		n += widget.Width(t.text)
	}
	return n
}

// window is the part of the tabs that fits around the current one.
func (p *Pane) window(tabs []tab, w int) (from, to int) {
	from, to = 0, len(tabs)
	for tabsWidth(tabs[from:to]) > w-2 && to-from > 1 && tabsWidth(tabs) > w {
		if int(p.At)-from > to-1-int(p.At) {
			from++
		} else {
			to--
		}
	}
	return from, to
}
