package pages

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"

	"accord/store/journal"
	"accord/store/seal"
)

// A damaged file is salvaged record by record: every value knows by its checksum
// whether it is whole. What the tree of pages still leads to is sure. A page that
// nothing leads to, and that is not listed as free, hung on one that is damaged,
// so it is sure too. Free pages hold older states, which serve where nothing else
// is left.

// found is one record that could be read, in its envelope.
type found struct {
	seq   uint64
	value []byte
	sure  bool
}

// Salvage is what could be read of a file.
type Salvage struct {
	Records map[string]map[string]found // by bucket and key
	lost    []keyRange
	damage  []error
	Headers bool        // one of them was good
	Both    bool        // so is the other
	unread  bool        // there are pages that nothing leads to and that cannot be read
	vault   *seal.Vault // of a protected file
	last    uint64      // the highest step that anything sure is from

	replaced map[string][]byte // by an unfinished step: bucket, a zero byte, key, as in seal.BucketPending
	CutOff   bool              // there was an unfinished step, and not all it replaced can be read

	changed map[string]journal.LastChange // by bucket and key, of the journal
	like    string                        // the number of the file, as its newest copy says it
	Said    []string                      // what is missing or older, in words
	known   uint64                        // every step after this one is in the journal
}

// Take keeps a record when it is better than what is known of its key.
// What is sealed is kept as it would lie in a file without protection. It says
// whether the record could be read.
func (s *Salvage) Take(bucket string, key, value []byte, sure bool) bool {
	if bucket == seal.BucketPending {
		s.replaced[string(key)] = bytes.Clone(value)
		return true
	}
	known := s.Records[bucket]
	if known == nil {
		return false
	}
	if seal.IsSealed(value) && bucket != seal.BucketMeta {
		k, content, seq, err := s.vault.Take(seal.KindIn(bucket), bucket, key, value)
		if err != nil {
			if sure {
				s.damage = append(s.damage, err)
				s.lost = append(s.lost, keyRange{bucket, bytes.Clone(key), bytes.Clone(key), false})
			}
			return false
		}
		key, value = k, seal.Plain(k, seq, content)
		value[0] = seal.KindIn(bucket)
	}
	f := found{value: bytes.Clone(value), sure: sure}
	if bucket != seal.BucketMeta && bucket != seal.BucketByAcc {
		f.seq = binary.BigEndian.Uint64(value[5:])
		if sure && bucket != seal.BucketContents {
			s.last = max(s.last, f.seq)
		}
	}
	if old, there := known[string(key)]; !there || f.sure && !old.sure || f.sure == old.sure && f.seq > old.seq {
		known[string(key)] = f
	}
	return true
}

// Put writes a record into the new file as its vault has it.
func (s *Salvage) Put(tx *bolt.Tx, bucket, key string, value []byte) error {
	content, seq, err := seal.OpenKind(seal.KindIn(bucket), []byte(key), value)
	if err != nil {
		return err
	}
	k, sealed := s.vault.Put(seal.KindIn(bucket), bucket, key, seq, content)
	return tx.Bucket([]byte(bucket)).Put(k, sealed)
}

// Settle decides what of the unsure is used: not what was written and never
// committed, and not what the journal says was deleted since.
func (s *Salvage) Settle() {
	s.takeBack()
	for _, known := range s.Records {
		for key, f := range known {
			if !f.sure && s.Headers && f.seq > s.last {
				delete(known, key)
			}
		}
	}
	s.readJournal()
	for key, at := range s.changed {
		bucket, key, _ := strings.Cut(key, " ")
		if f, there := s.Records[bucket][key]; there && at.Gone && !f.sure && f.seq < at.Seq {
			delete(s.Records[bucket], key)
		}
	}
}

// takeBack undoes a step that was not finished: what it wrote is dropped, and what
// it replaced is put back.
func (s *Salvage) takeBack() {
	pending := uint64(0)
	if n, err := strconv.ParseUint(string(s.Records[seal.BucketMeta][seal.MetaPending].value), 10, 64); err == nil {
		pending = n
	}
	s.steps(func(seq uint64, r *journal.Entry) {
		if r.Pending {
			pending = max(pending, seq)
		}
	})
	if pending == 0 {
		return
	}
	for name, known := range s.Records {
		if name != seal.BucketMeta && name != seal.BucketByAcc {
			maps.DeleteFunc(known, func(_ string, f found) bool { return f.seq >= pending })
		}
	}
	s.last = min(s.last, pending-1)
	for key, kept := range s.replaced {
		if bucket, key, _ := strings.Cut(key, "\x00"); len(kept) > 1 {
			s.Take(bucket, []byte(key), kept[1:], true)
		}
	}
	s.CutOff = slices.ContainsFunc(s.lost, func(r keyRange) bool { return r.bucket == seal.BucketPending })
}

// readJournal notes the last change of every record, and how far back the steps
// are there without a gap.
func (s *Salvage) readJournal() {
	s.changed = map[string]journal.LastChange{}
	there := map[uint64]bool{}
	newest := s.last
	s.steps(func(seq uint64, r *journal.Entry) {
		newest = max(newest, seq)
		there[seq] = r.Big == 0
		for _, c := range r.Changes {
			key := journal.BucketOf(c) + " " + c.Key
			if seq >= s.changed[key].Seq {
				s.changed[key] = journal.LastChange{Seq: seq, Gone: c.After == nil}
			}
		}
	})
	s.known = newest
	for s.known > 0 && there[s.known] {
		s.known--
	}
}

// old reports whether a record is, or may be, older than the last edit.
func (s *Salvage) old(bucket, key string, f found) bool {
	at, changed := s.changed[bucket+" "+key]
	return changed && f.seq < at.Seq || !f.sure && s.Headers && f.seq < s.known
}

// steps gives the steps that could be read, in no order.
func (s *Salvage) steps(give func(seq uint64, r *journal.Entry)) {
	for key, f := range s.Records[seal.BucketJournal] {
		if r, err := journal.ReadEntry(nil, []byte(key), f.value); err == nil {
			give(binary.BigEndian.Uint64([]byte(key)), &r)
		}
	}
}
