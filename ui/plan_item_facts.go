package ui

import (
	"fmt"
	"strings"

	"accord/model"
	"accord/ui/theme"
)

func openAction(x *model.Action) bool {
	return x.Status == model.ActionOpen || x.Status == model.ActionStarted
}

func overdueAction(c *ctx, x *model.Action) bool {
	return openAction(x) && x.Due.Known() && x.Due.Before(c.session.Today())
}

func overdueObjective(c *ctx, o *model.Objective) bool {
	return o.Status == model.ObjectiveOpen && o.Due.Known() && o.Due.Before(c.session.Today())
}

// objectiveGaps are what an objective lacks to be held against reality.
func objectiveGaps(o *model.Objective) []string {
	return gaps([]gap{{o.Measure == "", "a measure"}, {o.Target == "", "a target"}, {!o.Due.Known(), "a day"}, {o.Owner == "", "an owner"}})
}

// actionGaps are what an action lacks before it can be expected to happen.
func actionGaps(x *model.Action) []string {
	return gaps([]gap{{x.Owner == "", "an owner"}, {!x.Due.Known(), "a day"}})
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

func (s *itemPart) state(c *ctx, id string) itemState {
	if of := itemKinds(s.of).state; of != nil {
		return of(c, id)
	}
	return itemState{sign: " "}
}

func objectiveState(c *ctx, id string) itemState {
	g := c.glyphs
	o := c.current().Objective(model.ObjectiveID(id))
	switch {
	case o == nil:
		return itemState{sign: " "}
	case o.Status == model.ObjectiveMet:
		return itemState{sign: g.Check, style: theme.Quiet, words: "met"}
	case o.Status == model.ObjectiveDropped:
		return itemState{sign: g.Cross, style: theme.Quiet, words: "dropped"}
	case overdueObjective(c, o):
		return itemState{sign: g.Flag, style: theme.Plain, late: true, words: lateWords(c, o.Due)}
	}
	return itemState{sign: " "}
}

func actionState(c *ctx, id string) itemState {
	g := c.glyphs
	x := c.current().Action(model.ActionID(id))
	switch {
	case x == nil:
		return itemState{sign: " "}
	case x.Status == model.ActionDone:
		return itemState{sign: g.Check, style: theme.Quiet, words: "done " + x.Done.Short()}
	case x.Status == model.ActionDropped:
		return itemState{sign: g.Cross, style: theme.Quiet, words: "dropped"}
	case overdueAction(c, x):
		return itemState{sign: g.Flag, style: theme.Plain, late: true, words: lateWords(c, x.Due)}
	}
	st := itemState{sign: " "}
	if x.Status == model.ActionStarted {
		st.sign, st.words = g.Half, "started"
	}
	if x.Due == c.session.Today() {
		st.due, st.words = true, "due today"
	}
	return st
}

// riskState is the heat of a risk: likely × impact, 25 at most.
func riskState(c *ctx, heat int) itemState {
	switch {
	case heat == 0:
		return itemState{sign: "?"}
	case heat >= 15:
		return itemState{sign: c.glyphs.Full}
	case heat >= 8:
		return itemState{sign: c.glyphs.Half}
	}
	return itemState{sign: c.glyphs.Empty}
}

// agoWords says how long ago a day was.
func agoWords(c *ctx, d model.Date) string {
	switch n := c.session.Today().DaysSince(d); {
	case !d.Known():
		return ", nobody noted when"
	case n == 0:
		return " today"
	case n < 0:
		return ""
	default:
		return " " + plural(n, "day") + " ago"
	}
}

func lateWords(c *ctx, due model.Date) string {
	return "overdue by " + plural(c.session.Today().DaysSince(due), "day")
}

// remarks are what the item under the cursor says beside its cells.
func (s *itemPart) remarks(c *ctx, id string) []footLine {
	var out []footLine
	if st := s.state(c, id); st.words != "" {
		style := theme.Quiet
		switch {
		case st.late:
			style = theme.Bad
		case st.due:
			style = theme.Warn
		}
		out = append(out, footLine{lead: st.sign + " ", text: st.words, style: style})
	}
	if of := itemKinds(s.of).remarks; of != nil {
		out = append(out, of(c, id)...)
	}
	return append(out, sharedRemark(c, s.of, id)...)
}

// stillNeeds is a line for what is missing, none when nothing is.
func stillNeeds(missing []string) []footLine {
	if len(missing) == 0 {
		return nil
	}
	return []footLine{{text: "still needs " + strings.Join(missing, ", "), style: theme.Warn}}
}

func objectiveRemarks(c *ctx, id string) []footLine {
	o := c.current().Objective(model.ObjectiveID(id))
	if o == nil {
		return nil
	}
	out := []footLine{{text: actionsFor(c, o.ID), style: theme.Quiet}}
	if o.Status == model.ObjectiveOpen {
		out = append(out, stillNeeds(objectiveGaps(o))...)
	}
	return out
}

func actionRemarks(c *ctx, id string) []footLine {
	x := c.current().Action(model.ActionID(id))
	if x == nil {
		return nil
	}
	var out []footLine
	if o := c.current().Objective(x.Objective); o != nil {
		out = append(out, footLine{lead: "for: ", text: oneLine(o.Text), style: theme.Quiet})
	}
	if before := c.current().Action(x.After); before != nil && openAction(before) {
		out = append(out, footLine{lead: "waits for: ", text: oneLine(before.Text), style: theme.Warn})
	}
	if x.Again != model.Once {
		out = append(out, footLine{text: "comes again " + x.Again.String() + ": done, the next one is there", style: theme.Quiet})
	}
	if openAction(x) {
		out = append(out, stillNeeds(actionGaps(x))...)
	}
	return out
}

// actionsFor counts what is being done for an objective.
func actionsFor(c *ctx, id model.ObjectiveID) string {
	n, late, finished := 0, 0, 0
	for i := range c.current().Actions {
		x := &c.current().Actions[i]
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
		return "no action serves it yet: b adds one"
	}
	return fmt.Sprintf("%s: %d done, %d overdue", plural(n, "action"), finished, late)
}
