package score

import (
	"strconv"

	"accord/model"
	"accord/model/words"
)

func explainMargin(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{
		Value:   "–",
		Source:  words.T("score.docs-method-md-3-period", s.context.Period.Read()),
		Formula: words.T("score.contribution-revenue"),
	}
	if l.Period != nil {
		e.Value = Percentage(l.Period.Margin, 2)
	}
	for _, y := range l.Years {
		e.Inputs = append(e.Inputs, Input{Name: strconv.Itoa(y.Year), Value: Percentage(y.Margin, 2), Note: closedNote(y)})
	}
	if l.MarginErosion {
		e.Reading = MarginErosion.String()
	}
	if l.Period == nil || !l.Period.Margin.Known {
		e.Unknown = []string{words.T("score.revenue-cost-sales-period")}
	}
	return e
}

func closedNote(y YearFigures) string {
	switch {
	case !y.Closed:
		return words.T("score.year-not-closed")
	case y.Partial:
		return words.T("score.year-partial")
	}
	return ""
}

func explainGrowth(s *Scores, _ *model.Account, l *Local) Explanation {
	e := Explanation{
		Value:   Percentage(l.CAGR, 2),
		Read:    Percentage(l.CAGR, 1),
		Source:  words.T("score.docs-method-md-3"),
		Formula: words.T("score.last-first-1-years-1"),
	}
	for _, y := range l.Years {
		if y.Revenue.Known {
			e.Inputs = append(e.Inputs, Input{Name: strconv.Itoa(y.Year), Value: Exact(y.Revenue), Note: closedNote(y)})
		}
	}
	if !l.CAGR.Known {
		e.Unknown = []string{words.T("score.needs-two-closed-years-revenue")}
	}
	return e
}

func explainLifetime(s *Scores, a *model.Account, l *Local) Explanation {
	set := s.Settings()
	e := Explanation{
		Value:      Exact(s.Standing(a.ID).LifetimeValue),
		Source:     words.T("score.docs-method-md-3"),
		Formula:    "m × r / (1 + d − r)",
		Confidence: model.Num{V: l.ContributionConfidence, Known: l.Contribution.Known},
		Inputs: []Input{
			{Name: words.T("score.contribution-m"), Value: Exact(l.Contribution)},
			{Name: words.T("score.retention-r"), Value: model.PlainNumber(a.Retention.Or(set.Retention)), Source: retentionSource(a)},
			{Name: words.T("score.discount-d"), Value: model.PlainNumber(set.Discount), Source: "setting"},
		},
	}
	if !l.Contribution.Known {
		e.Unknown = []string{words.T("score.contribution-period")}
	}
	return e
}

// retentionSource says whose retention counts.
func retentionSource(a *model.Account) string {
	if a.Retention.Known {
		return words.T("score.of-this-account")
	}
	return words.T("score.the-setting")
}

func explainWhitespace(s *Scores, a *model.Account, _ *Local) Explanation {
	g := model.Whitespace(a, s.portfolio.Programme(), s.context.Period.Year)
	e := Explanation{
		Value:   Percentage(g.Total.Penetration, 0),
		Source:  words.T("score.docs-method-md-3"),
		Formula: words.T("score.penetration-current-cells-applicable-cells"),
	}
	for i, unit := range g.Units {
		e.Inputs = append(
			e.Inputs,
			Input{
				Name:  unit,
				Value: Percentage(g.ByUnit[i].Penetration, 0),
				Note: words.T(
					"score.current-gap",
					Exact(model.Some(g.ByUnit[i].Current)),
					Exact(model.Some(g.ByUnit[i].Gap)),
				),
			},
		)
	}
	if g.Total.Applicable == 0 {
		e.Unknown = []string{words.T("score.what-ours-they-could-use")}
	} else {
		e.Reading = words.T(
			"score.future-potential-which-current",
			Exact(model.Some(g.Total.Future)),
			Exact(model.Some(g.Total.Current)),
		)
	}
	return e
}

func explainValue(s *Scores, a *model.Account, l *Local) Explanation {
	v := l.Value
	e := Explanation{
		Value:      Print2(v.Score),
		Confidence: model.Some(v.Confidence),
		Source:     words.T("score.docs-method-md-6"),
		Formula:    words.T("score.100-0-40-verified-share"),
		Inputs: []Input{
			{Name: words.T("score.verified-share"), Value: Percentage(v.VerifiedShare, 2), Weight: "0.40"},
			{Name: words.T("score.beyond-product-share"), Value: Percentage(v.BeyondProduct, 2), Weight: "0.30"},
			{Name: "freshness", Value: Percentage(v.Freshness, 2), Weight: "0.30"},
		},
	}
	for i := range a.Values {
		if x := &a.Values[i]; x.Direction == model.ValueGiven {
			e.Inputs = append(e.Inputs, s.explainLine(x))
		}
	}
	if len(e.Inputs) == 3 {
		e.Reading = words.T("score.we-give-them-nothing-anybody")
	}
	return e
}

