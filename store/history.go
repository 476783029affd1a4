package store

import (
	"slices"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/words"
	"accord/store/journal"
	"accord/store/place"
	"accord/store/seal"
)

// History gives the newest steps first: all of them, or those that touched one
// account. limit 0 is no limit.
func (f *File) History(limit int, account model.AccountID) (out []journal.Step, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		steps := tx.Bucket([]byte(seal.BucketJournal))
		add := func(key, value []byte) error {
			s, err := journal.ReadStep(f.vault, key, value)
			out = append(out, s)
			return err
		}
		if account != "" {
			for _, key := range journal.StepsOf(tx, f.vault, account, limit) {
				value := steps.Get(key)
				if value == nil {
					continue
				}
				if err := add(key, value); err != nil {
					return err
				}
				if !slices.Contains(out[len(out)-1].Account, account) {
					return words.Fail("store.index-steps-says-step-about", out[len(out)-1].Seq, account)
				}
			}
			return nil
		}
		c := steps.Cursor()
		for k, v := c.Last(); k != nil && (limit == 0 || len(out) < limit); k, v = c.Prev() {
			if err := add(k, v); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, place.Damaged(f.path, err.Error(), words.T("store.accounts-themselves-not-touched-by"))
	}
	return out, nil
}
