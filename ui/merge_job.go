package ui

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
)

// mergeJob is work on two files beside the screen: reading and comparing them, or
// putting the answers together.
type mergeJob struct {
	number       uint64 // of the request; the answer carries it
	base, theirs string // files to read; "" resolves
	mine         *model.Portfolio
	merging      *model.Merging
	answers      map[string]model.Resolution
}

// mergeMsg is the answer.
type mergeMsg struct {
	number  uint64
	merging *model.Merging
	result  *model.Portfolio
	clashes []model.Clash
	err     error
}

// startMerge works beside the screen. An answer nobody waits for is dropped.
func (a *App) startMerge(job *mergeJob) tea.Cmd {
	read := a.ports.Version
	if read == nil && job.merging == nil {
		return mergeMsg{number: job.number, err: errNoReader}.arrive(a)
	}
	return func() tea.Msg { return job.done(read) }
}

func (j *mergeJob) done(read func(string) (*model.Portfolio, error)) (m mergeMsg) {
	m.number, m.merging = j.number, j.merging
	if m.merging == nil {
		base, err := read(j.base)
		if m.err = err; err != nil {
			return m
		}
		theirs, err := read(j.theirs)
		if m.err = err; err != nil {
			return m
		}
		if m.merging, m.err = model.Merge3(base, j.mine, theirs); m.err != nil {
			return m
		}
	}
	m.result, m.clashes, m.err = m.merging.Resolve(j.answers)
	return m
}

func (m mergeMsg) arrive(a *App) tea.Cmd {
	for _, o := range a.overlays {
		if p, ok := o.(*mergePage); ok && p.waiting != 0 && p.waiting == m.number {
			return a.apply(p.answered(a.c, m))
		}
	}
	return nil
}
