package pages

import (
	"encoding/binary"
	"os"

	"accord/store/seal"
)

// FileID is the number that a file was given at birth, "" when it cannot be read.
func FileID(path string) string { return Peek(path).ID }

// peeked is what tells whose a file is, and how far it goes.
type peeked struct {
	ID   string // "" when it cannot be read
	Step uint64 // the number of its last step
	Last []byte // what the journal has of it: no two steps are alike to the letter
}

// Peek reads whose a file is and how far it goes. It reads a few pages, however large
// the file is, and maps nothing.
func Peek(path string) (p peeked) {
	in, err := os.Open(path)
	if err != nil {
		return p
	}
	defer in.Close()
	h, _ := NewestHeader(in)
	if st, err := in.Stat(); err != nil || !h.Ok || h.PageSize != PageSize || h.Used > uint64(st.Size())/PageSize+1 {
		return p
	}
	for _, bucket := range []string{seal.BucketMeta, seal.BucketJournal} {
		w := NewWalker(in, h)
		w.Only, w.tail = bucket, bucket == seal.BucketJournal
		w.Bad = func(error) bool { return true }
		w.Record = func(in string, key, value []byte) {
			switch {
			case in == seal.BucketMeta && string(key) == "file":
				p.ID = string(value)
			case in == seal.BucketJournal && len(key) == 8:
				p.Step, p.Last = binary.BigEndian.Uint64(key), append(p.Last[:0], value...)
			}
		}
		w.Page(h.Root, nil, nil)
	}
	return p
}

// NewestStep reads the newest step of a file page by page, without opening it.
func NewestStep(path string) (seq uint64, value []byte) {
	in, err := os.Open(path)
	if err != nil {
		return 0, nil
	}
	defer in.Close()
	h, _ := NewestHeader(in)
	if st, err := in.Stat(); err != nil || !h.Ok || h.PageSize != PageSize || h.Used > uint64(st.Size())/PageSize+1 {
		return 0, nil
	}
	w := NewWalker(in, h)
	w.Only = seal.BucketJournal
	w.Bad = func(error) bool { return true }
	w.Record = func(bucket string, key, v []byte) {
		if n := seal.SeqOf(key); bucket == seal.BucketJournal && n > seq {
			seq, value = n, append([]byte(nil), v...)
		}
	}
	w.Page(h.Root, nil, nil)
	return seq, value
}
