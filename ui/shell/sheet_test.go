package shell

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/ui/kit"
)

// people is an account with one of everything that has a sheet.
func people(t testing.TB) *model.Portfolio {
	return build(t,
		edit.AddAccount{ID: "parent", Name: "Meridian Group"}, edit.AddAccount{ID: "a", Name: "Meridian Foods"},
		edit.AddMember{ID: "dana", Name: "Dana Sharon"}, edit.AddMember{ID: "omer", Name: "Omer Katz"},
		edit.AddSeat{Account: "a", ID: "seat", Title: "CFO", Name: "A. Levi", Person: "levi"},
		edit.AddSeat{Account: "a", ID: "empty", Title: "Plant manager"},
		edit.SetTie{Account: "a", ID: "tie", Ours: "dana", Theirs: "levi", Level: model.Vendor},
		edit.AddObjective{Account: "a", ID: "grow", Text: "Grow"}, edit.AddObjective{Account: "a", ID: "share", Text: "Grow share"},
		edit.AddAction{Account: "a", ID: "act", Text: "Call them"},
		edit.AddAction{Account: "a", ID: "visit", Text: "Visit them"},
		edit.AddItem{Account: "a", Of: edit.OfPoint, ID: "reach", Text: "reach in the north"},
		edit.AddItem{Account: "a", Of: edit.OfInsight, ID: "goal", Text: "waste down"},
		edit.AddItem{Account: "a", Of: edit.OfValue, ID: "gain", Text: "less scrap"},
		edit.AddItem{Account: "a", Of: edit.OfRisk, ID: "owner", Text: "a new owner"},
		edit.AddItem{Account: "a", Of: edit.OfReview, ID: "spring", Text: "spring review"},
		edit.AddCell{Account: "a", ID: "cell", Unit: "Lyon", Offering: "Pumps"},
	)
}

var sheetRefs = map[string]edit.Ref{
	"Meridian Foods":               {Account: "a"},
	"Programme":                    {Of: edit.OfProgramme},
	"Our team: Dana Sharon":        {Of: edit.OfMember, ID: "dana"},
	"Seat: CFO":                    {Account: "a", Of: edit.OfSeat, ID: "seat"},
	"A. Levi":                      {Account: "a", Of: edit.OfPerson, ID: "levi"},
	"Tie: Dana Sharon and A. Levi": {Account: "a", Of: edit.OfTie, ID: "tie"},
	"Objective: Grow":              {Account: "a", Of: edit.OfObjective, ID: "grow"},
	"Action: Call them":            {Account: "a", Of: edit.OfAction, ID: "act"},
	"reach in the north":           {Account: "a", Of: edit.OfPoint, ID: "reach"},
	"waste down":                   {Account: "a", Of: edit.OfInsight, ID: "goal"},
	"less scrap":                   {Account: "a", Of: edit.OfValue, ID: "gain"},
	"a new owner":                  {Account: "a", Of: edit.OfRisk, ID: "owner"},
	"spring review":                {Account: "a", Of: edit.OfReview, ID: "spring"},
	"Pumps":                        {Account: "a", Of: edit.OfCell, ID: "cell"},
}

// example is something to type or choose for a field.
func example(f edit.Field) (typed, want string) {
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
	case edit.Amount:
		return "1.25m", "1250000"
	case edit.Percent, edit.Whole:
		if strings.HasPrefix(f.Range, "1..") {
			return "2", "2"
		}
		return "42", "42"
	case edit.Day:
		return "2026-12-24", "2026-12-24"
	case edit.Choice:
		w := f.Choices[len(f.Choices)-1]
		return w, w
	case edit.YesNo:
		return "yes", "yes"
	case edit.Tags:
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
		x.Keys(": 'go meridian foods' enter")
		for _, f := range edit.Fields(x.session().Portfolio().Programme()) {
			if f.Of != ref.Of || ref.Of == edit.OfAccount && strings.Contains(f.Key, ".") || f.Kind == edit.Grade || kit.OfMethod(f.Key) { // questions about ourselves have a page of their own
				continue
			}
			s := kit.NewSheet(x.app.c, ref)
			x.app.push(s)
			x.sees(title)
			for range 40 {
				if at, _, _ := s.Focused(x.app.c); at.Key == f.Key {
					break
				}
				x.Keys("tab")
			}
			before := edit.Get(x.session().Portfolio(), ref, f)
			typed, want := example(f)
			x.sees(f.Help).Keys("enter")
			if x.app.top() == s { // typed in its row
				x.Keys("ctrl+u")
			}
			if x.Text(typed); f.Kind == edit.LongText || s.InCell() {
				x.Keys("esc")
			} else {
				x.Keys("enter")
			}
			if got := edit.Get(x.session().Portfolio(), ref, f); got != want {
				t.Fatalf("%s %s: %q, want %q\n%s", title, f.Key, got, want, x.screen())
			}
			if before != want {
				x.Keys("u")
			}
			if got := edit.Get(x.session().Portfolio(), ref, f); got != before {
				t.Fatalf("%s %s: %q after undo, was %q", title, f.Key, got, before)
			}
			x.Keys("esc")
			if x.app.top() != nil {
				t.Fatalf("%s %s: esc left something open\n%s", title, f.Key, x.screen())
			}
		}
	}
}

