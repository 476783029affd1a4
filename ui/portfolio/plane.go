package portfolio

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// dots are the accounts on the plane as the chart takes them. Lost ones are shown
// struck, where they were.
func (p *Page) dots(c *kit.Context) (score.Plane, []widget.Dot) {
	s := p.Scores(c)
	plane := s.Plane(p.lens)
	d := &p.drawn
	d.scores, d.lens, d.places, d.dots = s, p.lens, plane.Places, nil
	if len(p.Lost) > 0 {
		all := c.Scores().Plane(p.lens)
		d.places = all.Places
	}
	from := p.cameFrom(c)
	for _, x := range d.places {
		if from != nil {
			x.OurX, x.OurY = x.X, x.Y
			if was, there := from[x.Account]; there {
				x.OurX, x.OurY = was.X, was.Y
			}
		}
		dot := widget.Dot{
			X:     x.X,
			Y:     x.Y,
			FromX: x.OurX,
			FromY: x.OurY,
			Label: c.Portfolio().Account(x.Account).Name,
			Style: theme.Accent,
		}
		dot.Sign = p.bubble(c, x.Account)
		if p.Lost[x.Account] {
			dot.Sign, dot.Style, dot.Struck, dot.FromX, dot.FromY = c.Glyphs.Cross, theme.Ghost, true, x.X, x.Y
		}
		d.dots = append(d.dots, dot)
	}
	return plane, d.dots
}

// cameFrom is where the accounts stood when the sitting began; nil when the lines
// are to lead from our view to the customer's.
func (p *Page) cameFrom(c *kit.Context) map[model.AccountID]score.Placed {
	if !p.trails || c.Began == nil {
		return nil
	}
	from := map[model.AccountID]score.Placed{}
	for _, x := range c.Began.Plane(p.lens).Places {
		from[x.Account] = x
	}
	return from
}

// bubble is as large as the account's revenue: class A, B, C, or not known.
func (p *Page) bubble(c *kit.Context, id model.AccountID) string {
	i := c.Portfolio().Index(id)
	switch c.Scores().Revenue.Class[i] {
	case score.ClassA:
		return c.Glyphs.Full
	case score.ClassB:
		return c.Glyphs.Half
	case score.ClassC:
		return c.Glyphs.Empty
	}
	return c.Glyphs.Sep
}

// drawPlane draws the four corners, the accounts in them, and what is under the
// cursor.
func (p *Page) drawPlane(c *kit.Context, cv widget.Canvas) {
	plane, dots := p.dots(c)
	foot, top := cv.Rect().SplitBottom(2)
	axis, chart := top.SplitBottom(1)
	chart.X, chart.W = chart.X+4, chart.W-5
	focus := -1
	for i := range p.drawn.places {
		if p.drawn.places[i].Account == p.At {
			focus = i
		}
	}
	in := cv.Sub(chart)
	cutX, cutY := widget.ScatterCell(plane.CutX, plane.CutY, in.W(), in.H())
	for x := range in.W() {
		in.Text(x, cutY, in.Glyphs().Dash, theme.Border)
	}
	in.VLine(cutX, 0, in.H(), theme.Border)
	in.Text(cutX, cutY, in.Glyphs().Joint[15], theme.Border)
	var corners []widget.Rect
	corner := func(q score.Quadrant, x, y, w int, a widget.Align) {
		text := plane.Word(q) + " " + strconv.Itoa(plane.Counts[q])
		in.TextIn(x, y, w, text, theme.Header, a)
		r := widget.Rect{X: x, Y: y, W: min(w, widget.Width(text)), H: 1}
		if a == widget.Right {
			r.X = x + w - r.W
		}
		corners = append(corners, r)
	}
	left, right := max(0, cutX-1), max(0, in.W()-cutX-2)
	corner(score.Exposed, 0, 0, left, widget.Left)
	corner(score.Partner, cutX+2, 0, right, widget.Right)
	corner(score.Transact, 0, in.H()-1, left, widget.Left)
	corner(score.Leverage, cutX+2, in.H()-1, right, widget.Right)
	widget.DrawScatter(in, dots, widget.Scatter(dots, in.W(), in.H(), focus, corners...), focus)
	for _, mark := range []int{0, 50, 100} { // axes: importance up, position across
		_, y := widget.ScatterCell(0, float64(mark), in.W(), in.H())
		x, _ := widget.ScatterCell(float64(mark), 0, in.W(), in.H())
		text := strconv.Itoa(mark)
		cv.TextIn(0, chart.Y+y, 3, text, theme.Quiet, widget.Right)
		cv.Text(min(chart.X+x, chart.X+in.W()-len(text)), axis.Y, text, theme.Quiet)
	}
	cv.TextIn(
		chart.X+5,
		axis.Y,
		max(0, chart.W/2-6),
		words.T("portfolio.across-up", plane.X, plane.Y),
		theme.Quiet,
		widget.Left,
	)
	p.drawPlaneFoot(c, cv.Sub(foot), &plane, focus)
}

