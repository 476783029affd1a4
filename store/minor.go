package store

import (
	"bytes"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// The minor numbers of format 1, and what each added. A program of a smaller number
// may read a file, and must not write into it: it would drop what it does not know.
//
//	0  the first
//	1  decisions; whether value lines, insights and decisions are shared; whose people
//	   take part in a workshop; in a protected file the head besides

// raiseMinor gives a file of an older minor number today's, with the first record that
// an older program could not keep. Until then that program may go on with it.
func raiseMinor(tx *bolt.Tx, puts []put) error {
	meta := tx.Bucket([]byte(bucketMeta))
	if meta == nil {
		return nil
	}
	has, err := strconv.Atoi(string(meta.Get([]byte("minor"))))
	if err != nil || has >= minor {
		return nil // a number that is none was refused at opening
	}
	for _, p := range puts {
		if needsMinor(p) {
			return meta.Put([]byte("minor"), []byte(strconv.Itoa(minor)))
		}
	}
	return nil
}

// needsMinor reports whether a program of minor number 0 would lose some of a record.
// Inside a text a quotation mark has a backslash before it, so that a member is never
// taken for words.
func needsMinor(p put) bool {
	if p.value == nil {
		return false
	}
	if p.bucket == bucketSettings {
		return p.key == settingWorkshop && bytes.Contains(p.value, []byte(`"of":`))
	}
	_, rest, _ := strings.Cut(p.key, "/")
	switch kind, _, _ := strings.Cut(rest, "/"); kind {
	case kindDecision:
		return true
	case kindInsight, kindValue:
		return bytes.Contains(p.value, []byte(`"shared":`))
	}
	return false
}

// knowsLess reports whether a file says that a program wrote it which did not know all
// that there is today.
func (f *File) knowsLess() bool {
	v, err := f.format()
	return err == nil && v.minor < minor
}
