package report

import (
	"strconv"

	"accord/model"
	"accord/model/score"
)

// portfolio is the portfolio for a director: what they should hear, where the
// accounts are, who brings what.
func portfolio(s *score.Scores, _ *model.Account) *Report {
	r := &Report{}
	r.head("What a director should hear")
	var alarms []string
	for _, a := range s.Alarms {
		alarms = append(alarms, a.Text)
	}
	switch {
	case len(alarms) > 0:
	case s.Revenue.Known == 0 || !s.Spearman.Known:
		alarms = []string{"No alarm, and too little is known for one: it takes revenue of the period and the strategic scores of eight accounts."}
	default:
		alarms = []string{"No alarm."}
	}
	r.list(alarms...)
	r.head("Where the accounts are")
	p := s.Plane(score.FirstLens)
	word := func(q score.Quadrant) string { return p.Word(q) + " " + strconv.Itoa(p.Counts[q]) }
	plane := Plane{X: p.X, Y: p.Y, CutX: p.CutX, CutY: p.CutY, Corners: [4]string{word(score.Exposed), word(score.Partner), word(score.Transact), word(score.Leverage)}}
	for _, x := range p.Places {
		plane.Dots = append(plane.Dots, Dot{x.X, x.Y, s.Portfolio().Account(x.Account).Name})
	}
	caption := p.Y + " over " + p.X
	if p.Unplaced > 0 {
		caption += ": " + strconv.Itoa(p.Unplaced) + " of " + strconv.Itoa(s.Portfolio().Len()) + " accounts are not placed, because a score is unknown"
	}
	r.Nodes = append(r.Nodes, Node{Kind: Chart, Text: caption, Points: plane})
	r.head("Who brings what")
	curve(r, s, s.Revenue, s.Revenue.Cumulative(), "Cumulative revenue", 0.80, 0.95)
	curve(r, s, s.Contribution, s.Contribution.Cumulative(), "Cumulative contribution", 0.80, 0.95)
	if peak, erosion := s.Contribution.Whale(); peak.Known {
		curve(r, s, s.Contribution, s.Contribution.WhaleCurve(), "Whale curve of contribution: peak "+score.Print(peak)+" %, of which "+score.Print(erosion)+" points are lost again", 1)
	}
	r.head("Figures, period " + s.Period().String())
	r.grid(portfolioFigures(s), "figure", "value#", "reading")
	r.head("Accounts")
	var rows [][]Cell
	for _, i := range s.Order {
		a := s.Portfolio().At(int(i))
		l, t := s.Local(a.ID), s.Standing(a.ID)
		rows = append(rows, append(words(a.Name, a.Tier.String(), s.Quadrant(a.ID).String()), scoreCell(l.Strategic), rounded(t.Health), rounded(t.Attention), thousands(l.Revenue), thousands(l.Contribution),
			text(s.Revenue.Class[i].String()+" / "+s.Contribution.Class[i].String())))
	}
	r.grid(rows, "account", "tier", "quadrant", "S#", "H#", "attention#", "revenue#", "contribution#", "class")
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
		caption += ": " + strconv.Itoa(of.TopFifth()) + " of " + strconv.Itoa(of.Known) + " accounts bring " + score.Percentage(of.TopShare(of.TopFifth()), 0)
	}
	r.Nodes = append(r.Nodes, Node{Kind: Line, Text: caption, Curve: c})
}
