package seal

import (
	"accord/model/words"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
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

// Crypt is what a protected file says of its protection, in plain text.
type Crypt struct {
	ID       string `json:"id"`            // of the data key
	Head     bool   `json:"head,omitzero"` // the file has a head; the seals are bound to that
	Cost     Cost   `json:"argon2id"`
	Salt     []byte `json:"salt"`
	Key      []byte `json:"key"`      // the data key, wrapped by the passphrase
	Recovery []byte `json:"recovery"` // and by the recovery key
}

// Cost is what trying one passphrase costs.
type Cost struct {
	Time    uint32 `json:"t"`
	Memory  uint32 `json:"m"` // KiB
	Threads uint8  `json:"p"`
}

// NewCost is the second choice of RFC 9106: a quarter of a second, 64 MiB.
var NewCost = Cost{Time: 3, Memory: 64 << 10, Threads: 4}

// maxCost bounds what a file that was tampered with can ask of this computer.
var maxCost = Cost{Time: 64, Memory: 2 << 20, Threads: 64}

// minPhrase is the fewest letters of a passphrase.
const minPhrase = 8

var (
	ErrShort = words.Fail("seal.passphrase-at-least-letters-few", minPhrase)
	ErrWrong = words.Fail("seal.neither-passphrase-nor-recovery-key")
	ErrCrypt = words.Fail("seal.what-file-says-protection-damaged")
)

// GoodPhrase says why something cannot be a passphrase.
func GoodPhrase(phrase string) error {
	if utf8.RuneCountInString(phrase) < minPhrase {
		return ErrShort
	}
	return nil
}

// wrapWith wraps the data key by a passphrase.
func (c *Crypt) wrapWith(phrase string, key []byte) (err error) {
	if err := GoodPhrase(phrase); err != nil {
		return err
	}
	c.Cost, c.Salt = NewCost, Random(16)
	c.Key, err = wrap(c.Stretch(phrase), key, c.ID+" passphrase")
	return err
}

// Open gives the data key for a passphrase or the recovery key.
func (c *Crypt) Open(phrase string) (key []byte, err error) {
	if c.Cost.Time == 0 || c.Cost.Threads == 0 || c.Cost.Time > maxCost.Time || c.Cost.Memory > maxCost.Memory ||
		c.Cost.Threads > maxCost.Threads {
		return nil, ErrCrypt
	}
	if secret := Unprinted(phrase); secret != nil {
		if key, err = unwrap(recoveryKey(secret), c.Recovery, c.ID+" recovery"); err == nil {
			return key, nil
		}
	}
	return unwrap(c.Stretch(phrase), c.Key, c.ID+" passphrase")
}

// Stretch makes a key of a passphrase. Composed and decomposed letters are the
// same: keyboards differ in which they send.
func (c *Crypt) Stretch(phrase string) []byte {
	return argon2.IDKey(
		[]byte(norm.NFC.String(phrase)),
		c.Salt,
		c.Cost.Time,
		c.Cost.Memory,
		c.Cost.Threads,
		chacha20poly1305.KeySize,
	)
}

func recoveryKey(secret []byte) []byte {
	key, err := hkdf.Key(sha256.New, secret, nil, "accord recovery", chacha20poly1305.KeySize)
	if err != nil {
		panic("hkdf: " + err.Error()) // only for a length that is too large
	}
	return key
}

// Random gives random bytes.
func Random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails (crypto/rand)
	return b
}

func wrap(by, key []byte, what string) ([]byte, error) {
	aead, err := chacha20poly1305.NewX(by)
	if err != nil {
		return nil, err
	}
	nonce := Random(chacha20poly1305.NonceSizeX)
	return aead.Seal(nonce, nonce, key, []byte(what)), nil
}

func unwrap(by, wrapped []byte, what string) ([]byte, error) {
	aead, err := chacha20poly1305.NewX(by)
	if err != nil {
		return nil, err
	}
	if len(wrapped) < chacha20poly1305.NonceSizeX {
		return nil, ErrCrypt
	}
	key, err := aead.Open(nil, wrapped[:chacha20poly1305.NonceSizeX], wrapped[chacha20poly1305.NonceSizeX:], []byte(what))
	if err != nil {
		return nil, ErrWrong
	}
	return key, nil
}

// recoveryLetters are those of people's handwriting: no 0 and 1 beside O and I.
var recoveryLetters = base32.StdEncoding.WithPadding(base32.NoPadding)

// Printed is a recovery key as people keep it: eight groups of four letters.
func Printed(secret []byte) string {
	var groups []string
	for g := range slices.Chunk([]byte(recoveryLetters.EncodeToString(secret)), 4) {
		groups = append(groups, string(g))
	}
	return strings.Join(groups, "-")
}

// Unprinted reads what may be a recovery key; nil is what cannot be one.
func Unprinted(text string) []byte {
	text = strings.ToUpper(strings.NewReplacer("-", "", " ", "", "0", "O", "1", "I").Replace(text))
	secret, err := recoveryLetters.DecodeString(text)
	if err != nil || len(secret) != 20 {
		return nil
	}
	return secret
}

// ParseCrypt reads what a file says of its protection.
func ParseCrypt(text []byte) (c Crypt, err error) {
	if err := json.Unmarshal(text, &c); err != nil || c.ID == "" {
		return c, ErrCrypt
	}
	return c, nil
}
