package portfolio

import (
	"slices"
	"strconv"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// drawPareto draws who brings what, by revenue and by contribution side by side.
func (p *Page) drawPareto(c *kit.Context, cv widget.Canvas) {
	s := p.Scores(c)
	if cv.W() < 90 {
		p.drawParetoOf(c, cv, s, s.Revenue, "revenue")
		return
	}
	left, right := cv.Rect().SplitLeft(cv.W() / 2)
	p.drawParetoOf(c, cv.Sub(left), s, s.Revenue, "revenue")
	p.drawParetoOf(c, cv.Sub(right), s, s.Contribution, "contribution")
}

// rankOf is the place of an account in an order, -1 when it has no value there.
func rankOf(s *score.Scores, of *score.Pareto, id model.AccountID) int {
	i := s.Portfolio().Index(id)
	at := slices.Index(of.Order, int32(i))
	if i < 0 || at >= of.Known {
		return -1
	}
	return at
}

func (p *Page) drawParetoOf(c *kit.Context, cv widget.Canvas, s *score.Scores, of *score.Pareto, name string) {
	cv.TextIn(1, 0, cv.W()-2, words.T("portfolio.cumulative", name), theme.Title, widget.Left)
	share := of.TopShare(of.TopFifth())
	if !share.Known {
		cv.TextIn(1, 1, cv.W()-2, words.T("portfolio.no-known-or-not-positive", name), theme.Quiet, widget.Left)
		return
	}
	wording := words.T(
		"portfolio.bring-b-c",
		of.TopFifth(),
		of.Known,
		score.Percentage(share, 0),
		of.Count[score.ClassA],
		of.Count[score.ClassB],
		of.Count[score.ClassC],
	)
	cv.TextIn(1, 1, cv.W()-2, wording, theme.Plain, widget.Left)
	cum := make([]float64, of.Known)
	sum := 0.0
	for i, v := range of.Values {
		sum += max(0, v)
		cum[i] = sum / of.Base
	}
	chart := cv.Sub(widget.Rect{X: 6, Y: 3, W: max(0, cv.W()-8), H: max(0, cv.H()-6)})
	at := rankOf(s, of, p.At)
	drawCurve(
		cv,
		chart,
		cum,
		1,
		at,
		[]float64{0.80, 0.95},
		func(v float64) string { return score.Percentage(model.Some(v), 0) },
	)
	wording = p.paretoWords(c, s, of, cum, at, false)
	if widget.Width(wording) > cv.W()-2 {
		wording = p.paretoWords(c, s, of, cum, at, true)
	}
	cv.TextIn(1, cv.H()-1, cv.W()-2, wording, theme.Strong, widget.Left)
}

func (p *Page) paretoWords(
	c *kit.Context,
	s *score.Scores,
	of *score.Pareto,
	cum []float64,
	at int,
	short bool,
) string {
	a := c.Portfolio().Account(p.At)
	switch {
	case a == nil:
		return ""
	case p.Lost[a.ID]:
		return words.T("portfolio.left", a.Name)
	case at < 0:
		return words.T("portfolio.not-known", a.Name)
	case short:
		return words.T(
			"portfolio.class",
			a.Name,
			at+1,
			score.Percentage(of.Share(model.Some(of.Values[at])), 1),
			of.Class[s.Portfolio().Index(a.ID)].String(),
		)
	}
	return words.T(
		"portfolio.together-class",
		a.Name,
		at+1,
		of.Known,
		score.Percentage(of.Share(model.Some(of.Values[at])), 1),
		score.Percentage(model.Some(cum[at]), 1),
		of.Class[s.Portfolio().Index(a.ID)].String(),
	)
}

// drawCurve draws a cumulative curve over ranks: a column stands for the last of
// its accounts. The axis has the levels and the top; under it the account at a
// rank is marked.
func drawCurve(
	cv, chart widget.Canvas,
	cum []float64,
	top float64,
	at int,
	levels []float64,
	word func(float64) string,
) {
	n, w := len(cum), chart.W()
	if n == 0 || w <= 0 || chart.H() <= 1 {
		return
	}
	origin := [2]int{6, 3}
	for _, l := range append(levels, top) {
		y := chart.Level(l, top, 0, theme.Border)
		cv.TextIn(0, origin[1]+y, 5, word(l), theme.Quiet, widget.Right)
	}
	for x := range w {
		st := theme.Accent
		k := (x + 1) * n / w
		if n >= w {
			k--
		} else {
			k = x * n / w
		}
		if k == at || n > w && at >= x*n/w && at < (x+1)*n/w {
			st = theme.Warn
		}
		chart.Bar(x, cum[max(0, min(k, n-1))], top, st)
	}
	if at >= 0 {
		x := at * w / n
		if n < w {
			x += w / n / 2
		}
		cv.Text(origin[0]+min(x, w-1), origin[1]+chart.H(), cv.Glyphs().Up, theme.Warn)
	}
	cv.Text(origin[0], origin[1]+chart.H()+1, "1", theme.Quiet)
	last := strconv.Itoa(n)
	cv.Text(origin[0]+w-len(last), origin[1]+chart.H()+1, last, theme.Quiet)
}

// drawWhale draws cumulative contribution as percent of the total: what rises over
// 100 is earned and lost again.
func (p *Page) drawWhale(c *kit.Context, cv widget.Canvas) {
	s := p.Scores(c)
	of := s.Contribution
	cv.TextIn(1, 0, cv.W()-2, words.T("portfolio.whale-curve-cumulative-contribution"), theme.Title, widget.Left)
	peak, erosion := of.Whale()
	if of.Known == 0 {
		cv.TextIn(1, 1, cv.W()-2, words.T("portfolio.no-contribution-known-type-or"), theme.Quiet, widget.Left)
		return
	}
	word := func(v float64) string { return score.Percentage(model.Some(v), 0) }
	wording := words.T("portfolio.peak-which-points-lost-again", score.Print(peak), score.Print(erosion))
	scale, levels := of.Total, []float64{1}
	if !peak.Known { // in money then
		scale, wording, levels = 1, words.T("portfolio.all-as-percent-would-say", kit.ShortMoney(model.Some(of.Total))), nil
		word = func(v float64) string { return kit.ShortMoney(model.Some(v)) }
	}
	cv.TextIn(1, 1, cv.W()-2, wording, theme.Plain, widget.Left)
	cum, top, sum := make([]float64, of.Known), 0.0, 0.0
	for i, v := range of.Values {
		sum += v
		cum[i] = sum / scale
		top = max(top, cum[i])
	}
	chart := cv.Sub(widget.Rect{X: 6, Y: 3, W: max(0, cv.W()-8), H: max(0, cv.H()-6)})
	at := rankOf(s, of, p.At)
	drawCurve(cv, chart, cum, top, at, levels, word)
	if a := c.Portfolio().Account(p.At); a != nil {
		text := words.T("portfolio.contribution-not-known", a.Name)
		if p.Lost[a.ID] {
			text = words.T("portfolio.left", a.Name)
		} else if at >= 0 {
			text = words.T(
				"portfolio.those-before",
				a.Name,
				at+1,
				of.Known,
				kit.ShortMoney(model.Some(of.Values[at])),
				word(cum[at]),
			)
		}
		cv.TextIn(1, cv.H()-1, cv.W()-2, text, theme.Strong, widget.Left)
	}
}
