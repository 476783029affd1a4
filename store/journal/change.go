package journal

import (
	"encoding/json"

	"accord/store/seal"
)

// Change is what differs in one record; a side that is missing means that
// there was, or is, no such record.
type Change struct {
	Bucket string          `json:"b,omitzero"` // "" is ent
	Key    string          `json:"k"`
	Before json.RawMessage `json:"was,omitzero"`
	After  json.RawMessage `json:"is,omitzero"`
}

// LastChange is the last that the journal knows of a record.
type LastChange struct {
	Seq  uint64
	Gone bool
}

// BucketOf is the bucket of the record that a change is about.
func BucketOf(c Change) string {
	if c.Bucket == "" {
		return seal.BucketEntities
	}
	return c.Bucket
}
