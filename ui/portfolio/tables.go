package portfolio

import (
	"strconv"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// drawTable is the twin of the drawings: the same in numbers, an account a line.
func (p *Page) drawTable(c *kit.Context, cv widget.Canvas) {
	order, s := p.Order(c), p.Scores(c)
	columns := p.columns(c, s)
	room := cv.W() - 4
	for _, col := range columns {
		room -= col.width + 2
	}
	name := max(12, min(40, room))
	x := 2 + name
	cv.TextIn(2, 0, name, "account", theme.Header, widget.Left)
	for _, col := range columns {
		cv.TextIn(x+2, 0, col.width, col.title, theme.Header, widget.Right)
		x += col.width + 2
	}
	p.rows = cv.H() - 1
	here := 0
	for i, id := range order {
		if id == p.At {
			here = i
		}
	}
	top := max(0, min(here-p.rows/2, len(order)-p.rows))
	for y := 1; y < cv.H() && top+y-1 < len(order); y++ {
		id := order[top+y-1]
		if id == p.At {
			cv.Mark(widget.Rect{Y: y, W: cv.W(), H: 1}, theme.FocusMark)
			cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
		}
		st := theme.Plain
		if p.Lost[id] {
			st = theme.Ghost
			cv.Text(1, y, cv.Glyphs().Cross, theme.Warn)
		}
		cv.TextAuto(2, y, name, c.Portfolio().Account(id).Name, st, widget.Left)
		x := 2 + name
		for _, col := range columns {
			text := cv.Glyphs().Unknown
			if !p.Lost[id] {
				text = col.of(id)
			}
			cv.TextIn(x+2, y, col.width, text, st, widget.Right)
			x += col.width + 2
		}
	}
}

// tableColumn is a column of the twin.
type tableColumn struct {
	title string
	width int
	of    func(model.AccountID) string
}

func (p *Page) columns(c *kit.Context, s *score.Scores) []tableColumn {
	local := func(id model.AccountID) *score.Local { return s.Local(id) }
	if p.View == PlaneView {
		plane := s.Plane(p.lens)
		at := map[model.AccountID]*score.Placed{}
		for i := range plane.Places {
			at[plane.Places[i].Account] = &plane.Places[i]
		}
		number := func(of func(*score.Placed) float64) func(model.AccountID) string {
			return func(id model.AccountID) string {
				if x := at[id]; x != nil {
					return score.Print(model.Some(of(x)))
				}
				return c.Glyphs.Unknown
			}
		}
		return []tableColumn{
			{
				plane.Y,
				14,
				number(func(x *score.Placed) float64 { return x.Y }),
			},
			{plane.X, 10, number(func(x *score.Placed) float64 { return x.X })},
			{"S", 6, func(id model.AccountID) string { return score.Print(local(id).Strategic) }},
			{words.T("portfolio.corner"), 18, func(id model.AccountID) string {
				if x := at[id]; x != nil {
					return plane.Said(x)
				}
				return c.Glyphs.Unknown
			}},
			{words.T("portfolio.revenue-2"), 9, func(id model.AccountID) string { return kit.ShortMoney(local(id).Revenue) }},
		}
	}
	return p.paretoColumns(c, s)
}

func (p *Page) paretoColumns(c *kit.Context, s *score.Scores) []tableColumn {
	of, name := s.Revenue, "revenue"
	if p.View == whaleView {
		of, name = s.Contribution, "contribution"
	}
	rank, cum := map[model.AccountID]int{}, make([]float64, of.Known)
	sum := 0.0
	for k := range of.Known {
		rank[s.Portfolio().At(int(of.Order[k])).ID] = k
		v := of.Values[k]
		if p.View == paretoView {
			v = max(0, v)
		}
		sum += v
		cum[k] = sum
	}
	base := of.Base
	if p.View == whaleView {
		base = of.Total
	}
	with := func(text func(k int) string) func(model.AccountID) string {
		return func(id model.AccountID) string {
			if k, ok := rank[id]; ok {
				return text(k)
			}
			return c.Glyphs.Unknown
		}
	}
	percent := func(v float64) string {
		if base <= 0 {
			return c.Glyphs.Unknown
		}
		return score.Percentage(model.Some(v/base), 1)
	}
	class := func(of *score.Pareto) func(model.AccountID) string {
		return func(id model.AccountID) string { return of.Class[s.Portfolio().Index(id)].String() }
	}
	return []tableColumn{
		{words.T("portfolio.rank"), 5, with(func(k int) string { return strconv.Itoa(k + 1) })},
		{name, 14, with(func(k int) string { return score.Thousands(model.Some(of.Values[k])) })},
		{words.T("portfolio.share"), 8, with(func(k int) string { return percent(of.Values[k]) })},
		{words.T("portfolio.together"), 9, with(func(k int) string { return percent(cum[k]) })},
		{words.T("portfolio.by-rev"), 6, class(s.Revenue)}, {words.T("portfolio.by-contr"), 8, class(s.Contribution)},
	}
}

// drawWords says what a director should hear: the figures with their readings, the
// alarms, and who hangs on one weight.
func (p *Page) drawWords(c *kit.Context, s *score.Scores) {
	l := &p.list
	l.Head(words.T("portfolio.what-director-should-hear-2"))
	switch {
	case len(s.Alarms) > 0:
	case s.Revenue.Known == 0 || !s.Spearman.Known:
		l.Text(1, words.T("portfolio.no-alarm-too-little-known"), theme.Quiet)
	default:
		l.Text(1, words.T("portfolio.no-alarm-strategic-list-not"), theme.Good)
	}
	for _, a := range s.Alarms {
		l.Bullet(1, c.Glyphs.Flag, a.Text, theme.Warn)
	}
	l.Head(words.T("portfolio.figures-period", s.Period().Read()))
	g := kit.Grid{Heads: []string{"", "", ""}}
	for _, key := range score.PortfolioFigures() {
		e, _ := s.ExplainPortfolio(key)
		g.Rows = append(g.Rows, []string{e.Name, e.Shown(), e.Reading})
	}
	l.AddGrid(1, g)
	fragile := s.Sensitivity()
	l.Head(words.T("portfolio.fragile-one-weight-fifth-heavier"))
	if len(fragile) == 0 {
		l.Text(1, words.T("portfolio.none"), theme.Good)
	}
	for _, f := range fragile {
		for _, t := range f.Tips {
			name := c.Portfolio().Account(f.Account).Name
			if t.Heavier {
				l.Text(1, words.T("portfolio.heavier-makes-them", name, string(t.Factor), words.Here(t.To.String())), theme.Plain)
			} else {
				l.Text(1, words.T("portfolio.lighter-makes-them", name, string(t.Factor), words.Here(t.To.String())), theme.Plain)
			}
		}
	}
}
