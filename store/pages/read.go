package pages

import (
	"bytes"
	"io"
	"os"
	"slices"

	"accord/model/words"
	"accord/store/place"
	"accord/store/seal"
)

// pages reads every page of a file: those that something leads to, then the rest.
func (s *Salvage) pages(in io.ReaderAt, h Header) {
	w := NewWalker(in, h)
	listed := false // which pages are free
	if s.Headers {
		w.Bad = func(err error) bool { s.damage = append(s.damage, err); return true }
		w.Record = func(bucket string, key, value []byte) { s.Take(bucket, key, value, true) }
		w.lost = func(r keyRange) {
			s.lost = append(s.lost, keyRange{r.bucket, bytes.Clone(r.low), bytes.Clone(r.high), r.below})
		}
		w.Page(h.Root, nil, nil)
		w.bucket = ""
		listed = w.freelist()
	}
	s.unread = w.unread(s.Headers)
	if listed && !s.unread { // the way was lost, but all it led to was found
		s.lost = slices.DeleteFunc(s.lost, func(r keyRange) bool { return r.below })
	}
	for id := uint64(2); id < h.Used; id++ {
		s.orphan(w, id, listed && w.Owner[id] == nobody)
	}
}

// vaultOf is what opens the values of a protected file, however damaged the rest
// of it is.
func (s *Salvage) vaultOf(in io.ReaderAt, h Header, of string, copies []string, keys *seal.Keys) (*seal.Vault, error) {
	text, sealed := ProtectionIn(in, h, s.Headers, copies)
	if !sealed {
		return nil, nil
	}
	c, err := seal.ParseCrypt(text)
	if err != nil {
		return nil, place.Damaged(
			of,
			words.T("pages.what-passphrase-opens-damaged-without"),
			words.T("pages.accord-restore-lists-copies-go"),
		)
	}
	return keys.Vault(of, c)
}

// SalvageFile reads what can be read of a file, whatever state it is in.
func SalvageFile(path, of string, copies []string, keys *seal.Keys) (*Salvage, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, place.Refused(path, err)
	}
	defer in.Close()
	st, err := in.Stat()
	if err != nil {
		return nil, place.Refused(path, err)
	}
	s := &Salvage{Records: map[string]map[string]found{}, replaced: map[string][]byte{}}
	for _, name := range seal.AllBuckets {
		s.Records[name] = map[string]found{}
	}
	h, both := NewestHeader(in)
	s.Both = both
	if s.Headers = h.Ok; !h.Ok {
		h = Header{PageSize: PageSize, Used: uint64(st.Size()) / PageSize}
	}
	if most := uint64(st.Size())/uint64(h.PageSize) + 1; h.Used > most { // it was cut off
		h.Used = most
	}
	if s.vault, err = s.vaultOf(in, h, of, copies, keys); err != nil {
		return nil, err
	}
	s.pages(in, h)
	return s, nil
}
