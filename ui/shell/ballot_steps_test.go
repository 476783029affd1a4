package shell

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/sample"
	"accord/ui/kit"
	"accord/ui/workshop"
)

// meeting is a workshop over two accounts with two of ours and two of theirs.
func meeting(t *testing.T, agenda int, more ...edit.Change) *model.Portfolio {
	return build(t, append([]edit.Change{edit.AddAccount{ID: "a", Name: "Alpha"}, edit.AddAccount{ID: "b", Name: "Beta"}, edit.AddAccount{ID: "c", Name: "Gamma"},
		edit.BeginWorkshop{Workshop: model.ReadyAgendas()[agenda].Workshop("Review", model.DateOf(testNow), counterIDs())}, edit.ScopeAccount{Account: "a"}, edit.ScopeAccount{Account: "b"},
		edit.SetParticipant{Participant: model.Participant{Initials: "AL", Function: "sales"}}, edit.SetParticipant{Participant: model.Participant{Initials: "MC"}},
		edit.SetParticipant{Participant: model.Participant{Initials: "PO", Theirs: true}}, edit.SetParticipant{Participant: model.Participant{Initials: "BW", Theirs: true}}}, more...)...)
}

// Every step that rates opens its own question: the set-up while nobody answered it,
// then the rating, then its result, whatever was rated before.
func TestAStepOpensItsOwnQuestion(t *testing.T) {
	x := start(t, meeting(t, 2), 120, 40).Keys("g w down enter").sees("Everybody answers alone", "Impact if lost", "all 2 accounts", "2 raters: AL, MC")
	x.Keys("enter enter 3 3 3 3 3 3 3 3 3 3 enter enter 3 3 3 3 3 3 3 3 3 3 enter").sees("the result", "Impact if lost").Keys("A").sees("10 of 10 agreed")
	x.Keys("g w down enter").sees("the result", "Impact if lost")
	x.Keys("g w down down enter").sees("Everybody answers alone", "Our position as supplier").seesNot("agreed")
	x.Keys("esc").sees("rate position").Keys("b").sees("Everybody answers alone", "Our position as supplier")
	x.Keys("enter esc").sees("b goes on with AL").Keys("b").sees("Pass the keyboard to AL").Keys("X X").sees("Everybody answers alone")
	// Of some of them by some of them; the step of the disputed ones shows that one.
	x.Keys("g w enter down down enter").sees("Which accounts?", "■ Alpha", "■ Beta").Keys("down space").sees("□ Beta").Keys("enter").sees("accounts    Alpha", "6 questions for each of 2")
	x.Keys("up enter").sees("In this order", "■ AL", "■ MC", "□ PO").Keys("down space enter").sees("raters      AL", "6 questions for each of 1").seesNot("Pass the keyboard")
	x.Keys("enter enter 1 1 1 1 1 1 enter").sees("the result", "Our position as supplier", "0 of 6 agreed", "only 1: 1 of 1 answered")
	x.Keys("g w down enter").sees("the result", "Our position as supplier", "0 of 6 agreed")
	if b := x.session().Portfolio().Programme().Ballots[1]; strings.Join(b.Raters, " ") != "AL" || len(b.Accounts) != 1 || b.Accounts[0] != "a" {
		t.Errorf("%+v", b)
	}
}

// What was rated over other accounts is not the answer of a step.
func TestAStepAsksAboutItsScope(t *testing.T) {
	x := start(t, meeting(t, 2), 120, 40).Keys("g w down enter enter enter 3 3 3 3 3 3 3 3 3 3 enter enter 3 3 3 3 3 3 3 3 3 3 enter").sees("the result")
	for _, ch := range []edit.Change{edit.ScopeAccount{Account: "a", Out: true}, edit.ScopeAccount{Account: "b", Out: true}, edit.ScopeAccount{Account: "c"}} {
		if _, err := x.session().Do(ch, testNow); err != nil {
			t.Fatal(err)
		}
	}
	x.Keys("g w enter").sees("Everybody answers alone", "Impact if lost", "accounts    Gamma")
}

