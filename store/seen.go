package store

import (
	"accord/store/place"
)

// lookedAt tells when the file, just read, is older than it was seen, and notes how
// far it is.
func (f *File) lookedAt(path string, last uint64) string {
	if f.vault == nil {
		return ""
	}
	told := place.OlderThanSeen(path, f.id, last)
	place.Saw(path, f.id, last, f.options.now(), false)
	return told
}

// readOf is lookedAt for a private copy of the file at path.
func (f *File) readOf(path string, last uint64, o Options) string {
	if f.vault == nil {
		return ""
	}
	v, err := f.format()
	if err != nil {
		return ""
	}
	told := place.OlderThanSeen(path, v.id, last)
	place.Saw(path, v.id, last, o.now(), false)
	return told
}
