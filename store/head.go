package store

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	bolt "go.etcd.io/bbolt"
)

// A seal says that a value is whole and in its place, not that it is the newest one,
// nor that all that belong to it are there. That is what the head of a protected file
// is for: it holds a sum over every sealed value, and is written in the same
// transaction as they are. Every sealing has random bytes of its own, so a value is
// known by those: the sum is the exclusive or of a keyed hash of the random bytes of
// each. Who has no key can neither make a sum nor learn of what one is made, so a value
// that is put back, taken away or exchanged is seen, unless all of them and the head
// come from one moment, which is an older state of the whole file.

// metaHead is where the head lies.
const metaHead = "head"

// sealedMinor is the minor number of a protected file: with 1 it has a head, which a
// program that does not know it would not keep.
const sealedMinor = 1

// sum is over the sealed values of a file.
type sum [sha256.Size]byte

func (s *sum) mix(x sum) {
	for i := range s {
		s[i] ^= x[i]
	}
}

// MarshalText keeps the head short: with it, what a file says of itself is so small
// that bbolt writes it in the page of its list of buckets, which is written anyway.
func (s sum) MarshalText() ([]byte, error) {
	return base64.RawStdEncoding.AppendEncode(nil, s[:]), nil
}

// UnmarshalText reads what MarshalText wrote.
func (s *sum) UnmarshalText(text []byte) error {
	b, err := base64.RawStdEncoding.DecodeString(string(text))
	if err != nil || len(b) != len(s) {
		return errEnvelope
	}
	copy(s[:], b)
	return nil
}

// headRecord is the head as it lies in the file.
type headRecord struct {
	Last    uint64 `json:"last,omitzero"`    // number of the last step
	Sum     sum    `json:"sum"`              // over all sealed values but this one
	Crypt   sum    `json:"crypt"`            // of what the file says of its protection
	File    string `json:"file"`             // its number
	Guard   bool   `json:"guard,omitzero"`   // there are settings that guard the user
	Pending uint64 `json:"pending,omitzero"` // number of a step that is being written in parts
	Before  sum    `json:"before,omitzero"`  // the sum as it was before that
}

// tally is what a transaction changed of the sum.
type tally struct {
	delta   sum
	used    bool
	counts  bool   // there will be a head when it is written
	pending uint64 // a step begins that is written in parts
	done    bool   // it is written, or taken back
}

// counted are the sealed keys of meta that the sum counts.
var countedMeta = []string{metaGuard, veilKey, standInsKey}

// counted are the buckets whose values it counts.
var countedBuckets = []string{bucketEntities, bucketSettings, bucketJournal, bucketSnapshots, bucketContents}

// of is a sealed value as the sum counts it; nothing for any other.
func (v *vault) of(value []byte) (s sum) {
	if !isSealed(value) || len(value) < sealedSize {
		return s
	}
	var room [55]byte // one block of the hash
	n := copy(room[:], v.count)
	n += copy(room[n:], value[sealedHead:sealedSize])
	return sha256.Sum256(room[:n])
}

// place puts a value into a bucket, and remove takes one away; both keep count.
func (v *vault) place(b *bolt.Bucket, k, value []byte) error {
	if v == nil {
		return b.Put(k, value)
	}
	was := v.of(b.Get(k))
	err := b.Put(k, value)
	if err == nil {
		v.tally.delta.mix(was)
		v.tally.delta.mix(v.of(value))
		v.tally.used = true
	}
	return err
}

func (v *vault) remove(b *bolt.Bucket, k []byte) error {
	if v == nil {
		return b.Delete(k)
	}
	was := v.of(b.Get(k))
	err := b.Delete(k)
	if err == nil {
		v.tally.delta.mix(was)
		v.tally.used = v.tally.used || was != sum{}
	}
	return err
}

// begin begins to count what a transaction changes; base is as settle has it.
func (v *vault) begin(tx *bolt.Tx, base *sum) {
	if v != nil {
		v.tally = tally{counts: base != nil || tx.Bucket([]byte(bucketMeta)).Get([]byte(metaHead)) != nil}
	}
}

// begins and ends mark a step that is written in parts.
func (v *vault) begins(seq uint64) {
	if v != nil {
		v.tally.pending = seq
	}
}

