package seal

import (
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
		return "what the file says of itself"
	case BucketEntities:
		return "accounts"
	case BucketSettings:
		return "settings"
	case BucketJournal:
		return "history"
	case BucketByAcc:
		return "the history of single accounts"
	case BucketSnapshots:
		return "snapshots"
	case BucketContents:
		return "the content of snapshots"
	case BucketPending:
		return "a step that was not finished"
	}
	return fmt.Sprintf("%q", bucket)
}

// unsaid is a character that a sentence cannot hold as it is.
func unsaid(r rune) bool { return r == utf8.RuneError || !unicode.IsPrint(r) }
