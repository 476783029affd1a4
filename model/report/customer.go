package report

import (
	"cmp"

	"accord/model"
	"accord/model/words"
)

// What goes to a customer is built here and nowhere else, from the shareable
// fields (audience.go).

// handout is all that a report for the customer can be built from: a copy of the
// account in which there is nothing but the shareable fields of those rows that
// are meant for them. Whoever builds from it cannot tell more, even by mistake.
type handout struct {
	account model.Account
	since   model.Date // of the last review that was held

	// of the workshop that is going on, when something came up about them
	met  model.Date
	made map[string]bool // actions and decisions that came of it, by id
}

func handoutOf(a *model.Account, w *model.Workshop) *handout {
	h := &handout{account: model.Account{ID: a.ID, Name: a.Name}}
	h.meeting(w)
	for _, n := range a.Insights {
		if n.Offered() && n.Shared == model.IsShared {
			h.account.Insights = append(h.account.Insights, model.Insight{Text: n.Text})
		}
	}
	for _, o := range a.Objectives {
		if o.Shared && o.Status != model.ObjectiveDropped {
			h.account.Objectives = append(h.account.Objectives, model.Objective{Text: o.Text, Goal: o.Goal, Measure: o.Measure, Baseline: o.Baseline, Current: o.Current, AsOf: o.AsOf,
				Target: o.Target, Due: o.Due, Status: o.Status})
		}
	}
	for _, x := range a.Actions {
		if x.Shared && x.Status != model.ActionDropped {
			h.account.Actions = append(h.account.Actions, model.Action{ID: x.ID, Text: x.Text, Owner: x.Owner, Due: x.Due, Status: x.Status, Done: x.Done})
		}
	}
	for _, v := range a.Values {
		if v.Offered() && v.Shared == model.IsShared {
			h.account.Values = append(h.account.Values, model.ValueLine{Text: v.Text, Money: v.Money, Status: v.Status, Evidence: v.Evidence, TheirOwner: v.TheirOwner, Metric: v.Metric,
				Baseline: v.Baseline, Target: v.Target, Actual: v.Actual, Recurring: v.Recurring})
		}
	}
	for _, d := range a.Decisions {
		if d.Shared == model.IsShared {
			h.account.Decisions = append(h.account.Decisions, model.Decision{ID: d.ID, Text: d.Text, Date: d.Date, Due: d.Due})
		}
	}
	for _, v := range a.Reviews {
		if v.Held && h.since.Before(v.Date) {
			h.since = v.Date
		}
	}
	return h
}

// meeting notes what came of the workshop about them; whether they may read it is
// said with each thing. What came up besides, and who else was talked about, is ours
// alone.
func (h *handout) meeting(w *model.Workshop) {
	if w == nil || !w.InScope(h.account.ID) && !w.TheirsOf(h.account.ID) {
		return
	}
	h.met, h.made = w.Day, map[string]bool{}
	for i := range w.Parked {
		if x := &w.Parked[i]; x.Account == h.account.ID && (x.End == model.BecameDecision || x.End == model.BecameAction) {
			h.made[x.Made] = true
		}
	}
}

// agreedWithThem is the page that the customer's people take home from a workshop: of
// the decisions about them and its actions those that somebody marked as shared.
func agreedWithThem(h *handout) *Report {
	r := &Report{}
	if h.made == nil {
		return r.orElse(words.T("report.nothing-agreed-workshop-yet"))
	}
	r.head(words.T("report.decided-on", h.met.Short()))
	h.decisions(r, func(d model.Decision) bool { return h.made[string(d.ID)] })
	r.head(words.T("report.who-does-what"))
	h.actions(r, 0, func(x model.Action) bool { return h.made[string(x.ID)] })
	return r.orElse(words.T("report.nothing-shared-yet"))
}

// theirPage is what both sides mean to do, on a page.
func theirPage(h *handout) *Report {
	r := &Report{}
	h.goals(r, 6)
	h.objectives(r, 6)
	r.head(words.T("report.next-steps"))
	h.actions(r, 8, open)
	h.worth(r, 6)
	return r.orElse(words.T("report.nothing-shared-yet"))
}

// theirPlan is all that is shared.
func theirPlan(h *handout) *Report {
	r := &Report{}
	h.goals(r, 0)
	h.objectives(r, 0)
	r.head(words.T("report.who-does-what"))
	h.actions(r, 0, open)
	r.head(words.T("report.done"))
	h.actions(r, 0, func(x model.Action) bool { return !open(x) })
	r.head(words.T("report.decided"))
	h.decisions(r, func(model.Decision) bool { return true })
	h.values(r)
	return r.orElse(words.T("report.nothing-shared-yet"))
}

// theirReview is what a review with the customer goes through.
func theirReview(h *handout) *Report {
	r := &Report{}
	r.head(words.T("report.done-since-our-last-review"))
	h.actions(r, 0, func(x model.Action) bool { return !open(x) && !x.Done.Before(h.since) })
	r.head(words.T("report.decided"))
	h.decisions(r, func(d model.Decision) bool { return !d.Date.Known() || !d.Date.Before(h.since) })
	r.head(words.T("report.open-between-us"))
	h.actions(r, 0, open)
	h.objectives(r, 0)
	h.values(r)
	h.goals(r, 0)
	return r.orElse(words.T("report.nothing-shared-yet"))
}

