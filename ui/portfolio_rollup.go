package ui

import (
	"cmp"
	"strconv"

	"accord/model"
	"accord/model/score"
	"accord/ui/theme"
)

// drawRollUp adds the portfolio up by customer group, owner, segment, country or
// tag; groups of several accounts list theirs.
func (p *portfolioPage) drawRollUp(c *ctx, s *score.Scores) {
	l := &p.list
	all := s.Portfolio().Len()
	l.head("By " + p.roll.String())
	if p.roll == score.RollTag {
		l.text(1, "An account counts in each of its tags.", theme.Quiet)
	}
	g := grid{heads: []string{p.roll.String(), "accounts", "revenue", "share", "contribution", "mean S", "strategic", "key", "neglected"}}
	total := model.Num{V: s.Revenue.Total, Known: s.Revenue.Known > 0}
	for _, r := range s.RollUp(p.roll) {
		share := model.Num{}
		if r.Revenue.Known && total.V > 0 {
			share = model.Some(r.Revenue.V / total.V)
		}
		g.rows = append(g.rows, []string{cmp.Or(r.Name, "none given"), strconv.Itoa(len(r.Accounts)), shortMoney(r.Revenue), score.Percentage(share, 0), shortMoney(r.Contribution), score.Print(r.Strategic),
			strconv.Itoa(r.Tiers[model.Strategic]), strconv.Itoa(r.Tiers[model.Key]), strconv.Itoa(r.Tiers[model.Neglected])})
	}
	l.addGrid(1, g)
	l.blank()
	l.text(1, plural(all, "account")+" in all, revenue "+shortMoney(total)+" · s: by customer group, owner, segment, country, tag", theme.Quiet)
}
