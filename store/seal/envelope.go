package seal

import (
	"accord/model/words"
	"encoding/binary"
	"hash/crc32"

	"golang.org/x/crypto/chacha20poly1305"
)

// Every value lies in an envelope: a version byte, a checksum over key, step
// number and content, the number of the step that wrote it, and the content.
const (
	EnvelopePlain  = 1
	EnvelopePacked = 2 // deflated
	EnvelopeSize   = 1 + 4 + 8
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var (
	ErrEnvelope = words.Fail("seal.value-too-short-or-unknown")
	ErrChecksum = words.Fail("seal.value-does-not-match-checksum")
)

// Plain puts content in an envelope for key.
func Plain(key []byte, seq uint64, content []byte) []byte {
	out := make([]byte, EnvelopeSize, EnvelopeSize+len(content))
	out[0] = EnvelopePlain
	binary.BigEndian.PutUint64(out[5:], seq)
	out = append(out, content...)
	binary.BigEndian.PutUint32(out[1:], checksum(key, out[5:]))
	return out
}

func checksum(key, rest []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, rest)
}

// Open checks an envelope and gives its content, which lies in value itself.
func Open(key, value []byte) (content []byte, seq uint64, err error) {
	return OpenKind(EnvelopePlain, key, value)
}

// OpenKind is Open for an envelope of another kind.
func OpenKind(kind byte, key, value []byte) (content []byte, seq uint64, err error) {
	if len(value) < EnvelopeSize || value[0] != kind {
		return nil, 0, ErrEnvelope
	}
	if binary.BigEndian.Uint32(value[1:]) != checksum(key, value[5:]) {
		return nil, 0, ErrChecksum
	}
	return value[EnvelopeSize:], binary.BigEndian.Uint64(value[5:]), nil
}

// IsSealed reports whether a value is sealed.
func IsSealed(value []byte) bool {
	return len(value) > 0 && (value[0] == EnvelopeSealed || value[0] == EnvelopeSealedPacked)
}

// SealedKind is what a kind of envelope becomes when it is sealed.
func SealedKind(kind byte) byte {
	if kind == EnvelopePacked {
		return EnvelopeSealedPacked
	}
	return EnvelopeSealed
}

// A protected file has the buckets of any other, but every value in it is sealed,
// and keys that would tell something have other names: ids may come from
// elsewhere, a transaction's key has its year, and a checksum of a content lets it
// be guessed. The true key is sealed with the content.
const (
	EnvelopeSealed       = 3
	EnvelopeSealedPacked = 4 // what is sealed is deflated
	sealedHead           = 1 + 8

	BucketRescue = "rescue" // of lines that lie in a file of their own
	SealedSize   = sealedHead + chacha20poly1305.NonceSizeX
)