func (p *Page) drawPlaneFoot(c *kit.Context, cv widget.Canvas, plane *score.Plane, focus int) {
	a := c.Portfolio().Account(p.At)
	if a == nil {
		return
	}
	text := words.T("portfolio.not-this-plane-score-unknown", a.Name)
	if focus >= 0 {
		x := &p.drawn.places[focus]
		text = p.placeWords(c, plane, a, x)
	}
	cv.TextIn(1, 0, cv.W()-2, text, theme.Strong, widget.Left)
	cut := words.T("portfolio.cut-at", score.Print(model.Some(plane.CutY)), score.Print(model.Some(plane.CutX)))
	if c.Portfolio().Programme().MedianCut {
		cut = words.T("portfolio.cut-at-medians", score.Print(model.Some(plane.CutY)), score.Print(model.Some(plane.CutX)))
	}
	g := &c.Glyphs
	from := words.T("portfolio.from-our-view-customers")
	if p.trails {
		from = words.T("portfolio.from-where-they-stood", p.whenBegan(c))
	}
	parts := []string{
		cut,
		g.Full + g.Half + g.Empty + " " + words.T("portfolio.revenue-class-b-c"),
		g.Start + g.Trail + g.Trail + " " + from,
	}
	if plane.Unplaced > 0 {
		parts = append(parts, words.T("portfolio.not-placed", plane.Unplaced))
	}
	cv.TextIn(1, 1, cv.W()-2, strings.Join(parts, " · "), theme.Quiet, widget.Left)
}

// placeWords tells where an account stands: a list of facts, each of them whole.
func (p *Page) placeWords(c *kit.Context, plane *score.Plane, a *model.Account, x *score.Placed) string {
	facts := []string{
		words.T(
			"portfolio.named-scores",
			a.Name,
			plane.Y,
			score.Print(model.Some(x.Y)),
			plane.X,
			score.Print(model.Some(x.X)),
		),
		plane.Said(x),
	}
	if !c.Modest() {
		facts = append(facts, words.Here(a.Tier.String()))
	}
	was, there := p.cameFrom(c)[p.At]
	last := len(facts) - 1
	switch {
	case there && (was.X != x.X || was.Y != x.Y):
		facts[last] = words.T(
			"portfolio.and",
			facts[last],
			p.whenBegan(c),
			score.Print(model.Some(was.Y)),
			score.Print(model.Some(was.X)),
		)
	case x.Verified() && !p.trails:
		facts[last] = words.T(
			"portfolio.as-we-alone-see",
			facts[last],
			score.Print(model.Some(x.OurY)),
			score.Print(model.Some(x.OurX)),
		)
	}
	if x.Revenue.Known {
		facts = append(facts, words.T("portfolio.revenue", kit.ShortMoney(x.Revenue)))
	}
	return strings.Join(facts, ", ")
}

// whenBegan says since when the trails lead: the workshop that goes on, else the
// moment the program was opened.
func (p *Page) whenBegan(c *kit.Context) string {
	if c.Portfolio().Programme().Workshop != nil {
		return words.T("portfolio.when-workshop-began")
	}
	return words.T("portfolio.when-you-began")
}
