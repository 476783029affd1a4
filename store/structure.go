package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// structure reads a database page by page, without mapping it, and checks all
// that can be checked without knowing what values mean: that every page is where
// it belongs and belongs to one place, that keys are in order, and that every
// value matches its checksum. A page that points to itself would keep bbolt
// walking for ever, one that points past the end would end the program, and one
// that is listed as free although it is not would be written over. A file that
// passes can be read and written in safety. The first damage found is the answer.
func structure(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	h, _ := newestHeader(f)
	var first error
	w := newWalker(f, h)
	w.bad = func(err error) bool { first = err; return false }
	w.walk()
	return first
}

// walker goes through the pages of a file.
type walker struct {
	file   io.ReaderAt
	header header
	owner  []owner // by page number
	bad    func(error) bool
	record func(bucket string, key, value []byte) // told of every good value; may be nil
	lost   func(keyRange)                         // told of the keys of a page that cannot be read; may be nil
	only   string                                 // the one bucket to walk, "" for all
	tail   bool                                   // only where the last keys of the buckets are
	over   bool                                   // bad wants no more
	bucket string                                 // the one being walked, "" for the list of buckets
	sealed bool                                   // there are sealed values, which only the key of the file can check
	plain  bool                                   // and others
	crypt  bool                                   // the file says that it is protected
	room   []byte                                 // for the page at hand
}

// owner says what a page is used for.
type owner uint8

const (
	nobody owner = iota
	inTree
	isFreelist
	isFree
)

func newWalker(file io.ReaderAt, h header) *walker {
	return &walker{file: file, header: h, owner: make([]owner, h.used), room: make([]byte, h.pageSize)}
}

func (w *walker) walk() {
	w.page(w.header.root, nil, nil)
	w.bucket = ""
	if w.sealed && !w.crypt || w.plain && w.crypt {
		w.damaged("values are sealed that should not be, or not sealed that should")
	}
	if !w.over && w.freelist() {
		w.leftOver()
	}
}

// damaged tells damage, with the kind of data it is in.
func (w *walker) damaged(format string, args ...any) {
	if w.over {
		return
	}
	err := fmt.Errorf(format, args...)
	if w.bucket != "" {
		err = fmt.Errorf("%s: %w", bucketWords(w.bucket), err)
	}
	w.over = !w.bad(err)
}

// The kinds of pages, and what is in them.
const (
	pageBranch   = 1
	pageLeaf     = 2
	pageFreelist = 0x10
	pageHead     = 16 // bytes before the elements
	pageElement  = 16 // bytes of an element, in both kinds
	leafBucket   = 1  // flag of an element whose value is a bucket
	bucketHead   = 16 // root and sequence before a small bucket's own page
)

// page walks a page and everything below it. Its first key is the one its parent
// has for it, and all are below the next one there.
func (w *walker) page(id uint64, low, high []byte) {
	kind, size, err := w.claim(id, inTree)
	if err == nil {
		err = w.below(id, kind, size, low, high)
	}
	if err != nil {
		w.damaged("%w", err)
		w.loses(keyRange{w.bucket, low, high, kind == pageBranch && w.bucket != ""})
	}
}

func (w *walker) loses(r keyRange) {
	if w.lost != nil {
		w.lost(r)
	}
}

func (w *walker) below(id uint64, kind uint16, size int, low, high []byte) error {
	b := w.room                                                // claim read its beginning
	if kind == pageBranch || w.bucket == "" || len(b) < size { // what is below it uses the room
		b = make([]byte, size)
		copy(b, w.room)
	}
	b = b[:size]
	if first := len(w.room); size > first {
		if n, _ := w.file.ReadAt(b[first:], int64(id)*w.header.pageSize+int64(first)); n < size-first {
			return fmt.Errorf("page %d is cut off", id)
		}
	}
	end, err := elements(b, kind)
	if err == nil && (end+int(w.header.pageSize)-1)/int(w.header.pageSize)*int(w.header.pageSize) != size {
		err = errors.New("is longer or shorter than what is in it")
	}
	if err == nil && count(b) == 0 { // bbolt keeps none: a turned bit made it nothing
		err = errors.New("is empty")
	}
	if err == nil {
		err = inRange(b, kind, low, high)
	}
	if err != nil {
		if kind == pageLeaf && w.record != nil && w.bucket != "" {
			w.salvage(b)
		} else if w.bucket == "" {
			w.owner[id] = nobody // whoever looks at what is left over reads it
		}
		return fmt.Errorf("page %d %w", id, err)
	}
	if kind == pageLeaf {
		w.leaf(b)
		return nil
	}
	for i := range count(b) {
		if w.tail && w.bucket != "" && i+1 < count(b) {
			continue
		}
		key, child := branchElement(b, i)
		next := high
		if i+1 < count(b) {
			next, _ = branchElement(b, i+1)
		}
		w.page(child, key, next)
	}
	return nil
}

