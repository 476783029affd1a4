package seal

import (
	"accord/model/words"
	"crypto/sha256"
	"encoding/json"
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

// headRecord is the head as it lies in the file.
type headRecord struct {
	Last    uint64 `json:"last,omitzero"`    // number of the last step
	Sum     Sum    `json:"sum"`              // over all sealed values but this one
	Crypt   Sum    `json:"crypt"`            // of what the file says of its protection
	File    string `json:"file"`             // its number
	Guard   bool   `json:"guard,omitzero"`   // there are settings that guard the user
	Pending uint64 `json:"pending,omitzero"` // number of a step that is being written in parts
	Before  Sum    `json:"before,omitzero"`  // the sum as it was before that
}

// tally is what a transaction changed of the sum.
type tally struct {
	delta   Sum
	Used    bool
	Counts  bool   // there will be a head when it is written
	pending uint64 // a step begins that is written in parts
	done    bool   // it is written, or taken back
}

// counted are the sealed keys of meta that the sum counts.
var countedMeta = []string{MetaGuard, VeilKey, StandInsKey}

// CountedBuckets are those whose values it counts.
var CountedBuckets = []string{BucketEntities, BucketSettings, BucketJournal, BucketSnapshots, BucketContents}

// Of is a sealed value as the sum counts it; nothing for any other.
func (v *Vault) Of(value []byte) (s Sum) {
	if !IsSealed(value) || len(value) < SealedSize {
		return s
	}
	var room [55]byte // one block of the hash
	n := copy(room[:], v.count)
	n += copy(room[n:], value[sealedHead:SealedSize])
	return sha256.Sum256(room[:n])
}

// Place puts a value into a bucket, and remove takes one away; both keep count.
func (v *Vault) Place(b *bolt.Bucket, k, value []byte) error {
	if v == nil {
		return b.Put(k, value)
	}
	was := v.Of(b.Get(k))
	err := b.Put(k, value)
	if err == nil {
		v.Tally.delta.Mix(was)
		v.Tally.delta.Mix(v.Of(value))
		v.Tally.Used = true
	}
	return err
}

// Remove takes a value away, and keeps count.
func (v *Vault) Remove(b *bolt.Bucket, k []byte) error {
	if v == nil {
		return b.Delete(k)
	}
	was := v.Of(b.Get(k))
	err := b.Delete(k)
	if err == nil {
		v.Tally.delta.Mix(was)
		v.Tally.Used = v.Tally.Used || was != Sum{}
	}
	return err
}

// Begin begins to count what a transaction changes; base is as settle has it.
func (v *Vault) Begin(tx *bolt.Tx, base *Sum) {
	if v != nil {
		v.Tally = tally{Counts: base != nil || tx.Bucket([]byte(BucketMeta)).Get([]byte(MetaHead)) != nil}
	}
}

// Begins and ends mark a step that is written in parts.
func (v *Vault) Begins(seq uint64) {
	if v != nil {
		v.Tally.pending = seq
	}
}

// Ends marks that such a step is whole, or taken back.
func (v *Vault) Ends() {
	if v != nil {
		v.Tally.done, v.Tally.Used = true, true
	}
}

// ErrPutBack says that an unfinished step was made up, or what it replaced was.
var ErrPutBack = words.Fail("seal.what-unfinished-step-replaced-not")

// Settle writes the head that belongs to what the transaction changed. base is the sum
// of a file without a head as it was opened, nil when that is not known: the first
// write gives it one.
func (v *Vault) Settle(tx *bolt.Tx, base *Sum) error {
	if v == nil || !v.Tally.Used {
		return nil
	}
	h, there, err := v.Head(tx)
	switch {
	case err != nil:
		return err
	case !there && base == nil:
		return nil
	case !there:
		h.Sum = *base
	}
	if v.Tally.pending > 0 && h.Pending != v.Tally.pending {
		h.Pending, h.Before = v.Tally.pending, h.Sum
	}
	h.Sum.Mix(v.Tally.delta)
	if v.Tally.done {
		h.Pending, h.Before = 0, Sum{}
	}
	return v.PutHead(tx, h)
}

// SettleWhole writes the head of a file that was just filled.
func (v *Vault) SettleWhole(tx *bolt.Tx) error {
	if v == nil {
		return nil
	}
	return v.PutHead(tx, headRecord{Sum: v.SumOf(tx)})
}

// PutHead completes and seals a head.
func (v *Vault) PutHead(tx *bolt.Tx, h headRecord) (err error) {
	b := tx.Bucket([]byte(BucketMeta))
	if h.Last, err = LastStep(tx); err != nil {
		return err
	}
	h.Crypt = sha256.Sum256(b.Get([]byte(MetaCrypt)))
	h.File = string(b.Get([]byte("file")))
	h.Guard = b.Get([]byte(MetaGuard)) != nil
	text, err := json.Marshal(h)
	if err != nil {
		return err
	}
	k, value := v.Put(EnvelopePlain, BucketMeta, MetaHead, 0, text)
	if has, _ := strconv.Atoi(string(b.Get([]byte("minor")))); b.Get(k) == nil && has < HeadMinor {
		if err := b.Put([]byte("minor"), strconv.AppendInt(nil, HeadMinor, 10)); err != nil {
			return err
		}
	}
	return b.Put(k, value)
}

// Head reads the head of a file.
func (v *Vault) Head(tx *bolt.Tx) (h headRecord, there bool, err error) {
	k := []byte(MetaHead)
	value := tx.Bucket([]byte(BucketMeta)).Get(k)
	if value == nil {
		return h, false, nil
	}
	_, content, _, err := v.Take(EnvelopePlain, BucketMeta, k, value)
	if err == nil {
		err = json.Unmarshal(content, &h)
	}
	if err != nil {
		err = words.Wrap(err, "seal.head-file")
	}
	return h, true, err
}

// SumOf counts everything that is there. It looks at the random bytes alone: whether
// each value is whole is for whoever opens it.
func (v *Vault) SumOf(tx *bolt.Tx) (s Sum) {
	for _, name := range CountedBuckets {
		if b := tx.Bucket([]byte(name)); b != nil {
			c := b.Cursor()
			for k, value := c.First(); k != nil; k, value = c.Next() {
				s.Mix(v.Of(value))
			}
		}
	}
	s.Mix(v.SumOfMeta(tx))
	return s
}

// SumOfMeta is the part of the sum that is of what the file says of itself.
func (v *Vault) SumOfMeta(tx *bolt.Tx) (s Sum) {
	b := tx.Bucket([]byte(BucketMeta))
	for _, key := range countedMeta {
		s.Mix(v.Of(b.Get([]byte(key))))
	}
	return s
}

// WasThere checks that taking back a step has led to what was there before it.
func (v *Vault) WasThere(tx *bolt.Tx) error {
	if v == nil {
		return nil
	}
	h, there, err := v.Head(tx)
	if err != nil || !there {
		return err
	}
	if h.Sum.Mix(v.Tally.delta); h.Sum != h.Before {
		return ErrPutBack
	}
	return nil
}

// WithoutKey ends what is said of a protected file that does not belong together: only
// somebody who had the file and not its key does that.
const WithoutKey = "somebody without the passphrase put back, exchanged or removed part of what is sealed in it"

// Differs says what of a file is not as its head has it.
func (h *headRecord) Differs(tx *bolt.Tx, s Sum) (found []string) {
	b := tx.Bucket([]byte(BucketMeta))
	if sha256.Sum256(b.Get([]byte(MetaCrypt))) != h.Crypt {
		found = append(found, words.T("seal.what-says-protection-not-what"))
	}
	if string(b.Get([]byte("file"))) != h.File {
		found = append(found, words.T("seal.number-another-file"))
	}
	if last, err := LastStep(tx); err == nil && last < h.Last {
		found = append(found, words.T("seal.ends-at-step-written-up", last, h.Last))
	}
	if h.Guard && b.Get([]byte(MetaGuard)) == nil {
		found = append(found, words.T("seal.settings-guard-user-missing"))
	}
	if len(found) == 0 && s != h.Sum {
		found = append(found, words.T("seal.what-does-not-belong-together"))
	}
	return found
}
