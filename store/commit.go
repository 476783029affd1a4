package store

import (
	"errors"

	bolt "go.etcd.io/bbolt"

	"accord/store/journal"
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
			if err := journal.WriteStep(tx, f.vault, q.patch, q.at); err != nil {
				return err
			}
		}
		if err := journal.Trim(tx, f.vault, journal.KeepSteps); err != nil {
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
