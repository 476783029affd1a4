package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/crypto/chacha20poly1305"
)

// valueError is a damaged value in a sound page.
type valueError struct {
	key string
	err error
}

func (e *valueError) Error() string { return "record " + e.key + ": " + e.err.Error() }
func (e *valueError) Unwrap() error { return e.err }

func isSealed(value []byte) bool {
	return len(value) > 0 && (value[0] == envelopeSealed || value[0] == envelopeSealedPacked)
}

// sealedWell checks a value of a bucket of ours against its checksum; of a sealed
// one only its kind and length, because the rest takes the key of the file.
func sealedWell(bucket string, key, value []byte) error {
	var err error
	kind := kindIn(bucket)
	switch bucket {
	case bucketMeta:
		if k := string(key); k != veilKey && k != standInsKey && k != metaGuard && k != metaHead { // the rest of it is plain text
			return nil
		}
		fallthrough
	case bucketEntities, bucketSettings, bucketJournal, bucketSnapshots, bucketContents:
		if isSealed(value) {
			if value[0] != sealedKind(kind) || len(value) < sealedSize+chacha20poly1305.Overhead {
				err = errEnvelope
			}
			return err
		}
		_, _, err = unsealKind(kind, key, value)
	case bucketPending: // bucket, a zero byte and key; what was there
		of, was, _ := bytes.Cut(key, []byte{0})
		switch {
		case len(value) == 0 || value[0] > 1 || value[0] == 0 && len(value) > 1:
			err = errEnvelope
		case value[0] == 1 && string(of) != bucketPending:
			err = sealedWell(string(of), was, value[1:])
		}
	case bucketByAcc:
		if len(key) < 10 || key[len(key)-9] != '/' || len(value) != 1 || value[0] != 1 {
			err = errChecksum
		}
	}
	return err
}

// keyWords is a key as people can read it.
func keyWords(bucket string, key []byte) string {
	switch {
	case (bucket == bucketJournal || bucket == bucketSnapshots) && len(key) == 8:
		return fmt.Sprint(binary.BigEndian.Uint64(key))
	case bucket == bucketByAcc || bytes.ContainsFunc(key, unsaid):
		return fmt.Sprintf("%q", key)
	}
	return string(key)
}

// bucketWords says which kind of data lies in a bucket, as people call it.
func bucketWords(bucket string) string {
	switch bucket {
	case bucketMeta:
		return "what the file says of itself"
	case bucketEntities:
		return "accounts"
	case bucketSettings:
		return "settings"
	case bucketJournal:
		return "history"
	case bucketByAcc:
		return "the history of single accounts"
	case bucketSnapshots:
		return "snapshots"
	case bucketContents:
		return "the content of snapshots"
	case bucketPending:
		return "a step that was not finished"
	}
	return fmt.Sprintf("%q", bucket)
}

// unsaid is a character that a sentence cannot hold as it is.
func unsaid(r rune) bool { return r == utf8.RuneError || !unicode.IsPrint(r) }
