package shell

import (
	"fmt"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/ui/agenda"
	"accord/ui/kit"
)

// due is a portfolio with something late, something soon, and something without a
// day, in two accounts.
func due(t testing.TB) *model.Portfolio {
	p := build(t,
		edit.AddMember{ID: "dana", Name: "Dana Katz"}, edit.AddMember{ID: "omer", Name: "Omer Levi"},
		edit.AddAccount{ID: "a", Name: "Alpha"}, edit.AddAccount{ID: "b", Name: "Beta"},
		edit.AddAction{Account: "a", ID: "late", Text: "send the plan"}, edit.AddAction{Account: "a", ID: "open", Text: "think it over"},
		edit.AddAction{Account: "b", ID: "soon", Text: "call the CFO"},
		edit.AddItem{Account: "b", Of: edit.OfReview, ID: "rev", Text: "spring review"},
		edit.AddSeat{Account: "b", ID: "s", Title: "CFO", Name: "Anna Levi", Person: "p"},
		edit.SetTie{Account: "b", ID: "tie", Ours: "dana", Theirs: "p", Level: model.Vendor},
	)
	s := session.New(p, model.DateOf(testNow), 0, counterIDs())
	for _, f := range [][4]string{{"a", "late", "action.due", "2026-11-10"}, {"a", "late", "action.owner", "Dana Katz"}, {"b", "soon", "action.due", "2026-11-26"}, {"b", "rev", "review.date", "2026-12-02"}} {
		of := edit.OfAction
		if f[1] == "rev" {
			of = edit.OfReview
		}
		if _, err := s.Do(edit.SetField{Ref: edit.Ref{Account: model.AccountID(f[0]), Of: of, ID: f[1]}, Key: f[2], Value: f[3]}, testNow); err != nil {
			t.Fatal(err)
		}
	}
	for key, value := range map[string]string{"tie.cadence": "30", "tie.last_contact": "2026-10-20"} {
		if _, err := s.Do(edit.SetField{Ref: edit.Ref{Account: "b", Of: edit.OfTie, ID: "tie"}, Key: key, Value: value}, testNow); err != nil {
			t.Fatal(err)
		}
	}
	return s.Portfolio()
}

func TestTheAgendaIsWorkedOffByKeys(t *testing.T) {
	x := start(t, due(t), 120, 40).Keys("g a").sees("overdue  2", "14 d late", "send the plan", "talk to Anna Levi again, every 30 days", "this week  1", "call the CFO", "next week  1", "spring review", "without a day  1", "think it over")
	x.Keys("home d").sees("done: send the plan", "overdue  1").Keys("d").sees("done: talk to Anna Levi").seesNot("overdue")
	x.Keys("home p").sees("Move to", "+1w").Keys("enter").sees("moved to 1 Dec 2026: call the CFO")
	x.Keys("home r 'Omer' enter").sees("Omer Levi").Keys("down p ctrl+u 'soon' enter").sees("is not a day", "enter moves it").Keys("esc d").sees("done: spring review")
	b := x.session().Portfolio().Account("b")
	if b.Actions[0].Owner != "Omer Levi" || b.Actions[0].Due != model.NewDate(2026, 12, 1) || !b.Reviews[0].Held || b.Reviews[0].Date != model.DateOf(testNow) || b.Ties[0].LastContact != model.DateOf(testNow) {
		t.Fatalf("%+v %+v %+v", b.Actions, b.Reviews, b.Ties)
	}
	if n := len(x.patches); n != 5 {
		t.Errorf("%d steps for five edits", n)
	}
	for range 5 {
		x.Keys("u")
	}
	x.sees("overdue  2", "14 d late").Keys("v").sees("Dana Katz  2", "nobody yet  3").Keys("v").sees("Alpha  2", "Beta  3")
	x.Keys("end enter").sees("3 Plan ─ ")
	if x.account().Name != "Beta" {
		t.Errorf("at %s", x.account().Name)
	}
}

func TestEnterGoesToTheEntryItself(t *testing.T) {
	x := start(t, due(t), 120, 40).Keys("g a home enter").sees("3 Plan ─ actions", "send the plan", "overdue by 14 days")
	x.Keys("g a down enter")
	if x.app.bench.focus != kit.PaneMap || x.account().Name != "Beta" {
		t.Error("a contact does not lead to the map")
	}
}

func TestYourNextHourIsOverAllAccounts(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40).Keys("g a v v v").sees("[your next hour]", "health +")
	p := x.app.top().(*agenda.Page)
	best := p.Hour.Moves[0]
	for i := range p.Hour.Moves {
		if m := x.session().Scores().Moves(p.Hour.Of[i], counterIDs()); best.Worth()+1e-9 < m[0].Worth() {
			t.Errorf("%s has a better move than the first", p.Hour.Of[i])
		}
	}
	x.Keys("d").sees("marked as done (u")
	if len(x.patches) != 1 || p.Hour.Scores != x.session().Scores() {
		t.Fatalf("%d steps, and the hour is of another state: %v", len(x.patches), p.Hour.Scores != x.session().Scores())
	}
	x.Keys("enter").sees("Next moves: ")
}

func TestNothingDueSaysSo(t *testing.T) {
	start(t, build(t, edit.AddAccount{ID: "a", Name: "Alpha"}), 80, 24).Keys("g a").sees("Nothing is due").Keys("d p r enter v v v d enter esc").seesNot("Agenda")
}

func BenchmarkAgenda(b *testing.B) {
	base := manyAccounts(b, 2000)
	var accounts []*model.Account
	for _, a := range base.Accounts() {
		c := *a
		for i := range 10 {
			c.Actions = append(c.Actions, model.Action{ID: model.ActionID(fmt.Sprint(a.ID, i)), Text: "do something", Due: model.DateOf(testNow).AddDays(i*7 - 30)})
		}
		accounts = append(accounts, &c)
	}
	p, err := model.NewPortfolio(base.Programme(), accounts)
	if err != nil {
		b.Fatal(err)
	}
	for _, keys := range []string{"down", "d"} {
		b.Run(keys, func(b *testing.B) {
			x := start(b, p, 120, 40).Keys("g a")
			x.deaf = true
			for b.Loop() {
				x.key(keys)
				_ = x.app.View()
			}
		})
	}
}
