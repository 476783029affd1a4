package ui

import (
	"fmt"
	"strings"
	"testing"

	"accord/model"
	"accord/ui/theme"
)

func TestPaletteDoesWhatItIsTold(t *testing.T) {
	x := start(t, three(t), 110, 40)
	x.keys(": 'undo'").sees("undo: take back the last edit (not now: nothing to take back)")
	x.keys("enter").sees("Not now: nothing to take back.", "Command")
	x.keys("esc a 'Zephyr' enter")
	x.keys(": 'undo' enter").seesNot("4 accounts", "━ Command").sees("took back")
	x.keys(": 'redo' enter").sees("4 accounts")
	x.keys(": 'help' enter").sees("Every key")
	x.keys("esc : 'programme' enter").sees("━ Programme")
	x.keys("esc : 'import' enter").sees("Import a file")
	x.keys("esc : 'quit' enter")
	if !x.quit {
		t.Fatal("quit did not quit")
	}
}

func TestPaletteGoesToAccountsAndThemes(t *testing.T) {
	x := start(t, three(t), 110, 40)
	x.keys(": 'north' enter")
	if x.account().Name != "Northgate Steel" {
		t.Fatalf("at %s", x.account().Name)
	}
	x.keys("/ 'mer' enter : 'halden' enter") // a filter that hides the account gives way
	if x.account().Name != "Halden Energy" {
		t.Fatalf("at %s", x.account().Name)
	}
	for _, n := range theme.Names() {
		x.keys(": 'theme " + string(n) + "' enter").sees("theme: " + string(n))
		if x.app.theme.Name() != n {
			t.Fatalf("%s is not in force", n)
		}
	}
	x.keys(": 'sort by revenue' enter").sees("revenue ▾")
	x.keys(": 'zzqq'").sees("No command is called that").keys("enter").sees("No command is called that. esc goes back.")
}

// TestPaletteReachesEveryCommand finds each row of the workbench's table by its
// sentence and key.
func TestPaletteReachesEveryCommand(t *testing.T) {
	x := start(t, three(t), 200, 60)
	for i := range x.app.c.keys.rows {
		b := &x.app.c.keys.rows[i]
		switch b.scope {
		case scopeEverywhere, scopeAccounts, scopeMap, scopePlan, scopeRating, scopeItems, scopePlaces:
		default:
			continue
		}
		if b.intent.Kind == Palette || b.intent.Kind == Cancel {
			continue
		}
		x.keys(":").text(b.sentence()).sees(firstWords(b.sentence())).keys("esc")
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
	x.keys(": 'add a seat beside' enter")
	if x.app.bench.focus != paneMap {
		t.Fatalf("focus is %d", x.app.bench.focus)
	}
	x.keys("esc : 'rate 5' enter").sees("━ Command", "Not now")
	if x.session().Portfolio().Len() != n || len(x.patches) != 0 {
		t.Fatal("something was changed")
	}
}

func TestPlaces(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.keys("g").sees("Go to", "relationship map", "import a file")
	x.keys("2")
	if x.app.bench.focus != paneMap || x.app.top() != nil {
		t.Fatal("2 is not the map")
	}
	for key, title := range map[string]string{"s": "━ Programme", "p": "━ Portfolio", "a": "━ Agenda", "e": "━ Programme readiness", "r": "━ Report", "w": "━ Workshop", "i": "Import a file", "o": "━ Halden Energy", "f": "Explained: the portfolio"} {
		x.keys(": 'halden' enter g " + key).sees(title).keys("esc")
		if x.app.top() != nil {
			t.Fatalf("%s: still open", title)
		}
	}
	x.keys("g y").sees("There is no place under y", "Go to").keys("esc").seesNot("Go to")
	x.keys("g ד").sees("━ Programme") // s on a Hebrew layout
	empty := start(t, model.EmptyPortfolio(), 80, 24)
	empty.keys("g o").sees("there is no account yet")
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
					x.keys(keys).sees(title)
					x.keys("pgdown down right")
					x.screen()
					x.keys("pgdown pgdown pgdown end").sees(title)
					x.keys("esc")
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
	x.app.push(newMessage("Not saved", strings.Repeat("The disk refused. ", 100)))
	x.sees("Not saved", "any key closes", "more").keys("pgdown").sees("above").keys("x").seesNot("Not saved")
}
