package cli

import (
	"io"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/report"
	"accord/model/score"
	"accord/model/session"
)

// Keeper is a file open for writing.
type Keeper interface {
	Load() (*model.Portfolio, uint64, error)
	Save(*edit.Patch)
	Close() error // returns when everything is on the disk, or why it is not
}

// Step is one entry of a file's history.
type Step struct {
	Seq      uint64                     `json:"seq"`
	At       time.Time                  `json:"at"`
	Kind     string                     `json:"kind"`
	Label    string                     `json:"label"`
	Field    string                     `json:"field"`
	Fact     string                     `json:"fact,omitzero"` // the first fact it changed, in words
	Facts    int                        `json:"facts,omitzero"`
	Accounts []model.AccountID          `json:"-"`
	Group    uint64                     `json:"-"` // of the steps that are one undo
	Edit     edit.Edit                  `json:"-"` // the first fact
	Called   map[model.AccountID]string `json:"-"` // names that are in the step
	Names    []string                   `json:"accounts"`
}

// Checked is what reading a whole file found.
type Checked struct {
	Path      string   `json:"path"`
	Bytes     int64    `json:"bytes"`
	Format    int      `json:"format"`
	Accounts  int      `json:"accounts"`
	Records   int      `json:"records"`
	Steps     int      `json:"steps"`
	Snapshots int      `json:"snapshots"`
	Warning   string   `json:"warning,omitzero"`
	Damage    []string `json:"damage"`
}

// Repaired is what came of putting what can be read into a new file.
type Repaired struct {
	File    string   `json:"file"`
	Whole   int      `json:"whole_accounts"`
	Missing []string `json:"missing"`
	Read    Checked  `json:"check"` // of the new file
}

// Copy is a file to go back to, or edits that were not saved.
type Copy struct {
	Path     string    `json:"file"`
	Kind     string    `json:"kind"`
	At       time.Time `json:"last_edit"`
	Bytes    int64     `json:"bytes"`
	Accounts int       `json:"accounts"`
	Steps    uint64    `json:"step"`
	Edits    int       `json:"edits,omitzero"` // that were not saved
	Verified bool      `json:"verified"`
	Sealed   bool      `json:"sealed,omitzero"` // its passphrase is not known here: its pages were read, not what is in them
	Merges   bool      `json:"merges,omitzero"` // it is a whole rescue file, and the file has moved on: restoring merges
	Other    bool      `json:"of_another_file,omitzero"`
	Problem  string    `json:"problem,omitzero"` // why it cannot be used
}

// Restored is what putting a copy in place did.
type Restored struct {
	Copy
	Aside   string   `json:"replaced"`                 // where the file that was there is now
	Merged  bool     `json:"merged,omitzero"`          // the file had moved on: the edits were merged into it
	Clashes []string `json:"not_brought_in,omitzero"`  // because the file has something else there since
	Kept    string   `json:"rescue_file_now,omitzero"` // where the rescue file is now
	Told    string   `json:"protection,omitzero"`      // what became of how the copy, or the file, was protected
}

// ImportRequest asks for a file to be read against a portfolio.
type ImportRequest struct {
	Path, Kind  string
	Map         map[string]string
	Won         []string
	Headings    int               // the row that has the headings; 0 finds it
	Same        map[string]string // a name in the file, and the account it is; "-" is a new one
	Answers     map[string]string // to what a preview leaves open, by its key
	Portfolio   *model.Portfolio
	Today       model.Date
	KeepUnknown bool
	Progress    func(done, total int64) bool // hears how far reading is; false cancels
	Alone       bool                         // it is the only file of the command
	Bare        bool                         // its history is not wanted
}

// ImportKind is what a file can hold.
type ImportKind struct {
	Key   string // the word of --kind
	Words string // what a row of it is
	Table bool   // there is a template of it
}

// ImportPreview is what reading a file would do.
type ImportPreview struct {
	File      string      `json:"file"`
	Kind      string      `json:"kind"`
	Rows      int         `json:"rows"`
	NotWon    int         `json:"not_won"`
	New       int         `json:"new"`
	Changed   int         `json:"changed"`
	Unchanged int         `json:"unchanged"`
	Summary   []string    `json:"summary"`
	Details   []string    `json:"details"`
	Problems  []string    `json:"problems"`
	History   string      `json:"history,omitzero"` // how much past the document carries
	Change    edit.Change `json:"-"`

	Columns   []ImportColumn   `json:"columns,omitzero"`
	Questions []ImportQuestion `json:"same_as,omitzero"`
	Open      []ImportOpen     `json:"open,omitzero"`
	Faults    func() []byte    `json:"-"` // the problems as a table
}

// ImportColumn is where one column of a file goes, and why.
type ImportColumn struct {
	Header string `json:"header"`
	Field  string `json:"field"`
	Why    string `json:"why"`
}

// ImportQuestion is a name in the file that is nearly an account's.
type ImportQuestion struct {
	Name    string `json:"name"`
	Account string `json:"account"`
	Why     string `json:"why"`
	Answer  string `json:"answer"` // "", same, new
}

