package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
)

// header is what a bbolt meta page says.
type header struct {
	ok                         bool
	pageSize                   int64
	root, freelist, used, txid uint64
}

func parseHeader(page []byte) (h header) {
	if len(page) < 80 {
		return h
	}
	le, b := binary.LittleEndian, page[16:80]
	sum := fnv.New64a()
	_, _ = sum.Write(b[:56])
	h = header{pageSize: int64(le.Uint32(b[8:])), root: le.Uint64(b[16:]), freelist: le.Uint64(b[32:]), used: le.Uint64(b[40:]), txid: le.Uint64(b[48:])}
	h.ok = le.Uint32(b) == 0xED0CDAED && le.Uint32(b[4:]) == 2 && le.Uint64(b[56:]) == sum.Sum64()
	return h
}

// preflight looks at a file without mapping it, because a cut or torn file can
// crash whoever maps it. It returns a warning for a file that will open, perhaps
// as it was before the last save, and an error for one that must not be opened.
func preflight(path string) (warning string, err error) {
	st, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		_, placeholder := os.Stat(filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".icloud"))
		return "", &MissingError{Path: path, Known: Known(path), Remote: placeholder == nil}
	case err != nil:
		return "", &AccessError{path, err}
	case st.IsDir():
		return "", &DamagedError{path, "this is a folder, not a file", "Name the file in it"}
	case !st.Mode().IsRegular():
		return "", &DamagedError{path, "this is not a file", "Name another with --file"}
	case st.Size() == 0:
		return "", &DamagedError{path, "the file is empty, so its content was lost", takeBackup}
	}
	f, err := os.Open(path)
	if err != nil {
		return "", &AccessError{path, err}
	}
	defer f.Close()
	return examine(f, path, st.Size())
}

func examine(f io.ReaderAt, path string, size int64) (warning string, err error) {
	h, both := newestHeader(f)
	if what := foreign(readAt(f, 0, pageSize)); !h.ok && what != "" {
		return "", &ForeignError{path, what, Known(path)}
	}
	if !h.ok {
		return "", &DamagedError{path, "this is not an Accord file, or both of its headers are damaged", takeBackup}
	}
	if !both {
		warning = "one of the file's two headers is damaged; the last save may be missing"
	}
	if h.pageSize < 1024 || h.pageSize > 1<<16 || int64(h.used)*h.pageSize > size {
		return warning, &DamagedError{path, fmt.Sprintf("the file is cut off: %d bytes are there, %d belong to it", size, int64(h.used)*h.pageSize), takeBackup}
	}
	const freelist, none = 0x10, ^uint64(0)
	if !pageIs(f, h, h.root, pageBranch|pageLeaf) || h.freelist != none && !pageIs(f, h, h.freelist, freelist) {
		return warning, &DamagedError{path, "the file is damaged at its root", takeBackup}
	}
	return warning, nil
}

// newestHeader is the header that bbolt will use, and whether both are good.
func newestHeader(f io.ReaderAt) (h header, both bool) {
	first := parseHeader(readAt(f, 0, 4096))
	second := secondHeader(f, first)
	if !first.ok || second.ok && second.txid > first.txid {
		return second, first.ok
	}
	return first, second.ok
}

// secondHeader reads the other meta page; when the first is damaged its place has
// to be guessed, because it depends on the page size.
func secondHeader(f io.ReaderAt, first header) header {
	if first.ok {
		return parseHeader(readAt(f, first.pageSize, 4096))
	}
	for shift := 10; shift <= 16; shift++ {
		if h := parseHeader(readAt(f, 1<<shift, 4096)); h.ok && h.pageSize == 1<<shift {
			return h
		}
	}
	return header{}
}

func pageIs(f io.ReaderAt, h header, id uint64, flags uint16) bool {
	if id >= h.used {
		return false
	}
	b := readAt(f, int64(id)*h.pageSize, 16)
	return len(b) == 16 && binary.LittleEndian.Uint64(b) == id && binary.LittleEndian.Uint16(b[8:])&flags != 0
}

func readAt(f io.ReaderAt, off int64, n int) []byte {
	b := make([]byte, n)
	k, _ := f.ReadAt(b, off)
	return b[:k]
}

// readOnly reports whether a file lacks the right to be written for its owner:
// somebody meant that. Who runs the program does not matter; root may write all.
func readOnly(path string) bool {
	st, err := os.Stat(path)
	return err == nil && st.Mode().Perm()&0o200 == 0
}

// foreign says what a file is by how it begins, "" when that is not known. A page
// of ours that is damaged has bytes that no text has.
func foreign(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "a workbook or an archive"
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
