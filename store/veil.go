package store

import (
	"bytes"

	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/place"
	"accord/store/seal"
)

// Hide notes that names are hidden, with what brings the same stand-ins back; ""
// notes that they are not. It waits for nothing: it is written in its turn.
func (f *File) Hide(state string) {
	f.w.add(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketMeta))
		if state == "" {
			return f.vault.Remove(b, []byte(seal.VeilKey))
		}
		for _, key := range []string{seal.StandInsKey, seal.VeilKey} {
			k, value := f.vault.Put(seal.EnvelopePlain, seal.BucketMeta, key, 0, []byte(state))
			if err := f.vault.Place(b, k, value); err != nil {
				return err
			}
		}
		return nil
	})
}

// Hidden is what Hide noted last, "" when names are shown.
func (f *File) Hidden() (state string, err error) { return f.veiled(seal.VeilKey) }

// StandIns is what hid the names last, whether they are shown again since or not;
// "" when they never were hidden.
func (f *File) StandIns() (state string, err error) { return f.veiled(seal.StandInsKey) }

func (f *File) veiled(key string) (state string, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		value := tx.Bucket([]byte(seal.BucketMeta)).Get([]byte(key))
		if value == nil {
			return nil
		}
		_, content, _, err := f.vault.Take(seal.EnvelopePlain, seal.BucketMeta, []byte(key), value)
		if state = string(content); err != nil {
			err = place.Damaged(f.path, words.T("store.what-keeps-hidden-names", err), place.TakeBackup())
		}
		return err
	})
	return state, err
}

// noted reports whether the bytes of a file hold the key of Hide before a value, in
// use or left from before.
func noted(data []byte) bool {
	for {
		at := bytes.Index(data, []byte(seal.VeilKey))
		if at < 0 || at+len(seal.VeilKey) >= len(data) {
			return false
		}
		if data = data[at+len(seal.VeilKey):]; data[0] < ' ' { // the kind of an envelope
			return true
		}
	}
}
