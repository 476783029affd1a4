package ui

import tea "charm.land/bubbletea/v2"

// wheel moves the cursor of the part in focus.
func (a *App) wheel(m tea.Mouse) tea.Cmd {
	if a.touch() {
		return nil
	}
	switch m.Button {
	case tea.MouseWheelUp:
		return a.dispatch(Intent{Kind: Up})
	case tea.MouseWheelDown:
		return a.dispatch(Intent{Kind: Down})
	}
	return nil
}

// click gives a pane the focus, and in the list picks the row.
func (a *App) click(m tea.Mouse) tea.Cmd {
	if a.touch() || a.top() != nil {
		return nil
	}
	l := a.bench.layout(a.size.w, a.size.h)
	for p := paneAccounts; p <= panePlan; p++ {
		r := l.panes[p]
		if !r.Contains(m.X, m.Y) {
			continue
		}
		out := doing(Focusing{p})
		if p == paneAccounts {
			out.Show(a.bench.accounts.at(a.c, m.Y-r.Y-2))
		}
		return a.apply(out)
	}
	return nil
}
