package plan

import (
	"accord/model"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// TowsPage is the bridge from a SWOT to what to do: which objectives use a
// strength or mend a weakness, for an opportunity or against a threat.
type TowsPage struct{ kit.Body }

func (p *TowsPage) Title(*kit.Context) string { return words.T("plan.tows-bridge") }
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
		out.Again(keys.Intent{Kind: keys.PickSection, Text: words.T("plan.objectives")})
		return out
	}
	return kit.Outcome{}
}

// bridges are the four ways from inside to outside.
var bridges = words.Table(func() []struct {
	inside, outside model.PointKind
	words           string
} {
	return []struct {
		inside, outside model.PointKind
		words           string
	}{
		{model.Strength, model.Opportunity, words.T("plan.strengths-opportunities-attack")},
		{model.Strength, model.Threat, words.T("plan.strengths-against-threats-defend")},
		{model.Weakness, model.Opportunity, words.T("plan.weaknesses-keep-us-from-opportunities")},
		{model.Weakness, model.Threat, words.T("plan.weaknesses-threats-would-hit-protect")},
	}
})

func (p *TowsPage) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	body := kit.Hint(cv, words.T("plan.objective-joins-two-columns-answers"))
	p.Begin(body.W())
	a := c.Current()
	for _, b := range bridges() {
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
			p.Text(1, words.T("plan.one-two-corners-empty"), theme.Ghost)
		default:
			p.Text(1, words.T("plan.no-objective-yet-over", pointCount(b.inside, in), pointCount(b.outside, out)), theme.Warn)
		}
	}
	p.Body.Draw(body)
}

// pointCount says how many points of a corner there are.
func pointCount(kind model.PointKind, n int) string {
	switch kind {
	case model.Strength:
		return words.T("plan.n-strengths", n)
	case model.Weakness:
		return words.T("plan.n-weaknesses", n)
	case model.Opportunity:
		return words.T("plan.n-opportunities", n)
	}
	return words.T("plan.n-threats", n)
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
