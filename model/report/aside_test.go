package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"accord/model"
	"accord/model/score"
)

// asides are those of a report for the customer, in words.
func asides(t *testing.T, key string, g *model.Programme, accounts ...*model.Account) string {
	t.Helper()
	p, err := model.NewPortfolio(g, accounts)
	if err != nil {
		t.Fatal(err)
	}
	s := score.Of(p, today)
	var out []string
	for _, a := range Asides(key, Customer, s, accounts[0].ID) {
		if a.Keys == "" || a.Command == "" {
			t.Errorf("%s: nobody says what to do", a.Said)
		}
		out = append(out, a.Said)
	}
	if k, _ := KindOf(key); k.ours != nil && len(Asides(key, Us, s, accounts[0].ID)) > 0 {
		t.Errorf("%s of ours has asides", key)
	}
	return strings.Join(out, " | ")
}

// What nobody decided is counted in each report that would show it, and nowhere else.
func TestWhatNobodyDecidedIsCounted(t *testing.T) {
	a := &model.Account{ID: "a", Name: "Alpha Works"}
	for i, said := range []model.Sharing{model.Undecided, model.Undecided, model.IsShared, model.NotShared} {
		id := fmt.Sprint(i)
		a.Values = append(a.Values, model.ValueLine{ID: model.ValueID(id), Text: "v", Status: model.ValueAgreed, Shared: said}, model.ValueLine{ID: model.ValueID("h" + id), Text: "hypothesis", Shared: said},
			model.ValueLine{ID: model.ValueID("r" + id), Text: "received", Direction: model.ValueReceived, Status: model.ValueVerified, Shared: said})
		a.Decisions = append(a.Decisions, model.Decision{ID: model.DecisionID(id), Text: "d", Shared: said})
		if i > 0 {
			a.Insights = append(a.Insights, model.Insight{ID: model.InsightID(id), Text: "g", Confirmed: true, Shared: said}, model.Insight{ID: model.InsightID("n" + id), Text: "guess", Shared: said})
		}
	}
	g := model.NewProgramme()
	g.Workshop = &model.Workshop{Title: "W", Day: today, Accounts: []model.AccountID{"a"}, Parked: []model.Parked{{ID: "1", Text: "d", Account: "a", End: model.BecameDecision, Made: "1"},
		{ID: "2", Text: "old", Account: "a", End: model.BecameDecision, Made: "a review"}, {ID: "3", Text: "old", Account: "b", End: model.BecameDecision, Made: "a review"}}}
	const values, goal, decisions = "2 value lines not decided; they are left out", "1 confirmed goal not decided; it is left out", "2 decisions not decided; they are left out"
	for key, want := range map[string][]string{
		"plan": {values, goal}, "full": {values, goal, decisions}, "qbr": {values, goal, decisions}, "value": {values}, "joint": {goal},
		"agreed": {"1 decision not decided; it is left out", "1 decision is only in the text of the review; it is left out"},
	} {
		if got := asides(t, key, g, a); got != strings.Join(want, " | ") {
			t.Errorf("%s: %s", key, got)
		}
	}
}

// A text that is shared and names another account is told of, the account's own name,
// though it holds the other's, is not.
func TestAnotherCustomersNameIsTold(t *testing.T) {
	others := []string{"Beta", "Alpha", "דלתא", "Gamma & Sons", "IT"}
	for text, want := range map[string]string{
		"as at Beta, a third less":              "Beta",
		"as BETA's people do":                   "Beta",
		"Alpha Works and its plants":            "",
		"Alpha Works learns from Alpha":         "Alpha",
		"a betatron in the alphabet":            "",
		"like Gamma & Sons did":                 "Gamma & Sons",
		"כמו שעשינו לדלתא השנה":                 "דלתא",
		"IT is theirs":                          "",
		"nothing to see":                        "",
		"first Alpha, then (Beta), then Alpha.": "Alpha Beta",
	} {
		a := &model.Account{ID: "a", Name: "Alpha Works", Objectives: []model.Objective{{ID: "o", Text: text, Shared: true}},
			Actions: []model.Action{{ID: "x", Text: "as at Beta"}}}
		list := []*model.Account{a}
		for i, name := range others {
			list = append(list, &model.Account{ID: model.AccountID(fmt.Sprint("o", i)), Name: name})
		}
		got := asides(t, "joint", model.NewProgramme(), list...)
		var found []string
		for _, name := range others {
			if strings.Contains(got, "names "+name+", another account") {
				found = append(found, name)
			}
		}
		slices.Sort(found)
		if strings.Join(found, " ") != want {
			t.Errorf("%q names %q: %s", text, strings.Join(found, " "), got)
		}
	}
}
