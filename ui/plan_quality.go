package ui

import (
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// qualityPart lists the twenty checks of plan quality: what is met, and for what
// is not one sentence on what to do. Enter goes where that is done.
type qualityPart struct {
	at     int
	height int
}

func (s *qualityPart) opened(*ctx) {}

func (s *qualityPart) reveal(*ctx, string) bool { return false }

func (s *qualityPart) scopes(*ctx) []scope { return []scope{scopePlan, scopeMove} }

// checkSections say where a check is worked on; map and account are elsewhere.
var checkSections = map[string]string{"customer": "customer", "swot": "swot", "value": "value", "risks": "risks", "reviews": "reviews", "figures": "figures", "objectives": "objectives",
	"actions": "actions", "importance": "importance", "position": "position", "charter": "charter"}

func (s *qualityPart) handle(c *ctx, in Intent) Outcome {
	if to, ok := moveTo(in.Kind, s.at, len(score.PlanChecks), s.height); ok {
		s.at = to
		return done()
	}
	check := score.PlanChecks[s.at]
	switch in.Kind {
	case EditHere, Details:
		switch check.Field {
		case "map":
			return doing(Focusing{paneMap})
		case "account":
			return open(newSheetAt(c, edit.AccountRef(c.account), check.Key))
		}
		return asking(Intent{Kind: PickSection, Text: checkSections[check.Field]})
	case Explain:
		return open(newExplain(c.account, "quality"))
	case Copy:
		return doing(Copying{check.Name + ": " + check.Coach})
	}
	return Outcome{}
}

func (s *qualityPart) draw(c *ctx, cv widget.Canvas, focus bool) {
	t := c.scores().Standing(c.account)
	s.height = max(1, cv.H()-3)
	top := max(0, min(s.at-s.height/2, len(score.PlanChecks)-s.height))
	for y := 0; y < s.height && top+y < len(score.PlanChecks); y++ {
		i := top + y
		sign, st := cv.Glyphs().Cross, theme.Plain
		if t.CheckMet(i) {
			sign, st = cv.Glyphs().Check, theme.Quiet
		}
		if i == s.at && focus {
			cv.Mark(widget.Rect{Y: y, W: cv.W(), H: 1}, theme.FocusMark)
			cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
		}
		cv.Text(2, y, sign, st)
		cv.TextIn(4, y, cv.W()-5, score.PlanChecks[i].Name, st, widget.Left)
	}
	check := score.PlanChecks[s.at]
	coach := footLine{text: check.Coach + " (enter goes there)", style: theme.Accent}
	if t.CheckMet(s.at) {
		coach = footLine{text: "met: five points", style: theme.Quiet}
	}
	drawLines(cv.Sub(widget.Rect{X: 2, Y: cv.H() - 2, W: cv.W() - 3, H: 2}), []footLine{coach})
}

func qualityProgress(c *ctx) progress {
	t := c.scores().Standing(c.account)
	if t == nil {
		return progress{}
	}
	p := progress{of: len(score.PlanChecks)}
	for i := range score.PlanChecks {
		if t.CheckMet(i) {
			p.have++
		}
	}
	p.words = score.Print(t.Quality) + " points"
	if l := c.scores().Local(c.account); l.Execution.Known {
		p.words += ", execution " + score.Print(l.Execution) + " %"
	}
	return p
}
