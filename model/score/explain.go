package score

import (
	"cmp"
	"strconv"

	"accord/model"
	"accord/model/words"
)

// Explanation is what a number says for itself: what it is called, how it comes
// about, from what, and what is missing. Every figure on a screen has one.
type Explanation struct {
	Figure     string // key, such as strategic or portfolio.hhi
	Name       string
	Value      string    // as it is explained
	Read       string    // as it is read elsewhere, where that has other decimals; see Shown
	Formula    string    // in words
	Confidence model.Num // 0..1, unknown where the figure has none
	Inputs     []Input
	Unknown    []string // inputs nobody has given yet
	Reading    string   // what the value means, in a sentence; may be empty
	Source     string   // the instrument or section it comes from
}

// Shown is the value as pages, papers and tables have it.
func (e Explanation) Shown() string { return cmp.Or(e.Read, e.Value) }

// Input is one number that went into a figure.
type Input struct {
	Name, Value, Weight, Source string
	Date                        model.Date
	Note                        string
}

// figures lists what Explain can explain for an account, with its name.
var accountFigures = words.Table(func() []struct {
	key, name string
	explain   func(*Scores, *model.Account, *Local) Explanation
} {
	return []struct {
		key, name string
		explain   func(*Scores, *model.Account, *Local) Explanation
	}{
		{"strategic", words.T("score.strategic-score-s"), explainStrategic},
		{"importance", words.T("score.impact-if-lost-importance"), explainInstrument("importance")},
		{"position", words.T("score.our-position-as-supplier"), explainInstrument("position")},
		{"receptivity", words.T("score.receptivity"), explainInstrument("receptivity")},
		{"asymmetry", words.T("score.asymmetry"), explainAsymmetry},
		{"quadrant", words.T("score.quadrant"), explainQuadrant},
		{"health", words.T("score.health-h"), explainHealth},
		{"attention", words.T("score.attention"), explainAttention},
		{"flags", words.T("score.flags"), explainFlags},
		{"attractiveness", words.T("score.attractiveness-second-lens"), explainInstrument("attractiveness")},
		{"strength", words.T("score.business-strength-second-lens"), explainInstrument("strength")},
		{"revenue", words.T("score.revenue"), explainRevenue},
		{"contribution", words.T("score.contribution"), explainContribution},
		{"margin", words.T("score.margin"), explainMargin},
		{"wallet", words.T("score.share-wallet"), explainWallet},
		{"growth", words.T("score.growth-year-cagr"), explainGrowth},
		{"lifetime_value", words.T("score.lifetime-value"), explainLifetime},
		{"commercial", words.T("score.commercial-score"), explainCommercial},
		{"whitespace", words.T("score.whitespace"), explainWhitespace},
		{"abc", words.T("score.abc-class"), explainClass},
		{"relationship", words.T("score.relationship-r"), explainRelationship},
		{"coverage", words.T("score.coverage-index"), explainCoverage},
		{"support", words.T("score.support-index"), explainSupport},
		{"bow_tie", words.T("score.bow-tie-index"), explainBowTie},
		{"thread", words.T("score.thread-index"), explainThread},
		{"threads", words.T("score.threads"), explainThreads},
		{"zipper", words.T("score.zipper"), explainZipper},
		{"level_gap", words.T("score.level-gap"), explainLevelGap},
		{"status", words.T("score.account-status"), explainStatus},
		{"value", words.T("score.value-v"), explainValue},
		{"exchange", words.T("score.exchange-ratio"), explainExchange},
		{"insight", words.T("score.insight-i"), explainInsight},
		{"alignment", words.T("score.internal-alignment"), explainAlignment},
		{"stage", words.T("score.relational-stage"), explainStage},
		{"quality", words.T("score.plan-quality"), explainQuality},
		{"execution", words.T("score.execution"), explainExecution},
		{"plan", words.T("score.plan-p"), explainPlan},
	}
})

// AccountFigures lists the keys Explain takes for an account, in reading order.
func AccountFigures() []string {
	keys := make([]string, len(accountFigures()))
	for i, f := range accountFigures() {
		keys[i] = f.key
	}
	return keys
}

