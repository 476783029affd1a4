package seal

import (
	"encoding/json"
	"errors"
	"strconv"

	bolt "go.etcd.io/bbolt"
)

// Guard are the settings of a protected file that guard its user.
type Guard struct {
	Lock   int  `json:"lock,omitzero"`   // minutes without a key until the screen is covered; 0 is never
	Editor bool `json:"editor,omitzero"` // text may be handed to $EDITOR, which needs it in a file
}

// Guard reads the settings out of their seal.
func (v *Vault) Guard(value []byte) (g Guard, err error) {
	_, content, _, err := v.Take(EnvelopePlain, BucketMeta, []byte(MetaGuard), value)
	if err == nil {
		err = json.Unmarshal(content, &g)
	}
	return g, err
}

// PutGuard writes the settings into their seal.
func PutGuard(tx *bolt.Tx, v *Vault, g Guard) error {
	text, err := json.Marshal(g)
	if err != nil {
		return err
	}
	k, value := v.Put(EnvelopePlain, BucketMeta, MetaGuard, 0, text)
	return v.Place(tx.Bucket([]byte(BucketMeta)), k, value)
}

// Declare writes into a new file how it is protected, and the format that says so.
func (v *Vault) Declare(tx *bolt.Tx) error {
	if v == nil {
		return nil
	}
	text, err := json.Marshal(v.Crypt)
	if err != nil {
		return err
	}
	b := tx.Bucket([]byte(BucketMeta))
	return errors.Join(
		b.Put([]byte(MetaCrypt), text),
		b.Put([]byte("schema"), []byte(strconv.Itoa(SealedSchema))),
		b.Put([]byte("minor"), []byte(strconv.Itoa(SealedMinor))),
	)
}
