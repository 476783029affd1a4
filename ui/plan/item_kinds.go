package plan

import (
	"cmp"
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
)

// itemKind is one of the plan's lists: its columns, the fewest words to begin
// one with, and what d does to an item of it.
type itemKind struct {
	columns []itemColumnRow
	empty   string // what to write down first, and why
	ask     kit.PromptKind
	Ids     func(*model.Account) []string
	// mark is the change of d on an item, and how it is said; "" refuses in words.
	mark func(c *kit.Context, id string) (key, value, said string)
	verb string // d in the footer, "" where d does nothing
	// state and remarks say how an item stands; nil: nothing to say.
	state   func(c *kit.Context, id string) itemState
	remarks func(c *kit.Context, id string) []kit.FootLine
}

type itemColumnRow struct {
	key, title  string
	width, grow int
}

// grouped puts those of one kind together, each in the order of writing down.
func grouped[T any](list []T, kind func(*T) int) []T {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b T) int { return cmp.Compare(kind(&a), kind(&b)) })
	return out
}

// ItemKinds are the lists of a plan. A function, not a table: its functions look
// things up in it.
func ItemKinds(of edit.EntityKind) itemKind {
	switch of {
	case edit.OfInsight:
		return insightItems()
	case edit.OfValue:
		return valueItems()
	case edit.OfPoint:
		return pointItems()
	case edit.OfRisk:
		return riskItems()
	case edit.OfReview:
		return reviewItems()
	case edit.OfDecision:
		return decisionItems()
	case edit.OfCell:
		return cellItems()
	case edit.OfObjective:
		return objectiveItems()
	}
	return actionItems()
}

var objectiveItems = words.Table(func() itemKind {
	return itemKind{
		columns: []itemColumnRow{{"objective.text", words.T("plan.objective"), 26, 3}, {"objective.measure", words.T("plan.measure"), 14, 1}, {"objective.baseline", words.T("plan.baseline"), 10, 1}, {"objective.target", words.T("plan.target"), 10, 1},
			{"objective.due", words.T("plan.by"), 11, 0}, {"objective.owner", words.T("plan.owner"), 11, 0}, {"objective.status", words.T("plan.status"), 7, 0}, {"objective.goal", words.T("plan.their-goal"), 16, 2}, {"objective.cites", words.T("plan.answers"), 14, 1}, {"objective.uses", words.T("plan.builds-on"), 14, 1}, {"objective.current", words.T("plan.now-value"), 10, 1}},
		empty: words.T("plan.no-objectives-yet-press-what"),
		ask:   kit.AskObjective,
		verb:  "done",
		Ids: func(a *model.Account) []string {
			return kit.IdList(a.Objectives, func(o *model.Objective) string { return string(o.ID) })
		},
		state: objectiveState,
		mark: func(c *kit.Context, id string) (string, string, string) {
			if o := c.Current().Objective(model.ObjectiveID(id)); o != nil && o.Status != model.ObjectiveOpen {
				return "objective.status", "open", words.T("plan.open-again")
			}
			return "objective.status", "met", "done"
		},
		remarks: objectiveRemarks,
	}
})

var actionItems = words.Table(func() itemKind {
	return itemKind{
		columns: []itemColumnRow{{"action.text", words.T("plan.action"), 28, 3}, {"action.owner", words.T("plan.owner"), 12, 0}, {"action.due", words.T("plan.due"), 11, 0}, {"action.status", words.T("plan.status"), 7, 0}, {"action.objective", words.T("plan.for-objective"), 16, 1},
			{"action.again", words.T("plan.again"), 9, 0}, {"action.after", words.T("plan.after"), 14, 0}, {"action.person", words.T("plan.with"), 14, 0}, {"action.value", words.T("plan.for-value"), 14, 0}},
		empty: words.T("plan.no-actions-yet-press-who"),
		ask:   kit.AskAction,
		verb:  "done",
		Ids: func(a *model.Account) []string {
			return kit.IdList(a.Actions, func(x *model.Action) string { return string(x.ID) })
		},
		state: actionState,
		mark: func(c *kit.Context, id string) (string, string, string) {
			if x := c.Current().Action(model.ActionID(id)); x != nil && !openAction(x) {
				return "action.status", "open", words.T("plan.open-again")
			}
			return "action.status", "done", "done"
		},
		remarks: actionRemarks,
	}
})

