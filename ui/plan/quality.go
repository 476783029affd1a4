package plan

import (
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// QualityPart lists the twenty checks of plan quality: what is met, and for what
// is not one sentence on what to do. Enter goes where that is done.
type QualityPart struct {
	At     int
	height int
}

func (s *QualityPart) Opened(*kit.Context) {}

func (s *QualityPart) Reveal(*kit.Context, string) bool { return false }

func (s *QualityPart) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopePlan, keys.ScopeMove}
}

// checkSections say where a check is worked on; map and account are elsewhere.
var checkSections = map[string]string{"customer": "customer", "swot": "swot", "value": "value", "risks": "risks", "reviews": "reviews", "figures": "figures", "objectives": "objectives",
	"actions": "actions", "importance": "importance", "position": "position", "charter": "charter"}

func (s *QualityPart) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	if to, ok := kit.MoveTo(in.Kind, s.At, len(score.PlanChecks()), s.height); ok {
		s.At = to
		return kit.Done()
	}
	check := score.PlanChecks()[s.At]
	switch in.Kind {
	case keys.EditHere, keys.Details:
		switch check.Field {
		case "map":
			return kit.Doing(kit.Focusing{Pane: kit.PaneMap})
		case "account":
			return kit.Open(kit.NewSheetAt(c, edit.AccountRef(c.Account), check.Key))
		}
		return kit.Ask(keys.Intent{Kind: keys.PickSection, Text: checkSections[check.Field]})
	case keys.Explain:
		return kit.Open(kit.NewExplain(c.Account, "quality"))
	case keys.Copy:
		return kit.Doing(kit.Copying{Text: check.Name + ": " + check.Coach})
	}
	return kit.Outcome{}
}

func (s *QualityPart) Draw(c *kit.Context, cv widget.Canvas, focus bool) {
	t := c.Scores().Standing(c.Account)
	s.height = max(1, cv.H()-3)
	top := max(0, min(s.At-s.height/2, len(score.PlanChecks())-s.height))
	for y := 0; y < s.height && top+y < len(score.PlanChecks()); y++ {
		i := top + y
		sign, st := cv.Glyphs().Cross, theme.Plain
		if t.CheckMet(i) {
			sign, st = cv.Glyphs().Check, theme.Quiet
		}
		if i == s.At && focus {
			cv.Mark(widget.Rect{Y: y, W: cv.W(), H: 1}, theme.FocusMark)
			cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
		}
		cv.Text(2, y, sign, st)
		cv.TextIn(4, y, cv.W()-5, score.PlanChecks()[i].Name, st, widget.Left)
	}
	check := score.PlanChecks()[s.At]
	coach := kit.FootLine{Text: words.T("plan.enter-goes-there", check.Coach), Style: theme.Accent}
	if t.CheckMet(s.At) {
		coach = kit.FootLine{Text: words.T("plan.met-five-points"), Style: theme.Quiet}
	}
	kit.DrawLines(cv.Sub(widget.Rect{X: 2, Y: cv.H() - 2, W: cv.W() - 3, H: 2}), []kit.FootLine{coach})
}

func qualityProgress(c *kit.Context) progress {
	t := c.Scores().Standing(c.Account)
	if t == nil {
		return progress{}
	}
	p := progress{of: len(score.PlanChecks())}
	for i := range score.PlanChecks() {
		if t.CheckMet(i) {
			p.Have++
		}
	}
	p.words = words.T("plan.points", score.Print(t.Quality))
	if l := c.Scores().Local(c.Account); l.Execution.Known {
		p.words = words.T("plan.points-execution", score.Print(t.Quality), score.Print(l.Execution))
	}
	return p
}
