package shell

import (
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"

	tea "charm.land/bubbletea/v2"
)

type (
	quitting      struct{}
	suspending    struct{}
	redrawing     struct{}
	zooming       struct{}
	togglingMouse struct{}
	locking       struct{}
	theming       theme.Name
	projecting    struct{ frank bool } // larger and less, for a room; or what is ours alone shown to it
)

// Do ends the program.
func (quitting) Do(kit.Host) tea.Cmd { return tea.Quit }

// Do hands the terminal back to the shell.
func (suspending) Do(kit.Host) tea.Cmd { return tea.Suspend }

// Do draws everything anew.
func (redrawing) Do(kit.Host) tea.Cmd { return tea.ClearScreen }

// Do gives the pane in focus the whole screen, or takes it back.
func (zooming) Do(h kit.Host) tea.Cmd {
	b := h.(*App).bench
	b.zoomed = !b.zoomed
	return nil
}

// Do turns the mouse on or off.
func (togglingMouse) Do(h kit.Host) tea.Cmd {
	a := h.(*App)
	a.mouse = !a.mouse
	a.status.text = words.T("shell.mouse-off")
	if a.mouse {
		a.status.text = words.T("shell.mouse-click-row-turn-wheel")
	}
	return nil
}

// Do changes the colours.
func (e theming) Do(h kit.Host) tea.Cmd {
	a := h.(*App)
	a.theme = theme.New(theme.Name(e))
	a.status.text = words.T("shell.theme", string(a.theme.Name()))
	return nil
}

// Do changes the look for a room.
func (e projecting) Do(h kit.Host) tea.Cmd {
	if e.frank {
		h.(*App).beFrank()
	} else {
		h.(*App).project()
	}
	return nil
}
