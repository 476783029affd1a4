package store

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/merge3"
	"accord/model/words"
	"accord/store/copies"
	"accord/store/journal"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

// broughtIn ends the names of rescue files of steps that were brought in.
const broughtIn = ".brought-in"

// rescuedEarlier finds the rescue files whose edits are not in the file.
func (f *File) rescuedEarlier() (out []Rescue) {
	for _, path := range copies.Rescues(f.path) {
		r := Rescue{Path: path, Whole: !copies.IsNotes(path)}
		var lacks bool
		if r.Whole {
			lacks, r.InUse = f.lacksWhole(path)
		} else {
			r.Edits, lacks = f.lacksNotes(path)
		}
		if lacks {
			out = append(out, r)
		}
	}
	return out
}

// lacksNotes counts the steps of a rescue file of ours and says whether one of them
// is not in the file.
func (f *File) lacksNotes(path string) (edits int, lacks bool) {
	_, lines, err := f.readRescue(path)
	if err != nil {
		return 0, false
	}
	err = f.view(func(tx *bolt.Tx) error {
		for _, l := range lines {
			m, err := journal.MarkAt(tx, f.vault, l.Seq)
			if err != nil || !m.Same(l.Mark()) {
				lacks = true
			}
		}
		return nil
	})
	return len(lines), err == nil && lacks
}

// lacksWhole reports whether the newest step of a whole rescue file of ours is not
// in the file. Whoever still writes it holds its lock.
func (f *File) lacksWhole(path string) (lacks, inUse bool) {
	if pages.FileID(path) != f.id {
		return false, false
	}
	seq, value := pages.NewestStep(path)
	if seq == 0 {
		return false, false
	}
	there, err := journal.ReadEntry(f.vault, seal.SeqKey(seq), value)
	m := journal.Mark{Seq: seq, At: there.At, Label: there.Label}
	_ = f.view(func(tx *bolt.Tx) error { // what cannot be read is not in it
		here, errHere := journal.MarkAt(tx, f.vault, seq)
		lacks = err != nil || errHere != nil || !here.Same(m)
		return nil
	})
	return lacks, lacks && held(path)
}

// held reports whether a process has a file open.
func held(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	return place.Lock(f) != nil
}

// Recover does again what a rescue file holds, and says how many steps that were.
// The file must be just opened. When it has moved on since, the edits are merged
// into it fact by fact, as one step; where both changed the same, what is in the
// file stays, and the rescue file keeps what it has.
func (f *File) Recover(path string) (int, error) {
	head, lines, err := f.readRescue(path)
	if err != nil {
		return 0, err
	}
	if f.follows(head, lines) {
		return len(lines), f.again(lines)
	}
	_, err = f.mergeNotes(path, head, lines)
	return len(lines), err
}

