package shell

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/ui/kit"
	"accord/ui/workshop"
)

// Three people rate blind, differ, talk, and agree; every answer is saved as it is
// given, and the rating goes on after a restart.
func TestABlindRatingIsTakenThrough(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("/ 'Meridian' enter g w b").sees("Everybody answers alone", "Meridian Foods").Keys("enter").sees("Who rates?").Keys("'AL, BK, AL' enter").sees("occurs twice")
	x.Keys("ctrl+u 'AL, BK, CM' enter").sees("3 raters: AL, BK, CM", "5 questions for each of 3").Keys("enter").sees("Pass the keyboard to AL", "0 of 3 have answered").Keys("enter").sees("AL: Meridian Foods", "If we lost this customer", "Capacity")
	x.Keys("5 4 x 3 3 u").sees("change your answer instead").Keys("enter").sees("Pass the keyboard to BK", "1 of 3 have answered").Keys("enter 1 4 enter").sees("3 not answered: press Enter again to hand over; they count as abstentions").Keys("enter")
	// The program ends here; what was saved is all there is.
	y := start(t, x.session().Portfolio(), 120, 40).sees("Pass the keyboard to CM", "2 of 3").Keys("esc").sees("the blind rating waits: b goes on with CM").Keys("esc").sees("until everyone has rated").Keys("b enter 2 4 end enter").sees("3 not answered").Keys("enter")
	y.sees("the result", "Capacity", "median 2", "spread 4", "AL 5  BK 1  CM 2", "median 4", "spread 0", "nobody knows", "only 3: 1 of 3 answered")
	if strings.Index(y.screen(), "Capacity") > strings.Index(y.screen(), "Profitability") {
		t.Error("the most disputed question does not come first")
	}
	n := len(y.patches)
	y.Keys("home =").sees("agreed 2", "now 2", "1 of 5 agreed").Keys("e 'line 3 is theirs' enter").sees("why: line 3 is theirs").Keys("A").sees("agreed on the median of 1 question; 2 with one answer only left", "2 of 5 agreed")
	y.sees("AL 5  BK 1  CM 2")
	r := y.session().Portfolio().Account("a2").Ratings["importance.capacity"]
	if len(y.patches) < n+3 || r.Ours != model.LevelOf(2) || !strings.Contains(r.Source, "AL 5, BK 1, CM 2") || r.Note != "line 3 is theirs" {
		t.Fatalf("%d steps, %+v", len(y.patches)-n, r)
	}
	y.Keys("X").sees("what was agreed stays").Keys("b").sees("Everybody answers alone").Keys("esc esc")
	if y.session().Portfolio().Account("a2").Ratings["importance.capacity"].Ours != model.LevelOf(2) {
		t.Error("what was agreed is gone")
	}
}

// A method pack that does not ask the questions any more ends the rating, and does
// not end the program.
func TestABlindRatingOutlivesItsQuestions(t *testing.T) {
	for _, turns := range []string{"", "enter 3 end enter enter"} {
		x := start(t, three(t), 120, 40).Keys("/ 'Meridian' enter g w b enter 'AL' enter enter " + turns)
		pack := *model.DefaultPack()
		pack.Instruments = slices.DeleteFunc(slices.Clone(pack.Instruments), func(in model.Instrument) bool { return in.Key == "importance" })
		if _, err := x.session().Do(edit.SetPack{Pack: &pack}, testNow); err != nil {
			t.Fatal(err)
		}
		x.sees("does not ask this any more").Keys("X X")
		if turns == "" {
			x.Keys("enter")
		}
		if x.session().Portfolio().Programme().Ballots != nil {
			t.Error("the rating goes on")
		}
	}
}

