package report

import (
	"cmp"

	"accord/model"
)

// What goes to a customer is built here and nowhere else, from the fields that
// Shareable allows.

// shareable are the fields of the registry a customer may read. Everything else
// is ours: what is not named here can not reach them.
var shareable = map[string]bool{
	"name": true, "insight.text": true, "insight.kind": true,
	"objective.text": true, "objective.goal": true, "objective.measure": true, "objective.baseline": true, "objective.target": true, "objective.due": true, "objective.status": true,
	"action.text": true, "action.owner": true, "action.due": true, "action.status": true,
	"value.text": true, "value.direction": true, "value.money": true, "value.status": true, "value.evidence": true, "value.their_owner": true, "value.metric": true,
	"value.baseline": true, "value.target": true, "value.actual": true, "value.start": true, "value.recurring": true,
	"review.text": true, "review.date": true, "review.held": true, "person.name": true,
}

// Shareable reports whether a field of the registry may reach the customer.
func Shareable(key string) bool { return shareable[key] }

// valueReview is what we did for them, realised first, what is agreed after it. A
// hypothesis is ours alone.
func valueReview(_ *model.Scores, a *model.Account) *Report {
	r := &Report{}
	for _, part := range []struct {
		name     string
		from, to model.ValueStatus
	}{{"Verified by you", model.ValueVerified, model.ValueVerified}, {"Realised", model.ValueRealised, model.ValueRealised}, {"Under way", model.ValueAgreed, model.ValueInDelivery}} {
		var rows [][]string
		for _, v := range a.Values {
			if v.Direction == model.ValueGiven && v.Status >= part.from && v.Status <= part.to {
				yearly := ""
				if v.Recurring {
					yearly = "every year"
				}
				rows = append(rows, []string{v.Text, money(v.Money), yearly, v.Metric, v.Baseline, cmp.Or(v.Actual, v.Target), v.Evidence, v.TheirOwner})
			}
		}
		if len(rows) > 0 {
			r.head(part.name)
			r.grid(rows, "what", "worth#", "", "measured by", "before", "now or aimed at", "evidence", "with you")
		}
	}
	if len(r.Nodes) == 0 {
		r.text("Nothing is agreed yet.")
	}
	return r
}

// jointPlan is what both sides mean to do: their goals, the objectives that serve
// them, and who does what.
func jointPlan(_ *model.Scores, a *model.Account) *Report {
	r := &Report{}
	r.head("Your goals")
	var goals []string
	for _, n := range a.Insights {
		if n.Kind == model.Goal && n.Confirmed {
			goals = append(goals, n.Text)
		}
	}
	r.list(goals...)
	r.head("What we mean to reach together")
	var rows [][]string
	for _, o := range a.Objectives {
		if o.Goal != "" && o.Status != model.ObjectiveDropped { // one that serves no goal of theirs is ours alone
			rows = append(rows, []string{o.Text, o.Goal, o.Measure, o.Baseline, o.Target, day(o.Due), o.Status.String()})
		}
	}
	r.grid(rows, "objective", "your goal", "measure", "today", "target", "by", "status")
	r.head("Who does what")
	rows = nil
	for _, x := range a.Actions {
		o := a.Objective(x.Objective)
		if o != nil && o.Goal != "" && o.Status != model.ObjectiveDropped && x.Status != model.ActionDropped {
			rows = append(rows, []string{x.Text, x.Owner, day(x.Due), x.Status.String()})
		}
	}
	r.grid(rows, "action", "who", "by", "status")
	if len(goals)+len(a.Objectives) == 0 {
		r.text("Nothing is agreed yet.")
	}
	return r
}
