package store

import (
	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/place"
	"accord/store/seal"
)

// unlock finds the vault of an open database, which may be a copy of another. A file of a format that this program
// does not know is left to who looks at formats.
func (f *File) unlock(of string, k *seal.Keys) error {
	v, err := f.format()
	if err != nil || v.schema > seal.SealedSchema || v.crypt == nil {
		return nil
	}
	c, err := seal.ParseCrypt(v.crypt)
	if err != nil {
		return place.Damaged(f.path, err.Error(), place.TakeBackup())
	}
	vt, err := k.Vault(of, c)
	if err == nil {
		f.vault = seal.NewVaultOf(vt, c) // each file counts its own
	}
	return err
}

// Protected reports whether the file is sealed.
func (f *File) Protected() bool { return f.vault != nil }

// Guard gives the settings of the file.
func (f *File) Guard() (g seal.Guard, err error) {
	if f.vault == nil {
		return seal.Guard{Editor: true}, nil
	}
	err = f.view(func(tx *bolt.Tx) error {
		k := []byte(seal.MetaGuard)
		value := tx.Bucket([]byte(seal.BucketMeta)).Get(k)
		if value == nil {
			return nil
		}
		g, err = f.vault.Guard(value)
		return err
	})
	return g, err
}

// SetGuard changes the settings of the file.
func (f *File) SetGuard(g seal.Guard) error {
	if f.vault == nil {
		return errPlain
	}
	return f.w.run1(func(tx *bolt.Tx) error { return seal.PutGuard(tx, f.vault, g) })
}

var errPlain = words.Fail("store.file-not-protected-by-passphrase")