// valueReview is what we did for them, verified first, what is agreed last.
func valueReview(h *handout) *Report {
	r := &Report{}
	h.values(r)
	return r.orElse(words.T("report.nothing-shared-yet"))
}

// jointPlan is what both sides mean to do: their goals, and the objectives and
// actions that somebody marked as shared. What is not marked is ours alone.
func jointPlan(h *handout) *Report {
	r := &Report{}
	h.goals(r, 0)
	h.objectives(r, 0)
	r.head(words.T("report.who-does-what"))
	h.actions(r, 0, func(model.Action) bool { return true })
	return r.orElse(words.T("report.nothing-shared-yet"))
}

func open(x model.Action) bool {
	return x.Status == model.ActionOpen || x.Status == model.ActionStarted
}

// orElse says something in a report that would be empty.
func (r *Report) orElse(sentence string) *Report {
	if r.Nodes = withoutEmpty(r.Nodes); len(r.Nodes) == 0 {
		r.text(sentence)
	}
	return r
}

func (h *handout) goals(r *Report, most int) {
	r.head(words.T("report.your-goals"))
	shown, more := first(r, h.account.Insights, most)
	var goals []string
	for _, n := range shown {
		goals = append(goals, n.Text)
	}
	r.list(goals...)
	more()
}

func (h *handout) objectives(r *Report, most int) {
	r.head(words.T("report.what-we-mean-reach-together"))
	shown, more := first(r, h.account.Objectives, most)
	var rows [][]Cell
	for _, o := range shown {
		rows = append(
			rows,
			append(wording(o.Text, o.Goal, o.Measure, o.Baseline, current(&o), o.Target), day(o.Due), text(words.Here(o.Status.String()))),
		)
	}
	r.grid(
		rows,
		words.T("report.objective"),
		words.T("report.your-goal"),
		words.T("report.measure"),
		words.T("report.start"),
		words.T("report.today"),
		words.T("report.target"),
		words.T("report.by"),
		words.T("report.status"),
	)
	more()
}

func (h *handout) actions(r *Report, most int, which func(model.Action) bool) {
	var these []model.Action
	for _, x := range h.account.Actions {
		if which(x) {
			these = append(these, x)
		}
	}
	shown, more := first(r, these, most)
	var rows [][]Cell
	for _, x := range shown {
		rows = append(rows, []Cell{text(x.Text), text(x.Owner), day(x.Due), text(words.Here(x.Status.String()))})
	}
	r.grid(rows, words.T("report.action"), words.T("report.who"), words.T("report.by"), words.T("report.status"))
	more()
}

// decisions are some of what was decided, with the day from which it is to hold.
func (h *handout) decisions(r *Report, which func(model.Decision) bool) {
	var items []string
	for _, d := range h.account.Decisions {
		if !which(d) {
			continue
		}
		said := d.Text
		if d.Due.Known() {
			said += ", " + d.Due.Short()
		}
		items = append(items, said)
	}
	r.list(items...)
}

// worth is what we did for them in a table.
func (h *handout) worth(r *Report, most int) {
	r.head(words.T("report.what-worth"))
	shown, more := first(r, h.account.Values, most)
	var rows [][]Cell
	for _, v := range shown {
		rows = append(rows, []Cell{text(v.Text), money(v.Money), text(yearly(v)), text(words.Here(v.Status.String()))})
	}
	r.grid(rows, words.T("report.what"), words.T("report.worth"), words.T("report.how-often"), words.T("report.status"))
	more()
}

// values is what we did for them in full, by how sure it is.
func (h *handout) values(r *Report) {
	for _, part := range []struct {
		name     string
		from, to model.ValueStatus
	}{{words.T("report.verified-by-you"), model.ValueVerified, model.ValueVerified}, {words.T("report.realised"), model.ValueRealised, model.ValueRealised}, {words.T("report.under-way"), model.ValueAgreed, model.ValueInDelivery}} {
		var rows [][]Cell
		for _, v := range h.account.Values {
			if v.Status >= part.from && v.Status <= part.to {
				rows = append(
					rows,
					append(
						[]Cell{text(v.Text), money(v.Money)},
						wording(yearly(v), v.Metric, v.Baseline, cmp.Or(v.Actual, v.Target), v.Evidence, v.TheirOwner)...),
				)
			}
		}
		r.head(part.name)
		r.grid(
			rows,
			words.T("report.what"),
			words.T("report.worth"),
			words.T("report.how-often"),
			words.T("report.measured-by"),
			words.T("report.before"),
			words.T("report.now-or-aimed-at"),
			words.T("report.evidence"),
			words.T("report.with-you"),
		)
	}
}

func yearly(v model.ValueLine) string {
	if v.Recurring {
		return words.T("report.every-year")
	}
	return ""
}
