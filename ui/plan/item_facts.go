package plan

import (
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
)

func openAction(x *model.Action) bool {
	return x.Status == model.ActionOpen || x.Status == model.ActionStarted
}

func overdueAction(c *kit.Context, x *model.Action) bool {
	return openAction(x) && x.Due.Known() && x.Due.Before(c.Session.Today())
}

func overdueObjective(c *kit.Context, o *model.Objective) bool {
	return o.Status == model.ObjectiveOpen && o.Due.Known() && o.Due.Before(c.Session.Today())
}

// objectiveGaps are what an objective lacks to be held against reality.
func objectiveGaps(o *model.Objective) []string {
	return gaps(
		[]gap{
			{o.Measure == "", words.T("plan.a-measure")},
			{o.Target == "", words.T("plan.a-target")},
			{!o.Due.Known(), words.T("plan.a-day")},
			{o.Owner == "", words.T("plan.an-owner")},
		},
	)
}

// actionGaps are what an action lacks before it can be expected to happen.
func actionGaps(x *model.Action) []string {
	return gaps([]gap{{x.Owner == "", words.T("plan.an-owner")}, {!x.Due.Known(), words.T("plan.a-day")}})
}

type gap struct {
	open bool
	word string
}

func gaps(all []gap) []string {
	var out []string
	for _, g := range all {
		if g.open {
			out = append(out, g.word)
		}
	}
	return out
}

// itemState is how an item stands: a sign before its text, its style, and words.
type itemState struct {
	sign  string
	style theme.Style
	late  bool
	due   bool // today
	words string
}

func (s *ItemPart) state(c *kit.Context, id string) itemState {
	if of := ItemKinds(s.of).state; of != nil {
		return of(c, id)
	}
	return itemState{sign: " "}
}

func objectiveState(c *kit.Context, id string) itemState {
	g := c.Glyphs
	o := c.Current().Objective(model.ObjectiveID(id))
	switch {
	case o == nil:
		return itemState{sign: " "}
	case o.Status == model.ObjectiveMet:
		return itemState{sign: g.Check, style: theme.Quiet, words: words.T("plan.met")}
	case o.Status == model.ObjectiveDropped:
		return itemState{sign: g.Cross, style: theme.Quiet, words: words.T("plan.dropped")}
	case overdueObjective(c, o):
		return itemState{sign: g.Flag, style: theme.Plain, late: true, words: lateWords(c, o.Due)}
	}
	return itemState{sign: " "}
}

func actionState(c *kit.Context, id string) itemState {
	g := c.Glyphs
	x := c.Current().Action(model.ActionID(id))
	switch {
	case x == nil:
		return itemState{sign: " "}
	case x.Status == model.ActionDone:
		return itemState{sign: g.Check, style: theme.Quiet, words: words.T("plan.done", x.Done.Short())}
	case x.Status == model.ActionDropped:
		return itemState{sign: g.Cross, style: theme.Quiet, words: words.T("plan.dropped")}
	case overdueAction(c, x):
		return itemState{sign: g.Flag, style: theme.Plain, late: true, words: lateWords(c, x.Due)}
	}
	st := itemState{sign: " "}
	if x.Status == model.ActionStarted {
		st.sign, st.words = g.Half, words.T("plan.started")
	}
	if x.Due == c.Session.Today() {
		st.due, st.words = true, words.T("plan.due-today")
	}
	return st
}

// riskState is the heat of a risk: likely × impact, 25 at most.
func riskState(c *kit.Context, heat int) itemState {
	switch {
	case heat == 0:
		return itemState{sign: "?"}
	case heat >= 15:
		return itemState{sign: c.Glyphs.Full}
	case heat >= 8:
		return itemState{sign: c.Glyphs.Half}
	}
	return itemState{sign: c.Glyphs.Empty}
}

// givesWords says how far something is that we do for them.
func givesWords(s model.ValueStatus) string {
	switch s {
	case model.ValueVerified:
		return words.T("plan.we-them-verified-by-customer")
	case model.ValueHypothesis:
		return words.T("plan.we-them-hypothesis-counts-nowhere")
	}
	return words.T("plan.we-them-d-takes-rung-up", words.Here(s.String()))
}