func (v *vault) ends() {
	if v != nil {
		v.tally.done, v.tally.used = true, true
	}
}

// errPutBack says that an unfinished step was made up, or what it replaced was.
var errPutBack = errors.New("what an unfinished step replaced is not what was there before it: somebody without the passphrase changed it")

// settle writes the head that belongs to what the transaction changed. base is the sum
// of a file without a head as it was opened, nil when that is not known: the first
// write gives it one.
func (v *vault) settle(tx *bolt.Tx, base *sum) error {
	if v == nil || !v.tally.used {
		return nil
	}
	h, there, err := v.head(tx)
	switch {
	case err != nil:
		return err
	case !there && base == nil:
		return nil
	case !there:
		h.Sum = *base
	}
	if v.tally.pending > 0 && h.Pending != v.tally.pending {
		h.Pending, h.Before = v.tally.pending, h.Sum
	}
	h.Sum.mix(v.tally.delta)
	if v.tally.done {
		h.Pending, h.Before = 0, sum{}
	}
	return v.putHead(tx, h)
}

// settleWhole writes the head of a file that was just filled.
func (v *vault) settleWhole(tx *bolt.Tx) error {
	if v == nil {
		return nil
	}
	return v.putHead(tx, headRecord{Sum: v.sumOf(tx)})
}

// putHead completes and seals a head.
func (v *vault) putHead(tx *bolt.Tx, h headRecord) (err error) {
	b := tx.Bucket([]byte(bucketMeta))
	if h.Last, err = lastStep(tx); err != nil {
		return err
	}
	h.Crypt, h.File, h.Guard = sha256.Sum256(b.Get([]byte(metaCrypt))), string(b.Get([]byte("file"))), b.Get([]byte(metaGuard)) != nil
	text, err := json.Marshal(h)
	if err != nil {
		return err
	}
	k, value := v.put(envelopePlain, bucketMeta, metaHead, 0, text)
	if b.Get(k) == nil {
		if err := b.Put([]byte("minor"), strconv.AppendInt(nil, sealedMinor, 10)); err != nil {
			return err
		}
	}
	return b.Put(k, value)
}

// head reads the head of a file.
func (v *vault) head(tx *bolt.Tx) (h headRecord, there bool, err error) {
	k := []byte(metaHead)
	value := tx.Bucket([]byte(bucketMeta)).Get(k)
	if value == nil {
		return h, false, nil
	}
	_, content, _, err := v.take(envelopePlain, bucketMeta, k, value)
	if err == nil {
		err = json.Unmarshal(content, &h)
	}
	if err != nil {
		err = fmt.Errorf("the head of the file: %w", err)
	}
	return h, true, err
}

// sumOf counts everything that is there. It looks at the random bytes alone: whether
// each value is whole is for whoever opens it.
func (v *vault) sumOf(tx *bolt.Tx) (s sum) {
	for _, name := range countedBuckets {
		if b := tx.Bucket([]byte(name)); b != nil {
			c := b.Cursor()
			for k, value := c.First(); k != nil; k, value = c.Next() {
				s.mix(v.of(value))
			}
		}
	}
	s.mix(v.sumOfMeta(tx))
	return s
}

func (v *vault) sumOfMeta(tx *bolt.Tx) (s sum) {
	b := tx.Bucket([]byte(bucketMeta))
	for _, key := range countedMeta {
		s.mix(v.of(b.Get([]byte(key))))
	}
	return s
}

// mayTakeBack checks that the head knows of the step that is to be taken back.
func (f *File) mayTakeBack(seq uint64) error {
	if f.vault == nil {
		return nil
	}
	return f.view(func(tx *bolt.Tx) error {
		h, there, err := f.vault.head(tx)
		switch {
		case err != nil:
			return err
		case !there:
			return f.vault.mayLackHead(tx)
		case h.Pending != seq:
			return fmt.Errorf("it says that step %d is not finished, and it is: %s", seq, withoutKey)
		}
		return nil
	})
}

// wasThere checks that taking back a step has led to what was there before it.
func (v *vault) wasThere(tx *bolt.Tx) error {
	if v == nil {
		return nil
	}
	h, there, err := v.head(tx)
	if err != nil || !there {
		return err
	}
	if h.Sum.mix(v.tally.delta); h.Sum != h.Before {
		return errPutBack
	}
	return nil
}
