package store

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
)

// Every value lies in an envelope: a version byte, a checksum over key, step
// number and content, the number of the step that wrote it, and the content.
const (
	envelopePlain  = 1
	envelopePacked = 2 // deflated
	envelopeSize   = 1 + 4 + 8
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var (
	errEnvelope = errors.New("a value is too short or of an unknown kind")
	errChecksum = errors.New("a value does not match its checksum")
)

// seal puts content in an envelope for key.
func seal(key []byte, seq uint64, content []byte) []byte {
	out := make([]byte, envelopeSize, envelopeSize+len(content))
	out[0] = envelopePlain
	binary.BigEndian.PutUint64(out[5:], seq)
	out = append(out, content...)
	binary.BigEndian.PutUint32(out[1:], checksum(key, out[5:]))
	return out
}

func checksum(key, rest []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, rest)
}

// unseal checks an envelope and gives its content, which lies in value itself.
func unseal(key, value []byte) (content []byte, seq uint64, err error) {
	return unsealKind(envelopePlain, key, value)
}

func unsealKind(kind byte, key, value []byte) (content []byte, seq uint64, err error) {
	if len(value) < envelopeSize || value[0] != kind {
		return nil, 0, errEnvelope
	}
	if binary.BigEndian.Uint32(value[1:]) != checksum(key, value[5:]) {
		return nil, 0, errChecksum
	}
	return value[envelopeSize:], binary.BigEndian.Uint64(value[5:]), nil
}
