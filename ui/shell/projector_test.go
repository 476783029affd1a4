package shell

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/ui/theme"
)

// quarrel is an account with an enemy, a mentor, costs and notes.
func quarrel(t *testing.T) *model.Portfolio {
	return build(t, edit.AddAccount{ID: "a", Name: "Halden"}, edit.AddMember{ID: "m", Name: "Dana"},
		edit.AddSeat{Account: "a", ID: "s", Title: "CFO", Name: "Anna", Person: "p"}, edit.AddSeat{Account: "a", ID: "s2", Title: "COO", Name: "Bo", Person: "p2"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfPerson, ID: "p"}, Key: "person.support", Value: "enemy"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfPerson, ID: "p2"}, Key: "person.support", Value: "mentor"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfPerson, ID: "p"}, Key: "person.cares", Value: "her bonus"},
		set("a", "figures.2025.revenue", "1000"), set("a", "figures.2025.cost_of_sales", "730"), set("a", "notes", "they bluff"),
		set("a", "importance.capacity", "3"), set("a", "importance.capacity.note", "we are afraid"), set("a", "tier", "strategic"))
}

// TestTheProjectorKeepsWhatIsOursAlone walks the screens that show support,
// enemies, margins and notes, at every size a room has.
func TestTheProjectorKeepsWhatIsOursAlone(t *testing.T) {
	ours := []string{"enemy", "mentor", "her bonus", "730", "270", "27.0", "they bluff", "we are afraid"}
	stops := []string{"", "tab", "tab j", "tab v", "tab v v", "tab v v v", "tab v v v v", "tab z", "tab o", "tab L", "tab H", "tab tab", "tab tab z", "tab tab p 'figures' enter", "tab tab p 'notes' enter",
		"tab tab p 'notes' enter enter", "tab tab p 'swot' enter", "o", "f2", "g o", "g n", "g u", "g h", "f7"}
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}} {
		shown := map[string]bool{}
		for _, keys := range stops {
			x := start(t, quarrel(t), size[0], size[1])
			remember(x)
			x.Keys("f5 " + keys)
			if x.app.theme.Name() != theme.HighContrast {
				t.Fatal("the projector does not look like one")
			}
			x.seesNot(ours...)
			x.Keys("esc esc esc esc f12 " + keys)
			for _, w := range ours {
				shown[w] = shown[w] || strings.Contains(x.screen(), w)
			}
			x.Keys("f12").seesNot("they bluff", "her bonus")
			x.Keys("f5")
			if x.app.theme.Name() == theme.HighContrast {
				t.Fatal("the look from before is not back")
			}
		}
		for _, w := range ours {
			if size[0] > 60 && !shown[w] {
				t.Errorf("at %v %q is nowhere, so its absence proves nothing", size, w)
			}
		}
	}
}

// TestTheProjectorIsLargerAndLess: rows stand apart, the list has three columns,
// and rating works as ever.
func TestTheProjectorIsLargerAndLess(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.Keys("f5").sees("projector mode on: larger text").seesNot("  H ", "revenue", "next:")
	lines := strings.Split(x.screen(), "\n")
	at := map[string]int{}
	for y, l := range lines {
		for _, name := range []string{"Halden Energy", "Northgate Steel"} {
			if strings.Contains(l, name) && at[name] == 0 {
				at[name] = y
			}
		}
	}
	if d := at["Halden Energy"] - at["Northgate Steel"]; d%2 != 0 || d == 0 {
		t.Errorf("rows do not stand apart: %v\n%s", at, x.screen())
	}
	x.Keys("/ 'meridian' enter esc g 3 5").sees("Meridian Foods")
	if got := x.account().Ratings["importance.capacity"].Ours; got != model.LevelOf(5) {
		t.Errorf("rated %v", got)
	}
}

// In a workshop the trails lead from where it began, also after a restart.
func TestATrailLeadsFromTheStartOfTheWorkshop(t *testing.T) {
	x := start(t, three(t), 120, 40)
	r := remember(x)
	x.Keys("j g w 1 esc tab tab 0 j 0 g p").sees("(when the workshop began 70 and 41)").sees("from their position when the workshop began", "◇")
	again := start(t, x.session().Portfolio(), 120, 40)
	again.app.ports.Memory = x.app.ports.Memory
	_ = r
	again.run(again.app.askBegan())
	again.Keys("j g p").sees("(when the workshop began 70 and 41)")
}

// TestAccountsLeaveATrail: on the plane an account that was rated since the sitting
// began has a line from where it stood, and says both.
func TestAccountsLeaveATrail(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.Keys("j tab tab 0 j 0 g p c").sees("from their position when you began", "(when you began 70 and 41)")
	shown := x.screen()
	plain := strings.Count(shown, x.app.grid.Glyphs.Trail)
	x.Keys("c").seesNot("when you began")
	if without := strings.Count(x.screen(), x.app.grid.Glyphs.Trail); without > 2 || !strings.Contains(shown, x.app.grid.Glyphs.Start) || plain < 5 {
		t.Errorf("no line is drawn: %d signs with, %d without", plain, without)
	}
}
