package ui

import (
	tea "charm.land/bubbletea/v2"

	"slices"
	"strings"
	"testing"

	"accord/model"
)

// Three people rate blind, differ, talk, and agree; every answer is saved as it is
// given, and the rating goes on after a restart.
func TestABlindRatingIsTakenThrough(t *testing.T) {
	x := start(t, three(t), 120, 40).keys("/ 'Meridian' enter g w").sees("Everybody answers alone").keys("enter").sees("Who rates?").keys("'AL, BK, AL' enter").sees("is there twice")
	x.keys("enter 'AL, BK, CM' enter").sees("Pass the keyboard to AL", "0 of 3 have answered").keys("enter").sees("AL: If we lost this customer", "Capacity")
	x.keys("5 4 x 3 3 u").sees("change your answer instead").keys("enter").sees("Pass the keyboard to BK", "1 of 3 have answered").keys("enter 1 4 enter")
	// The program ends here; what was saved is all there is.
	y := start(t, x.session().Portfolio(), 120, 40).keys("/ 'Meridian' enter g w").sees("Pass the keyboard to CM", "2 of 3").keys("esc").sees("the blind rating waits: g w goes on with CM").keys("g w enter 2 4 enter")
	y.sees("the result", "Capacity", "median 2.00, spread 4", "AL 5  BK 1  CM 2", "median 4.00, spread 0", "nobody knows")
	if strings.Index(y.screen(), "Capacity") > strings.Index(y.screen(), "Profitability") {
		t.Error("the most disputed question does not come first")
	}
	n := len(y.patches)
	y.keys("home = down 5").sees("stands 2", "stands 5")
	r := y.account().Ratings["importance.capacity"]
	if len(y.patches) != n+2 || r.Ours != model.LevelOf(2) || !strings.Contains(r.Source, "AL 5, BK 1, CM 2") {
		t.Fatalf("%d steps, %+v", len(y.patches)-n, r)
	}
	y.keys("X").sees("what was agreed stays").keys("g w").sees("Everybody answers alone").keys("esc")
	if y.account().Ratings["importance.capacity"].Ours != model.LevelOf(2) {
		t.Error("what was agreed is gone")
	}
}

// A method pack that does not ask the questions any more ends the rating, and does
// not end the program.
func TestABlindRatingOutlivesItsQuestions(t *testing.T) {
	for _, turns := range []string{"", "enter 3 enter"} {
		x := start(t, three(t), 120, 40).keys("/ 'Meridian' enter g w enter 'AL' enter " + turns)
		pack := *model.DefaultPack()
		pack.Instruments = slices.DeleteFunc(slices.Clone(pack.Instruments), func(in model.Instrument) bool { return in.Key == "importance" })
		if _, err := x.session().Do(model.SetPack{Pack: &pack}, testNow); err != nil {
			t.Fatal(err)
		}
		x.sees("does not ask this any more").keys("enter").sees("Everybody answers alone")
		if x.session().Portfolio().Programme().Ballot != nil {
			t.Error("the rating goes on")
		}
	}
}

// Until the last has passed no frame depends on what another answered, nor on what
// stood before: two workshops that differ in just that look the same, key by key.
func TestNoFrameTellsAnothersMark(t *testing.T) {
	frames := func(standing, marks string) (out []string) {
		p := build(t, model.AddAccount{ID: "a", Name: "Alpha"}, set("a", "importance.capacity", standing), set("a", "importance.profitability", standing))
		x := start(t, p, 120, 40).keys("g w enter 'AL, BK' enter enter " + marks)
		look := func() { x.now = testNow; out = append(out, x.screen()) }
		for _, k := range strings.Fields("enter ? i g : / w z tab enter 3 2 x 1 u ctrl+r ? i g : up down end home f2 f3 ctrl+o q") {
			x.key(k)
			look()
		}
		for _, size := range [][2]int{{60, 16}, {80, 24}, {200, 60}} {
			x.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			look()
		}
		return out
	}
	one, other := frames("5", "5 5 5 5 5"), frames("1", "0 1 x 2 4")
	for i := range one {
		if one[i] != other[i] {
			t.Fatalf("frame %d tells something:\n%s\n%s", i, one[i], other[i])
		}
	}
}