// In the rehearsal too, where the turns are played.
func TestAStepOpensItsOwnQuestionInTheRehearsal(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.app.ports.Rehearse = func(today model.Date) (*kit.Rehearsal, error) {
		r, err := sample.Workshop(today)
		if err != nil {
			return nil, err
		}
		return &kit.Rehearsal{Portfolio: r.Portfolio, Recorded: r.Recorded, Lines: r.Lines, Mark: sample.Mark}, nil
	}
	x.Keys("g w r down down enter").sees("Impact if lost").Keys("enter enter 3 3 end enter enter p p p").sees("the result", "Impact if lost")
	x.Keys("g w down enter").sees("Everybody answers alone", "Our position as supplier", "4 raters: YOU, DS, ID, OK")
}

// What a step asks is chosen like the screen it wants.
func TestAStepIsGivenAQuestion(t *testing.T) {
	x := start(t, meeting(t, 0), 120, 40).Keys("g w s 'blind rating: our' enter").sees("rate position")
	if s := x.session().Portfolio().Programme().Workshop.Steps[0]; s.Screen != "blind rating: position" {
		t.Errorf("%+v", s)
	}
	x.Keys("enter").sees("Everybody answers alone", "Our position as supplier")
}

// g leads away from a result and from the set-up, and says why not while others rate.
func TestPlacesFromABlindRating(t *testing.T) {
	result := "g w b enter enter 3 3 3 3 3 3 3 3 3 3 enter enter 3 3 3 3 3 3 3 3 3 3 enter"
	for _, in := range []string{result, "g w b"} {
		for place, title := range map[string]string{"p": "Portfolio", "a": "Agenda", "c": "Sorting", "r": "Report", "h": "History"} {
			x := start(t, meeting(t, 0), 120, 40).Keys(in + " g " + place)
			if top := x.app.top(); top == nil || !strings.Contains(top.Title(x.app.c), title) {
				t.Errorf("g %s leads to %T\n%s", place, top, x.screen())
			}
		}
		for place, want := range map[string]kit.Pane{"1": kit.PaneAccounts, "2": kit.PaneMap, "3": kit.PanePlan} {
			x := start(t, meeting(t, 0), 120, 40).Keys(in + " g " + place)
			if x.app.top() != nil || x.app.bench.focus != want {
				t.Errorf("g %s leads to %T, pane %d", place, x.app.top(), x.app.bench.focus)
			}
		}
	}
	for _, place := range []string{"p", "1", "h", "o"} {
		x := start(t, meeting(t, 0), 120, 40).Keys("g w b enter g " + place).sees("Other screens are locked until everyone has rated, because")
		if _, on := x.app.top().(*workshop.BallotPage); !on {
			t.Errorf("g %s leads to %T", place, x.app.top())
		}
	}
	start(t, three(t), 120, 40).Keys("g w b enter 'AL' enter enter enter 3 3 3 3 3 enter g p").sees("Portfolio")
}

// An abstention is told from a question passed over, by the one who answers and in
// the result; passing on says how many are left, and where.
func TestAnAbstentionIsNoGap(t *testing.T) {
	x := start(t, meeting(t, 0), 120, 40).Keys("g w b down down enter down space enter enter enter 4 x")
	b := x.session().Portfolio().Programme().Voting()
	if got := b.Said("a", "AL", "importance.capacity") + b.Said("a", "AL", "importance.profitability") + b.Said("a", "AL", "importance.technology_access"); got != "4x–" {
		t.Errorf("said is %q", got)
	}
	if row := lineWith(x, "Profitability"); !strings.HasSuffix(strings.TrimRight(row, " ┃"), "x") {
		t.Errorf("the turn shows %q", row)
	}
	x.Keys("end 3 home enter").sees("2 not answered: press Enter again to hand over; they count as abstentions").seesNot("Pass the keyboard")
	if page := x.app.top().(*workshop.BallotPage); page.At != 2 {
		t.Errorf("the cursor is on %d", page.At)
	}
	x.Keys("2 enter").sees("1 not answered").Keys("enter").sees("Pass the keyboard to MC").Keys("enter 4 4 4 4 x enter").sees("the result", "median 4")
	x.Keys("home j j").sees("Profitability", "AL x  MC 4").Keys("j").sees("AL –  MC 4 · 1 of 2 answered").Keys("j").sees("AL 3  MC x")
}

