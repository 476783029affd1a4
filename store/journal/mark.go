package journal

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/store/seal"
)

// Mark tells a step from another of its number.
type Mark struct {
	Seq   uint64
	At    time.Time
	Label string
}

// Same reports whether two marks are of one step.
func (m Mark) Same(o Mark) bool { return m.Seq == o.Seq && m.At.Equal(o.At) && m.Label == o.Label }

// MarkAt reads the mark of a step, the zero mark for step 0.
func MarkAt(tx *bolt.Tx, v *seal.Vault, seq uint64) (Mark, error) {
	key := seal.SeqKey(seq)
	value := tx.Bucket([]byte(seal.BucketJournal)).Get(key)
	if value == nil {
		return Mark{}, nil
	}
	r, err := ReadEntry(v, key, value)
	return Mark{seq, r.At, r.Label}, err
}
