package store

import (
	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/journal"
	"accord/store/seal"
)

// The past is found by walking back: from what is there now, the changes of each
// step are taken away, the newest first, until the moment asked for.

// errPending says that the journal is behind what the caller has.
var errPending = words.Fail("store.last-edits-still-being-saved")

// At is the portfolio as it was after step seq, given the one after step of.
// accounts that no step in between touched are the same.
func (f *File) At(now *model.Portfolio, of, seq uint64) (*model.Portfolio, error) {
	b, err := f.Back(now, of, seq)
	if err != nil {
		return nil, err
	}
	return b.Apply(now), nil
}

// Back is the patch that leads from the portfolio after step of back to the one
// after step seq.
func (f *File) Back(now *model.Portfolio, of, seq uint64) (b *edit.Patch, err error) {
	b = new(edit.Patch)
	if seq >= of {
		return b, nil
	}
	err = f.view(func(tx *bolt.Tx) error {
		last, err := seal.LastStep(tx)
		switch {
		case err != nil:
			return err
		case last < of:
			return errPending
		}
		p := journal.NewPast(now)
		c := tx.Bucket([]byte(seal.BucketJournal)).Cursor()
		at := of
		for k, v := c.Seek(seal.SeqKey(of)); k != nil && at > seq; k, v = c.Prev() {
			r, err := journal.ReadEntry(f.vault, k, v)
			if err != nil {
				return err
			}
			if r.Big > 0 {
				s, _ := journal.ReadStep(f.vault, k, v)
				return &journal.TooFarError{Step: s}
			}
			if err := p.Reverse(r); err != nil {
				return err
			}
			at--
		}
		if at > seq {
			return &journal.TooFarError{Gone: true, First: at + 1}
		}
		b, err = p.Patch()
		return err
	})
	return b, err
}
