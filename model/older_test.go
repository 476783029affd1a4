package model

import "testing"

// asOld is a portfolio as an older program writes it: without what it does not know.
func asOld(t *testing.T, p *Portfolio) *Portfolio {
	t.Helper()
	var list []*Account
	for _, a := range p.accounts {
		b := *a
		b.Decisions = nil
		b.Values = changedEach(b.Values, func(v *ValueLine) bool { v.Shared = Undecided; return true })
		b.Insights = changedEach(b.Insights, func(n *Insight) bool { n.Shared = Undecided; return true })
		list = append(list, &b)
	}
	g := *p.programme
	if g.Workshop != nil {
		w := *g.Workshop
		w.People = changedEach(w.People, func(x *Participant) bool { x.Account = ""; return true })
		g.Workshop = &w
	}
	q, err := NewPortfolio(&g, list)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// A version of an older program takes nothing away that it does not know; what it did
// change comes in. The same of a program that knows takes it away.
func TestWhatAnOlderProgramDoesNotKnowStays(t *testing.T) {
	s := newTestSession(everything(t))
	doAll(t, s, SetField{Ref: Ref{"a", OfValue, "v1"}, Key: "value.shared", Value: "yes"}, SetField{Ref: Ref{"a", OfInsight, "i1"}, Key: "insight.shared", Value: "no"},
		SetField{Ref: Ref{"a", OfDecision, "d1"}, Key: "decision.shared", Value: "yes"}, BeginWorkshop{Workshop{Title: "W", Day: testToday}}, SetParticipant{"", Participant{"PO", "operations", true, "a"}})
	base := s.Portfolio()
	old := newTestSession(asOld(t, base))
	doAll(t, old, SetField{Ref: Ref{"a", OfValue, "v1"}, Key: "value.text", Value: "even less scrap"}, SetField{Ref: AccountRef("b"), Key: "city", Value: "Lyon"}, SetParticipant{"PO", Participant{"PO", "logistics", true, ""}})
	theirs := old.Portfolio()
	for _, marked := range []bool{true, false} {
		if marked {
			theirs = theirs.Older()
		} else {
			theirs = old.Portfolio()
		}
		m := merged(t, base, base, theirs)
		p := m.Result()
		a := p.Account("a")
		if len(m.Conflicts()) > 0 || a.Values[0].Text != "even less scrap" || p.Account("b").City != "Lyon" || p.programme.Workshop.People[0].Function != "logistics" {
			t.Errorf("%v: what they changed does not come in: %+v %+v", marked, m.Conflicts(), a)
		}
		kept := a.Values[0].Shared == IsShared && a.Insights[0].Shared == NotShared && len(a.Decisions) == 1 && len(p.Account("b").Decisions) == 1 && p.programme.Workshop.People[0].Account == "a"
		if kept != marked {
			t.Errorf("%v: %+v %+v %+v %+v", marked, a.Values, a.Insights, a.Decisions, p.programme.Workshop.People)
		}
	}
}

// The copy of an account is another customer: nothing is shared with them.
func TestACopyOfAnAccountSharesNothing(t *testing.T) {
	s := newTestSession(everything(t))
	for _, x := range [][3]string{{"v1", "value.shared", "yes"}, {"i1", "insight.shared", "no"}, {"d1", "decision.shared", "yes"}, {"o1", "objective.shared", "yes"}, {"x1", "action.shared", "yes"}} {
		f, err := FieldByKey(s.Portfolio().programme, x[1])
		if err != nil {
			t.Fatal(err)
		}
		doAll(t, s, SetField{Ref: Ref{"a", f.Of, x[0]}, Key: x[1], Value: x[2]})
	}
	doAll(t, s, CopyAccount{ID: "c", From: "a", Name: "Copy"})
	c := s.Portfolio().Account("c")
	if c.Values[0].Shared != Undecided || c.Insights[0].Shared != Undecided || c.Objectives[0].Shared || c.Actions[0].Shared || len(c.Decisions) > 0 || len(c.Actions) != 2 {
		t.Errorf("%+v", c)
	}
	if a := s.Portfolio().Account("a"); a.Values[0].Shared != IsShared || !a.Objectives[0].Shared || len(a.Decisions) != 1 {
		t.Errorf("the copied one: %+v", a)
	}
}

// A decision that an older program put into the words of a review becomes one that can
// be shared when it is made a decision again.
func TestADecisionInWordsBecomesOne(t *testing.T) {
	s := workshopSession(t)
	doAll(t, s, Park{Parked{ID: "1", Kind: ParkedDecision, Text: "plan B", Account: "a", End: BecameDecision, Made: "old"}}, AddItem{"a", OfReview, "old", "Review of Alpha"},
		SetField{Ref: Ref{"a", OfReview, "old"}, Key: "review.decisions", Value: "plan B\nno discount"}, SetField{Ref: Ref{"a", OfReview, "old"}, Key: "review.held", Value: "yes"},
		SetField{Ref: Ref{"a", OfReview, "old"}, Key: "review.date", Value: testToday.String()}, TurnParked{"1", BecameDecision, "new"})
	a := s.Portfolio().Account("a")
	if len(a.Decisions) != 1 || a.Decisions[0].Text != "plan B" || a.Decisions[0].Review != "old" || a.Reviews[0].Decisions != "no discount" {
		t.Errorf("%+v %+v", a.Decisions, a.Reviews)
	}
	if _, err := s.Do(TurnParked{"1", BecameDecision, "again"}, testNow); err == nil {
		t.Error("it is made a second time")
	}
}