func TestSheetOfTheProgrammeHasOurTeam(t *testing.T) {
	x := start(t, people(t), 80, 24)
	x.Keys("f2").sees("Programme", "Dana Sharon", "Omer Katz")
	x.Keys("a 'Ruth: finance' enter 'Yossi' enter esc").sees("Ruth", "finance", "Yossi")
	x.Keys("end up up right enter 'Chief operator' esc right").sees("Chief operator")
	if m := x.session().Portfolio().Programme().Team[1]; m.Title != "Chief operator" {
		t.Fatalf("title of %+v", m)
	}
	x.Keys("enter 'operations' enter").sees("operations") // the function, from a list
	x.Keys("right enter 'omer@q.example' esc").sees("omer@q.example")
	x.Keys("delete").sees("Omer Katz was removed from the team").seesNot("omer@q.example").Keys("u").sees("omer@q.example")
	x.Keys("home delete").sees("Only team members can be deleted here;")
	if n := len(x.session().Portfolio().Programme().Team); n != 4 {
		t.Fatalf("%d in the team", n)
	}
}

func TestSheetKeepsWhatIsTyped(t *testing.T) {
	x := start(t, people(t), 100, 30)
	x.Keys(": 'go meridian foods' enter o down down enter 'q: '") // q is a letter here
	x.send(tea.PasteMsg{Content: "Dana"})
	x.sees("q: Dana").Keys("esc").sees("━ Meridian Foods", "q: Dana")
	if x.account().Owner != "q: Dana" {
		t.Fatalf("owner %q", x.account().Owner)
	}
	x.Keys("u")
	if x.account().Owner != "" {
		t.Fatal("one visit is not one undo")
	}
	x.Keys("enter 'first' tab").sees("Parent account")
	x.Keys("tab 'Second' down 'Third' esc")
	if a := x.account(); a.Owner != "first" || a.Segment != "Second" || a.Kind != "Third" {
		t.Fatalf("%q %q %q", a.Owner, a.Segment, a.Kind)
	}
}

func TestSheetRefusesInWordsAndMakesUnknown(t *testing.T) {
	x := start(t, people(t), 100, 30)
	x.Keys(": 'go meridian foods' enter o x").sees("an account needs a name")
	x.Keys("enter ctrl+u").sees("Not saved yet").Keys("enter").sees("an account needs a name").Keys("'Meridian Foods' esc")
	for range 10 {
		x.Keys("down")
	}
	x.sees("How many people work there.").Keys("enter '12q' enter").sees("whole number").Keys("backspace esc").sees("12 people")
	x.Keys("x").seesNot("12 people").Keys("x").sees("is already empty.").Keys("u").sees("12 people")
	x.Keys("down enter '1250000' esc").sees("1,250,000 USD").Keys("y").sees("copied: 1250000")
}

func TestSheetOfASeatNamesWhoSitsThere(t *testing.T) {
	x := start(t, people(t), 100, 30)
	x.Keys(": 'go meridian foods' enter")
	x.app.push(kit.NewSheet(x.app.c, edit.Ref{Account: "a", Of: edit.OfSeat, ID: "empty"}))
	x.sees("Seat: Plant manager", "Nobody is named in this seat").Keys("a 'M. Roth' enter").sees("Who sits here: M. Roth", "Cares about")
	x.Keys("u").sees("Nobody is named").Keys("esc")
	x.app.push(kit.NewSheet(x.app.c, edit.Ref{Account: "a", Of: edit.OfPerson, ID: "levi"}))
	x.sees("A. Levi", "Seat: CFO", "Buying role").Keys("esc")
	x.app.push(kit.NewSheet(x.app.c, edit.Ref{Account: "a", Of: edit.OfAction, ID: "gone"}))
	x.sees("This no longer").Keys("enter").sees("There is nothing to edit here").Keys("down tab x y esc").seesNot("gone")
}

func TestSheetIsReadOnlyWhenTheFileIs(t *testing.T) {
	x := start(t, people(t), 100, 30)
	x.session().Freeze("Another copy of Accord has this file.")
	for _, k := range []string{"enter", "x", "a", "delete"} {
		x.Keys("f2 "+k).sees("Another copy of Accord has this file.", "━ Programme").Keys("esc")
	}
}

func TestSheetsAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		for title, ref := range sheetRefs {
			x := start(t, people(t), size[0], size[1])
			x.app.push(kit.NewSheet(x.app.c, ref))
			x.sees(title).Keys("end").sees(title).Keys("enter").screen()
		}
		for i, ref := range []edit.Ref{{Account: "acc3"}, {Of: edit.OfProgramme}, {Account: "acc4", Of: edit.OfSeat, ID: "seat"}, {Account: "acc1", Of: edit.OfPerson, ID: "p"}, {Account: "acc1", Of: edit.OfTie, ID: "t"}} {
			x := start(t, hostilePortfolio(t), size[0], size[1])
			x.app.push(kit.NewSheet(x.app.c, ref))
			for range 20 {
				x.Keys("down")
				x.screen()
			}
			if x.Keys("enter 'z' esc esc esc").app.top() != nil {
				t.Fatalf("%d: still open\n%s", i, x.screen())
			}
		}
	}
}