// Explain explains one figure of an account; ok is false when there is no such
// figure. A factor's full key explains the instrument it belongs to.
func (s *Scores) Explain(id model.AccountID, figure string) (e Explanation, ok bool) {
	a, l := s.portfolio.Account(id), s.Local(id)
	if a == nil {
		return e, false
	}
	if in, _ := s.portfolio.Programme().MethodPack().Factor(model.FactorKey(figure)); in != nil {
		e = explainInstrument(in.Key)(s, a, l)
		e.Figure, e.Name = in.Key, in.Name
		return e, true
	}
	for _, f := range accountFigures() {
		if f.key == figure {
			e = f.explain(s, a, l)
			e.Figure, e.Name = f.key, f.name
			return e, true
		}
	}
	return e, false
}

func explainStrategic(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{
		Value:      Print2(l.Strategic),
		Formula:    words.T("score.square-root-importance-position-either"),
		Confidence: model.Num{V: l.StrategicConfidence, Known: l.Strategic.Known},
		Source:     words.T("score.docs-method-md-2"),
		Inputs: []Input{
			{Name: "importance", Value: Print2(l.Importance.Score)},
			{Name: "position", Value: Print2(l.Position.Score)},
		},
	}
	if !l.Importance.Score.Known {
		e.Unknown = append(e.Unknown, words.T("score.importance-no-factor-rated-yet"))
	}
	if !l.Position.Score.Known {
		e.Unknown = append(e.Unknown, words.T("score.position-no-factor-rated-yet"))
	}
	return e
}

func explainInstrument(key string) func(*Scores, *model.Account, *Local) Explanation {
	return func(s *Scores, a *model.Account, l *Local) Explanation {
		in := s.portfolio.Programme().MethodPack().Instrument(key)
		if in == nil {
			return Explanation{Value: "–", Formula: words.T("score.method-pack-this-file-no")}
		}
		score := OfInstrument(in, a.Ratings)
		e := Explanation{
			Value:      Print2(score.Score),
			Confidence: model.Some(score.Confidence),
			Source:     in.Name + ": " + in.Question,
			Formula:    words.T("score.100-weight-rating-5-weight"),
		}
		if score.Gap.Known {
			e.Reading = words.T("score.where-both-known-we-rate", signed(score.Gap))
		}
		for i := range in.Factors {
			f := &in.Factors[i]
			r := a.Ratings[f.Full()]
			used := r.Used()
			if !used.Known() {
				e.Unknown = append(e.Unknown, words.T("score.factor-of-weight", f.Name, f.Weight, f.Question))
				continue
			}
			input := Input{
				Name:   f.Name,
				Value:  used.String(),
				Weight: strconv.Itoa(f.Weight),
				Source: r.Source,
				Date:   r.Date,
				Note:   r.Note,
			}
			if r.Verified.Known() {
				input.Value += " " + words.T("score.customer-ours", r.Ours.String())
			}
			e.Inputs = append(e.Inputs, input)
		}
		return e
	}
}

func signed(n model.Num) string {
	if n.V > 0 {
		return "+" + Print(n)
	}
	return Print(n)
}

func explainAsymmetry(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{
		Value:   signed(l.Asymmetry),
		Formula: words.T("score.importance-position"),
		Source:  words.T("score.docs-method-md-2"),
		Inputs: []Input{
			{Name: "importance", Value: Print2(l.Importance.Score)},
			{Name: "position", Value: Print2(l.Position.Score)},
		},
	}
	switch v := l.Asymmetry.V; {
	case !l.Asymmetry.Known:
		e.Value, e.Unknown = "–", []string{words.T("score.needs-importance-position")}
	case v > s.Settings().AsymmetryAmber:
		e.Reading = words.T("score.they-matter-more-us-than")
	case v < -s.Settings().AsymmetryAmber:
		e.Reading = words.T("score.we-matter-more-them-than")
	default:
		e.Reading = words.T("score.balanced")
	}
	return e
}

func explainQuadrant(s *Scores, a *model.Account, l *Local) Explanation {
	i := s.portfolio.Index(a.ID)
	e := Explanation{
		Value:   s.QuadrantWordAt(i),
		Source:  words.T("score.docs-method-md-2"),
		Reading: s.TierAdvice(a.ID),
		Formula: words.T(
			"score.importance-at-or-above-position",
			Print2(model.Some(s.ImportanceCut)),
			Print2(model.Some(s.PositionCut)),
		),
		Inputs: []Input{
			{Name: "importance", Value: Print2(l.Importance.Score)},
			{Name: "position", Value: Print2(l.Position.Score)},
		},
	}
	if s.portfolio.Programme().MedianCut {
		e.Formula += " " + words.T("score.portfolios-medians")
	}
	return e
}

