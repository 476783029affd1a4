package ui

import "accord/model"

// itemIDs are the identifiers of what a list of a plan holds, in the order of the file.
func itemIDs(a *model.Account, of model.EntityKind) []string {
	switch of {
	case model.OfInsight:
		return idList(a.Insights, func(x *model.Insight) string { return string(x.ID) })
	case model.OfValue:
		return idList(a.Values, func(x *model.ValueLine) string { return string(x.ID) })
	case model.OfPoint:
		return idList(a.Points, func(x *model.Point) string { return string(x.ID) })
	case model.OfRisk:
		return idList(a.Risks, func(x *model.Risk) string { return string(x.ID) })
	case model.OfReview:
		return idList(a.Reviews, func(x *model.Review) string { return string(x.ID) })
	case model.OfDecision:
		return idList(a.Decisions, func(x *model.Decision) string { return string(x.ID) })
	case model.OfCell:
		return idList(a.Cells, func(x *model.Cell) string { return string(x.ID) })
	case model.OfObjective:
		return idList(a.Objectives, func(x *model.Objective) string { return string(x.ID) })
	}
	return idList(a.Actions, func(x *model.Action) string { return string(x.ID) })
}

// itemText is the field that says in words what an item of a list is.
func itemText(of model.EntityKind) string {
	switch of {
	case model.OfInsight:
		return "insight.text"
	case model.OfValue:
		return "value.text"
	case model.OfPoint:
		return "point.text"
	case model.OfRisk:
		return "risk.text"
	case model.OfReview:
		return "review.text"
	case model.OfDecision:
		return "decision.text"
	case model.OfCell:
		return "cell.offering"
	case model.OfObjective:
		return "objective.text"
	}
	return "action.text"
}

// idList gives the identifiers of a list.
func idList[T any](list []T, id func(*T) string) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = id(&list[i])
	}
	return out
}
