package history

import (
	"cmp"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/mask"
	"accord/model/score"
	"accord/model/session"
	"accord/model/words"
	"accord/ui/kit"
)

// archiveTask is what is asked of the file's memory.
type archiveTask uint8

const (
	readMoments    archiveTask = iota
	compareMoments             // from and to; no to is now
	fetchMoment                // to restore it
	keepMoment
	forgetMoment
)

// archiveJob is a question to the file's memory. It is asked in the background:
// the disk may be slow, and old portfolios are put together piece by piece.
type archiveJob struct {
	task     archiveTask
	number   uint64 // of the request; the answer carries it
	account  model.AccountID
	limit    int
	from, to *session.Moment
	name     string
	asked    *kit.Prompt // the question for the name
}

func (j *archiveJob) AskedBy(p *kit.Prompt) { j.asked = p }

// archiveMsg is the answer.
type archiveMsg struct {
	job     *archiveJob
	moments []session.Moment
	from    model.Snapshot
	to      model.Snapshot
	drifts  []score.Drift
	patch   *edit.Patch
	err     error
}

// Do asks in the background.
func (j *archiveJob) Do(h kit.Host) tea.Cmd {
	w := NewArchivist(h, j)
	if w.Moments == nil {
		return archiveMsg{job: j, err: ErrNoHistory}.Arrive(h)
	}
	if j.task == fetchMoment && w.veil != nil {
		return archiveMsg{job: j, err: errHiddenPast}.Arrive(h)
	}
	return func() tea.Msg { return w.answer() }
}

var errHiddenPast = words.Fail("history.nothing-restored-names-hidden")

var ErrNoHistory = words.Fail("history.there-no-file-yet-there")

// Archivist answers one question about the past, given the present.
type Archivist struct {
	kit.Memory
	job   *archiveJob
	Now   *model.Portfolio
	veil  *mask.Veil // what is read must pass it, nil for none
	Seq   uint64
	Today model.Date
}

// NewArchivist knows the present as it is now.
func NewArchivist(h kit.Host, job *archiveJob) Archivist {
	s := h.Context().Session
	return Archivist{h.Doors().Memory, job, s.Real.Portfolio(), s.Veil, s.Seq(), s.Today()}
}

func (w Archivist) answer() (m archiveMsg) {
	m.job = w.job
	switch w.job.task {
	case readMoments:
		m.moments, m.err = w.moments()
	case fetchMoment:
		m.from, m.err = w.Content(w.job.from)
	case compareMoments:
		if m.from, m.err = w.Content(w.job.from); m.err == nil {
			m.to, m.err = w.Content(w.job.to)
		}
		if m.err == nil {
			m.drifts, m.patch = score.Compare(m.from, m.to), edit.Between(m.from.Portfolio, m.to.Portfolio)
		}
	case keepMoment:
		m.err = w.Keep(w.Now, w.job.name, w.Today, w.Seq)
	case forgetMoment:
		m.err = w.Forget(w.job.from.Snapshot)
	}
	return m
}

// moments are the steps and the snapshots, the newest first, with the score that
// the account had in each snapshot.
func (w Archivist) moments() ([]session.Moment, error) {
	steps, err := w.Moments(w.job.limit, w.job.account)
	if err != nil {
		return nil, err
	}
	kept, err := w.Snapshots()
	if err != nil {
		return nil, err
	}
	for i := range kept {
		if w.job.account == "" || i >= sparkMoments {
			break
		}
		p, err := w.Alone(kept[i].Snapshot, w.job.account)
		if err != nil {
			return nil, err
		}
		if l := score.Of(p, kept[i].Day).Local(w.job.account); l != nil {
			kept[i].Score = l.Strategic
		}
	}
	all := append(kept, session.JoinMoments(steps)...)
	for i := range all {
		if w.veil != nil {
			all[i] = w.veil.Moment(all[i])
		}
	}
	slices.SortStableFunc(
		all,
		func(a, b session.Moment) int { return cmp.Or(cmp.Compare(b.Seq, a.Seq), b.At.Compare(a.At)) },
	)
	return all, nil
}

// Content is the portfolio of a moment; nil is now.
func (w Archivist) Content(m *session.Moment) (model.Snapshot, error) {
	if m == nil {
		return model.Snapshot{Name: "now", Date: w.Today, Portfolio: w.Shown(w.Now)}, nil
	}
	p, err := w.At(w.Now, w.Seq, *m)
	if err == nil {
		p = w.Shown(p)
	}
	return model.Snapshot{Name: momentName(m), Date: m.Day, Portfolio: p}, err
}

// Shown is a portfolio of the past as the screen may have it.
func (w Archivist) Shown(p *model.Portfolio) *model.Portfolio {
	if w.veil != nil {
		return w.veil.Hide(p)
	}
	return p
}

// momentName is how a moment is called in a sentence.
func momentName(m *session.Moment) string {
	if m.Snapshot != 0 {
		return "“" + m.Name + "”"
	}
	return momentTime(m)
}

func momentTime(m *session.Moment) string { return words.Moment(m.At.Local()) }

// waiter is a page that asked for something and waits for the answer.
type waiter interface {
	kit.Page
	waitsFor(number uint64) bool
	over(problem string)
	answered(*kit.Context, archiveMsg) kit.Outcome
}

// Arrive takes an answer in: the history that waits for it, and the status line.
func (m archiveMsg) Arrive(h kit.Host) tea.Cmd {
	c := h.Context()
	var waiting waiter
	for _, o := range h.Pages() {
		if w, ok := o.(waiter); ok && w.waitsFor(m.job.number) {
			waiting = w
		}
	}
	if waiting == nil {
		return nil
	}
	problem := ""
	if m.err != nil {
		problem = kit.Sentence(m.err)
		if c.Session.Hidden() && !errors.Is(m.err, errHiddenPast) { // it may name the file
			problem = words.T("history.history-could-not-read-turn")
		}
	}
	waiting.over(problem)
	if m.err != nil {
		cmd := h.Apply(kit.Refuse(problem))
		if kit.TopOf(h) == kit.Page(waiting) {
			h.AskAgain(m.job.asked)
		}
		return cmd
	}
	return h.Apply(waiting.answered(c, m))
}

// The history reads so many steps at once, and tells the score of so many
// snapshots.
const (
	historyPageSize = 500
	sparkMoments    = 24
)
