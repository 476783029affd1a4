package score

import (
	"fmt"
	"strconv"

	"accord/model"
	"accord/model/words"
)

// PortfolioFigures lists the keys ExplainPortfolio takes, in reading order.
func PortfolioFigures() []string {
	return []string{
		"portfolio.revenue",
		"portfolio.contribution",
		"portfolio.abc",
		"portfolio.top20",
		"portfolio.cr1",
		"portfolio.cr3",
		"portfolio.cr5",
		"portfolio.hhi",
		"portfolio.effective",
		"portfolio.gini",
		"portfolio.whale",
		"portfolio.spearman",
		"portfolio.quadrants",
		"portfolio.strategic",
	}
}

// ExplainPortfolio explains one figure of the portfolio; ok is false when there
// is no such figure.
func (s *Scores) ExplainPortfolio(figure string) (Explanation, bool) {
	e := Explanation{Figure: figure, Source: words.T("score.docs-method-md-4-period", s.context.Period.Read())}
	e.Inputs = []Input{{Name: "accounts", Value: strconv.Itoa(s.Living())}, {Name: words.T("score.with-revenue"), Value: strconv.Itoa(s.Revenue.Known)}}
	c, revenue, contribution := s.ShownConcentration(), s.ShownRevenue(), s.ShownContribution()
	if s.ByGroup() {
		e.Inputs = append(e.Inputs, Input{Name: words.T("score.customer-groups-summed"), Value: strconv.Itoa(len(revenue.Order)),
			Note: words.T("score.member-unknown-in", s.Groups.Partly)})
	}
	set := func(name, value, formula, reading string) (Explanation, bool) {
		e.Name, e.Value, e.Formula, e.Reading = name, value, formula, reading
		return e, true
	}
	switch figure {
	case "portfolio.revenue":
		return set(words.T("score.revenue-portfolio"), Thousands(model.Num{V: s.Revenue.Total, Known: s.Revenue.Known > 0}), words.T("score.sum-over-accounts-known-revenue"), "")
	case "portfolio.contribution":
		return set(words.T("score.contribution-portfolio"), Thousands(model.Num{V: s.Contribution.Total, Known: s.Contribution.Known > 0}), words.T("score.sum-over-accounts-known-contribution"), words.T("score.known-accounts", s.Contribution.Known))
	case "portfolio.abc":
		n := revenue.Count
		return set(words.T("score.abc-by-revenue"), fmt.Sprintf("%d / %d / %d", n[ClassA], n[ClassB], n[ClassC]), words.T("score.largest-first-while-share-before"), "")
	case "portfolio.top20":
		k := revenue.TopFifth()
		return set(words.T("score.share-largest-fifth"), Percentage(revenue.TopShare(k), 0), words.T("score.revenue-largest-revenue-all", k), s.paretoAlarm())
	case "portfolio.cr1", "portfolio.cr3", "portfolio.cr5":
		n := figure[len(figure)-1:]
		v := map[string]model.Num{"1": c.CR1, "3": c.CR3, "5": c.CR5}[n]
		e.Read = Percentage(v, 1)
		return set(words.T("score.concentration-ratio-cr", n), Percentage(v, 2), words.T("score.revenue-largest-revenue-all-2", n), bandWord(c.CR1, s.Settings().LargestAmber, s.Settings().LargestRed, words.T("score.largest-account")))
	case "portfolio.hhi":
		e.Read = Decimals(c.HHI, 4)
		return set(words.T("score.herfindahl-index-hhi"), Decimals(c.HHI, 5), words.T("score.sum-squared-revenue-shares"), bandWord(c.HHI, s.Settings().HHIAmber, s.Settings().HHIRed, words.T("score.concentration")))
	case "portfolio.effective":
		e.Read = Decimals(c.Effective, 1)
		return set(words.T("score.effective-number-accounts"), Print2(c.Effective), words.T("score.1-hhi-as-many-equal"), "")
	case "portfolio.gini":
		return set(words.T("score.gini-coefficient"), Decimals(c.Gini, 4), words.T("score.2i-n-1-x-n"), "")
	case "portfolio.whale":
		peak, erosion := contribution.Whale()
		reading := words.T("score.erosion-earned-lost-again", Print(erosion))
		if !peak.Known {
			reading = words.T("score.needs-positive-total-known-contributions")
		}
		return set(words.T("score.whale-curve"), inPercent(peak), words.T("score.highest-point-cumulative-contribution-as"), reading)
	case "portfolio.spearman":
		return set(words.T("score.revenue-against-strategic-score"), Decimals(s.Spearman, 2), words.T("score.spearman-rank-correlation-over-accounts"), words.T("score.above-0-90-strategic-list", s.Rated))
	case "portfolio.quadrants":
		q, doubtful := s.Quadrants, 0
		for _, n := range s.Provisional {
			doubtful += n
		}
		return set(words.T("score.accounts-per-quadrant"), words.T("score.partner-exposed-leverage-transact-unknown", q[Partner], q[Exposed], q[Leverage], q[Transact], q[QuadrantUnknown]), words.T("score.importance-position-against-cut"), words.T("score.provisional-more", doubtful))
	case "portfolio.strategic":
		return set(words.T("score.accounts-tier-strategic"), strconv.Itoa(s.strategic), words.T("score.counted-more-than-cannot-served", model.PlainNumber(s.Settings().MaxStrategic)), "")
	}
	return Explanation{}, false
}

// bandWord reads a value against METHOD §4's bands.
func bandWord(n model.Num, low, high float64, what string) string {
	switch {
	case !n.Known:
		return ""
	case n.V < low:
		return words.T("score.low-no-worry", what)
	case n.V <= high:
		return words.T("score.moderate-keep-eye", what)
	}
	return words.T("score.high-risk-itself", what)
}
