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
	g := c.glyphs
	if s.of == model.OfObjective {
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

func lateWords(c *ctx, due model.Date) string {
	return "overdue by " + plural(c.session.Today().DaysSince(due), "day")
}

// closed reports an item that is done, met or dropped.
func (s *itemPart) closed(c *ctx, id string) bool {
	if s.of == model.OfObjective {
		o := c.current().Objective(model.ObjectiveID(id))
		return o != nil && o.Status != model.ObjectiveOpen
	}
	x := c.current().Action(model.ActionID(id))
	return x != nil && !openAction(x)
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
	var missing []string
	if o := c.current().Objective(model.ObjectiveID(id)); o != nil && s.of == model.OfObjective {
		missing = objectiveGaps(o)
		out = append(out, footLine{text: actionsFor(c, o.ID), style: theme.Quiet})
	}
	if x := c.current().Action(model.ActionID(id)); x != nil && s.of == model.OfAction && openAction(x) {
		missing = actionGaps(x)
	}
	if x := c.current().Action(model.ActionID(id)); x != nil && s.of == model.OfAction {
		if o := c.current().Objective(x.Objective); o != nil {
			out = append(out, footLine{lead: "for: ", text: oneLine(o.Text), style: theme.Quiet})
		}
	}
	if len(missing) > 0 && !s.closed(c, id) {
		out = append(out, footLine{text: "still needs " + strings.Join(missing, ", "), style: theme.Warn})
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
