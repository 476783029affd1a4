package shell

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"accord/model"
)

// secretMeeting is the secret portfolio while a workshop goes on whose every word is
// a secret too.
func secretMeeting(t *testing.T) (*model.Portfolio, *secrets) {
	p, s := secretPortfolio(t)
	one, two := p.At(0).ID, p.At(1).ID
	w := model.ReadyAgendas()[2].Workshop("t", model.DateOf(testNow), counterIDs())
	w.Before, w.Now = "b", w.Steps[0].ID
	w.Accounts = []model.AccountID{one, two}
	w.People = []model.Participant{{Initials: "x", Function: "f"}, {Initials: "y", Function: "f", Theirs: true}}
	w.Parked = []model.Parked{{ID: "p1", Text: "t", Who: "x", Account: one, Where: "w"}, {ID: "p2", Kind: model.ParkedDecision, Text: "t", Account: one}, {ID: "p3", Kind: model.ParkedAction, Text: "t", Who: "y", When: model.DateOf(testNow), Account: two}}
	screen := w.Steps[1].Screen
	s.fill(reflect.ValueOf(&w).Elem())
	w.People[1].Account = one
	for i := range w.Steps {
		w.Steps[i].Screen, w.Steps[i].Began = screen, testNow.Unix()
	}
	g := *p.Programme()
	g.Workshop = &w
	out, err := model.NewPortfolio(&g, append([]*model.Account(nil), p.Accounts()...))
	if err != nil {
		t.Fatal(err)
	}
	return out, s
}

// A workshop is hidden with all the rest: who is there, what it is called, what was
// parked and said; its papers too.
func TestNothingRealIsSeenOfAWorkshop(t *testing.T) {
	p, s := secretMeeting(t)
	for _, script := range []string{"", "g w", "g w tab", "g w tab tab", "g w tab tab tab", "g w tab tab enter", "g w b", "g w b enter", "g w tab tab a", "f8 '? who'", "g w tab =", "g w tab 2", "g w n", "g r left", "g r left left", "g p", "g p t"} {
		for _, later := range []bool{false, true} {
			x := inTheRoom(t, p, script, later)
			s.look(t, x, script)
			pressEverything(t, s, x, script)
			if !x.app.c.Session.Hidden() {
				t.Fatalf("%s: a key of the screen shows the names again", script)
			}
		}
	}
	x := inTheRoom(t, p, "", false)
	dir := filepath.Join(t.TempDir(), "papers")
	x.Keys("g w f ctrl+u '" + dir + "' enter").sees("Written")
	if len(x.wrote) < 2*4 {
		t.Fatalf("%d files", len(x.wrote)/2)
	}
	s.look(t, x, "the papers")
}

// While names are hidden the meeting goes on: lines are parked and become actions
// with their real words, participants rate under their real initials.
func TestAWorkshopGoesOnWhileNamesAreHidden(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("/ 'Meridian' enter g w 1 tab tab tab a 'QS sales' enter 'BK' enter esc f8 'QS calls them by +1w' enter f6")
	x.seesNot("Meridian", "QS", "calls them").Keys("f8 '? who pays for it' enter esc esc g w tab").seesNot("who pays")
	x.Keys("home 1").Keys("g w b enter enter 5 end enter enter enter 1 end enter enter A")
	g := x.session().Portfolio().Programme()
	if len(g.Ballots) != 1 || strings.Join(g.Ballots[0].Raters, " ") != "QS BK" || g.Ballots[0].Mark("a2", "BK", "importance.capacity") != model.LevelOf(1) {
		t.Fatalf("%+v\n%s", g.Ballots, x.screen())
	}
	if w := g.Workshop; len(w.Parked) != 2 || w.Parked[1].Text != "who pays for it" || w.Parked[0].End != model.BecameAction {
		t.Errorf("%+v", w.Parked)
	}
	if a := x.session().Portfolio().Account("a2"); len(a.Actions) != 1 || a.Actions[0].Text != "calls them" || a.Actions[0].Owner != "QS" {
		t.Errorf("%+v", a.Actions)
	}
	for _, keys := range []string{"g w tab end e", "g w tab end t", "g w tab tab tab home e", "g w tab tab tab home X"} {
		n := len(x.patches)
		if x.Keys("esc esc esc esc " + keys); len(x.patches) > n {
			t.Errorf("%s wrote over what is hidden: %+v", keys, x.session().Portfolio().Programme().Workshop)
		}
	}
	x.Keys("esc esc esc f6 'reveal' enter g w tab tab tab").sees("Meridian", "QS")
}
