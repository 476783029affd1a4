package ui

import (
	"accord/model"
	"accord/model/edit"
)

// itemIDs are the identifiers of what a list of a plan holds, in the order of the file.
func itemIDs(a *model.Account, of edit.EntityKind) []string {
	switch of {
	case edit.OfInsight:
		return idList(a.Insights, func(x *model.Insight) string { return string(x.ID) })
	case edit.OfValue:
		return idList(a.Values, func(x *model.ValueLine) string { return string(x.ID) })
	case edit.OfPoint:
		return idList(a.Points, func(x *model.Point) string { return string(x.ID) })
	case edit.OfRisk:
		return idList(a.Risks, func(x *model.Risk) string { return string(x.ID) })
	case edit.OfReview:
		return idList(a.Reviews, func(x *model.Review) string { return string(x.ID) })
	case edit.OfDecision:
		return idList(a.Decisions, func(x *model.Decision) string { return string(x.ID) })
	case edit.OfCell:
		return idList(a.Cells, func(x *model.Cell) string { return string(x.ID) })
	case edit.OfObjective:
		return idList(a.Objectives, func(x *model.Objective) string { return string(x.ID) })
	}
	return idList(a.Actions, func(x *model.Action) string { return string(x.ID) })
}

// itemText is the field that says in words what an item of a list is.
func itemText(of edit.EntityKind) string {
	switch of {
	case edit.OfInsight:
		return "insight.text"
	case edit.OfValue:
		return "value.text"
	case edit.OfPoint:
		return "point.text"
	case edit.OfRisk:
		return "risk.text"
	case edit.OfReview:
		return "review.text"
	case edit.OfDecision:
		return "decision.text"
	case edit.OfCell:
		return "cell.offering"
	case edit.OfObjective:
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
