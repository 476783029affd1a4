package store

import (
	"errors"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// commit writes a batch in one transaction: the records and the journal
// together, with one pair of flushes. An error is a sentence for people.
func (f *File) commit(batch []queued) error {
	if err := f.tryCommit(batch); err != nil {
		return f.rescueNow(err)
	}
	f.dropRescue()
	return nil
}

func (f *File) tryCommit(batch []queued) error {
	if err := f.home(); err != nil {
		return err
	}
	if len(batch) == 0 {
		return nil
	}
	f.backupBefore(batch)
	err := f.writeBatch(batch)
	if f.broken { // the map was lost: everything written again in a new one is right in any case
		if homeErr := f.home(); homeErr != nil {
			return errors.Join(err, homeErr)
		}
		err = f.writeBatch(batch)
	}
	return err
}

func (f *File) writeBatch(batch []queued) error {
	if len(batch) == 1 && batch[0].big {
		return f.writeLarge(batch[0])
	}
	meta := f.meta
	err := f.update(func(tx *bolt.Tx) error {
		for _, q := range batch {
			if q.job != nil {
				q.job.err = q.job.do(tx)
				meta = metaOf(tx)
				continue
			}
			if err := writeStep(tx, f.vault, q); err != nil {
				return err
			}
		}
		if err := trim(tx, f.vault, keepSteps); err != nil {
			return err
		}
		if f.disk != nil {
			return f.disk(tx)
		}
		return nil
	})
	if err == nil {
		f.meta = meta
	}
	return err
}

// reason strips the path from an error of the system: it is named already.
func reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// goneError says that the open file is no longer the one under its name: writing
// into it would succeed and be lost.
type goneError struct{ path, what string }

func (e *goneError) Error() string { return filepath.Base(e.path) + " " + e.what }

func (f *File) stillThere() error {
	here, err := f.handle.Stat()
	if err != nil {
		return err
	}
	there, err := os.Stat(f.path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return &goneError{f.path, "was deleted or moved away"}
	case err != nil:
		return &goneError{f.path, "cannot be reached any more (" + reason(err).Error() + ")"}
	case !os.SameFile(here, there):
		return &goneError{f.path, "was replaced by another file"}
	}
	if _, err := examine(f.handle, f.path, there.Size()); err != nil { // a file that shrank would end whoever looks into its map
		return &goneError{f.path, "was cut off or written to by another program"}
	}
	if h, _ := newestHeader(f.handle); h != f.head {
		return &goneError{f.path, "was written to by another program"}
	}
	if f.shrunk() { // by pages that nothing is in
		f.broken = true
	}
	if f.broken { // opened anew before it is written, and known by its last step then
		return nil
	}
	tail, err := f.lastRecord()
	if isFault(err) {
		f.faulted.Store(true)
		f.broken, f.failed = true, true
	}
	if err != nil || tail != f.tail {
		return &goneError{f.path, "was written to by another program"}
	}
	return nil
}

// returned is stillThere for a file that was gone: whether one with our number is on
// the path again, whole, as far as can be seen without letting go of what is open.
func (f *File) returned() error {
	var missing *MissingError
	switch _, err := preflight(f.path); {
	case errors.As(err, &missing):
		return &goneError{f.path, "was deleted or moved away"}
	case err != nil:
		return &goneError{f.path, "was replaced, cut off or written to by another program"}
	}
	if FileID(f.path) != f.id {
		return &goneError{f.path, "was replaced by another file"}
	}
	return nil
}
