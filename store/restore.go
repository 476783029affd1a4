package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Restored says what restoring did.
type Restored struct {
	Copy
	Aside   string   // where the file that was there is now, "" when there was none
	Told    string   // what became of how the copy, or the file, was protected; "" for nothing new
	Merged  bool     // the file had moved on: its edits were merged into it instead
	Clashes []string // what of them did not come in, because it was changed in the file too
	Kept    string   // where the rescue file is now that its edits are in the file, "" for where it was
}

// Restore puts a copy in the place of a file: it is copied beside it and read
// through, the file that is there is renamed, never deleted, and the copy takes its
// name. It refuses while somebody has the file open. Edits that were not saved are
// done again instead.
func Restore(path, from string, o Options) (r Restored, err error) {
	if sameFile(path, from) {
		return r, &AccessError{from, errors.New("it is the file itself")}
	}
	if readOnly(path) {
		return r, &ReadOnlyError{path}
	}
	if r.Copy = LookAt(from, o.Keys); r.Err != nil {
		return r, r.Err
	}
	if isNotes(from) || MovedOn(path, from, o) {
		return r, r.bringIn(path, from, o)
	}
	return r, r.putInPlace(behind(path), path, from, o)
}

// putInPlace makes the copy the file, which people call by another name when that is
// a link.
func (r *Restored) putInPlace(path, called, from string, o Options) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return &AccessError{called, err}
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
	var several *namesError
	if err := onlyName(path); errors.As(err, &several) {
		r.Told = strings.TrimPrefix(r.Told+"; what was there has another name, a hard link, which still leads to it", "; ")
	}
	if err := r.exchange(aside, path, o); err != nil {
		return &AccessError{called, err}
	}
	see(path, r.File, r.Steps, o.now(), true) // it is meant to be as old as it is
	_ = os.Remove((&File{path: path}).lockInfoPath())
	return nil
}

// exchange keeps the file that is there under another name and gives its own to the
// one aside. Where there are links, there is a file at every moment.
func (r *Restored) exchange(aside, path string, o Options) error {
	if !exists(path) {
		return publish(aside, path)
	}
	r.Aside = freeName(path + ".replaced-" + o.now().Format("20060102-150405"))
	if os.Link(path, r.Aside) == nil {
		err := takePlace(aside, path)
		if err != nil && sameFile(path, r.Aside) { // as it was, without another name
			_ = os.Remove(r.Aside)
			r.Aside = ""
		}
		return err
	}
	if err := os.Rename(path, r.Aside); err != nil {
		return err
	}
	err := publish(aside, path)
	if err != nil && !exists(path) {
		err = errors.Join(err, os.Rename(r.Aside, path)) // as it was
	}
	return err
}

func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// ready makes a durable copy that was read back, and that does not say that
// somebody has it open.
func ready(from, aside string, keys *Keys) error {
	_ = os.Remove(aside)
	if _, err := copyQuiet(from, aside); err != nil {
		return &AccessError{from, err}
	}
	f, err := openPrivate(aside)
	if err != nil {
		return named(err, aside, from)
	}
	var secret *SecretError
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
		err = syncFile(aside)
	}
	return named(err, aside, from)
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// lockAside makes sure that nobody has a file open, and keeps it so until free is
// called. It does not look into the file, which may be damaged.
func lockAside(path string) (free func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return func() {}, nil
	case err != nil:
		return nil, &AccessError{path, err}
	}
	if err := lock(f); err != nil {
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
	if !isNotes(from) {
		kept = freeName(path + ".replaced-" + o.now().Format("20060102-150405"))
	}
	if exists(kept) || os.Rename(from, kept) != nil {
		return nil // it lies where somebody put it, who may not write there
	}
	r.Kept = kept
	return nil
}

func (r *Restored) edits(f *File, from string) (err error) {
	if !isNotes(from) {
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
