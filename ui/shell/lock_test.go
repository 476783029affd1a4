package shell

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/report"
	"accord/model/session"
	"accord/ui/kit"
)

const rightPhrase = "four words in a row"

// locked starts the workbench before a protected file, as main does.
func locked(t *testing.T, guard kit.Guard) *harness {
	t.Helper()
	x := &harness{TB: t, now: testNow}
	ids := counterIDs()
	ports := kit.Ports{Save: func(p *edit.Patch) { x.patches = append(x.patches, p) }, Now: func() time.Time { return x.now }, NewID: ids,
		Opens: func(phrase string) bool { return phrase == rightPhrase },
		Unlock: func(phrase string) (*kit.Opened, error) {
			if phrase != rightPhrase {
				return nil, errors.New("this passphrase does not open accord.db")
			}
			return &kit.Opened{Session: session.New(samplePortfolio(t), model.DateOf(testNow), 0, ids), Guard: guard, Notice: "opened"}, nil
		}}
	x.app = New(Options{Session: session.New(model.EmptyPortfolio(), model.DateOf(testNow), 0, ids), Ports: ports, Locked: true})
	x.run(x.app.Init())
	x.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	return x
}

func TestAProtectedFileIsOpenedOnAPageOfItsOwn(t *testing.T) {
	x := locked(t, kit.Guard{Protected: true})
	x.sees("This file is protected").seesNot("account", "S  ", "Accordia")
	x.Keys("'nope nope' ").seesNot("nope").sees("*********")
	x.Keys("enter").sees("does not open accord.db").seesNot("****")
	x.Keys("'"+rightPhrase+"' enter").sees("Accordia", "Alpenglas", "opened")
	if len(x.patches) != 0 {
		t.Error("opening edited something")
	}
}

// While the screen is covered nothing of the plan is in what goes to the
// terminal, no key but the passphrase does anything, and what arrives meanwhile
// stays below.
func TestACoveredScreenShowsAndDoesNothing(t *testing.T) {
	x := locked(t, kit.Guard{Protected: true, Editor: true}).Keys("'" + rightPhrase + "' enter")
	below := x.Keys("tab tab 4 5").screen()
	x.Keys("f9")
	plan := wording(x.app.c.Portfolio())
	check := func(when string) {
		t.Helper()
		v := x.app.View()
		for _, w := range plan {
			if strings.Contains(v.Content, w) || strings.Contains(v.WindowTitle, w) {
				t.Errorf("%s: %q is on the covered screen", when, w)
			}
		}
		if x.app.cover() == nil {
			t.Fatalf("%s: the cover is gone", when)
		}
	}
	check("covered")
	before := len(x.patches)
	for _, k := range strings.Fields("tab u ctrl+r q ? : g f2 f3 f4 esc up down left right ctrl+o ctrl+l w i y 1 5 a delete home end f9") {
		x.key(k)
		check(k)
	}
	x.Keys("ctrl+u 'wrong' enter").sees("That is not the passphrase")
	check("after a wrong passphrase")
	x.send(tea.MouseClickMsg{X: 5, Y: 5, Button: tea.MouseLeft})
	x.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	x.app.push(newHelp(x.app.c, nil))
	check("a page that opens by itself")
	x.app.apply(kit.Close())
	check("a page that closes by itself")
	x.send(kit.SavedMsg{Queued: 9, Saved: 8, Err: errors.New("the disk is full")})
	check("a disk that refuses")
	if len(x.patches) != before {
		t.Error("something was edited under the cover")
	}
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {20, 5}, {1, 1}} {
		checkSize(t, x, "covered", size[0], size[1])
		check(fmt.Sprint(size))
	}
	x.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	x.send(kit.SavedMsg{})
	x.Paste("four words").Paste(" in a row").Keys("enter")
	if got := x.screen(); got != below {
		t.Errorf("uncovered, the screen is another:\n%s\nit was\n%s", got, below)
	}
}

// words are names of the plan that would be on the screen.
func wording(p *model.Portfolio) (out []string) {
	for _, a := range p.Accounts() {
		out = append(out, a.Name)
		for _, s := range a.Seats {
			out = append(out, s.Title)
		}
	}
	return append(out, p.Programme().Title)
}

