package score

import (
	"fmt"
	"strconv"

	"accord/model"
)

// Explanation is what a number says for itself: what it is called, how it comes
// about, from what, and what is missing. Every figure on a screen has one.
type Explanation struct {
	Figure     string // key, such as strategic or portfolio.hhi
	Name       string
	Value      string    // as it is printed
	Formula    string    // in words
	Confidence model.Num // 0..1, unknown where the figure has none
	Inputs     []Input
	Unknown    []string // inputs nobody has given yet
	Reading    string   // what the value means, in a sentence; may be empty
	Source     string   // the instrument or section it comes from
}

// Input is one number that went into a figure.
type Input struct {
	Name, Value, Weight, Source string
	Date                        model.Date
	Note                        string
}

// figures lists what Explain can explain for an account, with its name.
var accountFigures = []struct {
	key, name string
	explain   func(*Scores, *model.Account, *Local) Explanation
}{
	{"strategic", "Strategic score S", explainStrategic},
	{"importance", "Impact if lost (importance)", explainInstrument("importance")},
	{"position", "Our position as supplier", explainInstrument("position")},
	{"receptivity", "Receptivity", explainInstrument("receptivity")},
	{"asymmetry", "Asymmetry", explainAsymmetry},
	{"quadrant", "Quadrant", explainQuadrant},
	{"health", "Health H", explainHealth},
	{"attention", "Attention", explainAttention},
	{"flags", "Flags", explainFlags},
	{"attractiveness", "Attractiveness (second lens)", explainInstrument("attractiveness")},
	{"strength", "Business strength (second lens)", explainInstrument("strength")},
	{"revenue", "Revenue", explainRevenue},
	{"contribution", "Contribution", explainContribution},
	{"margin", "Margin", explainMargin},
	{"wallet", "Share of wallet", explainWallet},
	{"growth", "Growth a year (CAGR)", explainGrowth},
	{"lifetime_value", "Lifetime value", explainLifetime},
	{"commercial", "Commercial score", explainCommercial},
	{"whitespace", "Whitespace", explainWhitespace},
	{"abc", "ABC class", explainClass},
	{"relationship", "Relationship R", explainRelationship},
	{"coverage", "Coverage index", explainCoverage},
	{"support", "Support index", explainSupport},
	{"bow_tie", "Bow-tie index", explainBowTie},
	{"thread", "Thread index", explainThread},
	{"threads", "Threads", explainThreads},
	{"zipper", "Zipper", explainZipper},
	{"level_gap", "Level gap", explainLevelGap},
	{"status", "Account status", explainStatus},
	{"value", "Value V", explainValue},
	{"exchange", "Exchange ratio", explainExchange},
	{"insight", "Insight I", explainInsight},
	{"alignment", "Internal alignment", explainAlignment},
	{"stage", "Relational stage", explainStage},
	{"quality", "Plan quality", explainQuality},
	{"execution", "Execution", explainExecution},
	{"plan", "Plan P", explainPlan},
}

