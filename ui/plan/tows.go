package plan

import (
	"accord/model"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// TowsPage is the bridge from a SWOT to what to do: which objectives use a
// strength or mend a weakness, for an opportunity or against a threat.
type TowsPage struct{ kit.Body }

func (p *TowsPage) Title(*kit.Context) string { return "TOWS bridge" }
func (p *TowsPage) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopePage, keys.ScopeMove}
}

func (p *TowsPage) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(90, screen.W), min(28, screen.H))
}

func (p *TowsPage) Handle(_ *kit.Context, in keys.Intent) kit.Outcome {
	switch {
	case p.Scroll(in.Kind):
		return kit.Done()
	case in.Kind == keys.Cancel:
		return kit.Close()
	case in.Kind == keys.Accept:
		out := kit.Close()
		out.Again(keys.Intent{Kind: keys.PickSection, Text: "objectives"})
		return out
	}
	return kit.Outcome{}
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

func (p *TowsPage) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	body := kit.Hint(cv, "an objective joins two: its columns answers and builds on · enter goes to the objectives · esc back")
	p.Begin(body.W())
	a := c.Current()
	for _, b := range bridges {
		p.Head(b.words)
		found := false
		for i := range a.Objectives {
			o := &a.Objectives[i]
			from, to := pointOf(a, o.Uses), pointOf(a, o.Cites)
			if from != nil && to != nil && from.Kind > to.Kind {
				from, to = to, from // whichever end was noted first
			}
			if from != nil && to != nil && from.Kind == b.inside && to.Kind == b.outside && o.Status != model.ObjectiveDropped {
				found = true
				p.Bullet(1, "·", kit.OneLine(o.Text), theme.Plain)
				p.Text(5, kit.OneLine(from.Text)+" "+c.Glyphs.Gives+" "+kit.OneLine(to.Text), theme.Quiet)
			}
		}
		switch in, out := countPoints(a, b.inside), countPoints(a, b.outside); {
		case found:
		case in == 0 || out == 0:
			p.Text(1, "one of the two corners is empty", theme.Ghost)
		default:
			p.Text(1, "no objective yet, over "+kit.Plural(in, b.inside.String())+" and "+kit.Plural(out, b.outside.String()), theme.Warn)
		}
	}
	p.Body.Draw(body)
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
