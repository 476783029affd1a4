package report

import (
	"testing"

	"accord/model"
)

// What stands under "today" is the current value with its day; the value an objective
// began with is never that.
func TestTodayIsTheCurrentValueOfAnObjective(t *testing.T) {
	asOf := model.NewDate(2026, 11, 2)
	for _, c := range []struct {
		o    model.Objective
		want string
	}{
		{model.Objective{Baseline: "4", Current: "2", AsOf: asOf}, "2 (2 Nov 2026)"},
		{model.Objective{Baseline: "4", Current: "2"}, "2"},
		{model.Objective{Baseline: "4"}, ""},
	} {
		if got := current(&c.o); got != c.want {
			t.Errorf("%+v: %q, want %q", c.o, got, c.want)
		}
	}
	a := &model.Account{ID: "a", Objectives: []model.Objective{{ID: "o", Text: "fewer stops", Baseline: "4", Current: "2", AsOf: asOf, Shared: true}}}
	ours, theirs := &Report{}, &Report{}
	objectives(ours, a, 0)
	handoutOf(a, nil).objectives(theirs, 0)
	for who, r := range map[string]*Report{"ours": ours, "theirs": theirs} {
		n := r.Nodes[len(r.Nodes)-1].Table
		for i, h := range n.Head {
			if h == "today" && n.Rows[0][i].Text != "2 (2 Nov 2026)" || h == "start" && n.Rows[0][i].Text != "4" {
				t.Errorf("%s: %s is %q", who, h, n.Rows[0][i].Text)
			}
		}
		if len(n.Rows) != 1 || len(n.Head) < 4 {
			t.Errorf("%s: %+v", who, n)
		}
	}
}