// ImportOpen is what could change a sum and is not understood: nothing is imported until it
// is answered.
type ImportOpen struct {
	Key      string         `json:"key"` // of the answer, and of its flag
	Sentence string         `json:"sentence"`
	Choices  []ImportChoice `json:"choices"`
}

// ImportChoice is one answer.
type ImportChoice struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

// Doors are what the commands need of the store; ui/doors wires them.
type Doors struct {
	DefaultPath func() (string, error)
	Known       func(path string) bool
	NewID       func() string
	Open        func(path string) (Keeper, error)
	Rescues     func(met func(path, sentence string)) // met hears of rescue files before a file that is opened is written
	Create      func(path string, p *model.Portfolio) (Keeper, error)
	Read        func(path string) (*model.Portfolio, error) // also while another process has the file; ErrHidden comes with the content
	History     func(path string, limit int, account model.AccountID) ([]Step, error)
	Check       func(path string) (Checked, error)
	Repair      func(path string) (Repaired, error)
	Hides       func(path string) bool // its names are hidden, or may be: nobody can tell of a damaged one
	Backup      func(path, dest string) error
	Backups     func(path string) []string   // its automatic copies, newest first
	CanBackUp   func(path string) error      // why no automatic copies can be made
	Copies      func(path string) []Copy     // reads all of each
	LookAt      func(path, copy string) Copy // reads all of what may take the place of the file
	Restore     func(path, copy string) (Restored, error)
	Keep        func(path, name string, day model.Date) (session.Moment, error) // a snapshot of what is there now
	Browse      func(path string, look func(Past) error) error                  // also while another process has the file
	Preview     func(ImportRequest) (*ImportPreview, error)
	Export      func(Export) error
	ExportAll   func(o Output, reveal bool) (history string, err error)                 // everything, with snapshots and history
	Revive      func(path, from string) (Keeper, error)                                 // a new file from such a document
	Version     func(path string) (*model.Portfolio, error)                             // another version: a .json export or a file of Accord
	Kinds       []ImportKind                                                            // of files that can be brought in
	Template    func(kind string) ([]byte, error)                                       // a table of a kind to be filled in
	Gather      func(paths []string, r ImportRequest) (files, left []string, err error) // in the order to read them; nil takes them as they come
	Report      func(w io.Writer, format string, r *report.Report) error
	Formats     []string // of reports
	ReadText    func(path string) ([]byte, error)
	MayWrite    func(Output) error                // an OlderError where somebody has to agree; nil func: always
	WriteText   func(o Output, text []byte) error // aside first, then in one move
	MapLooks    []string
	DrawMap     func(p *model.Portfolio, today model.Date, account model.AccountID, look string, width int) (text, svg string)
	PaperMap    func(p *model.Portfolio, today model.Date, account model.AccountID) (svg string) // for a document
	Exit        func(error) int                                                                  // exit code of an error, 1 for most

	// Protected files. Asks takes the way to ask for what opens one.
	Asks       func(ask func(path string, try int) (string, error))
	Sealed     func(path string) (bool, error) // asks for nothing
	Protects   func(path string) bool          // of a file that was opened in this run
	GoodPhrase func(phrase string) error       // why something cannot be a passphrase
	Protect    func(path, phrase string, g Guard) (recovery string, err error)
	Unprotect  func(path string) error
	Passphrase func(path, now, then string) (recovery string, err error)
	Guard      func(path string, change func(*Guard)) (Guard, error)
	Leftovers  func(path string) []string // plain text from before a file was protected
	Older      func(path string) []string // copies that another passphrase opens
	Tells      func(tell func(string))    // sets who is told what reading a file noticed
	Abandoned  func(path string) []string // removes what runs that were ended half-way left, and says so
	Seal       func(oldCopy, path string) error
}

// Export asks for tables or everything to be written to a file, whose ending says
// the format.
type Export struct {
	Output
	What    []string // tables, or everything alone
	Scores  *score.Scores
	Account model.AccountID // only this one, "" is all
	NoBOM   bool
}

// Output is a file that somebody named to be written.
type Output struct {
	Path   string
	Format string   // only an older paper of this format can be replaced
	Over   bool     // somebody agreed to that
	File   string   // the file of the command
	Inputs []string // what else the command reads
}

// OlderError says that there is an older paper under a name, which goes only when
// somebody agrees.
type OlderError struct{ Err error }

func (e *OlderError) Error() string { return e.Err.Error() }

// Unwrap gives the sentence of the guard.
func (e *OlderError) Unwrap() error { return e.Err }

// Past is what a file remembers: what is there now, and what was.
type Past struct {
	Now       *model.Portfolio
	Snapshots []session.Moment // newest first
	Snapshot  func(id uint64) (*model.Portfolio, error)
	EndOf     func(day model.Date) (*model.Portfolio, error)
	Hidden    bool // its names are hidden
}

// Guard are the settings of a protected file.
type Guard struct {
	Lock   int  // minutes until the screen is covered; 0 is never
	Editor bool // text may be handed to $EDITOR
}
