package shell

import (
	"os"
	"strings"
	"testing"

	"accord/model/edit"
	"accord/model/score"
	"accord/ui/plan"
)

// planStory is a plan for one account, all its sections, from nothing to a plan
// worth ninety points and more, by keys alone. The real program is driven by the
// same keys in ui/whole.
func planStory(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("testdata/plan_story.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(text)), " ")
}

func TestAWholePlanByKeys(t *testing.T) {
	x := start(t, build(t), 120, 40)
	x.Keys(planStory(t))
	a := x.account()
	standing := x.session().Scores().Standing(a.ID)
	for i, check := range score.PlanChecks() {
		if !standing.CheckMet(i) {
			t.Logf("not met: %s: %s", check.Name, check.Coach)
		}
	}
	if !standing.Quality.Known || standing.Quality.V < 90 {
		t.Fatalf("plan quality %v\n%s", standing.Quality, x.screen())
	}
	for s := range plan.SectionCount {
		if p := s.Progress(x.app.c); p.Have == 0 && s != plan.GapsSection {
			t.Errorf("section %s is empty: %+v", plan.SectionWords()[s].Name, p)
		}
	}
	for x.session().CanUndo() != "" {
		x.Keys("u")
	}
	if p := x.session().Portfolio(); p.Len() != 0 || len(p.Programme().Team) != 0 {
		t.Fatalf("%d accounts are left after taking everything back", p.Len())
	}
	for x.session().CanRedo() != "" {
		x.Keys("ctrl+r")
	}
	if got := x.session().Scores().Standing(a.ID).Quality; got != standing.Quality {
		t.Errorf("quality %v after doing everything again, was %v", got, standing.Quality)
	}
}

// Every check of plan quality is failed and passed by editing, and says in the
// plan how to pass it.
func TestEveryQualityCheckFailsAndPasses(t *testing.T) {
	x := start(t, build(t), 120, 40)
	failed, passed := map[int]bool{}, map[int]bool{}
	note := func() {
		a := x.account()
		if a == nil {
			return
		}
		s := x.session().Scores().Standing(a.ID)
		for i := range score.PlanChecks() {
			if s.CheckMet(i) {
				passed[i] = true
			} else {
				failed[i] = true
			}
		}
	}
	for word := range strings.SplitSeq(planStory(t), " enter ") {
		x.Keys(word + " enter")
		note()
	}
	for range len(x.patches) {
		x.Keys("u")
		note()
	}
	for i, check := range score.PlanChecks() {
		if !failed[i] || !passed[i] {
			t.Errorf("%s: failed %v, passed %v", check.Name, failed[i], passed[i])
		}
	}
	x = start(t, build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}, edit.AddMember{ID: "dana", Name: "Dana Katz"}), 120, 40).Keys("tab tab p 'plan q' enter z home")
	for _, check := range score.PlanChecks() {
		x.sees(check.Name, check.Coach).Keys("down")
	}
	for range score.PlanChecks() { // the one that is a fact of the account leads to that fact
		if score.PlanChecks()[x.app.bench.plan.Parts[plan.QualitySection].(*plan.QualityPart).At].Key == "sponsor" {
			break
		}
		x.Keys("up")
	}
	x.Keys("enter enter 'Dana' enter").sees("Executive sponsor    Dana Katz")
}