// getsWords says how far something is that they do for us.
func getsWords(s model.ValueStatus) string {
	switch s {
	case model.ValueVerified:
		return words.T("plan.they-us-verified-by-customer")
	case model.ValueHypothesis:
		return words.T("plan.they-us-hypothesis-counts-nowhere")
	}
	return words.T("plan.they-us-d-takes-rung-up", words.Here(s.String()))
}

// confirmedWords says when an insight was confirmed.
func confirmedWords(c *kit.Context, d model.Date) string {
	switch n := c.Session.Today().DaysSince(d); {
	case !d.Known():
		return words.T("plan.confirmed-nobody-noted-when")
	case n < 0:
		return words.T("plan.said-so")
	default:
		return words.T("plan.confirmed-ago", n)
	}
}

// assumedWords says since when an insight is only assumed.
func assumedWords(c *kit.Context, d model.Date) string {
	switch n := c.Session.Today().DaysSince(d); {
	case !d.Known():
		return words.T("plan.assumed-nobody-noted-when")
	case n < 0:
		return words.T("plan.assumed-d-when-they-said")
	default:
		return words.T("plan.assumed-ago", n)
	}
}

func lateWords(c *kit.Context, due model.Date) string {
	return words.T("plan.overdue-by", c.Session.Today().DaysSince(due))
}

// remarks are what the item under the cursor says beside its cells.
func (s *ItemPart) remarks(c *kit.Context, id string) []kit.FootLine {
	var out []kit.FootLine
	if st := s.state(c, id); st.words != "" {
		style := theme.Quiet
		switch {
		case st.late:
			style = theme.Bad
		case st.due:
			style = theme.Warn
		}
		out = append(out, kit.FootLine{Lead: st.sign + " ", Text: st.words, Style: style})
	}
	if of := ItemKinds(s.of).remarks; of != nil {
		out = append(out, of(c, id)...)
	}
	return append(out, sharedRemark(c, s.of, id)...)
}

// stillNeeds is a line for what is missing, none when nothing is.
func stillNeeds(missing []string) []kit.FootLine {
	if len(missing) == 0 {
		return nil
	}
	return []kit.FootLine{{Text: words.T("plan.still-needs", strings.Join(missing, ", ")), Style: theme.Warn}}
}

func objectiveRemarks(c *kit.Context, id string) []kit.FootLine {
	o := c.Current().Objective(model.ObjectiveID(id))
	if o == nil {
		return nil
	}
	out := []kit.FootLine{{Text: actionsFor(c, o.ID), Style: theme.Quiet}}
	if o.Status == model.ObjectiveOpen {
		out = append(out, stillNeeds(objectiveGaps(o))...)
	}
	return out
}

func actionRemarks(c *kit.Context, id string) []kit.FootLine {
	x := c.Current().Action(model.ActionID(id))
	if x == nil {
		return nil
	}
	var out []kit.FootLine
	if o := c.Current().Objective(x.Objective); o != nil {
		out = append(out, kit.FootLine{Lead: words.T("plan.for-lead") + " ", Text: kit.OneLine(o.Text), Style: theme.Quiet})
	}
	if before := c.Current().Action(x.After); before != nil && openAction(before) {
		out = append(
			out,
			kit.FootLine{Lead: words.T("plan.waits-for") + " ", Text: kit.OneLine(before.Text), Style: theme.Warn},
		)
	}
	if x.First.Known() && x.Postponed > 0 {
		out = append(out, kit.FootLine{Text: words.T("plan.first-promised-for", x.First.Short(), x.Postponed), Style: theme.Quiet})
	}
	if x.Again != model.Once {
		out = append(out, kit.FootLine{Text: words.T("plan.comes-again-done-next-one", words.Here(x.Again.String())), Style: theme.Quiet})
	}
	if openAction(x) {
		out = append(out, stillNeeds(actionGaps(x))...)
	}
	return out
}

// actionsFor counts what is being done for an objective.
func actionsFor(c *kit.Context, id model.ObjectiveID) string {
	n, late, finished := 0, 0, 0
	for i := range c.Current().Actions {
		x := &c.Current().Actions[i]
		switch {
		case x.Objective != id:
			continue
		case x.Status == model.ActionDone:
			finished++
		case overdueAction(c, x):
			late++
		}
		n++
	}
	if n == 0 {
		return words.T("plan.no-action-serves-yet-b")
	}
	return words.T("plan.done-overdue", n, finished, late)
}
