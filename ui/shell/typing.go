package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/ui/kit"
)

// While somebody types nothing closes by itself and nothing comes between: what the
// background has to show waits until they leave the field. Else the second half of a
// sentence would run as keys of whatever stands there now.

// Answers that may come while a text is typed.

// catchUp takes in what had to wait while somebody typed.
func (a *App) catchUp(cmd tea.Cmd) tea.Cmd {
	for len(a.later) > 0 && !a.Typing() && a.cover() == nil {
		next := a.later[0]
		a.later = a.later[1:]
		cmd = tea.Batch(cmd, next())
	}
	return cmd
}

// outside runs what a message from beside the screen brings. What it wants to open,
// close or go to waits while somebody types.
func (a *App) outside(do func() tea.Cmd) tea.Cmd {
	a.fromOutside = true
	defer func() { a.fromOutside = false }()
	return do()
}

// disturbs reports an outcome that would take the field away from who types in it.
func disturbs(out kit.Outcome) bool {
	for _, e := range out.Effects {
		switch e.(type) {
		case kit.Opening,
			kit.Closing,
			kit.Focusing,
			kit.Showing,
			kit.Revealing,
			kit.Asking,
			kit.Visiting,
			kit.Turning,
			quitting,
			suspending:
			return true
		}
	}
	return false
}
