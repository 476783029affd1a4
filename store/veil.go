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
		return b.Put(f.vault.put(envelopePlain, bucketMeta, veilKey, 0, []byte(state)))
	})
}

// Hidden is what Hide noted last, "" when names are shown.
func (f *File) Hidden() (state string, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		value := tx.Bucket([]byte(bucketMeta)).Get([]byte(veilKey))
		if value == nil {
			return nil
		}
		_, content, _, err := f.vault.take(envelopePlain, bucketMeta, []byte(veilKey), value)
		if state = string(content); err != nil {
			err = &DamagedError{f.path, "what it keeps of hidden names: " + err.Error(), takeBackup}
		}
		return err
	})
	return state, err
}
