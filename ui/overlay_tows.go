package ui

import (
	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// towsPage is the bridge from a SWOT to what to do: which objectives use a
// strength or mend a weakness, for an opportunity or against a threat.
type towsPage struct{ page }

func (p *towsPage) title(*ctx) string   { return "TOWS bridge" }
func (p *towsPage) scopes(*ctx) []scope { return []scope{scopePage, scopeMove} }

func (p *towsPage) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(90, screen.W), min(28, screen.H))
}

func (p *towsPage) handle(_ *ctx, in Intent) Outcome {
	switch {
	case p.scroll(in.Kind):
		return done()
	case in.Kind == Cancel:
		return closing()
	case in.Kind == Accept:
		out := closing()
		out.Again(Intent{Kind: PickSection, Text: "objectives"})
		return out
	}
	return Outcome{}
}

// bridges are the four ways from inside to outside.
var bridges = []struct {
	inside, outside model.PointKind
	words           string
}{
	{model.Strength, model.Opportunity, "Strengths for opportunities: attack"},
	{model.Strength, model.Threat, "Strengths against threats: defend"},
	{model.Weakness, model.Opportunity, "Weaknesses that keep us from opportunities: build"},
	{model.Weakness, model.Threat, "Weaknesses that threats would hit: protect, or leave"},
}

func (p *towsPage) draw(c *ctx, cv widget.Canvas, _ bool) {
	body := hint(cv, "an objective joins two: its columns answers and builds on · enter goes to the objectives · esc back")
	p.begin(body.W())
	a := c.current()
	for _, b := range bridges {
		p.head(b.words)
		found := false
		for i := range a.Objectives {
			o := &a.Objectives[i]
			from, to := pointOf(a, o.Uses), pointOf(a, o.Cites)
			if from != nil && to != nil && from.Kind > to.Kind {
				from, to = to, from // whichever end was noted first
			}
			if from != nil && to != nil && from.Kind == b.inside && to.Kind == b.outside && o.Status != model.ObjectiveDropped {
				found = true
				p.bullet(1, "·", oneLine(o.Text), theme.Plain)
				p.text(5, oneLine(from.Text)+" "+c.glyphs.Gives+" "+oneLine(to.Text), theme.Quiet)
			}
		}
		switch in, out := countPoints(a, b.inside), countPoints(a, b.outside); {
		case found:
		case in == 0 || out == 0:
			p.text(1, "one of the two corners is empty", theme.Ghost)
		default:
			p.text(1, "no objective yet, over "+plural(in, b.inside.String())+" and "+plural(out, b.outside.String()), theme.Warn)
		}
	}
	p.page.draw(body)
}

func pointOf(a *model.Account, id model.PointID) *model.Point {
	for i := range a.Points {
		if a.Points[i].ID == id {
			return &a.Points[i]
		}
	}
	return nil
}

func countPoints(a *model.Account, kind model.PointKind) (n int) {
	for i := range a.Points {
		if a.Points[i].Kind == kind {
			n++
		}
	}
	return n
}
