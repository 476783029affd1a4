package shell

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/ui/kit"
)

// troubled starts the workbench before a file that cannot be opened, or on the
// first screen when there is no trouble.
func troubled(t *testing.T, trouble string, sealed bool) (x *harness, asked *[]string) {
	t.Helper()
	x, asked = &harness{TB: t, now: testNow}, new([]string)
	ids := counterIDs()
	list := []kit.CopyInfo{
		{Path: "/b/one.db", Name: "accord-2026-11-24T090000.db", Kind: "automatic", At: testNow, Bytes: 1_400_000, Accounts: 12, Sealed: sealed},
		{Path: "/b/two.db", Name: "bad\x1b[2J " + strings.Repeat("W", 300), Kind: "by hand", At: testNow, Bytes: 900, Problem: "page 7 of two.db is damaged"},
		{Path: "/b/three.jsonl", Name: "accord.db.rescued-1.jsonl", Kind: "edits that were not saved", At: testNow, Edits: 3},
	}
	opened := &kit.Opened{Session: session.New(samplePortfolio(t), model.DateOf(testNow), 4, ids)}
	ports := kit.Ports{Save: func(p *edit.Patch) { x.patches = append(x.patches, p) }, Now: func() time.Time { return x.now }, NewID: ids,
		Unlock: func(phrase string) (*kit.Opened, error) {
			if phrase != rightPhrase {
				return nil, errors.New("this passphrase does not open accord.db")
			}
			return opened, nil
		},
		Copies: kit.Copies{
			List: func() []kit.CopyInfo { *asked = append(*asked, "list"); return list },
			Restore: func(path string) (*kit.Opened, string, error) {
				*asked = append(*asked, path)
				if sealed {
					return nil, "one.db is in place", nil
				}
				return opened, "one.db is in place", nil
			},
			Repair: func() ([]string, error) {
				*asked = append(*asked, "repair")
				return []string{"11 of 12 accounts are whole.", "account \"Acme\": missing: notes"}, nil
			},
		}}
	x.app = New(Options{Session: session.New(model.EmptyPortfolio(), model.DateOf(testNow), 0, ids), Ports: ports, Trouble: trouble, Welcome: trouble == ""})
	x.run(x.app.Init())
	x.send(tea.WindowSizeMsg{Width: 120, Height: 30})
	return x, asked
}

const trouble = "accord.db: page 12 is damaged. `accord restore` lists the copies to go back to"

func TestADamagedFileOpensOnItsCopies(t *testing.T) {
	x, asked := troubled(t, trouble, false)
	x.sees("page 12 is damaged", "2026-11-24", "12", "1.4 MB", "sound", "not usable", "3 edits", "r repair").seesNot("esc back").Keys("esc").sees("Choose a copy")
	x.Keys("down enter").sees("page 7 of two.db is damaged").Keys("r").sees("11 of 12 accounts are whole", "missing: notes").Keys("esc")
	x.Keys("up up enter").sees("Alpenglas", "one.db is in place").seesNot("cannot be opened")
	if got := strings.Join(*asked, " "); got != "list repair list /b/one.db" {
		t.Error(got)
	}
	if x.Keys("tab tab 1"); len(x.patches) != 1 || x.patches[0].Seq != 5 {
		t.Errorf("editing does not go on after its last step: %v", x.patches)
	}
	if x, _ := troubled(t, trouble, false); !x.Keys("q").quit {
		t.Error("q does not leave")
	}
}

// A protected copy is put in place without its passphrase, and asks for it then.
func TestAProtectedCopyAsksForItsPassphrase(t *testing.T) {
	x, _ := troubled(t, trouble, true)
	x.sees("sealed").Keys("enter").sees("This file is protected").seesNot("Alpenglas")
	x.Keys("'nope nope' enter").sees("does not open accord.db").Keys("'" + rightPhrase + "' enter").sees("Alpenglas")
}

func TestTheFirstScreenBringsACopyBack(t *testing.T) {
	x, _ := troubled(t, "", false)
	x.sees("Welcome").seesNot("esc").Keys("4").sees("Bring back a copy", "sound").Keys("r").sees("There is no damaged file here").Keys("esc").sees("Welcome")
	x.Keys("b enter").sees("Alpenglas", "is in place")
}

// The newest sound copy with accounts in it is chosen already; one without any, or
// of another file, takes a second enter, and moving takes the first one back.
func TestACopyThatLosesSomethingTakesASecondEnter(t *testing.T) {
	list := []kit.CopyInfo{
		{Path: "empty", Name: "empty.db", Kind: "automatic", At: testNow},
		{Path: "bad", Name: "bad.db", Kind: "automatic", At: testNow, Problem: "page 7 of bad.db is damaged"},
		{Path: "edits", Name: "x.jsonl", Kind: "edits that were not saved", At: testNow, Edits: 3},
		{Path: "good", Name: "good.db", Kind: "automatic", At: testNow, Accounts: 12},
		{Path: "other", Name: "other.db", Kind: "by hand", At: testNow, Accounts: 99, Other: true},
	}
	asking := func() (*harness, *copiesPage) {
		x, _ := troubled(t, trouble, false)
		p := x.app.overlays[len(x.app.overlays)-1].(*copiesPage)
		p.take(list)
		return x, p
	}
	x, p := asking()
	if p.list[p.row].Path != "good" {
		t.Errorf("%s is chosen", p.list[p.row].Path)
	}
	x.Keys("down").sees("of another file").Keys("enter").sees("copy of another file", "Press Enter again").Keys("up down enter").sees("Press Enter again").Keys("enter").sees("is in place")
	x, _ = asking()
	x.Keys("up up up enter").sees("There are no accounts in this copy").Keys("enter").sees("is in place")
	x, _ = asking()
	x.Keys("enter").sees("is in place")
}

func TestCopiesFitEverySize(t *testing.T) {
	for _, why := range []string{trouble, strings.Repeat("long ", 300), ""} {
		x, _ := troubled(t, why, true)
		if why == "" {
			x.Keys("4")
		}
		for _, size := range [][2]int{{200, 60}, {120, 40}, {80, 24}, {60, 16}, {20, 5}, {1, 1}} {
			checkSize(t, x, "copies", size[0], size[1])
		}
	}
}
