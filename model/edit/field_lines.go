package edit

import (
	"strings"

	"accord/model"
)

// Line is one thing of a plan's lists, by its words.
type Line struct{ ID, Text string }

// IsLine reports whether things of a kind stand in a list of the plan.
func IsLine(of EntityKind) bool {
	switch of {
	case OfObjective, OfAction, OfInsight, OfValue, OfPoint, OfRisk, OfReview, OfDecision:
		return true
	}
	return false
}

// LinesLike are the things of one of the plan's lists whose id or words a text is, else
// those that begin with it. Case does not count.
func LinesLike(a *model.Account, of EntityKind, text string) []Line {
	var all []Line
	switch of {
	case OfObjective:
		all = linesOf(a.Objectives, func(o model.Objective) string { return o.Text })
	case OfAction:
		all = linesOf(a.Actions, actionText)
	case OfInsight:
		all = linesOf(a.Insights, func(n model.Insight) string { return n.Text })
	case OfValue:
		all = linesOf(a.Values, valueText)
	case OfPoint:
		all = linesOf(a.Points, pointText)
	case OfRisk:
		all = linesOf(a.Risks, func(r model.Risk) string { return r.Text })
	case OfReview:
		all = linesOf(a.Reviews, reviewText)
	case OfDecision:
		all = linesOf(a.Decisions, func(d model.Decision) string { return d.Text })
	}
	id := strings.TrimSpace(text)
	text = strings.ToLower(id)
	var exact, begin []Line
	for _, x := range all {
		switch words := strings.ToLower(x.Text); {
		case x.ID == id || words == text:
			exact = append(exact, x)
		case text != "" && strings.HasPrefix(words, text):
			begin = append(begin, x)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return begin
}

func linesOf[ID ~string, T model.Entity[ID]](list []T, words func(T) string) []Line {
	var out []Line
	for _, x := range list {
		out = append(out, Line{string(x.Ident()), words(x)})
	}
	return out
}
