package plan

import (
	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
)

// sharedRemark says whether the customer may read the item under the cursor, where that
// is not in its cells already.
func sharedRemark(c *kit.Context, of edit.EntityKind, id string) []kit.FootLine {
	var said model.Sharing
	offered := true
	switch a := c.Current(); of {
	case edit.OfObjective:
		if o := a.Objective(model.ObjectiveID(id)); o == nil || !o.Shared {
			return nil
		}
		said = model.IsShared
	case edit.OfAction:
		if x := a.Action(model.ActionID(id)); x == nil || !x.Shared {
			return nil
		}
		said = model.IsShared
	case edit.OfInsight:
		n := insightOf(c, id)
		if n == nil {
			return nil
		}
		said, offered = n.Shared, n.Offered()
	case edit.OfValue:
		v := valueOf(c, id)
		if v == nil {
			return nil
		}
		said, offered = v.Shared, v.Offered()
	case edit.OfDecision:
		d := a.Decision(model.DecisionID(id))
		if d == nil {
			return nil
		}
		said = d.Shared
	default:
		return nil
	}
	switch {
	case !offered || said == model.NotShared:
		return nil
	case said == model.IsShared:
		return []kit.FootLine{{Text: words.T("plan.customer-may-read"), Style: theme.Quiet}}
	}
	return []kit.FootLine{{Text: words.T("plan.nobody-decided-whether-customer-may"), Style: theme.Quiet}}
}
