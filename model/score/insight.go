package score

import (
	"accord/model"
)

// scoredInsights are the kinds that the insight index asks for.
var scoredInsights = [...]model.InsightKind{model.Goal, model.Pressure, model.Initiative, model.KPI, model.DecisionProcess}

// InsightIndex is I of METHOD §7: 100 × the mean over goal, pressure, initiative,
// KPI and decision process of the best weight in that kind, 0 where there is
// none. Range 0..100; without an insight of any kind it is an absence.
func InsightIndex(a *model.Account, set *model.Settings, today model.Date) model.Num {
	if len(a.Insights) == 0 {
		return absence(a.Tier)
	}
	var best [model.DecisionProcess + 1]float64
	for i := range a.Insights {
		if k := a.Insights[i].Kind; k <= model.DecisionProcess {
			best[k] = max(best[k], a.Insights[i].Weight(set, today))
		}
	}
	sum := 0.0
	for _, k := range scoredInsights {
		sum += best[k]
	}
	return model.Some(100 * sum / float64(len(scoredInsights)))
}
