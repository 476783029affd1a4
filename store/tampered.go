package store

import (
	"errors"
	"strings"

	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/journal"
	"accord/store/seal"
)

var errNoHead = words.Fail("store.head-file-removed-somebody-without")

// belongs holds what is in a protected file, of which s is the sum, against its head.
func belongs(v *seal.Vault, tx *bolt.Tx, s seal.Sum) error {
	h, there, err := v.Head(tx)
	switch {
	case err != nil:
		return err
	case !there:
		return mayLackHead(v, tx)
	}
	if found := h.Differs(tx, s); len(found) > 0 {
		return words.Fail("store.somebody-without-passphrase-put-back", strings.Join(found, "; "))
	}
	return nil
}

// mayLackHead is an error for a file that must have a head: its key says so, or its
// last step does.
func mayLackHead(v *seal.Vault, tx *bolt.Tx) error {
	if v.Crypt.Head {
		return errNoHead
	}
	k, value := tx.Bucket([]byte(seal.BucketJournal)).Cursor().Last()
	if k == nil {
		return nil
	}
	if r, err := journal.ReadEntry(v, k, value); err != nil || r.Counted {
		return errors.Join(err, errNoHead)
	}
	return nil
}
