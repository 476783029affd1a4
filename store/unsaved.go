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
	switch {
	case e.Whole && e.Count > 0:
		return words.T("store.edits-not-saved-everything-in", e.Count, e.Cause, e.Rescue)
	case e.Whole:
		return words.T("store.cause-everything-in", e.Cause, e.Rescue)
	case e.Rescue != "" && e.Count > 0:
		return words.T("store.edits-not-saved-missing-in", e.Count, e.Cause, e.Rescue)
	case e.Rescue != "":
		return words.T("store.cause-missing-in", e.Cause, e.Rescue)
	case e.Count > 0:
		return words.T("store.edits-not-saved", e.Count, e.Cause)
	}
	return e.Cause.Error()
}

func (e *UnsavedError) Unwrap() error { return e.Cause }
