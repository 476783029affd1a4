package store

import (
	"bytes"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"
)

// veilKey is where a file keeps that its names are hidden: beside what it says of
// itself, so that it is no edit, and nothing takes it back by accident.
const veilKey = "veil"

// standInsKey keeps what the stand-ins are drawn from when names are shown again, so
// that the next time everybody is called what they were called before.
const standInsKey = "stand-ins"

// Hide notes that names are hidden, with what brings the same stand-ins back; ""
// notes that they are not. It waits for nothing: it is written in its turn.
func (f *File) Hide(state string) {
	f.w.add(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketMeta))
		if state == "" {
			return f.vault.remove(b, []byte(veilKey))
		}
		for _, key := range []string{standInsKey, veilKey} {
			k, value := f.vault.put(envelopePlain, bucketMeta, key, 0, []byte(state))
			if err := f.vault.place(b, k, value); err != nil {
				return err
			}
		}
		return nil
	})
}

// Hidden is what Hide noted last, "" when names are shown.
func (f *File) Hidden() (state string, err error) { return f.veiled(veilKey) }

// StandIns is what hid the names last, whether they are shown again since or not;
// "" when they never were hidden.
func (f *File) StandIns() (state string, err error) { return f.veiled(standInsKey) }

func (f *File) veiled(key string) (state string, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		value := tx.Bucket([]byte(bucketMeta)).Get([]byte(key))
		if value == nil {
			return nil
		}
		_, content, _, err := f.vault.take(envelopePlain, bucketMeta, []byte(key), value)
		if state = string(content); err != nil {
			err = &DamagedError{f.path, "what it keeps of hidden names: " + err.Error(), takeBackup}
		}
		return err
	})
	return state, err
}

// MayHide reports whether the names of a file are hidden. Of one that is beyond
// reading it tells whether anything in it says so: nobody is told a name then
// because of the damage.
func MayHide(path string, keys ...*Keys) bool {
	data, err := os.ReadFile(path)
	if err != nil || !noted(data) {
		return false
	}
	hidden := true
	err = withCopy(path, one(keys), func(f *File, _ time.Time) error {
		state, err := f.Hidden()
		hidden = state != ""
		return err
	})
	return err != nil || hidden
}

// noted reports whether the bytes of a file hold the key of Hide before a value, in
// use or left from before.
func noted(data []byte) bool {
	for {
		at := bytes.Index(data, []byte(veilKey))
		if at < 0 || at+len(veilKey) >= len(data) {
			return false
		}
		if data = data[at+len(veilKey):]; data[0] < ' ' { // the kind of an envelope
			return true
		}
	}
}
