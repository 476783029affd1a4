package pages

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"

	"accord/model/words"
	"accord/store/seal"
)

// Structure reads a database page by page, without mapping it, and checks all
// that can be checked without knowing what values mean: that every page is where
// it belongs and belongs to one place, that keys are in order, and that every
// value matches its checksum. A page that points to itself would keep bbolt
// walking for ever, one that points past the end would end the program, and one
// that is listed as free although it is not would be written over. A file that
// passes can be read and written in safety. The first damage found is the answer.
func Structure(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	h, _ := NewestHeader(f)
	var first error
	w := NewWalker(f, h)
	w.Bad = func(err error) bool { first = err; return false }
	w.Walk()
	return first
}

// Walker goes through the pages of a file.
type Walker struct {
	File   io.ReaderAt
	Header Header
	Owner  []owner // by page number
	Bad    func(error) bool
	Record func(bucket string, key, value []byte) // told of every good value; may be nil
	lost   func(keyRange)                         // told of the keys of a page that cannot be read; may be nil
	Only   string                                 // the one bucket to walk, "" for all
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
	InTree
	IsFreelist
	isFree
)

// NewWalker is a walker that has not begun; it tells nobody yet.
func NewWalker(file io.ReaderAt, h Header) *Walker {
	return &Walker{File: file, Header: h, Owner: make([]owner, h.Used), room: make([]byte, h.PageSize)}
}

// Walk goes through everything, and tells damage as it meets it.
func (w *Walker) Walk() {
	w.Page(w.Header.Root, nil, nil)
	w.bucket = ""
	if w.sealed && !w.crypt || w.plain && w.crypt {
		w.damaged("%s", words.T("pages.values-sealed-should-not-or"))
	}
	if !w.over && w.freelist() {
		w.leftOver()
	}
}

// damaged tells damage, with the kind of data it is in.
func (w *Walker) damaged(format string, args ...any) {
	if w.over {
		return
	}
	err := fmt.Errorf(format, args...)
	if w.bucket != "" {
		err = fmt.Errorf("%s: %w", seal.BucketWords(w.bucket), err)
	}
	w.over = !w.Bad(err)
}

// Page walks a page and everything below it. Its first key is the one its parent
// has for it, and all are below the next one there.
func (w *Walker) Page(id uint64, low, high []byte) {
	kind, size, err := w.claim(id, InTree)
	if err == nil {
		err = w.below(id, kind, size, low, high)
	}
	if err != nil {
		w.damaged("%w", err)
		w.loses(keyRange{w.bucket, low, high, kind == PageBranch && w.bucket != ""})
	}
}

func (w *Walker) loses(r keyRange) {
	if w.lost != nil {
		w.lost(r)
	}
}

func (w *Walker) below(id uint64, kind uint16, size int, low, high []byte) error {
	b := w.room                                                // claim read its beginning
	if kind == PageBranch || w.bucket == "" || len(b) < size { // what is below it uses the room
		b = make([]byte, size)
		copy(b, w.room)
	}
	b = b[:size]
	if first := len(w.room); size > first {
		if n, _ := w.File.ReadAt(b[first:], int64(id)*w.Header.PageSize+int64(first)); n < size-first {
			return words.Fail("pages.page-cut-off", id)
		}
	}
	end, err := Elements(b, kind)
	if err == nil && (end+int(w.Header.PageSize)-1)/int(w.Header.PageSize)*int(w.Header.PageSize) != size {
		err = words.Fail("pages.longer-or-shorter-than-what")
	}
	if err == nil && Count(b) == 0 { // bbolt keeps none: a turned bit made it nothing
		err = words.Fail("pages.is-empty")
	}
	if err == nil {
		err = inRange(b, kind, low, high)
	}
	if err != nil {
		if kind == PageLeaf && w.Record != nil && w.bucket != "" {
			w.salvage(b)
		} else if w.bucket == "" {
			w.Owner[id] = nobody // whoever looks at what is left over reads it
		}
		return words.Wrap(err, "pages.page", id)
	}
	if kind == PageLeaf {
		w.leaf(b)
		return nil
	}
	for i := range Count(b) {
		if w.tail && w.bucket != "" && i+1 < Count(b) {
			continue
		}
		key, child := BranchElement(b, i)
		next := high
		if i+1 < Count(b) {
			next, _ = BranchElement(b, i+1)
		}
		w.Page(child, key, next)
	}
	return nil
}

// leaf checks every value of a page.
func (w *Walker) leaf(b []byte) {
	for i := range Count(b) {
		flags, key, value := LeafElement(b, i)
		switch {
		case w.over:
			return
		case w.bucket == "":
			w.child(flags, key, value)
		case flags != 0:
			w.damaged("%s", words.T("pages.record-damaged", seal.KeyWords(w.bucket, key)))
			w.loses(keyRange{w.bucket, key, key, false})
		default:
			w.Value(key, value)
		}
	}
}

func (w *Walker) Value(key, value []byte) {
	switch w.bucket {
	case seal.BucketMeta:
		w.crypt = w.crypt || string(key) == seal.MetaCrypt
	case seal.BucketEntities, seal.BucketSettings, seal.BucketJournal, seal.BucketSnapshots, seal.BucketContents:
		w.sealed, w.plain = w.sealed || seal.IsSealed(value), w.plain || !seal.IsSealed(value)
	}
	if err := sealedWell(w.bucket, key, value); err != nil {
		w.damaged("%w", &ValueError{seal.KeyWords(w.bucket, key), err})
		w.loses(keyRange{w.bucket, key, key, false})
		return
	}
	if w.Record != nil {
		w.Record(w.bucket, key, value)
	}
}

