package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
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
		return insightItems
	case edit.OfValue:
		return valueItems
	case edit.OfPoint:
		return pointItems
	case edit.OfRisk:
		return riskItems
	case edit.OfReview:
		return reviewItems
	case edit.OfDecision:
		return decisionItems
	case edit.OfCell:
		return cellItems
	case edit.OfObjective:
		return objectiveItems
	}
	return actionItems
}

var objectiveItems = itemKind{
	columns: []itemColumnRow{{"objective.text", "objective", 26, 3}, {"objective.measure", "measure", 14, 1}, {"objective.baseline", "baseline", 10, 1}, {"objective.target", "target", 10, 1},
		{"objective.due", "by", 11, 0}, {"objective.owner", "owner", 11, 0}, {"objective.status", "status", 7, 0}, {"objective.goal", "their goal", 16, 2}, {"objective.cites", "answers", 14, 1}, {"objective.uses", "builds on", 14, 1}},
	empty: "No objectives yet. Press a: what will be different at this customer, and how will both sides see it?",
	ask:   kit.AskObjective,
	verb:  "done",
	Ids: func(a *model.Account) []string {
		return kit.IdList(a.Objectives, func(o *model.Objective) string { return string(o.ID) })
	},
	state: objectiveState,
	mark: func(c *kit.Context, id string) (string, string, string) {
		if o := c.Current().Objective(model.ObjectiveID(id)); o != nil && o.Status != model.ObjectiveOpen {
			return "objective.status", "open", "open again"
		}
		return "objective.status", "met", "done"
	},
	remarks: objectiveRemarks,
}

var actionItems = itemKind{
	columns: []itemColumnRow{{"action.text", "action", 28, 3}, {"action.owner", "owner", 12, 0}, {"action.due", "due", 11, 0}, {"action.status", "status", 7, 0}, {"action.objective", "for objective", 16, 1},
		{"action.again", "again", 9, 0}, {"action.after", "after", 14, 0}, {"action.person", "with", 14, 0}, {"action.value", "for value", 14, 0}},
	empty: "No actions yet. Press a: who does what, by when?",
	ask:   kit.AskAction,
	verb:  "done",
	Ids: func(a *model.Account) []string {
		return kit.IdList(a.Actions, func(x *model.Action) string { return string(x.ID) })
	},
	state: actionState,
	mark: func(c *kit.Context, id string) (string, string, string) {
		if x := c.Current().Action(model.ActionID(id)); x != nil && !openAction(x) {
			return "action.status", "open", "open again"
		}
		return "action.status", "done", "done"
	},
	remarks: actionRemarks,
}

var insightItems = itemKind{
	columns: []itemColumnRow{{"insight.text", "how they see it", 28, 3}, {"insight.kind", "kind", 16, 0}, {"insight.confirmed", "said so", 7, 0}, {"insight.told_by", "told by", 12, 1}, {"insight.date", "when", 11, 0},
		{"insight.whose", "whose", 12, 1}, {"insight.priority", "priority", 8, 0}},
	empty: "Nothing of the customer's own view yet. Press a: goal: what they want to reach, in their words. A plan that serves no goal of theirs is a plan for us alone.",
	ask:   kit.AskInsight,
	verb:  "said so",
	Ids: func(a *model.Account) []string {
		return kit.IdList(a.Insights, func(n *model.Insight) string { return string(n.ID) })
	},
	mark: func(c *kit.Context, id string) (string, string, string) {
		if n := insightOf(c, id); n != nil && n.Confirmed {
			return "insight.confirmed", "no", "an assumption again"
		}
		return "insight.confirmed", "yes", "confirmed by the customer"
	},
	state: func(c *kit.Context, id string) itemState {
		n := insightOf(c, id)
		switch {
		case n == nil:
			return itemState{sign: " "}
		case n.Confirmed:
			return itemState{sign: c.Glyphs.Check, words: "confirmed" + agoWords(c, n.Date)}
		}
		return itemState{sign: "?", words: "assumed" + agoWords(c, n.Date) + ": d when they said so"}
	},
	remarks: func(c *kit.Context, id string) []kit.FootLine {
		n := insightOf(c, id)
		if n == nil {
			return nil
		}
		w := n.Weight(c.Portfolio().Programme().Settings(), c.Session.Today())
		return []kit.FootLine{{Text: "weighs " + score.Print2(model.Some(w)) + " today: 1 confirmed, 0.4 assumed, fading with age", Style: theme.Quiet}}
	},
}

