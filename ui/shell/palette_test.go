package shell

import (
	"fmt"
	"strings"
	"testing"

	"accord/model"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
)

func TestPaletteDoesWhatItIsTold(t *testing.T) {
	x := start(t, three(t), 110, 40)
	x.Keys(": 'undo'").sees("undo the last edit (not now: nothing to undo)")
	x.Keys("enter").sees("Not now: nothing to undo.", "Command")
	x.Keys("esc a 'Zephyr' enter")
	x.Keys(": 'undo' enter").seesNot("4 accounts", "━ Command").sees("undone")
	x.Keys(": 'redo' enter").sees("4 accounts")
	x.Keys(": 'help' enter").sees("Every key")
	x.Keys("esc : 'programme' enter").sees("━ Programme")
	x.Keys("esc : 'import' enter").sees("Import a file")
	x.Keys("esc : 'quit' enter")
	if !x.quit {
		t.Fatal("quit did not quit")
	}
}

func TestPaletteGoesToAccountsAndThemes(t *testing.T) {
	x := start(t, three(t), 110, 40)
	x.Keys(": 'north' enter")
	if x.account().Name != "Northgate Steel" {
		t.Fatalf("at %s", x.account().Name)
	}
	x.Keys("/ 'mer' enter : 'halden' enter") // a filter that hides the account gives way
	if x.account().Name != "Halden Energy" {
		t.Fatalf("at %s", x.account().Name)
	}
	for _, n := range theme.Names() {
		x.Keys(": 'theme " + string(n) + "' enter").sees("theme: " + string(n))
		if x.app.theme.Name() != n {
			t.Fatalf("%s is not in force", n)
		}
	}
	x.Keys(": 'sort by revenue' enter").sees("revenue ▾")
	x.Keys(": 'zzqq'").sees("No such command").Keys("enter").sees("No such command. Esc goes back.")
}

// TestPaletteReachesEveryCommand finds each row of the workbench's table by its
// sentence and key.
func TestPaletteReachesEveryCommand(t *testing.T) {
	x := start(t, three(t), 200, 60)
	for i := range x.app.c.Keys.Rows {
		b := &x.app.c.Keys.Rows[i]
		switch b.Scope {
		case keys.ScopeEverywhere, keys.ScopeAccounts, keys.ScopeMap, keys.ScopePlan, keys.ScopeRating, keys.ScopeItems, keys.ScopePlaces:
		default:
			continue
		}
		if b.Intent.Kind == keys.Palette || b.Intent.Kind == keys.Cancel {
			continue
		}
		x.Keys(":").Text(b.Sentence()).sees(firstWords(b.Sentence())).Keys("esc")
	}
}

func firstWords(s string) string {
	f := strings.Fields(s)
	return strings.Join(f[:min(3, len(f))], " ")
}

// A command of another pane moves the focus there first: typing "add" for the
// map must not add an account.
func TestPaletteCommandsActInTheirPane(t *testing.T) {
	x := start(t, three(t), 120, 40)
	n := x.session().Portfolio().Len()
	x.Keys(": 'add a seat beside' enter")
	if x.app.bench.focus != kit.PaneMap {
		t.Fatalf("focus is %d", x.app.bench.focus)
	}
	x.Keys("esc : 'rate 5' enter").sees("━ Command", "Not now")
	if x.session().Portfolio().Len() != n || len(x.patches) != 0 {
		t.Fatal("something was changed")
	}
}

func TestPlaces(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.Keys("g").sees("Go to", "relationship map", "import a file")
	x.Keys("2")
	if x.app.bench.focus != kit.PaneMap || x.app.top() != nil {
		t.Fatal("2 is not the map")
	}
	for key, title := range map[string]string{"s": "━ Programme", "p": "━ Portfolio", "a": "━ Agenda", "e": "━ Programme readiness", "r": "━ Report", "w": "━ Workshop", "i": "Import a file", "o": "━ Halden Energy", "f": "Explained: the portfolio", "y": "━ Period of the figures"} {
		x.Keys(": 'halden' enter g " + key).sees(title).Keys("esc")
		if x.app.top() != nil {
			t.Fatalf("%s: still open", title)
		}
	}
	x.Keys("g k").sees("There is no place for k", "Go to").Keys("esc").seesNot("Go to")
	x.Keys("g ד").sees("━ Programme") // s on a Hebrew layout
	empty := start(t, model.EmptyPortfolio(), 80, 24)
	empty.Keys("g o").sees("there is no account yet")
}

// Every overlay draws at every size, shows its title, and closes with esc.
func TestOverlaysAtEverySize(t *testing.T) {
	overlays := map[string]string{"?": "Every key", ":": "Command", "g": "Go to", "i": "Explained", "g f": "Explained: the portfolio", "f2": "Programme", "ctrl+o": "Import a file"}
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		for name, p := range map[string]*model.Portfolio{"three": three(t), "hostile": hostilePortfolio(t), "empty": model.EmptyPortfolio()} {
			for keys, title := range overlays {
				if name == "empty" && keys == "i" {
					continue
				}
				t.Run(fmt.Sprint(name, size, keys), func(t *testing.T) {
					x := start(t, p, size[0], size[1])
					x.Keys(keys).sees(title)
					x.Keys("pgdown down right")
					x.screen()
					x.Keys("pgdown pgdown pgdown end").sees(title)
					x.Keys("esc")
					if x.app.top() != nil {
						t.Fatal("esc does not close it")
					}
				})
			}
		}
	}
}

func TestMessageClosesWithAnyKey(t *testing.T) {
	x := start(t, three(t), 80, 24)
	x.app.push(kit.NewMessage("Not saved", strings.Repeat("The disk refused. ", 100)))
	x.sees("Not saved", "any key closes", "more").Keys("pgdown").sees("above").Keys("x").seesNot("Not saved")
}