// answered is a workshop in which AL has answered and BK sits at the keyboard: what AL
// marked and what stood before is given, all else is the same.
func answered(t *testing.T, standing, marks string) *model.Portfolio {
	changes := []edit.Change{edit.AddAccount{ID: "a", Name: "Alpha"}, edit.AddAccount{ID: "b", Name: "Beta"}, set("b", "importance.capacity", "3"),
		edit.BeginWorkshop{Workshop: model.ReadyAgendas()[2].Workshop("Selection", model.DateOf(testNow), counterIDs())}, edit.ScopeAccount{Account: "a"}, edit.ScopeAccount{Account: "b"}}
	in := model.DefaultPack().Instrument("importance")
	for i := range in.Factors {
		changes = append(changes, set("a", string(in.Factors[i].Full()), standing[i:i+1]))
	}
	changes = append(changes, edit.OpenBallot{ID: "ballot", Accounts: []model.AccountID{"a", "b"}, Instrument: "importance", Raters: []string{"AL", "BK"}})
	for i := range in.Factors {
		if marks[i] != '-' {
			changes = append(changes, edit.CastMark{Account: "a", Factor: in.Factors[i].Full(), Level: model.LevelOf(int(marks[i] - '0'))})
		}
	}
	return build(t, append(changes, edit.PassBallot{})...)
}

// room is the screen of such a workshop. Nothing is worked out beside the screen:
// there are thousands of rooms.
func room(t *testing.T, p *model.Portfolio) *harness {
	x := &harness{TB: t, now: testNow, deaf: true}
	ids := counterIDs()
	x.app = New(Options{Session: session.New(p, model.DateOf(testNow), 0, ids), Ports: kit.Ports{Save: func(p *edit.Patch) { x.patches = append(x.patches, p) }, Now: func() time.Time { return x.now }, NewID: ids}})
	x.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	remember(x)
	x.app.ports.Sample = func(model.Date) (*model.Portfolio, error) { return samplePortfolio(t), nil }
	return x
}

// again is the room as it was, at the size it has now.
func (x *harness) again(p *model.Portfolio) *harness {
	a := x.app
	a.c.Session = kit.NewSitting(session.New(p, model.DateOf(testNow), 0, counterIDs()), "")
	a.bench, a.status.text, a.status.bad, a.mouse, a.saved = newWorkbench(), "", false, false, kit.SavedMsg{}
	a.c.Account, a.c.Baseline = "", nil
	a.bench.start(a.c)
	a.overlays = []kit.Page{workshop.NewRunSheet(a.c), workshop.NewBallot(a.c)}
	return x
}

// everyKey is every key that means something anywhere.
func everyKey(x *harness) []string {
	seen := map[string]bool{}
	var out []string
	for i := range x.app.c.Keys.Rows {
		for _, k := range x.app.c.Keys.Rows[i].Keys() {
			if !seen[k] && x.knows(k) {
				seen[k] = true
				out = append(out, k)
			}
		}
	}
	return out
}

// seen is all that leaves the program after a key: the frame, the window's title.
func (x *harness) seen() string {
	x.now = testNow
	v := x.app.View()
	return v.WindowTitle + "\n" + v.Content
}

