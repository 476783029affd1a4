package pages

import (
	"accord/model/words"
	"bytes"
	"encoding/binary"
)

// The kinds of pages, and what is in them.
const (
	PageBranch   = 1
	PageLeaf     = 2
	PageFreelist = 0x10
	PageHead     = 16 // bytes before the elements
	pageElement  = 16 // bytes of an element, in both kinds
	leafBucket   = 1  // flag of an element whose value is a bucket
	bucketHead   = 16 // root and sequence before a small bucket's own page
)

// Count is how many elements a page says it has.
func Count(b []byte) int { return int(binary.LittleEndian.Uint16(b[10:])) }

// Elements checks that what the elements of a page point to lies one after the
// other behind them, as it is written, and says where that ends. So a number of
// elements that is wrong, which would hide records without a word, is seen.
func Elements(b []byte, kind uint16) (end int, err error) {
	le, n := binary.LittleEndian, Count(b)
	end = PageHead + n*pageElement
	if end > len(b) || kind == PageBranch && n == 0 {
		return end, words.Fail("pages.elements-no-room-them", n)
	}
	for i := range n {
		at := PageHead + i*pageElement
		e := b[at:]
		from, size := int64(le.Uint32(e)), int64(le.Uint32(e[4:])) // of a branch: a key
		if kind == PageLeaf {
			from, size = int64(le.Uint32(e[4:])), int64(le.Uint32(e[8:]))+int64(le.Uint32(e[12:]))
		}
		if from += int64(at); from != int64(end) || from+size > int64(len(b)) {
			return end, words.Fail("pages.damaged-at-element", i)
		}
		end += int(size)
	}
	return end, nil
}

// inRange checks that the keys of a page are in order, and where they belong.
func inRange(b []byte, kind uint16, low, high []byte) error {
	var before []byte
	for i := range Count(b) {
		var key []byte
		if kind == PageLeaf {
			_, key, _ = LeafElement(b, i)
		} else {
			key, _ = BranchElement(b, i)
		}
		if i > 0 && bytes.Compare(before, key) >= 0 || i == 0 && low != nil && !bytes.Equal(key, low) {
			return words.Fail("pages.keys-out-order-at-element", i)
		}
		before = key
	}
	if high != nil && bytes.Compare(before, high) >= 0 {
		return words.Fail("pages.keys-belong-next-one")
	}
	return nil
}

// BranchElement is the key of an element of a branch, and the page it leads to.
func BranchElement(b []byte, i int) (key []byte, child uint64) {
	at := PageHead + i*pageElement
	e := b[at:]
	from := at + int(binary.LittleEndian.Uint32(e))
	return b[from : from+int(binary.LittleEndian.Uint32(e[4:]))], binary.LittleEndian.Uint64(e[8:])
}

// LeafElement is an element of a leaf.
func LeafElement(b []byte, i int) (flags uint32, key, value []byte) {
	le, at := binary.LittleEndian, PageHead+i*pageElement
	e := b[at:]
	from, middle := at+int(le.Uint32(e[4:])), at+int(le.Uint32(e[4:]))+int(le.Uint32(e[8:]))
	return le.Uint32(e), b[from:middle], b[middle : middle+int(le.Uint32(e[12:]))]
}
