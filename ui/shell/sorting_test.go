package shell

import (
	"fmt"
	"strings"
	"testing"

	"accord/model"
	"accord/model/score"
	"accord/ui/accounts"
)

// Eighty-five accounts get their tiers in at most three keystrokes each, one undo
// each; what was decided stays when the program dies in the middle, and starting
// again goes on with the undecided.
func TestEightyFiveAccountsAreSorted(t *testing.T) {
	x := start(t, manyAccounts(t, 85), 120, 40).Keys("g c").sees("Sorting: 1 of 85", "suggest", "If we lost this customer", "85 undecided")
	strokes := 2
	for i := range 40 {
		x.Keys(fmt.Sprint(1 + i%4))
		strokes++
	}
	x.sees("Sorting: 41 of 85", "45 undecided")
	if len(x.patches) != 40 {
		t.Fatalf("%d steps for forty answers", len(x.patches))
	}
	// The program dies: what was saved is all there is.
	y := start(t, x.session().Portfolio(), 120, 40).Keys("g c").sees("Sorting: 1 of 85", "45 undecided")
	strokes += 2
	for range 45 {
		if id := y.app.top().(*accounts.Sorting).Queue[y.app.top().(*accounts.Sorting).At]; y.session().Portfolio().Account(id).Tier != model.Candidate {
			t.Fatal("one that is decided came before the undecided ones")
		}
		y.Keys("2")
		strokes++
	}
	if strokes > 3*85 {
		t.Errorf("%d keystrokes", strokes)
	}
	y.sees("0 undecided").Keys("esc").sees("Sorting: the result", "10 strategic")
	for _, words := range []string{"Consciously neglected", "Changed since this sorting started", "candidate → key"} {
		y.seesSomewhere(words)
	}
	if len(y.patches) != 45 {
		t.Fatalf("%d steps for 45 answers", len(y.patches))
	}
	y.Keys("u").sees("Sorting: 85 of 85") // the last one asked; the undos of the others follow
	for range 44 {
		y.Keys("u")
	}
	y.sees("45 undecided").Keys("esc esc").seesNot("Sorting")
}

func TestSortingShowsWhatTheNumbersSay(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40).Keys("g c")
	s := x.app.top().(*accounts.Sorting)
	for s.At < len(s.Queue) {
		a := x.session().Portfolio().Account(s.Queue[s.At])
		l := x.session().Scores().Local(a.ID)
		if a.Name[0] < 0x80 {
			x.sees(a.Name, "now "+a.Tier.String(), score.Thousands(l.Revenue), score.Doubted(l.Strategic, l.StrategicConfidence))
		}
		x.Keys("right")
	}
	x.sees("Sorting: the result", "nobody", "Changed since").Keys("left").sees(fmt.Sprintf("Sorting: %d of %d", len(s.Queue), len(s.Queue)))
	name := x.session().Portfolio().Account(s.Queue[s.At]).Name
	x.Keys("enter")
	if x.app.top() != nil || x.account().Name != name {
		t.Error("enter does not open the account")
	}
	x.Keys("g c 7 9 x").sees("Sorting: 1 of").Keys("1 u")
	if strings.Contains(x.screen(), "Sorting: 2 of") || len(x.patches) != 2 {
		t.Errorf("%d steps\n%s", len(x.patches), x.screen())
	}
}

func TestSortingNobody(t *testing.T) {
	start(t, build(t), 80, 24).Keys("g c").sees("Sorting: the result", "none").Keys("1 left up u esc").seesNot("Sorting")
}
