package store

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// A step too large for one transaction is written in parts, with no other write in
// between. First comes the step itself, marked as pending; each part keeps aside
// what it replaces; the last transaction takes the mark away. A pending step that
// is met at opening was cut off by a crash: what was kept aside is put back.

// bounds say what is large: a transaction holds all it writes in memory three times.
type bounds struct {
	step int // a step with more bytes than this is written in parts
	part int // of about so many bytes each
}

var usualBounds = bounds{step: 32 << 20, part: 8 << 20}

// bucketPending keeps what a pending step replaces: bucket, a zero byte, key → 1
// and the value as it was, or 0 where there was none. It is there only meanwhile.
const bucketPending = "pend"

// metaPending is the number of the pending step.
const metaPending = "pending"

// large reports whether a step is to be written in parts. It reckons rather than
// encodes: the answer is needed before the work.
func (f *File) large(p *model.Patch) bool {
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
	list(same(before.Transactions, after.Transactions), len(after.Transactions), 120)
	list(same(before.Persons, after.Persons), len(after.Persons), 300)
	list(same(before.Seats, after.Seats), len(after.Seats), 200)
	list(same(before.Ties, after.Ties), len(after.Ties), 150)
	list(sameLists(before, after), len(after.Actions)+len(after.Objectives)+len(after.Insights)+len(after.Values)+len(after.Points)+len(after.Risks)+len(after.Reviews)+len(after.Cells)+len(after.Decisions), 400)
	return n + 150*len(after.Ratings) + 150*len(after.Years)
}

// writeLarge writes a step in parts. After an error it may be called again: what is
// written already is written once more, and what it replaced is not kept anew.
func (f *File) writeLarge(q queued) error {
	r := stepOut(q, nil)
	r.Pending = true
	err := f.part(func(tx *bolt.Tx) error {
		if _, err := tx.CreateBucketIfNotExists([]byte(bucketPending)); err != nil {
			return err
		}
		if err := tx.Bucket([]byte(bucketMeta)).Put([]byte(metaPending), strconv.AppendUint(nil, q.patch.Seq, 10)); err != nil {
			return err
		}
		f.vault.begins(q.patch.Seq)
		return writeJournal(tx, f.vault, q.patch.Seq, r)
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
		f.vault.ends()
		if err := writeJournal(tx, f.vault, q.patch.Seq, r); err != nil {
			return err
		}
		return trim(tx, f.vault, keepSteps)
	})
}

// done takes the mark of a pending step away, and what was kept aside for it.
func done(tx *bolt.Tx) error {
	return errors.Join(tx.DeleteBucket([]byte(bucketPending)), tx.Bucket([]byte(bucketMeta)).Delete([]byte(metaPending)))
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
func (f *File) writeParts(p *model.Patch) (records int, err error) {
	order := make([]int, len(p.After))
	id := func(i int) string { return f.vault.account(accountKey(accountOf(p, i).ID)) }
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(id(a), id(b)) })
	d, size := differ{}, 0
	flush := func() error {
		puts := d.puts
		d.puts, size, records = nil, 0, records+len(puts)
		return errors.Join(d.err, f.part(func(tx *bolt.Tx) error { return replace(tx, f.vault, puts, p.Seq) }))
	}
	for _, i := range order {
		from := len(d.puts)
		d.account(p.Before[i], p.After[i])
		for _, x := range d.puts[from:] {
			size += len(x.key) + len(x.value)
		}
		if size > f.bounds.part {
			if err := flush(); err != nil {
				return records, err
			}
		}
	}
	if p.ProgrammeAfter != nil {
		d.programme(p.ProgrammeBefore, p.ProgrammeAfter)
	}
	return records, flush()
}

func accountOf(p *model.Patch, i int) *model.Account {
	if p.After[i] != nil {
		return p.After[i]
	}
	return p.Before[i]
}

// replace writes records and keeps aside what was there before the pending step.
func replace(tx *bolt.Tx, vt *vault, puts []put, seq uint64) error {
	aside := tx.Bucket([]byte(bucketPending))
	for _, p := range puts {
		name := vt.name(p.bucket, p.key)
		key := slices.Concat([]byte(p.bucket), []byte{0}, name)
		if aside.Get(key) != nil {
			continue // written before, by a try that failed: what is there now is ours
		}
		kept := []byte{0}
		if was := tx.Bucket([]byte(p.bucket)).Get(name); was != nil {
			kept = append([]byte{1}, was...)
		}
		if err := aside.Put(key, kept); err != nil {
			return err
		}
	}
	return write(tx, vt, puts, seq)
}

// takeBack rolls a pending step back and says so; "" when there is none.
func (f *File) takeBack() (told string, err error) {
	seq, err := f.pending()
	if seq == 0 || err != nil {
		return "", err
	}
	if err := f.mayTakeBack(seq); err != nil {
		return "", &DamagedError{f.path, err.Error(), takeBackup}
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
	var r stepRecord
	err = f.update(func(tx *bolt.Tx) error {
		key := seqKey(seq)
		journal := tx.Bucket([]byte(bucketJournal))
		if v := journal.Get(key); v != nil {
			if r, err = readStepRecord(f.vault, key, v); err == nil { // else its lines in the index lead nowhere
				if err := forgetStep(tx, f.vault, key, r); err != nil {
					return err
				}
			}
			if err := f.vault.remove(journal, key); err != nil {
				return err
			}
		}
		f.vault.ends()
		return errors.Join(f.vault.wasThere(tx), done(tx))
	})
	if errors.Is(err, errPutBack) {
		return "", &DamagedError{f.path, err.Error(), takeBackup}
	}
	what := r.Label
	if what == "" {
		what = "the last change"
	}
	return fmt.Sprintf("%q was not finished when the program ended; it was taken back and nothing of it is in the file. Do it again", what), err
}

// pending is the number of a step that was not finished, 0 for none.
func (f *File) pending() (seq uint64, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketMeta))
		if b == nil {
			return nil
		}
		if v := b.Get([]byte(metaPending)); v != nil {
			if seq, err = strconv.ParseUint(string(v), 10, 64); err != nil || seq == 0 {
				return fmt.Errorf("the mark of an unfinished step is damaged: %q", v)
			}
		}
		return nil
	})
	return seq, err
}

// restore puts back some of what was kept aside; more says that there is more.
func restore(tx *bolt.Tx, vt *vault, limit int) (more bool, err error) {
	aside := tx.Bucket([]byte(bucketPending))
	if aside == nil {
		return false, errors.New("what an unfinished step replaced is missing")
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
			return false, fmt.Errorf("what an unfinished step replaced is damaged: %q", k)
		}
		if values[i][0] == 0 {
			err = vt.remove(b, []byte(key))
		} else {
			err = vt.place(b, []byte(key), values[i][1:])
		}
		if err = errors.Join(err, aside.Delete(k)); err != nil {
			return false, err
		}
	}
	return k != nil, nil
}

// forgetStep takes a step out of the index of accounts.
func forgetStep(tx *bolt.Tx, vt *vault, key []byte, r stepRecord) error {
	index := tx.Bucket([]byte(bucketByAcc))
	for _, id := range r.Touched {
		if err := index.Delete(byAccKey(vt.account(accountKey(model.AccountID(id))), key)); err != nil {
			return err
		}
	}
	return nil
}
