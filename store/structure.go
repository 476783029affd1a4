package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// structure walks the pages of a database from its root, without mapping the file:
// a page that points to itself would keep bbolt walking for ever, and one that
// points past the end would end the program. A file that passes can be walked in
// safety. The first damage found is the answer.
func structure(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	h, _ := newestHeader(f)
	w := walker{file: f, header: h, seen: make([]bool, h.used)}
	return w.page(h.root, true)
}

type walker struct {
	file   io.ReaderAt
	header header
	seen   []bool // by page number
	head   [pageHead]byte
}

// The kinds of pages, and what is in them.
const (
	pageBranch  = 1
	pageLeaf    = 2
	pageHead    = 16 // bytes before the elements
	pageElement = 16 // bytes of an element, in both kinds
	leafBucket  = 1  // flag of an element whose value is a bucket
)

// page checks a page and everything below it. Only the first level has buckets;
// of a leaf below, which is most of the file, the head is enough: what is in it has
// checksums.
func (w *walker) page(id uint64, buckets bool) error {
	leaf, size, err := w.claim(id)
	if err != nil || leaf && !buckets {
		return err
	}
	b := readAt(w.file, int64(id)*w.header.pageSize, size)
	if len(b) < size {
		return fmt.Errorf("page %d is cut off", id)
	}
	count := int(binary.LittleEndian.Uint16(b[10:]))
	if pageHead+count*pageElement > len(b) {
		return fmt.Errorf("page %d has %d elements and no room for them", id, count)
	}
	for i := range count {
		at := pageHead + i*pageElement
		if leaf {
			err = w.bucket(b, at)
		} else {
			err = w.page(binary.LittleEndian.Uint64(b[at+8:]), buckets)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// bucket follows a bucket that lies at an element of a leaf.
func (w *walker) bucket(b []byte, at int) error {
	le, e := binary.LittleEndian, b[at:]
	value := int64(at) + int64(le.Uint32(e[4:])) + int64(le.Uint32(e[8:]))
	size := int64(le.Uint32(e[12:]))
	if le.Uint32(e)&leafBucket == 0 || size < 16 || value+size > int64(len(b)) {
		return errors.New("the list of buckets is damaged")
	}
	if root := le.Uint64(b[value:]); root != 0 { // 0: a small one, which lies in the element itself
		return w.page(root, false)
	}
	return nil
}

// claim looks at the head of a page that nothing else has claimed, and claims all
// that it runs over.
func (w *walker) claim(id uint64) (leaf bool, size int, err error) {
	if id < 2 || id >= w.header.used {
		return false, 0, fmt.Errorf("page %d is outside of the file", id)
	}
	head := w.head[:]
	if n, _ := w.file.ReadAt(head, int64(id)*w.header.pageSize); n < pageHead {
		return false, 0, fmt.Errorf("page %d is cut off", id)
	}
	flags := binary.LittleEndian.Uint16(head[8:])
	if binary.LittleEndian.Uint64(head) != id || flags != pageBranch && flags != pageLeaf {
		return false, 0, fmt.Errorf("page %d is damaged", id)
	}
	pages := uint64(binary.LittleEndian.Uint32(head[12:])) + 1
	if pages > w.header.used-id {
		return false, 0, fmt.Errorf("page %d runs over the end of the file", id)
	}
	for n := id; n < id+pages; n++ {
		if w.seen[n] {
			return false, 0, fmt.Errorf("page %d belongs to two places", n)
		}
		w.seen[n] = true
	}
	return flags == pageLeaf, int(pages) * int(w.header.pageSize), nil
}
