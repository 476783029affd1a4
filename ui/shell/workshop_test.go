package shell

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/sample"
	"accord/ui/importer"
	"accord/ui/kit"
	"accord/ui/workshop"
)

// A line is parked as people say it: what it is, who, what, by when, about whom.
func TestALineIsParkedAsItIsSaid(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("g w 1 tab tab tab a 'AL sales' enter esc")
	for _, c := range []struct {
		line, text, who, when string
		kind                  model.ParkedKind
		about                 string
	}{
		{"? who owns the tender", "who owns the tender", "", "", model.ParkedQuestion, ""},
		{"who owns the tender?", "who owns the tender?", "", "", model.ParkedQuestion, ""},
		{"! we go with plan B", "we go with plan B", "", "", model.ParkedDecision, ""},
		{"decided: no discount", "no discount", "", "", model.ParkedDecision, ""},
		{"AL calls the CFO by 12 Dec", "calls the CFO", "AL", "2026-12-12", model.ParkedAction, ""},
		{"al calls the CFO tomorrow", "calls the CFO", "AL", "2026-11-25", model.ParkedAction, ""},
		{"send the offer @Rina by +1w", "send the offer", "Rina", "2026-12-01", model.ParkedAction, ""},
		{"Meridian Foods: who decides?", "who decides?", "", "", model.ParkedQuestion, "a2"},
		{"we sat by the river", "we sat by the river", "", "", model.ParkedQuestion, ""},
		{"AL", "AL", "", "", model.ParkedQuestion, ""},
	} {
		p := workshop.ReadParked(x.app.c, c.line, "")
		when := ""
		if p.When.Known() {
			when = p.When.String()
		}
		if p.Text != c.text || p.Who != c.who || when != c.when || p.Kind != c.kind || string(p.Account) != c.about {
			t.Errorf("%q is read as %+v", c.line, p)
		}
	}
}

// A rehearsal goes through a whole workshop with recorded participants, and leaves
// everything as it was.
func TestARehearsalLeavesNothingBehind(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.app.ports.Rehearse = func(today model.Date) (*kit.Rehearsal, error) {
		r, err := sample.Workshop(today)
		if err != nil {
			return nil, err
		}
		return &kit.Rehearsal{Portfolio: r.Portfolio, Recorded: r.Recorded, Lines: r.Lines, Mark: sample.Mark}, nil
	}
	x.Keys("j g w r").sees("REHEARSAL", "Rehearsal: account review").Keys("p p").sees("parked 2")
	x.Keys("b enter enter 3 3 3 end enter enter p p p").sees("the result", "median").Keys("A").sees("agreed on the median")
	x.Keys("g w tab = E").sees("the rehearsal is over", "Meridian Foods").seesNot("REHEARSAL")
	if len(x.patches) > 0 || x.session().Portfolio().Programme().Workshop != nil {
		t.Errorf("%d steps were saved", len(x.patches))
	}
	x.Keys("f6 g w r").sees("Press F6 to leave anonymous mode").seesNot("REHEARSAL")
}

// The time left is drawn once a minute, and nothing is waited for when no step runs.
func TestTheClockOfAStep(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("g w 1 enter g w").sees("5 min left", "Welcome · 5 min left")
	x.now = x.now.Add(61e9)
	x.Keys("down").sees("4 min left")
	x.now = x.now.Add(300e9)
	x.Keys("down").sees("1 min over", "1 min over")
	if w := x.session().Portfolio().Programme().Workshop; w.Now != w.Steps[0].ID {
		t.Error("overrun is enforced")
	}
}

// The menu of places goes there from the run sheet too, and g w comes back.
func TestPlacesAreReachedFromTheRunSheet(t *testing.T) {
	for keys, words := range map[string]string{"p": "Portfolio", "a": "Agenda", "c": "Choose", "o": "Details", "n": "Next moves", "u": "hangs on", "f": "Figures", "s": "Programme", "e": "Ourselves", "r": "Report", "t": "Method", "h": "History", "i": "Import", "j": "Join"} {
		x := start(t, three(t), 120, 40)
		remember(x)
		x.Keys("j g w 1 g " + keys)
		if _, ok := x.app.top().(*workshop.RunSheet); ok || x.app.top() == nil && keys != "h" {
			t.Errorf("g %s stays on the run sheet (%s)", keys, words)
		}
		if kit.TakesText(x.app.Scopes()) {
			x.key("esc")
		}
		if x.Keys("g w"); !strings.Contains(x.screen(), "[steps]") {
			t.Errorf("after g %s, g w leads nowhere:\n%s", keys, x.screen())
		}
	}
	for keys, at := range map[string]kit.Pane{"1": kit.PaneAccounts, "m": kit.PaneMap, "3": kit.PanePlan} {
		x := start(t, three(t), 120, 40).Keys("j g w 1 g " + keys)
		if x.app.top() != nil || x.app.bench.focus != at {
			t.Errorf("g %s leads to %T, %v", keys, x.app.top(), x.app.bench.focus)
		}
	}
	x := start(t, three(t), 120, 40).Keys("j g w 1 g i g p").sees("esc")
	if _, ok := x.app.top().(*importer.Wizard); !ok {
		t.Errorf("a half-read file is left for %T", x.app.top())
	}
}