var valueItems = itemKind{
	columns: []itemColumnRow{{"value.text", "value", 26, 3}, {"value.status", "status", 17, 0}, {"value.money", "money", 11, 0}, {"value.direction", "way", 8, 0}, {"value.level", "level", 12, 0}, {"value.recurring", "yearly", 6, 0},
		{"value.start", "from", 11, 0}, {"value.evidence", "evidence", 14, 1}, {"value.their_owner", "their owner", 12, 1}},
	empty: "No value written down yet. Press a: what do they gain from us beyond the product, and what do we gain from them?",
	ask:   kit.AskValue,
	verb:  "rung up",
	Ids: func(a *model.Account) []string {
		return kit.IdList(grouped(a.Values, func(v *model.ValueLine) int { return int(v.Direction) }), func(v *model.ValueLine) string { return string(v.ID) })
	},
	mark: func(c *kit.Context, id string) (string, string, string) {
		v := valueOf(c, id)
		if v == nil || v.Status == model.ValueVerified {
			return "", "", "The customer verified it: there is no rung above."
		}
		next := v.Status + 1
		return "value.status", next.String(), "now " + next.String()
	},
	state: func(c *kit.Context, id string) itemState {
		v := valueOf(c, id)
		if v == nil {
			return itemState{sign: " "}
		}
		st := itemState{sign: c.Glyphs.Gives, words: "we to them"}
		if v.Direction == model.ValueReceived {
			st.sign, st.words = c.Glyphs.Gets, "they to us"
		}
		switch v.Status {
		case model.ValueVerified:
			st.words += ", verified by the customer"
		case model.ValueHypothesis:
			st.style = theme.Quiet
			st.words += ": a hypothesis counts nowhere, d takes it a rung up when they agree"
		default:
			st.words += ", " + v.Status.String() + ": d takes it a rung up"
		}
		return st
	},
	remarks: func(c *kit.Context, id string) []kit.FootLine {
		v := c.Scores().Local(c.Account).Value
		if x := valueOf(c, id); x != nil && x.Status >= model.ValueRealised && !x.Recurring && x.Money.Known() && !x.Start.Known() {
			return []kit.FootLine{{Text: "counts in no year yet: it needs the day from which it is given (from)", Style: theme.Warn}}
		}
		return []kit.FootLine{{Text: "a year: " + score.Thousands(v.Given) + " given, " + score.Thousands(v.Received) + " received with what we earn, ratio " + score.Print2(v.Ratio) +
			"; V " + score.Print(v.Score), Style: theme.Quiet}}
	},
}

var pointItems = itemKind{
	columns: []itemColumnRow{{"point.text", "point", 30, 3}, {"point.kind", "corner", 12, 0}, {"point.side", "whose", 7, 0}},
	empty:   "No SWOT yet. Press a: strength: what we do better for them than anybody, then weakness:, opportunity: and threat:.",
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
		return "", "", "A point is never done: an objective answers it."
	},
	remarks: func(c *kit.Context, id string) []kit.FootLine {
		n := 0
		for _, o := range c.Current().Objectives {
			if string(o.Cites) == id && o.Status != model.ObjectiveDropped {
				n++
			}
		}
		if n == 0 {
			return []kit.FootLine{{Text: "no objective answers it yet", Style: theme.Warn}}
		}
		if n == 1 {
			return []kit.FootLine{{Text: "1 objective answers it", Style: theme.Quiet}}
		}
		return []kit.FootLine{{Text: kit.Plural(n, "objective") + " answer it", Style: theme.Quiet}}
	},
}

var riskItems = itemKind{
	columns: []itemColumnRow{{"risk.text", "risk", 28, 3}, {"risk.probability", "likely", 6, 0}, {"risk.impact", "impact", 6, 0}, {"risk.owner", "owner", 12, 1}, {"risk.response", "what we do about it", 20, 2}},
	empty:   "No risks yet. Press a: what could cost us this customer, and who watches it?",
	ask:     kit.AskRisk,
	Ids: func(a *model.Account) []string {
		return kit.IdList(a.Risks, func(r *model.Risk) string { return string(r.ID) })
	},
	mark: func(*kit.Context, string) (string, string, string) {
		return "", "", "A risk is not done: X deletes it when it is over."
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
				return []kit.FootLine{{Text: "still needs how likely it is and what it would do, 1 to 5", Style: theme.Warn}}
			default:
				return []kit.FootLine{{Text: fmt.Sprintf("likely %d × impact %d = %d of 25", r.Probability, r.Impact, r.Probability*r.Impact), Style: theme.Quiet}}
			}
		}
		return nil
	},
}

