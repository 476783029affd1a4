package store

import (
	"cmp"
	"os"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/store/journal"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// Open opens a file for writing and takes its lock. Every refusal is a typed
// error with one sentence for people.
func Open(path string, o Options) (*File, error) {
	warning, err := pages.Preflight(path)
	if err != nil {
		return nil, err
	}
	if pages.ReadOnly(path) {
		return nil, &place.ReadOnlyError{Path: path}
	}
	place.Private(path)
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
	place.Remember(path)
	f.older = f.lookedAt(path, newest.Seq)
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
	return cmp.Or(f.undone, f.warning, place.WarnedOnce(f.path, place.SyncedFolder(f.path)))
}

// begin makes an open database ours: its format is brought up to date, it is
// marked as open, and the number of the last step is read.
func (f *File) begin() (newest journal.Mark, err error) {
	if err := f.unlock(f.path, f.options.Keys); err != nil {
		return journal.Mark{}, err
	}
	if err := f.checkVersion(); err != nil {
		return journal.Mark{}, err
	}
	if err := f.values(); err != nil {
		return journal.Mark{}, place.Damaged(f.path, err.Error(), place.TakeBackup())
	}
	if err := f.mark(true); err != nil {
		return journal.Mark{}, place.Refused(f.path, err)
	}
	err = f.view(func(tx *bolt.Tx) (err error) {
		f.id = string(tx.Bucket([]byte(seal.BucketMeta)).Get([]byte("file")))
		f.meta = metaOf(tx)
		last, err := seal.LastStep(tx)
		if err != nil {
			return err
		}
		newest, _ = journal.MarkAt(tx, f.vault, last) // whoever reads the step says what is wrong with it
		newest.Seq = last
		return nil
	})
	if err != nil {
		err = place.Damaged(f.path, err.Error(), place.TakeBackup())
	}
	return newest, err
}

// Close writes everything queued and closes. limit bounds the waiting; 0 waits
// until all is written or writing fails. What could not be written goes to a
// rescue file and is told in an *UnsavedError; 0 also gives up on a disk that does
// nothing at all for some seconds. A second Close says what the first
// one said.
func (f *File) Close(limit time.Duration) error {
	f.closing.Do(func() { f.closed = f.close(limit) })
	return f.closed
}

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
			err = place.Refused(f.path, markErr)
		}
	}
	f.notes.shut()
	f.leaveShelter()
	if f.vault != nil {
		place.Saw(f.path, f.id, f.State().Saved, f.options.now(), false)
	}
	_ = os.Remove(f.lockInfoPath())
	f.shut()
	return err
}
