package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
)

// people is an account with one of everything that has a sheet.
func people(t testing.TB) *model.Portfolio {
	return build(t,
		model.AddAccount{ID: "parent", Name: "Meridian Group"}, model.AddAccount{ID: "a", Name: "Meridian Foods"},
		model.AddMember{ID: "dana", Name: "Dana Sharon"}, model.AddMember{ID: "omer", Name: "Omer Katz"},
		model.AddSeat{Account: "a", ID: "seat", Title: "CFO", Name: "A. Levi", Person: "levi"},
		model.AddSeat{Account: "a", ID: "empty", Title: "Plant manager"},
		model.SetTie{Account: "a", ID: "tie", Ours: "dana", Theirs: "levi", Level: model.Vendor},
		model.AddObjective{Account: "a", ID: "grow", Text: "Grow"}, model.AddObjective{Account: "a", ID: "share", Text: "Grow share"},
		model.AddAction{Account: "a", ID: "act", Text: "Call them"},
		model.AddAction{Account: "a", ID: "visit", Text: "Visit them"},
		model.AddItem{Account: "a", Of: model.OfPoint, ID: "reach", Text: "reach in the north"},
		model.AddItem{Account: "a", Of: model.OfInsight, ID: "goal", Text: "waste down"},
		model.AddItem{Account: "a", Of: model.OfValue, ID: "gain", Text: "less scrap"},
		model.AddItem{Account: "a", Of: model.OfRisk, ID: "owner", Text: "a new owner"},
		model.AddItem{Account: "a", Of: model.OfReview, ID: "spring", Text: "spring review"},
		model.AddCell{Account: "a", ID: "cell", Unit: "Lyon", Offering: "Pumps"},
	)
}

var sheetRefs = map[string]model.Ref{
	"Meridian Foods":               {Account: "a"},
	"Programme":                    {Of: model.OfProgramme},
	"Our team: Dana Sharon":        {Of: model.OfMember, ID: "dana"},
	"Seat: CFO":                    {Account: "a", Of: model.OfSeat, ID: "seat"},
	"A. Levi":                      {Account: "a", Of: model.OfPerson, ID: "levi"},
	"Tie: Dana Sharon and A. Levi": {Account: "a", Of: model.OfTie, ID: "tie"},
	"Objective: Grow":              {Account: "a", Of: model.OfObjective, ID: "grow"},
	"Action: Call them":            {Account: "a", Of: model.OfAction, ID: "act"},
	"reach in the north":           {Account: "a", Of: model.OfPoint, ID: "reach"},
	"waste down":                   {Account: "a", Of: model.OfInsight, ID: "goal"},
	"less scrap":                   {Account: "a", Of: model.OfValue, ID: "gain"},
	"a new owner":                  {Account: "a", Of: model.OfRisk, ID: "owner"},
	"spring review":                {Account: "a", Of: model.OfReview, ID: "spring"},
	"Pumps":                        {Account: "a", Of: model.OfCell, ID: "cell"},
}

// example is something to type or choose for a field.
func example(f model.Field) (typed, want string) {
	switch f.Key {
	case "programme.currency":
		return "GBP", "GBP"
	case "programme.year":
		return "2024", "2024"
	case "programme.year_starts":
		return "4", "4"
	case "manager", "sponsor":
		return "Omer", "Omer Katz"
	case "parent":
		return "Group", "Meridian Group"
	case "action.objective":
		return "Grow", "Grow"
	case "objective.cites", "objective.uses":
		return "reach", "reach in the north"
	}
	switch f.Key {
	case "action.after":
		return "Visit", "Visit them"
	case "action.person":
		return "Levi", "A. Levi"
	case "action.value":
		return "scrap", "less scrap"
	}
	switch f.Kind {
	case model.Amount:
		return "1.25m", "1250000"
	case model.Percent, model.Whole:
		if strings.HasPrefix(f.Range, "1..") {
			return "2", "2"
		}
		return "42", "42"
	case model.Day:
		return "2026-12-24", "2026-12-24"
	case model.Choice:
		w := f.Choices[len(f.Choices)-1]
		return w, w
	case model.YesNo:
		return "yes", "yes"
	case model.Tags:
		return "q, north", "q, north"
	}
	if f.Key == "programme.rates" {
		return "GBP 2025 1.27", "GBP 2025 1.27"
	}
	return "q text", "q text"
}

// TestSheetEditsEveryField goes through the registry: every field of every kind
// of thing is reached, edited and taken back by keys.
func TestSheetEditsEveryField(t *testing.T) {
	for title, ref := range sheetRefs {
		x := start(t, people(t), 100, 30)
		x.keys(": 'go meridian foods' enter")
		for _, f := range model.Fields(x.session().Portfolio().Programme()) {
			if f.Of != ref.Of || ref.Of == model.OfAccount && strings.Contains(f.Key, ".") || f.Kind == model.Grade || ofMethod(f.Key) { // questions about ourselves have a page of their own
				continue
			}
			s := newSheet(x.app.c, ref)
			x.app.push(s)
			x.sees(title)
			for range 40 {
				if at, _, _ := s.focused(x.app.c); at.Key == f.Key {
					break
				}
				x.keys("tab")
			}
			before := x.session().Portfolio().Get(ref, f)
			typed, want := example(f)
			x.sees(f.Help).keys("enter")
			if x.app.top() == s { // typed in its row
				x.keys("ctrl+u")
			}
			if x.text(typed); f.Kind == model.LongText || s.InCell() {
				x.keys("esc")
			} else {
				x.keys("enter")
			}
			if got := x.session().Portfolio().Get(ref, f); got != want {
				t.Fatalf("%s %s: %q, want %q\n%s", title, f.Key, got, want, x.screen())
			}
			if before != want {
				x.keys("u")
			}
			if got := x.session().Portfolio().Get(ref, f); got != before {
				t.Fatalf("%s %s: %q after undo, was %q", title, f.Key, got, before)
			}
			x.keys("esc")
			if x.app.top() != nil {
				t.Fatalf("%s %s: esc left something open\n%s", title, f.Key, x.screen())
			}
		}
	}
}

