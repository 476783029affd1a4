package exchange

import (
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
)

// notePeriod says when what comes in makes another year the year of the portfolio:
// every figure on every screen is of that year then.
func (pv *Preview) notePeriod(p *model.Portfolio, changed []*model.Account, o Options) {
	if pv.Change == nil || p.Len() == 0 ||
		!slices.ContainsFunc(changed, func(a *model.Account) bool { return figuresDiffer(p.Account(a.ID), a) }) {
		return
	}
	after, err := edit.After(p, o.Today, o.NewID, pv.Change)
	if err != nil {
		return // agreeing will say what is wrong
	}
	was, _ := score.PeriodOf(p, o.Today)
	is, with := score.PeriodOf(after, o.Today)
	if was == is || was.Year == 0 {
		return
	}
	pv.Notes = slices.Insert(
		pv.Notes,
		0,
		words.T("exchange.year-portfolio-becomes-revenue-f2", is.String(), was.String(), with, after.Len()),
	)
}

// figuresDiffer reports whether two versions of an account differ in their figures.
func figuresDiffer(was, is *model.Account) bool {
	if was == nil {
		return len(is.Years)+len(is.Transactions) > 0
	}
	return !slices.Equal(was.Years, is.Years) || !slices.Equal(was.Transactions, is.Transactions)
}
