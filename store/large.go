package store

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/journal"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

// A step too large for one transaction is written in parts, with no other write in
// between. First comes the step itself, marked as pending; each part keeps aside
// what it replaces; the last transaction takes the mark away. A pending step that
// is met at opening was cut off by a crash: what was kept aside is put back.

// large reports whether a step is to be written in parts. It reckons rather than
// encodes: the answer is needed before the work.
func (f *File) large(p *edit.Patch) bool {
	size := 0
	for i := range p.After {
		if size += weight(p.Before[i], p.After[i]); size > f.bounds.step {
			return true
		}
	}
	return false
}

// weight is about how many bytes the records of an edited account take.
func weight(before, after *model.Account) int {
	if after == nil {
		after, before = before, nil
	}
	if before == nil {
		before = new(model.Account)
	}
	n := 300 + len(after.Notes)
	list := func(same bool, count, each int) {
		if !same {
			n += count * each
		}
	}
	list(record.Same(before.Transactions, after.Transactions), len(after.Transactions), 120)
	list(record.Same(before.Persons, after.Persons), len(after.Persons), 300)
	list(record.Same(before.Seats, after.Seats), len(after.Seats), 200)
	list(record.Same(before.Ties, after.Ties), len(after.Ties), 150)
	items := 0
	for i := range edit.PlanLists {
		items += edit.PlanLists[i].Len(after)
	}
	list(record.SameLists(before, after), items, 400)
	return n + 150*len(after.Ratings) + 150*len(after.Years)
}

// writeLarge writes a step in parts. After an error it may be called again: what is
// written already is written once more, and what it replaced is not kept anew.
func (f *File) writeLarge(q queued) error {
	r := journal.EntryOf(q.patch, q.at, nil)
	r.Pending = true
	err := f.part(func(tx *bolt.Tx) error {
		if _, err := tx.CreateBucketIfNotExists([]byte(seal.BucketPending)); err != nil {
			return err
		}
		meta := tx.Bucket([]byte(seal.BucketMeta))
		if err := meta.Put([]byte(seal.MetaPending), strconv.AppendUint(nil, q.patch.Seq, 10)); err != nil {
			return err
		}
		f.vault.Begins(q.patch.Seq)
		return journal.WriteEntry(tx, f.vault, q.patch.Seq, r)
	})
	if err != nil {
		return err
	}
	if r.Big, err = f.writeParts(q.patch); err != nil {
		return err
	}
	r.Pending = false
	return f.part(func(tx *bolt.Tx) error {
		if err := done(tx); err != nil {
			return err
		}
		f.vault.Ends()
		if err := journal.WriteEntry(tx, f.vault, q.patch.Seq, r); err != nil {
			return err
		}
		return journal.Trim(tx, f.vault, journal.KeepSteps)
	})
}

// done takes the mark of a pending step away, and what was kept aside for it.
func done(tx *bolt.Tx) error {
	return errors.Join(
		tx.DeleteBucket([]byte(seal.BucketPending)),
		tx.Bucket([]byte(seal.BucketMeta)).Delete([]byte(seal.MetaPending)),
	)
}

// part is one transaction of several.
func (f *File) part(do func(*bolt.Tx) error) error {
	return f.update(func(tx *bolt.Tx) error {
		if err := do(tx); err != nil {
			return err
		}
		if f.disk != nil {
			return f.disk(tx)
		}
		return nil
	})
}

// writeParts writes the records of a step and says how many they were. Accounts go
// in the order of their keys, which is the order of the file's pages.
func (f *File) writeParts(p *edit.Patch) (records int, err error) {
	order := make([]int, len(p.After))
	id := func(i int) string { return f.vault.Account(record.AccountKey(accountOf(p, i).ID)) }
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(id(a), id(b)) })
	d, size := record.Differ{}, 0
	flush := func() error {
		puts := d.Puts
		d.Puts, size, records = nil, 0, records+len(puts)
		return errors.Join(d.Err, f.part(func(tx *bolt.Tx) error { return replace(tx, f.vault, puts, p.Seq) }))
	}
	for _, i := range order {
		from := len(d.Puts)
		d.Account(p.Before[i], p.After[i])
		for _, x := range d.Puts[from:] {
			size += len(x.Key) + len(x.Value)
		}
		if size > f.bounds.part {
			if err := flush(); err != nil {
				return records, err
			}
		}
	}
	if p.ProgrammeAfter != nil {
		d.Programme(p.ProgrammeBefore, p.ProgrammeAfter)
	}
	return records, flush()
}

func accountOf(p *edit.Patch, i int) *model.Account {
	if p.After[i] != nil {
		return p.After[i]
	}
	return p.Before[i]
}

