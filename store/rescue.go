package store

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"time"

	"accord/model/words"
	"accord/store/place"
)

// A rescue file holds steps that the disk did not take: a line about the file,
// then a line a step, all JSON. Records in it are whole, so that anybody can read
// what was typed, and Recover can do it again.

// rescueNow brings the rescue file up to date after the disk refused, and says
// where everything is. Of a file that is not ours any more the rescue file is whole.
func (f *File) rescueNow(cause error) error {
	r := refused(cause)
	if r.gone || f.lost || f.shelter != nil {
		if err := f.takeShelter(); err == nil {
			f.notes.drop()
			r.said = words.T("store.everything-your-last-edits-too", r.why, f.nearby(f.shelter.path))
			return r
		}
	}
	steps := f.w.waiting()
	if !slices.ContainsFunc(steps, func(q queued) bool { return q.job == nil }) {
		return r
	}
	if err := f.noteDown(steps); err != nil {
		r.said = words.T("store.your-edits-memory-only-rescue", r.why, r.remedy, err)
	} else {
		r.said = words.T("store.your-edits", r.why, f.notes.path, r.remedy)
	}
	return r
}

// nearby is how a rescue file is called in a line that may be short of room.
func (f *File) nearby(path string) string {
	if filepath.Dir(path) == filepath.Dir(f.path) {
		return words.T("store.beside-it", filepath.Base(path))
	}
	return path
}

// refusal is why edits are not saved, in a sentence, and where they are.
type refusal struct {
	cause       error
	gone        bool
	why, remedy string
	said        string // why, and where they are
}

func refused(cause error) *refusal {
	var gone *goneError
	switch {
	case errors.As(cause, &gone):
		return &refusal{cause: gone, gone: true, why: gone.Error(), remedy: words.T("store.bring-back-they-saved")}
	case place.DiskFull(cause):
		return &refusal{cause: cause, why: words.T("store.disk-full"), remedy: words.T("store.free-some-space-they-saved")}
	}
	return &refusal{
		cause:  cause,
		why:    words.T("store.disk-refused-your-last-edits"),
		remedy: words.T("store.they-tried-again"),
	}
}

func (r *refusal) Error() string {
	said := cmp.Or(r.said, r.why)
	if r.gone {
		return said
	}
	return words.T("store.said-because", said, r.cause)
}

func (r *refusal) Unwrap() error { return r.cause }

// short is the refusal without what is said while there is hope.
func (r *refusal) short() error {
	if r.gone {
		return r.cause
	}
	return words.Wrap(r.cause, "store.said-because", r.why)
}

// dropRescue removes the rescue file when what it held is in the file.
func (f *File) dropRescue() {
	f.notes.drop()
	if f.shelter != nil {
		f.dropShelter()
	}
}

// unsaved is what closing says when not everything is in the file. The writer has
// ended; what was queued in its last moment is rescued here.
func (f *File) unsaved(steps []queued) error {
	r, ok := f.State().Err.(*refusal) //nolint:errorlint // the writer's own, never wrapped
	if !ok {
		r = refused(cmp.Or(f.State().Err, errSilent))
	}
	_ = f.rescueNow(r.cause)
	e := &UnsavedError{Count: len(steps), Cause: r.short()}
	e.Rescue, e.Whole = f.rescued()
	return e
}

// rescueBeside writes a rescue file while the writer hangs in the disk: by another
// goroutine, so that a disk that hangs for this too holds up nobody.
func (f *File) rescueBeside(steps []queued) string {
	if !slices.ContainsFunc(steps, func(q queued) bool { return q.job == nil }) {
		return "" // there is nothing to rescue
	}
	for _, dir := range rescueDirs(f.path) {
		done := make(chan string, 1)
		go func() {
			n, err := f.newNotes(dir, steps)
			if err == nil {
				n.shut()
				done <- n.path
				return
			}
			done <- ""
		}()
		select {
		case path := <-done:
			if path != "" {
				return path
			}
		case <-time.After(besideLimit):
		}
	}
	return ""
}

// besideLimit bounds how long a rescue file may take while another disk hangs.
const besideLimit = 2 * time.Second
