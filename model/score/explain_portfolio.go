package score

import (
	"fmt"
	"math"
	"strconv"

	"accord/model"
)

// RoundHalfAway rounds to decimals, half away from zero. Rounding happens only
// here, when a number is printed.
func RoundHalfAway(v float64, decimals int) float64 {
	p := math.Pow10(decimals)
	// a nudge of a few ulps keeps 0.285 printing as 0.29, as people expect of decimals
	x := v * p
	r := math.Round(x + math.Copysign(math.Abs(x)*4e-16, x))
	if r == 0 {
		return 0 // never "-0"
	}
	return r / p
}

// PortfolioFigures lists the keys ExplainPortfolio takes, in reading order.
func PortfolioFigures() []string {
	return []string{"portfolio.revenue", "portfolio.contribution", "portfolio.abc", "portfolio.top20", "portfolio.cr1", "portfolio.cr3", "portfolio.cr5",
		"portfolio.hhi", "portfolio.effective", "portfolio.gini", "portfolio.whale", "portfolio.spearman", "portfolio.quadrants", "portfolio.strategic"}
}

// ExplainPortfolio explains one figure of the portfolio; ok is false when there
// is no such figure.
func (s *Scores) ExplainPortfolio(figure string) (Explanation, bool) {
	e := Explanation{Figure: figure, Source: "docs/method.md §4, period " + s.period.String()}
	e.Inputs = []Input{{Name: "accounts", Value: strconv.Itoa(s.portfolio.Len())}, {Name: "with revenue", Value: strconv.Itoa(s.Revenue.Known)}}
	c := s.Concentration
	set := func(name, value, formula, reading string) (Explanation, bool) {
		e.Name, e.Value, e.Formula, e.Reading = name, value, formula, reading
		return e, true
	}
	switch figure {
	case "portfolio.revenue":
		return set("Revenue of the portfolio", Thousands(model.Num{V: s.Revenue.Total, Known: s.Revenue.Known > 0}), "sum over accounts with known revenue", "")
	case "portfolio.contribution":
		return set("Contribution of the portfolio", Thousands(model.Num{V: s.Contribution.Total, Known: s.Contribution.Known > 0}), "sum over accounts with known contribution", fmt.Sprintf("Known for %d accounts.", s.Contribution.Known))
	case "portfolio.abc":
		n := s.Revenue.Count
		return set("ABC by revenue", fmt.Sprintf("%d / %d / %d", n[ClassA], n[ClassB], n[ClassC]), "largest first: A while the share before the account is below 80 %, B below 95 %, C the rest", "")
	case "portfolio.top20":
		k := s.Revenue.TopFifth()
		return set("Share of the largest fifth", Percentage(s.Revenue.TopShare(k), 0), fmt.Sprintf("revenue of the %d largest / revenue of all", k), s.paretoAlarm())
	case "portfolio.cr1", "portfolio.cr3", "portfolio.cr5":
		n := figure[len(figure)-1:]
		v := map[string]model.Num{"1": c.CR1, "3": c.CR3, "5": c.CR5}[n]
		return set("Concentration ratio CR"+n, Percentage(v, 2), "revenue of the "+n+" largest / revenue of all", bandWord(c.CR1, s.Settings().LargestAmber, s.Settings().LargestRed, "the largest account"))
	case "portfolio.hhi":
		return set("Herfindahl index HHI", decimals(c.HHI, 5), "sum of the squared revenue shares", bandWord(c.HHI, s.Settings().HHIAmber, s.Settings().HHIRed, "concentration"))
	case "portfolio.effective":
		return set("Effective number of accounts", Print2(c.Effective), "1 / HHI: as many equal accounts would be as concentrated", "")
	case "portfolio.gini":
		return set("Gini coefficient", decimals(c.Gini, 4), "Σ(2i − n − 1)·x / (n·Σx), revenue ascending: 0 all alike, 1 one has all", "")
	case "portfolio.whale":
		peak, erosion := s.Contribution.Whale()
		reading := "Erosion: " + Print(erosion) + " % is earned and lost again."
		if !peak.Known {
			reading = "Needs a positive total of known contributions."
		}
		return set("Whale curve", inPercent(peak), "highest point of cumulative contribution as % of the total, largest first", reading)
	case "portfolio.spearman":
		return set("Revenue against strategic score", decimals(s.Spearman, 2), "Spearman rank correlation, over accounts with both, from 8 accounts", "Above 0.90 the strategic list is merely the revenue list.")
	case "portfolio.quadrants":
		q := s.Quadrants
		return set("Accounts per quadrant", fmt.Sprintf("%d partner · %d exposed · %d leverage · %d transact · %d unknown", q[Partner], q[Exposed], q[Leverage], q[Transact], q[QuadrantUnknown]), "importance and position against the cut", "")
	case "portfolio.strategic":
		n := 0
		for _, a := range s.portfolio.Accounts() {
			if a.Tier == model.Strategic {
				n++
			}
		}
		return set("Accounts in tier strategic", strconv.Itoa(n), "counted; more than "+model.PlainNumber(s.Settings().MaxStrategic)+" cannot be served as such", "")
	}
	return Explanation{}, false
}

func decimals(n model.Num, d int) string {
	if !n.Known {
		return "–"
	}
	return strconv.FormatFloat(RoundHalfAway(n.V, d), 'f', d, 64)
}

// bandWord reads a value against METHOD §4's bands.
func bandWord(n model.Num, low, high float64, what string) string {
	switch {
	case !n.Known:
		return ""
	case n.V < low:
		return "Low: " + what + " is no worry."
	case n.V <= high:
		return "Moderate: keep an eye on " + what + "."
	}
	return "High: " + what + " is a risk in itself."
}