// The screen is covered when no key came for as long as the file says; before
// that the timer is only set again, and without the setting there is none.
func TestTheScreenIsCoveredWhenNobodyIsThere(t *testing.T) {
	x := locked(t, kit.Guard{Protected: true, Lock: 5 * time.Minute})
	x.Keys("'" + rightPhrase + "'")
	x.deaf = true // what wakes is sent by the test
	x.app.arriveUnlocked(t)
	x.now = x.now.Add(4 * time.Minute)
	x.send(idleMsg{})
	if x.app.cover() != nil {
		t.Fatal("covered too early")
	}
	x.Keys("down")
	x.now = x.now.Add(4 * time.Minute)
	x.send(idleMsg{})
	if x.app.cover() != nil {
		t.Fatal("a key did not count")
	}
	if x.app.watchIdle() == nil {
		t.Error("nothing wakes the cover")
	}
	x.now = x.now.Add(2 * time.Minute)
	x.send(idleMsg{})
	if x.app.cover() == nil {
		t.Fatal("not covered after five minutes without a key")
	}
	if x.app.watchIdle() != nil {
		t.Error("a timer runs under the cover")
	}
	x.app.overlays = nil
	x.Keys("down")
	x.now = x.now.Add(time.Hour) // the computer slept, and no timer came
	x.Keys("u")
	if x.app.cover() == nil {
		t.Error("the first key after a sleep shows what is below")
	}
	x.app.c.Guard.Lock = 0
	x.app.overlays = nil
	if x.app.watchIdle() != nil {
		t.Error("there is a timer although nothing covers the screen")
	}
}

// arriveUnlocked takes the answer to the passphrase in, without what it wakes.
func (a *App) arriveUnlocked(t *testing.T) {
	t.Helper()
	p := a.cover()
	o, err := a.ports.Unlock(rightPhrase)
	if a.take(unlockedMsg{page: p, opened: o, err: err}) == nil {
		t.Error("no timer although the file asks for one")
	}
}

func TestAnEditorNeedsTheFilesLeave(t *testing.T) {
	x := locked(t, kit.Guard{Protected: true}).Keys("'" + rightPhrase + "' enter")
	if cmd := (&kit.ExternalEdit{Text: "secret"}).Do(x.app); cmd != nil || !strings.Contains(x.app.status.text, "accord protect --editor") {
		t.Error(x.app.status.text)
	}
}

func TestAFirstFileCanBeProtected(t *testing.T) {
	x := &harness{TB: t, now: testNow}
	ids := counterIDs()
	var got string
	ports := kit.Ports{Now: func() time.Time { return x.now }, NewID: ids, Save: func(*edit.Patch) {}, Sample: func(model.Date) (*model.Portfolio, error) { return samplePortfolio(t), nil },
		Begin: func(*model.Portfolio) error { t.Error("made without protection"); return nil },
		Protect: func(_ *model.Portfolio, phrase string) (string, error) {
			got = phrase
			return "AAAA-BBBB", nil
		}}
	x.app = New(Options{Session: session.New(model.EmptyPortfolio(), model.DateOf(testNow), 0, ids), Ports: ports, Welcome: true})
	x.send(tea.WindowSizeMsg{Width: 60, Height: 16})
	x.sees("protect the file with a passphrase: no").Keys("p").sees("passphrase: yes").Keys("1 'short' enter").sees("At least eight letters")
	x.Keys("'" + rightPhrase + "' enter 'something else' enter").sees("do not match")
	x.Keys("'"+rightPhrase+"' enter '"+rightPhrase+"' enter").sees("AAAA-BBBB", "Write it down")
	x.Keys("q u esc").sees("AAAA-BBBB").Keys("enter").seesNot("AAAA").sees("Accordia")
	if got != rightPhrase || !x.app.c.Guard.Protected {
		t.Errorf("%q %+v", got, x.app.c.Guard)
	}
}

func TestAReportFromAProtectedFileSaysThatItIsNot(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	x.app.c.Guard.Protected = true
	x.app.ports.Report = func(io.Writer, string, *report.Report) error { return nil }
	x.app.ports.Write = func(kit.Output, []byte) error { return nil }
	x.Keys("g r f ctrl+u '/nowhere/n.html' enter").sees("wrote /nowhere/n.html; it is plain text, not protected like the file it comes from")
}

func TestPagesOfProtectionFitEverySize(t *testing.T) {
	for name, o := range map[string]kit.Page{"lock": newLockPage(true), "cover": newLockPage(false), "phrase": newPhrasePage(kit.Outcome{}), "recovery": &recoveryPage{"AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH"},
		"welcome": &welcome{path: "/home/anna/accord.db", protect: true}} {
		x := start(t, samplePortfolio(t), 120, 40)
		x.app.push(o)
		x.Keys("'" + strings.Repeat("long ", 60) + "'")
		for _, size := range [][2]int{{60, 16}, {61, 17}, {80, 24}, {120, 40}, {200, 60}, {59, 15}, {3, 3}} {
			checkSize(t, x, name, size[0], size[1])
		}
	}
}
