package store

import bolt "go.etcd.io/bbolt"

// veilKey is where a file keeps that its names are hidden: beside what it says of
// itself, so that it is no edit, and nothing takes it back by accident.
const veilKey = "veil"

// Hide notes that names are hidden, with what brings the same stand-ins back; ""
// notes that they are not. It waits for nothing: it is written in its turn.
func (f *File) Hide(state string) {
	f.w.add(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketMeta))
		if state == "" {
			return b.Delete([]byte(veilKey))
		}
		return b.Put([]byte(veilKey), []byte(state))
	})
}

// Hidden is what Hide noted last, "" when names are shown.
func (f *File) Hidden() (state string, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		if b := tx.Bucket([]byte(bucketMeta)); b != nil {
			state = string(b.Get([]byte(veilKey)))
		}
		return nil
	})
	return state, err
}
