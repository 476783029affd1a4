package seal

import (
	"accord/model/words"
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode"
	"unicode/utf8"
)

// KeyWords is a key as people can read it.
func KeyWords(bucket string, key []byte) string {
	switch {
	case (bucket == BucketJournal || bucket == BucketSnapshots) && len(key) == 8:
		return fmt.Sprint(binary.BigEndian.Uint64(key))
	case bucket == BucketByAcc || bytes.ContainsFunc(key, unsaid):
		return fmt.Sprintf("%q", key)
	}
	return string(key)
}

// BucketWords says which kind of data lies in a bucket, as people call it.
func BucketWords(bucket string) string {
	switch bucket {
	case BucketMeta:
		return words.T("seal.what-file-says-itself")
	case BucketEntities:
		return words.T("seal.accounts")
	case BucketSettings:
		return words.T("seal.settings")
	case BucketJournal:
		return words.T("seal.history")
	case BucketByAcc:
		return words.T("seal.history-single-accounts")
	case BucketSnapshots:
		return words.T("seal.snapshots")
	case BucketContents:
		return words.T("seal.content-snapshots")
	case BucketPending:
		return words.T("seal.step-not-finished")
	}
	return fmt.Sprintf("%q", bucket)
}

// unsaid is a character that a sentence cannot hold as it is.
func unsaid(r rune) bool { return r == utf8.RuneError || !unicode.IsPrint(r) }