var insightItems = words.Table(func() itemKind {
	return itemKind{
		columns: []itemColumnRow{{"insight.text", words.T("plan.how-they-see"), 28, 3}, {"insight.kind", words.T("plan.kind"), 16, 0}, {"insight.confirmed", words.T("plan.said-so"), 9, 0}, {"insight.told_by", words.T("plan.told-by"), 12, 1}, {"insight.date", words.T("plan.when"), 11, 0},
			{"insight.whose", words.T("plan.whose"), 12, 1}, {"insight.priority", words.T("plan.priority"), 8, 0}},
		empty: words.T("plan.nothing-customers-own-view-yet"),
		ask:   kit.AskInsight,
		verb:  words.T("plan.said-so"),
		Ids: func(a *model.Account) []string {
			return kit.IdList(a.Insights, func(n *model.Insight) string { return string(n.ID) })
		},
		mark: func(c *kit.Context, id string) (string, string, string) {
			if n := insightOf(c, id); n != nil && n.Confirmed {
				return "insight.confirmed", "no", words.T("plan.assumption-again")
			}
			return "insight.confirmed", "yes", words.T("plan.confirmed-by-customer")
		},
		state: func(c *kit.Context, id string) itemState {
			n := insightOf(c, id)
			switch {
			case n == nil:
				return itemState{sign: " "}
			case n.Confirmed:
				return itemState{sign: c.Glyphs.Check, words: confirmedWords(c, n.Date)}
			}
			return itemState{sign: "?", words: assumedWords(c, n.Date)}
		},
		remarks: func(c *kit.Context, id string) []kit.FootLine {
			n := insightOf(c, id)
			if n == nil {
				return nil
			}
			w := n.Weight(c.Portfolio().Programme().Settings(), c.Session.Today())
			return []kit.FootLine{{Text: words.T("plan.weighs-today-1-confirmed-0", score.Decimals(model.Some(w), 2)), Style: theme.Quiet}}
		},
	}
})

var valueItems = words.Table(func() itemKind {
	return itemKind{
		columns: []itemColumnRow{{"value.text", words.T("plan.value"), 26, 3}, {"value.status", words.T("plan.status"), 17, 0}, {"value.money", words.T("plan.money"), 11, 0}, {"value.direction", words.T("plan.way"), 8, 0}, {"value.level", words.T("plan.level"), 12, 0}, {"value.recurring", words.T("plan.yearly"), 6, 0},
			{"value.start", words.T("plan.from"), 11, 0}, {"value.evidence", words.T("plan.evidence"), 14, 1}, {"value.their_owner", words.T("plan.their-owner"), 12, 1}},
		empty: words.T("plan.no-value-written-down-yet"),
		ask:   kit.AskValue,
		verb:  words.T("plan.rung-up"),
		Ids: func(a *model.Account) []string {
			return kit.IdList(grouped(a.Values, func(v *model.ValueLine) int { return int(v.Direction) }), func(v *model.ValueLine) string { return string(v.ID) })
		},
		mark: func(c *kit.Context, id string) (string, string, string) {
			v := valueOf(c, id)
			if v == nil || v.Status == model.ValueVerified {
				return "", "", words.T("plan.customer-verified-there-no-rung")
			}
			next := v.Status + 1
			return "value.status", next.String(), words.T("plan.now", words.Here(next.String()))
		},
		state: func(c *kit.Context, id string) itemState {
			v := valueOf(c, id)
			if v == nil {
				return itemState{sign: " "}
			}
			st := itemState{sign: c.Glyphs.Gives, words: givesWords(v.Status)}
			if v.Direction == model.ValueReceived {
				st.sign, st.words = c.Glyphs.Gets, getsWords(v.Status)
			}
			if v.Status == model.ValueHypothesis {
				st.style = theme.Quiet
			}
			return st
		},
		remarks: func(c *kit.Context, id string) []kit.FootLine {
			v := c.Scores().Local(c.Account).Value
			if x := valueOf(c, id); x != nil && x.Status >= model.ValueRealised && !x.Recurring && x.Money.Known() && !x.Start.Known() {
				return []kit.FootLine{{Text: words.T("plan.counts-no-year-yet-needs"), Style: theme.Warn}}
			}
			return []kit.FootLine{{Text: words.T("plan.year-given-received-what-we", score.Thousands(v.Given), score.Thousands(v.Received), score.Decimals(v.Ratio, 2), score.Print(v.Score)), Style: theme.Quiet}}
		},
	}
})

