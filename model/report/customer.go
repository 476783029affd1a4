package report

import (
	"cmp"

	"accord/model"
)

// What goes to a customer is built here and nowhere else, from the shareable
// fields (audience.go).

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
			r.grid(rows, "what", "worth#", "how often", "measured by", "before", "now or aimed at", "evidence", "with you")
		}
	}
	if len(r.Nodes) == 0 {
		r.text("Nothing is agreed yet.")
	}
	return r
}

// jointPlan is what both sides mean to do: their goals, and the objectives and
// actions that somebody marked as shared. What is not marked is ours alone.
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
		if o.Shared && o.Status != model.ObjectiveDropped {
			rows = append(rows, []string{o.Text, o.Goal, o.Measure, o.Baseline, o.Target, day(o.Due), o.Status.String()})
		}
	}
	r.grid(rows, "objective", "your goal", "measure", "today", "target", "by", "status")
	r.head("Who does what")
	rows = nil
	for _, x := range a.Actions {
		if x.Shared && x.Status != model.ActionDropped {
			rows = append(rows, []string{x.Text, x.Owner, day(x.Due), x.Status.String()})
		}
	}
	r.grid(rows, "action", "who", "by", "status")
	if r.Nodes = withoutEmpty(r.Nodes); len(r.Nodes) == 0 {
		r.text("Nothing is shared yet.")
	}
	return r
}
