package seal

import (
	"accord/model/words"
	"encoding/binary"

	bolt "go.etcd.io/bbolt"
)

// The buckets of a file.
const (
	BucketMeta     = "meta"    // plain text about the file itself
	BucketEntities = "ent"     // account/kind/id → record
	BucketSettings = "conf"    // programme, pack, team
	BucketJournal  = "journal" // step number → step
	BucketByAcc    = "jx"      // account/step number → nothing: one account's history

	BucketSnapshots = "snap" // number → what a snapshot holds
	BucketContents  = "sc"   // checksum → the records of an account, or the settings, in snapshots
)

// schema is the number of the format this program writes; minor counts additions
// that an older program could not keep.
const (
	Schema = 1
	Minor  = 2
	// SealedSchema is that of a protected file: format 1 with sealed values, which
	// a program that does not know it must not take for damage.
	SealedSchema = 2
)

// AllBuckets are those that every file has.
var AllBuckets = []string{BucketMeta, BucketEntities, BucketSettings, BucketJournal, BucketByAcc, BucketSnapshots, BucketContents}

// MetaHead is where the head lies.
const MetaHead = "head"

// SealedMinor is the minor number of a protected file this program makes. HeadMinor is the
// least of one with a head, which a program that does not know it would not keep.
const (
	SealedMinor = 2
	HeadMinor   = 1
)

// SeqKey is the key of a step, and of a snapshot: their order is that of the numbers.
func SeqKey(seq uint64) []byte { return binary.BigEndian.AppendUint64(nil, seq) }

// ByAccKey is an account's id and a step's number in the index of steps.
func ByAccKey(account string, step []byte) []byte { return append([]byte(account+"/"), step...) }

// SeqOf is the number of a step by its key, 0 for no such key.
func SeqOf(key []byte) uint64 {
	if len(key) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(key)
}

// MetaGuard is where the settings lie that guard the user.
const MetaGuard = "guard"

// MetaCrypt is where a protected file says how it is protected.
const MetaCrypt = "crypt"

// BucketPending keeps what a pending step replaces: bucket, a zero byte, key → 1
// and the value as it was, or 0 where there was none. It is there only meanwhile.
const BucketPending = "pend"

// MetaPending is the number of the pending step.
const MetaPending = "pending"

// LastStep is the number of the newest step, 0 before the first.
func LastStep(tx *bolt.Tx) (uint64, error) {
	b := tx.Bucket([]byte(BucketJournal))
	if b == nil {
		return 0, words.Fail("seal.there-no-journal-file")
	}
	k, _ := b.Cursor().Last()
	switch len(k) {
	case 0:
		return 0, nil
	case 8:
		return binary.BigEndian.Uint64(k), nil
	}
	return 0, words.Fail("seal.journal-key-bytes", len(k))
}

// ProjectorKey is where a file keeps that it is in projector mode: beside what it
// says of itself, so that it is no edit and no undo takes it back. It is no secret.
const ProjectorKey = "projector"

// KindIn is the kind of the envelopes in a bucket.
func KindIn(bucket string) byte {
	if bucket == BucketContents {
		return EnvelopePacked
	}
	return EnvelopePlain
}

// VeilKey is where a file keeps that its names are hidden: beside what it says of
// itself, so that it is no edit, and nothing takes it back by accident.
const VeilKey = "veil"

// StandInsKey keeps what the stand-ins are drawn from when names are shown again, so
// that the next time everybody is called what they were called before.
const StandInsKey = "stand-ins"
