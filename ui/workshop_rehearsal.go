package ui

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/score"
)

// Rehearse begins a rehearsal, or ends it.
func (a *App) Rehearse(begin bool) tea.Cmd {
	if begin {
		return a.startRehearsal()
	}
	a.stopRehearsal()
	return nil
}

// before is what the screen was about when a rehearsal began.
type before struct {
	account model.AccountID
	bench   *workbench
	began   *score.Scores
}

// rehearsalMsg is the sample, made beside the screen.
type rehearsalMsg struct {
	made *Rehearsal
	err  error
}

// startRehearsal makes the sample.
func (a *App) startRehearsal() tea.Cmd {
	switch {
	case a.ports.Rehearse == nil:
		return a.apply(refuse("There is no sample workshop in this copy of Accord."))
	case a.base != nil:
		return a.apply(refuse("First keep or drop the what-if: press w."))
	case a.c.session.hidden():
		return a.apply(refuse("The sample has names of its own. Turn anonymous off with f6 first, then rehearse."))
	}
	rehearse, today := a.ports.Rehearse, a.c.session.Today()
	return func() tea.Msg {
		made, err := rehearse(today)
		return rehearsalMsg{made, err}
	}
}

// Arrive takes it in.
func (m rehearsalMsg) Arrive(h Host) tea.Cmd {
	a := h.(*App)
	if m.err != nil {
		return a.apply(refuse(sentence(m.err)))
	}
	if a.base != nil || a.c.session.hidden() {
		return nil
	}
	a.c.rehearsal = &rehearsal{Rehearsal: m.made, start: m.made.Portfolio}
	a.before = before{a.c.account, a.bench, a.c.began}
	a.base = a.c.session
	a.show(a.base.on(m.made.Portfolio, a.ports.NewID), newWorkbench())
	a.overlays = []overlay{newRunSheet(a.c)}
	a.status.text = "a rehearsal on a sample: try every key, nothing is saved; E ends it"
	return nil
}

// show makes the screen about another session.
func (a *App) show(s *sitting, b *workbench) {
	a.c.session, a.bench, a.c.began = s, b, s.Scores()
	a.c.account, a.c.baseline = "", nil
	a.bench.start(a.c)
}

// stopRehearsal goes back to what is.
func (a *App) stopRehearsal() {
	r := a.before
	if a.c.rehearsal == nil {
		return
	}
	base := a.base
	a.c.rehearsal, a.base = nil, nil
	base.SetToday(model.DateOf(a.c.now))
	a.show(base, r.bench)
	a.c.began = r.began
	a.bench.show(a.c, r.account)
	a.overlays = nil
	a.status.text = "the rehearsal is over; everything is as it was"
}