// again does the steps again, in one transaction.
func (f *File) again(lines []journal.RescueLine) error {
	err := f.update(func(tx *bolt.Tx) error {
		for _, l := range lines {
			for _, r := range l.Records {
				if err := journal.WriteRecords(tx, f.vault, []record.Put{r.Put()}, l.Seq); err != nil {
					return err
				}
			}
			if err := journal.WriteEntry(tx, f.vault, l.Seq, l.Step); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return place.Refused(f.path, err)
	}
	last := lines[len(lines)-1].Mark()
	f.w.mu.Lock()
	f.w.now.Queued, f.w.now.Saved, f.w.last = last.Seq, last.Seq, last
	f.w.start, f.w.steps = nil, nil
	f.w.mu.Unlock()
	return nil
}

// mergeNotes merges the edits of a rescue file into a file that has moved on, and
// says what of them did not come in.
func (f *File) mergeNotes(
	path string,
	head journal.RescueHead,
	lines []journal.RescueLine,
) (clashes []string, err error) {
	now, last, err := f.Load()
	if err != nil {
		return nil, err
	}
	if last < head.Saved {
		return nil, place.Damaged(
			path,
			words.T("store.begins-after-step-ends-at", head.Saved, f.path, last),
			words.T("store.put-newer-copy-place-first"),
		)
	}
	if err := f.had(path, head); err != nil {
		return nil, err
	}
	base, err := f.At(now, last, head.Saved)
	if err != nil {
		return nil, place.Damaged(
			path,
			words.T("store.begins-at-moment-no-longer", err),
			words.T("store.lines-can-read-as-text"),
		)
	}
	theirs, err := after(base, lines)
	if err != nil {
		return nil, place.Damaged(path, err.Error(), words.T("store.nothing-changed"))
	}
	return f.merge(base, now, theirs, last, path)
}

// had checks that the step after which the rescue file begins is in the file.
func (f *File) had(path string, head journal.RescueHead) error {
	if head.At.IsZero() || head.Saved == 0 {
		return nil // one of an older version does not say
	}
	return f.view(func(tx *bolt.Tx) error {
		m, err := journal.MarkAt(tx, f.vault, head.Saved)
		if err == nil && m.Seq != 0 && !m.At.Equal(head.At) {
			err = place.Damaged(
				path,
				words.T("store.step-another-one-than-after", head.Saved, f.path),
				words.T("store.put-copy-from-time-place"),
			)
		}
		return err
	})
}

// after is a portfolio once the steps of a rescue file are done on it.
func after(base *model.Portfolio, lines []journal.RescueLine) (*model.Portfolio, error) {
	p := journal.NewPast(base)
	for _, l := range lines {
		for _, r := range l.Records {
			all, err := p.Of(journal.Change{Bucket: r.Bucket, Key: r.Key})
			if err != nil {
				return nil, err
			}
			if x := r.Put(); x.Value == nil {
				delete(all, r.Key)
			} else {
				all[r.Key] = x.Value
			}
		}
	}
	step, err := p.Patch()
	if err != nil {
		return nil, err
	}
	return step.Apply(base), nil
}

// merge brings one version into the file, as one step that is saved when it returns.
func (f *File) merge(base, now, theirs *model.Portfolio, last uint64, from string) (clashes []string, err error) {
	m, err := merge3.Merge(base, now, theirs)
	if err != nil {
		return nil, place.Damaged(
			from,
			words.T("store.what-what-done-since-nothing"),
			words.T("store.put-copy-from-time-place"),
		)
	}
	for _, c := range m.Conflicts() {
		clashes = append(clashes, words.T("store.here-stays-only-rescue-file", c.Name, c.What(), c.Mine, c.Theirs))
	}
	p := edit.Between(now, m.Result())
	if p.Empty() {
		return clashes, nil
	}
	p.Seq, p.Kind, p.Label = last+1, edit.StepImport, words.New("store.bring-in", filepath.Base(from))
	f.Save(p)
	if err := f.w.run1(func(*bolt.Tx) error { return nil }); err != nil {
		return clashes, err
	}
	return clashes, nil
}

// bringInWhole merges a whole rescue file into a file that has moved on since.
func (f *File) bringInWhole(path string) (clashes []string, err error) {
	now, last, err := f.Load()
	if err != nil {
		return nil, err
	}
	err = withCopy(path, f.options.Keys, func(r *File, _ time.Time) error {
		theirs, seq, err := r.load()
		if err != nil {
			return err
		}
		common, err := f.common(r, min(last, seq))
		if err != nil {
			return err
		}
		base, err := r.At(theirs, seq, common)
		if err != nil {
			return err
		}
		clashes, err = f.merge(base, now, theirs, last, path)
		return err
	})
	return clashes, err
}

// common is the newest step that two states of one file have in common.
func (f *File) common(other *File, newest uint64) (uint64, error) {
	for n := newest; n > 0; n-- {
		var a, b journal.Mark
		read := func(f *File, m *journal.Mark) error {
			return f.view(func(tx *bolt.Tx) (err error) { *m, err = journal.MarkAt(tx, f.vault, n); return err })
		}
		if err := errors.Join(read(f, &a), read(other, &b)); err != nil {
			return 0, err
		}
		if a.Seq != 0 && a.Same(b) {
			return n, nil
		}
	}
	return 0, nil
}

// MovedOn reports whether the file at path has steps that a whole rescue file of it
// has not: then the two are merged.
func MovedOn(path, rescue string, o Options) bool {
	if !copies.IsWholeRescue(rescue) || pages.FileID(path) == "" || pages.FileID(path) != pages.FileID(rescue) {
		return false
	}
	seq, value := pages.NewestStep(path)
	moved := false
	err := withCopy(rescue, o.Keys, func(r *File, _ time.Time) error {
		here, err := journal.ReadEntry(r.vault, seal.SeqKey(seq), value)
		if err != nil {
			return err
		}
		return r.view(func(tx *bolt.Tx) error {
			there, err := journal.MarkAt(tx, r.vault, seq)
			moved = !there.Same(journal.Mark{Seq: seq, At: here.At, Label: here.Label})
			return err
		})
	})
	return seq > 0 && err == nil && moved
}

// readRescue reads a rescue file of this file.
func (f *File) readRescue(path string) (journal.RescueHead, []journal.RescueLine, error) {
	head, lines, err := journal.ReadRescue(path)
	if err != nil {
		return head, nil, err
	}
	if head.File != f.id {
		return head, nil, place.Damaged(
			path,
			words.T("store.belongs-another-file-than", f.path),
			words.T("store.open-one-or-copy"),
		)
	}
	for i := range lines {
		if err := journal.OpenLine(f.vault, &lines[i]); err != nil {
			return head, nil, place.Damaged(path, words.T("store.line-cannot-read", i+2, err), words.T("store.nothing-changed"))
		}
	}
	return head, lines, nil
}

// follows reports whether the file holds what the rescue file begins at, and nothing
// else. Steps of which the disk did not say whether it has them may be in both.
func (f *File) follows(head journal.RescueHead, lines []journal.RescueLine) bool {
	follows := false
	err := f.view(func(tx *bolt.Tx) error {
		last, err := seal.LastStep(tx)
		if err != nil || last < head.Saved || last > lines[len(lines)-1].Seq {
			return err
		}
		for _, l := range lines {
			if m, err := journal.MarkAt(tx, f.vault, l.Seq); err != nil || m.Seq != 0 && !m.Same(l.Mark()) {
				return err
			}
		}
		follows = true
		return nil
	})
	return err == nil && follows && f.had("", head) == nil
}
