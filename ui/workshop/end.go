package workshop

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
	"accord/model/score"
	"accord/model/session"
	"accord/model/words"
	"accord/ui/history"
	"accord/ui/kit"
)

// MeetingJob is what a workshop asks of the disk, done beside the screen: to keep a
// snapshot at its start, to write its files and keep one at its end.
type MeetingJob struct {
	keep bool   // a snapshot of how everything stands before the workshop
	Back bool   // how everything stood then, for the trails on the plane
	dir  string // the folder to write into, "" for none
	over bool   // older papers there are replaced

	asked *kit.Prompt // the question for it
}

func (j *MeetingJob) AskedBy(p *kit.Prompt) { j.asked = p }

// meetingMsg is the answer.
type meetingMsg struct {
	job   *MeetingJob
	files []string
	notes []string // what could not be done, in sentences
	older []string // papers that are there from before: nothing was written
	began *score.Scores
	err   error
}

// secretary does a meetingJob with what was there when it was asked for. The papers
// show what the screen may show; the snapshot is of what is.
type secretary struct {
	history.Archivist
	meeting *MeetingJob
	names   model.Workshop   // its title and that of the snapshot, as they are
	at      int64            // when it was asked for, in Unix seconds
	start   *model.Portfolio // of a rehearsal, which has no file
	report  func(io.Writer, string, *report.Report) error
	may     func(kit.Output) error
	write   func(kit.Output, []byte) error
}

// Do asks for a workshop's papers or snapshot in the background.
func (j *MeetingJob) Do(h kit.Host) tea.Cmd {
	c, ports := h.Context(), h.Doors()
	if j.keep {
		c.Began = c.Session.Scores()
	}
	w := secretary{
		Archivist: history.NewArchivist(h, nil),
		meeting:   j,
		at:        c.Now.Unix(),
		report:    ports.Report,
		may:       ports.MayWrite,
		write:     ports.Write,
	}
	if meeting := w.Now.Programme().Workshop; meeting != nil {
		w.names = *meeting
	}
	if h.Trying() != nil {
		w.Memory = kit.Memory{}
	}
	if c.Rehearsal != nil {
		w.start = c.Rehearsal.Start
	}
	return func() tea.Msg { return w.work() }
}

func (w *secretary) work() (m meetingMsg) {
	m.job = w.meeting
	if w.meeting.Back {
		if then, err := w.then(); err == nil {
			m.began = score.Then(then)
		}
		return m
	}
	keep := w.names.Before
	if w.meeting.dir != "" {
		keep = w.names.Title
		w.files(&m)
	}
	if keep == "" || w.Keep == nil || m.err != nil || m.older != nil {
		return m
	}
	if err := w.Keep(w.Now, keep, w.Today, w.Seq); err != nil {
		m.notes = append(m.notes, words.T("workshop.snapshot-not-kept", kit.Sentence(err)))
	} else if w.meeting.dir != "" {
		m.notes = append(m.notes, words.T("workshop.snapshot-named-after-workshop-kept"))
	}
	return m
}

// paper is one file of a workshop.
type paper struct {
	name, format string
	report       *report.Report
}

// files writes the papers of a workshop into its folder, all or, where one has a name
// that is taken, none.
func (w *secretary) files(m *meetingMsg) {
	if w.report == nil || w.write == nil {
		m.err = words.Fail("workshop.this-copy-accord-built-without")
		return
	}
	if err := os.MkdirAll(w.meeting.dir, 0o755); err != nil {
		m.err = err
		var at *os.PathError
		if errors.As(err, &at) {
			m.err = words.Wrap(at.Err, "workshop.cannot-folder-choose-another", at.Path)
		}
		return
	}
	papers, notes := w.papers()
	m.notes = notes
	if m.older, m.err = w.taken(papers); m.older != nil {
		return
	}
	for i := 0; i < len(papers) && m.err == nil; i++ {
		var b bytes.Buffer
		to := w.Place(papers[i])
		if m.err = w.report(&b, to.Format, papers[i].report); m.err == nil {
			m.err = w.write(to, b.Bytes())
		}
		m.files = append(m.files, filepath.Base(to.Path))
	}
}

// Place is where a paper of the workshop goes.
func (w *secretary) Place(p paper) kit.Output {
	return kit.Output{Path: filepath.Join(w.meeting.dir, p.name+"."+p.format), Format: p.format, Over: w.meeting.over}
}

// taken are the papers that would replace older ones.
func (w *secretary) taken(papers []paper) (older []string, err error) {
	if w.may == nil {
		return nil, nil
	}
	for _, p := range papers {
		to := w.Place(p)
		err := w.may(to)
		var is *kit.OlderError
		switch {
		case errors.As(err, &is):
			older = append(older, filepath.Base(to.Path))
		case err != nil:
			return nil, err
		}
	}
	return older, nil
}

// askToReplace asks whether older papers are replaced. Whoever has gone on to
// something else is told instead: what they type there must not answer.
func (m meetingMsg) askToReplace(h kit.Host) tea.Cmd {
	what := words.T("workshop.older-papers-same-names", m.job.dir, strings.Join(m.older, ", "))
	if _, here := kit.TopOf(h).(*RunSheet); !here {
		if p := m.job.asked; p != nil { // its words are back when it is asked again
			p.KeepWords(h.Context())
		}
		return h.Apply(kit.Refuse(what + " " + words.T("workshop.nothing-written-f-run-sheet")))
	}
	again := *m.job
	again.over = true
	h.Tell("", false)
	h.OpenPage(
		&kit.ReplacePage{
			What:  what,
			Ask:   words.T("workshop.replace-them"),
			Yes:   kit.Doing(kit.Saying{Text: words.T("workshop.writing")}, &again),
			Asked: m.job.asked,
		},
	)
	return nil
}

