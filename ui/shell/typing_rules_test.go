package shell

import (
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model/edit"
	"accord/ui/keys"
	"accord/ui/kit"
)

// A question that adds something adds nothing on esc and has its words the next time.
func TestEscAddsNothingAndKeepsTheWords(t *testing.T) {
	for kind := range kit.PromptWords() {
		x := start(t, people(t), 120, 40).Keys(": 'go meridian foods' enter")
		p := kit.NewPrompt(kind, "", "")
		if !p.Adds() {
			continue
		}
		x.run(x.app.apply(kit.Open(p)))
		before := len(x.patches)
		x.Keys("'half a sentence' esc")
		if len(x.patches) != before || x.app.top() != nil {
			t.Errorf("%s: esc added something\n%s", kit.PromptWords()[kind][0], x.screen())
		}
		x.run(x.app.apply(kit.Open(kit.NewPrompt(kind, "", ""))))
		x.sees("half a sentence")
	}
	// once it was added it is not offered again
	x := start(t, three(t), 120, 40).Keys("a 'Halden Two' esc a").sees("Halden Two").Keys("enter a").seesNot("│Halden Two")
	if got := x.app.top().(*kit.Prompt).Input.Text(); got != "" {
		t.Fatalf("the words that were added are back: %q", got)
	}
}

// What comes from beside the screen waits until nobody types.
func TestNothingCloses(t *testing.T) {
	x := start(t, people(t), 120, 40).Keys("a 'half'")
	asks := x.app.top()
	x.send(rehearsalMsg{err: errors.New("no sample")})
	x.send(copiesMsg{job: &copiesJob{}})
	x.app.outside(func() tea.Cmd { return x.app.apply(kit.Open(kit.NewMessage("Lost", "the file no longer exists"))) })
	x.app.outside(func() tea.Cmd { return x.app.apply(kit.Close()) })
	x.app.outside(func() tea.Cmd { x.app.push(kit.NewMessage("Read", "an import is done")); return nil })
	if x.Keys("' a sentence'"); x.app.top() != asks {
		t.Fatalf("something took the field away\n%s", x.screen())
	}
	x.seesNot("Lost").sees("half a sentence").Keys("esc").sees("an import is done")
}

// A message lets the key through that is meant for the screen below.
func TestAMessageLetsTheNextKeyThrough(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("g w 1 E E").sees("The workshop is over").Keys("g").sees("Go to").seesNot("The workshop is over")
	x.Keys("esc g w 1 E E enter").seesNot("The workshop is over")
	start(t, three(t), 120, 40).Keys("g w 1 E E f2").sees("Programme").seesNot("The workshop is over")
}

// A refused note takes what is typed, and agreed ratings stay.
func TestARefusedNoteIsNoCommand(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("g w 1 tab tab tab a 'AL' enter esc b enter enter enter end enter enter").sees("the result").Keys("3 f5 e")
	before := x.session().Portfolio()
	if x.Keys("'Xavier X said no' tab 'X'"); x.session().Portfolio() != before {
		t.Fatalf("words ended a rating\n%s", x.screen())
	}
	x = start(t, three(t), 120, 40).Keys("g w 1 tab tab tab a 'AL' enter esc b enter enter enter end enter enter").sees("the result").Keys("3 f6 e").sees("nothing is typed here")
	before = x.session().Portfolio()
	if x.Keys("'Xavier X said no' tab 'X'"); x.session().Portfolio() != before {
		t.Fatalf("words ended a rating while names are hidden\n%s", x.screen())
	}
}