var pointItems = words.Table(func() itemKind {
	return itemKind{
		columns: []itemColumnRow{{"point.text", words.T("plan.point"), 30, 3}, {"point.kind", words.T("plan.corner"), 12, 0}, {"point.side", words.T("plan.whose"), 7, 0}},
		empty:   words.T("plan.no-swot-yet-press-strength"),
		ask:     kit.AskPoint,
		Ids: func(a *model.Account) []string {
			return kit.IdList(grouped(a.Points, func(p *model.Point) int { return 4*int(p.Side) + int(p.Kind) }), func(p *model.Point) string { return string(p.ID) })
		},
		state: func(c *kit.Context, id string) itemState {
			for _, p := range c.Current().Points {
				if string(p.ID) == id {
					return itemState{sign: strings.ToUpper(p.Kind.String()[:1])}
				}
			}
			return itemState{sign: " "}
		},
		mark: func(*kit.Context, string) (string, string, string) {
			return "", "", words.T("plan.point-never-done-objective-answers")
		},
		remarks: func(c *kit.Context, id string) []kit.FootLine {
			n := 0
			for _, o := range c.Current().Objectives {
				if string(o.Cites) == id && o.Status != model.ObjectiveDropped {
					n++
				}
			}
			if n == 0 {
				return []kit.FootLine{{Text: words.T("plan.no-objective-answers-yet"), Style: theme.Warn}}
			}
			if n == 1 {
				return []kit.FootLine{{Text: words.T("plan.1-objective-answers"), Style: theme.Quiet}}
			}
			return []kit.FootLine{{Text: words.T("plan.answer-it", n), Style: theme.Quiet}}
		},
	}
})

var riskItems = words.Table(func() itemKind {
	return itemKind{
		columns: []itemColumnRow{{"risk.text", words.T("plan.risk"), 28, 3}, {"risk.probability", words.T("plan.likely"), 6, 0}, {"risk.impact", words.T("plan.impact"), 6, 0}, {"risk.owner", words.T("plan.owner"), 12, 1}, {"risk.response", words.T("plan.what-we-do-about"), 20, 2}},
		empty:   words.T("plan.no-risks-yet-press-what"),
		ask:     kit.AskRisk,
		Ids: func(a *model.Account) []string {
			return kit.IdList(a.Risks, func(r *model.Risk) string { return string(r.ID) })
		},
		mark: func(*kit.Context, string) (string, string, string) {
			return "", "", words.T("plan.risk-not-done-x-deletes")
		},
		state: func(c *kit.Context, id string) itemState {
			for _, r := range c.Current().Risks {
				if string(r.ID) == id {
					return riskState(c, r.Probability*r.Impact)
				}
			}
			return itemState{sign: " "}
		},
		remarks: func(c *kit.Context, id string) []kit.FootLine {
			for _, r := range c.Current().Risks {
				switch {
				case string(r.ID) != id:
				case r.Probability == 0 || r.Impact == 0:
					return []kit.FootLine{{Text: words.T("plan.still-needs-how-likely-what"), Style: theme.Warn}}
				default:
					return []kit.FootLine{{Text: words.T("plan.likely-impact-25", r.Probability, r.Impact, r.Probability*r.Impact), Style: theme.Quiet}}
				}
			}
			return nil
		},
	}
})

