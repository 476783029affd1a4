package seal

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"slices"
	"strings"

	"accord/model/words"
	"accord/store/place"

	"golang.org/x/crypto/chacha20poly1305"
)

var (
	errSealed = words.Fail("seal.value-sealed-key-file-not")
	errForged = words.Fail("seal.value-does-not-match-seal")
)

// Vault seals and opens the values of a file. A nil vault is that of a file
// without protection: it uses plain envelopes and the keys as they are.
type Vault struct {
	aead  cipher.AEAD
	names []byte // what the names of keys are made with
	count []byte // and the sum over all values
	Crypt Crypt  // as it lies in the file
	Tally tally  // of the transaction that is being written; there is one at a time
}

// NewVault makes a vault of a file's data key.
func NewVault(key []byte, c Crypt) (*Vault, error) {
	what := "accord values" // what a key is derived from is no sentence: the same in every language
	if c.Head {             // so that nobody can say of a file with a head that it has none
		what += " with a head"
	}
	values, err := hkdf.Key(sha256.New, key, nil, what, chacha20poly1305.KeySize)
	if err != nil {
		return nil, err
	}
	names, err := hkdf.Key(sha256.New, key, nil, "accord names", sha256.Size)
	if err != nil {
		return nil, err
	}
	count, err := hkdf.Key(sha256.New, key, nil, "accord head", 31)
	if err != nil {
		return nil, err
	}
	aead, err := chacha20poly1305.NewX(values)
	return &Vault{aead: aead, names: names, count: count, Crypt: c}, err
}

// Name is the key under which a record lies in its bucket. Records of one account
// stay together; steps and snapshots stay in their order, which is all that their
// numbers tell.
func (v *Vault) Name(bucket, key string) []byte {
	if v == nil {
		return []byte(key)
	}
	switch bucket {
	case BucketEntities:
		account, _, _ := strings.Cut(key, "/")
		return []byte(v.Account(account) + "/" + v.digest(bucket, key))
	case BucketSettings, BucketContents:
		return []byte(v.digest(bucket, key))
	}
	return []byte(key)
}

// Account is the first part of the keys of one account.
func (v *Vault) Account(key string) string {
	if v == nil {
		return key
	}
	return v.digest("account", key)
}

var nameLetters = base32.StdEncoding.WithPadding(base32.NoPadding)

func (v *Vault) digest(what, key string) string {
	sum := hmac.New(sha256.New, v.names)
	_, _ = sum.Write([]byte(what + "\x00" + key))
	return strings.ToLower(nameLetters.EncodeToString(sum.Sum(nil)[:15]))
}

// Put gives the key and the value with which content lies in a bucket.
func (v *Vault) Put(kind byte, bucket, key string, seq uint64, content []byte) (k, value []byte) {
	k = v.Name(bucket, key)
	if v == nil {
		value = Plain(k, seq, content)
		value[0] = kind
		return k, value
	}
	inside := binary.AppendUvarint(make([]byte, 0, 3+len(key)+len(content)), uint64(len(key)))
	inside = append(append(inside, key...), content...)
	value = make([]byte, SealedSize, SealedSize+len(inside)+chacha20poly1305.Overhead)
	value[0] = SealedKind(kind)
	binary.BigEndian.PutUint64(value[1:], seq)
	_, _ = rand.Read(value[sealedHead:]) // never fails (crypto/rand)
	return k, v.aead.Seal(value, value[sealedHead:], inside, bound(bucket, k, value[:sealedHead]))
}

// bound is what a seal is bound to besides the content: a value that is moved to
// another bucket or key, or given another number, no longer opens.
func bound(bucket string, k, head []byte) []byte {
	return slices.Concat([]byte(bucket), []byte{0}, k, head)
}

// Take checks a value of a bucket and gives its true key and its content.
func (v *Vault) Take(kind byte, bucket string, k, value []byte) (key, content []byte, seq uint64, err error) {
	if v == nil {
		if len(value) > 0 && (value[0] == EnvelopeSealed || value[0] == EnvelopeSealedPacked) {
			return nil, nil, 0, errSealed
		}
		content, seq, err = OpenKind(kind, k, value)
		return k, content, seq, err
	}
	if len(value) < SealedSize+chacha20poly1305.Overhead || value[0] != SealedKind(kind) {
		return nil, nil, 0, ErrEnvelope // a plain value too: nobody may slip one in
	}
	inside, err := v.aead.Open(nil, value[sealedHead:SealedSize], value[SealedSize:], bound(bucket, k, value[:sealedHead]))
	if err != nil {
		return nil, nil, 0, errForged
	}
	n, size := binary.Uvarint(inside)
	if size <= 0 || n > uint64(len(inside)-size) {
		return nil, nil, 0, ErrEnvelope
	}
	end := size + int(n)
	return inside[size:end:end], inside[end:], binary.BigEndian.Uint64(value[1:]), nil
}

// Protect makes a new data key, wrapped by a passphrase, and the recovery key
// to be printed.
func Protect(phrase string) (v *Vault, recovery string, err error) {
	key, secret := Random(chacha20poly1305.KeySize), Random(20)
	c := Crypt{ID: place.NewID(), Head: true}
	if c.Recovery, err = wrap(recoveryKey(secret), key, c.ID+" recovery"); err != nil {
		return nil, "", err
	}
	if err = c.wrapWith(phrase, key); err != nil {
		return nil, "", err
	}
	v, err = NewVault(key, c)
	return v, Printed(secret), err
}
