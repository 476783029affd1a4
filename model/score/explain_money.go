package score

import (
	"fmt"
	"strconv"

	"accord/model"
)

func explainMargin(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{Value: "–", Source: "docs/method.md §3, period " + s.period.String(), Formula: "contribution / revenue"}
	if l.Period != nil {
		e.Value = Percentage(l.Period.Margin, 1)
	}
	for _, y := range l.Years {
		e.Inputs = append(e.Inputs, Input{Name: strconv.Itoa(y.Year), Value: Percentage(y.Margin, 1), Note: closedNote(y)})
	}
	if l.MarginErosion {
		e.Reading = MarginErosion.String()
	}
	if l.Period == nil || !l.Period.Margin.Known {
		e.Unknown = []string{"revenue and cost of sales of the period"}
	}
	return e
}

func closedNote(y YearFigures) string {
	if y.Closed {
		return ""
	}
	return "year not closed"
}

func explainGrowth(s *Scores, _ *model.Account, l *Local) Explanation {
	e := Explanation{Value: Percentage(l.CAGR, 1), Source: "docs/method.md §3", Formula: "(last / first) ^ (1 / years) − 1, between the first and the last closed year with known revenue"}
	for _, y := range l.Years {
		if y.Revenue.Known {
			e.Inputs = append(e.Inputs, Input{Name: strconv.Itoa(y.Year), Value: Thousands(y.Revenue), Note: closedNote(y)})
		}
	}
	if !l.CAGR.Known {
		e.Unknown = []string{"needs two closed years with revenue, the first above 0"}
	}
	return e
}

func explainLifetime(s *Scores, a *model.Account, l *Local) Explanation {
	set := s.Settings()
	e := Explanation{Value: Thousands(s.Standing(a.ID).LifetimeValue), Source: "docs/method.md §3", Formula: "m × r / (1 + d − r)", Confidence: model.Num{V: l.ContributionConfidence, Known: l.Contribution.Known},
		Inputs: []Input{{Name: "contribution m", Value: Thousands(l.Contribution)}, {Name: "retention r", Value: model.PlainNumber(set.Retention), Source: "setting"}, {Name: "discount d", Value: model.PlainNumber(set.Discount), Source: "setting"}}}
	if !l.Contribution.Known {
		e.Unknown = []string{"contribution of the period"}
	}
	return e
}

func explainWhitespace(s *Scores, a *model.Account, _ *Local) Explanation {
	g := model.Whitespace(a, s.portfolio.Programme(), s.period.Year)
	e := Explanation{Value: Percentage(g.Total.Penetration, 0), Source: "docs/method.md §3", Formula: "penetration: current cells / applicable cells of units × offerings"}
	for i, unit := range g.Units {
		e.Inputs = append(e.Inputs, Input{Name: unit, Value: Percentage(g.ByUnit[i].Penetration, 0), Note: fmt.Sprintf("current %s, gap %s", Thousands(model.Some(g.ByUnit[i].Current)), Thousands(model.Some(g.ByUnit[i].Gap)))})
	}
	if g.Total.Applicable == 0 {
		e.Unknown = []string{"what of ours they could use, and where"}
	} else {
		e.Reading = "Future potential " + Thousands(model.Some(g.Total.Future)) + ", of which " + Thousands(model.Some(g.Total.Current)) + " is current."
	}
	return e
}

func explainValue(_ *Scores, a *model.Account, l *Local) Explanation {
	v := l.Value
	e := Explanation{Value: Print2(v.Score), Source: "docs/method.md §6", Formula: "100 × (0.40 × verified share + 0.30 × beyond-product share + 0.30 × freshness), over lines we give that are agreed or more",
		Inputs: []Input{{Name: "verified share", Value: Percentage(model.Some(v.VerifiedShare), 0), Weight: "0.40"}, {Name: "beyond-product share", Value: Percentage(model.Some(v.BeyondProduct), 0), Weight: "0.30"},
			{Name: "freshness", Value: Percentage(model.Some(v.Freshness), 0), Weight: "0.30"}}}
	for i := range a.Values {
		x := &a.Values[i]
		if x.Direction == model.ValueGiven {
			note := x.Status.String()
			if x.Status < model.ValueAgreed {
				note += ", counts nowhere yet"
			}
			e.Inputs = append(e.Inputs, Input{Name: x.Text, Value: x.Money.String(), Date: x.Start, Source: x.Evidence, Note: note})
		}
	}
	if len(e.Inputs) == 3 {
		e.Reading = "We give them nothing that anybody wrote down."
	}
	return e
}

func explainExchange(s *Scores, a *model.Account, l *Local) Explanation {
	v := l.Value
	e := Explanation{Value: Print2(v.Ratio), Source: "docs/method.md §6, year " + s.period.String(), Formula: "given / received: money of realised and verified lines of the year, and what we earn with them",
		Inputs: []Input{{Name: "given", Value: Thousands(v.Given)}, {Name: "received", Value: Thousands(v.Received)}, {Name: "of it contribution", Value: Thousands(l.Contribution)}}}
	switch {
	case !v.Ratio.Known:
		e.Unknown = []string{"something given, and something received"}
	case v.Ratio.V < s.Settings().ExchangeLow:
		e.Reading = "We receive more than we give: they may notice."
	case v.Ratio.V > s.Settings().ExchangeHigh:
		e.Reading = "We give far more than we receive."
	}
	return e
}

func explainInsight(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{Value: Print2(model.Some(l.Insight)), Source: "docs/method.md §7", Formula: "100 × mean over goal, pressure, initiative, KPI and decision process of the best insight's weight: 1 confirmed, 0.4 assumed, halved every " + model.PlainNumber(s.Settings().InsightHalfLife) + " days"}
	have := map[model.InsightKind]bool{}
	for _, n := range a.Insights {
		have[n.Kind] = true
		e.Inputs = append(e.Inputs, Input{Name: n.Text, Value: Print2(model.Some(n.Weight(s.Settings(), s.today))), Date: n.Date, Source: n.ToldBy, Note: n.Kind.String()})
	}
	for _, k := range scoredInsights {
		if !have[k] {
			e.Unknown = append(e.Unknown, "one of theirs that is known: "+k.String())
		}
	}
	return e
}
