package shell

import (
	"slices"

	"accord/model/score"
	"accord/model/words"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/session"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// App is the one Bubble Tea model. Update turns messages into intents and hands
// outcomes to apply; View draws and changes nothing.
type App struct {
	ports    kit.Ports
	c        *kit.Context
	before   before
	base     *kit.Sitting // what is, while a what-if is on the screen; else nil
	theme    *theme.Theme
	grid     *widget.Grid
	bench    *workbench
	overlays []kit.Page
	size     struct{ w, h int }
	saved    kit.SavedMsg
	status   struct {
		text string
		bad  bool
	}
	mouse       bool
	fromOutside bool             // what is done now comes from beside the screen, not from a key
	noted       string           // the last warning beside saving, which is said once
	warned      bool             // the user was told once that quitting leaves edits unsaved
	later       []func() tea.Cmd // what waits until nobody types
	konsole     bool             // the terminal reorders Hebrew unless told row by row
}

// Options are how the workbench starts.
type Options struct {
	Session   *session.Session
	Ports     kit.Ports
	Welcome   bool       // no file yet: ask what to begin with
	Locked    bool       // the file is protected: ask for what opens it
	Guard     kit.Guard  // of the file that is open
	Theme     theme.Name // "" is auto
	ASCII     bool       // plain signs for poor terminals
	Notice    string     // said in the status line at the start
	Hidden    string     // names are hidden, as they were under this state; "" shows them
	StandIns  string     // what hid the names the last time, for the same stand-ins; "" for never
	HideNow   bool       // names were hidden when it ended, and nothing is known but that
	Projector bool       // it was in projector mode when it ended
	Trouble   string     // why the file cannot be opened: offer the copies of it
}

// Tick moves the clock on for who acts from beside the screen.
func (a *App) Tick() { a.tick() }

// tick moves the clock on; a new day rescores everything.
func (a *App) tick() {
	a.c.Now = a.ports.Now()
	a.c.Session.SetToday(model.DateOf(a.c.Now))
}

func (a *App) top() kit.Page {
	if n := len(a.overlays); n > 0 {
		return a.overlays[n-1]
	}
	return nil
}

// push puts a part on top, but never over the page that covers the screen.
func (a *App) push(o kit.Page) {
	if a.fromOutside && a.Typing() {
		a.later = append(a.later, func() tea.Cmd { a.push(o); return nil })
		return
	}
	n := len(a.overlays)
	if a.cover() != nil {
		n--
	}
	a.overlays = slices.Insert(a.overlays, n, o)
}

// pop takes the top part away; only its passphrase does so with the cover.
func (a *App) pop() {
	switch n := len(a.overlays); {
	case n > 1 && a.cover() != nil:
		a.overlays = slices.Delete(a.overlays, n-2, n-1)
	case n > 0 && a.cover() == nil:
		a.overlays = a.overlays[:n-1]
	}
}

// leastTitle is how much of a title still says something.
const leastTitle = 8

// notOnBranch is why something waits until what is tried out is over.
func (a *App) notOnBranch() string {
	if a.c.Rehearsal != nil {
		return words.T("shell.not-rehearsal-e-run-sheet")
	}
	return words.T("shell.first-keep-or-drop-what")
}

// modal intents do not fall through an open overlay to the screen below.
func modal(k keys.IntentKind) bool {
	switch k {
	case keys.Quit, keys.Undo, keys.Redo, keys.Help, keys.Redraw, keys.Suspend, keys.ToggleMouse:
		return false
	}
	return true
}

// cover is the page that covers the screen, or nil.
func (a *App) cover() *lockPage {
	p, _ := a.top().(*lockPage)
	return p
}

// before is what the screen was about when a rehearsal began.
type before struct {
	account model.AccountID
	bench   *workbench
	began   *score.Scores
}

// shutWords say why.
func shutWords() string { return words.T("shell.until-last-rater-passed-other") }

// sayFrozen tells why nothing can be edited.
func (a *App) sayFrozen() {
	if why := a.c.Session.Frozen(); why != "" {
		a.push(kit.NewMessage(words.T("shell.read-only"), words.T("shell.this-private-copy-look-at", why)))
	}
}

// Scopes are the key scopes in force, innermost first.
func (a *App) Scopes() []keys.Scope {
	if a.coveredForRoom() {
		return []keys.Scope{keys.ScopeText, keys.ScopeEverywhere}
	}
	if o := a.top(); o != nil {
		return append(o.Scopes(a.c), keys.ScopeEverywhere)
	}
	return append(a.bench.Scopes(a.c), keys.ScopeEverywhere)
}

// Typing reports whether somebody writes a text now. Pages that any key closes, and
// the page that covers the screen, are no text of theirs.
func (a *App) Typing() bool {
	if a.c.Screens.Of(a.top()).Keys {
		return false
	}
	return kit.TakesText(a.Scopes())
}
