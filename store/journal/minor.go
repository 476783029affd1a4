package journal

import (
	"bytes"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"

	"accord/store/record"
	"accord/store/seal"
)

// raiseMinor gives a file of an older minor number today's, with the first record that
// an older program could not keep. Until then that program may go on with it.
func raiseMinor(tx *bolt.Tx, puts []record.Put) error {
	meta := tx.Bucket([]byte(seal.BucketMeta))
	if meta == nil {
		return nil
	}
	has, err := strconv.Atoi(string(meta.Get([]byte("minor"))))
	if err != nil || has >= seal.Minor {
		return nil // a number that is none was refused at opening
	}
	for _, p := range puts {
		if needsMinor(p) {
			return meta.Put([]byte("minor"), []byte(strconv.Itoa(seal.Minor)))
		}
	}
	return nil
}

// needsMinor reports whether a program of minor number 0 would lose some of a record.
// Inside a text a quotation mark has a backslash before it, so that a member is never
// taken for words.
func needsMinor(p record.Put) bool {
	if p.Value == nil {
		return false
	}
	if p.Bucket == seal.BucketSettings {
		return p.Key == record.SettingWorkshop && bytes.Contains(p.Value, []byte(`"of":`))
	}
	_, rest, _ := strings.Cut(p.Key, "/")
	switch kind, _, _ := strings.Cut(rest, "/"); kind {
	case record.KindDecision:
		return true
	case record.KindInsight, record.KindValue:
		return bytes.Contains(p.Value, []byte(`"shared":`))
	}
	return false
}