// explainLine says of a value line what V is made of: its money and day, how far it has
// come and what that counts, its level, and how often it comes.
func (s *Scores) explainLine(x *model.ValueLine) Input {
	in := Input{Name: x.Text, Value: x.Money.String(), Date: x.Start, Source: x.Evidence}
	if g := s.portfolio.Programme(); x.Money.Known() && x.Money.Currency != g.Currency {
		in.Value += " = " + Exact(model.Amount(x.Money, g, x.RateYear(g, s.today)))
	}
	recurrence := words.T("score.comes-once")
	if x.Recurring {
		recurrence = words.T("score.comes-every-year")
	}
	switch {
	case x.Status < model.ValueAgreed:
		in.Note = words.T("score.line-not-counted-yet", words.Here(x.Status.String()), model.Dash(words.Here(x.Level.String())), recurrence)
	case x.Status < model.ValueInDelivery:
		in.Note = words.T("score.line-counts-beyond", words.Here(x.Status.String()), model.Dash(words.Here(x.Level.String())), recurrence, Certain(x.Status))
	default:
		in.Note = words.T("score.line-counts-both", words.Here(x.Status.String()), model.Dash(words.Here(x.Level.String())), recurrence,
			Certain(x.Status), Believed(x.Status))
	}
	return in
}

// exchanged are the lines of which money is in given and received, and how much of it.
func (s *Scores) exchanged(a *model.Account) (out []Input) {
	g, p := s.portfolio.Programme(), s.context.Period
	from, to := p.Span(g.YearStarts)
	for i := range a.Values {
		x := &a.Values[i]
		money := model.PartOf(x.Money, g, p.Year, x.ShareOf(from, to, s.today))
		if x.Status < model.ValueRealised || p.Year == 0 || !money.Known || money.V == 0 {
			continue
		}
		in := Input{Name: x.Text, Value: Exact(money), Note: words.T("score.line-is-given"), Date: x.Start}
		if x.Direction != model.ValueGiven {
			in.Note = words.T("score.line-is-received")
		}
		out = append(out, in)
	}
	return out
}

func explainExchange(s *Scores, a *model.Account, l *Local) Explanation {
	v := l.Value
	e := Explanation{
		Value:   Decimals(v.Ratio, 4),
		Read:    Print2(v.Ratio),
		Source:  words.T("score.docs-method-md-6-year", s.context.Period.Read()),
		Formula: words.T("score.given-received-money-realised-verified"),
		Inputs: []Input{
			{Name: "given", Value: Exact(v.Given)},
			{Name: "received", Value: Exact(v.Received)},
			{Name: words.T("score.of-it-contribution"), Value: Exact(l.Contribution)},
		},
	}
	e.Inputs = append(e.Inputs, s.exchanged(a)...)
	switch {
	case !l.Contribution.Known:
		e.Unknown = []string{words.T("score.contribution-period")}
	case !v.Ratio.Known:
		e.Unknown = []string{words.T("score.something-given-something-received")}
	case v.Ratio.V < s.Settings().ExchangeLow:
		e.Reading = words.T("score.we-receive-more-than-we")
	case v.Ratio.V > s.Settings().ExchangeHigh:
		e.Reading = words.T("score.we-give-far-more-than")
	}
	return e
}

func explainInsight(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{
		Value:   Print2(l.Insight),
		Source:  words.T("score.docs-method-md-7"),
		Formula: words.T("score.100-mean-over-goal-pressure", model.PlainNumber(s.Settings().InsightHalfLife)),
	}
	have := map[model.InsightKind]bool{}
	for _, n := range a.Insights {
		have[n.Kind] = true
		e.Inputs = append(
			e.Inputs,
			Input{
				Name:   n.Text,
				Value:  Decimals(model.Some(n.Weight(s.Settings(), s.today)), 4),
				Date:   n.Date,
				Source: n.ToldBy,
				Note:   words.Here(n.Kind.String()),
			},
		)
	}
	for _, k := range scoredInsights {
		if !have[k] {
			e.Unknown = append(e.Unknown, words.T("score.one-theirs-known", words.Here(k.String())))
		}
	}
	return e
}
