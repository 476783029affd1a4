package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/workshop"
)

// Rehearse begins a rehearsal, or ends it.
func (a *App) Rehearse(begin bool) tea.Cmd {
	if begin {
		return a.startRehearsal()
	}
	a.stopRehearsal()
	return nil
}

// rehearsalMsg is the sample, made beside the screen.
type rehearsalMsg struct {
	made *kit.Rehearsal
	err  error
}

// startRehearsal makes the sample.
func (a *App) startRehearsal() tea.Cmd {
	switch {
	case a.ports.Rehearse == nil:
		return a.apply(kit.Refuse(words.T("shell.there-no-sample-workshop-this")))
	case a.base != nil:
		return a.apply(kit.Refuse(words.T("shell.first-keep-or-drop-what")))
	case a.c.Session.Hidden():
		return a.apply(kit.Refuse(words.T("shell.sample-names-own-turn-anonymous")))
	}
	rehearse, today := a.ports.Rehearse, a.c.Session.Today()
	return func() tea.Msg {
		made, err := rehearse(today)
		return rehearsalMsg{made, err}
	}
}

// Arrive takes it in.
func (m rehearsalMsg) Arrive(h kit.Host) tea.Cmd {
	a := h.(*App)
	if m.err != nil {
		return a.apply(kit.Refuse(kit.Sentence(m.err)))
	}
	if a.base != nil || a.c.Session.Hidden() {
		return nil
	}
	a.c.Rehearsal = &kit.Stage{Rehearsal: m.made, Start: m.made.Portfolio}
	a.before = before{a.c.Account, a.bench, a.c.Began}
	a.base = a.c.Session
	a.show(a.base.On(m.made.Portfolio, a.ports.NewID), newWorkbench())
	a.overlays = []kit.Page{workshop.NewRunSheet(a.c)}
	a.status.text = words.T("shell.rehearsal-sample-try-every-key")
	return nil
}

// show makes the screen about another session.
func (a *App) show(s *kit.Sitting, b *workbench) {
	a.c.Session, a.bench, a.c.Began = s, b, s.Scores()
	a.c.Account, a.c.Baseline = "", nil
	a.bench.start(a.c)
}

// stopRehearsal goes back to what is.
func (a *App) stopRehearsal() {
	r := a.before
	if a.c.Rehearsal == nil {
		return
	}
	base := a.base
	a.c.Rehearsal, a.base = nil, nil
	base.SetToday(model.DateOf(a.c.Now))
	a.show(base, r.bench)
	a.c.Began = r.began
	a.bench.show(a.c, r.account)
	a.overlays = nil
	a.status.text = words.T("shell.rehearsal-over-everything-as")
}
