package shell

import (
	"fmt"
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/kit"
)

// The walk reaches every figure of the account and of the portfolio.
func TestExplainWalksEveryFigure(t *testing.T) {
	for _, p := range []*model.Portfolio{three(t), samplePortfolio(t)} {
		x := start(t, p, 80, 40)
		x.Keys("i")
		for range score.AccountFigures() {
			e, ok := x.app.top().(*kit.Explain).Explanation(x.app.c)
			if !ok {
				t.Fatal("no explanation")
			}
			x.sees(e.Name, "How it comes about", e.Value)
			for _, in := range e.Inputs {
				x.sees(in.Name)
			}
			x.Keys("right")
		}
		x.sees("Attention", fmt.Sprintf("8 of %d", len(score.AccountFigures()))).Keys("left left left left left left left").sees("Strategic score S", "1 of ").Keys("left").sees("Plan P").Keys("tab").sees("1 of 37").Keys("esc g f")
		for _, key := range score.PortfolioFigures() {
			e, ok := x.session().Scores().ExplainPortfolio(key)
			if !ok {
				t.Fatalf("%s is not explained", key)
			}
			if x.sees(e.Name, e.Value); !strings.Contains(squeezed(x.screen()), e.Formula) {
				t.Fatalf("%q is cut:\n%s", e.Formula, x.screen())
			}
			x.Keys("right")
		}
		x.sees("1 of 14")
	}
}

func TestExplainOpensEveryFigureAndFallsBack(t *testing.T) {
	x := start(t, three(t), 110, 40)
	for _, key := range score.AccountFigures() {
		e, _ := x.session().Scores().Explain("a2", key)
		x.app.push(kit.NewExplain("a2", key))
		x.sees("Explained: Meridian Foods", e.Name).Keys("q")
	}
	x.app.push(kit.NewExplain("a2", "no such figure"))
	x.sees("Strategic score S").Keys("esc")
	x.app.push(kit.NewExplain("a2", "importance.capacity"))
	x.sees("Impact if lost", "Not known yet", fmt.Sprintf("2 of %d", len(score.AccountFigures()))).Keys("esc")
	x.app.push(kit.NewExplain("gone", "strategic"))
	x.sees("This account no longer").Keys("right y esc").seesNot("gone")
}

func TestExplainScrollsAndCopies(t *testing.T) {
	x := start(t, three(t), 60, 16)
	x.Keys("j i left left left left left left").sees("Impact if lost", "more")
	x.Keys("end").sees("above").seesNot("more").Keys("home").seesNot("above")
	x.Keys("y").sees("copied: Explained: Meridian Foods")
	e, _ := x.session().Scores().Explain("a2", "importance")
	for _, want := range []string{"Impact if lost", "confidence 80 %", "- not known: "} {
		if !strings.Contains(kit.ExplanationText(e), want) {
			t.Errorf("the copy lacks %q:\n%s", want, kit.ExplanationText(e))
		}
	}
}

// Notes and sources that have no room beside the number go below it, in full.
func TestExplainShowsLongNotesInFull(t *testing.T) {
	note := "because the plant in the north would stop within two weeks and nobody else has the tooling"
	p := build(t, edit.AddAccount{ID: "a", Name: "Alfa"}, set("a", "importance.capacity", "4"), set("a", "importance.capacity.note", note))
	x := start(t, p, 80, 24)
	x.Keys("i left left left left left left")
	if s := squeezed(x.screen()); !strings.Contains(s, note) {
		t.Fatalf("the note is cut:\n%s", x.screen())
	}
}
