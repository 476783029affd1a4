package portfolio

import (
	"cmp"
	"strconv"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
)

// drawRollUp adds the portfolio up by customer group, owner, segment, country or
// tag; groups of several accounts list theirs.
func (p *Page) drawRollUp(c *kit.Context, s *score.Scores) {
	l := &p.list
	all := s.Living()
	l.Head(words.T("portfolio.by", words.Here(p.roll.String())))
	if p.roll == score.RollTag {
		l.Text(1, words.T("portfolio.account-counts-each-tags"), theme.Quiet)
	}
	g := kit.Grid{
		Heads: []string{
			words.Here(p.roll.String()),
			words.T("portfolio.accounts"),
			words.T("portfolio.revenue-2"),
			words.T("portfolio.share"),
			words.T("portfolio.contribution"),
			words.T("portfolio.mean-s"),
			words.T("portfolio.strategic"),
			words.T("portfolio.key"),
			words.T("portfolio.neglected"),
		},
	}
	total := model.Num{V: s.Revenue.Total, Known: s.Revenue.Known > 0}
	for _, r := range s.RollUp(p.roll) {
		share := model.Num{}
		if r.Revenue.Known && total.V > 0 {
			share = model.Some(r.Revenue.V / total.V)
		}
		g.Rows = append(
			g.Rows,
			[]string{
				cmp.Or(r.Name, words.T("portfolio.none-given")),
				strconv.Itoa(len(r.Accounts)),
				kit.ShortMoney(r.Revenue),
				score.Percentage(share, 0),
				kit.ShortMoney(r.Contribution),
				score.Print(r.Strategic),
				strconv.Itoa(r.Tiers[model.Strategic]),
				strconv.Itoa(r.Tiers[model.Key]),
				strconv.Itoa(r.Tiers[model.Neglected]),
			},
		)
	}
	l.AddGrid(1, g)
	l.Blank()
	l.Text(1, words.T("portfolio.all-revenue-s-by-customer", all, kit.ShortMoney(total)), theme.Quiet)
}
