package store

import (
	"encoding/binary"
	"os"
)

// FileID is the number that a file was given at birth, "" when it cannot be read.
func FileID(path string) string { return peek(path).id }

// peeked is what tells whose a file is, and how far it goes.
type peeked struct {
	id   string // "" when it cannot be read
	step uint64 // the number of its last step
	last []byte // what the journal has of it: no two steps are alike to the letter
}

// peek reads whose a file is and how far it goes. It reads a few pages, however large
// the file is, and maps nothing.
func peek(path string) (p peeked) {
	in, err := os.Open(path)
	if err != nil {
		return p
	}
	defer in.Close()
	h, _ := newestHeader(in)
	if st, err := in.Stat(); err != nil || !h.ok || h.pageSize != pageSize || h.used > uint64(st.Size())/pageSize+1 {
		return p
	}
	for _, bucket := range []string{bucketMeta, bucketJournal} {
		w := newWalker(in, h)
		w.only, w.tail = bucket, bucket == bucketJournal
		w.bad = func(error) bool { return true }
		w.record = func(in string, key, value []byte) {
			switch {
			case in == bucketMeta && string(key) == "file":
				p.id = string(value)
			case in == bucketJournal && len(key) == 8:
				p.step, p.last = binary.BigEndian.Uint64(key), append(p.last[:0], value...)
			}
		}
		w.page(h.root, nil, nil)
	}
	return p
}
