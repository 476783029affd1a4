package kit

import (
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/report"
	"accord/model/session"
	"accord/model/words"
)

// Ports are the doors the workbench needs to the world. ui/doors wires them to
// the store; tests give their own. All but Save, Now and NewID may be nil.
type Ports struct {
	Save     func(*edit.Patch)                           // queue a step for the disk; never waits
	Begin    func(*model.Portfolio) error                // first run: make the file with this in it
	Preview  func(ImportRequest) (*ImportPreview, error) // read a file and propose one change
	Version  func(path string) (*model.Portfolio, error) // another version of the portfolio: an export or a file
	Kinds    []ImportKind                                // of files that can be read
	Gather   func(paths []string, r ImportRequest) (files, left []string, err error)
	Sample   func(today model.Date) (*model.Portfolio, error)
	Memory   Memory
	Copies   Copies
	Rehearse func(today model.Date) (*Rehearsal, error)
	After    func(time.Duration, func(time.Time) tea.Msg) tea.Cmd // the one timer; see clock.go of the shell
	Report   func(w io.Writer, format string, r *report.Report) error
	MayWrite func(Output) error                // why a file is not written; an OlderError where somebody has to agree
	Write    func(o Output, text []byte) error // aside first, then in one move
	Hide     func(state string)                // note in the file that names are hidden, "" that they are not; never waits
	Project  func(on bool)                     // note beside the file that it is in projector mode; never waits
	Now      func() time.Time
	NewID    func() string
	Unlock   func(phrase string) (*Opened, error)                                 // open the protected file; slow
	Opens    func(phrase string) bool                                             // is it the passphrase of the open file? slow
	Protect  func(p *model.Portfolio, phrase string) (recovery string, err error) // Begin for a file with a passphrase; slow
	Path     string                                                               // the file, said on the first run
	TextDir  string                                                               // where text for $EDITOR may lie, 0700
}

// Memory is what the file remembers: its steps, and portfolios kept under a name.
// Its functions may be slow and are called in the background; none are there when
// there is no file.
type Memory struct {
	Moments   func(limit int, account model.AccountID) ([]session.Moment, error) // steps, newest first
	Snapshots func() ([]session.Moment, error)
	Alone     func(snapshot uint64, account model.AccountID) (*model.Portfolio, error) // one account of a snapshot, and its settings
	At        func(now *model.Portfolio, of uint64, m session.Moment) (*model.Portfolio, error)
	Keep      func(p *model.Portfolio, name string, day model.Date, seq uint64) error
	Forget    func(snapshot uint64) error
}

// Copies are what there is to go back to, when the file is damaged or gone, or on
// a first start. Its functions are slow: all of each copy is read.
type Copies struct {
	List    func() []CopyInfo
	Restore func(path string) (o *Opened, told string, err error) // put it in place and open that; nil when its passphrase is needed
	Repair  func() (told []string, err error)                     // put what can be read into a new copy
}

// CopyInfo is one copy, or edits that were not saved.
type CopyInfo struct {
	Path, Name, Kind string
	At               time.Time // of the last edit in it
	Bytes            int64
	Accounts         int
	Edits            int    // that were not saved
	Sealed           bool   // its passphrase is asked for when it is in place
	Other            bool   // it is a copy of another file
	Problem          string // why it cannot be used
}

// SavedMsg tells the workbench how the file stands. Queued and Saved are step
// numbers; Err is a sentence for people when the disk refuses.
type SavedMsg struct {
	Queued, Saved uint64
	Err           error
	Rescue        string // while there is an error: the file that has the edits, "" for none
	Whole         bool   // and that file has everything that was ever saved too
	Note          string // what else to know, a sentence: that no automatic copy could be made
}

// After is the state when m arrives. The screen counts what it queued itself, and
// what was once on the disk stays there, so numbers only grow.
func (s SavedMsg) After(m SavedMsg) SavedMsg {
	return SavedMsg{
		Queued: max(s.Queued, m.Queued),
		Saved:  max(s.Saved, m.Saved),
		Err:    m.Err,
		Rescue: m.Rescue,
		Whole:  m.Whole,
		Note:   m.Note,
	}
}

// Doubt is why a copy is put in place only when enter is pressed twice.
func (x *CopyInfo) Doubt() string {
	switch {
	case x.Other && x.Edits == 0:
		return words.T("kit.this-copy-another-file-not")
	case x.Accounts == 0 && x.Edits == 0:
		return words.T("kit.there-no-accounts-this-copy")
	}
	return ""
}

// Rehearsal is a workshop to try everything on: a portfolio in which it is going on,
// what recorded participants answer, and what they say on the way.
type Rehearsal struct {
	Portfolio *model.Portfolio
	Recorded  []string // initials of those whose turns are played
	Mark      func(pack *model.Pack, rater, account string, f model.FactorKey) model.Level
	Lines     []string // to be parked, in order
}

// Stage is one that goes on. It is a session of its own: nothing is saved, and
// at the end everything is as it was.
type Stage struct {
	*Rehearsal
	Start *model.Portfolio
	Said  int // how many lines were played
}

func (r *Stage) Plays(rater string) bool { return slices.Contains(r.Recorded, rater) }

// Output is a file that somebody named to be written.
type Output struct {
	Path   string
	Format string   // only an older paper of this format can be replaced
	Over   bool     // somebody agreed to that
	Inputs []string // what is being read for it
}

// OutputOf is a file whose ending says the format.
func OutputOf(path string) Output {
	return Output{Path: path, Format: strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))}
}

// OlderError says that there is an older paper under a name, which goes only when
// somebody agrees.
type OlderError struct{ Err error }

func (e *OlderError) Error() string { return e.Err.Error() }

// Unwrap gives the sentence of the guard.
func (e *OlderError) Unwrap() error { return e.Err }