func explainRevenue(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{
		Value:   s.portfolio.Programme().Currency.Beside(Exact(l.Revenue)),
		Source:  words.T("score.docs-method-md-3-period", s.context.Period.Read()),
		Formula: words.T("score.typed-by-hand-else-sum"),
	}
	for _, y := range l.Years {
		in := Input{Name: strconv.Itoa(y.Year), Value: Exact(y.Revenue), Source: "typed"}
		if y.FromImport {
			in.Source = words.T("score.sum-imported-transactions")
		}
		in.Note = closedNote(y)
		e.Inputs = append(e.Inputs, in)
	}
	if s.context.Period.Months() {
		e.Inputs = append([]Input{{Name: s.context.Period.Read(), Value: Exact(l.Revenue)}}, e.Inputs...)
	}
	if !l.Revenue.Known {
		e.Value, e.Unknown = "–", []string{words.T("score.revenue-type-under-figures-or", model.Dash(s.context.Period.Read()))}
	}
	if share := s.Revenue.Share(l.Revenue); share.Known {
		e.Reading = words.T("score.portfolios-revenue", Percentage(share, 2))
	}
	return e
}

func explainContribution(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{
		Value:      Exact(l.Contribution),
		Formula:    words.T("score.revenue-cost-sales-cost-serve"),
		Source:     words.T("score.docs-method-md-3-period", s.context.Period.Read()),
		Confidence: model.Num{V: l.ContributionConfidence, Known: l.Contribution.Known},
	}
	if l.Period == nil {
		e.Unknown = append(e.Unknown, words.T("score.figures-of", model.Dash(s.context.Period.Read())))
	}
	if y := l.Period; y != nil {
		e.Inputs = []Input{
			{Name: "revenue", Value: Exact(y.Revenue)},
			{Name: words.T("score.cost-sales"), Value: Exact(y.CostOfSales)},
			{Name: words.T("score.cost-serve"), Value: Exact(y.CostToServe)},
		}
		if !y.CostOfSales.Known {
			e.Unknown = append(e.Unknown, words.T("score.cost-sales-without-there-no"))
		}
		if !y.CostToServe.Known {
			e.Unknown = append(e.Unknown, words.T("score.cost-serve-computed-without-confidence"))
		}
	}
	return e
}

func explainWallet(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{
		Value:   "–",
		Formula: words.T("score.revenue-what-customer-spends-our"),
		Source:  words.T("score.docs-method-md-3-period", s.context.Period.Read()),
	}
	y := l.Period
	if y == nil {
		e.Unknown = []string{words.T("score.no-figures-period")}
		return e
	}
	e.Value = Percentage(y.WalletShare, 2)
	revenue := Input{Name: "revenue", Value: Exact(y.Revenue)}
	for _, own := range l.Years {
		if own.Year == y.From.Wallet { // the share is of the year in which the wallet is known
			revenue.Value, revenue.Source = Exact(own.Revenue), strconv.Itoa(own.Year)
		}
	}
	e.Inputs = []Input{
		revenue,
		{Name: words.T("score.customers-spend"), Value: Exact(y.Wallet)},
		{Name: "headroom", Value: Exact(y.Headroom)},
	}
	if !y.Wallet.Known {
		e.Unknown = append(e.Unknown, words.T("score.customers-spend-our-categories"))
	}
	if y.WalletShare.Known && y.WalletShare.V > 1 {
		e.Reading = words.T("score.more-than-all-they-spend")
	}
	return e
}

func explainClass(s *Scores, a *model.Account, l *Local) Explanation {
	i := s.portfolio.Index(a.ID)
	e := Explanation{
		Value:   words.T("score.by-revenue-by-contribution", s.Revenue.Class[i].String(), s.Contribution.Class[i].String()),
		Source:  words.T("score.docs-method-md-4"),
		Formula: words.T("score.largest-first-while-share-before"),
	}
	e.Inputs = []Input{
		{Name: words.T("score.share-revenue"), Value: Percentage(s.Revenue.Share(l.Revenue), 2)},
		{Name: words.T("score.share-contribution"), Value: Percentage(s.Contribution.Share(l.Contribution), 2)},
	}
	return e
}
