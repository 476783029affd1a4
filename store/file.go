package store

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// The buckets of a file.
const (
	bucketMeta     = "meta"    // plain text about the file itself
	bucketEntities = "ent"     // account/kind/id → record
	bucketSettings = "conf"    // programme, pack, team
	bucketJournal  = "journal" // step number → step
	bucketByAcc    = "jx"      // account/step number → nothing: one account's history

	bucketSnapshots = "snap" // number → what a snapshot holds
	bucketContents  = "sc"   // checksum → the records of an account, or the settings, in snapshots
)

var allBuckets = []string{bucketMeta, bucketEntities, bucketSettings, bucketJournal, bucketByAcc, bucketSnapshots, bucketContents}

// Options are what a file needs to know of the world.
type Options struct {
	Now       func() time.Time
	Program   string             // name and version, written into a new file
	OnState   func(State)        // called from the writer's goroutine after every change of state
	BackupDir string             // where automatic copies go; "" makes none
	Keys      *Keys              // what opens protected files; nil opens none
	OnHidden  func(state string) // told by OpenReadOnly and CarryOf when the names of the file are hidden

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
	crashed bool   // the last program did not close it
	warning string // what opening noticed
	id      string // given at birth: tells this file from another of its name
	vault   *vault // nil for a file without protection

	// mu guards db against being opened anew while somebody reads. Only the
	// writer's goroutine opens anew.
	mu     sync.RWMutex
	db     *bolt.DB
	handle *os.File // bbolt's own, to ask whether the name still means this file
	broken bool     // db must be opened anew before the next write
	failed bool     // and without closing it: bbolt gave up in the middle of something

	w            *writer
	bounds       bounds
	undone       string               // a step that opening took back, in a sentence
	disk         func(*bolt.Tx) error // asked before each commit; a disk that fails, in tests
	rescued      string               // the rescue file written while the file was gone
	backupFailed time.Time            // when an automatic copy last failed
	closing      sync.Once
	closed       error
}

// Open opens a file for writing and takes its lock. Every refusal is a typed
// error with one sentence for people.
func Open(path string, o Options) (*File, error) {
	warning, err := preflight(path)
	if err != nil {
		return nil, err
	}
	if readOnly(path) {
		return nil, &ReadOnlyError{path}
	}
	private(path)
	f := &File{path: path, options: o, warning: warning, bounds: usualBounds}
	if err := f.openSound(); err != nil {
		return nil, err
	}
	last, err := f.begin()
	if err != nil {
		f.shut()
		return nil, err
	}
	f.writeLockInfo()
	Remember(path)
	if f.warning = cmp.Or(f.undone, f.warning); f.warning == "" {
		f.warning = f.rescuedEarlier()
	}
	if f.warning == "" {
		f.warning = warnedOnce(path, syncedFolder(path))
	}
	f.w = newWriter(f, last)
	return f, nil
}

// begin makes an open database ours: its format is brought up to date, it is
// marked as open, and the number of the last step is read.
func (f *File) begin() (last uint64, err error) {
	if err := f.unlock(f.path, f.options.Keys); err != nil {
		return 0, err
	}
	if err := f.checkVersion(); err != nil {
		return 0, err
	}
	if err := f.values(); err != nil {
		return 0, &DamagedError{f.path, err.Error(), takeBackup}
	}
	if err := f.mark(true); err != nil {
		return 0, &AccessError{f.path, err}
	}
	err = f.view(func(tx *bolt.Tx) (err error) {
		f.id = string(tx.Bucket([]byte(bucketMeta)).Get([]byte("file")))
		last, err = lastStep(tx)
		return err
	})
	if err != nil {
		err = &DamagedError{f.path, err.Error(), takeBackup}
	}
	return last, err
}

// mark notes in the file that it is open, or that it was closed properly.
func (f *File) mark(open bool) error {
	return f.update(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketMeta))
		if !open {
			return b.Delete([]byte("open"))
		}
		for _, name := range allBuckets { // the first files had no snapshots
			if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
				return err
			}
		}
		f.crashed = b.Get([]byte("open")) != nil
		return b.Put([]byte("open"), fmt.Appendf(nil, "%d %s", os.Getpid(), f.options.now().UTC().Format(time.RFC3339)))
	})
}

// Path is where the file lies.
func (f *File) Path() string { return f.path }

// Created reports whether this run made the file.
func (f *File) Created() bool { return f.created }

// Warning is what opening noticed, "" for nothing.
func (f *File) Warning() string { return f.warning }

// TakenBack says which step was not finished when the program before ended and is
// taken back now, "" for none.
func (f *File) TakenBack() string { return f.undone }

// Crashed reports whether the program before did not close the file.
func (f *File) Crashed() bool { return f.crashed }

// Save queues a step for the disk. It never waits and keeps the order.
func (f *File) Save(p *model.Patch) { f.w.save(p) }

// State is how the file stands.
func (f *File) State() State { return f.w.state() }

// Close writes everything queued and closes. limit bounds the waiting; 0 waits
// until all is written or writing fails. What could not be written goes to a
// rescue file and is told in an *UnsavedError. A second Close says what the first
// one said.
func (f *File) Close(limit time.Duration) error {
	f.closing.Do(func() { f.closed = f.close(limit) })
	return f.closed
}

func (f *File) close(limit time.Duration) (err error) {
	unsaved, ended := f.w.drain(limit)
	switch {
	case len(unsaved) > 0:
		cause := f.State().Err
		if cause == nil {
			cause = errors.New("the disk did not answer in time")
		}
		err = &UnsavedError{Count: len(unsaved), Cause: cause, Rescue: f.rescue(unsaved)}
	case ended && !f.broken:
		if markErr := f.mark(false); markErr != nil {
			err = &AccessError{f.path, markErr}
		}
	}
	_ = os.Remove(f.lockInfoPath())
	if ended { // else the disk holds the writer, and closing would wait for it too
		f.shut()
	}
	return err
}
