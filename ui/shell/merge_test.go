package shell

import (
	"errors"
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
)

// joining opens another's version after two edits of ours to the same account.
func joining(t testing.TB, w, h int) *harness {
	x := start(t, three(t), w, h)
	x.app.do(set("a2", "importance.capacity", "4"))
	x.app.do(set("a2", "notes", "ours"))
	return x.Keys("g j 'base.json' enter 'anna.json' enter")
}

func TestAnothersFileIsJoinedAsOneEdit(t *testing.T) {
	x := joining(t, 110, 34)
	x.sees("Join anna.json", "9 facts changed there", "2 conflicts, 2 open", "Meridian Foods: Capacity", "yours", "theirs", "ours", "The new plant opens in May.")
	if len(x.patches) != 2 {
		t.Fatal("something changed before it was agreed")
	}
	x.Keys("n").sees("before: 5", "4").Keys("right").sees("1 open", "ours", "Anna: they move to Lyon")
	x.Keys("v").sees("7 facts", "Halden Energy: City", "Northgate Steel: City", "Answered by you: 1 conflict", "Capacity: theirs is taken, 1, not 4").seesNot("Meridian Foods: Capacity 4", "Meridian Foods: Notes").Keys("esc")
	x.Keys("enter").sees("1 conflict open").Keys("e ctrl+u 'both of us' esc").sees("0 open", "written by hand: taken", "both of us")
	x.Keys("enter").sees("joined anna.json as one edit").seesNot("Join anna.json")
	a := x.session().Portfolio().Account("a2")
	if !strings.HasSuffix(a.Notes, "both of us") || a.Ratings["importance.capacity"].Ours != model.LevelOf(1) || a.City != "Lyon" || x.session().Portfolio().Account("a1").City != "Lyon" {
		t.Fatalf("%+v", a)
	}
	if len(x.patches) != 3 || x.patches[2].Kind != edit.StepImport {
		t.Fatalf("%d steps", len(x.patches))
	}
	x.Keys("u")
	if a := x.session().Portfolio().Account("a2"); a.Notes != "ours" || a.City != "" {
		t.Fatalf("one undo did not take it back: %+v", a)
	}
}

func TestWhatIsOpenKeepsOurs(t *testing.T) {
	x := joining(t, 80, 24)
	x.Keys("enter").sees("2 conflicts open").Keys("enter")
	if a := x.session().Portfolio().Account("a2"); a.Notes != "ours" || a.Ratings["importance.capacity"].Ours != model.LevelOf(4) || a.City != "Lyon" {
		t.Fatalf("%+v", a)
	}
}

func TestLeavingAJoinLosesNoAnswer(t *testing.T) {
	x := joining(t, 110, 34)
	x.Keys("down right esc").sees("base.json", "anna.json").Keys("esc g j").sees("anna.json").Keys("enter").sees("2 conflicts, 1 open")
	x.Keys("esc esc").seesNot("anna.json")
	x.app.do(set("a3", "city", "Ulm")) // in between the plan goes on
	x.Keys("g j enter").sees("3 conflicts, 2 open", "Northgate Steel: City").Keys("M enter")
	if a := x.session().Portfolio().Account("a2"); a.Notes != "ours" || a.Ratings["importance.capacity"].Ours != model.LevelOf(1) {
		t.Fatalf("%+v", a)
	}
}

func TestAllTheirs(t *testing.T) {
	x := joining(t, 110, 34)
	x.Keys("T x").sees("1 open").Keys("T enter")
	if a := x.session().Portfolio().Account("a2"); !strings.HasPrefix(a.Notes, "Anna") || a.Ratings["importance.capacity"].Ours != model.LevelOf(1) {
		t.Fatalf("%+v", a)
	}
}

func TestFilesThatCanNotBeJoinedAreRefusedInWords(t *testing.T) {
	x := start(t, three(t), 80, 24)
	x.Keys("g j enter enter").sees("Both files are needed")
	x.app.ports.Version = func(string) (*model.Portfolio, error) { return nil, errors.New("x.json: it is no export") }
	x.Keys("up 'x.json' down 'y.json' enter").sees("it is no export", "x.json", "y.json").Keys("esc")
	if len(x.patches) > 0 {
		t.Error("something changed")
	}
	x.app.ports.Version = nil
	x.Keys("g j enter").sees("without a reader")
}

// An answer may bring up a question: somebody's superior, a name that is taken.
func TestAnAnswerThatBringsUpAQuestionAsksIt(t *testing.T) {
	base := build(t, edit.AddAccount{ID: "a1", Name: "One"}, edit.AddAccount{ID: "a2", Name: "Two"})
	x := start(t, base, 100, 30)
	x.app.ports.Version = func(path string) (*model.Portfolio, error) {
		s := session.New(base, model.DateOf(testNow), 0, counterIDs())
		if path == "y" {
			_, _ = s.Do(set("a1", "name", "Polaris"), testNow)
		}
		return s.Portfolio(), nil
	}
	x.app.do(set("a1", "name", "Alpha"))
	x.app.do(set("a2", "name", "Polaris"))
	x.Keys("g j 'x' enter 'y' enter").sees("1 conflict").Keys("right enter").sees("another question", "who keeps the name").Keys("e ctrl+u 'Polaris South' esc enter").sees("joined")
	p := x.session().Portfolio()
	if p.Account("a1").Name != "Polaris South" || p.Account("a2").Name != "Polaris" {
		t.Errorf("%q %q", p.Account("a1").Name, p.Account("a2").Name)
	}
}

// While names are hidden nothing is joined: not from the start, not from a page that
// was open before.
func TestNothingIsJoinedWhileNamesAreHidden(t *testing.T) {
	x := joining(t, 110, 34)
	x.Keys("f6").seesNot("Meridian", "Lyon", "Join anna.json")
	x.Keys("g j").sees("in anonymous mode").seesNot("base.json", "Join another")
	if len(x.patches) != 2 {
		t.Errorf("%d steps", len(x.patches))
	}
	x.Keys("f6 'reveal' enter g j").sees("anna.json").Keys("enter").sees("2 conflicts, 2 open")
	x.Keys("f5").seesNot("Join anna.json").Keys("g j").sees("F12 shows it anyway") // nor before a room
	x.Keys("f12").sees("2 conflicts, 2 open")
}
