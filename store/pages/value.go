package pages

import (
	"bytes"

	"golang.org/x/crypto/chacha20poly1305"

	"accord/model/words"
	"accord/store/seal"
)

// ValueError is a damaged value in a sound page.
type ValueError struct {
	key string
	err error
}

func (e *ValueError) Error() string { return words.T("pages.record", e.key, e.err) }
func (e *ValueError) Unwrap() error { return e.err }

// sealedWell checks a value of a bucket of ours against its checksum; of a sealed
// one only its kind and length, because the rest takes the key of the file.
func sealedWell(bucket string, key, value []byte) error {
	var err error
	kind := seal.KindIn(bucket)
	switch bucket {
	case seal.BucketMeta:
		k := string(key)
		if k != seal.VeilKey && k != seal.StandInsKey && k != seal.MetaGuard && k != seal.MetaHead { // the rest is plain text
			return nil
		}
		fallthrough
	case seal.BucketEntities, seal.BucketSettings, seal.BucketJournal, seal.BucketSnapshots, seal.BucketContents:
		if seal.IsSealed(value) {
			if value[0] != seal.SealedKind(kind) || len(value) < seal.SealedSize+chacha20poly1305.Overhead {
				err = seal.ErrEnvelope
			}
			return err
		}
		_, _, err = seal.OpenKind(kind, key, value)
	case seal.BucketPending: // bucket, a zero byte and key; what was there
		of, was, _ := bytes.Cut(key, []byte{0})
		switch {
		case len(value) == 0 || value[0] > 1 || value[0] == 0 && len(value) > 1:
			err = seal.ErrEnvelope
		case value[0] == 1 && string(of) != seal.BucketPending:
			err = sealedWell(string(of), was, value[1:])
		}
	case seal.BucketByAcc:
		if len(key) < 10 || key[len(key)-9] != '/' || len(value) != 1 || value[0] != 1 {
			err = seal.ErrChecksum
		}
	}
	return err
}