// A search opens empty, brings the last one back with ↑, and puts whole words and
// beginnings before letters strewn about.
func TestASearchOpensEmptyAndFindsWords(t *testing.T) {
	p := build(t, edit.AddAccount{ID: "1", Name: "Salt and Ore Trading"}, edit.AddAccount{ID: "2", Name: "Northgate Steel"}, edit.AddAccount{ID: "3", Name: "Star Foods"}, edit.AddAccount{ID: "4", Name: "Old Star"})
	x := start(t, p, 120, 40).Keys("/ 'star' enter").sees("2 of 4").Keys("/").seesNot("2 of 4", "· star").Keys("up").sees("/star", "2 of 4").Keys("esc")
	x.Keys("/ 'sot'").sees("Salt and Ore Trading") // nothing has it: the letters in their order
	x.Keys("ctrl+u 'zzz'").sees("No account matches.")
	names := []string{"Castaways", "An old Star", "Star Foods", "Starling", "s t a r"}
	var got []string
	for _, i := range kit.Find("star", len(names), func(i int) string { return names[i] }) {
		got = append(got, names[i])
	}
	if len(got) != 3 || got[0] != "Star Foods" || got[1] != "Starling" || got[2] != "An old Star" {
		t.Errorf("%q", got)
	}
}

// Pasted lines and tabs are part of the text that is typed, and nothing else.
func TestAPasteIsTextWhereSomebodyTypes(t *testing.T) {
	const words = "one\ntwo\tthree\r\nX q u"
	x := start(t, people(t), 120, 40).Keys("a")
	x.send(tea.PasteMsg{Content: words})
	if got := x.app.top().(*kit.Prompt).Input.Text(); got != "one two three X q u" {
		t.Errorf("in a question: %q", got)
	}
	x = start(t, people(t), 120, 40).Keys(": 'go meridian foods' enter tab tab p 'objectives' enter enter ctrl+u")
	before := len(x.session().Portfolio().Accounts())
	x.send(tea.PasteMsg{Content: words})
	x.Keys("tab")
	x.send(tea.PasteMsg{Content: words})
	x.Keys("esc")
	if o := x.account().Objectives[0]; o.Text != "one two three X q u" || o.Measure != o.Text || len(x.account().Objectives) != 2 || len(x.session().Portfolio().Accounts()) != before {
		t.Errorf("in a cell: %+v", o)
	}
}

// Home, end and the page keys mean something on every page that moves.
func TestPagesAnswerTheMovingKeys(t *testing.T) {
	x := start(t, manyAccounts(t, 30), 120, 40).Keys("g c end").sees("Sorting: 30 of 30").Keys("home").sees("Sorting: 1 of 30")
	x.Keys("pgdown").sees("Sorting: 11 of 30").Keys("pgup").sees("Sorting: 1 of 30").Keys("pgup home").sees("Sorting: 1 of 30").Keys("pgdown pgdown pgdown pgdown").sees("Sorting: 30 of 30")
	for _, place := range typingPlaces(x.app.c) {
		y := typist(t, place)
		at := y.app.bench.part(y.app.bench.focus)
		if y.app.top() != nil {
			at = y.app.top()
		}
		for _, s := range at.Scopes(y.app.c) {
			for _, k := range []keys.IntentKind{keys.First, keys.Last, keys.PageUp, keys.PageDown} {
				if out := at.Handle(y.app.c, keys.Intent{Kind: k}); s == keys.ScopeMove && !out.Done {
					t.Errorf("%s does not answer %v", place.name, map[keys.IntentKind]string{keys.First: "home", keys.Last: "end", keys.PageUp: "page up", keys.PageDown: "page down"}[k])
				}
			}
		}
	}
}

// A cell of a choice says what can be typed, takes a beginning, and refuses the rest
// in words without losing them.
func TestAChoiceIsTyped(t *testing.T) {
	x := start(t, people(t), 120, 40).Keys(": 'go meridian foods' enter tab tab p 'actions' enter right right enter '+2w' tab")
	x.sees("type: open", "done").Keys("'nonsense' tab").sees("“nonsense” is not known here: open", "nonsense")
	x.Keys("ctrl+u 'do' tab esc")
	if got := x.account().Actions[0].Status.String(); got != "done" {
		t.Fatalf("the status is %s", got)
	}
	x.Keys("left enter tab 'half' esc").sees("” was not accepted:")
}
