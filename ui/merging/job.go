package merging

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/merge3"
	"accord/ui/kit"
)

// Job is work on two files beside the screen: reading and comparing them, or
// putting the answers together.
type Job struct {
	number       uint64 // of the request; the answer carries it
	base, theirs string // files to read; "" resolves
	mine         *model.Portfolio
	merging      *merge3.Merging
	answers      map[string]merge3.Resolution
}

// mergeMsg is the answer.
type mergeMsg struct {
	number  uint64
	merging *merge3.Merging
	result  *model.Portfolio
	clashes []merge3.Clash
	err     error
}

// Do works beside the screen. An answer nobody waits for is dropped.
func (j *Job) Do(h kit.Host) tea.Cmd {
	read := h.Doors().Version
	if read == nil && j.merging == nil {
		return mergeMsg{number: j.number, err: kit.ErrNoReader}.Arrive(h)
	}
	return func() tea.Msg { return j.done(read) }
}

func (j *Job) done(read func(string) (*model.Portfolio, error)) (m mergeMsg) {
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
		if m.merging, m.err = merge3.Merge(base, j.mine, theirs); m.err != nil {
			return m
		}
	}
	m.result, m.clashes, m.err = m.merging.Resolve(j.answers)
	return m
}

// Arrive hands the answer to the page that waits for it.
func (m mergeMsg) Arrive(h kit.Host) tea.Cmd {
	for _, o := range h.Pages() {
		if p, ok := o.(waiter); ok && p.waitsFor(m.number) {
			return h.Apply(p.answered(h.Context(), m))
		}
	}
	return nil
}

// waiter is a page that asked for a job and waits for its answer.
type waiter interface {
	waitsFor(number uint64) bool
	answered(*kit.Context, mergeMsg) kit.Outcome
}
