package merge3

import (
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/sessiontest"
)

// asOld is a portfolio as an older program writes it: without what it does not know.
func asOld(t *testing.T, p *model.Portfolio) *model.Portfolio {
	t.Helper()
	var list []*model.Account
	for _, a := range p.Accounts() {
		b := *a
		b.Decisions = nil
		b.Values = model.ChangedEach(b.Values, func(v *model.ValueLine) bool { v.Shared = model.Undecided; return true })
		b.Insights = model.ChangedEach(b.Insights, func(n *model.Insight) bool { n.Shared = model.Undecided; return true })
		b.Objectives = model.ChangedEach(b.Objectives, func(o *model.Objective) bool { o.Current, o.AsOf = "", model.Date{}; return true })
		b.Actions = model.ChangedEach(b.Actions, func(x *model.Action) bool {
			x.First, x.Postponed, x.Dropped = model.Date{}, 0, model.Date{}
			return true
		})
		list = append(list, &b)
	}
	g := *p.Programme()
	if g.Workshop != nil {
		w := *g.Workshop
		w.People = model.ChangedEach(w.People, func(x *model.Participant) bool { x.Account = ""; return true })
		g.Workshop = &w
	}
	q, err := model.NewPortfolio(&g, list)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// A version of an older program takes nothing away that it does not know; what it did
// change comes in. The same of a program that knows takes it away.
func TestWhatAnOlderProgramDoesNotKnowStays(t *testing.T) {
	s := sessiontest.New(everything(t))
	sessiontest.DoAll(t, s, edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfValue, ID: "v1"}, Key: "value.shared", Value: "yes"}, edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfInsight, ID: "i1"}, Key: "insight.shared", Value: "no"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfDecision, ID: "d1"}, Key: "decision.shared", Value: "yes"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfObjective, ID: "o1"}, Key: "objective.current", Value: "41 %"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfAction, ID: "x1"}, Key: "action.first", Value: "2026-01-09"}, edit.BeginWorkshop{Workshop: model.Workshop{Title: "W", Day: modeltest.Today}}, edit.SetParticipant{Was: "", Participant: model.Participant{Initials: "PO", Function: "operations", Theirs: true, Account: "a"}})
	base := s.Portfolio()
	old := sessiontest.New(asOld(t, base))
	sessiontest.DoAll(t, old, edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfValue, ID: "v1"}, Key: "value.text", Value: "even less scrap"}, edit.SetField{Ref: edit.AccountRef("b"), Key: "city", Value: "Lyon"}, edit.SetParticipant{Was: "PO", Participant: model.Participant{Initials: "PO", Function: "logistics", Theirs: true, Account: ""}})
	theirs := old.Portfolio()
	for _, marked := range []bool{true, false} {
		if marked {
			theirs = theirs.Older(model.KnowsFirst)
		} else {
			theirs = old.Portfolio()
		}
		m := merged(t, base, base, theirs)
		p := m.Result()
		a := p.Account("a")
		if len(m.Conflicts()) > 0 || a.Values[0].Text != "even less scrap" || p.Account("b").City != "Lyon" || p.Programme().Workshop.People[0].Function != "logistics" {
			t.Errorf("%v: what they changed does not come in: %+v %+v", marked, m.Conflicts(), a)
		}
		kept := a.Values[0].Shared == model.IsShared && a.Insights[0].Shared == model.NotShared && len(a.Decisions) == 1 && len(p.Account("b").Decisions) == 1 && p.Programme().Workshop.People[0].Account == "a" &&
			a.Objective("o1").Current == "41 %" && a.Objective("o1").AsOf == modeltest.Today && a.Action("x1").First.Known()
		if kept != marked {
			t.Errorf("%v: %+v %+v %+v %+v", marked, a.Values, a.Insights, a.Decisions, p.Programme().Workshop.People)
		}
	}
}

// The copy of an account is another customer: nothing is shared with them.
func TestACopyOfAnAccountSharesNothing(t *testing.T) {
	s := sessiontest.New(everything(t))
	for _, x := range [][3]string{{"v1", "value.shared", "yes"}, {"i1", "insight.shared", "no"}, {"d1", "decision.shared", "yes"}, {"o1", "objective.shared", "yes"}, {"x1", "action.shared", "yes"}} {
		f, err := edit.FieldByKey(s.Portfolio().Programme(), x[1])
		if err != nil {
			t.Fatal(err)
		}
		sessiontest.DoAll(t, s, edit.SetField{Ref: edit.Ref{Account: "a", Of: f.Of, ID: x[0]}, Key: x[1], Value: x[2]})
	}
	sessiontest.DoAll(t, s, edit.CopyAccount{ID: "c", From: "a", Name: "Copy"})
	c := s.Portfolio().Account("c")
	if c.Values[0].Shared != model.Undecided || c.Insights[0].Shared != model.Undecided || c.Objectives[0].Shared || c.Actions[0].Shared || len(c.Decisions) > 0 || len(c.Actions) != 2 {
		t.Errorf("%+v", c)
	}
	if a := s.Portfolio().Account("a"); a.Values[0].Shared != model.IsShared || !a.Objectives[0].Shared || len(a.Decisions) != 1 {
		t.Errorf("the copied one: %+v", a)
	}
}

// A decision that an older program put into the words of a review becomes one that can
// be shared when it is made a decision again.
func TestADecisionInWordsBecomesOne(t *testing.T) {
	s := sessiontest.WorkshopSession(t)
	sessiontest.DoAll(t, s, edit.Park{Parked: model.Parked{ID: "1", Kind: model.ParkedDecision, Text: "plan B", Account: "a", End: model.BecameDecision, Made: "old"}}, edit.AddItem{Account: "a", Of: edit.OfReview, ID: "old", Text: "Review of Alpha"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfReview, ID: "old"}, Key: "review.decisions", Value: "plan B\nno discount"}, edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfReview, ID: "old"}, Key: "review.held", Value: "yes"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfReview, ID: "old"}, Key: "review.date", Value: modeltest.Today.String()}, edit.TurnParked{ID: "1", Into: model.BecameDecision, Made: "new"})
	a := s.Portfolio().Account("a")
	if len(a.Decisions) != 1 || a.Decisions[0].Text != "plan B" || a.Decisions[0].Review != "old" || a.Reviews[0].Decisions != "no discount" {
		t.Errorf("%+v %+v", a.Decisions, a.Reviews)
	}
	if _, err := s.Do(edit.TurnParked{ID: "1", Into: model.BecameDecision, Made: "again"}, modeltest.Now); err == nil {
		t.Error("it is made a second time")
	}
}