// papers are the documents: what was decided, the ratings, what changed, and a plan
// on a page for every account in scope.
func (w *secretary) papers() (out []paper, notes []string) {
	p := w.Shown(w.Now)
	s := score.Of(p, w.Today)
	meeting := p.Programme().Workshop
	add := func(name, key string, account model.AccountID) {
		if r, ok := report.Build(key, report.Us, s, account); ok {
			out = append(out, paper{name, "html", r})
		}
	}
	then, err := w.then()
	r := report.Minutes(s, then.Portfolio, w.at)
	if out = append(out, paper{words.T("workshop.decisions-actions"), "html", r}); len(r.Days) > 0 {
		out = append(out, paper{"actions", "ics", r})
	}
	add("ratings", "marks", "")
	if err == nil {
		out = append(out, paper{words.T("workshop.what-changed"), "html", report.Changed(then, s)})
	} else {
		notes = append(notes, words.T("workshop.what-changed-since-start-could", kit.Sentence(err)))
	}
	used := map[string]bool{}
	for _, id := range meeting.With() {
		a := p.Account(id)
		if a == nil {
			continue
		}
		page := plainName(a.Name)
		for used[strings.ToLower(page)] {
			page += " 2"
		}
		used[strings.ToLower(page)] = true
		if meeting.InScope(id) {
			add(words.T("workshop.plan", page), "plan", id)
		}
		theirs, said := customersPage(s, id)
		if notes = append(notes, said...); theirs != nil {
			out = append(out, paper{words.T("workshop.for", page), "html", theirs})
		}
	}
	for _, x := range meeting.People {
		if x.Theirs && p.Account(x.Account) == nil {
			notes = append(notes, words.T("workshop.customers-nobody-said-which-there", x.Initials))
		}
	}
	return out, notes
}

// customersPage is the page for the customer's people, nil where none of them was there or
// nothing is shared with them, and what to know about it.
func customersPage(s *score.Scores, id model.AccountID) (page *report.Report, notes []string) {
	if !s.Portfolio().Programme().Workshop.TheirsOf(id) {
		return nil, nil
	}
	name := s.Portfolio().Account(id).Name
	for _, a := range report.Asides("agreed", report.Customer, s, id) {
		notes = append(notes, name+": "+a.Said+".")
	}
	page, _ = report.Build("agreed", report.Customer, s, id)
	if !slices.ContainsFunc(
		page.Nodes,
		func(n report.Node) bool { return n.Kind == report.Heading },
	) { // there is nothing to tell them
		return nil, append(notes, words.T("workshop.nothing-shared-them-there-no", name))
	}
	return page, notes
}

// then is how everything stood when the workshop began: the snapshot kept then, else
// the way back through the journal.
func (w *secretary) then() (model.Snapshot, error) {
	snap := model.Snapshot{Name: words.T("workshop.start-workshop"), Date: w.names.Day}
	if w.start != nil {
		snap.Portfolio = w.Shown(w.start)
		return snap, nil
	}
	if w.At == nil {
		return snap, history.ErrNoHistory
	}
	moment := session.Moment{Seq: w.names.Start, Day: w.names.Day}
	if kept, err := w.Snapshots(); err == nil {
		before := func(m session.Moment) bool { return m.Name == w.names.Before && m.Seq >= w.names.Start }
		if i := slices.IndexFunc(kept, before); i >= 0 {
			moment = kept[i]
		}
	}
	then, err := w.Content(&moment)
	then.Name = snap.Name
	return then, err
}

// plainName is a name that every system takes for a file.
func plainName(name string) string {
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

// write asks for the folder, and for the files to be written into it; before that of
// which account those of the customer's people are of whom nobody said it.
func (s *RunSheet) write(c *kit.Context, w *model.Workshop, text string, skip bool) kit.Outcome {
	if ask := askWhose(c, w); text == "" && ask != nil && !skip {
		return kit.Open(ask)
	}
	if text == "" {
		name := w.Title
		if c.Session.Hidden() {
			name = "workshop"
		}
		return kit.Open(kit.NewPrompt(kit.AskFolder, "", plainName(name+" "+w.Day.String())))
	}
	dir := kit.RealPath(text)
	if _, err := os.Stat(dir); err == nil && s.dir != dir {
		s.dir = dir
		return kit.Refuse(words.T("workshop.there-already-same-name-again", dir))
	}
	return kit.Doing(kit.Saying{Text: words.T("workshop.writing")}, &MeetingJob{dir: dir})
}

// Arrive says what was written, or what went wrong; nothing is said of a snapshot
// that was kept at the start.
func (m meetingMsg) Arrive(h kit.Host) tea.Cmd {
	if m.began != nil && h.Trying() == nil {
		h.Context().Began = m.began
	}
	if m.job.dir == "" {
		if len(m.notes) > 0 {
			h.Tell(m.notes[0], true)
		}
		return nil
	}
	if m.err != nil {
		cmd := h.Apply(kit.Refuse(kit.Sentence(m.err)))
		if _, here := kit.TopOf(h).(*RunSheet); here {
			h.AskAgain(m.job.asked)
		}
		return cmd
	}
	if m.older != nil {
		return m.askToReplace(h)
	}
	for _, o := range h.Pages() {
		if s, ok := o.(*RunSheet); ok {
			s.wrote = true
		}
	}
	notes := append(m.notes, words.T("workshop.they-plain-files-readable-by"))
	text := m.job.dir + "\n\n" + strings.Join(m.files, "\n") + "\n\n" + strings.Join(notes, "\n")
	out := kit.Open(kit.NewMessage(words.T("workshop.written"), text))
	out.Say(words.T("workshop.written-into", len(m.files), m.job.dir))
	return h.Apply(out)
}