// A step opens an account of the workshop, whatever was open.
func TestAStepOpensAnAccountInScope(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("/ 'Meridian' enter esc g w 1 esc / 'Halden' enter esc g w")
	if x.app.c.Account != "a1" {
		t.Fatal(x.app.c.Account)
	}
	if x.Keys("down enter"); x.app.c.Account != "a2" || x.app.bench.focus != kit.PanePlan {
		t.Errorf("the step opens %s", x.app.c.Account)
	}
	x.Keys("g w tab tab tab c 'Northgate' enter esc esc / 'Northgate' enter esc g w")
	if x.Keys("n"); x.app.c.Account != "a3" {
		t.Errorf("it is in scope and left for %s", x.app.c.Account)
	}
}

// A line is about the account it names, else the open one if that is in scope.
func TestALineIsAboutWhomItNames(t *testing.T) {
	x := start(t, build(t, edit.AddAccount{ID: "m", Name: "Meridian Foods"}, edit.AddAccount{ID: "s", Name: "Meridian Snacks"}, edit.AddAccount{ID: "t", Name: "Tavor Semiconductors"},
		edit.AddAccount{ID: "f", Name: "Fjordkraft Hydro"}, edit.AddAccount{ID: "n", Name: "Next"}, edit.BeginWorkshop{Workshop: model.ReadyAgendas()[0].Workshop("Review", model.DateOf(testNow), counterIDs())},
		edit.ScopeAccount{Account: "m"}, edit.ScopeAccount{Account: "n"}), 120, 40)
	for line, about := range map[string]string{
		"MC sends Tavor the price list": "t", "who told tavor semiconductors?": "t", "? what does Meridian Snacks pay": "s", "we meet Meridian in May": "m", "Meridian's plant": "m",
		"the tavor is late": "", "ask them about Tavorland": "", "next is next": "n", "! we go with plan B": "", "foods first": "", "Fjordkraft Hydro and Tavor": "f",
	} {
		if got := workshop.ReadParked(x.app.c, line, ""); string(got.Account) != about {
			t.Errorf("%q is about %q, not %q", line, got.Account, about)
		}
	}
	x.Keys("/ 'Fjord' enter esc f8 'no price before May'").sees("question · no account · enter parks it").Keys("enter").sees("parked: question: no price before May")
	x.Keys("/ 'Meridian F' enter esc f8 '! we go with plan B' enter").sees("parked: decision: we go with plan B")
	x.Keys("f6 g 1 home f8").Text("! " + x.app.c.Portfolio().Account("t").Name + " waits")
	x.Keys("enter").sees("parked: decision · "+x.app.c.Portfolio().Account("t").Name).seesNot("Tavor", "waits")
	if w := x.session().Portfolio().Programme().Workshop; len(w.Parked) != 3 || w.Parked[0].Account != "" || w.Parked[1].Account != "" || w.Parked[2].Account != "t" {
		t.Errorf("%+v", w.Parked)
	}
	y := start(t, three(t), 120, 40).Keys("j g w 1 f8").sees("? question · ! decision · AL does what by 12 Dec · enter parks it")
	y.key("esc")
}

