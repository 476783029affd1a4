package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"io"
	"slices"
)

// pages reads every page of a file: those that something leads to, then the rest.
func (s *salvage) pages(in io.ReaderAt, h header) {
	w := newWalker(in, h)
	listed := false // which pages are free
	if s.headers {
		w.bad = func(err error) bool { s.damage = append(s.damage, err); return true }
		w.record = func(bucket string, key, value []byte) { s.take(bucket, key, value, true) }
		w.lost = func(r keyRange) {
			s.lost = append(s.lost, keyRange{r.bucket, bytes.Clone(r.low), bytes.Clone(r.high), r.below})
		}
		w.page(h.root, nil, nil)
		w.bucket = ""
		listed = w.freelist()
	}
	s.unread = w.unread(s.headers)
	if listed && !s.unread { // the way was lost, but all it led to was found
		s.lost = slices.DeleteFunc(s.lost, func(r keyRange) bool { return r.below })
	}
	for id := uint64(2); id < h.used; id++ {
		s.orphan(w, id, listed && w.owner[id] == nobody)
	}
}

// orphan reads the records of a page that nothing leads to.
func (s *salvage) orphan(w *walker, id uint64, sure bool) {
	w.orphan(id, func(key, value []byte) {
		for _, bucket := range bucketsOf(key, value) {
			if sealedWell(bucket, key, value) == nil {
				if s.take(bucket, key, value, sure) {
					break
				}
			} else if sure {
				s.lost = append(s.lost, keyRange{bucket, bytes.Clone(key), bytes.Clone(key), false})
			}
		}
	})
}

// orphan gives what looks like records on a page that nothing leads to.
func (w *walker) orphan(id uint64, give func(key, value []byte)) {
	if o := w.owner[id]; o != nobody && o != isFree {
		return
	}
	head := readAt(w.file, int64(id)*w.header.pageSize, pageHead)
	if len(head) < pageHead || binary.LittleEndian.Uint64(head) != id || binary.LittleEndian.Uint16(head[8:]) != pageLeaf {
		return
	}
	more := min(uint64(binary.LittleEndian.Uint32(head[12:])), w.header.used-id-1)
	b := readAt(w.file, int64(id)*w.header.pageSize, int(more+1)*int(w.header.pageSize))
	if len(b) < pageHead+pageElement {
		return
	}
	aside := *w // what it finds is told to somebody else
	aside.bucket = unknownBucket
	aside.record = func(_ string, key, value []byte) { give(key, value) }
	aside.salvage(b)
}

// unread reports whether there are pages that nothing leads to, that are not free
// and cannot be read. Without headers nobody knows where the file ends: then empty
// pages at its end are none.
func (w *walker) unread(headers bool) bool {
	empty := false
	for id := uint64(2); id < w.header.used; {
		if w.owner[id] != nobody {
			id++
			continue
		}
		head := readAt(w.file, int64(id)*w.header.pageSize, int(w.header.pageSize))
		if n := w.soundPage(id, head); n > 0 {
			if empty {
				return true
			}
			id += n
			continue
		}
		if empty = empty || !headers && len(bytes.Trim(head, "\x00")) == 0; !empty {
			return true
		}
		id++
	}
	return false
}

// soundPage is how many pages a page runs over when it is where it belongs and its
// elements are in order, 0 when it is not.
func (w *walker) soundPage(id uint64, head []byte) uint64 {
	if len(head) < pageHead || binary.LittleEndian.Uint64(head) != id {
		return 0
	}
	kind, n := binary.LittleEndian.Uint16(head[8:]), uint64(binary.LittleEndian.Uint32(head[12:]))+1
	if n > w.header.used-id || kind != pageBranch && kind != pageLeaf && kind != pageFreelist {
		return 0
	}
	if kind == pageFreelist {
		return n
	}
	b := readAt(w.file, int64(id)*w.header.pageSize, int(n)*int(w.header.pageSize))
	if uint64(len(b)) < n*uint64(w.header.pageSize) {
		return 0
	}
	if _, err := elements(b, kind); err != nil {
		return 0
	}
	return n
}

// unknownBucket is no bucket's name: what is read under it is not checked.
const unknownBucket = "?"

// bucketsOf are those that a record may be of: a seal tells which when it is tried.
func bucketsOf(key, value []byte) []string {
	switch {
	case !isSealed(value):
		return []string{bucketOf(key, value)}
	case value[0] == envelopeSealedPacked:
		return []string{bucketContents}
	}
	return []string{bucketEntities, bucketJournal, bucketSettings, bucketSnapshots}
}

// bucketOf tells by key and value which bucket a record is of, "" for none of
// those with records.
func bucketOf(key, value []byte) string {
	switch {
	case len(value) < envelopeSize:
		return ""
	case value[0] == envelopePacked:
		return bucketContents
	case len(key) == 8 && key[0] == 0:
		var r snapshotRecord
		if json.Unmarshal(value[envelopeSize:], &r) == nil && r.Settings != "" {
			return bucketSnapshots
		}
		return bucketJournal
	case isSetting(string(key)):
		return bucketSettings
	case bytes.Contains(key, []byte("/")):
		return bucketEntities
	}
	return ""
}

// salvage reads what can be read of a leaf that is damaged: every record has a
// checksum of its own.
func (w *walker) salvage(b []byte) {
	le := binary.LittleEndian
	if len(b) < pageHead+pageElement {
		return
	}
	n := max(count(b), int(le.Uint32(b[pageHead+4:]))/pageElement) // where the first record lies tells how many there were
	for i := range min(n, (len(b)-pageHead)/pageElement) {
		at := pageHead + i*pageElement
		e := b[at:]
		from, key, value := int64(at)+int64(le.Uint32(e[4:])), int64(le.Uint32(e[8:])), int64(le.Uint32(e[12:]))
		if key == 0 || from+key+value > int64(len(b)) {
			continue
		}
		if le.Uint32(e) == leafBucket && value >= bucketHead+pageHead+pageElement { // a small bucket, in the list of buckets
			w.salvage(b[from+key+bucketHead : from+key+value])
			continue
		}
		k, v := b[from:from+key], b[from+key:from+key+value]
		if w.bucket != bucketByAcc && w.bucket != bucketMeta && sealedWell(w.bucket, k, v) == nil {
			w.record(w.bucket, k, v)
		}
	}
}
