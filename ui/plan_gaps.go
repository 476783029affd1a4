package ui

import (
	"strconv"

	"accord/model/score"
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

func gapsOf(c *ctx) []gapRow {
	var out []gapRow
	for _, g := range c.scores().FindOut(c.account) {
		out = append(out, gapRow{g, false})
	}
	for _, g := range score.Assumed(c.current()) {
		out = append(out, gapRow{g, true})
	}
	return out
}

func gapProgress(c *ctx) progress {
	unknown, assumed := 0, 0
	for _, g := range gapsOf(c) {
		if g.assumed {
			assumed++
		} else {
			unknown++
		}
	}
	p := progress{words: strconv.Itoa(unknown) + " unknown, " + strconv.Itoa(assumed) + " assumed"}
	if unknown+assumed == 0 {
		p.have, p.of = 1, 1
	}
	return p
}

func (s *gapPart) opened(*ctx)              { s.at = 0 }
func (s *gapPart) reveal(*ctx, string) bool { return false }
func (s *gapPart) scopes(*ctx) []scope      { return []scope{scopePlan, scopeMove} }

// gapSections say where the answer to a gap belongs; what is not here is on the
// map.
var gapSections = map[string]string{"insight": "customer", "revenue": "figures", "contribution": "figures", "wallet": "figures",
	"importance": "importance", "position": "position", "receptivity": "receptivity", "alignment": "alignment", "stage": "stage"}

func (s *gapPart) handle(c *ctx, in Intent) Outcome {
	rows := gapsOf(c)
	s.at = max(0, min(s.at, len(rows)-1))
	if to, ok := moveTo(in.Kind, s.at, len(rows), s.height); ok {
		s.at = to
		return done()
	}
	if len(rows) == 0 {
		return Outcome{}
	}
	switch in.Kind {
	case EditHere, Details:
		if section, ok := gapSections[rows[s.at].Figure]; ok {
			return asking(Intent{Kind: PickSection, Text: section})
		}
		return doing(Focusing{paneMap})
	case Explain:
		return open(newExplain(c.account, rows[s.at].Figure))
	case Copy:
		text := ""
		for _, g := range rows {
			text += "- " + g.words() + "\n"
		}
		return doing(Copying{text})
	}
	return Outcome{}
}

func (g *gapRow) words() string {
	if g.assumed {
		return "to confirm: " + g.Text
	}
	return "to find out: " + g.Text
}

func (s *gapPart) draw(c *ctx, cv widget.Canvas, focus bool) {
	rows := gapsOf(c)
	if len(rows) == 0 {
		drawLines(cv.Sub(cv.Rect().Inset(1)), []footLine{{text: "Nothing is open: everything the scores wait for is known, and confirmed.", style: theme.Good}})
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
		cv.TextAuto(4, y, cv.W()-5, g.words(), st, widget.Left)
	}
	drawLines(cv.Sub(widget.Rect{X: 2, Y: cv.H() - 1, W: cv.W() - 3, H: 1}), []footLine{{text: "enter goes where the answer belongs · y copies the questions", style: theme.Quiet}})
}
