package shell

import (
	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/accounts"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// drawStrip is the score strip: what the open account comes to, and how far it
// moved since it was opened.
func drawStrip(c *kit.Context, cv widget.Canvas) {
	a, l := c.Current(), c.Scores().Local(c.Account)
	if a == nil || l == nil {
		cv.Box(cv.Rect(), "", "", false)
		return
	}
	tier := a.Tier.String()
	if c.Modest() {
		tier = ""
	}
	in := cv.Box(cv.Rect(), a.Name, tier, false)
	half := in.W() / 2
	drawScore(
		in,
		1,
		0,
		half-2,
		"importance",
		l.Importance,
		c.Baseline,
		func(b *kit.Standpoint) model.Num { return b.Importance.Score },
	)
	drawScore(
		in,
		half+1,
		0,
		half-2,
		"position",
		l.Position,
		c.Baseline,
		func(b *kit.Standpoint) model.Num { return b.Position.Score },
	)
	y := 3
	if c.Modest() {
		stripForRoom(c, in, y+1)
		return
	}
	for _, row := range []func(*kit.Context, widget.Canvas, int) bool{stripStrategic, stripHealth, stripNext, stripMoney, stripAdvice} {
		if y < in.H() && row(c, in, y) {
			y++
		}
	}
}

// stripStrategic is S, the quadrant and the asymmetry.
func stripStrategic(c *kit.Context, cv widget.Canvas, y int) bool {
	l, q := c.Scores().Local(c.Account), c.Scores().Quadrant(c.Account)
	x := 1 + cv.Text(1, y, "S ", theme.Strong)
	x += cv.Text(x, y, score.Doubted(l.Strategic, l.StrategicConfidence), theme.Strong)
	was := kit.BaseNum(c.Baseline, func(b *kit.Standpoint) model.Num { return b.Strategic })
	x += kit.DrawMoved(cv, x+1, y, l.Strategic, was) + 2
	x += cv.Text(x, y, kit.Place(c.Scores(), c.Account), kit.QuadrantWords()[q].Style) + 2
	cv.Text(x, y, asymmetryWords(l.Asymmetry), accounts.AsymmetryStyle(l.Asymmetry, c.Portfolio().Programme().Settings()))
	return true
}

// stripHealth is how well the account is served, and how urgent that makes it.
func stripHealth(c *kit.Context, cv widget.Canvas, y int) bool {
	t := c.Scores().Standing(c.Account)
	x := 1 + cv.Text(1, y, "H ", theme.Strong)
	x += cv.Text(x, y, score.Doubted(t.Health, t.HealthConfidence), theme.Strong)
	was := kit.BaseNum(c.Baseline, func(b *kit.Standpoint) model.Num { return b.Health })
	x += kit.DrawMoved(cv, x+1, y, t.Health, was) + 2
	x += cv.Text(x, y, words.T("shell.attention", score.Print(t.Attention)), theme.Plain) + 1
	if n := len(t.Flags.List()); n > 0 {
		cv.Text(x, y, " "+cv.Glyphs().Flag+" "+words.T("shell.n-flags", n), theme.Warn)
	}
	return true
}

// stripNext is the best thing to do; dimmed while it is worked out anew.
func stripNext(c *kit.Context, cv widget.Canvas, y int) bool {
	if c.Next.Account != c.Account {
		return true // the answer is on its way: its line waits for it
	}
	if len(c.Next.Moves) == 0 {
		cv.TextIn(1, y, cv.W()-2, words.T("shell.next-find-out-what-unknown"), theme.Quiet, widget.Left)
		return true
	}
	m := c.Next.Moves[0]
	gain, st := " "+m.Effect(), theme.Accent
	if !c.Next.Of(c) {
		st = theme.Ghost
	}
	x := 1 + cv.Text(1, y, "next: ", theme.Quiet)
	room := cv.W() - 1 - x
	if widget.Width(gain) > room/2 {
		gain = " H " + score.Change(model.Some(m.DeltaH))
		if m.DeltaS > m.DeltaH {
			gain = " S " + score.Change(model.Some(m.DeltaS))
		}
	}
	text := kit.OneLine(m.Text)
	if w := room - widget.Width(gain); w > 0 {
		cv.TextIn(x, y, w, text, st, widget.Left)
		x += min(w, widget.Width(text))
	}
	cv.Text(x, y, gain, theme.Good)
	return true
}

// drawScore is a name, the score with its confidence, and a bar of ten.
func drawScore(
	cv widget.Canvas,
	x, y, w int,
	name string,
	s score.InstrumentScore,
	base *kit.Standpoint,
	of func(*kit.Standpoint) model.Num,
) {
	n := cv.Text(x, y, name+" ", theme.Quiet)
	n += cv.Text(x+n, y, score.Print(s.Score), theme.Strong)
	if s.Score.Known && s.Confidence < 1 {
		cv.Text(x+n, y, " "+score.Print(model.Some(100*s.Confidence))+"%", theme.Quiet)
	}
	kit.DrawMoved(cv, x, y+2, s.Score, kit.BaseNum(base, of))
	cv.Text(x, y+1, widget.Meter(s.Score.V/100, s.Score.Known, min(10, w), *cv.Glyphs()), theme.Accent)
}

func asymmetryWords(n model.Num) string {
	if !n.Known {
		return ""
	}
	return words.T("shell.asymmetry", score.Signed(n))
}

func stripMoney(c *kit.Context, cv widget.Canvas, y int) bool {
	s := c.Scores()
	l := s.Local(c.Account)
	i := c.Portfolio().Index(c.Account)
	x := 1 + cv.Text(1, y, words.T("shell.revenue")+" ", theme.Quiet)
	x += cv.Text(x, y, kit.ShortMoney(l.Revenue), theme.Plain)
	if p := s.Period().Read(); p != "" {
		x += cv.Text(x, y, " "+words.T("shell.in", p), theme.Quiet)
	}
	if share := s.Revenue.Share(l.Revenue); share.Known {
		for _, part := range []string{score.Percentage(share, 1), words.T("shell.class", s.Revenue.Class[i].String())} {
			if part = " " + cv.Glyphs().Sep + " " + part; x+widget.Width(part) < cv.W() {
				x += cv.Text(x, y, part, theme.Quiet)
			}
		}
	}
	return true
}

// stripAdvice is one sentence where tier, gate or figures disagree.
func stripAdvice(c *kit.Context, cv widget.Canvas, y int) bool {
	text := c.Scores().TierAdvice(c.Account)
	if l := c.Scores().Local(c.Account); text == "" && l.Receptive.Known && !l.Receptive.V {
		text = words.T("shell.receptivity-gate-closed-not-ready")
	}
	if text == "" {
		return false
	}
	cv.TextIn(1, y, cv.W()-2, text, theme.Warn, widget.Left)
	return true
}

// drawBrief is the strip on one line, for narrow and zoomed screens.
func drawBrief(c *kit.Context, cv widget.Canvas) {
	a, l := c.Current(), c.Scores().Local(c.Account)
	if a == nil || l == nil {
		return
	}
	g := cv.Glyphs()
	x := 1 + cv.Text(1, 0, widget.Short(a.Name, max(8, cv.W()/3), g.Ellipsis), theme.Title) + 2
	x += cv.Text(x, 0, "S "+score.Doubted(l.Strategic, l.StrategicConfidence), theme.Strong) + 1
	was := kit.BaseNum(c.Baseline, func(b *kit.Standpoint) model.Num { return b.Strategic })
	if n := kit.DrawMoved(cv, x, 0, l.Strategic, was); n > 0 {
		x += n + 1
	}
	q := c.Scores().Quadrant(a.ID)
	x += cv.Text(x, 0, g.Sep+" "+kit.Place(c.Scores(), a.ID)+" ", kit.QuadrantWords()[q].Style)
	cv.Text(
		x,
		0,
		words.T(
			"shell.imp-pos",
			g.Sep,
			score.Doubted(l.Importance.Score, l.Importance.Confidence),
			score.Doubted(l.Position.Score, l.Position.Confidence),
		),
		theme.Quiet,
	)
}
