package ui

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/report"
)

// meetingJob is what a workshop asks of the disk, done beside the screen: to keep a
// snapshot, to write its files.
type meetingJob struct {
	keep string // the name of a snapshot
	dir  string // the folder to write into, "" for none
}

// meetingMsg is the answer.
type meetingMsg struct {
	job   *meetingJob
	files []string
	notes []string // what could not be done, in sentences
	err   error
}

// secretary does a meetingJob with what was there when it was asked for.
type secretary struct {
	job    *meetingJob
	now    *model.Portfolio
	start  *model.Portfolio // of a rehearsal, which has no file
	today  model.Date
	seq    uint64
	memory Memory
	report func(io.Writer, string, *report.Report) error
	write  func(string, []byte) error
}

// startMeeting asks for it in the background.
func (a *App) startMeeting(job *meetingJob) tea.Cmd {
	w := secretary{job: job, now: a.c.portfolio(), today: a.c.session.Today(), seq: a.c.session.Seq(), memory: a.ports.Memory, report: a.ports.Report, write: a.ports.Write}
	if a.c.rehearsal != nil {
		w.memory, w.start = Memory{}, a.c.rehearsal.start
	} else if a.base != nil {
		w.memory = Memory{}
	}
	return func() tea.Msg { return w.work() }
}

func (w *secretary) work() (m meetingMsg) {
	m.job = w.job
	if w.job.dir != "" {
		m.files, m.notes, m.err = w.files()
	}
	if w.job.keep == "" || w.memory.Keep == nil || m.err != nil {
		return m
	}
	if err := w.memory.Keep(w.now, w.job.keep, w.today, w.seq); err != nil {
		m.notes = append(m.notes, "The snapshot was not kept: "+sentence(err)+".")
	} else if w.job.dir != "" {
		m.notes = append(m.notes, "A snapshot is kept as “"+w.job.keep+"” (g h).")
	}
	return m
}

// paper is one file of a workshop.
type paper struct {
	name, format string
	report       *report.Report
}

// files writes the papers of a workshop into its folder.
func (w *secretary) files() (written, notes []string, err error) {
	if w.report == nil || w.write == nil {
		return nil, nil, errors.New("this copy of Accord was built without reports")
	}
	if err := os.MkdirAll(w.job.dir, 0o755); err != nil {
		return nil, nil, err
	}
	papers, notes := w.papers()
	for _, p := range papers {
		var b bytes.Buffer
		path := filepath.Join(w.job.dir, p.name+"."+p.format)
		if err := w.report(&b, p.format, p.report); err != nil {
			return written, notes, err
		}
		if err := w.write(path, b.Bytes()); err != nil {
			return written, notes, err
		}
		written = append(written, filepath.Base(path))
	}
	return written, notes, nil
}

// papers are the documents: what was decided, the ratings, what changed, and a plan
// on a page for every account in scope.
func (w *secretary) papers() (out []paper, notes []string) {
	s := model.Score(w.now, w.today)
	meeting := w.now.Programme().Workshop
	add := func(name, key string, account model.AccountID) *report.Report {
		r, ok := report.Build(key, s, account)
		if ok {
			out = append(out, paper{name, "html", r})
		}
		return r
	}
	if r := add("decisions and actions", "workshop", ""); r != nil && len(r.Days) > 0 {
		out = append(out, paper{"actions", "ics", r})
	}
	add("ratings", "marks", "")
	if then, err := w.then(meeting); err == nil {
		out = append(out, paper{"what changed", "html", report.Changed(then, s)})
	} else {
		notes = append(notes, "What changed since the start could not be told: "+sentence(err)+".")
	}
	used := map[string]bool{}
	for _, id := range meeting.Accounts {
		a := w.now.Account(id)
		if a == nil {
			continue
		}
		name := "plan " + fileName(a.Name)
		for used[strings.ToLower(name)] {
			name += " 2"
		}
		used[strings.ToLower(name)] = true
		if r := add(name, "plan", id); r != nil && len(a.Seats) > 0 {
			r.Draw("Relationship map", PaperMap(w.now, w.today, id))
		}
	}
	return out, notes
}

// then is how everything stood when the workshop began: the snapshot kept then, else
// the way back through the journal.
func (w *secretary) then(meeting *model.Workshop) (model.Snapshot, error) {
	snap := model.Snapshot{Name: "the start of the workshop", Date: meeting.Day}
	if w.start != nil {
		snap.Portfolio = w.start
		return snap, nil
	}
	if w.memory.At == nil {
		return snap, errNoHistory
	}
	moment := model.Moment{Seq: meeting.Start, Day: meeting.Day}
	if kept, err := w.memory.Snapshots(); err == nil {
		if i := slices.IndexFunc(kept, func(m model.Moment) bool { return m.Name == meeting.Before && m.Seq >= meeting.Start }); i >= 0 {
			moment = kept[i]
		}
	}
	var err error
	snap.Portfolio, err = w.memory.At(w.now, w.seq, moment)
	return snap, err
}

// fileName is a name that every system takes for a file.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < 0x20 {
			return '-'
		}
		return r
	}, strings.TrimSpace(name))
	if r := []rune(name); len(r) > 80 {
		name = string(r[:80])
	}
	return strings.Trim(name, " .")
}

// write asks for the folder, and for the files to be written into it.
func (s *runSheet) write(c *ctx, w *model.Workshop, text string) Outcome {
	if text == "" {
		return open(newPrompt(askFolder, "", fileName(w.Title+" "+w.Day.String())))
	}
	dir := realPath(text)
	if _, err := os.Stat(dir); err == nil && s.dir != dir {
		s.dir = dir
		return refuse(dir + " is there already; the same name again writes into it, over files of the same names")
	}
	s.wrote = true
	return Outcome{Done: true, Say: "writing …", Meeting: &meetingJob{dir: dir, keep: w.Title}}
}

// arrive says what was written, or what went wrong; nothing is said of a snapshot
// that was kept at the start.
func (m meetingMsg) arrive(a *App) tea.Cmd {
	if m.job.dir == "" {
		if len(m.notes) > 0 {
			a.status.text, a.status.bad = m.notes[0], true
		}
		return nil
	}
	if m.err != nil {
		for _, o := range a.overlays {
			if s, ok := o.(*runSheet); ok {
				s.wrote = false
			}
		}
		return a.apply(refuse(sentence(m.err)))
	}
	text := m.job.dir + "\n\n" + strings.Join(m.files, "\n") + "\n\n" + strings.Join(append(m.notes, "They are plain files, readable by whoever has the folder."), "\n")
	out := open(newMessage("Written", text))
	out.Say = plural(len(m.files), "file") + " written into " + m.job.dir
	return a.apply(out)
}