// The turn of who passed on too early is given back, asked twice, and stays theirs:
// their answers show only when they took the keyboard.
func TestTheLastTurnIsGivenBack(t *testing.T) {
	x := start(t, meeting(t, 0), 120, 40).Keys("g w b enter R").sees("Nobody has handed over yet").Keys("enter 5 enter enter").sees("Pass the keyboard to MC")
	n := len(x.patches)
	x.Keys("R").sees("R again gives the turn back to AL").Keys("down R").sees("R again").Keys("R").sees("Pass the keyboard to AL", "0 of 2 have answered").seesNot("Capacity")
	if len(x.patches) != n+1 {
		t.Errorf("%d steps", len(x.patches)-n)
	}
	x.Keys("enter").sees("AL: Alpha")
	if row := lineWith(x, "Capacity"); !strings.Contains(row, "5") {
		t.Errorf("what they answered is gone: %q", row)
	}
}

// On a screen of the room nobody reads the answers of another: two turns that differ
// in every answer are the same screen.
func TestAnswersAreMaskedOnTheProjector(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}} {
		var seen []string
		for _, answers := range []string{"5 4 3 2", "0 x x 1"} {
			x := start(t, meeting(t, 0), size[0], size[1])
			x.Keys("g w b").sees("F5 masks your input")
			x.Keys("f5 enter enter " + answers + " up").sees("●")
			seen = append(seen, x.seen(), x.Keys("f12 up").seen())
		}
		if seen[0] != seen[2] || seen[1] != seen[3] {
			t.Errorf("at %v an answer is told:\n%s", size, seen[0])
		}
	}
	x := start(t, meeting(t, 0), 120, 40).Keys("g w b enter enter 5 up f5").sees("●")
	if row := lineWith(x.Keys("f5"), "Capacity"); !strings.Contains(row, "5") {
		t.Errorf("it is masked for ever: %q", row)
	}
}

// One key agrees where a group agreed: not on the opinion of one, not on half a level.
func TestOneKeyAgreesOnWhatAGroupAgreedOn(t *testing.T) {
	x := start(t, meeting(t, 0), 120, 40).Keys("g w b down down enter down space enter enter")
	x.Keys("enter 5 3 2 4 x enter enter 5 2 x 1 x enter").sees("the result", "only 2: 1 of 2 answered")
	x.Keys("A").sees("agreed on the median of 1 question; 1 with one answer only, 1 between two levels left; u undoes it", "1 of 5 agreed")
	a := x.session().Portfolio().Account("a")
	if len(a.Ratings) != 1 || a.Ratings["importance.capacity"].Ours != model.LevelOf(5) {
		t.Errorf("%+v", a.Ratings)
	}
	x.Keys("home").sees("AL 4  MC 1").Keys("=").sees("The median is 2.5, between 2 and 3: type the level you agree on").Keys("j =").sees("between 2 and 3").Keys("3").sees("2 of 5 agreed")
	x.Keys("u").sees("undone: agreed Profitability 3").seesNot("facts", "importance.")
}

