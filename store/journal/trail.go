package journal

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/seal"
)

// trail is what the steps of the journal say of the records.
type trail struct {
	vault    *seal.Vault
	newest   map[string]LastChange // by bucket, a zero byte and the key as it lies there
	first    uint64
	big      []uint64 // steps that do not say which records they changed
	repaired bool     // a repair put older records there, and said so
}

// FollowTrail holds every record against the steps, and tells what does not fit.
func FollowTrail(tx *bolt.Tx, v *seal.Vault, bad func(string, ...any)) {
	t := &trail{vault: v, newest: map[string]LastChange{}}
	t.follow(tx, bad)
	if !t.repaired {
		t.compare(tx, bad)
	}
}

// follow reads all steps. Their numbers have no gaps; the oldest may be gone.
func (t *trail) follow(tx *bolt.Tx, bad func(string, ...any)) {
	before := uint64(0)
	_ = tx.Bucket([]byte(seal.BucketJournal)).ForEach(func(k, value []byte) error {
		if len(k) != 8 {
			return nil
		}
		seq := binary.BigEndian.Uint64(k)
		switch {
		case before == 0:
			t.first = seq
		case seq == before+2:
			bad("%s", words.T("journal.step-history-missing", before+1))
		case seq > before+1:
			bad("%s", words.T("journal.steps-history-missing", before+1, seq-1))
		}
		before = seq
		s, err := ReadEntry(t.vault, k, value)
		if err != nil {
			return nil // told by who reads the steps
		}
		if s.Big > 0 || s.Pending {
			t.big = append(t.big, seq)
			t.repaired = t.repaired || s.Label == RepairedLabel
		}
		for _, c := range s.Changes {
			name := BucketOf(c) + "\x00" + string(t.vault.Name(BucketOf(c), c.Key))
			t.newest[name] = LastChange{Seq: seq, Gone: c.After == nil}
		}
		return nil
	})
}

// compare holds every record against the newest step that names it.
func (t *trail) compare(tx *bolt.Tx, bad func(string, ...any)) {
	for _, bucket := range []string{seal.BucketEntities, seal.BucketSettings} {
		b := tx.Bucket([]byte(bucket))
		if b == nil {
			continue
		}
		_ = b.ForEach(func(k, value []byte) error {
			key, _, seq, err := t.vault.Take(seal.EnvelopePlain, bucket, k, value)
			if err != nil {
				return nil // told by who reads the records
			}
			name := bucket + "\x00" + string(k)
			at, named := t.newest[name]
			delete(t.newest, name)
			switch {
			case named && at.Gone && seq <= at.Seq:
				bad("%s", words.T("journal.record-there-step-deleted", seal.BucketWords(bucket), string(key), at.Seq))
			case named && seq < at.Seq:
				bad("%s", words.T("journal.record-step-step-changed", seal.BucketWords(bucket), string(key), seq, at.Seq))
			case seq > at.Seq && seq >= t.first && seq > 0 && !slices.Contains(t.big, seq):
				bad("%s", words.T("journal.record-step-which-does-not", seal.BucketWords(bucket), string(key), seq))
			}
			return nil
		})
	}
	for _, name := range slices.Sorted(maps.Keys(t.newest)) {
		bucket, _, _ := strings.Cut(name, "\x00")
		if at := t.newest[name]; !at.Gone && !slices.ContainsFunc(t.big, func(seq uint64) bool { return seq > at.Seq }) {
			bad("%s", words.T("journal.record-step-wrote-missing", seal.BucketWords(bucket), at.Seq))
		}
	}
}

// RepairedLabel is what the step is called with which a repair ends.
const RepairedLabel = "repaired from a damaged file"
