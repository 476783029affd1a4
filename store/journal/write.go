package journal

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/record"
	"accord/store/seal"
)

// many is how many records make it worth telling bbolt that pages may be full: an
// import is followed by reading far more often than by writing.
const many = 1000

// WriteRecords puts records into the file, each in an envelope of the step.
func WriteRecords(tx *bolt.Tx, v *seal.Vault, puts []record.Put, seq uint64) error {
	if len(puts) > many { // bbolt inserts into a long list: in order that is appending
		puts = slices.Clone(puts)
		slices.SortStableFunc(puts, func(a, b record.Put) int {
			return cmp.Or(strings.Compare(a.Bucket, b.Bucket), strings.Compare(a.Key, b.Key))
		})
	}
	if err := raiseMinor(tx, puts); err != nil {
		return err
	}
	for _, p := range puts {
		b := tx.Bucket([]byte(p.Bucket))
		if b == nil {
			return words.Fail("journal.file-no-bucket", p.Bucket)
		}
		if len(puts) > many {
			b.FillPercent = 0.9
		}
		if p.Value == nil {
			if err := v.Remove(b, v.Name(p.Bucket, p.Key)); err != nil {
				return err
			}
			continue
		}
		key, value := v.Put(seal.EnvelopePlain, p.Bucket, p.Key, seq, p.Value)
		if err := v.Place(b, key, value); err != nil {
			return err
		}
	}
	return nil
}

// WriteStep writes one step: its records, its journal entry and the index of
// accounts.
func WriteStep(tx *bolt.Tx, v *seal.Vault, p *edit.Patch, at time.Time) error {
	puts, err := record.Changes(p)
	if err != nil {
		return err
	}
	if err := WriteRecords(tx, v, puts, p.Seq); err != nil {
		return err
	}
	return WriteEntry(tx, v, p.Seq, EntryOf(p, at, puts))
}

// WriteEntry writes a step without its records: the journal and the index of accounts.
func WriteEntry(tx *bolt.Tx, v *seal.Vault, seq uint64, r Entry) error {
	r.Counted = v != nil && v.Tally.Counts
	content, err := json.Marshal(r)
	if err != nil {
		return err
	}
	journal := tx.Bucket([]byte(seal.BucketJournal))
	journal.FillPercent = 0.95 // only ever added to at the end
	key, value := v.Put(seal.EnvelopePlain, seal.BucketJournal, string(seal.SeqKey(seq)), seq, content)
	if err := v.Place(journal, key, value); err != nil {
		return err
	}
	return Index(tx, v, key, r.Touched)
}

// Index enters a step among those of the accounts it touched.
func Index(tx *bolt.Tx, v *seal.Vault, step []byte, touched []string) error {
	index := tx.Bucket([]byte(seal.BucketByAcc))
	keys := make([]string, len(touched))
	for i, id := range touched {
		keys[i] = v.Account(record.AccountKey(model.AccountID(id)))
	}
	slices.Sort(keys) // in order, as in write
	for _, key := range keys {
		if err := index.Put(seal.ByAccKey(key, step), []byte{1}); err != nil {
			return err
		}
	}
	return nil
}

// Trim drops the oldest steps when there are more than keep.
func Trim(tx *bolt.Tx, vt *seal.Vault, keep uint64) error {
	journal := tx.Bucket([]byte(seal.BucketJournal))
	c := journal.Cursor()
	first, _ := c.First()
	last, _ := c.Last()
	if len(first) != 8 || len(last) != 8 || binary.BigEndian.Uint64(last)-binary.BigEndian.Uint64(first) < keep+DropSteps {
		return nil
	}
	var old [][]byte
	for k, v := c.First(); k != nil && len(old) < DropSteps; k, v = c.Next() {
		old = append(old, append([]byte(nil), k...))
		r, err := ReadEntry(vt, k, v)
		if err != nil {
			continue // its lines in the index lead nowhere then, which History knows
		}
		if err := ForgetStep(tx, vt, k, r); err != nil {
			return err
		}
	}
	for _, k := range old {
		if err := vt.Remove(journal, k); err != nil {
			return err
		}
	}
	return nil
}

// ForgetStep takes a step out of the index of accounts.
func ForgetStep(tx *bolt.Tx, vt *seal.Vault, key []byte, r Entry) error {
	index := tx.Bucket([]byte(seal.BucketByAcc))
	for _, id := range r.Touched {
		if err := index.Delete(seal.ByAccKey(vt.Account(record.AccountKey(model.AccountID(id))), key)); err != nil {
			return err
		}
	}
	return nil
}
