package ui

import (
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/report"
)

// Ports are the doors the workbench needs to the world. main.go wires them to
// the store; tests give their own. All but Save, Now and NewID may be nil.
type Ports struct {
	Save     func(*model.Patch)                          // queue a step for the disk; never waits
	Begin    func(*model.Portfolio) error                // first run: make the file with this in it
	Preview  func(ImportRequest) (*ImportPreview, error) // read a file and propose one change
	Sample   func(today model.Date) (*model.Portfolio, error)
	Memory   Memory
	Rehearse func(today model.Date) (*Rehearsal, error)
	After    func(time.Duration, func(time.Time) tea.Msg) tea.Cmd // the one timer; see workshop_clock.go
	Report   func(w io.Writer, format string, r *report.Report) error
	Write    func(path string, text []byte) error // aside first, then in one move
	Now      func() time.Time
	NewID    func() string
	Path     string // the file, said on the first run
	TextDir  string // where text for $EDITOR may lie, 0700
}

// Memory is what the file remembers: its steps, and portfolios kept under a name.
// Its functions may be slow and are called in the background; none are there when
// there is no file.
type Memory struct {
	Moments   func(limit int, account model.AccountID) ([]model.Moment, error) // steps, newest first
	Snapshots func() ([]model.Moment, error)
	Alone     func(snapshot uint64, account model.AccountID) (*model.Portfolio, error) // one account of a snapshot, and its settings
	At        func(now *model.Portfolio, of uint64, m model.Moment) (*model.Portfolio, error)
	Keep      func(p *model.Portfolio, name string, day model.Date, seq uint64) error
	Forget    func(snapshot uint64) error
}

// ImportRequest asks for a file to be read against the present portfolio.
type ImportRequest struct {
	Path      string
	Kind      string // accounts, contacts, transactions, figures, portfolio; "" guesses
	Won       string // the status that counts for transactions; "" takes the usual words
	Portfolio *model.Portfolio
	Today     model.Date
}

// ImportPreview is what reading a file would do, in words, and the one change
// that would do it.
type ImportPreview struct {
	Title    string       // "sales_pipeline.csv: transactions"
	Summary  []string     // counts and notes, a sentence a line
	Details  []string     // account by account, field by field
	Problems []string     // each with its line number
	Change   model.Change // nil when nothing would change
}

// SavedMsg tells the workbench how the file stands. Queued and Saved are step
// numbers; Err is a sentence for people when the disk refuses.
type SavedMsg struct {
	Queued, Saved uint64
	Err           error
}

// after is the state when m arrives. The screen counts what it queued itself, and
// what was once on the disk stays there, so numbers only grow.
func (s SavedMsg) after(m SavedMsg) SavedMsg {
	return SavedMsg{Queued: max(s.Queued, m.Queued), Saved: max(s.Saved, m.Saved), Err: m.Err}
}
