package pages

import (
	"bytes"
	"encoding/binary"
	"encoding/json"

	"accord/store/record"
	"accord/store/seal"
)

// orphan reads the records of a page that nothing leads to.
func (s *Salvage) orphan(w *Walker, id uint64, sure bool) {
	w.orphan(id, func(key, value []byte) {
		for _, bucket := range bucketsOf(key, value) {
			if sealedWell(bucket, key, value) == nil {
				if s.Take(bucket, key, value, sure) {
					break
				}
			} else if sure {
				s.lost = append(s.lost, keyRange{bucket, bytes.Clone(key), bytes.Clone(key), false})
			}
		}
	})
}

// orphan gives what looks like records on a page that nothing leads to.
func (w *Walker) orphan(id uint64, give func(key, value []byte)) {
	if o := w.Owner[id]; o != nobody && o != isFree {
		return
	}
	head := ReadAt(w.File, int64(id)*w.Header.PageSize, PageHead)
	if len(head) < PageHead || binary.LittleEndian.Uint64(head) != id || binary.LittleEndian.Uint16(head[8:]) != PageLeaf {
		return
	}
	more := min(uint64(binary.LittleEndian.Uint32(head[12:])), w.Header.Used-id-1)
	b := ReadAt(w.File, int64(id)*w.Header.PageSize, int(more+1)*int(w.Header.PageSize))
	if len(b) < PageHead+pageElement {
		return
	}
	aside := *w // what it finds is told to somebody else
	aside.bucket = unknownBucket
	aside.Record = func(_ string, key, value []byte) { give(key, value) }
	aside.salvage(b)
}

// unread reports whether there are pages that nothing leads to, that are not free
// and cannot be read. Without headers nobody knows where the file ends: then empty
// pages at its end are none.
func (w *Walker) unread(headers bool) bool {
	empty := false
	for id := uint64(2); id < w.Header.Used; {
		if w.Owner[id] != nobody {
			id++
			continue
		}
		head := ReadAt(w.File, int64(id)*w.Header.PageSize, int(w.Header.PageSize))
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
func (w *Walker) soundPage(id uint64, head []byte) uint64 {
	if len(head) < PageHead || binary.LittleEndian.Uint64(head) != id {
		return 0
	}
	kind, n := binary.LittleEndian.Uint16(head[8:]), uint64(binary.LittleEndian.Uint32(head[12:]))+1
	if n > w.Header.Used-id || kind != PageBranch && kind != PageLeaf && kind != PageFreelist {
		return 0
	}
	if kind == PageFreelist {
		return n
	}
	b := ReadAt(w.File, int64(id)*w.Header.PageSize, int(n)*int(w.Header.PageSize))
	if uint64(len(b)) < n*uint64(w.Header.PageSize) {
		return 0
	}
	if _, err := Elements(b, kind); err != nil {
		return 0
	}
	return n
}

// unknownBucket is no bucket's name: what is read under it is not checked.
const unknownBucket = "?"

// bucketsOf are those that a record may be of: a seal tells which when it is tried.
func bucketsOf(key, value []byte) []string {
	switch {
	case !seal.IsSealed(value):
		return []string{BucketOf(key, value)}
	case value[0] == seal.EnvelopeSealedPacked:
		return []string{seal.BucketContents}
	}
	return []string{seal.BucketEntities, seal.BucketJournal, seal.BucketSettings, seal.BucketSnapshots}
}

// BucketOf tells by key and value which bucket a record is of, "" for none of
// those with records.
func BucketOf(key, value []byte) string {
	switch {
	case len(value) < seal.EnvelopeSize:
		return ""
	case value[0] == seal.EnvelopePacked:
		return seal.BucketContents
	case len(key) == 8 && key[0] == 0:
		var r record.Snapshot
		if json.Unmarshal(value[seal.EnvelopeSize:], &r) == nil && r.Settings != "" {
			return seal.BucketSnapshots
		}
		return seal.BucketJournal
	case isSetting(string(key)):
		return seal.BucketSettings
	case bytes.Contains(key, []byte("/")):
		return seal.BucketEntities
	}
	return ""
}
