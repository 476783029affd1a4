package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// Rescue is a rescue file with edits that are not in the file yet.
type Rescue struct {
	Path  string
	Edits int  // in a file of steps
	Whole bool // it is a whole file
	InUse bool // and another window still writes to it
}

// String says what is there and what brings it in.
func (r Rescue) String() string {
	switch {
	case r.InUse:
		return "another window keeps its edits in " + r.Path + ", because it lost hold of this file; quit it first"
	case r.Whole:
		return "edits of an earlier session are not in this file: " + r.Path + " has them; `accord restore " + r.Path + "` brings them in"
	case r.Edits == 1:
		return "1 edit of an earlier session was not saved; `accord restore " + r.Path + "` brings it in"
	}
	return fmt.Sprintf("%d edits of an earlier session were not saved; `accord restore %s` brings them in", r.Edits, r.Path)
}

// broughtIn ends the names of rescue files of steps that were brought in.
const broughtIn = ".brought-in"

// rescuedEarlier finds the rescue files whose edits are not in the file.
func (f *File) rescuedEarlier() (out []Rescue) {
	for _, path := range rescueFiles(f.path) {
		r := Rescue{Path: path, Whole: !isNotes(path)}
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

// rescueFiles are the rescue files of a file. In its own folder the name says whose
// they are; in the one for temporary files, where anybody's lie, the number in them.
func rescueFiles(path string) (out []string) {
	seen, id := map[string]bool{}, FileID(path)
	stems := append(pathsOf(path), filepath.Join(os.TempDir(), filepath.Base(path)))
	for i, stem := range stems {
		stem += ".rescued-"
		for _, end := range []string{".jsonl", ".db"} {
			for _, p := range beginning(stem, end) {
				if abs, err := filepath.Abs(p); err == nil && !seen[abs] && (i < len(stems)-1 || id == "" || rescueOf(p) == id) {
					seen[abs] = true
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// rescueOf is the number of the file that a rescue file belongs to.
func rescueOf(path string) string {
	if !isNotes(path) {
		return FileID(path)
	}
	in, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer in.Close()
	var head rescueHead
	_ = json.NewDecoder(in).Decode(&head) // what is none has no number
	return head.File
}

func isNotes(path string) bool { return strings.HasSuffix(path, ".jsonl") }

// isWholeRescue reports whether a path is that of a whole rescue file.
func isWholeRescue(path string) bool {
	return strings.Contains(filepath.Base(path), ".rescued-") && strings.HasSuffix(path, ".db")
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
			m, err := markAt(tx, f.vault, l.Seq)
			if err != nil || !m.same(l.mark()) {
				lacks = true
			}
		}
		return nil
	})
	return len(lines), err == nil && lacks
}

func (l *rescueLine) mark() mark { return mark{l.Seq, l.Step.At, l.Step.Label} }

// lacksWhole reports whether the newest step of a whole rescue file of ours is not
// in the file. Whoever still writes it holds its lock.
func (f *File) lacksWhole(path string) (lacks, inUse bool) {
	if FileID(path) != f.id {
		return false, false
	}
	seq, value := newestStep(path)
	if seq == 0 {
		return false, false
	}
	there, err := readStepRecord(f.vault, seqKey(seq), value)
	m := mark{seq, there.At, there.Label}
	_ = f.view(func(tx *bolt.Tx) error { // what cannot be read is not in it
		here, errHere := markAt(tx, f.vault, seq)
		lacks = err != nil || errHere != nil || !here.same(m)
		return nil
	})
	return lacks, lacks && held(path)
}

// newestStep reads the newest step of a file page by page, without opening it.
func newestStep(path string) (seq uint64, value []byte) {
	in, err := os.Open(path)
	if err != nil {
		return 0, nil
	}
	defer in.Close()
	h, _ := newestHeader(in)
	if st, err := in.Stat(); err != nil || !h.ok || h.pageSize != pageSize || h.used > uint64(st.Size())/pageSize+1 {
		return 0, nil
	}
	w := newWalker(in, h)
	w.only = bucketJournal
	w.bad = func(error) bool { return true }
	w.record = func(bucket string, key, v []byte) {
		if n := seqOf(key); bucket == bucketJournal && n > seq {
			seq, value = n, append([]byte(nil), v...)
		}
	}
	w.page(h.root, nil, nil)
	return seq, value
}

// held reports whether a process has a file open.
func held(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	return lock(f) != nil
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
func (f *File) again(lines []rescueLine) error {
	err := f.update(func(tx *bolt.Tx) error {
		for _, l := range lines {
			for _, r := range l.Records {
				if err := write(tx, f.vault, []put{r.put()}, l.Seq); err != nil {
					return err
				}
			}
			if err := writeJournal(tx, f.vault, l.Seq, l.Step); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return &AccessError{f.path, err}
	}
	last := lines[len(lines)-1].mark()
	f.w.mu.Lock()
	f.w.now.Queued, f.w.now.Saved, f.w.last = last.seq, last.seq, last
	f.w.start, f.w.steps = nil, nil
	f.w.mu.Unlock()
	return nil
}

func (r *rescueRecord) put() put {
	if string(r.Value) == "null" {
		return put{bucket: r.Bucket, key: r.Key}
	}
	return put{bucket: r.Bucket, key: r.Key, value: r.Value}
}

// mergeNotes merges the edits of a rescue file into a file that has moved on, and
// says what of them did not come in.
func (f *File) mergeNotes(path string, head rescueHead, lines []rescueLine) (clashes []string, err error) {
	now, last, err := f.Load()
	if err != nil {
		return nil, err
	}
	if last < head.Saved {
		return nil, &DamagedError{path, fmt.Sprintf("it begins after step %d, and %s ends at step %d", head.Saved, f.path, last), "Put a newer copy in place first: `accord restore` lists them"}
	}
	if err := f.had(path, head); err != nil {
		return nil, err
	}
	base, err := f.At(now, last, head.Saved)
	if err != nil {
		return nil, &DamagedError{path, "it begins at a moment that is no longer in the history: " + err.Error(), "Its lines can be read as text"}
	}
	theirs, err := after(base, lines)
	if err != nil {
		return nil, &DamagedError{path, err.Error(), "Nothing was changed"}
	}
	return f.merge(base, now, theirs, last, path)
}

// had checks that the step after which the rescue file begins is in the file.
func (f *File) had(path string, head rescueHead) error {
	if head.At.IsZero() || head.Saved == 0 {
		return nil // one of an older version does not say
	}
	return f.view(func(tx *bolt.Tx) error {
		m, err := markAt(tx, f.vault, head.Saved)
		if err == nil && m.seq != 0 && !m.at.Equal(head.At) {
			err = &DamagedError{path, fmt.Sprintf("step %d of %s is another one than that after which these edits were made", head.Saved, f.path), "Put a copy from that time in place first: `accord restore` lists them"}
		}
		return err
	})
}

// after is a portfolio once the steps of a rescue file are done on it.
func after(base *model.Portfolio, lines []rescueLine) (*model.Portfolio, error) {
	p := past{now: base, accounts: map[model.AccountID]records{}}
	for _, l := range lines {
		for _, r := range l.Records {
			all, err := p.of(recordChange{Bucket: r.Bucket, Key: r.Key})
			if err != nil {
				return nil, err
			}
			if x := r.put(); x.value == nil {
				delete(all, r.Key)
			} else {
				all[r.Key] = x.value
			}
		}
	}
	step, err := p.patch()
	if err != nil {
		return nil, err
	}
	return step.Apply(base), nil
}

// merge brings one version into the file, as one step that is saved when it returns.
func (f *File) merge(base, now, theirs *model.Portfolio, last uint64, from string) (clashes []string, err error) {
	m, err := model.Merge3(base, now, theirs)
	if err != nil {
		return nil, &DamagedError{from, "what is in it and what was done since have nothing in common any more", "Put a copy from that time in place first: `accord restore` lists them"}
	}
	for _, c := range m.Conflicts() {
		clashes = append(clashes, fmt.Sprintf("%s: %s: here %q stays, %q is only in the rescue file", c.Name, c.What(), c.Mine, c.Theirs))
	}
	p := model.Between(now, m.Result())
	if p.Empty() {
		return clashes, nil
	}
	p.Seq, p.Kind, p.Label = last+1, model.StepImport, "bring in "+filepath.Base(from)
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
		var a, b mark
		read := func(f *File, m *mark) error {
			return f.view(func(tx *bolt.Tx) (err error) { *m, err = markAt(tx, f.vault, n); return err })
		}
		if err := errors.Join(read(f, &a), read(other, &b)); err != nil {
			return 0, err
		}
		if a.seq != 0 && a.same(b) {
			return n, nil
		}
	}
	return 0, nil
}

// MovedOn reports whether the file at path has steps that a whole rescue file of it
// has not: then the two are merged.
func MovedOn(path, rescue string, o Options) bool {
	if !isWholeRescue(rescue) || FileID(path) == "" || FileID(path) != FileID(rescue) {
		return false
	}
	seq, value := newestStep(path)
	moved := false
	err := withCopy(rescue, o.Keys, func(r *File, _ time.Time) error {
		here, err := readStepRecord(r.vault, seqKey(seq), value)
		if err != nil {
			return err
		}
		return r.view(func(tx *bolt.Tx) error {
			there, err := markAt(tx, r.vault, seq)
			moved = !there.same(mark{seq, here.At, here.Label})
			return err
		})
	})
	return seq > 0 && err == nil && moved
}

// readRescue reads a rescue file of this file.
func (f *File) readRescue(path string) (rescueHead, []rescueLine, error) {
	head, lines, err := readRescueLines(path)
	if err != nil {
		return head, nil, err
	}
	if head.File != f.id {
		return head, nil, &DamagedError{path, "it belongs to another file than " + f.path, "Open that one, or a copy of it"}
	}
	for i := range lines {
		if err := f.vault.unrescued(&lines[i]); err != nil {
			return head, nil, &DamagedError{path, fmt.Sprintf("line %d cannot be read: %v", i+2, err), "Nothing was changed"}
		}
	}
	return head, lines, nil
}

// follows reports whether the file holds what the rescue file begins at, and nothing
// else. Steps of which the disk did not say whether it has them may be in both.
func (f *File) follows(head rescueHead, lines []rescueLine) bool {
	follows := false
	err := f.view(func(tx *bolt.Tx) error {
		last, err := lastStep(tx)
		if err != nil || last < head.Saved || last > lines[len(lines)-1].Seq {
			return err
		}
		for _, l := range lines {
			if m, err := markAt(tx, f.vault, l.Seq); err != nil || m.seq != 0 && !m.same(l.mark()) {
				return err
			}
		}
		follows = true
		return nil
	})
	return err == nil && follows && f.had("", head) == nil
}
