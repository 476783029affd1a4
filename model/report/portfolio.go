package report

import (
	"strconv"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
)

// portfolio is the portfolio for a director: what they should hear, where the
// accounts are, who brings what.
func portfolio(s *score.Scores, _ *model.Account) *Report {
	r := &Report{}
	r.head(words.T("report.what-director-should-hear"))
	var alarms []string
	for _, a := range s.Alarms {
		alarms = append(alarms, a.Text)
	}
	switch {
	case len(alarms) > 0:
	case s.Revenue.Known == 0 || !s.Spearman.Known:
		alarms = []string{words.T("report.no-alarm-too-little-known")}
	default:
		alarms = []string{words.T("report.no-alarm")}
	}
	r.list(alarms...)
	r.head(words.T("report.where-accounts"))
	p := s.Plane(score.FirstLens)
	word := func(q score.Quadrant) string { return p.Word(q) + " " + strconv.Itoa(p.Counts[q]) }
	plane := Plane{X: p.X, Y: p.Y, CutX: p.CutX, CutY: p.CutY, Corners: [4]string{word(score.Exposed), word(score.Partner), word(score.Transact), word(score.Leverage)}}
	for _, x := range p.Places {
		plane.Dots = append(plane.Dots, Dot{x.X, x.Y, s.Portfolio().Account(x.Account).Name})
	}
	caption := words.T("report.over", p.Y, p.X)
	if p.Unplaced > 0 {
		caption = words.T("report.over-not-placed", p.Y, p.X, p.Unplaced, s.Living())
	}
	r.Nodes = append(r.Nodes, Node{Kind: Chart, Text: caption, Points: plane})
	r.head(words.T("report.who-brings-what"))
	curve(r, s, s.ShownRevenue(), s.ShownRevenue().Cumulative(), words.T("report.cumulative-revenue"), 0.80, 0.95)
	curve(r, s, s.ShownContribution(), s.ShownContribution().Cumulative(), words.T("report.cumulative-contribution"), 0.80, 0.95)
	if peak, erosion := s.ShownContribution().Whale(); peak.Known {
		curve(r, s, s.ShownContribution(), s.ShownContribution().WhaleCurve(), words.T("report.whale-curve-contribution-peak-which", score.Print(peak), score.Print(erosion)), 1)
	}
	r.head(words.T("report.figures-period", s.Period().Read()))
	r.grid(portfolioFigures(s), words.T("report.figure"), words.T("report.value-3"), words.T("report.reading"))
	r.head(words.T("report.accounts"))
	var rows [][]Cell
	for _, i := range s.Order {
		a := s.Portfolio().At(int(i))
		l, t := s.Local(a.ID), s.Standing(a.ID)
		rows = append(rows, append(wording(a.Name, words.Here(a.Tier.String()), s.QuadrantWordAt(int(i))), scoreCell(l.Strategic), scoreCell(t.Health), scoreCell(t.Attention), thousands(l.Revenue), thousands(l.Contribution),
			text(s.Revenue.Class[i].String()+" / "+s.Contribution.Class[i].String())))
	}
	r.grid(rows, words.T("report.account"), words.T("report.tier-2"), words.T("report.quadrant"), "S#", "H#", words.T("report.attention"), words.T("report.revenue"), words.T("report.contribution"), words.T("report.class"))
	return r
}

// curve adds a cumulative curve; one that is nil has nothing to say. Its caption
// says the same in words, for those who do not see it.
func curve(r *Report, s *score.Scores, of *score.Pareto, shares []float64, caption string, levels ...float64) {
	if len(shares) == 0 {
		return
	}
	c := Curve{Shares: shares, Levels: levels}
	for _, i := range of.Order[:len(shares)] {
		c.Names = append(c.Names, s.Portfolio().At(int(i)).Name)
	}
	if len(levels) > 1 {
		caption = words.T(
			"report.accounts-bring",
			caption,
			of.TopFifth(),
			of.Known,
			score.Percentage(of.TopShare(of.TopFifth()), 0),
		)
	}
	r.Nodes = append(r.Nodes, Node{Kind: Line, Text: caption, Curve: c})
}
