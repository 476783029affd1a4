package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	berrors "go.etcd.io/bbolt/errors"

	"accord/model/words"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// lockWait is how long opening waits for another process to let go.
const lockWait = 300 * time.Millisecond

// growBy is how many bytes a file that is full grows: bbolt's 16 MiB are more than
// most files ever hold.
const growBy = 1 << 20

// unsynced leaves out waiting for the disk. Only tests set it, for files that nobody
// needs after a power cut; what is proven of that is proven by processes of their own,
// which do not set it.
var unsynced bool

// database is how each of our files is opened to be written.
func database() *bolt.Options {
	return &bolt.Options{
		Timeout:      lockWait,
		PageSize:     pages.PageSize,
		FreelistType: bolt.FreelistMapType,
		NoSync:       unsynced,
		NoGrowSync:   unsynced,
	}
}

// open maps the file. A damaged file can panic or fault while bbolt looks at it;
// then the lock that the half-made handle holds is let go too.
func (f *File) open() (err error) {
	f.handle = nil
	f.faulted.Store(false)
	o := database()
	o.InitialMmapSize = place.MapAhead
	o.OpenFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
		h, err := os.OpenFile(name, flag&^os.O_CREATE, mode) // a file that is gone is never made anew
		f.handle = h
		return h, err
	}
	err = place.Guarded(func() (err error) {
		f.db, err = bolt.Open(f.path, 0o600, o)
		return err
	})
	var crash *place.PanicError
	switch {
	case err == nil:
		f.db.AllocSize = growBy
		f.measure()
		return nil
	case errors.As(err, &crash):
		f.abandon()
		return place.Damaged(f.path, words.T("store.file-damaged", err), place.TakeBackup())
	case errors.Is(err, berrors.ErrTimeout):
		return f.locked()
	case errors.Is(err, berrors.ErrInvalid),
		errors.Is(err, berrors.ErrChecksum),
		errors.Is(err, berrors.ErrVersionMismatch):
		return place.Damaged(f.path, words.T("store.this-not-accord-file", err), words.T("store.name-another-file-file"))
	}
	return place.Refused(f.path, err)
}

// openSound opens the file for writing once all of it was read and found sound:
// nothing is written into a damaged file, not even that it is open.
func (f *File) openSound() error {
	if err := f.open(); err != nil {
		return err
	}
	preread(f.path)
	if err := pages.Structure(f.path); err != nil { // under the lock: nobody writes meanwhile
		f.shut()
		return place.Damaged(f.path, err.Error(), place.TakeBackup())
	}
	return nil
}

// view reads. What fn is given is good only inside it; it must be short, because
// pages of an open view are not used again. While the file is not ours, its shelter
// answers.
func (f *File) view(fn func(*bolt.Tx) error) error {
	f.mu.RLock()
	defer f.mu.RUnlock()
	if f.shelter != nil {
		return f.shelter.see(fn)
	}
	return f.see(fn)
}

var errFaulted = words.Fail("store.file-cut-off-or-disk")

// see reads the file itself. A fault in the middle of beginning a view leaves locks
// of bbolt locked for ever, so nobody begins another one on that handle; the writer
// opens the file anew.
func (f *File) see(fn func(*bolt.Tx) error) error {
	if f.w == nil { // a private copy, or one that is being opened
		return place.Guarded(func() error { return f.db.View(fn) })
	}
	if f.faulted.Load() || f.shrunk() {
		f.w.nudge()
		return errFaulted
	}
	err := place.Guarded(func() error { return f.db.View(fn) })
	if isFault(err) {
		f.faulted.Store(true)
		f.w.nudge()
	}
	return err
}

// isFault reports whether a panic was a fault in the mapped file.
func isFault(err error) bool {
	var crash *place.PanicError
	if !errors.As(err, &crash) {
		return false
	}
	_, fault := crash.What.(interface{ Addr() uintptr })
	return fault
}

