package store

import (
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/text/unicode/norm"
)

// A protected file is sealed with a random data key. The data key lies in the
// file twice, wrapped: by a key made from the passphrase, and by one made from the
// recovery key. A new passphrase comes with a new data key: see ChangePassphrase.

// crypt is what a protected file says of its protection, in plain text.
type crypt struct {
	ID       string `json:"id"`            // of the data key
	Head     bool   `json:"head,omitzero"` // the file has a head; the seals are bound to that
	Cost     cost   `json:"argon2id"`
	Salt     []byte `json:"salt"`
	Key      []byte `json:"key"`      // the data key, wrapped by the passphrase
	Recovery []byte `json:"recovery"` // and by the recovery key
}

// cost is what trying one passphrase costs.
type cost struct {
	Time    uint32 `json:"t"`
	Memory  uint32 `json:"m"` // KiB
	Threads uint8  `json:"p"`
}

// newCost is the second choice of RFC 9106: a quarter of a second, 64 MiB.
var newCost = cost{Time: 3, Memory: 64 << 10, Threads: 4}

// maxCost bounds what a file that was tampered with can ask of this computer.
var maxCost = cost{Time: 64, Memory: 2 << 20, Threads: 64}

// minPhrase is the fewest letters of a passphrase.
const minPhrase = 8

var (
	errShort = fmt.Errorf("a passphrase has at least %d letters; a few words that nobody would put together are good", minPhrase)
	errWrong = errors.New("neither the passphrase nor the recovery key")
	errCrypt = errors.New("what the file says of its protection is damaged")
)

// protection makes a new data key, wrapped by a passphrase, and the recovery key
// to be printed.
func protection(phrase string) (v *vault, recovery string, err error) {
	key, secret := random(chacha20poly1305.KeySize), random(20)
	c := crypt{ID: NewID(), Head: true}
	if c.Recovery, err = wrap(recoveryKey(secret), key, c.ID+" recovery"); err != nil {
		return nil, "", err
	}
	if err = c.wrapWith(phrase, key); err != nil {
		return nil, "", err
	}
	v, err = newVault(key, c)
	return v, printed(secret), err
}

// GoodPhrase says why something cannot be a passphrase.
func GoodPhrase(phrase string) error {
	if utf8.RuneCountInString(phrase) < minPhrase {
		return errShort
	}
	return nil
}

// wrapWith wraps the data key by a passphrase.
func (c *crypt) wrapWith(phrase string, key []byte) (err error) {
	if err := GoodPhrase(phrase); err != nil {
		return err
	}
	c.Cost, c.Salt = newCost, random(16)
	c.Key, err = wrap(c.stretch(phrase), key, c.ID+" passphrase")
	return err
}

// open gives the data key for a passphrase or the recovery key.
func (c *crypt) open(phrase string) (key []byte, err error) {
	if c.Cost.Time == 0 || c.Cost.Threads == 0 || c.Cost.Time > maxCost.Time || c.Cost.Memory > maxCost.Memory || c.Cost.Threads > maxCost.Threads {
		return nil, errCrypt
	}
	if secret := unprinted(phrase); secret != nil {
		if key, err = unwrap(recoveryKey(secret), c.Recovery, c.ID+" recovery"); err == nil {
			return key, nil
		}
	}
	return unwrap(c.stretch(phrase), c.Key, c.ID+" passphrase")
}

// stretch makes a key of a passphrase. Composed and decomposed letters are the
// same: keyboards differ in which they send.
func (c *crypt) stretch(phrase string) []byte {
	return argon2.IDKey([]byte(norm.NFC.String(phrase)), c.Salt, c.Cost.Time, c.Cost.Memory, c.Cost.Threads, chacha20poly1305.KeySize)
}

func recoveryKey(secret []byte) []byte {
	key, err := hkdf.Key(sha256.New, secret, nil, "accord recovery", chacha20poly1305.KeySize)
	if err != nil {
		panic("hkdf: " + err.Error()) // only for a length that is too large
	}
	return key
}

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails (crypto/rand)
	return b
}

func wrap(by, key []byte, what string) ([]byte, error) {
	aead, err := chacha20poly1305.NewX(by)
	if err != nil {
		return nil, err
	}
	nonce := random(chacha20poly1305.NonceSizeX)
	return aead.Seal(nonce, nonce, key, []byte(what)), nil
}

func unwrap(by, wrapped []byte, what string) ([]byte, error) {
	aead, err := chacha20poly1305.NewX(by)
	if err != nil {
		return nil, err
	}
	if len(wrapped) < chacha20poly1305.NonceSizeX {
		return nil, errCrypt
	}
	key, err := aead.Open(nil, wrapped[:chacha20poly1305.NonceSizeX], wrapped[chacha20poly1305.NonceSizeX:], []byte(what))
	if err != nil {
		return nil, errWrong
	}
	return key, nil
}

// recoveryLetters are those of people's handwriting: no 0 and 1 beside O and I.
var recoveryLetters = base32.StdEncoding.WithPadding(base32.NoPadding)

// printed is a recovery key as people keep it: eight groups of four letters.
func printed(secret []byte) string {
	var groups []string
	for g := range slices.Chunk([]byte(recoveryLetters.EncodeToString(secret)), 4) {
		groups = append(groups, string(g))
	}
	return strings.Join(groups, "-")
}

// unprinted reads what may be a recovery key; nil is what cannot be one.
func unprinted(text string) []byte {
	text = strings.ToUpper(strings.NewReplacer("-", "", " ", "", "0", "O", "1", "I").Replace(text))
	secret, err := recoveryLetters.DecodeString(text)
	if err != nil || len(secret) != 20 {
		return nil
	}
	return secret
}

func parseCrypt(text []byte) (c crypt, err error) {
	if err := json.Unmarshal(text, &c); err != nil || c.ID == "" {
		return c, errCrypt
	}
	return c, nil
}
