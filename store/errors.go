package store

import (
	"errors"
	"fmt"
	"syscall"
	"time"
)

// LockedError says that another process has the file.
type LockedError struct {
	Path string
	PID  int
	Host string
	At   time.Time
}

func (e *LockedError) Error() string {
	s := e.Path + " is already open in another window"
	if e.PID != 0 {
		s += fmt.Sprintf(" (process %d on %s, since %s)", e.PID, e.Host, e.At.Format("15:04"))
	}
	return s + ". Close it there, or look at it read-only. If that window is gone, simply start again: the lock ends with its process"
}

// NewerError says that a newer program wrote the file.
type NewerError struct {
	Path         string
	File, Knows  int
	BackupBefore string // a copy from before the newer program, "" if none is known
}

func (e *NewerError) Error() string {
	s := fmt.Sprintf("%s was made by a newer version of Accord (format %d; this program knows %d). Update the program", e.Path, e.File, e.Knows)
	if e.BackupBefore != "" {
		s += ", or open the copy from before: " + e.BackupBefore
	}
	return s
}

// DamagedError says that a file can not be read, or not fully.
type DamagedError struct {
	Path, What, Hint string
}

func (e *DamagedError) Error() string {
	s := e.Path + ": " + e.What
	if e.Hint != "" {
		s += ". " + e.Hint
	}
	return s
}

// MissingError says that there is no file.
type MissingError struct {
	Path  string
	Known bool // it was there before
}

func (e *MissingError) Error() string {
	if e.Known {
		return e.Path + " is gone: it was there before. If it was moved or not yet synchronised, bring it back; backups lie in the folder backups beside it"
	}
	return e.Path + " does not exist"
}

// AccessError says that the operating system refuses.
type AccessError struct {
	Path string
	Err  error
}

func (e *AccessError) Error() string {
	switch {
	case errors.Is(e.Err, syscall.EACCES), errors.Is(e.Err, syscall.EPERM):
		return e.Path + " may not be written: no permission. Change its rights, or choose another place with --file"
	case errors.Is(e.Err, syscall.EROFS):
		return e.Path + " lies on a read-only disk. Choose another place with --file"
	}
	return fmt.Sprintf("%s can not be used: %v", e.Path, e.Err)
}

func (e *AccessError) Unwrap() error { return e.Err }

// UnsavedError says that edits did not reach the disk, and where they were put
// instead.
type UnsavedError struct {
	Count  int
	Cause  error
	Rescue string // a file with the edits as JSON lines, "" when even that failed
}

func (e *UnsavedError) Error() string {
	s := fmt.Sprintf("%d edits are not saved: %v", e.Count, e.Cause)
	if e.Rescue != "" {
		s += ". They are in " + e.Rescue
	}
	return s
}

func (e *UnsavedError) Unwrap() error { return e.Cause }

// diskFull recognises a full disk, also where bbolt hides the errno in text.
func diskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || err != nil && containsAny(err.Error(), "no space", "not enough space", "disk full")
}
