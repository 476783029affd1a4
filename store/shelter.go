package store

import (
	"errors"
	"os"

	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/journal"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// A shelter is a whole file that takes the edits while what is on the path is not
// ours: deleted, moved away, replaced, cut off. It is made of what is still open,
// else of the newest copy and of what is in memory, and every edit is written into
// it as it would be into the file. It opens like any other file.

// away reports whether there is something to do though nothing is queued: what is
// on the path is not ours, or cannot be read.
func (f *File) away() bool {
	return f.lost || f.faulted.Load() || f.handle != nil && f.shrunk()
}

// sheltered reports whether a whole file takes the edits.
func (f *File) sheltered() bool { return f.shelter != nil }

// takeShelter brings the shelter up to date, and makes it first when there is none.
func (f *File) takeShelter() error {
	if f.shelter != nil {
		if err := f.fillShelter(); err == nil {
			return nil
		}
		f.leaveShelter() // it went away as well, or its disk is full
	}
	var errs []error
	for _, dir := range rescueDirs(f.path) {
		err := f.makeShelter(dir)
		if err == nil {
			return nil
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

func (f *File) makeShelter(dir string) error {
	path := rescueName(f, dir, ".db")
	if err := f.wholeTo(path); err != nil {
		return err
	}
	s := &File{path: path, options: Options{Now: f.options.Now}, bounds: f.bounds, vault: f.vault, base: f.base, id: f.id}
	err := s.open()
	if err == nil {
		if _, err = s.takeBack(); err != nil { // it may be in the middle of a large step
			s.shut()
		}
	}
	if err != nil {
		_ = os.Remove(path)
		return err
	}
	f.mu.Lock()
	f.shelter, f.took = s, 0
	f.mu.Unlock()
	if err = f.fillShelter(); err != nil {
		f.dropShelter()
	}
	return err
}

// fillShelter writes what is queued and not in the shelter yet.
func (f *File) fillShelter() error {
	s := f.shelter
	if err := s.stillThere(); err != nil {
		return err
	}
	var some []queued
	for _, q := range f.w.waiting() {
		if q.n > f.took {
			some = append(some, q)
		}
	}
	for len(some) > 0 {
		n := batchOf(some)
		if err := s.writeBatch(some[:n]); err != nil {
			return err
		}
		f.progress()
		for _, q := range some[:n] {
			if q.job != nil {
				q.job.answer(q.job.err)
			}
		}
		f.took, some = some[n-1].n, some[n:]
	}
	return nil
}

// leaveShelter lets go of the shelter, which stays where it is.
func (f *File) leaveShelter() {
	s := f.shelter
	if s == nil {
		return
	}
	f.mu.Lock()
	f.shelter = nil
	f.mu.Unlock()
	if !s.broken {
		_ = s.mark(false)
	}
	s.shut()
}

// dropShelter removes the shelter, unless its name is another file's by now.
func (f *File) dropShelter() {
	path, ours := f.shelter.path, stillNamed(f.shelter.path, f.shelter.handle)
	f.leaveShelter()
	if ours {
		_ = os.Remove(path)
	}
}

// wholeTo writes everything that was saved into a new file: of what is open, when
// that is whole, else put together.
func (f *File) wholeTo(path string) error {
	saved, newest := f.w.state().Saved, f.w.newest()
	err := f.handleWhole()
	if err == nil {
		if err = f.copyTo(path); err == nil {
			if err = f.holds(path, saved, newest); err == nil {
				return nil
			}
			_ = os.Remove(path)
		}
	}
	if other := f.togetherTo(path, saved); other != nil {
		return errors.Join(err, other)
	}
	return nil
}

// handleWhole reports why what is open cannot be copied: before anybody looks into
// its map, which may fault.
func (f *File) handleWhole() error {
	if f.faulted.Load() || f.failed || f.handle == nil {
		return errFaulted
	}
	st, err := f.handle.Stat()
	if err != nil {
		return err
	}
	if f.shrunk() {
		return errFaulted
	}
	_, err = pages.Examine(f.handle, f.path, st.Size())
	return err
}

// holds checks that a copy of what is open is of our file and has all that was saved,
// not the steps of another branch with these numbers.
func (f *File) holds(path string, saved uint64, newest journal.Mark) error {
	c := &File{path: path, bounds: usualBounds, vault: f.vault}
	if err := c.open(); err != nil {
		return err
	}
	defer c.shut()
	err := c.view(func(tx *bolt.Tx) error {
		last, err := seal.LastStep(tx)
		b := tx.Bucket([]byte(seal.BucketMeta))
		if err == nil && (b == nil || string(b.Get([]byte("file"))) != f.id || last < saved) {
			err = words.Fail("store.what-open-no-longer-file")
		}
		return err
	})
	if err == nil && saved > 0 {
		err = c.endsWith(newest)
	}
	return err
}

// batchOf is how many of some steps one transaction takes: a large one is alone.
func batchOf(steps []queued) int {
	n := min(len(steps), batchLimit)
	for i, q := range steps[:n] {
		if q.big {
			return max(1, i)
		}
	}
	return n
}

// vanished reports whether the file is gone in earnest, so that closing it would
// lose what was saved: it was deleted or written over. One that was only renamed is
// where somebody put it.
func (f *File) vanished() *goneError {
	var gone *goneError
	err := f.stillThere()
	switch {
	case f.faulted.Load() && err == nil:
		return &goneError{f.path, words.T("store.cannot-read")}
	case !errors.As(err, &gone):
		return nil
	}
	if st, err := f.handle.Stat(); err == nil && f.handleWhole() == nil && place.HardLinks(st) > 0 {
		return nil
	}
	return gone
}

// behind reports whether there is a rescue file, and the newest entry of the queue
// is not in it.
func (f *File) behind(newest uint64) bool {
	switch {
	case f.shelter != nil:
		return f.took < newest
	case f.notes.file != nil:
		return f.notes.last < newest
	}
	return false
}

// rescued is the file that has what is not saved, and whether it is a whole one.
func (f *File) rescued() (path string, whole bool) {
	if f.shelter != nil {
		return f.shelter.path, true
	}
	return f.notes.path, false
}
