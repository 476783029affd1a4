package store

import (
	"os"
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/journal"
	"accord/store/pages"
	"accord/store/seal"
)

// Options are what a file needs to know of the world.
type Options struct {
	Now       func() time.Time
	Program   string               // name and version, written into a new file
	OnState   func(State)          // called from the writer's goroutine after every change of state
	BackupDir string               // where automatic copies go; "" makes none
	Keys      *seal.Keys           // what opens protected files; nil opens none
	OnRescue  func(Rescue)         // told by Open of each rescue file whose edits are not in the file yet
	OnRoom    func(projector bool) // told by OpenReadOnly whether the file is in projector mode
	OnHidden  func(state string)   // told by OpenReadOnly and CarryOf when the names of the file are hidden

	OnFirstEdition func() // told by OpenReadOnly when the figures of the file were those of the first edition

	OnOlder func(told string) // told by OpenReadOnly when this computer saw a newer state of a protected file

	// Interrupts says that the program is asked to end, from now until end is
	// called; nil never does. It is for work that leaves nothing behind then.
	Interrupts func() (stop <-chan os.Signal, end func())
}

func (o Options) interrupts() (stop <-chan os.Signal, end func()) {
	if o.Interrupts == nil {
		return nil, func() {}
	}
	return o.Interrupts()
}

func (o Options) now() time.Time {
	if o.Now == nil {
		return time.Now()
	}
	return o.Now()
}

// File is an open file with its writer.
type File struct {
	path    string
	options Options
	created bool
	crashed bool        // the last program did not close it
	warning string      // what opening noticed
	older   string      // that this computer saw a newer state of it
	id      string      // given at birth: tells this file from another of its name
	vault   *seal.Vault // nil for a file without protection
	base    *seal.Sum   // of a protected one as it was read, nil before that

	// mu guards db against being opened anew while somebody reads. Only the
	// writer's goroutine opens anew.
	mu     sync.RWMutex
	db     *bolt.DB
	handle *os.File // bbolt's own, to ask whether the name still means this file
	broken bool     // db must be opened anew before the next write
	failed bool     // and without closing it: bbolt gave up in the middle of something
	lost   bool     // what is on the path is not ours; see home

	faulted atomic.Bool  // a read went past the end of what is there; see see
	least   atomic.Int64 // how long the file is at least, while it is ours
	head    pages.Header // the newest one, as we wrote it
	tail    string       // and how the newest record of the journal begins
	shelter *File        // the whole file that takes the edits meanwhile; under mu
	took    uint64       // number in the queue of the last one in it

	w            *writer
	bounds       bounds
	undone       string               // a step that opening took back, in a sentence
	disk         func(*bolt.Tx) error // asked before each commit; a disk that fails, in tests
	notes        notes                // the rescue file of steps
	meta         map[string][]byte    // what the file says of itself
	rescues      []Rescue             // of earlier sessions, not in the file yet
	copied       string               // the automatic copy that was made or found last
	backupFailed time.Time            // when an automatic copy last failed
	closing      sync.Once
	closed       error
}

// Path is where the file lies.
func (f *File) Path() string { return f.path }

// Created reports whether this run made the file.
func (f *File) Created() bool { return f.created }

// Warning is what opening noticed, "" for nothing.
func (f *File) Warning() string { return f.warning }

// FirstEdition reports whether programs before computed the figures of the file by the
// first edition of the method: nothing that only the second knows is kept in it.
func (f *File) FirstEdition() bool { return f.knows().FirstEdition() }

// Rescues are the rescue files of earlier sessions whose edits are not in the file.
func (f *File) Rescues() []Rescue { return f.rescues }

// TakenBack says which step was not finished when the program before ended and is
// taken back now, "" for none.
func (f *File) TakenBack() string { return f.undone }

// Older says that this computer saw a newer state of the file, "" when it did not.
func (f *File) Older() string { return f.older }

// Crashed reports whether the program before did not close the file.
func (f *File) Crashed() bool { return f.crashed }

// Save queues a step for the disk. It never waits and keeps the order.
func (f *File) Save(p *edit.Patch) { f.w.save(p) }

// State is how the file stands.
func (f *File) State() State { return f.w.state() }

// Rescue is a rescue file with edits that are not in the file yet.
type Rescue struct {
	Path  string
	Edits int  // in a file of steps
	Whole bool // it is a whole file
	InUse bool // and another window still writes to it
}

// String says what is there and what brings it in.
func (r Rescue) String() string {
	switch {
	case r.InUse:
		return words.T("store.another-window-keeps-edits-because", r.Path)
	case r.Whole:
		return words.T("store.edits-earlier-session-not-this", r.Path)
	case r.Edits == 1:
		return words.T("store.1-edit-earlier-session-not", r.Path)
	}
	return words.T("store.edits-earlier-session-not-saved", r.Edits, r.Path)
}

// bounds say what is large: a transaction holds all it writes in memory three times.
type bounds struct {
	step int // a step with more bytes than this is written in parts
	part int // of about so many bytes each
}

var usualBounds = bounds{step: 32 << 20, part: 8 << 20}

// notes are a rescue file of steps that grows: each edit is in it, and on the disk,
// before it is said to be.
type notes struct {
	path string
	file *os.File
	size int64  // of what is surely in it
	last uint64 // number in the queue of the last one in it
}

// sitting is what was done since the file was read: enough to make the whole file
// anew when it is cut off or written over, which takes away what was read too.
type sitting struct {
	start *model.Portfolio // as it was after step from; nil when nobody read the file
	from  uint64
	steps []queued     // the steps since that are on the disk
	last  journal.Mark // of the newest step on the disk
}

// State says how far the file is behind. Err is nil while all is well.
type State struct {
	Queued uint64 // number of the newest step handed to Save
	Saved  uint64 // number up to which everything is on the disk
	At     time.Time
	Err    error  // why nothing is being saved, in a sentence
	Rescue string // while nothing is: the file that has the edits, "" for none
	Whole  bool   // and that file is whole, with everything that was ever saved
	Note   string // what else people should know: that no automatic copy could be made
}

// writer is the one goroutine that writes. What cannot be written stays at the
// head of the queue, in order, until it can.
type writer struct {
	file *File
	wake chan struct{}
	quit chan struct{}
	done chan struct{}

	beats atomic.Uint64 // how often the disk did something

	mu     sync.Mutex
	queue  []queued
	now    State
	closed bool
	number uint64 // of the newest entry of the queue
	sitting
}

// queued is a step to write, or a job of another kind with who waits for it.
type queued struct {
	patch *edit.Patch
	at    time.Time
	job   *job
	big   bool   // to be written in parts
	n     uint64 // its number in the queue
}

// job is work on the file that is no step. What it answers with an error is the
// asker's, and holds up nothing; it runs again when the disk refuses.
type job struct {
	do    func(*bolt.Tx) error
	err   error
	waits bool // somebody does nothing else until it is done
	reply chan error
}

func (j *job) answer(err error) {
	select {
	case j.reply <- err:
	default: // it was answered when the file was closed
	}
}
