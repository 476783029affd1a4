package output

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"accord/model/words"
	"accord/store/exchange/cells"
)

// Write writes the file aside, makes sure it is on disk, and only then gives it its
// name: a file that exists is whole, whatever happens on the way. A file already
// there keeps its permissions; a new one is the user's alone, because it holds
// customers.
func (o File) Write(write func(io.Writer) error) error {
	if err := o.Check(); err != nil {
		return err
	}
	path, there, err := o.real()
	if err != nil {
		return err
	}
	return writeAside(path, there, write, func() error {
		// Writing takes its time, and a question longer: what is there now decides.
		if err := o.Check(); err != nil {
			return err
		}
		now, there, err := o.real()
		if err == nil && now != path {
			err = never(o.Path, words.T("output.try-again"), words.T("output.leads-somewhere-else-than-moment"))
		}
		if err == nil && there == nil {
			return errFree
		}
		return err
	})
}

// errFree says that there is nothing under a name: it is taken in a way that fails
// when somebody else was quicker.
var errFree = words.Fail("output.name-free")

// writeAside writes a file that takes the place of old, nil for nothing, when may
// agrees.
func writeAside(path string, old fs.FileInfo, write func(io.Writer) error, may func() error) (err error) {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, ".accord-*")
	if err != nil {
		return cells.Refuse(
			path,
			words.T("output.choose-another-folder"),
			words.T("output.cannot-written", cells.Reason(err)),
		)
	}
	defer func() {
		if err != nil {
			f.Close()
		}
		os.Remove(f.Name())
	}()
	buf := bufio.NewWriterSize(f, 1<<16)
	if err = write(buf); err == nil {
		err = buf.Flush()
	}
	if err == nil && old != nil {
		err = f.Chmod(old.Mode().Perm())
	}
	if err == nil {
		err = f.Sync()
	}
	var disk *fs.PathError
	switch {
	case errors.As(err, &disk):
		return cells.Refuse(
			path,
			words.T("output.make-room-or-choose-another"),
			words.T("output.cannot-written", cells.Reason(err)),
		)
	case err != nil:
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	switch err = may(); {
	case errors.Is(err, errFree):
		err = takeName(f.Name(), path)
	case err == nil:
		err = os.Rename(f.Name(), path)
	}
	if err == nil {
		syncFolder(dir)
	}
	return err
}

// takeName gives a finished file a name that nothing has. A link fails when there is
// something, which a rename would replace; where there are no links, a rename must do.
func takeName(aside, path string) error {
	err := os.Link(aside, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return os.Rename(aside, path)
}

// syncFolder makes a rename last. Not every platform can, and the file itself is
// safe either way, so failing here is no failure.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
