package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
	"accord/ui/workshop"
)

// New makes the workbench over a session.
func New(o Options) *App {
	a := &App{ports: o.Ports, theme: theme.New(o.Theme), grid: widget.NewGrid(0, 0)}
	a.grid.Glyphs = theme.GlyphSet(o.ASCII)
	a.c = &kit.Context{
		Session: kit.NewSitting(o.Session, o.Hidden).Remembering(o.StandIns),
		Now:     o.Ports.Now(),
		Keys:    keys.New(),
		Screens: allScreens(),
		Imports: o.Ports.Kinds,
		Entries: new(uint64),
		Glyphs:  a.grid.Glyphs,
		Guard:   o.Guard,
	}
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

// Init asks the terminal nothing that it must answer.
func (a *App) Init() tea.Cmd {
	if p, ok := a.top().(*copiesPage); ok && !p.asked {
		return tea.Batch(tea.RequestTerminalVersion, a.apply(p.ask(a.c, listCopies, "")))
	}
	return tea.Batch(tea.RequestTerminalVersion, a.watchIdle(), func() tea.Msg { return openedMsg{} })
}
