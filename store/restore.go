package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"accord/model/words"
	"accord/store/copies"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// Restore puts a copy in the place of a file: it is copied beside it and read
// through, the file that is there is renamed, never deleted, and the copy takes its
// name. It refuses while somebody has the file open. Edits that were not saved are
// done again instead.
func Restore(path, from string, o Options) (r Restored, err error) {
	if place.SameFile(path, from) {
		return r, place.Refused(from, words.Fail("store.file-itself"))
	}
	if pages.ReadOnly(path) {
		return r, &place.ReadOnlyError{Path: path}
	}
	if r.Copy = copies.LookAt(from, o.Keys); r.Err != nil {
		return r, r.Err
	}
	if copies.IsNotes(from) || MovedOn(path, from, o) {
		return r, r.bringIn(path, from, o)
	}
	return r, r.putInPlace(place.Behind(path), path, from, o)
}

// putInPlace makes the copy the file, which people call by another name when that is
// a link.
func (r *Restored) putInPlace(path, called, from string, o Options) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return place.Refused(called, err)
	}
	aside := fmt.Sprintf("%s.new-%d", path, os.Getpid())
	defer os.Remove(aside)
	if err := ready(from, aside, o.Keys); err != nil {
		return ofAnotherKey(path, from, err)
	}
	free, err := lockAside(path)
	if err != nil {
		return err
	}
	defer free()
	if r.Told, err = r.protectAs(path, from, aside, o); err != nil {
		return err
	}
	var several *place.NamesError
	if err := place.OnlyName(path); errors.As(err, &several) {
		if r.Told == "" {
			r.Told = words.T("store.what-was-there-has-another-name")
		} else {
			r.Told = words.T("store.told-and-what-was-there-has-another-name", r.Told)
		}
	}
	if err := r.exchange(aside, path, o); err != nil {
		return place.Refused(called, err)
	}
	place.Saw(path, r.File, r.Steps, o.now(), true) // it is meant to be as old as it is
	_ = os.Remove((&File{path: path}).lockInfoPath())
	return nil
}

// exchange keeps the file that is there under another name and gives its own to the
// one aside. Where there are links, there is a file at every moment.
func (r *Restored) exchange(aside, path string, o Options) error {
	if !place.Exists(path) {
		return place.Publish(aside, path)
	}
	r.Aside = place.FreeName(path + ".replaced-" + o.now().Format("20060102-150405"))
	if os.Link(path, r.Aside) == nil {
		err := place.TakePlace(aside, path)
		if err != nil && place.SameFile(path, r.Aside) { // as it was, without another name
			_ = os.Remove(r.Aside)
			r.Aside = ""
		}
		return err
	}
	if err := os.Rename(path, r.Aside); err != nil {
		return err
	}
	err := place.Publish(aside, path)
	if err != nil && !place.Exists(path) {
		err = errors.Join(err, os.Rename(r.Aside, path)) // as it was
	}
	return err
}

// ready makes a durable copy that was read back, and that does not say that
// somebody has it open.
func ready(from, aside string, keys *seal.Keys) error {
	_ = os.Remove(aside)
	if _, err := copyQuiet(from, aside); err != nil {
		return place.Refused(from, err)
	}
	f, err := openPrivate(aside)
	if err != nil {
		return named(err, aside, from)
	}
	var secret *seal.SecretError
	if err = f.unlock(from, keys); errors.As(err, &secret) && !secret.Wrong && secret.Err == nil {
		err = nil // nobody was there to ask: whoever opens it is asked
	} else if err == nil {
		err = f.values()
	}
	if err == nil {
		err = f.mark(false)
	}
	v := f.vault
	f.shut()
	if err == nil {
		err = intact(aside, v)
	}
	if err == nil {
		err = place.SyncFile(aside)
	}
	return named(err, aside, from)
}

// lockAside makes sure that nobody has a file open, and keeps it so until free is
// called. It does not look into the file, which may be damaged.
func lockAside(path string) (free func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return func() {}, nil
	case err != nil:
		return nil, place.Refused(path, err)
	}
	if err := place.Lock(f); err != nil {
		_ = f.Close()
		return nil, (&File{path: path}).locked()
	}
	return func() { _ = f.Close() }, nil
}

// bringIn does the edits of a rescue file again, and then takes it out of the way:
// nobody is told of it any more.
func (r *Restored) bringIn(path, from string, o Options) error {
	o.OnRescue = nil
	f, err := Open(path, o)
	if err != nil {
		return err
	}
	if o.BackupDir != "" {
		err = f.backupNow(o.now())
	}
	if err == nil {
		err = r.edits(f, from)
	}
	if err = errors.Join(err, f.Close(0)); err != nil {
		return err
	}
	kept := from + broughtIn
	if !copies.IsNotes(from) {
		kept = place.FreeName(path + ".replaced-" + o.now().Format("20060102-150405"))
	}
	if place.Exists(kept) || os.Rename(from, kept) != nil {
		return nil // it lies where somebody put it, who may not write there
	}
	r.Kept = kept
	return nil
}

func (r *Restored) edits(f *File, from string) (err error) {
	if !copies.IsNotes(from) {
		r.Merged = true
		r.Clashes, err = f.bringInWhole(from)
		return err
	}
	head, lines, err := f.readRescue(from)
	if err != nil {
		return err
	}
	if f.follows(head, lines) {
		return f.again(lines)
	}
	r.Merged = true
	r.Clashes, err = f.mergeNotes(from, head, lines)
	return err
}
