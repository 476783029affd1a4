package ui

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
)

// copiesTask is what is asked of the keeper of copies.
type copiesTask uint8

const (
	listCopies copiesTask = iota
	bringBack
	repairFile
)

// copiesJob is work on files, done in the background: all of each copy is read.
type copiesJob struct {
	task   copiesTask
	number uint64
	path   string
}

// copiesMsg is the answer.
type copiesMsg struct {
	job    *copiesJob
	list   []CopyInfo
	opened *Opened
	told   []string
	err    error
}

func (a *App) startCopies(job *copiesJob) tea.Cmd {
	ask := a.ports.Copies
	if ask.List == nil {
		return a.apply(refuse("This copy of Accord was built without a keeper of copies."))
	}
	return func() tea.Msg {
		m := copiesMsg{job: job}
		switch job.task {
		case listCopies:
			m.list = ask.List()
		case bringBack:
			m.opened, m.err = ask.Restore(job.path)
		case repairFile:
			if m.told, m.err = ask.Repair(); m.err == nil {
				m.list = ask.List()
			}
		}
		return m
	}
}

func (m copiesMsg) arrive(a *App) tea.Cmd {
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
		return a.apply(refuse(sentence(m.err)))
	case m.job.task == bringBack:
		a.startOn(m.opened.Portfolio, m.opened.Seq)
		if m.opened.Past != nil {
			a.c.session.Remember(m.opened.Past)
		}
		return a.apply(say(m.opened.Notice))
	case m.job.task == repairFile:
		p.take(m.list)
		out := open(newMessage("Repaired", joined(m.told)))
		return a.apply(out)
	}
	p.take(m.list)
	return nil
}

// startOn begins a session on what a file holds.
func (a *App) startOn(p *model.Portfolio, seq uint64) {
	a.c.session = model.NewSession(p, model.DateOf(a.c.now), seq, a.ports.NewID)
	a.saved = SavedMsg{Queued: seq, Saved: seq}
	a.overlays = nil
	a.bench = newWorkbench()
	a.bench.start(a.c)
}