// Both views keep their marks and their note.
func TestTheCustomersMarksLeaveOurs(t *testing.T) {
	x := start(t, meeting(t, 0), 120, 40).Keys("g w b down down enter down space enter enter enter 4 3 3 3 3 enter enter 3 3 3 3 3 enter home 4 e 'line 3 is theirs' enter")
	x.Keys("a").sees("the customer's people", "2 raters: PO, BW", "Impact if lost").Keys("down down enter down space enter enter enter 2 3 3 3 3 enter enter 3 3 3 3 3 enter home 2").seesNot("why: line 3")
	x.Keys("e 'they wait' enter").sees("why: they wait", "perception gap")
	r := x.session().Portfolio().Account("a").Ratings["importance.capacity"]
	if r.Ours != model.LevelOf(4) || r.Verified != model.LevelOf(2) || r.Source != "ours, blind rating 2026-11-24: AL 4, MC 3 · theirs, blind rating 2026-11-24: PO 2, BW 3" || r.Note != "line 3 is theirs · theirs: they wait" {
		t.Errorf("%+v", r)
	}
	x.Keys("left").sees("why: line 3 is theirs").seesNot("they wait")
}

// The result says what agreeing does to the account, at every size.
func TestAgreeingMovesTheAccount(t *testing.T) {
	var rated []edit.Change
	for _, key := range []string{"importance", "position"} {
		in := model.DefaultPack().Instrument(key)
		for i := range in.Factors {
			rated = append(rated, set("a", string(in.Factors[i].Full()), "2"))
		}
	}
	p := meeting(t, 0, rated...)
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}} {
		x := start(t, p, size[0], size[1]).Keys("g w b down down enter down space enter enter enter 4 4 4 4 4 enter enter 4 4 4 4 4 enter").sees("Alpha · S 40 · Transact", "now 2")
		x.Keys("home 4").sees("Alpha · S 40 → 44", "now 4").Keys("down 4 down 4 down 4 down 4").sees("Transact → ")
	}
}

// A small window keeps the sentences of the question under the cursor.
func TestASmallTurnKeepsItsLevels(t *testing.T) {
	x := start(t, meeting(t, 0), 60, 16).Keys("g w b enter enter")
	in := model.DefaultPack().Instrument("importance")
	for i := range in.Factors {
		f := &in.Factors[i]
		x.sees("▸ " + f.Name)
		for k, text := range f.Anchors {
			x.sees(string(rune('0'+k)) + "  " + text[:20])
		}
		x.Keys("down")
	}
}

// What was typed is told back before it begins, and stays hidden once names are.
func TestTypedRatersAreToldBack(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("/ 'Meridian' enter g w b down down down enter 'AL MC, XX Bart' enter").sees("4 raters: AL, MC, XX, Bart", "enter begins").seesNot("Pass the keyboard")
	if x.session().Portfolio().Programme().Ballots != nil {
		t.Error("it began")
	}
	x.Keys("f6").seesNot("Bart").Keys("f6 'reveal' enter up enter 'AL, MC' enter enter").sees("Pass the keyboard to AL")
}

// While names are hidden the seat says whose turn it is.
func TestTheSeatIsSaidWhileNamesAreHidden(t *testing.T) {
	x := start(t, meeting(t, 0), 120, 40).Keys("g w b down down down enter space enter f6 g w b down down down enter down down space down down")
	x.Keys("f6 'reveal' enter").seesNot("anonymous mode")
	x = start(t, meeting(t, 0), 120, 40).Keys("f6 g w b down down down enter down down space enter enter").sees("Pass the keyboard to rater 1 of 3 (").Keys("enter 3 end enter enter").sees("rater 2 of 3")
	if b := x.session().Portfolio().Programme().Ballots[0]; strings.Join(b.Raters, " ") != "AL MC PO" {
		t.Errorf("who rates is %q", b.Raters)
	}
}

// lineWith is the row of the screen with a word.
func lineWith(x *harness, word string) string {
	for l := range strings.Lines(x.screen()) {
		if strings.Contains(l, word) {
			return strings.TrimRight(l, "\n")
		}
	}
	return ""
}