// Participants are typed by their initials; a name is taken where it is plain, and is
// asked back where it is not.
func TestParticipantsAreReadAsTheyAreTyped(t *testing.T) {
	for text, want := range map[string]model.Participant{
		"AL sales": {Initials: "AL", Function: "sales"}, "PO operations theirs": {Initials: "PO", Function: "operations", Theirs: true}, "Anna Levi, sales": {Initials: "AL", Function: "sales"},
		"AL, sales theirs": {Initials: "AL", Function: "sales", Theirs: true}, "BK": {Initials: "BK"}, "Robert, finance": {Initials: "RO", Function: "finance"}, "MC McKinsey": {Initials: "MC", Function: "McKinsey"}, "PO, theirs": {Initials: "PO", Theirs: true},
		"אל מכירות שלהם": {Initials: "אל", Function: "מכירות", Theirs: true},
	} {
		if got, why := workshop.ReadParticipant(text); got != want || why != "" {
			t.Errorf("%q is read as %+v (%s)", text, got, why)
		}
		if got, why := workshop.ReadParticipant(workshop.ParticipantWords(want)); got != want || why != "" {
			t.Errorf("%q again is read as %+v (%s)", text, got, why)
		}
	}
	if got, why := workshop.ReadAgain("Benny, sales", "Benny"); got != (model.Participant{Initials: "Benny", Function: "sales"}) || why != "" {
		t.Errorf("who is already there became %+v (%s)", got, why)
	}
	for _, text := range []string{"Anna Levi sales", "Robert finance", ", sales", "Al Sharon"} {
		if got, why := workshop.ReadParticipant(text); why == "" {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
	x := start(t, three(t), 120, 40).Keys("j g w 1 tab tab tab a").sees("initials function").Keys("'Anna Levi sales'").sees("initials? e.g. AL").Keys("enter").sees("a comma behind the name", "Anna Levi sales")
	x.Keys("ctrl+u 'Anna Levi, sales'").sees("AL · sales · our people · enter adds").Keys("enter 'AL ops' enter").sees("AL is already there", "AL ops").Keys("ctrl+u esc home e").sees("AL, sales", "enter changes it").Keys("esc T").sees("enter renames it")
	if w := x.session().Portfolio().Programme().Workshop; len(w.People) != 1 || w.People[0].Initials != "AL" || w.People[0].Function != "sales" {
		t.Errorf("%+v", w.People)
	}
}

// A digit stays on its line, and makes something else of it the next time.
func TestADigitStaysOnItsLine(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("j g w 1 f8 'one thing' enter f8 'another thing' enter tab home 1 3").sees("decision instead of action: one thing")
	a := x.account()
	if len(a.Actions) != 0 || len(a.Reviews) != 1 || x.session().Portfolio().Programme().Workshop.Waiting() != 1 {
		t.Errorf("%+v %+v", a.Actions, a.Reviews)
	}
	x.Keys("e").sees("It is decision already: change it in the plan").Keys("u")
	if a := x.account(); len(a.Actions) != 1 || len(a.Reviews) != 0 {
		t.Errorf("one step back: %+v %+v", a.Actions, a.Reviews)
	}
}

// After the end enter is harmless, and whoever rates is told the way out.
func TestEnterAfterTheEndBeginsNothing(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("j g w 1 f8 '! plan B' enter tab 3 E E").sees("The workshop is over", "1 decision").Keys("enter enter enter")
	if x.session().Portfolio().Programme().Workshop != nil {
		t.Error("another workshop is still open")
	}
	y := room(t, answered(t, "54321", "12345"))
	for _, k := range []string{"E", "f", "esc"} {
		y.Keys("g w " + k).sees("b goes on with BK, b then X abandons the rating, q quits and nothing is lost")
	}
	if y.Keys("b X X"); y.app.c.Voting() != nil {
		t.Error("the way out that is named leads nowhere")
	}
}

// The time left is in the header however little room there is.
func TestTheClockIsAlwaysSeen(t *testing.T) {
	x := start(t, samplePortfolio(t), 60, 16).Keys("g w 1 n n")
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}} {
		x.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		for range 2 {
			x.key("f6")
			if head, _, _ := strings.Cut(x.screen(), "\n"); !strings.Contains(head, "10 min") || !strings.Contains(head, "sav") {
				t.Errorf("at %v: %s", size, head)
			}
			x.Keys("ctrl+u 'reveal' enter")
		}
	}
}

// What there is no room for is counted, and no alarm of the portfolio stands below.
func TestTheRunSheetOnASmallScreen(t *testing.T) {
	x := start(t, three(t), 60, 16).Keys("g w 3").sees("more below").Keys("end").sees("more above", "What we tell")
	x.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	x.Keys("down").sees("E ends it", "X delete").seesNot("more above", "of revenue")
	x.Keys("home down down down").sees("blind rating")
}
