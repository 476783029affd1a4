package store

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// lockWait is how long opening waits for another process to let go.
const lockWait = 300 * time.Millisecond

// pageSize is the same on every machine: with the 16 KiB of some a save writes
// four times as much.
const pageSize = 4096

// growBy is how many bytes a file that is full grows: bbolt's 16 MiB are more than
// most files ever hold.
const growBy = 1 << 20

// open maps the file. A damaged file can panic or fault while bbolt looks at it;
// then the lock that the half-made handle holds is let go too.
func (f *File) open() (err error) {
	f.handle = nil
	f.faulted.Store(false)
	err = guarded(func() (err error) {
		f.db, err = bolt.Open(f.path, 0o600, &bolt.Options{Timeout: lockWait, PageSize: pageSize, FreelistType: bolt.FreelistMapType, InitialMmapSize: mapAhead,
			OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
				h, err := os.OpenFile(name, flag&^os.O_CREATE, mode) // a file that is gone is never made anew
				f.handle = h
				return h, err
			}})
		return err
	})
	var crash *panicError
	switch {
	case err == nil:
		f.db.AllocSize = growBy
		f.measure()
		return nil
	case errors.As(err, &crash):
		f.abandon()
		return &DamagedError{f.path, "the file is damaged: " + err.Error(), takeBackup}
	case errors.Is(err, berrors.ErrTimeout):
		return f.locked()
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrVersionMismatch):
		return &DamagedError{f.path, "this is not an Accord file: " + err.Error(), "Name another file with --file"}
	}
	return &AccessError{f.path, err}
}

// openSound opens the file for writing once all of it was read and found sound:
// nothing is written into a damaged file, not even that it is open.
func (f *File) openSound() error {
	if err := f.open(); err != nil {
		return err
	}
	preread(f.path)
	if err := structure(f.path); err != nil { // under the lock: nobody writes meanwhile
		f.shut()
		return &DamagedError{f.path, err.Error(), takeBackup}
	}
	return nil
}

// panicError is a panic or a fault that was caught.
type panicError struct{ what any }

func (e *panicError) Error() string { return fmt.Sprint(e.what) }

// guarded runs fn so that a panic in it, or a fault in the mapped file, is an
// error and not the end of the program.
func guarded(fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = &panicError{r}
		}
	}()
	return fn()
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

var errFaulted = errors.New("the file was cut off, or the disk does not give what is in it")

// see reads the file itself. A fault in the middle of beginning a view leaves locks
// of bbolt locked for ever, so nobody begins another one on that handle; the writer
// opens the file anew.
func (f *File) see(fn func(*bolt.Tx) error) error {
	if f.w == nil { // a private copy, or one that is being opened
		return guarded(func() error { return f.db.View(fn) })
	}
	if f.faulted.Load() || f.shrunk() {
		f.w.nudge()
		return errFaulted
	}
	err := guarded(func() error { return f.db.View(fn) })
	if isFault(err) {
		f.faulted.Store(true)
		f.w.nudge()
	}
	return err
}

// isFault reports whether a panic was a fault in the mapped file.
func isFault(err error) bool {
	var crash *panicError
	if !errors.As(err, &crash) {
		return false
	}
	_, fault := crash.what.(interface{ Addr() uintptr })
	return fault
}

// measure notes how long the file is, which never gets shorter by what we do, and
// its newest header, which nobody else writes.
func (f *File) measure() {
	if st, err := f.handle.Stat(); err == nil {
		f.least.Store(st.Size())
	}
	f.head, _ = newestHeader(f.handle)
	f.tail, _ = f.lastRecord()
}

// tailBytes of a record tell it from any other: its checksum, or the random bytes of
// its sealing, are among the first.
const tailBytes = 64

// lastRecord is the beginning of the newest record of the journal. Two states of one
// file can have the same header, when they took as many transactions to the same pages.
func (f *File) lastRecord() (begins string, err error) {
	err = guarded(func() error {
		return f.db.View(func(tx *bolt.Tx) error {
			if b := tx.Bucket([]byte(bucketJournal)); b != nil {
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
	st, err := f.handle.Stat()
	return err == nil && st.Size() < f.least.Load()
}

// update writes one transaction. An error means that it is not known whether the
// disk has it: writing the same again is right in both cases.
func (f *File) update(fn func(*bolt.Tx) error) error {
	err := guarded(func() error {
		return f.db.Update(func(tx *bolt.Tx) error {
			f.vault.begin(tx, f.base)
			if err := fn(tx); err != nil {
				return err
			}
			return f.vault.settle(tx, f.base)
		})
	})
	f.progress()
	var crash *panicError
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

// home makes sure that what is open is the file on the path, and opens it anew when
// it must. While that is not so, what is open is kept: it may be all there is.
func (f *File) home() error {
	if f.faulted.Load() {
		f.broken, f.failed = true, true
	}
	look := f.stillThere
	if f.lost || f.handle == nil {
		look = f.returned
	}
	if err := look(); err != nil {
		var gone *goneError
		if errors.As(err, &gone) {
			f.lost, f.broken = true, true
		}
		return err
	}
	if !f.broken {
		return nil
	}
	return f.reopen()
}

// reopen opens the file anew, and makes sure that it is still the same one and
// that nobody wrote to it meanwhile.
func (f *File) reopen() error {
	if f.lost && f.shelter == nil && !f.failed && f.handle != nil {
		if err := f.oursThere(); err != nil {
			return err
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.shut()
	f.failed = false
	_, err := preflight(f.path)
	if err == nil {
		err = f.openSound()
	}
	if err == nil {
		if err = f.sameAsBefore(); err != nil {
			f.shut() // whoever wrote it may have it
		}
	}
	if err != nil {
		f.db, f.handle = new(bolt.DB), nil // closed: every use of it is an error
		return err
	}
	f.broken, f.lost = false, false
	return nil
}

func (f *File) sameAsBefore() error {
	return f.see(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketMeta))
		if b == nil || string(b.Get([]byte("file"))) != f.id {
			return f.isGone("was replaced by another file")
		}
		last, err := lastStep(tx)
		if err != nil {
			return err
		}
		mark, err := markAt(tx, f.vault, last)
		if err != nil || !f.w.knows(mark) {
			return f.isGone("was changed by another program, or an older state of it was put in its place")
		}
		return nil
	})
}

// oursThere looks, without opening it, whether what is on the path ends as ours does:
// before what is open, which may be the only whole one, is let go for it.
func (f *File) oursThere() error {
	p := peek(f.path)
	if p.id != f.id {
		return f.isGone("was replaced by another file")
	}
	var last mark
	if p.step > 0 {
		r, err := readStepRecord(f.vault, seqKey(p.step), p.last)
		if err != nil {
			return f.isGone("was changed by another program, or an older state of it was put in its place")
		}
		last = mark{p.step, r.At, r.Label}
	}
	if !f.w.knows(last) {
		return f.isGone("was changed by another program, or an older state of it was put in its place")
	}
	return nil
}

func (f *File) isGone(what string) error {
	f.lost = true
	return &goneError{f.path, what}
}

// abandon lets go of a database that cannot be closed: Close could wait for ever
// for what a panic left locked. Its mapping holds the lock, so that is let go by
// hand.
func (f *File) abandon() {
	if f.handle != nil {
		unlock(f.handle)
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
	_ = guarded(f.db.Close)
}
