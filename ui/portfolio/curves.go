package portfolio

import (
	"slices"
	"strconv"

	"accord/model"
	"accord/model/score"
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
	cv.TextIn(1, 0, cv.W()-2, "Cumulative "+name, theme.Title, widget.Left)
	share := of.TopShare(of.TopFifth())
	if !share.Known {
		cv.TextIn(1, 1, cv.W()-2, "No "+name+" is known, or it is not positive.", theme.Quiet, widget.Left)
		return
	}
	words := strconv.Itoa(of.TopFifth()) + " of " + kit.Plural(of.Known, "account") + " bring " + score.Percentage(share, 0) + " · A " + strconv.Itoa(of.Count[score.ClassA]) + "  B " + strconv.Itoa(of.Count[score.ClassB]) + "  C " + strconv.Itoa(of.Count[score.ClassC])
	cv.TextIn(1, 1, cv.W()-2, words, theme.Plain, widget.Left)
	cum := make([]float64, of.Known)
	sum := 0.0
	for i, v := range of.Values {
		sum += max(0, v)
		cum[i] = sum / of.Base
	}
	chart := cv.Sub(widget.Rect{X: 6, Y: 3, W: max(0, cv.W()-8), H: max(0, cv.H()-6)})
	at := rankOf(s, of, p.At)
	drawCurve(cv, chart, cum, 1, at, []float64{0.80, 0.95}, func(v float64) string { return score.Percentage(model.Some(v), 0) })
	words = p.paretoWords(c, s, of, cum, at, false)
	if widget.Width(words) > cv.W()-2 {
		words = p.paretoWords(c, s, of, cum, at, true)
	}
	cv.TextIn(1, cv.H()-1, cv.W()-2, words, theme.Strong, widget.Left)
}

func (p *Page) paretoWords(c *kit.Context, s *score.Scores, of *score.Pareto, cum []float64, at int, short bool) string {
	a := c.Portfolio().Account(p.At)
	switch {
	case a == nil:
		return ""
	case p.Lost[a.ID]:
		return a.Name + ": left"
	case at < 0:
		return a.Name + ": not known"
	case short:
		return a.Name + ": " + strconv.Itoa(at+1) + "., " + score.Percentage(of.Share(model.Some(of.Values[at])), 1) + ", class " + of.Class[s.Portfolio().Index(a.ID)].String()
	}
	return a.Name + ": " + strconv.Itoa(at+1) + ". of " + strconv.Itoa(of.Known) + ", " + score.Percentage(of.Share(model.Some(of.Values[at])), 1) + ", together " +
		score.Percentage(model.Some(cum[at]), 1) + ", class " + of.Class[s.Portfolio().Index(a.ID)].String()
}

// drawCurve draws a cumulative curve over ranks: a column stands for the last of
// its accounts. The axis has the levels and the top; under it the account at a
// rank is marked.
func drawCurve(cv, chart widget.Canvas, cum []float64, top float64, at int, levels []float64, word func(float64) string) {
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
	cv.TextIn(1, 0, cv.W()-2, "Whale curve: cumulative contribution", theme.Title, widget.Left)
	peak, erosion := of.Whale()
	if of.Known == 0 {
		cv.TextIn(1, 1, cv.W()-2, "No contribution is known: type or import the cost of sales.", theme.Quiet, widget.Left)
		return
	}
	scale, words, word := of.Total, "peak "+score.Print(peak)+" %, of which "+score.Print(erosion)+" points are lost again by those who cost more than they bring", func(v float64) string { return score.Percentage(model.Some(v), 0) }
	levels := []float64{1}
	if !peak.Known { // in money then
		scale, words, levels = 1, "in all "+kit.ShortMoney(model.Some(of.Total))+": as percent of that it would say nothing", nil
		word = func(v float64) string { return kit.ShortMoney(model.Some(v)) }
	}
	cv.TextIn(1, 1, cv.W()-2, words, theme.Plain, widget.Left)
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
		text := a.Name + ": contribution not known"
		if p.Lost[a.ID] {
			text = a.Name + ": left"
		} else if at >= 0 {
			text = a.Name + ": " + strconv.Itoa(at+1) + ". of " + strconv.Itoa(of.Known) + ", " + kit.ShortMoney(model.Some(of.Values[at])) + ", with those before " + word(cum[at])
		}
		cv.TextIn(1, cv.H()-1, cv.W()-2, text, theme.Strong, widget.Left)
	}
}
