package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
)

// File is a file that somebody named to be written. It is the one guard of all
// commands and screens that write one: whatever a name leads to, a portfolio, what
// is being read, and what somebody else made stay as they are.
type File struct {
	Path   string
	Format string   // as in Papers: only an older paper of this format can be replaced
	Over   bool     // somebody agreed that an older paper is replaced
	Data   string   // the open file
	Inputs []string // what the same command reads
}

// RefusedError is a name that is never written to, whatever somebody agrees to.
type RefusedError struct{ *model.Problem }

// Unwrap gives the problem, in words for people.
func (e *RefusedError) Unwrap() error { return e.Problem }

// OlderError is an older paper of ours under the name: whoever asked for the new one
// has to agree that it goes.
type OlderError struct{ Path string }

func (e *OlderError) Error() string {
	return words.T("output.there-already-older-paper-accord", e.Path)
}

// never is the refusal of a name.
func never(path, hint, format string) error {
	return &RefusedError{cells.Refuse(path, hint, format)}
}

func nameAnother() string { return words.T("output.name-another-file") }

// Check says why the output is not written, before any work is done for it: an
// OlderError where somebody has to agree first.
func (o File) Check() error {
	_, there, err := o.real()
	if err == nil && there != nil && there.Size() > 0 && !o.Over {
		return &OlderError{o.Path}
	}
	return err
}

// underAFile reports a name below something that is no folder: nothing can be there,
// and writing says so.
func underAFile(err error) bool { return errors.Is(err, syscall.ENOTDIR) }

// real is where the name leads through links, and what is there, nil for nothing.
func (o File) real() (path string, there fs.FileInfo, err error) {
	if o.Path == "" {
		return "", nil, never(words.T("output.file-to-write"), words.T("output.give-name"), words.T("output.name-empty"))
	}
	there, err = os.Stat(o.Path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !underAFile(err) {
		return "", nil, never(o.Path, nameAnother(), words.T("output.cannot-looked-at", cells.Reason(err)))
	}
	if err == nil {
		if err := o.mayReplace(there); err != nil {
			return "", nil, err
		}
	}
	if path, err = linked(o.Path); err != nil {
		return "", nil, never(o.Path, nameAnother(), fmt.Sprintf("%v", err))
	}
	if there == nil {
		return path, nil, o.mayBegin(path)
	}
	if here, err := os.Lstat(path); err != nil || !os.SameFile(here, there) { // such as an open file that was deleted
		return "", nil, never(o.Path, nameAnother(), words.T("output.no-name-file-folder"))
	}
	return path, there, nil
}

// mayBegin looks at a name under which there is nothing.
func (o File) mayBegin(path string) error {
	if os.IsPathSeparator(o.Path[len(o.Path)-1]) {
		return never(o.Path, words.T("output.make-or-leave-last-sign"), words.T("output.there-no-folder-this-name"))
	}
	dir := filepath.Dir(path)
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return never(o.Path, words.T("output.make-or-name-another"), words.T("output.there-no-folder", dir))
	}
	if o.Data == "" {
		return nil
	}
	data, err := linked(o.Data) // which may not be there yet
	if err == nil && strings.EqualFold(filepath.Base(data), filepath.Base(path)) && samePlace(filepath.Dir(data), dir) {
		if _, err := os.Lstat(data); err == nil && filepath.Base(data) != filepath.Base(path) {
			return nil // letters of both sizes tell names apart here: there is the one and not the other
		}
		return never(o.Path, nameAnother(), words.T("output.this-name-file-itself-which"))
	}
	return nil
}

// mayReplace looks at what is there.
func (o File) mayReplace(there fs.FileInfo) error {
	switch {
	case there.IsDir():
		return never(o.Path, words.T("output.name-file"), words.T("output.this-folder"))
	case !there.Mode().IsRegular():
		return never(o.Path, words.T("output.name-file-what-goes-screen"), words.T("output.this-device-or-pipe-not"))
	case is(there, o.Data):
		return never(o.Path, nameAnother(), words.T("output.this-open-file-itself-which"))
	}
	for _, in := range o.Inputs {
		if is(there, in) {
			return never(o.Path, nameAnother(), words.T("output.this-what-being-read"))
		}
	}
	if there.Mode().Perm()&0o200 == 0 {
		return never(o.Path, words.T("output.give-yourself-right-write-or"), words.T("output.read-only"))
	}
	if there.Size() == 0 { // nothing that could be lost
		return nil
	}
	f, err := os.Open(o.Path)
	if err != nil {
		return never(o.Path, nameAnother(), words.T("output.there-already-cannot-read-nobody", cells.Reason(err)))
	}
	defer f.Close()
	switch {
	case isPortfolio(f):
		return never(o.Path, nameAnother(), words.T("output.this-file-accord-portfolio-copy"))
	case !isPaper(f, there.Size(), o.Format):
		return never(
			o.Path,
			words.T("output.name-another-file-or-move"),
			words.T("output.there-already-no-accord-wrote", paperName(o.Format)),
		)
	}
	return nil
}

// is reports whether a path leads to a file.
func is(there fs.FileInfo, path string) bool {
	if path == "" {
		return false
	}
	other, err := os.Stat(path)
	return err == nil && os.SameFile(there, other)
}

func samePlace(a, b string) bool {
	x, err := os.Stat(a)
	return err == nil && is(x, b)
}

// mostLinks is how many links one name may lead through.
const mostLinks = 40

// linked follows links, also to a file that is not there yet: a link stays a link.
func linked(path string) (string, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return filepath.Abs(real)
	}
	for range mostLinks {
		dir, err := filepath.EvalSymlinks(filepath.Dir(path))
		if err != nil {
			return filepath.Abs(path) // there is no such folder
		}
		path = filepath.Join(dir, filepath.Base(path))
		to, err := os.Readlink(path)
		if err != nil {
			return filepath.Abs(path)
		}
		if !filepath.IsAbs(to) {
			to = dir + string(filepath.Separator) + to
		}
		path = to
	}
	return "", words.Fail("output.leads-through-more-than-links", mostLinks)
}