func TestSheetOfTheProgrammeHasOurTeam(t *testing.T) {
	x := start(t, people(t), 80, 24)
	x.keys("f2").sees("Programme", "Dana Sharon", "Omer Katz")
	x.keys("a 'Ruth: finance' enter 'Yossi' enter esc").sees("Ruth", "finance", "Yossi")
	x.keys("end up up right enter 'Chief operator' esc right").sees("Chief operator")
	if m := x.session().Portfolio().Programme().Team[1]; m.Title != "Chief operator" {
		t.Fatalf("title of %+v", m)
	}
	x.keys("enter 'operations' enter").sees("operations") // the function, from a list
	x.keys("right enter 'omer@q.example' esc").sees("omer@q.example")
	x.keys("delete").sees("Omer Katz is off the team").seesNot("omer@q.example").keys("u").sees("omer@q.example")
	x.keys("home delete").sees("Only our people are deleted here")
	if n := len(x.session().Portfolio().Programme().Team); n != 4 {
		t.Fatalf("%d in the team", n)
	}
}

func TestSheetKeepsWhatIsTyped(t *testing.T) {
	x := start(t, people(t), 100, 30)
	x.keys(": 'go meridian foods' enter o down down enter 'q: '") // q is a letter here
	x.send(tea.PasteMsg{Content: "Dana"})
	x.sees("q: Dana").keys("esc").sees("━ Meridian Foods", "q: Dana")
	if x.account().Owner != "q: Dana" {
		t.Fatalf("owner %q", x.account().Owner)
	}
	x.keys("u")
	if x.account().Owner != "" {
		t.Fatal("one visit is not one undo")
	}
	x.keys("enter 'first' tab").sees("Parent account")
	x.keys("tab 'Second' down 'Third' esc")
	if a := x.account(); a.Owner != "first" || a.Segment != "Second" || a.Kind != "Third" {
		t.Fatalf("%q %q %q", a.Owner, a.Segment, a.Kind)
	}
}

func TestSheetRefusesInWordsAndMakesUnknown(t *testing.T) {
	x := start(t, people(t), 100, 30)
	x.keys(": 'go meridian foods' enter o x").sees("an account needs a name")
	x.keys("enter ctrl+u").sees("Not saved yet").keys("enter").sees("an account needs a name").keys("'Meridian Foods' esc")
	for range 10 {
		x.keys("down")
	}
	x.sees("How many people work there.").keys("enter '12q' enter").sees("whole number").keys("backspace esc").sees("12 people")
	x.keys("x").seesNot("12 people").keys("x").sees("as empty as it can be").keys("u").sees("12 people")
	x.keys("down enter '1250000' esc").sees("1,250,000 USD").keys("y").sees("copied: 1250000")
}

func TestSheetOfASeatNamesWhoSitsThere(t *testing.T) {
	x := start(t, people(t), 100, 30)
	x.keys(": 'go meridian foods' enter")
	x.app.push(newSheet(x.app.c, model.Ref{Account: "a", Of: model.OfSeat, ID: "empty"}))
	x.sees("Seat: Plant manager", "Nobody is named in this seat").keys("a 'M. Roth' enter").sees("Who sits here: M. Roth", "Cares about")
	x.keys("u").sees("Nobody is named").keys("esc")
	x.app.push(newSheet(x.app.c, model.Ref{Account: "a", Of: model.OfPerson, ID: "levi"}))
	x.sees("A. Levi", "Seat: CFO", "Buying role").keys("esc")
	x.app.push(newSheet(x.app.c, model.Ref{Account: "a", Of: model.OfAction, ID: "gone"}))
	x.sees("This is gone").keys("enter").sees("There is nothing to edit here").keys("down tab x y esc").seesNot("gone")
}

func TestSheetIsReadOnlyWhenTheFileIs(t *testing.T) {
	x := start(t, people(t), 100, 30)
	x.session().Freeze("Another copy of Accord has this file.")
	for _, k := range []string{"enter", "x", "a", "delete"} {
		x.keys("f2 "+k).sees("Another copy of Accord has this file.", "━ Programme").keys("esc")
	}
}

func TestSheetsAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		for title, ref := range sheetRefs {
			x := start(t, people(t), size[0], size[1])
			x.app.push(newSheet(x.app.c, ref))
			x.sees(title).keys("end").sees(title).keys("enter").screen()
		}
		for i, ref := range []model.Ref{{Account: "acc3"}, {Of: model.OfProgramme}, {Account: "acc4", Of: model.OfSeat, ID: "seat"}, {Account: "acc1", Of: model.OfPerson, ID: "p"}, {Account: "acc1", Of: model.OfTie, ID: "t"}} {
			x := start(t, hostilePortfolio(t), size[0], size[1])
			x.app.push(newSheet(x.app.c, ref))
			for range 20 {
				x.keys("down")
				x.screen()
			}
			if x.keys("enter 'z' esc esc esc").app.top() != nil {
				t.Fatalf("%d: still open\n%s", i, x.screen())
			}
		}
	}
}