// AccountFigures lists the keys Explain takes for an account, in reading order.
func AccountFigures() []string {
	keys := make([]string, len(accountFigures))
	for i, f := range accountFigures {
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
	for _, f := range accountFigures {
		if f.key == figure {
			e = f.explain(s, a, l)
			e.Figure, e.Name = f.key, f.name
			return e, true
		}
	}
	return e, false
}

// Print prints a score: no decimals, – for unknown.
func Print(n model.Num) string {
	if !n.Known {
		return "–"
	}
	return strconv.FormatFloat(RoundHalfAway(n.V, 0), 'f', 0, 64)
}

// Print2 prints a score with two decimals, – for unknown.
func Print2(n model.Num) string {
	if !n.Known {
		return "–"
	}
	return strconv.FormatFloat(RoundHalfAway(n.V, 2), 'f', 2, 64)
}

// Percentage prints a share 0..1 with the given decimals, – for unknown.
func Percentage(n model.Num, decimals int) string {
	if !n.Known {
		return "–"
	}
	return strconv.FormatFloat(RoundHalfAway(100*n.V, decimals), 'f', decimals, 64) + " %"
}

// Thousands prints a number with separated thousands and no decimals.
func Thousands(n model.Num) string {
	if !n.Known {
		return "–"
	}
	s := strconv.FormatFloat(RoundHalfAway(n.V, 0), 'f', 0, 64)
	neg := ""
	if s[0] == '-' {
		neg, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return neg + s
}

func explainStrategic(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{Value: Print2(l.Strategic), Formula: "square root of importance × position: either at zero makes the whole zero",
		Confidence: model.Num{V: l.StrategicConfidence, Known: l.Strategic.Known}, Source: "docs/method.md §2",
		Inputs: []Input{{Name: "importance", Value: Print2(l.Importance.Score)}, {Name: "position", Value: Print2(l.Position.Score)}}}
	if !l.Importance.Score.Known {
		e.Unknown = append(e.Unknown, "importance: no factor is rated yet")
	}
	if !l.Position.Score.Known {
		e.Unknown = append(e.Unknown, "position: no factor is rated yet")
	}
	return e
}

func explainInstrument(key string) func(*Scores, *model.Account, *Local) Explanation {
	return func(s *Scores, a *model.Account, l *Local) Explanation {
		in := s.portfolio.Programme().MethodPack().Instrument(key)
		if in == nil {
			return Explanation{Value: "–", Formula: "the method pack of this file has no such instrument"}
		}
		score := OfInstrument(in, a.Ratings)
		e := Explanation{Value: Print2(score.Score), Confidence: model.Some(score.Confidence), Source: in.Name + ": " + in.Question,
			Formula: "100 × Σ weight × rating / (5 × Σ weight), over rated factors; the customer's own answer counts where known"}
		if score.Gap.Known {
			e.Reading = fmt.Sprintf("Where both are known, we rate %s points against the customer's view.", signed(score.Gap))
		}
		for i := range in.Factors {
			f := &in.Factors[i]
			r := a.Ratings[f.Full()]
			used := r.Used()
			if !used.Known() {
				e.Unknown = append(e.Unknown, f.Name+": "+f.Question)
				continue
			}
			input := Input{Name: f.Name, Value: used.String(), Weight: strconv.Itoa(f.Weight), Source: r.Source, Date: r.Date, Note: r.Note}
			if r.Verified.Known() {
				input.Value += " (customer; ours " + r.Ours.String() + ")"
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
	e := Explanation{Value: signed(l.Asymmetry), Formula: "importance − position", Source: "docs/method.md §2",
		Inputs: []Input{{Name: "importance", Value: Print2(l.Importance.Score)}, {Name: "position", Value: Print2(l.Position.Score)}}}
	switch v := l.Asymmetry.V; {
	case !l.Asymmetry.Known:
		e.Value, e.Unknown = "–", []string{"needs importance and position"}
	case v > s.Settings().AsymmetryAmber:
		e.Reading = "They matter more to us than we to them: earn position, or stop calling them strategic."
	case v < -s.Settings().AsymmetryAmber:
		e.Reading = "We matter more to them than they to us: use it, or release the effort."
	default:
		e.Reading = "Balanced."
	}
	return e
}

func explainQuadrant(s *Scores, a *model.Account, l *Local) Explanation {
	i := s.portfolio.Index(a.ID)
	e := Explanation{Value: s.QuadrantAt(i).String(), Source: "docs/method.md §2", Reading: s.TierAdvice(a.ID),
		Formula: fmt.Sprintf("importance at or above %s and position at or above %s make high", Print2(model.Some(s.ImportanceCut)), Print2(model.Some(s.PositionCut))),
		Inputs:  []Input{{Name: "importance", Value: Print2(l.Importance.Score)}, {Name: "position", Value: Print2(l.Position.Score)}}}
	if s.portfolio.Programme().MedianCut {
		e.Formula += " (the portfolio's medians)"
	}
	return e
}

func explainRevenue(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{Value: s.portfolio.Programme().Currency.Beside(Thousands(l.Revenue)), Source: "docs/method.md §3, period " + s.period.String(),
		Formula: "typed by hand, else the sum of the imported transactions of the year"}
	for _, y := range l.Years {
		in := Input{Name: strconv.Itoa(y.Year), Value: Thousands(y.Revenue), Source: "typed"}
		if y.FromImport {
			in.Source = "sum of imported transactions"
		}
		if !y.Closed {
			in.Note = "year not closed"
		}
		e.Inputs = append(e.Inputs, in)
	}
	if !l.Revenue.Known {
		e.Value, e.Unknown = "–", []string{"revenue of " + model.Dash(s.period.String()) + ": type it under figures, or import transactions"}
	}
	if share := s.Revenue.Share(l.Revenue); share.Known {
		e.Reading = Percentage(share, 2) + " of the portfolio's revenue."
	}
	return e
}

func explainContribution(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{Value: Thousands(l.Contribution), Formula: "revenue − cost of sales − cost to serve", Source: "docs/method.md §3, period " + s.period.String(),
		Confidence: model.Num{V: l.ContributionConfidence, Known: l.Contribution.Known}}
	if l.Period == nil {
		e.Unknown = append(e.Unknown, "figures of "+model.Dash(s.period.String()))
	}
	if y := l.Period; y != nil {
		e.Inputs = []Input{{Name: "revenue", Value: Thousands(y.Revenue)}, {Name: "cost of sales", Value: Thousands(y.CostOfSales)}, {Name: "cost to serve", Value: Thousands(y.CostToServe)}}
		if !y.CostOfSales.Known {
			e.Unknown = append(e.Unknown, "cost of sales: without it there is no contribution")
		}
		if !y.CostToServe.Known {
			e.Unknown = append(e.Unknown, "cost to serve: computed without it, confidence 50 %")
		}
	}
	return e
}

func explainWallet(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{Value: "–", Formula: "revenue / what the customer spends in our categories", Source: "docs/method.md §3, period " + s.period.String()}
	y := l.Period
	if y == nil {
		e.Unknown = []string{"no figures for the period"}
		return e
	}
	e.Value = Percentage(y.WalletShare, 1)
	e.Inputs = []Input{{Name: "revenue", Value: Thousands(y.Revenue)}, {Name: "customer's spend", Value: Thousands(y.Wallet)}, {Name: "headroom", Value: Thousands(y.Headroom)}}
	if !y.Wallet.Known {
		e.Unknown = append(e.Unknown, "customer's spend in our categories")
	}
	if y.WalletShare.Known && y.WalletShare.V > 1 {
		e.Reading = "More than all they spend: one of the two figures is wrong."
	}
	return e
}

func explainClass(s *Scores, a *model.Account, l *Local) Explanation {
	i := s.portfolio.Index(a.ID)
	e := Explanation{Value: s.Revenue.Class[i].String() + " by revenue, " + s.Contribution.Class[i].String() + " by contribution", Source: "docs/method.md §4",
		Formula: "largest first: A while the share before the account is below 80 %, B below 95 %, C the rest"}
	e.Inputs = []Input{{Name: "share of revenue", Value: Percentage(s.Revenue.Share(l.Revenue), 2)}, {Name: "share of contribution", Value: Percentage(s.Contribution.Share(l.Contribution), 2)}}
	return e
}
