package plan

import (
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// gapPart lists what nobody knows yet about the account, and what is only
// assumed: the questions for the next visit. Enter goes where the answer belongs.
type gapPart struct {
	at     int
	height int
}

// gapRow is a question: something unknown, or something to have confirmed.
type gapRow struct {
	score.Gap
	assumed bool
}

func gapsOf(c *kit.Context) []gapRow {
	var out []gapRow
	for _, g := range c.Scores().FindOut(c.Account) {
		out = append(out, gapRow{g, false})
	}
	for _, g := range score.Assumed(c.Current()) {
		out = append(out, gapRow{g, true})
	}
	return out
}

func gapProgress(c *kit.Context) progress {
	unknown, assumed := c.Scores().CountGaps(c.Account)
	p := progress{words: words.T("plan.unknown-assumed", unknown, assumed)}
	if unknown+assumed == 0 {
		p.Have, p.of = 1, 1
	}
	return p
}

func (s *gapPart) Opened(*kit.Context)              { s.at = 0 }
func (s *gapPart) Reveal(*kit.Context, string) bool { return false }
func (s *gapPart) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopePlan, keys.ScopeMove}
}

// gapSections say where the answer to a gap belongs; what is not here is on the
// map.
var gapSections = map[string]string{"insight": "customer", "revenue": "figures", "contribution": "figures", "wallet": "figures",
	"importance": "importance", "position": "position", "receptivity": "receptivity", "alignment": "alignment", "stage": "stage"}

func (s *gapPart) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	rows := gapsOf(c)
	s.at = max(0, min(s.at, len(rows)-1))
	if to, ok := kit.MoveTo(in.Kind, s.at, len(rows), s.height); ok {
		s.at = to
		return kit.Done()
	}
	if len(rows) == 0 {
		return kit.Outcome{}
	}
	switch in.Kind {
	case keys.EditHere, keys.Details:
		if section, ok := gapSections[rows[s.at].Figure]; ok {
			return kit.Ask(keys.Intent{Kind: keys.PickSection, Text: section})
		}
		return kit.Doing(kit.Focusing{Pane: kit.PaneMap})
	case keys.Explain:
		return kit.Open(kit.NewExplain(c.Account, rows[s.at].Figure))
	case keys.Copy:
		text := ""
		for _, g := range rows {
			text += "- " + g.Words() + "\n"
		}
		return kit.Doing(kit.Copying{Text: text})
	}
	return kit.Outcome{}
}

func (g *gapRow) Words() string {
	if g.assumed {
		return words.T("plan.to-confirm", g.Text)
	}
	return words.T("plan.find-out", g.Text)
}

func (s *gapPart) Draw(c *kit.Context, cv widget.Canvas, focus bool) {
	rows := gapsOf(c)
	if len(rows) == 0 {
		kit.DrawLines(
			cv.Sub(cv.Rect().Inset(1)),
			[]kit.FootLine{{Text: words.T("plan.nothing-open-everything-scores-wait"), Style: theme.Good}},
		)
		return
	}
	s.at = max(0, min(s.at, len(rows)-1))
	s.height = max(1, cv.H()-2)
	top := max(0, min(s.at-s.height/2, len(rows)-s.height))
	for y := 0; y < s.height && top+y < len(rows); y++ {
		g := &rows[top+y]
		if top+y == s.at && focus {
			cv.Mark(widget.Rect{Y: y, W: cv.W(), H: 1}, theme.FocusMark)
			cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
		}
		sign, st := cv.Glyphs().Unknown, theme.Plain
		if g.assumed {
			sign, st = cv.Glyphs().About, theme.Quiet
		}
		cv.Text(2, y, sign, st)
		cv.TextAuto(4, y, cv.W()-5, g.Words(), st, widget.Left)
	}
	kit.DrawLines(
		cv.Sub(widget.Rect{X: 2, Y: cv.H() - 1, W: cv.W() - 3, H: 1}),
		[]kit.FootLine{{Text: words.T("plan.enter-goes-where-answer-belongs"), Style: theme.Quiet}},
	)
}
