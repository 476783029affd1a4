package store

import "fmt"

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
		s = fmt.Sprintf("%d edits are not saved: %v", e.Count, e.Cause)
	}
	if e.Count == 1 {
		s = fmt.Sprintf("1 edit is not saved: %v", e.Cause)
	}
	switch {
	case e.Whole:
		s += ". Everything, with the last edits, is in " + e.Rescue + ": `accord restore " + e.Rescue + "` puts it in place"
	case e.Rescue != "":
		s += ". What is missing was written to " + e.Rescue + "; `accord restore " + e.Rescue + "` brings it in"
	}
	return s
}

func (e *UnsavedError) Unwrap() error { return e.Cause }
