package shell

import (
	"strings"
	"testing"
)

// The strip says the best thing to do, and doing it from the page moves health by
// what was promised, in the list, the strip and the page.
func TestNextMovesAreShownAndDone(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	x.Keys(": 'go to account meridian foods' enter")
	best := x.app.c.Next.Moves[0]
	x.sees("next: " + strings.Fields(best.Text)[0])
	x.Keys("g n").sees("Next moves: Meridian Foods", best.Effect(), "Find out")
	before := x.session().Scores().Standing(x.account().ID).Health.V
	s := x.session().Scores().Local(x.account().ID).Strategic.V
	x.Keys("enter").sees("marked as done", "undoes it")
	after := x.session().Scores().Standing(x.account().ID).Health.V
	if d := after - before - best.DeltaH; d > 1e-9 || d < -1e-9 {
		t.Errorf("health moved by %v, promised %v", after-before, best.DeltaH)
	}
	if d := x.session().Scores().Local(x.account().ID).Strategic.V - s - best.DeltaS; d > 1e-9 || d < -1e-9 {
		t.Errorf("S moved by other than %v", best.DeltaS)
	}
	if x.app.c.Next.Moves[0].Key == best.Key && x.app.c.Next.Moves[0].Text == best.Text {
		t.Errorf("%q is still the next move", best.Text)
	}
	x.Keys("u")
	if x.session().Scores().Standing(x.account().ID).Health.V != before || x.app.c.Next.Moves[0].Text != best.Text {
		t.Error("undo did not take the move back")
	}
}

// While an answer is on its way the old line is kept, and an answer about a state
// that is past is dropped.
func TestAnAnswerOfThePastIsDropped(t *testing.T) {
	x := planOf(t, samplePortfolio(t), "Meridian Foods")
	old := x.app.c.Next
	x.Keys("1")
	now := x.app.c.Next
	if !now.Of(x.app.c) || old.Of(x.app.c) {
		t.Fatal("the edit did not bring a new answer")
	}
	x.send(movesMsg(old))
	if !x.app.c.Next.Of(x.app.c) {
		t.Error("an old answer took the place of the new one")
	}
}

// Every row of the page can be reached, down to the last thing to find out.
func TestTheMovesPageScrolls(t *testing.T) {
	x := start(t, samplePortfolio(t), 60, 16)
	gaps := x.session().Scores().FindOut(x.app.c.Account)
	x.Keys("g n end")
	if last := gaps[len(gaps)-1].Text; !strings.Contains(squeezed(x.screen()), last[:20]) {
		t.Errorf("the page does not end with %q:\n%s", last, x.screen())
	}
	x.Keys("enter").sees("There is no next move here.").Keys("home").sees("1 ").Keys("esc").seesNot("Next moves")
}
