package kit

import (
	"accord/model"
	"accord/model/edit"
)

// itemIDs are the identifiers of what a list of a plan holds, in the order of the file.
func itemIDs(a *model.Account, of edit.EntityKind) []string {
	switch of {
	case edit.OfInsight:
		return IdList(a.Insights, func(x *model.Insight) string { return string(x.ID) })
	case edit.OfValue:
		return IdList(a.Values, func(x *model.ValueLine) string { return string(x.ID) })
	case edit.OfPoint:
		return IdList(a.Points, func(x *model.Point) string { return string(x.ID) })
	case edit.OfRisk:
		return IdList(a.Risks, func(x *model.Risk) string { return string(x.ID) })
	case edit.OfReview:
		return IdList(a.Reviews, func(x *model.Review) string { return string(x.ID) })
	case edit.OfDecision:
		return IdList(a.Decisions, func(x *model.Decision) string { return string(x.ID) })
	case edit.OfCell:
		return IdList(a.Cells, func(x *model.Cell) string { return string(x.ID) })
	case edit.OfObjective:
		return IdList(a.Objectives, func(x *model.Objective) string { return string(x.ID) })
	}
	return IdList(a.Actions, func(x *model.Action) string { return string(x.ID) })
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

// IdList gives the identifiers of a list.
func IdList[T any](list []T, id func(*T) string) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = id(&list[i])
	}
	return out
}
