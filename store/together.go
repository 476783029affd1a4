package store

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/copies"
	"accord/store/journal"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

// What is below puts the file together anew when what is open cannot be copied: the
// newest good copy, what this sitting began with, and every step saved since.

// togetherTo puts the file together: the newest good copy, what this sitting began
// with, and every step that it saved since.
func (f *File) togetherTo(path string, saved uint64) error {
	f.w.mu.Lock()
	s := f.w.sitting
	f.w.mu.Unlock()
	if s.start == nil {
		return words.Fail("store.file-not-read-nobody-knows")
	}
	tmp := fmt.Sprintf("%s.tmp-%d", path, os.Getpid())
	defer os.Remove(tmp)
	if err := f.baseTo(tmp, s, saved); err != nil {
		return err
	}
	if err := intact(tmp, f.vault); err != nil {
		return err
	}
	return errors.Join(os.Rename(tmp, path), place.SyncDir(filepath.Dir(path)))
}

// baseTo writes the file anew at path: on the newest copy that is of an earlier
// moment, which has the history and the snapshots, else on nothing.
func (f *File) baseTo(path string, s sitting, saved uint64) error {
	for _, from := range f.earlier() {
		_ = os.Remove(path)
		if _, err := copyQuiet(from.Path, path); err != nil {
			continue
		}
		if err := f.onCopy(path, s, saved); err == nil {
			return nil
		}
	}
	puts, err := record.Whole(s.start)
	if err != nil {
		return err
	}
	err = makeFile(path, func(tx *bolt.Tx) error {
		declared := errors.Join(f.putMetaBack(tx), f.vault.Declare(tx))
		if err := errors.Join(declared, journal.WriteRecords(tx, f.vault, puts, 0)); err != nil {
			return err
		}
		if s.from > 0 {
			gap := f.gap(s.from, words.New("store.what-before-no-copy-file"))
			if err := journal.WriteEntry(tx, f.vault, s.from, gap); err != nil {
				return err
			}
		}
		return f.vault.SettleWhole(tx)
	})
	if err != nil {
		return err
	}
	return f.replay(path, s.steps)
}

// earlier are the copies of this file, the one with the latest step first, whatever is
// on the path now.
func (f *File) earlier() (out []copies.Auto) {
	for _, name := range copies.CalledAfter(f.options.BackupDir, f.path) {
		if p := pages.Peek(name); p.ID == f.id {
			out = append(out, copies.Auto{Path: name, At: copies.Moment(f.path, name), ID: p.ID, Step: p.Step})
		}
	}
	slices.SortStableFunc(out, copies.ByStep)
	return out
}

// onCopy brings a copy of an earlier moment up to what was saved.
func (f *File) onCopy(path string, s sitting, saved uint64) error {
	c, err := openPrivate(path)
	if err != nil {
		return err
	}
	defer c.shut()
	v, err := c.format()
	if err != nil || v.id != f.id || (v.crypt == nil) != (f.vault == nil) {
		return errors.Join(err, errOtherFile)
	}
	c.vault = f.vault
	if err := c.values(); err != nil { // also when it is sealed by another key
		return err
	}
	if _, err := c.takeBack(); err != nil {
		return err
	}
	was, last, err := c.load()
	if err != nil || last > saved {
		return errors.Join(err, errOtherFile)
	}
	if err := s.leads(c, was, last); err != nil {
		return err
	}
	if last < s.from {
		if err := f.bridge(c, was, s, last); err != nil {
			return err
		}
		last = s.from
	}
	if err := c.update(f.putMetaBack); err != nil {
		return err
	}
	var rest []queued
	for _, q := range s.steps {
		if q.patch.Seq > last {
			rest = append(rest, q)
		}
	}
	return c.writeAll(rest)
}

// leads reports why a copy, read up to its last step, is not on the way to what was
// saved: a copy of a branch that a restore left has our numbers, and other steps. Of
// one from before this sitting it does not matter, it is bridged.
func (s sitting) leads(c *File, was *model.Portfolio, last uint64) error {
	switch {
	case last < s.from:
		return nil
	case last == s.from:
		if !edit.Between(was, s.start).Empty() {
			return errOtherFile
		}
		return nil
	}
	i := slices.IndexFunc(s.steps, func(q queued) bool { return q.patch.Seq == last })
	if i < 0 {
		return errOtherFile
	}
	return c.endsWith(markOf(s.steps[i]))
}

// endsWith reports an error when the step of a number is another one in this file.
func (f *File) endsWith(want journal.Mark) error {
	return f.view(func(tx *bolt.Tx) error {
		has, err := journal.MarkAt(tx, f.vault, want.Seq)
		if err == nil && !has.Same(want) {
			err = errOtherFile
		}
		return err
	})
}

var errOtherFile = words.Fail("store.not-earlier-state-this-file")

// bridge writes, as one step, what was done between a copy and the beginning of
// this sitting. The numbers between, of which nothing is known, are filled, so that
// the journal has no hole.
func (f *File) bridge(c *File, was *model.Portfolio, s sitting, last uint64) error {
	p := edit.Between(was, s.start)
	p.Seq, p.Kind, p.Group, p.Label = s.from, edit.StepEdit, s.from, words.New("store.edits-since-copy-whose-steps")
	return c.update(func(tx *bolt.Tx) error {
		for n := last + 1; n < s.from; n++ {
			if err := journal.WriteEntry(tx, c.vault, n, f.gap(s.from, p.Label)); err != nil {
				return err
			}
		}
		return journal.WriteStep(tx, c.vault, p, f.options.now())
	})
}

// gap is a step of which nothing is known any more.
func (f *File) gap(group uint64, label words.Msg) journal.Entry {
	return journal.Entry{
		At:      f.options.now().UTC(),
		Kind:    uint8(edit.StepEdit),
		Label:   label.String(),
		Message: label,
		Group:   group,
	}
}

// putMetaBack writes what the file said of itself.
func (f *File) putMetaBack(tx *bolt.Tx) error {
	b := tx.Bucket([]byte(seal.BucketMeta))
	for _, k := range slices.Sorted(maps.Keys(f.meta)) {
		if k == seal.MetaPending || k == seal.MetaHead || k == "minor" && f.vault != nil {
			continue // the head is made anew, and the number goes with it
		}
		if k == "minor" && higher(b.Get([]byte(k)), f.meta[k]) {
			continue // a later step raised it
		}
		if err := f.vault.Place(b, []byte(k), f.meta[k]); err != nil {
			return err
		}
	}
	return nil
}

// higher reports whether one number, as it is written in a file, is above another.
func higher(a, b []byte) bool {
	x, err := strconv.Atoi(string(a))
	y, err2 := strconv.Atoi(string(b))
	return err == nil && err2 == nil && x > y
}

func (f *File) replay(path string, steps []queued) error {
	c := &File{path: path, bounds: f.bounds, vault: f.vault}
	if err := c.open(); err != nil {
		return err
	}
	defer c.shut()
	return c.writeAll(steps)
}

func (f *File) writeAll(steps []queued) error {
	for len(steps) > 0 {
		n := batchOf(steps)
		if err := f.writeBatch(steps[:n]); err != nil {
			return err
		}
		steps = steps[n:]
	}
	return nil
}
