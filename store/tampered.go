package store

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// withoutKey ends what is said of a protected file that does not belong together: only
// somebody who had the file and not its key does that.
const withoutKey = "somebody without the passphrase put back, exchanged or removed part of what is sealed in it"

var errNoHead = errors.New("the head of the file was removed: " + withoutKey)

// belongs holds what is in a protected file, of which s is the sum, against its head.
func (v *vault) belongs(tx *bolt.Tx, s sum) error {
	h, there, err := v.head(tx)
	switch {
	case err != nil:
		return err
	case !there:
		return v.mayLackHead(tx)
	}
	if found := h.differs(tx, s); len(found) > 0 {
		return errors.New(strings.Join(found, "; ") + ": " + withoutKey)
	}
	return nil
}

// mayLackHead is an error for a file that must have a head: its key says so, or its
// last step does.
func (v *vault) mayLackHead(tx *bolt.Tx) error {
	if v.crypt.Head {
		return errNoHead
	}
	k, value := tx.Bucket([]byte(bucketJournal)).Cursor().Last()
	if k == nil {
		return nil
	}
	if r, err := readStepRecord(v, k, value); err != nil || r.Counted {
		return errors.Join(err, errNoHead)
	}
	return nil
}

// differs says what of a file is not as its head has it.
func (h *headRecord) differs(tx *bolt.Tx, s sum) (found []string) {
	b := tx.Bucket([]byte(bucketMeta))
	if sha256.Sum256(b.Get([]byte(metaCrypt))) != h.Crypt {
		found = append(found, "what it says of its protection is not what was written there")
	}
	if string(b.Get([]byte("file"))) != h.File {
		found = append(found, "it has the number of another file")
	}
	if last, err := lastStep(tx); err == nil && last < h.Last {
		found = append(found, fmt.Sprintf("it ends at step %d and was written up to step %d", last, h.Last))
	}
	if h.Guard && b.Get([]byte(metaGuard)) == nil {
		found = append(found, "the settings that guard its user are missing")
	}
	if len(found) == 0 && s != h.Sum {
		found = append(found, "what is in it does not belong together")
	}
	return found
}

// counted holds a protected file against its head, and says which records and steps
// are not the ones that belong there.
func (r *Report) counted(tx *bolt.Tx, v *vault) {
	if v == nil || tx.Bucket([]byte(bucketJournal)) == nil || tx.Bucket([]byte(bucketEntities)) == nil {
		return
	}
	_, there, _ := v.head(tx)
	err := v.belongs(tx, v.sumOf(tx))
	if err != nil {
		r.bad("%v", err)
	}
	if err == nil && there {
		return // the sum knows everything that could be said now
	}
	t := &trail{vault: v, newest: map[string]lastChange{}}
	t.follow(tx, r.bad)
	if !t.repaired {
		t.compare(tx, r.bad)
	}
}

// trail is what the steps of the journal say of the records.
type trail struct {
	vault    *vault
	newest   map[string]lastChange // by bucket, a zero byte and the key as it lies there
	first    uint64
	big      []uint64 // steps that do not say which records they changed
	repaired bool     // a repair put older records there, and said so
}

// follow reads all steps. Their numbers have no gaps; the oldest may be gone.
func (t *trail) follow(tx *bolt.Tx, bad func(string, ...any)) {
	before := uint64(0)
	_ = tx.Bucket([]byte(bucketJournal)).ForEach(func(k, value []byte) error {
		if len(k) != 8 {
			return nil
		}
		seq := binary.BigEndian.Uint64(k)
		switch {
		case before == 0:
			t.first = seq
		case seq == before+2:
			bad("step %d of the history is missing", before+1)
		case seq > before+1:
			bad("steps %d to %d of the history are missing", before+1, seq-1)
		}
		before = seq
		s, err := readStepRecord(t.vault, k, value)
		if err != nil {
			return nil // told by who reads the steps
		}
		if s.Big > 0 || s.Pending {
			t.big = append(t.big, seq)
			t.repaired = t.repaired || s.Label == repairedLabel
		}
		for _, c := range s.Changes {
			name := changeBucket(c) + "\x00" + string(t.vault.name(changeBucket(c), c.Key))
			t.newest[name] = lastChange{seq, c.After == nil}
		}
		return nil
	})
}

// compare holds every record against the newest step that names it.
func (t *trail) compare(tx *bolt.Tx, bad func(string, ...any)) {
	for _, bucket := range []string{bucketEntities, bucketSettings} {
		b := tx.Bucket([]byte(bucket))
		if b == nil {
			continue
		}
		_ = b.ForEach(func(k, value []byte) error {
			key, _, seq, err := t.vault.take(envelopePlain, bucket, k, value)
			if err != nil {
				return nil // told by who reads the records
			}
			name := bucket + "\x00" + string(k)
			at, named := t.newest[name]
			delete(t.newest, name)
			switch {
			case named && at.gone && seq <= at.seq:
				bad("%s: record %s is there, and step %d deleted it", bucketWords(bucket), key, at.seq)
			case named && seq < at.seq:
				bad("%s: record %s is of step %d, and step %d changed it", bucketWords(bucket), key, seq, at.seq)
			case seq > at.seq && seq >= t.first && seq > 0 && !slices.Contains(t.big, seq):
				bad("%s: record %s is of step %d, which does not name it", bucketWords(bucket), key, seq)
			}
			return nil
		})
	}
	for _, name := range slices.Sorted(maps.Keys(t.newest)) {
		bucket, _, _ := strings.Cut(name, "\x00")
		if at := t.newest[name]; !at.gone && !slices.ContainsFunc(t.big, func(seq uint64) bool { return seq > at.seq }) {
			bad("%s: a record that step %d wrote is missing", bucketWords(bucket), at.seq)
		}
	}
}
