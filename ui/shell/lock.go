package shell

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/session"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/widget"
)

// Arrive takes it in.
func (m unlockedMsg) Arrive(h kit.Host) tea.Cmd {
	a := h.(*App)
	if a.cover() != m.page {
		return nil
	}
	m.page.answered(m.err)
	if m.err != nil {
		return nil
	}
	a.tick()
	a.c.Touched = a.c.Now
	a.overlays = a.overlays[:len(a.overlays)-1]
	if m.opened != nil {
		a.c.Guard = m.opened.Guard
		a.startOn(a.sittingOf(m.opened))
		a.status.text = m.opened.Notice
		return tea.Batch(a.watchIdle(), a.askBegan())
	}
	return a.watchIdle()
}

// startOn shows another session from its beginning.
func (a *App) startOn(s *kit.Sitting) {
	a.c.Session, a.c.Began = s, s.Scores()
	a.saved = kit.SavedMsg{Queued: s.Seq(), Saved: s.Seq()}
	a.overlays = nil
	a.bench = newWorkbench()
	a.bench.start(a.c)
	a.sayFrozen()
}

// lock covers the screen. What was said in the status line is forgotten: it may
// be of the plan.
func (a *App) lock() {
	if a.cover() == nil {
		a.status.text, a.status.bad = "", false
		a.overlays = append(a.overlays, newLockPage(false))
	}
}

// idleMsg comes when nobody may have touched a key for as long as the file allows.
type idleMsg struct{}

// watchIdle asks to be woken when the screen would have to be covered. There is
// no timer while nothing covers it, nor while it is covered.
func (a *App) watchIdle() tea.Cmd {
	if a.c.Guard.Lock <= 0 || a.cover() != nil {
		return nil
	}
	wait := max(a.c.Guard.Lock-a.ports.Now().Sub(a.c.Touched), time.Second)
	return tea.Tick(wait, func(time.Time) tea.Msg { return idleMsg{} })
}

// Arrive takes it in.
func (idleMsg) Arrive(h kit.Host) tea.Cmd {
	a := h.(*App)
	if a.idle() {
		a.lock()
	}
	return a.watchIdle()
}

// idle reports whether no key came for as long as the file allows. A clock that
// was set back counts too: nobody knows how long it was.
func (a *App) idle() bool {
	gone := a.ports.Now().Sub(a.c.Touched)
	return a.c.Guard.Lock > 0 && (gone >= a.c.Guard.Lock || gone < -time.Minute)
}

// touch notes that somebody is there, unless they come too late: after a sleep of
// the computer the first key must not show what is below.
func (a *App) touch() (late bool) {
	if a.cover() == nil && a.idle() {
		a.lock()
		return true
	}
	a.c.Touched = a.ports.Now()
	return false
}

// drawCovered draws the page that covers the screen, and nothing else.
func (a *App) drawCovered(cv widget.Canvas, p *lockPage) {
	r := p.Place(a.c, widget.Rect{W: cv.W(), H: cv.H()})
	p.Draw(a.c, cv.Box(r, p.Title(a.c), "", true), true)
}

// begunMsg comes when a protected file was made.
type begunMsg struct {
	content  *model.Portfolio
	then     kit.Page
	recovery string
	err      error
}

// beginProtected makes a protected file in the background, because stretching the
// passphrase takes long.
func (a *App) beginProtected(p *model.Portfolio, then kit.Page, phrase string) tea.Cmd {
	protect := a.ports.Protect
	if protect == nil {
		return a.apply(kit.Refuse(words.T("shell.this-copy-accord-cannot-protect")))
	}
	a.status.text, a.status.bad = words.T("shell.one-moment"), false
	return func() tea.Msg {
		recovery, err := protect(p, phrase)
		return begunMsg{p, then, recovery, err}
	}
}

// Arrive takes it in.
func (m begunMsg) Arrive(h kit.Host) tea.Cmd {
	a := h.(*App)
	if m.err != nil {
		return a.apply(kit.Refuse(kit.Sentence(m.err)))
	}
	a.status.text = ""
	a.c.Guard = kit.Guard{Protected: true}
	a.startOn(kit.NewSitting(session.New(m.content, model.DateOf(a.c.Now), 0, a.ports.NewID), ""))
	if m.then != nil {
		a.push(m.then)
	}
	a.push(&recoveryPage{m.recovery})
	return nil
}

func (idleMsg) Quietly() {}

func (unlockedMsg) Quietly() {}

func (begunMsg) Quietly() {}
