package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/words"
	"accord/store/record"
	"accord/store/seal"
)

// Snapshot is a portfolio that was kept under a name.
type Snapshot struct {
	ID       uint64
	Name     string
	At       time.Time
	Day      model.Date // the day its figures were of
	Seq      uint64     // the step after which it was taken
	Accounts int
}

var errNoSnapshot = words.Fail("store.there-no-such-snapshot-any")

// Keep takes a snapshot of a portfolio, as it was after step seq, and waits until
// the disk has it.
func (f *File) Keep(p *model.Portfolio, name string, day model.Date, seq uint64) (Snapshot, error) {
	r := record.Snapshot{Name: model.CleanLine(name), At: f.options.now().UTC(), Day: record.Date(day), Seq: seq}
	contents, err := r.Holds(p)
	if err != nil {
		return Snapshot{}, err
	}
	var id uint64
	err = f.w.run1(func(tx *bolt.Tx) (err error) {
		id, err = record.KeepSnapshot(tx, f.vault, r, contents)
		return err
	})
	return snapshotOut(&r, id), err
}

func snapshotOut(r *record.Snapshot, id uint64) Snapshot {
	return Snapshot{ID: id, Name: r.Name, At: r.At, Day: model.Date(r.Day), Seq: r.Seq, Accounts: len(r.Accounts)}
}

// Snapshots lists what was kept, the newest first.
func (f *File) Snapshots() (out []Snapshot, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketSnapshots))
		if b == nil { // a copy of an older file that is only read
			return nil
		}
		return b.ForEach(func(k, v []byte) error {
			r, err := record.ReadSnapshot(f.vault, k, v)
			if err == nil {
				out = append(out, snapshotOut(&r, binary.BigEndian.Uint64(k)))
			}
			return err
		})
	})
	slices.Reverse(out)
	return out, err
}

// Snapshot gives the content of one.
func (f *File) Snapshot(id uint64) (p *model.Portfolio, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		key := seal.SeqKey(id)
		value := tx.Bucket([]byte(seal.BucketSnapshots)).Get(key)
		if value == nil {
			return errNoSnapshot
		}
		r, err := record.ReadSnapshot(f.vault, key, value)
		if err == nil {
			p, err = r.Content(tx.Bucket([]byte(seal.BucketContents)), f.vault)
		}
		return err
	})
	return p, err
}

// Alone gives one account of a snapshot with the settings, which is much quicker.
func (f *File) Alone(id uint64, account model.AccountID) (p *model.Portfolio, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		key := seal.SeqKey(id)
		value := tx.Bucket([]byte(seal.BucketSnapshots)).Get(key)
		if value == nil {
			return errNoSnapshot
		}
		r, err := record.ReadSnapshot(f.vault, key, value)
		if err != nil {
			return err
		}
		content, there := r.Accounts[string(account)]
		r.Accounts = nil
		if there {
			r.Accounts = map[string]string{string(account): content}
		}
		p, err = r.Content(tx.Bucket([]byte(seal.BucketContents)), f.vault)
		return err
	})
	return p, err
}

// Forget deletes a snapshot, and what no other one has.
func (f *File) Forget(id uint64) error {
	return f.w.run1(func(tx *bolt.Tx) error {
		snaps, blobs := tx.Bucket([]byte(seal.BucketSnapshots)), tx.Bucket([]byte(seal.BucketContents))
		if err := f.vault.Remove(snaps, seal.SeqKey(id)); err != nil {
			return err
		}
		used := map[string]bool{}
		err := snaps.ForEach(func(k, v []byte) error {
			r, err := record.ReadSnapshot(f.vault, k, v)
			for _, key := range r.Accounts {
				used[string(f.vault.Name(seal.BucketContents, key))] = true
			}
			used[string(f.vault.Name(seal.BucketContents, r.Settings))] = true
			return err
		})
		if err != nil {
			return err
		}
		var free [][]byte
		err = blobs.ForEach(func(k, _ []byte) error {
			if !used[string(k)] {
				free = append(free, bytes.Clone(k))
			}
			return nil
		})
		for _, k := range free {
			err = errors.Join(err, f.vault.Remove(blobs, k))
		}
		return err
	})
}
