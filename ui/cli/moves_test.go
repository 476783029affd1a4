package cli

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/sample"
	"accord/model/score"
)

func sampled(t *testing.T) *memory {
	t.Helper()
	p, err := sample.Portfolio(model.DateOf(testNow))
	if err != nil {
		t.Fatal(err)
	}
	return &memory{t: t, p: p, written: map[string]string{}}
}

func TestMovesOfOneAccountAndOverAll(t *testing.T) {
	m := sampled(t)
	out, _, exit := m.run("moves", "Meridian Foods", "-n", "2", "--json")
	one := decode[movesJSON](t, out)
	if exit != 0 || len(one.Moves) != 2 || len(one.FindOut) == 0 || one.Moves[0].Account != "Meridian Foods" || one.Moves[0].Gain/one.Moves[0].Effort < one.Moves[1].Gain/one.Moves[1].Effort || one.Moves[1].Gain <= 0 {
		t.Errorf("%d %+v", exit, one)
	}
	s := score.Of(m.p, model.DateOf(testNow))
	want := score.Move{Effort: 1}
	for i := range m.p.Accounts() {
		moves := s.Moves(m.p.At(i).ID, func() string { return "x" })
		for _, w := range moves[:min(3, len(moves))] { // a person to meet first of all may be worth less than the next
			if w.Worth() > want.Worth() {
				want = w
			}
		}
	}
	out, _, _ = m.run("moves", "--json")
	all := decode[movesJSON](t, out)
	if len(all.Moves) != 3 || all.Moves[0].Text != want.Text || len(all.FindOut) != 0 {
		t.Errorf("%+v", all)
	}
	if out, _, _ := m.run("moves"); !strings.Contains(out, "1. "+all.Moves[0].Account+": "+all.Moves[0].Text) {
		t.Errorf("%s", out)
	}
	if out, _, _ := m.run("moves", "Meridian Foods"); !strings.Contains(out, "Find out (") {
		t.Errorf("%s", out)
	}
	if _, errs, exit := m.run("moves", "-n", "0"); exit != ExitUsage || !strings.Contains(errs, "not a number of moves") {
		t.Errorf("%d %s", exit, errs)
	}
}

func TestLoseTellsBothSides(t *testing.T) {
	m := worked(t)
	out, _, exit := m.run("lose", "Meridian Foods", "halden", "--json")
	l := decode[lossJSON](t, out)
	if exit != 0 || len(l.Accounts) != 2 || l.Revenue != model.Some(60.0) || l.RevenueShare != model.Some(0.6) || l.Before.CR1 != model.Some(0.5) || l.After.CR1 != model.Some(0.75) || l.Contribution.Known {
		t.Errorf("%d %+v", exit, l)
	}
	if out, _, _ := m.run("lose", "Meridian Foods"); !strings.Contains(out, "after they leave: Meridian Foods") || !strings.Contains(out, "50.0 %") {
		t.Errorf("%s", out)
	}
	for _, words := range [][]string{{"lose"}, {"lose", "nobody"}, {"lose", "meridian"}} {
		if _, errs, exit := m.run(words...); exit != ExitUsage || errs == "" {
			t.Errorf("%v: %d %s", words, exit, errs)
		}
	}
}

func TestLeaveOnEitherSide(t *testing.T) {
	m := sampled(t)
	out, _, exit := m.run("leave", "Meridian Foods", "anneke", "--json")
	l := decode[leaveJSON](t, out)
	if exit != 0 || l.Person != "Anneke Levi" || l.Side != "theirs" || l.After.Score.V >= l.Before.Score.V || l.After.Coverage.V >= l.Before.Coverage.V || l.After.Health.V >= l.Before.Health.V {
		t.Errorf("%d %+v", exit, l)
	}
	out, _, _ = m.run("leave", "Meridian Foods", "Dana Sharon", "--json")
	if l = decode[leaveJSON](t, out); l.Side != "ours" || l.After.Threads == l.Before.Threads || len(l.CutOff) != 0 {
		t.Errorf("%+v", l)
	}
	if out, _, _ := m.run("leave", "Meridian Foods", "Dana Sharon"); !strings.Contains(out, "if Dana Sharon (ours) leaves") || !strings.Contains(out, "threads") {
		t.Errorf("%s", out)
	}
	for _, words := range [][]string{{"leave", "Meridian Foods"}, {"leave", "Meridian Foods", "nobody"}, {"leave", "Meridian Foods", ""}} {
		if _, errs, exit := m.run(words...); exit != ExitUsage || errs == "" {
			t.Errorf("%v: %d %s", words, exit, errs)
		}
	}
}

// The figures of score --json are those of the model, none left null by mistake.
func TestScoreHasEveryFigure(t *testing.T) {
	m := sampled(t)
	out, _, _ := m.run("score", "Meridian Foods", "--json")
	j := decode[[]scoreJSON](t, out)[0]
	s := score.Of(m.p, model.DateOf(testNow))
	id := j.ID
	l, st := s.Local(id), s.Standing(id)
	for name, pair := range map[string][2]model.Num{"health": {j.Health.Score, st.Health}, "attention": {j.Attention, st.Attention}, "commercial": {j.Commercial.Score, st.Commercial}, "cagr": {j.Commercial.CAGR, l.CAGR},
		"lifetime": {j.Commercial.LifetimeValue, st.LifetimeValue}, "plan": {j.Plan.Score, st.Plan}, "relationship": {j.Relationship.Score, l.Relationship.Score}, "zipper": {j.Relationship.Zipper, l.Relationship.Zipper}} {
		if !pair[1].Known || pair[0] != pair[1] {
			t.Errorf("%s is %v, the model says %v", name, pair[0], pair[1])
		}
	}
	if len(j.Flags) != len(st.Flags.List()) || len(j.Flags) == 0 {
		t.Errorf("flags %v", j.Flags)
	}
}
