package store

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
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
	Program   string               // name and version, written into a new file
	OnState   func(State)          // called from the writer's goroutine after every change of state
	BackupDir string               // where automatic copies go; "" makes none
	Keys      *Keys                // what opens protected files; nil opens none
	OnRescue  func(Rescue)         // told by Open of each rescue file whose edits are not in the file yet
	OnRoom    func(projector bool) // told by OpenReadOnly whether the file is in projector mode
	OnHidden  func(state string)   // told by OpenReadOnly and CarryOf when the names of the file are hidden

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
	crashed bool   // the last program did not close it
	warning string // what opening noticed
	older   string // that this computer saw a newer state of it
	id      string // given at birth: tells this file from another of its name
	vault   *vault // nil for a file without protection
	base    *sum   // of a protected one as it was read, nil before that

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
	head    header       // the newest one, as we wrote it
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
	newest, err := f.begin()
	if err != nil {
		f.shut()
		return nil, err
	}
	f.writeLockInfo()
	Remember(path)
	f.older = f.lookedAt(path, newest.seq)
	if f.rescues = f.rescuedEarlier(); len(f.rescues) > 0 && o.OnRescue != nil {
		for _, r := range f.rescues {
			o.OnRescue(r)
		}
	}
	f.warning = f.told()
	f.w = newWriter(f, newest)
	return f, nil
}

// told is what opening noticed, the gravest first: edits that are elsewhere.
func (f *File) told() string {
	var all []string
	for _, r := range f.rescues {
		all = append(all, r.String())
	}
	if f.older != "" {
		all = append(all, f.older)
	}
	if both := append(all, cmp.Or(f.undone, f.warning)); len(all) > 0 {
		return strings.TrimSuffix(strings.Join(both, ". "), ". ")
	}
	return cmp.Or(f.undone, f.warning, warnedOnce(f.path, syncedFolder(f.path)))
}

// begin makes an open database ours: its format is brought up to date, it is
// marked as open, and the number of the last step is read.
func (f *File) begin() (newest mark, err error) {
	if err := f.unlock(f.path, f.options.Keys); err != nil {
		return mark{}, err
	}
	if err := f.checkVersion(); err != nil {
		return mark{}, err
	}
	if err := f.values(); err != nil {
		return mark{}, &DamagedError{f.path, err.Error(), takeBackup}
	}
	if err := f.mark(true); err != nil {
		return mark{}, &AccessError{f.path, err}
	}
	err = f.view(func(tx *bolt.Tx) (err error) {
		f.id = string(tx.Bucket([]byte(bucketMeta)).Get([]byte("file")))
		f.meta = metaOf(tx)
		last, err := lastStep(tx)
		if err != nil {
			return err
		}
		newest, _ = markAt(tx, f.vault, last) // whoever reads the step says what is wrong with it
		newest.seq = last
		return nil
	})
	if err != nil {
		err = &DamagedError{f.path, err.Error(), takeBackup}
	}
	return newest, err
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
func (f *File) Save(p *model.Patch) { f.w.save(p) }

// State is how the file stands.
func (f *File) State() State { return f.w.state() }

// Close writes everything queued and closes. limit bounds the waiting; 0 waits
// until all is written or writing fails. What could not be written goes to a
// rescue file and is told in an *UnsavedError; 0 also gives up on a disk that does
// nothing at all for some seconds. A second Close says what the first
// one said.
func (f *File) Close(limit time.Duration) error {
	f.closing.Do(func() { f.closed = f.close(limit) })
	return f.closed
}

// patience is how long Close waits for a disk that does nothing at all.
const patience = 10 * time.Second

func (f *File) close(limit time.Duration) (err error) {
	unsaved, ended := f.w.drain(limit)
	if !ended { // the disk holds the writer, and whoever waits for the one waits for the other
		err = &UnsavedError{Count: len(unsaved), Cause: errSilent, Rescue: f.rescueBeside(unsaved)}
		_ = os.Remove(f.lockInfoPath())
		return err
	}
	if len(unsaved) == 0 && !f.broken && !f.lost {
		if gone := f.vanished(); gone != nil {
			f.lost, f.broken = true, true
			f.w.red(f.rescueNow(gone))
		}
	}
	switch {
	case len(unsaved) > 0 || f.lost:
		err = f.unsaved(unsaved)
	case !f.broken:
		if markErr := f.mark(false); markErr != nil {
			err = &AccessError{f.path, markErr}
		}
	}
	f.notes.shut()
	f.leaveShelter()
	if f.vault != nil {
		see(f.path, f.id, f.State().Saved, f.options.now(), false)
	}
	_ = os.Remove(f.lockInfoPath())
	f.shut()
	return err
}

var errSilent = errors.New("the disk did not answer in time")
