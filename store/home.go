package store

import (
	"errors"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/journal"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

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
		return &goneError{f.path, words.T("store.deleted-or-moved-away")}
	case err != nil:
		return &goneError{f.path, words.T("store.cannot-reached-any-more", place.Reason(err))}
	case !os.SameFile(here, there):
		return &goneError{f.path, words.T("store.replaced-by-another-file")}
	}
	_, err = pages.Examine(f.handle, f.path, there.Size())
	if err != nil { // a file that shrank would end whoever looks into its map
		return &goneError{f.path, words.T("store.cut-off-or-written-by")}
	}
	if h, _ := pages.NewestHeader(f.handle); h != f.head {
		return &goneError{f.path, words.T("store.written-by-another-program")}
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
		return &goneError{f.path, words.T("store.written-by-another-program")}
	}
	return nil
}

// returned is stillThere for a file that was gone: whether one with our number is on
// the path again, whole, as far as can be seen without letting go of what is open.
func (f *File) returned() error {
	var missing *place.MissingError
	switch _, err := pages.Preflight(f.path); {
	case errors.As(err, &missing):
		return &goneError{f.path, words.T("store.deleted-or-moved-away")}
	case err != nil:
		return &goneError{f.path, words.T("store.replaced-cut-off-or-written")}
	}
	if pages.FileID(f.path) != f.id {
		return &goneError{f.path, words.T("store.replaced-by-another-file")}
	}
	return nil
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
	_, err := pages.Preflight(f.path)
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
		b := tx.Bucket([]byte(seal.BucketMeta))
		if b == nil || string(b.Get([]byte("file"))) != f.id {
			return f.isGone(words.T("store.replaced-by-another-file"))
		}
		last, err := seal.LastStep(tx)
		if err != nil {
			return err
		}
		mark, err := journal.MarkAt(tx, f.vault, last)
		if err != nil || !f.w.knows(mark) {
			return f.isGone(words.T("store.changed-by-another-program-or"))
		}
		return nil
	})
}

// oursThere looks, without opening it, whether what is on the path ends as ours does:
// before what is open, which may be the only whole one, is let go for it.
func (f *File) oursThere() error {
	p := pages.Peek(f.path)
	if p.ID != f.id {
		return f.isGone(words.T("store.replaced-by-another-file"))
	}
	var last journal.Mark
	if p.Step > 0 {
		r, err := journal.ReadEntry(f.vault, seal.SeqKey(p.Step), p.Last)
		if err != nil {
			return f.isGone(words.T("store.changed-by-another-program-or"))
		}
		last = journal.Mark{Seq: p.Step, At: r.At, Label: r.Label}
	}
	if !f.w.knows(last) {
		return f.isGone(words.T("store.changed-by-another-program-or"))
	}
	return nil
}

func (f *File) isGone(what string) error {
	f.lost = true
	return &goneError{f.path, what}
}
