package pages

import (
	"bytes"
	"io"
	"os"

	"accord/store/seal"
)

// ProtectionIn is whether there are sealed values in a file, and what it says of how
// it is protected: that may lie on a page that nothing leads to, or in a copy of the
// file, which has the same key.
func ProtectionIn(in io.ReaderAt, h Header, headers bool, copies []string) (text []byte, sealed bool) {
	w := NewWalker(in, h)
	text = w.crypted(headers)
	for id := uint64(2); id < h.Used && text == nil; id++ {
		w.orphan(id, func(key, value []byte) {
			w.sealed = w.sealed || seal.IsSealed(value) && len(value) >= seal.SealedSize
			if _, err := seal.ParseCrypt(value); err == nil && string(key) == seal.MetaCrypt {
				text = bytes.Clone(value)
			}
		})
	}
	if !w.sealed {
		return nil, false
	}
	for _, path := range copies {
		if text == nil {
			text = CryptedIn(path)
		}
	}
	return text, true
}

// crypted walks a file and gives what it says about how it is protected.
func (w *Walker) crypted(walk bool) (text []byte) {
	if !walk {
		return nil
	}
	w.Bad = func(error) bool { return true }
	w.Record = func(bucket string, key, value []byte) {
		if _, err := seal.ParseCrypt(value); err == nil && bucket == seal.BucketMeta && string(key) == seal.MetaCrypt {
			text = bytes.Clone(value)
		}
	}
	w.Walk()
	return text
}

// CryptedIn is what a file says of its protection, nil for nothing.
func CryptedIn(path string) []byte {
	in, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer in.Close()
	h, _ := NewestHeader(in)
	return NewWalker(in, h).crypted(h.Ok)
}