var reviewItems = words.Table(func() itemKind {
	return itemKind{
		columns: []itemColumnRow{{"review.text", words.T("plan.review"), 28, 3}, {"review.date", words.T("plan.date"), 11, 0}, {"review.held", words.T("plan.held"), 5, 0}, {"review.decisions", words.T("plan.decisions"), 24, 2}},
		empty:   words.T("plan.no-review-yet-press-give"),
		ask:     kit.AskReview,
		verb:    words.T("plan.held"),
		Ids: func(a *model.Account) []string {
			return kit.IdList(a.Reviews, func(r *model.Review) string { return string(r.ID) })
		},
		mark: func(c *kit.Context, id string) (string, string, string) {
			if r := reviewOf(c, id); r != nil && r.Held {
				return "review.held", "no", words.T("plan.planned-again")
			}
			return "review.held", "yes", "held"
		},
		state: func(c *kit.Context, id string) itemState {
			r := reviewOf(c, id)
			switch {
			case r == nil:
				return itemState{sign: " "}
			case r.Held:
				return itemState{sign: c.Glyphs.Check, style: theme.Quiet, words: words.T("plan.held")}
			case r.Date.Known() && r.Date.Before(c.Session.Today()):
				return itemState{sign: c.Glyphs.Flag, late: true, words: lateWords(c, r.Date)}
			case !r.Date.Known():
				return itemState{sign: "?", words: words.T("plan.planned-without-day")}
			}
			return itemState{sign: " ", words: words.T("plan.planned")}
		},
	}
})

var decisionItems = words.Table(func() itemKind {
	return itemKind{
		columns: []itemColumnRow{{"decision.text", words.T("plan.decision"), 30, 3}, {"decision.date", words.T("plan.decided-on"), 11, 0}, {"decision.owner", words.T("plan.who"), 12, 0}, {"decision.due", words.T("plan.by"), 11, 0}, {"decision.shared", words.T("plan.shared"), 7, 0},
			{"decision.review", words.T("plan.in-review"), 16, 1}},
		empty: words.T("plan.no-decision-yet-press-what"),
		ask:   kit.AskDecision,
		Ids: func(a *model.Account) []string {
			return kit.IdList(a.Decisions, func(x *model.Decision) string { return string(x.ID) })
		},
		mark: func(*kit.Context, string) (string, string, string) {
			return "", "", words.T("plan.decision-not-done-o-says")
		},
	}
})

var cellItems = words.Table(func() itemKind {
	return itemKind{
		columns: []itemColumnRow{{"cell.offering", words.T("plan.offering"), 20, 2}, {"cell.unit", words.T("plan.unit"), 14, 1}, {"cell.status", words.T("plan.status"), 16, 0}, {"cell.current", words.T("plan.current"), 10, 0}, {"cell.potential", words.T("plan.potential"), 10, 0},
			{"cell.probability", words.T("plan.likely-2"), 8, 0}, {"cell.competitor", words.T("plan.competitor"), 14, 1}},
		empty: words.T("plan.no-whitespace-yet-press-unit"),
		ask:   kit.AskCell,
		verb:  words.T("plan.status"),
		Ids: func(a *model.Account) []string {
			return kit.IdList(a.Cells, func(x *model.Cell) string { return string(x.ID) })
		},
		mark: func(c *kit.Context, id string) (string, string, string) {
			for _, x := range c.Current().Cells {
				if string(x.ID) == id && x.Status < model.CellLost {
					next := x.Status + 1
					return "cell.status", next.String(), words.T("plan.now", words.Here(next.String()))
				}
			}
			return "", "", words.T("plan.lost-last-status-enter-chooses")
		},
		remarks: func(c *kit.Context, _ string) []kit.FootLine {
			g := model.Whitespace(c.Current(), c.Portfolio().Programme(), c.Scores().Period().Year)
			return []kit.FootLine{{Text: words.T("plan.all-cells-current-now-future", score.Percentage(g.Total.Penetration, 0), score.Thousands(model.Some(g.Total.Current)), score.Thousands(model.Some(g.Total.Future)), score.Thousands(model.Some(g.Total.Gap)), len(g.Units), len(g.Offerings)), Style: theme.Quiet}}
		},
	}
})

func insightOf(c *kit.Context, id string) *model.Insight {
	for i := range c.Current().Insights {
		if n := &c.Current().Insights[i]; string(n.ID) == id {
			return n
		}
	}
	return nil
}

func valueOf(c *kit.Context, id string) *model.ValueLine {
	for i := range c.Current().Values {
		if v := &c.Current().Values[i]; string(v.ID) == id {
			return v
		}
	}
	return nil
}

func reviewOf(c *kit.Context, id string) *model.Review {
	for i := range c.Current().Reviews {
		if r := &c.Current().Reviews[i]; string(r.ID) == id {
			return r
		}
	}
	return nil
}
