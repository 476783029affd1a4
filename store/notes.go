package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"accord/model/words"
	"accord/store/journal"
	"accord/store/record"
)

// noteDown writes the steps that are not in the rescue file yet; where that is not
// possible any more a new one is begun elsewhere.
func (f *File) noteDown(steps []queued) error {
	if f.notes.file != nil {
		if f.notes.append(f, steps) == nil {
			return nil
		}
	}
	var errs []error
	for _, dir := range rescueDirs(f.path) {
		n, err := f.newNotes(dir, steps)
		if err == nil {
			f.notes.drop()
			f.notes = n
			return nil
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// newNotes writes a rescue file with all of some steps; it stays open.
func (f *File) newNotes(dir string, steps []queued) (n notes, err error) {
	n.path = rescueName(f, dir, ".jsonl")
	if n.file, err = os.OpenFile(n.path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600); err != nil {
		return n, err
	}
	now, last := f.w.state(), f.w.newest()
	head, err := json.Marshal(journal.RescueHead{Format: 1, File: f.id, Saved: now.Saved, At: last.At})
	if err == nil {
		err = n.write(append(head, '\n'))
	}
	if err == nil {
		err = n.append(f, steps)
	}
	if err != nil {
		n.drop()
	}
	return n, err
}

// append adds the steps that are not in it yet.
func (n *notes) append(f *File, steps []queued) error {
	var text bytes.Buffer
	lines, last := json.NewEncoder(&text), n.last
	for _, q := range steps {
		if q.n <= n.last {
			continue
		}
		if last = q.n; q.job != nil {
			continue
		}
		if err := lines.Encode(journal.SealLine(f.vault, rescueStep(q))); err != nil {
			return err
		}
	}
	if text.Len() == 0 {
		return nil
	}
	if here, err := os.Stat(n.path); err != nil || !sameOpen(n.file, here) {
		return words.Fail("store.is-gone", n.path)
	}
	if err := n.write(text.Bytes()); err != nil {
		return err
	}
	n.last = last
	return nil
}

// write adds bytes at the end; of what could not be written wholly nothing stays.
func (n *notes) write(b []byte) error {
	_, err := n.file.WriteAt(b, n.size)
	if err = errors.Join(err, n.file.Sync()); err != nil {
		return errors.Join(err, n.file.Truncate(n.size))
	}
	n.size += int64(len(b))
	return nil
}

// shut lets go of the rescue file, which stays.
func (n *notes) shut() {
	if n.file != nil {
		_ = n.file.Close()
		n.file = nil
	}
}

// drop removes the rescue file, unless its name is another file's by now.
func (n *notes) drop() {
	ours := stillNamed(n.path, n.file)
	n.shut()
	if ours {
		_ = os.Remove(n.path)
	}
	*n = notes{}
}

// stillNamed reports whether what is open has its name yet: what somebody put in its
// place is not ours to remove.
func stillNamed(path string, open *os.File) bool {
	if open == nil {
		return false
	}
	there, err := os.Lstat(path)
	return err == nil && sameOpen(open, there)
}

func sameOpen(open *os.File, there os.FileInfo) bool {
	st, err := open.Stat()
	return err == nil && os.SameFile(st, there)
}

// rescueDirs are the folders that rescue files of a file go to: its own, else the
// one for temporary files.
func rescueDirs(path string) []string { return []string{filepath.Dir(path), os.TempDir()} }

// rescueName is a name for a rescue file that is not taken.
func rescueName(f *File, dir, end string) string {
	stem := filepath.Join(dir, filepath.Base(f.path)+".rescued-"+f.options.now().Format("20060102-150405"))
	for n := 1; ; n++ {
		path := stem + end
		if n > 1 {
			path = fmt.Sprintf("%s-%d%s", stem, n, end)
		}
		if _, err := os.Lstat(path); err != nil {
			return path
		}
	}
}

func rescueStep(q queued) journal.RescueLine {
	puts, err := record.Changes(q.patch)
	l := journal.RescueLine{Seq: q.patch.Seq, Step: journal.EntryOf(q.patch, q.at, puts)}
	if err != nil {
		l.Error = err.Error()
	}
	for _, p := range puts {
		l.Records = append(l.Records, journal.RescueRecord{Bucket: p.Bucket, Key: p.Key, Value: p.Value})
	}
	return l
}
