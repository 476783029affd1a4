package ui

import (
	"cmp"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"accord/model"
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
	from, to *model.Moment
	name     string
	asked    *prompt // the question for the name
}

// archiveMsg is the answer.
type archiveMsg struct {
	job     *archiveJob
	moments []model.Moment
	from    model.Snapshot
	to      model.Snapshot
	drifts  []model.Drift
	patch   *model.Patch
	err     error
}

// startArchive asks in the background.
func (a *App) startArchive(job *archiveJob) tea.Cmd {
	if a.ports.Memory.Moments == nil {
		return a.archived(archiveMsg{job: job, err: errNoHistory})
	}
	if job.task == fetchMoment && a.c.session.hidden() {
		return a.archived(archiveMsg{job: job, err: errHiddenPast})
	}
	w := archivist{a.ports.Memory, job, a.c.session.real.Portfolio(), a.c.session.veil, a.c.session.Seq(), a.c.session.Today()}
	return func() tea.Msg { return w.answer() }
}

// startMeeting asks a workshop's papers or snapshot in the background.
func (a *App) startMeeting(job *meetingJob) tea.Cmd {
	now := a.c.session.real.Portfolio()
	w := secretary{archivist: archivist{a.ports.Memory, nil, now, a.c.session.veil, a.c.session.Seq(), a.c.session.Today()}, meeting: job, at: a.c.now.Unix(), report: a.ports.Report, may: a.ports.MayWrite, write: a.ports.Write}
	if meeting := now.Programme().Workshop; meeting != nil {
		w.names = *meeting
	}
	if a.base != nil {
		w.Memory = Memory{}
	}
	if a.c.rehearsal != nil {
		w.start = a.c.rehearsal.start
	}
	return func() tea.Msg { return w.work() }
}

const errHiddenPast = veilError("Nothing is restored while names are hidden. Turn anonymous off with f6 first.")

var errNoHistory = errors.New("there is no file yet, so there is no history")

// archivist answers one question about the past, given the present.
type archivist struct {
	Memory
	job   *archiveJob
	now   *model.Portfolio
	veil  *model.Veil // what is read must pass it, nil for none
	seq   uint64
	today model.Date
}

func (w archivist) answer() (m archiveMsg) {
	m.job = w.job
	switch w.job.task {
	case readMoments:
		m.moments, m.err = w.moments()
	case fetchMoment:
		m.from, m.err = w.content(w.job.from)
	case compareMoments:
		if m.from, m.err = w.content(w.job.from); m.err == nil {
			m.to, m.err = w.content(w.job.to)
		}
		if m.err == nil {
			m.drifts, m.patch = model.Compare(m.from, m.to), model.Between(m.from.Portfolio, m.to.Portfolio)
		}
	case keepMoment:
		m.err = w.Keep(w.now, w.job.name, w.today, w.seq)
	case forgetMoment:
		m.err = w.Forget(w.job.from.Snapshot)
	}
	return m
}

// moments are the steps and the snapshots, the newest first, with the score that
// the account had in each snapshot.
func (w archivist) moments() ([]model.Moment, error) {
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
		if l := model.Score(p, kept[i].Day).Local(w.job.account); l != nil {
			kept[i].Score = l.Strategic
		}
	}
	all := append(kept, model.JoinMoments(steps)...)
	for i := range all {
		if w.veil != nil {
			all[i] = w.veil.Moment(all[i])
		}
	}
	slices.SortStableFunc(all, func(a, b model.Moment) int { return cmp.Or(cmp.Compare(b.Seq, a.Seq), b.At.Compare(a.At)) })
	return all, nil
}

// content is the portfolio of a moment; nil is now.
func (w archivist) content(m *model.Moment) (model.Snapshot, error) {
	if m == nil {
		return model.Snapshot{Name: "now", Date: w.today, Portfolio: w.shown(w.now)}, nil
	}
	p, err := w.At(w.now, w.seq, *m)
	if err == nil {
		p = w.shown(p)
	}
	return model.Snapshot{Name: momentName(m), Date: m.Day, Portfolio: p}, err
}

// shown is a portfolio of the past as the screen may have it.
func (w archivist) shown(p *model.Portfolio) *model.Portfolio {
	if w.veil != nil {
		return w.veil.Hide(p)
	}
	return p
}

// momentName is how a moment is called in a sentence.
func momentName(m *model.Moment) string {
	if m.Snapshot != 0 {
		return "“" + m.Name + "”"
	}
	return momentTime(m)
}

func momentTime(m *model.Moment) string { return m.At.Local().Format("2 Jan 2006 15:04") }

// readAgain brings an open history up to date when more is on the disk.
func (a *App) readAgain() tea.Cmd {
	h, ok := a.top().(*historyPage)
	if !ok || h.waiting != 0 || a.saved.Saved < a.saved.Queued {
		return nil
	}
	return a.apply(h.read(a.c))
}

func (m archiveMsg) arrive(a *App) tea.Cmd { return a.archived(m) }

// archived takes an answer in: the history that waits for it, and the status line.
func (a *App) archived(m archiveMsg) tea.Cmd {
	var waiting *historyPage
	for _, o := range a.overlays {
		if h, ok := o.(*historyPage); ok && h.waiting == m.job.number {
			waiting = h
		}
	}
	if waiting == nil {
		return nil
	}
	waiting.waiting = 0
	if m.err != nil {
		waiting.problem = sentence(m.err)
		if a.c.session.hidden() && !errors.Is(m.err, errHiddenPast) { // it may name the file
			waiting.problem = "The history could not be read; turn anonymous off with f6 to see why."
		}
		cmd := a.apply(refuse(waiting.problem))
		if a.top() == overlay(waiting) {
			a.askAgain(m.job.asked)
		}
		return cmd
	}
	return a.apply(waiting.answered(a.c, m))
}
