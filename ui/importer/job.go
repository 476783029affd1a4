package importer

import (
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/ui/kit"
)

// Job is a list of files to read in the background, each on top of those
// before it.
type Job struct {
	number uint64               // of the request; the answer carries it
	paths  []string             // files and folders to look through first; nil reads files as they are
	files  []kit.ImportRequest  // to read
	done   []*kit.ImportPreview // of files that stay as they were read, before these
	base   *model.Portfolio
	today  model.Date
	run    *importRun
}

// importRun is a reading that goes on beside the screen: it tells how far it is,
// and is told to stop.
type importRun struct {
	stop atomic.Bool
	over sync.Once
	News chan ImportProgressMsg
	Now  func() time.Time
	last time.Time
}

// TellEvery is how often a reading says how far it is.
const TellEvery = 50 * time.Millisecond

func NewImportRun() *importRun { return &importRun{News: make(chan ImportProgressMsg, 1)} }

// Tell passes progress on, unless the last is young or nobody took it yet; false
// stops the reading.
func (r *importRun) Tell(m ImportProgressMsg) bool {
	if now := r.Now(); now.Sub(r.last) >= TellEvery && !r.stop.Load() {
		r.last = now
		select {
		case r.News <- m:
		default:
		}
	}
	return !r.stop.Load()
}

// end says that there is no more news.
func (r *importRun) end() { r.over.Do(func() { close(r.News) }) }

// listen waits for the next news; there are none after the end.
func (r *importRun) listen() tea.Msg {
	if m, more := <-r.News; more {
		return m
	}
	return nil
}

// ImportProgressMsg says how far a reading is.
type ImportProgressMsg struct {
	Number      uint64
	Run         *importRun
	Path        string
	file, files int
	Done, Total int64
}

// reader is a page that waits for what is read.
type reader interface {
	waitsFor(number uint64) bool
	follow(ImportProgressMsg)
	answer(importReadMsg)
}

// Arrive shows the progress and waits for the next: only a reading that runs asks
// for anything.
func (m ImportProgressMsg) Arrive(h kit.Host) tea.Cmd {
	for _, o := range h.Pages() {
		if r, ok := o.(reader); ok && r.waitsFor(m.Number) {
			r.follow(m)
		}
	}
	return m.Run.listen
}

// importReadMsg is the answer of the background: what the files would do.
type importReadMsg struct {
	number   uint64
	files    []kit.ImportRequest
	previews []*kit.ImportPreview // of all files, those before the first that was read too
	left     []string
	err      error
}

// Do reads beside the screen. Nobody waits for it: an answer nobody asks for any
// more is dropped.
func (j *Job) Do(h kit.Host) tea.Cmd {
	ports := *h.Doors()
	if ports.Preview == nil {
		return importReadMsg{number: j.number, err: kit.ErrNoReader}.Arrive(h)
	}
	j.run.Now, j.run.last = ports.Now, time.Time{}
	return tea.Batch(func() tea.Msg {
		defer j.run.end()
		return j.Read(ports)
	}, j.run.listen)
}

// Read reads one file after the other.
func (j *Job) Read(ports kit.Ports) importReadMsg {
	out := importReadMsg{number: j.number, files: j.files, previews: j.done}
	if j.paths != nil {
		if out.files, out.left, out.err = j.gather(ports); out.err != nil {
			return out
		}
	}
	p := j.base
	for _, v := range j.done {
		if p, out.err = after(p, j.today, ports, v); out.err != nil {
			return out
		}
	}
	for i, request := range out.files {
		request.Portfolio, request.Today = p, j.today
		request.Progress = func(done, total int64) bool {
			return j.run.Tell(
				ImportProgressMsg{
					Number: j.number,
					Run:    j.run,
					Path:   request.Path,
					file:   i + 1,
					files:  len(out.files),
					Done:   done,
					Total:  total,
				},
			)
		}
		v, err := ports.Preview(request)
		if err == nil && v != nil {
			p, err = after(p, j.today, ports, v)
		}
		if err != nil || v == nil {
			out.err = err
			return out
		}
		out.previews = append(out.previews, v)
	}
	return out
}

// gather lists the files to read, in the order to read them.
func (j *Job) gather(ports kit.Ports) (files []kit.ImportRequest, left []string, err error) {
	paths, request := j.paths, j.files[0]
	if ports.Gather != nil {
		look := request
		look.Portfolio, look.Today = j.base, j.today
		if paths, left, err = ports.Gather(paths, look); err != nil {
			return nil, left, err
		}
	}
	for _, path := range paths {
		request.Path = path
		files = append(files, request)
	}
	return files, left, nil
}

// after is the portfolio as the file before leaves it.
func after(p *model.Portfolio, today model.Date, ports kit.Ports, v *kit.ImportPreview) (*model.Portfolio, error) {
	if v.Change == nil {
		return p, nil
	}
	return edit.After(p, today, ports.NewID, v.Change)
}

// Arrive hands the answer to the importer that waits for it.
func (m importReadMsg) Arrive(h kit.Host) tea.Cmd {
	for _, o := range h.Pages() {
		if r, ok := o.(reader); ok && r.waitsFor(m.number) {
			r.answer(m)
		}
	}
	return nil
}

func (ImportProgressMsg) Quietly() {}