// child walks a bucket that lies at an element of the list of buckets.
func (w *Walker) child(flags uint32, name, value []byte) {
	if flags != leafBucket || len(value) < bucketHead {
		w.damaged("%s", words.T("pages.list-what-file-damaged"))
		w.loses(keyRange{})
		return
	}
	if w.Only != "" && string(name) != w.Only {
		return
	}
	defer func() { w.bucket = "" }()
	w.bucket = string(name)
	if root := binary.LittleEndian.Uint64(value); root != 0 {
		w.Page(root, nil, nil)
		return
	}
	b := value[bucketHead:] // a small one lies in the element itself
	if len(b) < PageHead || binary.LittleEndian.Uint16(b[8:]) != PageLeaf {
		w.damaged("%s", words.T("pages.they-damaged"))
		w.loses(keyRange{bucket: w.bucket})
		return
	}
	end, err := Elements(b, PageLeaf)
	if err == nil && end != len(b) {
		err = words.Fail("pages.longer-or-shorter-than-what")
	}
	if err == nil {
		err = inRange(b, PageLeaf, nil, nil)
	}
	if err != nil {
		if w.Record != nil {
			w.salvage(b)
		}
		w.damaged("%w", words.Wrap(err, "pages.page-of-them"))
		w.loses(keyRange{bucket: w.bucket})
		return
	}
	w.leaf(b)
}

// claim looks at the head of a page that nothing else has claimed, and claims all
// that it runs over.
func (w *Walker) claim(id uint64, by owner) (kind uint16, size int, err error) {
	if id < 2 || id >= w.Header.Used {
		return 0, 0, words.Fail("pages.page-outside-file", id)
	}
	head := w.room
	if n, _ := w.File.ReadAt(head, int64(id)*w.Header.PageSize); n < len(head) {
		return 0, 0, words.Fail("pages.page-cut-off", id)
	}
	kind = binary.LittleEndian.Uint16(head[8:])
	fits := kind == PageBranch || kind == PageLeaf
	if by == IsFreelist {
		fits = kind == PageFreelist
	}
	if binary.LittleEndian.Uint64(head) != id || !fits {
		return 0, 0, words.Fail("pages.page-damaged", id)
	}
	pages := uint64(binary.LittleEndian.Uint32(head[12:])) + 1
	if pages > w.Header.Used-id {
		return 0, 0, words.Fail("pages.page-runs-over-end-file", id)
	}
	for n := id; n < id+pages; n++ {
		if w.Owner[n] != nobody {
			return 0, 0, words.Fail("pages.page-belongs-two-places", n)
		}
	}
	for n := id; n < id+pages; n++ {
		w.Owner[n] = by
	}
	return kind, int(pages) * int(w.Header.PageSize), nil
}

// noFreelist is the number of the page of a file that keeps no list of free pages.
const noFreelist = ^uint64(0)

// freelist claims the pages that are free; it says whether it could read which.
func (w *Walker) freelist() bool {
	if w.Header.Freelist == noFreelist {
		return false
	}
	_, size, err := w.claim(w.Header.Freelist, IsFreelist)
	if err != nil {
		w.damaged("%w", words.Wrap(err, "pages.list-of-free-pages"))
		return false
	}
	b := ReadAt(w.File, int64(w.Header.Freelist)*w.Header.PageSize, size)
	if len(b) < size {
		w.damaged("%s", words.T("pages.list-free-pages-cut-off"))
		return false
	}
	n, ids := uint64(Count(b)), b[PageHead:]
	if n == 0xFFFF { // more than fit the number in the head
		n, ids = binary.LittleEndian.Uint64(ids), ids[8:]
	}
	if n > uint64(len(ids)/8) {
		w.damaged("%s", words.T("pages.list-free-pages-entries-no", n))
		return false
	}
	for i := range int(n) {
		id := binary.LittleEndian.Uint64(ids[8*i:])
		if id < 2 || id >= w.Header.Used || w.Owner[id] != nobody {
			w.damaged("%s", words.T("pages.list-free-pages-damaged-page", id))
			return false
		}
		w.Owner[id] = isFree
	}
	return true
}

// leftOver checks that no page is left over: it would be one that something
// damaged should have led to.
func (w *Walker) leftOver() {
	for id := 2; id < len(w.Owner); id++ {
		if w.Owner[id] == nobody {
			w.damaged("%s", words.T("pages.page-neither-used-nor-free", id))
			return // one says it all
		}
	}
}

// salvage reads what can be read of a leaf that is damaged: every record has a
// checksum of its own.
func (w *Walker) salvage(b []byte) {
	le := binary.LittleEndian
	if len(b) < PageHead+pageElement {
		return
	}
	n := max(Count(b), int(le.Uint32(b[PageHead+4:]))/pageElement) // where the first record lies tells how many there were
	for i := range min(n, (len(b)-PageHead)/pageElement) {
		at := PageHead + i*pageElement
		e := b[at:]
		from, key, value := int64(at)+int64(le.Uint32(e[4:])), int64(le.Uint32(e[8:])), int64(le.Uint32(e[12:]))
		if key == 0 || from+key+value > int64(len(b)) {
			continue
		}
		if le.Uint32(e) == leafBucket && value >= bucketHead+PageHead+pageElement { // a small bucket, in the list of buckets
			w.salvage(b[from+key+bucketHead : from+key+value])
			continue
		}
		k, v := b[from:from+key], b[from+key:from+key+value]
		if w.bucket != seal.BucketByAcc && w.bucket != seal.BucketMeta && sealedWell(w.bucket, k, v) == nil {
			w.Record(w.bucket, k, v)
		}
	}
}

// keyRange is where in a bucket something could not be read; no high is the end.
// Without a bucket it is the list of all of them.
type keyRange struct {
	bucket    string
	low, high []byte
	below     bool // what is lost is only the way to the pages below
}
