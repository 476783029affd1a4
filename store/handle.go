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
// pages of an open view are not used again.
func (f *File) view(fn func(*bolt.Tx) error) error {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return guarded(func() error { return f.db.View(fn) })
}

// update writes one transaction. An error means that it is not known whether the
// disk has it: writing the same again is right in both cases.
func (f *File) update(fn func(*bolt.Tx) error) error {
	err := guarded(func() error { return f.db.Update(fn) })
	var crash *panicError
	if errors.As(err, &crash) {
		f.broken, f.failed = true, true
	} else if errors.Is(err, berrors.ErrInvalidMapping) || errors.Is(err, berrors.ErrDatabaseNotOpen) {
		f.broken = true // this handle stays useless even when the cause is gone
	}
	return err
}

// reopen opens the file anew, and makes sure that it is still the same one and
// that nobody wrote to it meanwhile.
func (f *File) reopen() error {
	f.mu.Lock()
	if f.failed {
		f.abandon()
		f.failed = false
	} else {
		f.shut()
	}
	_, err := preflight(f.path)
	if err == nil {
		err = f.openSound()
	}
	if err != nil {
		f.db = new(bolt.DB) // closed: every use of it is an error
	}
	f.mu.Unlock()
	var missing *MissingError
	if errors.As(err, &missing) {
		err = &goneError{f.path, "was deleted or moved away"}
	}
	if err != nil {
		return err
	}
	f.broken = false
	if err := f.sameAsBefore(); err != nil {
		f.broken = true
		return err
	}
	return nil
}

func (f *File) sameAsBefore() error {
	return f.view(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketMeta))
		if b == nil || string(b.Get([]byte("file"))) != f.id {
			return &goneError{f.path, "was replaced by another file"}
		}
		last, err := lastStep(tx)
		if now := f.w.state(); err == nil && (last < now.Saved || last > now.Queued) {
			return &goneError{f.path, "was changed by another program"}
		}
		return err
	})
}

// abandon lets go of a database that can not be closed: Close could wait for ever
// for what a panic left locked. Its mapping holds the lock, so that is let go by
// hand.
func (f *File) abandon() {
	if f.handle != nil {
		unlock(f.handle)
		_ = f.handle.Close()
	}
}

// shut closes the database without draining anything.
func (f *File) shut() {
	if f.failed {
		f.abandon()
		return
	}
	_ = guarded(f.db.Close)
}
