package store

import (
	"accord/model/words"
)

// UnsavedError says that edits did not reach the disk, and where they were put
// instead.
type UnsavedError struct {
	Count  int // 0: the file went away after everything was saved
	Cause  error
	Rescue string // a file with the edits, "" when even that failed
	Whole  bool   // and with everything else: it opens like any other
}

func (e *UnsavedError) Error() string {
	s := e.Cause.Error()
	if e.Count > 0 {
		s = words.T("store.edits-not-saved", e.Count, e.Cause)
	}
	if e.Count == 1 {
		s = words.T("store.1-edit-not-saved", e.Cause)
	}
	switch {
	case e.Whole:
		s += words.T("store.everything-last-edits-accord-restore", e.Rescue)
	case e.Rescue != "":
		s += words.T("store.what-missing-written-accord-restore", e.Rescue)
	}
	return s
}

func (e *UnsavedError) Unwrap() error { return e.Cause }