// Until everyone has rated nothing that leaves the program depends on what another
// marked, nor on what stood before: two workshops that differ in just that are the
// same, for every key from every place, and on long walks over all keys.
func TestNoFrameTellsAnothersMark(t *testing.T) {
	p, q := answered(t, "55555", "55555"), answered(t, "10213", "01-24")
	one, other := room(t, p), room(t, q)
	two := func() (*harness, *harness) { return one.again(p), other.again(q) }
	// theirs reports that AL, who marked, has the keyboard again: it was given back by
	// two presses of R, and taken by enter. What AL sees then is AL's own.
	theirs := func(x *harness, pressed []string) bool {
		b, page := x.app.c.Voting(), (*workshop.BallotPage)(nil)
		for _, o := range x.app.overlays {
			if o, on := o.(*workshop.BallotPage); on {
				page = o
			}
		}
		if b == nil || b.Rater() != "AL" || page == nil || page.Handing {
			return false
		}
		twice := 0
		for _, k := range pressed {
			if k == "R" {
				twice++
			}
		}
		if twice < 2 || pressed[len(pressed)-1] != "enter" {
			t.Fatalf("AL's turn is open after %q", pressed)
		}
		return true
	}
	reopened := 0
	walk := func(quiet int, keys []string) {
		two()
		for i, k := range keys {
			one.Keys(k)
			other.Keys(k)
			if one.app.c.Voting() == nil && other.app.c.Voting() == nil {
				return
			}
			if theirs(one, keys[:i+1]) && theirs(other, keys[:i+1]) {
				reopened++
				return
			}
			if i < quiet {
				continue
			}
			if a, b := one.seen(), other.seen(); a != b {
				t.Fatalf("after %q something is told:\n%s\n%s", keys[:i+1], one.screen(), other.screen())
			}
			if one.quit {
				one.quit, other.quit = false, false
			}
		}
	}
	all := everyKey(one)
	if len(all) < 100 {
		t.Fatalf("only %d keys", len(all))
	}
	for _, before := range [][]string{nil, {"enter"}, {"esc"}, {"esc", "tab"}, {"esc", "esc"}, {"g"}, {"f8"}, {"esc", "esc", "g"}, {"R"}, {"R", "R"}, {"R", "R", "esc"}, {"f5", "enter"}} {
		for _, k := range all {
			walk(len(before), append(append([]string(nil), before...), k))
		}
	}
	if reopened == 0 {
		t.Error("no turn was given back")
	}
	walks := 25
	if *long {
		walks = 2000
	}
	for seed := range walks {
		r := rand.New(rand.NewPCG(uint64(seed), 5))
		var keys []string
		for range 40 {
			keys = append(keys, all[r.IntN(len(all))])
		}
		walk(0, keys)
	}
	for _, size := range [][2]int{{60, 16}, {80, 24}, {200, 60}} {
		two()
		for _, y := range []*harness{one, other} {
			y.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			y.Keys("enter 3")
		}
		if one.seen() != other.seen() {
			t.Errorf("at %v something is told", size)
		}
	}
	// AL looks again and passes on: then all is as before for the next.
	two()
	if a, b := one.Keys("R R enter enter enter").seen(), other.Keys("R R enter enter enter").seen(); a != b || one.app.c.Voting().Rater() != "BK" {
		t.Errorf("after AL looked again something is told:\n%s\n%s", one.screen(), other.screen())
	}
	two()
	if one.Keys("enter end enter enter").seen() == other.Keys("enter end enter enter").seen() {
		t.Error("the results are the same: the test looked at nothing")
	}
}

// Everything that would show what stands says that it waits; quitting does not.
func TestScreensStayShutWhileOthersRate(t *testing.T) {
	x := room(t, answered(t, "54321", "12345"))
	x.deaf = false
	for _, k := range []string{"g p", "g a", "g c", "g h", "g r", "g f", "g 1", "g t", "g i", "esc", "?", "f", "E"} {
		x.Keys("g w " + k)
		if _, ok := x.app.top().(*workshop.RunSheet); !ok {
			if _, ok := x.app.top().(*places); !ok {
				t.Errorf("%s opens %T\n%s", k, x.app.top(), x.screen())
			}
		}
	}
	x.Keys("g w esc").sees("until everyone has rated").seesNot("importance 60", "Exposed", "S 6")
	x.Keys("f8 '? who decides' enter").sees("BK").Keys("b enter f8 '! Alpha stays' enter").sees("BK: Alpha")
	if w := x.session().Portfolio().Programme().Workshop; len(w.Parked) != 2 || w.Parked[1].Account != "a" || w.Parked[1].Where != "Blind rating: 2 of 2" {
		t.Errorf("%+v", w.Parked)
	}
	if x.Keys("ctrl+q"); !x.quit {
		t.Error("one cannot quit")
	}
}
