package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/model/words"
	"accord/ui/kit"
)

// copiesMsg is the answer.
type copiesMsg struct {
	job    *copiesJob
	list   []kit.CopyInfo
	opened *kit.Opened // nil when its passphrase is asked for first
	told   []string
	err    error
}

// Do asks for it in the background.
func (j *copiesJob) Do(h kit.Host) tea.Cmd {
	ask := h.Doors().Copies
	if ask.List == nil {
		return h.Apply(kit.Refuse(words.T("shell.this-copy-accord-built-without")))
	}
	return func() tea.Msg {
		m := copiesMsg{job: j}
		switch j.task {
		case listCopies:
			m.list = ask.List()
		case bringBack:
			var notice string
			m.opened, notice, m.err = ask.Restore(j.path)
			m.told = []string{notice}
		case repairFile:
			if m.told, m.err = ask.Repair(); m.err == nil {
				m.list = ask.List()
			}
		}
		return m
	}
}

// Arrive takes it in.
func (m copiesMsg) Arrive(h kit.Host) tea.Cmd {
	a := h.(*App)
	for _, o := range a.overlays {
		if p, ok := o.(*copiesPage); ok && p.waiting == m.job.number {
			p.waiting = 0
			return a.copied(p, m)
		}
	}
	return nil
}

func (a *App) copied(p *copiesPage, m copiesMsg) tea.Cmd {
	switch {
	case m.err != nil:
		return a.apply(kit.Refuse(kit.Sentence(m.err)))
	case m.job.task == bringBack:
		return a.restored(m.opened, joined(m.told))
	case m.job.task == repairFile:
		p.take(m.list)
		out := kit.Open(kit.NewMessage(words.T("shell.repaired"), joined(m.told)))
		return a.apply(out)
	}
	p.take(m.list)
	return nil
}

// restored goes on with the copy that is in place now, or asks for its passphrase.
func (a *App) restored(o *kit.Opened, told string) tea.Cmd {
	if o == nil {
		a.overlays = []kit.Page{newLockPage(true)}
		return a.apply(kit.Say(told))
	}
	a.c.Guard = o.Guard
	a.startOn(a.sittingOf(o))
	if o.Notice != "" {
		told += ". " + o.Notice
	}
	return tea.Batch(a.apply(kit.Say(told)), a.watchIdle())
}
