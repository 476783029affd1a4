package report

import (
	"strconv"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
)

// standing is where an account stands: every figure as it explains itself, with
// the number that it prints.
func standing(s *score.Scores, a *model.Account) [][]Cell {
	var rows [][]Cell
	for _, f := range accountFigures {
		e, ok := s.Explain(a.ID, f.key)
		if !ok {
			continue
		}
		c := text(e.Value)
		if f.of != nil {
			c = f.of(s, a)
		}
		if f.key == "asymmetry" {
			c.Text = e.Value // it has its sign
		}
		rows = append(rows, []Cell{text(e.Name), c})
	}
	return append(rows, wording(words.T("report.tier"), words.Here(a.Tier.String())))
}

// accountFigures are the figures of an account in a report, and their numbers.
var accountFigures = []struct {
	key string
	of  func(*score.Scores, *model.Account) Cell
}{
	{"strategic", func(s *score.Scores, a *model.Account) Cell {
		return doubted(scoreCell(s.Local(a.ID).Strategic), s.Local(a.ID).StrategicConfidence)
	}},
	{"quadrant", nil},
	{"importance", func(s *score.Scores, a *model.Account) Cell {
		return doubted(scoreCell(s.Local(a.ID).Importance.Score), s.Local(a.ID).Importance.Confidence)
	}},
	{"position", func(s *score.Scores, a *model.Account) Cell {
		return doubted(scoreCell(s.Local(a.ID).Position.Score), s.Local(a.ID).Position.Confidence)
	}},
	{"asymmetry", func(s *score.Scores, a *model.Account) Cell { return scoreCell(s.Local(a.ID).Asymmetry) }},
	{"health", func(s *score.Scores, a *model.Account) Cell {
		return doubted(scoreCell(s.Standing(a.ID).Health), s.Standing(a.ID).HealthConfidence)
	}},
	{"attention", func(s *score.Scores, a *model.Account) Cell { return scoreCell(s.Standing(a.ID).Attention) }},
	{"relationship", func(s *score.Scores, a *model.Account) Cell {
		return doubted(scoreCell(s.Local(a.ID).Relationship.Score), s.Local(a.ID).Relationship.Confidence)
	}},
	{"value", func(s *score.Scores, a *model.Account) Cell { return scoreCell(s.Local(a.ID).Value.Score) }},
	{"insight", func(s *score.Scores, a *model.Account) Cell { return scoreCell(s.Local(a.ID).Insight) }},
	{"alignment", func(s *score.Scores, a *model.Account) Cell { return scoreCell(s.Standing(a.ID).Alignment) }},
	{"quality", func(s *score.Scores, a *model.Account) Cell { return scoreCell(s.Standing(a.ID).Quality) }},
	{"execution", func(s *score.Scores, a *model.Account) Cell { return share(hundredth(s.Local(a.ID).Execution), 0) }},
	{"revenue", func(s *score.Scores, a *model.Account) Cell {
		return thousands(s.Local(a.ID).Revenue).of(s.Portfolio().Programme().Currency)
	}},
	{"contribution", func(s *score.Scores, a *model.Account) Cell {
		return thousands(s.Local(a.ID).Contribution).of(s.Portfolio().Programme().Currency)
	}},
	{"wallet", func(s *score.Scores, a *model.Account) Cell {
		if y := s.Local(a.ID).Period; y != nil {
			return share(y.WalletShare, 1)
		}
		return share(model.Num{}, 1)
	}},
	{"growth", func(s *score.Scores, a *model.Account) Cell { return share(s.Local(a.ID).CAGR, 1) }},
}

// doubted is a number that not everything is known for, as the screen marks it.
func doubted(c Cell, confidence float64) Cell {
	switch {
	case c.Num.Known && confidence < 1:
		c.Text = score.Doubted(c.Num, confidence)
	case !c.Num.Known && confidence > 0:
		return text(score.Doubted(c.Num, confidence)) // no number, but why
	}
	return c
}

// hundredth is percent as a share.
func hundredth(n model.Num) model.Num {
	n.V /= 100
	return n
}

// portfolioFigures are the figures of the portfolio with what they mean; those
// that are several numbers or words stay as they are printed.
func portfolioFigures(s *score.Scores) [][]Cell {
	c := s.Concentration
	currency := s.Portfolio().Programme().Currency
	peak, _ := s.Contribution.Whale()
	numbers := map[string]Cell{
		"portfolio.revenue":      thousands(model.Num{V: s.Revenue.Total, Known: s.Revenue.Known > 0}).of(currency),
		"portfolio.contribution": thousands(model.Num{V: s.Contribution.Total, Known: s.Contribution.Known > 0}).of(currency),
		"portfolio.top20":        share(s.Revenue.TopShare(s.Revenue.TopFifth()), 0),
		"portfolio.cr1":          share(c.CR1, 1),
		"portfolio.cr3":          share(c.CR3, 1),
		"portfolio.cr5":          share(c.CR5, 1),
		"portfolio.hhi":          ratio(c.HHI, 4),
		"portfolio.effective":    ratio(c.Effective, 1),
		"portfolio.gini":         ratio(c.Gini, 4),
		"portfolio.whale":        share(hundredth(peak), 0),
		"portfolio.spearman":     ratio(s.Spearman, 2),
	}
	var rows [][]Cell
	for _, key := range score.PortfolioFigures() {
		e, _ := s.ExplainPortfolio(key)
		cell, ok := numbers[key]
		if n, err := strconv.Atoi(e.Value); !ok && err == nil {
			cell = plain(n)
		} else if !ok {
			cell = text(e.Value)
		}
		if cell.Text == "" {
			cell.Text = e.Value
		}
		reading := e.Reading
		if key == "portfolio.quadrants" { // a sentence, and no number
			cell, reading = Cell{}, e.Value
		}
		rows = append(rows, []Cell{text(e.Name), cell, text(reading)})
	}
	return rows
}