// replace writes records and keeps aside what was there before the pending step.
func replace(tx *bolt.Tx, vt *seal.Vault, puts []record.Put, seq uint64) error {
	aside := tx.Bucket([]byte(seal.BucketPending))
	for _, p := range puts {
		name := vt.Name(p.Bucket, p.Key)
		key := slices.Concat([]byte(p.Bucket), []byte{0}, name)
		if aside.Get(key) != nil {
			continue // written before, by a try that failed: what is there now is ours
		}
		kept := []byte{0}
		if was := tx.Bucket([]byte(p.Bucket)).Get(name); was != nil {
			kept = append([]byte{1}, was...)
		}
		if err := aside.Put(key, kept); err != nil {
			return err
		}
	}
	return journal.WriteRecords(tx, vt, puts, seq)
}

// takeBack rolls a pending step back and says so; "" when there is none.
func (f *File) takeBack() (told string, err error) {
	seq, err := f.pending()
	if seq == 0 || err != nil {
		return "", err
	}
	if err := f.mayTakeBack(seq); err != nil {
		return "", place.Damaged(f.path, err.Error(), place.TakeBackup())
	}
	for more := true; more && err == nil; {
		err = f.update(func(tx *bolt.Tx) (err error) {
			more, err = restore(tx, f.vault, f.bounds.part)
			return err
		})
	}
	if err != nil {
		return "", err
	}
	var r journal.Entry
	err = f.update(func(tx *bolt.Tx) error {
		key := seal.SeqKey(seq)
		steps := tx.Bucket([]byte(seal.BucketJournal))
		if v := steps.Get(key); v != nil {
			if r, err = journal.ReadEntry(f.vault, key, v); err == nil { // else its lines in the index lead nowhere
				if err := journal.ForgetStep(tx, f.vault, key, r); err != nil {
					return err
				}
			}
			if err := f.vault.Remove(steps, key); err != nil {
				return err
			}
		}
		f.vault.Ends()
		return errors.Join(f.vault.WasThere(tx), done(tx))
	})
	if errors.Is(err, seal.ErrPutBack) {
		return "", place.Damaged(f.path, err.Error(), place.TakeBackup())
	}
	what := r.Label
	if what == "" {
		what = words.T("store.last-change")
	}
	return words.T("store.not-finished-when-program-ended", what), err
}

// pending is the number of a step that was not finished, 0 for none.
func (f *File) pending() (seq uint64, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketMeta))
		if b == nil {
			return nil
		}
		if v := b.Get([]byte(seal.MetaPending)); v != nil {
			if seq, err = strconv.ParseUint(string(v), 10, 64); err != nil || seq == 0 {
				return words.Fail("store.mark-unfinished-step-damaged", string(v))
			}
		}
		return nil
	})
	return seq, err
}

// restore puts back some of what was kept aside; more says that there is more.
func restore(tx *bolt.Tx, vt *seal.Vault, limit int) (more bool, err error) {
	aside := tx.Bucket([]byte(seal.BucketPending))
	if aside == nil {
		return false, words.Fail("store.what-unfinished-step-replaced-missing")
	}
	var keys, values [][]byte
	size := 0
	c := aside.Cursor()
	k, v := c.First()
	for ; k != nil && (len(keys) == 0 || size < limit); k, v = c.Next() {
		keys, values = append(keys, slices.Clone(k)), append(values, slices.Clone(v))
		size += 2*len(k) + len(v)
	}
	for i, k := range keys {
		bucket, key, _ := strings.Cut(string(k), "\x00")
		b := tx.Bucket([]byte(bucket))
		if b == nil || len(values[i]) == 0 {
			return false, words.Fail("store.what-unfinished-step-replaced-damaged", string(k))
		}
		if values[i][0] == 0 {
			err = vt.Remove(b, []byte(key))
		} else {
			err = vt.Place(b, []byte(key), values[i][1:])
		}
		if err = errors.Join(err, aside.Delete(k)); err != nil {
			return false, err
		}
	}
	return k != nil, nil
}

// mayTakeBack checks that the head knows of the step that is to be taken back.
func (f *File) mayTakeBack(seq uint64) error {
	if f.vault == nil {
		return nil
	}
	return f.view(func(tx *bolt.Tx) error {
		h, there, err := f.vault.Head(tx)
		switch {
		case err != nil:
			return err
		case !there:
			return mayLackHead(f.vault, tx)
		case h.Pending != seq:
			return words.Fail("store.says-step-not-finished-somebody", seq)
		}
		return nil
	})
}