func count(b []byte) int { return int(binary.LittleEndian.Uint16(b[10:])) }

func branchElement(b []byte, i int) (key []byte, child uint64) {
	at := pageHead + i*pageElement
	e := b[at:]
	from := at + int(binary.LittleEndian.Uint32(e))
	return b[from : from+int(binary.LittleEndian.Uint32(e[4:]))], binary.LittleEndian.Uint64(e[8:])
}

func leafElement(b []byte, i int) (flags uint32, key, value []byte) {
	le, at := binary.LittleEndian, pageHead+i*pageElement
	e := b[at:]
	from, middle := at+int(le.Uint32(e[4:])), at+int(le.Uint32(e[4:]))+int(le.Uint32(e[8:]))
	return le.Uint32(e), b[from:middle], b[middle : middle+int(le.Uint32(e[12:]))]
}

// elements checks that what the elements of a page point to lies one after the
// other behind them, as it is written, and says where that ends. So a number of
// elements that is wrong, which would hide records without a word, is seen.
func elements(b []byte, kind uint16) (end int, err error) {
	le, n := binary.LittleEndian, count(b)
	end = pageHead + n*pageElement
	if end > len(b) || kind == pageBranch && n == 0 {
		return end, fmt.Errorf("has %d elements and no room for them", n)
	}
	for i := range n {
		at := pageHead + i*pageElement
		e := b[at:]
		from, size := int64(le.Uint32(e)), int64(le.Uint32(e[4:])) // of a branch: a key
		if kind == pageLeaf {
			from, size = int64(le.Uint32(e[4:])), int64(le.Uint32(e[8:]))+int64(le.Uint32(e[12:]))
		}
		if from += int64(at); from != int64(end) || from+size > int64(len(b)) {
			return end, fmt.Errorf("is damaged at its element %d", i)
		}
		end += int(size)
	}
	return end, nil
}

// inRange checks that the keys of a page are in order, and where they belong.
func inRange(b []byte, kind uint16, low, high []byte) error {
	var before []byte
	for i := range count(b) {
		var key []byte
		if kind == pageLeaf {
			_, key, _ = leafElement(b, i)
		} else {
			key, _ = branchElement(b, i)
		}
		if i > 0 && bytes.Compare(before, key) >= 0 || i == 0 && low != nil && !bytes.Equal(key, low) {
			return fmt.Errorf("has keys out of order at its element %d", i)
		}
		before = key
	}
	if high != nil && bytes.Compare(before, high) >= 0 {
		return errors.New("has keys that belong on the next one")
	}
	return nil
}

// leaf checks every value of a page.
func (w *walker) leaf(b []byte) {
	for i := range count(b) {
		flags, key, value := leafElement(b, i)
		switch {
		case w.over:
			return
		case w.bucket == "":
			w.child(flags, key, value)
		case flags != 0:
			w.damaged("record %s is damaged", keyWords(w.bucket, key))
			w.loses(keyRange{w.bucket, key, key, false})
		default:
			w.value(key, value)
		}
	}
}

func (w *walker) value(key, value []byte) {
	switch w.bucket {
	case bucketMeta:
		w.crypt = w.crypt || string(key) == metaCrypt
	case bucketEntities, bucketSettings, bucketJournal, bucketSnapshots, bucketContents:
		w.sealed, w.plain = w.sealed || isSealed(value), w.plain || !isSealed(value)
	}
	if err := sealedWell(w.bucket, key, value); err != nil {
		w.damaged("%w", &valueError{keyWords(w.bucket, key), err})
		w.loses(keyRange{w.bucket, key, key, false})
		return
	}
	if w.record != nil {
		w.record(w.bucket, key, value)
	}
}

