package store

import (
	"errors"
	"fmt"
	"os"

	bolt "go.etcd.io/bbolt"
)

// commit writes a batch in one transaction: the records and the journal
// together, with one pair of flushes. An error is a sentence for people.
func (f *File) commit(batch []queued) error {
	err := f.tryCommit(batch)
	var gone *goneError
	switch {
	case err == nil:
		f.dropRescue()
		return nil
	case errors.As(err, &gone):
		return f.rescueWhileGone(gone)
	case diskFull(err):
		return fmt.Errorf("the disk is full; your edits are kept in memory, free some space and they are saved (%w)", err)
	}
	return fmt.Errorf("the disk refused your last edits; they are kept in memory and tried again (%w)", err)
}

func (f *File) tryCommit(batch []queued) error {
	if f.broken {
		if err := f.reopen(); err != nil {
			return err
		}
	}
	if err := f.stillThere(); err != nil {
		return err
	}
	f.backupBefore(batch)
	err := f.writeBatch(batch)
	if f.broken { // the map was lost: everything written again in a new one is right in any case
		if reopenErr := f.reopen(); reopenErr != nil {
			return errors.Join(err, reopenErr)
		}
		err = f.writeBatch(batch)
	}
	return err
}

func (f *File) writeBatch(batch []queued) error {
	if len(batch) == 1 && batch[0].big {
		return f.writeLarge(batch[0])
	}
	return f.update(func(tx *bolt.Tx) error {
		for _, q := range batch {
			if q.job != nil {
				q.job.err = q.job.do(tx)
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
}

// goneError says that the open file is no longer the one under its name: writing
// into it would succeed and be lost.
type goneError struct{ path, what string }

func (e *goneError) Error() string { return e.path + " " + e.what + " while it was open" }

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
		return err
	case !os.SameFile(here, there):
		return &goneError{f.path, "was replaced by another file"}
	}
	if _, err := examine(f.handle, f.path, there.Size()); err != nil { // a file that shrank would end whoever looks into its map
		return &goneError{f.path, "was cut off or written to by another program"}
	}
	return nil
}
