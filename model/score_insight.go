package model

// assumedWeight is what an assumption weighs against a confirmed insight (METHOD §7).
const assumedWeight = 0.4

// scoredInsights are the kinds that the insight index asks for.
var scoredInsights = [...]InsightKind{Goal, Pressure, Initiative, KPI, DecisionProcess}

// Weight is what an insight is worth today, 0..1: 1 confirmed or 0.4 assumed,
// halved every half-life (180 days); an undated one weighs half (METHOD §7).
func (n Insight) Weight(set *Settings, today Date) float64 {
	w := assumedWeight
	if n.Confirmed {
		w = 1
	}
	return w * fading(n.Date, today, set.InsightHalfLife)
}

// InsightIndex is I of METHOD §7: 100 × the mean over goal, pressure, initiative,
// KPI and decision process of the best weight in that kind, 0 where there is
// none. Range 0..100, always known: an insight nobody has is an absence we see.
func InsightIndex(a *Account, set *Settings, today Date) float64 {
	var best [DecisionProcess + 1]float64
	for i := range a.Insights {
		if k := a.Insights[i].Kind; k <= DecisionProcess {
			best[k] = max(best[k], a.Insights[i].Weight(set, today))
		}
	}
	sum := 0.0
	for _, k := range scoredInsights {
		sum += best[k]
	}
	return 100 * sum / float64(len(scoredInsights))
}
