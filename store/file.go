package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"accord/model"
)

// The buckets of a file.
const (
	bucketMeta     = "meta"    // plain text about the file itself
	bucketEntities = "ent"     // account/kind/id → record
	bucketSettings = "conf"    // programme, pack, team
	bucketJournal  = "journal" // step number → step
	bucketByAcc    = "jx"      // account/step number → nothing: one account's history
)

var allBuckets = []string{bucketMeta, bucketEntities, bucketSettings, bucketJournal, bucketByAcc}

// schema is the number of the format this program writes; minor counts additions
// that an older program could not keep.
const (
	schema = 1
	minor  = 0
)

// lockWait is how long opening waits for another process to let go.
const lockWait = 300 * time.Millisecond

// Options are what a file needs to know of the world.
type Options struct {
	Now       func() time.Time
	Program   string      // name and version, written into the file
	OnState   func(State) // called from the writer's goroutine after every change
	BackupDir string      // where automatic copies go; "" makes none
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
	db      *bolt.DB
	handle  *os.File
	warning string
	crashed bool // the last program did not close it
	w       *writer
}

// Create makes a new file with p in it: aside, made durable, then renamed, so
// that a power cut never leaves half a file under its name.
func Create(path string, p *model.Portfolio, o Options) (*File, error) {
	if _, err := os.Stat(path); err == nil {
		return nil, &AccessError{path, errors.New("there is a file of that name already")}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, &AccessError{path, err}
	}
	aside := fmt.Sprintf("%s.new-%d", path, os.Getpid())
	defer os.Remove(aside)
	if err := fill(aside, p, o); err != nil {
		return nil, &AccessError{path, err}
	}
	if err := os.Rename(aside, path); err != nil {
		return nil, &AccessError{path, err}
	}
	if err := syncDir(filepath.Dir(path)); err != nil {
		return nil, &AccessError{path, err}
	}
	return Open(path, o)
}

func fill(path string, p *model.Portfolio, o Options) error {
	_ = os.Remove(path)
	puts, err := whole(p)
	if err != nil {
		return err
	}
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: lockWait, PageSize: 4096, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error {
		for _, name := range allBuckets {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		meta := map[string]string{"app": "accord", "schema": strconv.Itoa(schema), "minor": strconv.Itoa(minor),
			"created": o.now().UTC().Format(time.RFC3339), "program": o.Program, "file": NewID()}
		for k, v := range meta {
			if err := tx.Bucket([]byte(bucketMeta)).Put([]byte(k), []byte(v)); err != nil {
				return err
			}
		}
		return write(tx, puts, 0)
	})
	return errors.Join(err, db.Close())
}

// write puts records into the file, each in an envelope of the step.
func write(tx *bolt.Tx, puts []put, seq uint64) error {
	for _, p := range puts {
		b := tx.Bucket([]byte(p.bucket))
		if b == nil {
			return fmt.Errorf("the file has no bucket %q", p.bucket)
		}
		key := []byte(p.key)
		if p.after == nil {
			if err := b.Delete(key); err != nil {
				return err
			}
			continue
		}
		if err := b.Put(key, seal(key, seq, p.after)); err != nil {
			return err
		}
	}
	return nil
}

// Open opens a file for writing and takes its lock. Every refusal is a typed
// error with one sentence for people.
func Open(path string, o Options) (*File, error) {
	warning, err := preflight(path)
	if err != nil {
		return nil, err
	}
	private(path)
	f := &File{path: path, options: o, warning: warning}
	if err := f.open(); err != nil {
		return nil, err
	}
	if err := f.checkVersion(); err != nil {
		f.shut()
		return nil, err
	}
	if err := f.mark(true); err != nil {
		f.shut()
		return nil, &AccessError{path, err}
	}
	f.writeLockInfo()
	Remember(path)
	f.w = newWriter(f)
	return f, nil
}

// open maps the file. A damaged file can panic or fault while bbolt looks at it;
// then the lock that the half-made handle holds is let go too.
func (f *File) open() (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			if f.handle != nil {
				unlock(f.handle)
				_ = f.handle.Close()
			}
			err = &DamagedError{f.path, fmt.Sprint("the file is damaged: ", r), "Take the newest file in the folder backups beside it"}
		}
	}()
	f.db, err = bolt.Open(f.path, 0o600, &bolt.Options{Timeout: lockWait, PageSize: 4096, FreelistType: bolt.FreelistMapType, InitialMmapSize: mapAhead,
		OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			h, err := os.OpenFile(name, flag, mode)
			f.handle = h
			return h, err
		}})
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return f.locked()
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrVersionMismatch):
		return &DamagedError{f.path, "this is not an Accord file: " + err.Error(), "Name another file with --file"}
	case err != nil:
		return &AccessError{f.path, err}
	}
	f.db.AllocSize = 1 << 20 // grow by a megabyte: bbolt's 16 are more than most files
	return nil
}

// shut closes the database without draining anything.
func (f *File) shut() { _ = f.db.Close() }

// mark notes in the file that it is open, or that it was closed properly.
func (f *File) mark(open bool) error {
	return f.db.Update(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketMeta))
		if !open {
			return b.Delete([]byte("open"))
		}
		f.crashed = b.Get([]byte("open")) != nil
		return b.Put([]byte("open"), fmt.Appendf(nil, "%d %s", os.Getpid(), f.options.now().UTC().Format(time.RFC3339)))
	})
}

// lockInfo says in the file beside the database who has it; advisory only.
type lockInfo struct {
	PID  int       `json:"pid"`
	Host string    `json:"host"`
	At   time.Time `json:"at"`
}

func (f *File) lockInfoPath() string { return f.path + ".lock-info" }

func (f *File) writeLockInfo() {
	host, _ := os.Hostname()
	b, err := json.Marshal(lockInfo{os.Getpid(), host, f.options.now()})
	if err == nil {
		_ = os.WriteFile(f.lockInfoPath(), b, 0o600)
	}
}

func (f *File) locked() error {
	e := &LockedError{Path: f.path}
	var info lockInfo
	if b, err := os.ReadFile(f.lockInfoPath()); err == nil && json.Unmarshal(b, &info) == nil {
		e.PID, e.Host, e.At = info.PID, info.Host, info.At
	}
	return e
}

// Path is where the file lies.
func (f *File) Path() string { return f.path }

// Warning is what opening noticed, "" for nothing.
func (f *File) Warning() string { return f.warning }

// Crashed reports whether the program before did not close the file.
func (f *File) Crashed() bool { return f.crashed }

// Save queues a step for the disk. It never waits and keeps the order.
func (f *File) Save(p *model.Patch) { f.w.save(p) }

// State is how the file stands.
func (f *File) State() State { return f.w.state() }

// Close writes everything queued and closes. limit bounds the waiting; 0 waits
// until all is written or writing fails. What could not be written goes to a
// rescue file and is told in an *UnsavedError.
func (f *File) Close(limit time.Duration) error {
	unsaved := f.w.drain(limit)
	var err error
	if len(unsaved) > 0 {
		cause := f.State().Err
		if cause == nil {
			cause = errors.New("the disk did not answer in time")
		}
		err = &UnsavedError{Count: len(unsaved), Cause: cause, Rescue: f.rescue(unsaved)}
	} else if markErr := f.mark(false); markErr != nil {
		err = &AccessError{f.path, markErr}
	}
	_ = os.Remove(f.lockInfoPath())
	f.shut()
	return err
}