// child walks a bucket that lies at an element of the list of buckets.
func (w *walker) child(flags uint32, name, value []byte) {
	if flags != leafBucket || len(value) < bucketHead {
		w.damaged("the list of what is in the file is damaged")
		w.loses(keyRange{})
		return
	}
	if w.only != "" && string(name) != w.only {
		return
	}
	defer func() { w.bucket = "" }()
	w.bucket = string(name)
	if root := binary.LittleEndian.Uint64(value); root != 0 {
		w.page(root, nil, nil)
		return
	}
	b := value[bucketHead:] // a small one lies in the element itself
	if len(b) < pageHead || binary.LittleEndian.Uint16(b[8:]) != pageLeaf {
		w.damaged("they are damaged")
		w.loses(keyRange{bucket: w.bucket})
		return
	}
	end, err := elements(b, pageLeaf)
	if err == nil && end != len(b) {
		err = errors.New("is longer or shorter than what is in it")
	}
	if err == nil {
		err = inRange(b, pageLeaf, nil, nil)
	}
	if err != nil {
		if w.record != nil {
			w.salvage(b)
		}
		w.damaged("a page of them %w", err)
		w.loses(keyRange{bucket: w.bucket})
		return
	}
	w.leaf(b)
}

// claim looks at the head of a page that nothing else has claimed, and claims all
// that it runs over.
func (w *walker) claim(id uint64, by owner) (kind uint16, size int, err error) {
	if id < 2 || id >= w.header.used {
		return 0, 0, fmt.Errorf("page %d is outside of the file", id)
	}
	head := w.room
	if n, _ := w.file.ReadAt(head, int64(id)*w.header.pageSize); n < len(head) {
		return 0, 0, fmt.Errorf("page %d is cut off", id)
	}
	kind = binary.LittleEndian.Uint16(head[8:])
	fits := kind == pageBranch || kind == pageLeaf
	if by == isFreelist {
		fits = kind == pageFreelist
	}
	if binary.LittleEndian.Uint64(head) != id || !fits {
		return 0, 0, fmt.Errorf("page %d is damaged", id)
	}
	pages := uint64(binary.LittleEndian.Uint32(head[12:])) + 1
	if pages > w.header.used-id {
		return 0, 0, fmt.Errorf("page %d runs over the end of the file", id)
	}
	for n := id; n < id+pages; n++ {
		if w.owner[n] != nobody {
			return 0, 0, fmt.Errorf("page %d belongs to two places", n)
		}
	}
	for n := id; n < id+pages; n++ {
		w.owner[n] = by
	}
	return kind, int(pages) * int(w.header.pageSize), nil
}

// noFreelist is the number of the page of a file that keeps no list of free pages.
const noFreelist = ^uint64(0)

// freelist claims the pages that are free; it says whether it could read which.
func (w *walker) freelist() bool {
	if w.header.freelist == noFreelist {
		return false
	}
	_, size, err := w.claim(w.header.freelist, isFreelist)
	if err != nil {
		w.damaged("the list of free pages: %w", err)
		return false
	}
	b := readAt(w.file, int64(w.header.freelist)*w.header.pageSize, size)
	if len(b) < size {
		w.damaged("the list of free pages is cut off")
		return false
	}
	n, ids := uint64(count(b)), b[pageHead:]
	if n == 0xFFFF { // more than fit the number in the head
		n, ids = binary.LittleEndian.Uint64(ids), ids[8:]
	}
	if n > uint64(len(ids)/8) {
		w.damaged("the list of free pages has %d entries and no room for them", n)
		return false
	}
	for i := range int(n) {
		id := binary.LittleEndian.Uint64(ids[8*i:])
		if id < 2 || id >= w.header.used || w.owner[id] != nobody {
			w.damaged("the list of free pages is damaged: page %d is none", id)
			return false
		}
		w.owner[id] = isFree
	}
	return true
}

// leftOver checks that no page is left over: it would be one that something
// damaged should have led to.
func (w *walker) leftOver() {
	for id := 2; id < len(w.owner); id++ {
		if w.owner[id] == nobody {
			w.damaged("page %d is neither used nor free", id)
			return // one says it all
		}
	}
}
