package place

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"
)

// TakeBackup is what to do about a file that is beyond reading.
const TakeBackup = "`accord restore` lists the copies to go back to; `accord check --repair` puts what can be read into a new file"

// LockedError says that another process has the file.
type LockedError struct {
	Path string
	PID  int // 0 when the other did not say who it is
	Host string
	At   time.Time // since when
}

func (e *LockedError) Error() string {
	s := e.Path + " is already open in another window"
	if e.PID != 0 {
		s += fmt.Sprintf(" (process %d on %s, since %s)", e.PID, e.Host, e.At.Local().Format("2 Jan 15:04"))
	}
	return s + ". Close it there, or look at it read-only. If that window is gone, simply start again: the lock ends with its process"
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
	s := fmt.Sprintf("%s was made by a newer version of Accord (format %d.%d; this program knows %d.%d). Update the program", e.Path, e.File, e.FileMinor, e.Knows, e.KnowsMinor)
	if e.BackupBefore != "" {
		s += ", or open the copy from before: " + e.BackupBefore
	}
	return s
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
	s := e.Path + " is damaged"
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
	s := e.Path + " is " + e.What + ", not an Accord file"
	if e.Known {
		return s + ", though there was one before. `accord restore` lists the copies to go back to"
	}
	return s + ". `accord import " + e.Path + "` reads a table or an export into your own file"
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
		return e.Path + " is not on this computer: iCloud keeps it elsewhere. Have it downloaded, then start again"
	case e.Known:
		return e.Path + " is gone: it was there before. If it was moved or not yet synchronised, bring it back; `accord restore` lists the copies to go back to"
	}
	return e.Path + " does not exist"
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
		return e.Path + " may not be written: no permission. Change its rights, or choose another place with --file"
	case errors.Is(e.Err, syscall.EROFS):
		return e.Path + " lies on a read-only disk. Choose another place with --file"
	case errors.Is(e.Err, syscall.ENOLCK), errors.Is(e.Err, errors.ErrUnsupported):
		return e.Path + " lies in a folder that cannot lock files, such as a network drive. Choose another place with --file"
	case DiskFull(e.Err):
		return e.Path + " cannot be written: the disk is full. Free some space, or choose another place with --file"
	}
	return fmt.Sprintf("%s cannot be used: %v", e.Path, e.Err)
}

func (e *AccessError) Unwrap() error { return e.Err }

// ReadOnlyError says that the owner of a file took everybody the right to write it.
type ReadOnlyError struct{ Path string }

func (e *ReadOnlyError) Error() string {
	return e.Path + " is read-only: its rights let nobody write it, so nothing was changed. Give yourself the right to write it, or work on a copy"
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
	return &DamagedError{path, "this is not an Accord file (" + err.Error() + ")", "Name another file with --file"}
}