// measure notes how long the file is, which never gets shorter by what we do, and
// its newest header, which nobody else writes.
func (f *File) measure() {
	if st, err := f.handle.Stat(); err == nil {
		f.least.Store(st.Size())
	}
	f.head, _ = pages.NewestHeader(f.handle)
	f.tail, _ = f.lastRecord()
}

// tailBytes of a record tell it from any other: its checksum, or the random bytes of
// its sealing, are among the first.
const tailBytes = 64

// lastRecord is the beginning of the newest record of the journal. Two states of one
// file can have the same header, when they took as many transactions to the same pages.
func (f *File) lastRecord() (begins string, err error) {
	err = place.Guarded(func() error {
		return f.db.View(func(tx *bolt.Tx) error {
			if b := tx.Bucket([]byte(seal.BucketJournal)); b != nil {
				key, value := b.Cursor().Last()
				begins = string(key) + string(value[:min(len(value), tailBytes)])
			}
			return nil
		})
	})
	return begins, err
}

// shrunk reports whether looking into the map would fault.
func (f *File) shrunk() bool {
	least := f.least.Load() // before the file is asked: it may grow in between, and the bound with it
	st, err := f.handle.Stat()
	return err == nil && st.Size() < least
}

// update writes one transaction. An error means that it is not known whether the
// disk has it: writing the same again is right in both cases.
func (f *File) update(fn func(*bolt.Tx) error) error {
	err := place.Guarded(func() error {
		return f.db.Update(func(tx *bolt.Tx) error {
			f.vault.Begin(tx, f.base)
			if err := fn(tx); err != nil {
				return err
			}
			return f.vault.Settle(tx, f.base)
		})
	})
	f.progress()
	var crash *place.PanicError
	switch {
	case errors.As(err, &crash):
		f.broken, f.failed = true, true
		return err
	case errors.Is(err, berrors.ErrInvalidMapping) || errors.Is(err, berrors.ErrDatabaseNotOpen):
		f.broken = true // this handle stays useless even when the cause is gone
		return err
	}
	f.measure() // whatever came of it
	return err
}

// abandon lets go of a database that cannot be closed: Close could wait for ever
// for what a panic left locked. Its mapping holds the lock, so that is let go by
// hand.
func (f *File) abandon() {
	if f.handle != nil {
		place.Unlock(f.handle)
		_ = f.handle.Close()
		f.handle = nil
	}
}

// progress notes that the disk did something.
func (f *File) progress() {
	if f.w != nil {
		f.w.beats.Add(1)
	}
}

// shut closes the database without draining anything.
func (f *File) shut() {
	if f.failed || f.faulted.Load() {
		f.abandon()
		return
	}
	_ = place.Guarded(f.db.Close)
}

// mark notes in the file that it is open, or that it was closed properly.
func (f *File) mark(open bool) error {
	return f.update(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketMeta))
		if !open {
			return b.Delete([]byte("open"))
		}
		for _, name := range seal.AllBuckets { // the first files had no snapshots
			if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
				return err
			}
		}
		f.crashed = b.Get([]byte("open")) != nil
		return b.Put([]byte("open"), fmt.Appendf(nil, "%d %s", os.Getpid(), f.options.now().UTC().Format(time.RFC3339)))
	})
}

// preread reads the file through once in order: bbolt maps it for random access,
// which makes a first scan page by page several times slower.
func preread(path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	defer f.Close()
	_, _ = io.CopyBuffer(struct{ io.Writer }{io.Discard}, struct{ io.Reader }{f}, make([]byte, 1<<20))
}

// metaOf is what a file says of itself.
func metaOf(tx *bolt.Tx) map[string][]byte {
	out := map[string][]byte{}
	_ = tx.Bucket([]byte(seal.BucketMeta)).ForEach(func(k, v []byte) error { // it never fails
		out[string(k)] = slices.Clone(v)
		return nil
	})
	return out
}
