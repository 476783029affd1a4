package ui

import (
	"testing"

	"accord/model"
	"accord/model/edit"
)

func TestWeRateOurselvesByKeys(t *testing.T) {
	p := build(t, edit.AddMember{ID: "dana", Name: "Dana Katz"})
	x := start(t, p, 120, 40).keys("g e").sees("Programme readiness –", "Written criteria", "not asked yet", "How do we decide which customers are strategic?")
	x.keys("4 down 2").sees("Programme readiness 60", "24 Nov 2026").keys("right").sees("Competency: Dana Katz –").keys("5 right 3").sees("Competency: Dana Katz 60")
	g := x.session().Portfolio().Programme()
	if g.Readiness["readiness.criteria"].Ours != model.LevelOf(4) || len(g.Readiness) != 2 || len(g.Team[0].Competency) != 1 {
		t.Fatalf("%+v %+v", g.Readiness, g.Team)
	}
	x.keys("x").sees("Dana Katz –").keys("left").sees("Programme readiness 60").keys("esc")
	for x.session().CanUndo() != "" {
		x.keys("u")
	}
	if g := x.session().Portfolio().Programme(); g.Readiness != nil || g.Team[0].Competency != nil {
		t.Errorf("%+v %+v", g.Readiness, g.Team)
	}
}
