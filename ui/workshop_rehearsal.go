package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"accord/model"
)

// rehearsing begins a rehearsal, or ends it.
type rehearsing bool

// Do begins or ends it.
func (e rehearsing) Do(h Host) tea.Cmd {
	a := h.(*App)
	if e {
		return a.startRehearsal()
	}
	a.stopRehearsal()
	return nil
}

// Rehearsal is a workshop to try everything on: a portfolio in which it is going on,
// what recorded participants answer, and what they say on the way.
type Rehearsal struct {
	Portfolio *model.Portfolio
	Recorded  []string // initials of those whose turns are played
	Mark      func(pack *model.Pack, rater, account string, f model.FactorKey) model.Level
	Lines     []string // to be parked, in order
}

// rehearsal is one that goes on. It is a session of its own: nothing is saved, and
// at the end everything is as it was.
type rehearsal struct {
	*Rehearsal
	start   *model.Portfolio
	account model.AccountID // that was open before
	bench   *workbench
	began   *model.Scores
	said    int // how many lines were played
}

func (r *rehearsal) recorded(rater string) bool { return slices.Contains(r.Recorded, rater) }

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
	a.c.rehearsal = &rehearsal{Rehearsal: m.made, start: m.made.Portfolio, account: a.c.account, bench: a.bench, began: a.c.began}
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
	r := a.c.rehearsal
	if r == nil {
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

// play lets the participants of a rehearsal say the next thing.
func (s *runSheet) play(c *ctx) Outcome {
	r := c.rehearsal
	switch {
	case r == nil:
		return refuse("Only a rehearsal has recorded participants.")
	case r.said >= len(r.Lines):
		return refuse("Everybody has said what they came to say: tab shows the parked lines, f writes the files.")
	}
	line := readParked(c, r.Lines[r.said], "")
	line.ID, line.Where = model.ParkedID(c.session.NewID()), "Workshop"
	r.said++
	out := change(model.Park{Parked: line})
	out.Say(parkedNow(c, &line))
	return out
}
