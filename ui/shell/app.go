package shell

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/session"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
	"accord/ui/workshop"
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

// New makes the workbench over a session.
func New(o Options) *App {
	a := &App{ports: o.Ports, theme: theme.New(o.Theme), grid: widget.NewGrid(0, 0)}
	a.grid.Glyphs = theme.GlyphSet(o.ASCII)
	a.c = &kit.Context{Session: kit.NewSitting(o.Session, o.Hidden).Remembering(o.StandIns), Now: o.Ports.Now(), Keys: keys.New(), Screens: allScreens(), Imports: o.Ports.Kinds, Entries: new(uint64), Glyphs: a.grid.Glyphs, Guard: o.Guard}
	a.c.Touched = a.c.Now
	if o.Projector {
		a.beginProjector()
	}
	a.stayHidden(a.c.Session, o.HideNow)
	a.c.Began = a.c.Session.Scores()
	a.bench = newWorkbench()
	a.status.text = o.Notice
	a.saved = kit.SavedMsg{Queued: o.Session.Seq(), Saved: o.Session.Seq()}
	a.bench.start(a.c)
	if a.c.Voting() != nil { // it was interrupted: go on
		a.push(workshop.NewRunSheet(a.c))
		a.push(workshop.NewBallot(a.c))
	}
	if o.Welcome {
		a.push(newWelcome(o.Ports.Path))
	}
	if o.Trouble != "" {
		a.push(&copiesPage{trouble: o.Trouble})
	}
	if o.Locked {
		a.push(newLockPage(true))
	}
	a.sayFrozen()
	return a
}

// sayFrozen tells why nothing can be edited.
func (a *App) sayFrozen() {
	if why := a.c.Session.Frozen(); why != "" {
		a.push(kit.NewMessage("Read-only", why+".\n\nThis is a private copy to look at; every edit is refused here. ctrl+q leaves."))
	}
}

// Init asks the terminal nothing that it must answer.
func (a *App) Init() tea.Cmd {
	if p, ok := a.top().(*copiesPage); ok && !p.asked {
		return tea.Batch(tea.RequestTerminalVersion, a.apply(p.ask(a.c, listCopies, "")))
	}
	return tea.Batch(tea.RequestTerminalVersion, a.watchIdle(), func() tea.Msg { return openedMsg{} })
}

// Update takes a message in, and asks for the next moves when it changed what
// they are about.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.catchUp(a.take(msg))
	a.shut()
	a.guardRoom()
	return a, a.askMinute(a.askMoves(cmd))
}

// take is one line per message.
func (a *App) take(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		a.size.w, a.size.h = m.Width, m.Height
	case tea.KeyPressMsg:
		return a.press(m)
	case tea.PasteMsg:
		return a.Paste(m.Content)
	case tea.MouseWheelMsg:
		return a.wheel(m.Mouse())
	case tea.MouseClickMsg:
		return a.click(m.Mouse())
	case tea.FocusMsg:
		a.tick()
	case tea.TerminalVersionMsg:
		a.konsole = isKonsole(m.Name)
	case kit.SavedMsg:
		a.saved = a.saved.After(m)
		a.warned = a.warned && m.Err != nil
		return a.outside(func() tea.Cmd { return tea.Batch(a.tellNote(m.Note), a.readAgain()) })
	case kit.Answer:
		if _, quiet := m.(kit.Quiet); !quiet {
			return a.arrive(m)
		}
		return m.Arrive(a)
	}
	return nil
}

// tellNote warns once of what went wrong beside saving.
func (a *App) tellNote(note string) tea.Cmd {
	if note == a.noted {
		return nil
	}
	if a.noted = note; note == "" {
		return nil
	}
	return a.apply(kit.Refuse("Warning: " + a.unplaced(note) + "."))
}

// arrive takes an answer in, or lets it wait while somebody types.
func (a *App) arrive(m kit.Answer) tea.Cmd {
	if a.Typing() {
		a.later = append(a.later, func() tea.Cmd { return m.Arrive(a) })
		return nil
	}
	return a.outside(func() tea.Cmd { return m.Arrive(a) })
}

// Tick moves the clock on for who acts from beside the screen.
func (a *App) Tick() { a.tick() }

// tick moves the clock on; a new day rescores everything.
func (a *App) tick() {
	a.c.Now = a.ports.Now()
	a.c.Session.SetToday(model.DateOf(a.c.Now))
}

