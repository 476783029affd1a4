package place

import (
	"crypto/rand"
	"encoding/base32"
	"strings"
)

// IdLetters are what our ids are made of: base32 in small letters.
const IdLetters = "abcdefghijklmnopqrstuvwxyz234567"

// NewID gives 12 random base32 characters.
func NewID() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b[:]))[:12]
}
