package store

import (
	bolt "go.etcd.io/bbolt"

	"accord/store/seal"
)

// Project notes that the file is in projector mode, or no more. It waits for
// nothing: it is written in its turn.
func (f *File) Project(on bool) {
	f.w.add(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketMeta))
		if !on {
			return b.Delete([]byte(seal.ProjectorKey))
		}
		return b.Put([]byte(seal.ProjectorKey), []byte("on"))
	})
}

// Projected reports whether the file was in projector mode last.
func (f *File) Projected() (on bool, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		on = tx.Bucket([]byte(seal.BucketMeta)).Get([]byte(seal.ProjectorKey)) != nil
		return nil
	})
	return on, err
}
