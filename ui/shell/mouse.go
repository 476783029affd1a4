package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/ui/keys"
	"accord/ui/kit"
)

// wheel moves the cursor of the part in focus.
func (a *App) wheel(m tea.Mouse) tea.Cmd {
	if a.touch() {
		return nil
	}
	switch m.Button {
	case tea.MouseWheelUp:
		return a.dispatch(keys.Intent{Kind: keys.Up})
	case tea.MouseWheelDown:
		return a.dispatch(keys.Intent{Kind: keys.Down})
	}
	return nil
}

// click gives a pane the focus, and in the list picks the row.
func (a *App) click(m tea.Mouse) tea.Cmd {
	if a.touch() || a.top() != nil {
		return nil
	}
	l := a.bench.layout(a.size.w, a.size.h)
	for p := kit.PaneAccounts; p <= kit.PanePlan; p++ {
		r := l.Panes[p]
		if !r.Contains(m.X, m.Y) {
			continue
		}
		out := kit.Doing(kit.Focusing{Pane: p})
		if p == kit.PaneAccounts {
			out.Show(a.bench.accounts.At(a.c, m.Y-r.Y-2))
		}
		return a.apply(out)
	}
	return nil
}
