package place

import (
	"accord/model/words"
	"errors"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"
)

// TakeBackup is what to do about a file that is beyond reading.
func TakeBackup() string { return words.T("place.take-backup") }

// LockedError says that another process has the file.
type LockedError struct {
	Path string
	PID  int // 0 when the other did not say who it is
	Host string
	At   time.Time // since when
}

func (e *LockedError) Error() string {
	if e.PID == 0 {
		return words.T("place.open-in-another-window", e.Path)
	}
	return words.T("place.open-in-another-window-of", e.Path, e.PID, e.Host, words.Moment(e.At.Local()))
}

// NewerError says that a newer program wrote the file. Formats are numbers as
// people know them from versions: an older program may read 1.2 when it knows
// 1.1, but must not write it.
type NewerError struct {
	Path              string
	File, FileMinor   int
	Knows, KnowsMinor int
	BackupBefore      string // a copy from before the newer program, "" if none is known
}

func (e *NewerError) Error() string {
	if e.BackupBefore == "" {
		return words.T("place.made-by-newer-version-accord", e.Path, e.File, e.FileMinor, e.Knows, e.KnowsMinor)
	}
	return words.T(
		"place.made-by-newer-version-copy-before",
		e.Path,
		e.File,
		e.FileMinor,
		e.Knows,
		e.KnowsMinor,
		e.BackupBefore,
	)
}

// DamagedError says that a file cannot be read, or not fully.
type DamagedError struct {
	Path, What, Hint string
}

// Damaged is a DamagedError.
func Damaged(path, what, hint string) *DamagedError { return &DamagedError{path, what, hint} }

func (e *DamagedError) Error() string {
	s := e.Path + ": " + e.What
	if e.Hint != "" {
		s += ". " + e.Hint
	}
	return s
}

// Unnamed is the error without what is damaged, which names accounts.
func (e *DamagedError) Unnamed() string {
	s := words.T("place.is-damaged", e.Path)
	if e.Hint != "" {
		s += ". " + e.Hint
	}
	return s
}

// ForeignError says that a file is none of ours: there is nothing to repair in it,
// but it may be something to import.
type ForeignError struct {
	Path, What string
	Known      bool // one of ours was there before
}

func (e *ForeignError) Error() string {
	if e.Known {
		return words.T("place.not-accord-file-but-was", e.Path, e.What)
	}
	return words.T("place.not-accord-file", e.Path, e.What)
}

// MissingError says that there is no file.
type MissingError struct {
	Path   string
	Known  bool // it was there before
	Remote bool // a sync service keeps it elsewhere and left a placeholder
}

func (e *MissingError) Error() string {
	switch {
	case e.Remote:
		return words.T("place.not-this-computer-icloud-keeps", e.Path)
	case e.Known:
		return words.T("place.gone-there-before-if-moved", e.Path)
	}
	return words.T("place.does-not-exist", e.Path)
}

// AccessError says that the operating system refuses.
type AccessError struct {
	Path string
	Err  error
}

// Refused is an AccessError.
func Refused(path string, err error) *AccessError { return &AccessError{path, err} }

func (e *AccessError) Error() string {
	switch {
	case errors.Is(e.Err, syscall.EACCES), errors.Is(e.Err, syscall.EPERM):
		return words.T("place.may-not-written-no-permission", e.Path)
	case errors.Is(e.Err, syscall.EROFS):
		return words.T("place.lies-read-only-disk-choose", e.Path)
	case errors.Is(e.Err, syscall.ENOLCK), errors.Is(e.Err, errors.ErrUnsupported):
		return words.T("place.lies-folder-cannot-lock-files", e.Path)
	case DiskFull(e.Err):
		return words.T("place.cannot-written-disk-full-free", e.Path)
	}
	return words.T("place.cannot-used", e.Path, e.Err)
}

func (e *AccessError) Unwrap() error { return e.Err }

// ReadOnlyError says that the owner of a file took everybody the right to write it.
type ReadOnlyError struct{ Path string }

func (e *ReadOnlyError) Error() string {
	return words.T("place.read-only-rights-let-nobody", e.Path)
}

// DiskFull recognises a full disk, also where bbolt hides the number in text.
func DiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG) ||
		err != nil && containsAny(err.Error(), "no space", "not enough space", "disk full", "quota")
}

func containsAny(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
}

// Reason strips the path from an error of the system: it is named already.
func Reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// NotOurs says that a database is of another program, and why.
func NotOurs(path string, err error) error {
	return &DamagedError{path, words.T("place.this-not-accord-file", err), words.T("place.name-another-file-file")}
}
