package store

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"golang.org/x/crypto/chacha20poly1305"
)

// A protected file has the buckets of any other, but every value in it is sealed,
// and keys that would tell something have other names: ids may come from
// elsewhere, a transaction's key has its year, and a checksum of a content lets it
// be guessed. The true key is sealed with the content.
const (
	envelopeSealed       = 3
	envelopeSealedPacked = 4 // what is sealed is deflated
	sealedHead           = 1 + 8

	bucketRescue = "rescue" // of lines that lie in a file of their own
	sealedSize   = sealedHead + chacha20poly1305.NonceSizeX
)

var (
	errSealed = errors.New("a value is sealed, and the key of the file is not there")
	errForged = errors.New("a value does not match its seal")
)

// vault seals and opens the values of a file. A nil vault is that of a file
// without protection: it uses plain envelopes and the keys as they are.
type vault struct {
	aead  cipher.AEAD
	names []byte // what the names of keys are made with
	count []byte // and the sum over all values
	crypt crypt  // as it lies in the file
	tally tally  // of the transaction that is being written; there is one at a time
}

// newVault makes a vault of a file's data key.
func newVault(key []byte, c crypt) (*vault, error) {
	what := "accord values"
	if c.Head { // so that nobody can say of a file with a head that it has none
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
	return &vault{aead: aead, names: names, count: count, crypt: c}, err
}

// name is the key under which a record lies in its bucket. Records of one account
// stay together; steps and snapshots stay in their order, which is all that their
// numbers tell.
func (v *vault) name(bucket, key string) []byte {
	if v == nil {
		return []byte(key)
	}
	switch bucket {
	case bucketEntities:
		account, _, _ := strings.Cut(key, "/")
		return []byte(v.account(account) + "/" + v.digest(bucket, key))
	case bucketSettings, bucketContents:
		return []byte(v.digest(bucket, key))
	}
	return []byte(key)
}

// account is the first part of the keys of one account.
func (v *vault) account(key string) string {
	if v == nil {
		return key
	}
	return v.digest("account", key)
}

var nameLetters = base32.StdEncoding.WithPadding(base32.NoPadding)

func (v *vault) digest(what, key string) string {
	sum := hmac.New(sha256.New, v.names)
	_, _ = sum.Write([]byte(what + "\x00" + key))
	return strings.ToLower(nameLetters.EncodeToString(sum.Sum(nil)[:15]))
}

// put gives the key and the value with which content lies in a bucket.
func (v *vault) put(kind byte, bucket, key string, seq uint64, content []byte) (k, value []byte) {
	k = v.name(bucket, key)
	if v == nil {
		value = seal(k, seq, content)
		value[0] = kind
		return k, value
	}
	inside := binary.AppendUvarint(make([]byte, 0, 3+len(key)+len(content)), uint64(len(key)))
	inside = append(append(inside, key...), content...)
	value = make([]byte, sealedSize, sealedSize+len(inside)+chacha20poly1305.Overhead)
	value[0] = sealedKind(kind)
	binary.BigEndian.PutUint64(value[1:], seq)
	_, _ = rand.Read(value[sealedHead:]) // never fails (crypto/rand)
	return k, v.aead.Seal(value, value[sealedHead:], inside, bound(bucket, k, value[:sealedHead]))
}

func sealedKind(kind byte) byte {
	if kind == envelopePacked {
		return envelopeSealedPacked
	}
	return envelopeSealed
}

// bound is what a seal is bound to besides the content: a value that is moved to
// another bucket or key, or given another number, no longer opens.
func bound(bucket string, k, head []byte) []byte {
	return slices.Concat([]byte(bucket), []byte{0}, k, head)
}

// take checks a value of a bucket and gives its true key and its content.
func (v *vault) take(kind byte, bucket string, k, value []byte) (key, content []byte, seq uint64, err error) {
	if v == nil {
		if len(value) > 0 && (value[0] == envelopeSealed || value[0] == envelopeSealedPacked) {
			return nil, nil, 0, errSealed
		}
		content, seq, err = unsealKind(kind, k, value)
		return k, content, seq, err
	}
	if len(value) < sealedSize+chacha20poly1305.Overhead || value[0] != sealedKind(kind) {
		return nil, nil, 0, errEnvelope // a plain value too: nobody may slip one in
	}
	inside, err := v.aead.Open(nil, value[sealedHead:sealedSize], value[sealedSize:], bound(bucket, k, value[:sealedHead]))
	if err != nil {
		return nil, nil, 0, errForged
	}
	n, size := binary.Uvarint(inside)
	if size <= 0 || n > uint64(len(inside)-size) {
		return nil, nil, 0, errEnvelope
	}
	end := size + int(n)
	return inside[size:end:end], inside[end:], binary.BigEndian.Uint64(value[1:]), nil
}

// bare opens the records of an account, or of the settings, and puts them in the
// order of their true keys.
func (v *vault) bare(bucket string, entries []entry) ([]entry, error) {
	if v == nil {
		return entries, nil
	}
	out := make([]entry, 0, len(entries))
	for _, e := range entries {
		key, content, _, err := v.take(envelopePlain, bucket, e.key, e.value)
		if err != nil {
			return nil, err
		}
		out = append(out, entry{key: key, value: content, bare: true})
	}
	slices.SortFunc(out, func(a, b entry) int { return strings.Compare(string(a.key), string(b.key)) })
	return out, nil
}

// content is what a record holds.
func (e entry) content() ([]byte, error) {
	if e.bare {
		return e.value, nil
	}
	content, _, err := unseal(e.key, e.value)
	return content, err
}

// rescued is a line of a rescue file: of a protected file it is sealed.
func (v *vault) rescued(l rescueLine) rescueLine {
	if v == nil {
		return l
	}
	text, err := json.Marshal(l)
	if err != nil {
		return rescueLine{Seq: l.Seq, Error: err.Error()}
	}
	_, value := v.put(envelopePlain, bucketRescue, string(seqKey(l.Seq)), l.Seq, text)
	return rescueLine{Seq: l.Seq, Sealed: value}
}

// unrescued opens a line of a rescue file.
func (v *vault) unrescued(l *rescueLine) error {
	if v == nil && l.Sealed == nil {
		return nil
	}
	_, text, _, err := v.take(envelopePlain, bucketRescue, seqKey(l.Seq), l.Sealed)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, l)
}
