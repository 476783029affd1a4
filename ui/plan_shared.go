package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"accord/model"
	"accord/ui/theme"
)

// sharedRemark says whether the customer may read the item under the cursor, where that
// is not in its cells already.
func sharedRemark(c *ctx, of model.EntityKind, id string) []footLine {
	var said model.Sharing
	offered := true
	switch a := c.current(); of {
	case model.OfObjective:
		if o := a.Objective(model.ObjectiveID(id)); o == nil || !o.Shared {
			return nil
		}
		said = model.IsShared
	case model.OfAction:
		if x := a.Action(model.ActionID(id)); x == nil || !x.Shared {
			return nil
		}
		said = model.IsShared
	case model.OfInsight:
		n := insightOf(c, id)
		if n == nil {
			return nil
		}
		said, offered = n.Shared, n.Offered()
	case model.OfValue:
		v := valueOf(c, id)
		if v == nil {
			return nil
		}
		said, offered = v.Shared, v.Offered()
	case model.OfDecision:
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
		return []footLine{{text: "the customer may read it", style: theme.Quiet}}
	}
	return []footLine{{text: "nobody decided whether the customer may read it: o", style: theme.Quiet}}
}

// share lets the customer read what a parked line became, or no more.
func (s *runSheet) share(c *ctx, line *model.Parked) Outcome {
	a := c.portfolio().Account(line.Account)
	if a == nil || line.End != model.BecameAction && line.End != model.BecameDecision {
		return refuse("Make an action (1) or a decision (3) of it first: only those can be shared with the customer it is about.")
	}
	var out Outcome
	value := "yes"
	switch x, d := a.Action(model.ActionID(line.Made)), a.Decision(model.DecisionID(line.Made)); {
	case line.End == model.BecameAction && x == nil:
		return refuse("The action was deleted: 1 makes it again.")
	case line.End == model.BecameAction:
		if x.Shared {
			value = "no"
		}
		out = change(model.SetField{Ref: model.Ref{Account: a.ID, Of: model.OfAction, ID: line.Made}, Key: "action.shared", Value: value})
	case d == nil: // an older program wrote it into the words of a review
		made := c.session.NewID()
		out = change(model.Together{model.TurnParked{ID: line.ID, Into: model.BecameDecision, Made: made},
			model.SetField{Ref: model.Ref{Account: a.ID, Of: model.OfDecision, ID: made}, Key: "decision.shared", Value: value}})
	default:
		if d.Shared == model.IsShared {
			value = "no"
		}
		out = change(model.SetField{Ref: model.Ref{Account: a.ID, Of: model.OfDecision, ID: line.Made}, Key: "decision.shared", Value: value})
	}
	out.Say("ours alone: " + oneLine(line.Text))
	if value == "yes" {
		out.Say("shared with " + a.Name + ": " + oneLine(line.Text))
	}
	return out
}

// sharedLine reports whether the customer may read what a parked line became.
func sharedLine(c *ctx, line *model.Parked) bool {
	a := c.portfolio().Account(line.Account)
	if a == nil {
		return false
	}
	switch line.End {
	case model.BecameAction:
		x := a.Action(model.ActionID(line.Made))
		return x != nil && x.Shared
	case model.BecameDecision:
		d := a.Decision(model.DecisionID(line.Made))
		return d != nil && d.Shared == model.IsShared
	}
	return false
}

// firstUpper is a text that begins a sentence; a single letter is a key and stays.
func firstUpper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if len(s) == n || strings.HasPrefix(s[n:], " ") {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