// press is the road of a key: resolve, handle, apply.
func (a *App) press(k tea.KeyPressMsg) tea.Cmd {
	a.tick()
	if a.touch() {
		return nil
	}
	in, by, ok := a.c.Keys.Resolve(a.Scopes(), k)
	if m, here := a.top().(*kit.Message); here && !a.coveredForRoom() && m.Passes(in) {
		a.pop()
		in, by, ok = a.c.Keys.Resolve(a.Scopes(), k)
	}
	if !ok {
		return nil
	}
	a.status.text, a.status.bad = "", false
	if by != nil {
		if off := a.c.Lacks(by); off != "" {
			return a.apply(kit.Refuse(off))
		}
	}
	return a.dispatch(in)
}

// dispatch asks the parts for an outcome, innermost first, and applies it.
func (a *App) dispatch(in keys.Intent) tea.Cmd {
	return a.apply(a.Handle(in))
}

func (a *App) Handle(in keys.Intent) kit.Outcome {
	if roomKey(in.Kind) {
		return a.room(in)
	}
	switch {
	case a.cover() != nil:
	case in.Kind == keys.ParkLine:
		return a.park()
	case in.Kind == keys.RunSheetScreen:
		return a.toRunSheet()
	case in.Kind == keys.Places && a.going(): // in a workshop g w leads back from everywhere
		return kit.Open(newPlaces())
	}
	if a.coveredForRoom() {
		return a.behindCalm(in)
	}
	if o := a.top(); o != nil {
		if out := o.Handle(a.c, in); out.Done {
			if _, ok := o.(*places); ok {
				return a.depart(out)
			}
			return out
		}
		if modal(in.Kind) {
			return kit.Done()
		}
	} else if out := a.bench.Handle(a.c, in); out.Done {
		return out
	}
	return a.everywhere(in)
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

// Paste is text for the field in focus; without one it is refused in words.
func (a *App) Paste(text string) tea.Cmd {
	a.tick()
	if a.touch() {
		return nil
	}
	if into := a.bench.takesBlock(); into != nil && a.top() == nil && !kit.TakesText(a.Scopes()) && strings.TrimSpace(text) != "" {
		if why := a.c.Session.Frozen(); why != "" {
			return a.apply(kit.Refuse(why))
		}
		return a.apply(into.Paste(a.c, kit.ParseBlock(text)))
	}
	if !kit.TakesText(a.Scopes()) {
		return a.apply(kit.Refuse("Nothing to paste into: press enter on a field first."))
	}
	return a.dispatch(keys.Intent{Kind: keys.Typing, Edit: widget.Insert, Text: text})
}

// View draws the whole screen.
func (a *App) View() tea.View {
	v := tea.View{AltScreen: true, WindowTitle: a.windowTitle(), ReportFocus: true}
	v.KeyboardEnhancements.ReportAlternateKeys = true
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if a.size.w <= 0 || a.size.h <= 0 {
		return v
	}
	v.Content = a.frame().Render(a.theme)
	if a.konsole {
		v.Content = heldInOrder(v.Content)
	}
	if x, y, ok := a.grid.Cursor(); ok {
		v.Cursor = tea.NewCursor(x, y)
		v.Cursor.Shape, v.Cursor.Blink = tea.CursorBar, false
	}
	return v
}

// frame draws the screen into the grid.
func (a *App) frame() *widget.Grid {
	a.grid.Resize(a.size.w, a.size.h)
	a.grid.Clear()
	cv := a.grid.Canvas()
	if p := a.cover(); p != nil {
		a.drawCovered(cv, p)
		return a.grid
	}
	l := a.bench.layout(a.size.w, a.size.h)
	if l.Small {
		drawTooSmall(cv)
		return a.grid
	}
	a.drawHeader(cv.Sub(l.Header))
	if a.c.Voting() == nil { // else it would tell what stands
		a.bench.Draw(a.c, cv, l, a.top() == nil)
	}
	a.drawStatus(cv.Sub(l.Status))
	a.drawFooter(cv.Sub(l.Footer))
	for i, o := range a.overlays {
		a.drawOverlay(cv, o, i == len(a.overlays)-1)
	}
	return a.grid
}

func (a *App) drawOverlay(cv widget.Canvas, o kit.Page, focus bool) {
	if !a.c.MayOpen(o) {
		a.calmFrame(cv, focus)
		return
	}
	r := o.Place(a.c, widget.Rect{W: cv.W(), H: cv.H() - 2})
	cv.ClearRect(r)
	inside := cv.Box(r, o.Title(a.c), "", focus)
	o.Draw(a.c, inside, focus)
}

func drawTooSmall(cv widget.Canvas) {
	for y, line := range widget.Wrap("Accord needs 60 columns and 16 rows. Make the window larger, or press q to quit.", max(1, cv.W())) {
		cv.Text(0, y, line, theme.Plain)
	}
}
