package seal

import (
	"crypto/sha256"
	"encoding/base64"
)

// Sum is over the sealed values of a file.
type Sum [sha256.Size]byte

// Mix puts a value into the sum, or takes it out again.
func (s *Sum) Mix(x Sum) {
	for i := range s {
		s[i] ^= x[i]
	}
}

// MarshalText keeps the head short: with it, what a file says of itself is so small
// that bbolt writes it in the page of its list of buckets, which is written anyway.
func (s Sum) MarshalText() ([]byte, error) {
	return base64.RawStdEncoding.AppendEncode(nil, s[:]), nil
}

// UnmarshalText reads what MarshalText wrote.
func (s *Sum) UnmarshalText(text []byte) error {
	b, err := base64.RawStdEncoding.DecodeString(string(text))
	if err != nil || len(b) != len(s) {
		return ErrEnvelope
	}
	copy(s[:], b)
	return nil
}
