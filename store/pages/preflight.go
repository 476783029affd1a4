package pages

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"

	"accord/model/words"
	"accord/store/place"
)

// Header is what a bbolt meta page says.
type Header struct {
	Ok                         bool
	PageSize                   int64
	Root, Freelist, Used, txid uint64
}

// ParseHeader reads one of the two headers; one that is not whole is not ok.
func ParseHeader(page []byte) (h Header) {
	if len(page) < 80 {
		return h
	}
	le, b := binary.LittleEndian, page[16:80]
	sum := fnv.New64a()
	_, _ = sum.Write(b[:56])
	h = Header{
		PageSize: int64(le.Uint32(b[8:])),
		Root:     le.Uint64(b[16:]),
		Freelist: le.Uint64(b[32:]),
		Used:     le.Uint64(b[40:]),
		txid:     le.Uint64(b[48:]),
	}
	h.Ok = le.Uint32(b) == 0xED0CDAED && le.Uint32(b[4:]) == 2 && le.Uint64(b[56:]) == sum.Sum64()
	return h
}

// Preflight looks at a file without mapping it, because a cut or torn file can
// crash whoever maps it. It returns a warning for a file that will open, perhaps
// as it was before the last save, and an error for one that must not be opened.
func Preflight(path string) (warning string, err error) {
	st, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		_, placeholder := os.Stat(filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".icloud"))
		return "", &place.MissingError{Path: path, Known: place.Known(path), Remote: placeholder == nil}
	case err != nil:
		return "", place.Refused(path, err)
	case st.IsDir():
		return "", place.Damaged(path, words.T("pages.this-folder-not-file"), words.T("pages.name-file"))
	case !st.Mode().IsRegular():
		return "", place.Damaged(path, words.T("pages.this-not-file"), words.T("pages.name-another-file"))
	case st.Size() == 0:
		return "", place.Damaged(path, words.T("pages.file-empty-content-lost"), place.TakeBackup())
	}
	f, err := os.Open(path)
	if err != nil {
		return "", place.Refused(path, err)
	}
	defer f.Close()
	return Examine(f, path, st.Size())
}

// Examine looks at an open file as Preflight does.
func Examine(f io.ReaderAt, path string, size int64) (warning string, err error) {
	h, both := NewestHeader(f)
	if what := Foreign(ReadAt(f, 0, PageSize)); !h.Ok && what != "" {
		return "", &place.ForeignError{Path: path, What: what, Known: place.Known(path)}
	}
	if !h.Ok {
		return "", place.Damaged(path, words.T("pages.this-not-accord-file-or"), place.TakeBackup())
	}
	if !both {
		warning = words.T("pages.one-files-two-headers-damaged")
	}
	if h.PageSize < 1024 || h.PageSize > 1<<16 || int64(h.Used)*h.PageSize > size {
		return warning, place.Damaged(
			path,
			words.T("pages.file-cut-off-bytes-there", size, int64(h.Used)*h.PageSize),
			place.TakeBackup(),
		)
	}
	const freelist, none = 0x10, ^uint64(0)
	if !pageIs(f, h, h.Root, PageBranch|PageLeaf) || h.Freelist != none && !pageIs(f, h, h.Freelist, freelist) {
		return warning, place.Damaged(path, words.T("pages.file-damaged-at-root"), place.TakeBackup())
	}
	return warning, nil
}

// NewestHeader is the header that bbolt will use, and whether both are good.
func NewestHeader(f io.ReaderAt) (h Header, both bool) {
	first := ParseHeader(ReadAt(f, 0, 4096))
	second := secondHeader(f, first)
	if !first.Ok || second.Ok && second.txid > first.txid {
		return second, first.Ok
	}
	return first, second.Ok
}

// secondHeader reads the other meta page; when the first is damaged its place has
// to be guessed, because it depends on the page size.
func secondHeader(f io.ReaderAt, first Header) Header {
	if first.Ok {
		return ParseHeader(ReadAt(f, first.PageSize, 4096))
	}
	for shift := 10; shift <= 16; shift++ {
		if h := ParseHeader(ReadAt(f, 1<<shift, 4096)); h.Ok && h.PageSize == 1<<shift {
			return h
		}
	}
	return Header{}
}

func pageIs(f io.ReaderAt, h Header, id uint64, flags uint16) bool {
	if id >= h.Used {
		return false
	}
	b := ReadAt(f, int64(id)*h.PageSize, 16)
	return len(b) == 16 && binary.LittleEndian.Uint64(b) == id && binary.LittleEndian.Uint16(b[8:])&flags != 0
}

// ReadAt reads what there is of some bytes.
func ReadAt(f io.ReaderAt, off int64, n int) []byte {
	b := make([]byte, n)
	k, _ := f.ReadAt(b, off)
	return b[:k]
}

// ReadOnly reports whether a file lacks the right to be written for its owner:
// somebody meant that. Who runs the program does not matter; root may write all.
func ReadOnly(path string) bool {
	st, err := os.Stat(path)
	return err == nil && st.Mode().Perm()&0o200 == 0
}

// Foreign says what a file is by how it begins, "" when that is not known. A page
// of ours that is damaged has bytes that no text has.
func Foreign(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return words.T("pages.workbook-or-archive")
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}), bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return "text"
	}
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7F {
			return ""
		}
	}
	return "text"
}

// PageSize is the same on every machine: with the 16 KiB of some a save writes
// four times as much.
const PageSize = 4096
