package ui

import (
	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// drawStrip is the score strip: what the open account comes to, and how far it
// moved since it was opened.
func drawStrip(c *ctx, cv widget.Canvas) {
	a, l := c.current(), c.scores().Local(c.account)
	if a == nil || l == nil {
		cv.Box(cv.Rect(), "", "", false)
		return
	}
	in := cv.Box(cv.Rect(), a.Name, a.Tier.String(), false)
	half := in.W() / 2
	drawScore(in, 1, 0, half-2, "importance", l.Importance, c.baseline, func(b *model.Local) model.Num { return b.Importance.Score })
	drawScore(in, half+1, 0, half-2, "position", l.Position, c.baseline, func(b *model.Local) model.Num { return b.Position.Score })
	x := 1 + in.Text(1, 3, "S ", theme.Strong)
	x += in.Text(x, 3, scoreLong(l.Strategic, l.StrategicConfidence), theme.Strong)
	x += drawMoved(in, x+1, 3, l.Strategic, baseNum(c.baseline, func(b *model.Local) model.Num { return b.Strategic })) + 2
	x += in.Text(x, 3, quadrantName(c.scores().Quadrant(a.ID)), quadrantWords[c.scores().Quadrant(a.ID)].style) + 2
	in.Text(x, 3, asymmetryWords(l.Asymmetry), asymmetryStyle(l.Asymmetry, c.portfolio().Programme().Settings()))
	drawStripMoney(c, in, l)
	in.TextIn(1, 5, in.W()-2, stripAdvice(c, a, l), theme.Warn, widget.Left)
}

func baseNum(b *model.Local, of func(*model.Local) model.Num) model.Num {
	if b == nil {
		return model.Num{}
	}
	return of(b)
}

// drawScore is a name, the score with its confidence, and a bar of ten.
func drawScore(cv widget.Canvas, x, y, w int, name string, s model.InstrumentScore, base *model.Local, of func(*model.Local) model.Num) {
	n := cv.Text(x, y, name+" ", theme.Quiet)
	n += cv.Text(x+n, y, model.Print(s.Score), theme.Strong)
	if s.Score.Known && s.Confidence < 1 {
		cv.Text(x+n, y, " "+model.Print(model.Some(100*s.Confidence))+"%", theme.Quiet)
	}
	drawMoved(cv, x, y+2, s.Score, baseNum(base, of))
	cv.Text(x, y+1, widget.Meter(s.Score.V/100, s.Score.Known, min(10, w), *cv.Glyphs()), theme.Accent)
}

// drawMoved shows ▲▼ and by how much, or nothing where nothing moved.
func drawMoved(cv widget.Canvas, x, y int, now, before model.Num) int {
	if !now.Known || !before.Known || model.Print2(now) == model.Print2(before) {
		return 0
	}
	d := now.V - before.V
	if d > 0 {
		return cv.Text(x, y, cv.Glyphs().Up+"+"+oneDecimal(d), theme.Good)
	}
	return cv.Text(x, y, cv.Glyphs().Down+oneDecimal(d), theme.Bad)
}

func oneDecimal(v float64) string {
	s := model.Print2(model.Some(v))
	if len(s) > 1 {
		s = s[:len(s)-1]
	}
	return s
}

// scoreLong is a score with two decimals and ~ below full confidence.
func scoreLong(n model.Num, confidence float64) string {
	s := model.Print2(n)
	if n.Known && confidence < 1 {
		s += "~"
	}
	return s
}

func quadrantName(q model.Quadrant) string {
	switch q {
	case model.Partner:
		return "Partner"
	case model.Exposed:
		return "Exposed"
	case model.Leverage:
		return "Leverage"
	case model.Transact:
		return "Transact"
	}
	return "not placed yet"
}

func asymmetryWords(n model.Num) string {
	if !n.Known {
		return ""
	}
	return "asymmetry " + signedScore(n)
}

func drawStripMoney(c *ctx, cv widget.Canvas, l *model.Local) {
	s := c.scores()
	i := c.portfolio().Index(c.account)
	x := 1 + cv.Text(1, 4, "revenue ", theme.Quiet)
	x += cv.Text(x, 4, shortMoney(l.Revenue), theme.Plain)
	if p := s.Period().String(); p != "" {
		x += cv.Text(x, 4, " in "+p, theme.Quiet)
	}
	if share := s.Revenue.Share(l.Revenue); share.Known {
		for _, part := range []string{model.Percentage(share, 1), "class " + s.Revenue.Class[i].String()} {
			if part = " " + cv.Glyphs().Sep + " " + part; x+widget.Width(part) < cv.W() {
				x += cv.Text(x, 4, part, theme.Quiet)
			}
		}
	}
}

// stripAdvice is the one sentence the strip has room for.
func stripAdvice(c *ctx, a *model.Account, l *model.Local) string {
	if t := c.scores().TierAdvice(a.ID); t != "" {
		return t
	}
	if l.Receptive.Known && !l.Receptive.V {
		return "receptivity gate closed: not ready for a strategic relationship"
	}
	return ""
}

// drawBrief is the strip on one line, for narrow and zoomed screens.
func drawBrief(c *ctx, cv widget.Canvas) {
	a, l := c.current(), c.scores().Local(c.account)
	if a == nil || l == nil {
		return
	}
	g := cv.Glyphs()
	x := 1 + cv.Text(1, 0, widget.Cut(a.Name, max(8, cv.W()/3)), theme.Title) + 2
	x += cv.Text(x, 0, "S "+scoreLong(l.Strategic, l.StrategicConfidence), theme.Strong) + 1
	if n := drawMoved(cv, x, 0, l.Strategic, baseNum(c.baseline, func(b *model.Local) model.Num { return b.Strategic })); n > 0 {
		x += n + 1
	}
	q := c.scores().Quadrant(a.ID)
	x += cv.Text(x, 0, g.Sep+" "+quadrantName(q)+" ", quadrantWords[q].style)
	cv.Text(x, 0, g.Sep+" imp "+scoreText(l.Importance.Score, l.Importance.Confidence)+g.Sep+" pos "+scoreText(l.Position.Score, l.Position.Confidence), theme.Quiet)
}
