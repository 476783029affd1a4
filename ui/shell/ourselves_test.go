package shell

import (
	"testing"

	"accord/model"
	"accord/model/edit"
)

func TestWeRateOurselvesByKeys(t *testing.T) {
	p := build(t, edit.AddMember{ID: "dana", Name: "Dana Katz"})
	x := start(t, p, 120, 40).Keys("g e").sees("Programme readiness –", "Written criteria", "not asked yet", "How do we decide which customers are strategic?")
	x.Keys("4 down 2").sees("Programme readiness 60", "24 Nov 2026").Keys("right").sees("Competency: Dana Katz –").Keys("5 right 3").sees("Competency: Dana Katz 60")
	g := x.session().Portfolio().Programme()
	if g.Readiness["readiness.criteria"].Ours != model.LevelOf(4) || len(g.Readiness) != 2 || len(g.Team[0].Competency) != 1 {
		t.Fatalf("%+v %+v", g.Readiness, g.Team)
	}
	x.Keys("x").sees("Dana Katz –").Keys("left").sees("Programme readiness 60").Keys("esc")
	for x.session().CanUndo() != "" {
		x.Keys("u")
	}
	if g := x.session().Portfolio().Programme(); g.Readiness != nil || g.Team[0].Competency != nil {
		t.Errorf("%+v %+v", g.Readiness, g.Team)
	}
}