var reviewItems = itemKind{
	columns: []itemColumnRow{{"review.text", "review", 28, 3}, {"review.date", "date", 11, 0}, {"review.held", "held", 5, 0}, {"review.decisions", "decisions", 24, 2}},
	empty:   "No review yet. Press a and give it a day in the next 90: a plan nobody looks at again is a document.",
	ask:     kit.AskReview,
	verb:    "held",
	Ids: func(a *model.Account) []string {
		return kit.IdList(a.Reviews, func(r *model.Review) string { return string(r.ID) })
	},
	mark: func(c *kit.Context, id string) (string, string, string) {
		if r := reviewOf(c, id); r != nil && r.Held {
			return "review.held", "no", "planned again"
		}
		return "review.held", "yes", "held"
	},
	state: func(c *kit.Context, id string) itemState {
		r := reviewOf(c, id)
		switch {
		case r == nil:
			return itemState{sign: " "}
		case r.Held:
			return itemState{sign: c.Glyphs.Check, style: theme.Quiet, words: "held"}
		case r.Date.Known() && r.Date.Before(c.Session.Today()):
			return itemState{sign: c.Glyphs.Flag, late: true, words: lateWords(c, r.Date)}
		case !r.Date.Known():
			return itemState{sign: "?", words: "planned, without a day"}
		}
		return itemState{sign: " ", words: "planned"}
	},
}

var decisionItems = itemKind{
	columns: []itemColumnRow{{"decision.text", "decision", 30, 3}, {"decision.date", "decided on", 11, 0}, {"decision.owner", "who", 12, 0}, {"decision.due", "by", 11, 0}, {"decision.shared", "shared", 7, 0},
		{"decision.review", "in review", 16, 1}},
	empty: "No decision yet. Press a: what was decided about this customer? In a workshop f8 ! catches one.",
	ask:   kit.AskDecision,
	Ids: func(a *model.Account) []string {
		return kit.IdList(a.Decisions, func(x *model.Decision) string { return string(x.ID) })
	},
	mark: func(*kit.Context, string) (string, string, string) {
		return "", "", "A decision is not done: o says whether the customer may read it."
	},
}

var cellItems = itemKind{
	columns: []itemColumnRow{{"cell.offering", "offering", 20, 2}, {"cell.unit", "unit", 14, 1}, {"cell.status", "status", 16, 0}, {"cell.current", "current", 10, 0}, {"cell.potential", "potential", 10, 0},
		{"cell.probability", "likely %", 8, 0}, {"cell.competitor", "competitor", 14, 1}},
	empty: "No whitespace yet. Press a: unit: offering (Lyon plant: service contract), for everything of ours they could use somewhere.",
	ask:   kit.AskCell,
	verb:  "status",
	Ids: func(a *model.Account) []string {
		return kit.IdList(a.Cells, func(x *model.Cell) string { return string(x.ID) })
	},
	mark: func(c *kit.Context, id string) (string, string, string) {
		for _, x := range c.Current().Cells {
			if string(x.ID) == id && x.Status < model.CellLost {
				next := x.Status + 1
				return "cell.status", next.String(), "now " + next.String()
			}
		}
		return "", "", "lost is the last status: enter on it chooses another"
	},
	remarks: func(c *kit.Context, _ string) []kit.FootLine {
		g := model.Whitespace(c.Current(), c.Portfolio().Programme(), c.Scores().Period().Year)
		return []kit.FootLine{{Text: "all cells: " + score.Percentage(g.Total.Penetration, 0) + " current · " + score.Thousands(model.Some(g.Total.Current)) + " now, " +
			score.Thousands(model.Some(g.Total.Future)) + " future potential, gap " + score.Thousands(model.Some(g.Total.Gap)) + " in " + strconv.Itoa(len(g.Units)) + " × " + strconv.Itoa(len(g.Offerings)), Style: theme.Quiet}}
	},
}

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
