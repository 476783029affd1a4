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
)

// A shelter is a whole file that takes the edits while what is on the path is not
// ours: deleted, moved away, replaced, cut off. It is made of what is still open,
// else of the newest copy and of what is in memory, and every edit is written into
// it as it would be into the file. It opens like any other file.

// away reports whether there is something to do though nothing is queued: what is
// on the path is not ours, or cannot be read.
func (f *File) away() bool {
	return f.lost || f.faulted.Load() || f.handle != nil && f.shrunk()
}

// sheltered reports whether a whole file takes the edits.
func (f *File) sheltered() bool { return f.shelter != nil }

// takeShelter brings the shelter up to date, and makes it first when there is none.
func (f *File) takeShelter() error {
	if f.shelter != nil {
		if err := f.fillShelter(); err == nil {
			return nil
		}
		f.leaveShelter() // it went away as well, or its disk is full
	}
	var errs []error
	for _, dir := range rescueDirs(f.path) {
		err := f.makeShelter(dir)
		if err == nil {
			return nil
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

func (f *File) makeShelter(dir string) error {
	path := rescueName(f, dir, ".db")
	if err := f.wholeTo(path); err != nil {
		return err
	}
	s := &File{path: path, options: Options{Now: f.options.Now}, bounds: f.bounds, vault: f.vault, base: f.base, id: f.id}
	err := s.open()
	if err == nil {
		if _, err = s.takeBack(); err != nil { // it may be in the middle of a large step
			s.shut()
		}
	}
	if err != nil {
		_ = os.Remove(path)
		return err
	}
	f.mu.Lock()
	f.shelter, f.took = s, 0
	f.mu.Unlock()
	if err = f.fillShelter(); err != nil {
		f.dropShelter()
	}
	return err
}

// fillShelter writes what is queued and not in the shelter yet.
func (f *File) fillShelter() error {
	s := f.shelter
	if err := s.stillThere(); err != nil {
		return err
	}
	var some []queued
	for _, q := range f.w.waiting() {
		if q.n > f.took {
			some = append(some, q)
		}
	}
	for len(some) > 0 {
		n := batchOf(some)
		if err := s.writeBatch(some[:n]); err != nil {
			return err
		}
		f.progress()
		for _, q := range some[:n] {
			if q.job != nil {
				q.job.answer(q.job.err)
			}
		}
		f.took, some = some[n-1].n, some[n:]
	}
	return nil
}

// leaveShelter lets go of the shelter, which stays where it is.
func (f *File) leaveShelter() {
	s := f.shelter
	if s == nil {
		return
	}
	f.mu.Lock()
	f.shelter = nil
	f.mu.Unlock()
	if !s.broken {
		_ = s.mark(false)
	}
	s.shut()
}

// dropShelter removes the shelter, unless its name is another file's by now.
func (f *File) dropShelter() {
	path, ours := f.shelter.path, stillNamed(f.shelter.path, f.shelter.handle)
	f.leaveShelter()
	if ours {
		_ = os.Remove(path)
	}
}

// wholeTo writes everything that was saved into a new file: of what is open, when
// that is whole, else put together.
func (f *File) wholeTo(path string) error {
	saved, newest := f.w.state().Saved, f.w.newest()
	err := f.handleWhole()
	if err == nil {
		if err = f.copyTo(path); err == nil {
			if err = f.holds(path, saved, newest); err == nil {
				return nil
			}
			_ = os.Remove(path)
		}
	}
	if other := f.togetherTo(path, saved); other != nil {
		return errors.Join(err, other)
	}
	return nil
}

// handleWhole reports why what is open cannot be copied: before anybody looks into
// its map, which may fault.
func (f *File) handleWhole() error {
	if f.faulted.Load() || f.failed || f.handle == nil {
		return errFaulted
	}
	st, err := f.handle.Stat()
	if err != nil {
		return err
	}
	if f.shrunk() {
		return errFaulted
	}
	_, err = examine(f.handle, f.path, st.Size())
	return err
}

// holds checks that a copy of what is open is of our file and has all that was saved,
// not the steps of another branch with these numbers.
func (f *File) holds(path string, saved uint64, newest mark) error {
	c := &File{path: path, bounds: usualBounds, vault: f.vault}
	if err := c.open(); err != nil {
		return err
	}
	defer c.shut()
	err := c.view(func(tx *bolt.Tx) error {
		last, err := lastStep(tx)
		if b := tx.Bucket([]byte(bucketMeta)); err == nil && (b == nil || string(b.Get([]byte("file"))) != f.id || last < saved) {
			err = errors.New("what is open is no longer the file")
		}
		return err
	})
	if err == nil && saved > 0 {
		err = c.endsWith(newest)
	}
	return err
}

// togetherTo puts the file together: the newest good copy, what this sitting began
// with, and every step that it saved since.
func (f *File) togetherTo(path string, saved uint64) error {
	f.w.mu.Lock()
	s := f.w.sitting
	f.w.mu.Unlock()
	if s.start == nil {
		return errors.New("the file was not read, so that nobody knows what was in it")
	}
	tmp := fmt.Sprintf("%s.tmp-%d", path, os.Getpid())
	defer os.Remove(tmp)
	if err := f.baseTo(tmp, s, saved); err != nil {
		return err
	}
	if err := intact(tmp, f.vault); err != nil {
		return err
	}
	return errors.Join(os.Rename(tmp, path), syncDir(filepath.Dir(path)))
}

// baseTo writes the file anew at path: on the newest copy that is of an earlier
// moment, which has the history and the snapshots, else on nothing.
func (f *File) baseTo(path string, s sitting, saved uint64) error {
	for _, from := range f.earlier() {
		_ = os.Remove(path)
		if _, err := copyQuiet(from.path, path); err != nil {
			continue
		}
		if err := f.onCopy(path, s, saved); err == nil {
			return nil
		}
	}
	puts, err := whole(s.start)
	if err != nil {
		return err
	}
	err = makeFile(path, func(tx *bolt.Tx) error {
		if err := errors.Join(f.putMetaBack(tx), f.vault.declare(tx), write(tx, f.vault, puts, 0)); err != nil {
			return err
		}
		if s.from > 0 {
			if err := writeJournal(tx, f.vault, s.from, f.gap(s.from, "what was before is in no copy: the file was cut off or written over")); err != nil {
				return err
			}
		}
		return f.vault.settleWhole(tx)
	})
	if err != nil {
		return err
	}
	return f.replay(path, s.steps)
}

// earlier are the copies of this file, the one with the latest step first, whatever is
// on the path now.
func (f *File) earlier() (out []autoCopy) {
	for _, name := range calledAfter(f.options.BackupDir, f.path) {
		if p := peek(name); p.id == f.id {
			out = append(out, autoCopy{path: name, at: backupMoment(f.path, name), id: p.id, step: p.step})
		}
	}
	slices.SortStableFunc(out, byStep)
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
		if !model.Between(was, s.start).Empty() {
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
func (f *File) endsWith(want mark) error {
	return f.view(func(tx *bolt.Tx) error {
		has, err := markAt(tx, f.vault, want.seq)
		if err == nil && !has.same(want) {
			err = errOtherFile
		}
		return err
	})
}

var errOtherFile = errors.New("it is not an earlier state of this file")

// bridge writes, as one step, what was done between a copy and the beginning of
// this sitting. The numbers between, of which nothing is known, are filled, so that
// the journal has no hole.
func (f *File) bridge(c *File, was *model.Portfolio, s sitting, last uint64) error {
	p := model.Between(was, s.start)
	p.Seq, p.Kind, p.Group, p.Label = s.from, model.StepEdit, s.from, "edits since the copy, whose steps were lost with the file"
	return c.update(func(tx *bolt.Tx) error {
		for n := last + 1; n < s.from; n++ {
			if err := writeJournal(tx, c.vault, n, f.gap(s.from, p.Label)); err != nil {
				return err
			}
		}
		return writeStep(tx, c.vault, queued{patch: p, at: f.options.now()})
	})
}

// gap is a step of which nothing is known any more.
func (f *File) gap(group uint64, label string) stepRecord {
	return stepRecord{At: f.options.now().UTC(), Kind: uint8(model.StepEdit), Label: label, Group: group}
}

// putMetaBack writes what the file said of itself.
func (f *File) putMetaBack(tx *bolt.Tx) error {
	b := tx.Bucket([]byte(bucketMeta))
	for _, k := range slices.Sorted(maps.Keys(f.meta)) {
		if k == metaPending || k == metaHead || k == "minor" && f.vault != nil {
			continue // the head is made anew, and the number goes with it
		}
		if k == "minor" && higher(b.Get([]byte(k)), f.meta[k]) {
			continue // a later step raised it
		}
		if err := f.vault.place(b, []byte(k), f.meta[k]); err != nil {
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

// metaOf is what a file says of itself.
func metaOf(tx *bolt.Tx) map[string][]byte {
	out := map[string][]byte{}
	_ = tx.Bucket([]byte(bucketMeta)).ForEach(func(k, v []byte) error { out[string(k)] = slices.Clone(v); return nil }) // it never fails
	return out
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

// batchOf is how many of some steps one transaction takes: a large one is alone.
func batchOf(steps []queued) int {
	n := min(len(steps), batchLimit)
	for i, q := range steps[:n] {
		if q.big {
			return max(1, i)
		}
	}
	return n
}

// vanished reports whether the file is gone in earnest, so that closing it would
// lose what was saved: it was deleted or written over. One that was only renamed is
// where somebody put it.
func (f *File) vanished() *goneError {
	var gone *goneError
	err := f.stillThere()
	switch {
	case f.faulted.Load() && err == nil:
		return &goneError{f.path, "cannot be read"}
	case !errors.As(err, &gone):
		return nil
	}
	if st, err := f.handle.Stat(); err == nil && f.handleWhole() == nil && hardLinks(st) > 0 {
		return nil
	}
	return gone
}

// behind reports whether there is a rescue file, and the newest entry of the queue
// is not in it.
func (f *File) behind(newest uint64) bool {
	switch {
	case f.shelter != nil:
		return f.took < newest
	case f.notes.file != nil:
		return f.notes.last < newest
	}
	return false
}

// rescued is the file that has what is not saved, and whether it is a whole one.
func (f *File) rescued() (path string, whole bool) {
	if f.shelter != nil {
		return f.shelter.path, true
	}
	return f.notes.path, false
}
