package place

import (
	"accord/model/words"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// maxLinks is how many links are followed before they are taken for a circle.
const maxLinks = 40

// Behind is the file that a path means: the one at the end of its links, which need
// not be there. Whatever takes the place of a file takes the place of that one, and
// the links stay. A path that is no link is given back as it was typed.
func Behind(path string) string {
	at := path
	for range maxLinks {
		to, err := os.Readlink(at)
		if err != nil {
			return at
		}
		if !filepath.IsAbs(to) { // beside the link, wherever the folders on the way lead to
			dir, err := filepath.EvalSymlinks(filepath.Dir(at))
			if err != nil {
				return path
			}
			to = filepath.Join(dir, to)
		}
		at = to
	}
	return path
}

// PathsOf are the names beside which files that belong to one lie: the name that was
// given and, where that is a link, the file's own.
func PathsOf(path string) []string {
	if real := Behind(path); real != path {
		return []string{path, real}
	}
	return []string{path}
}

// NamesError says that a file has another name, which would keep what was there.
type NamesError struct {
	path  string
	count uint64   // of names
	known []string // those in the same folder
}

func (e *NamesError) Error() string {
	if len(e.known) > 0 {
		return words.T("place.other-names-remove-first", e.path, int(e.count)-1, strings.Join(e.known, ", "))
	}
	return words.T("place.other-names-find", e.path, int(e.count)-1)
}

// OnlyName refuses a file that has more than one name: a new file takes the place of
// one of them alone, so the old content would stay under the others.
func OnlyName(path string) error {
	st, err := os.Stat(path)
	if err != nil || HardLinks(st) < 2 {
		return err
	}
	e := &NamesError{path: path, count: HardLinks(st)}
	entries, _ := os.ReadDir(filepath.Dir(path)) // what cannot be listed is not named
	for _, x := range entries {
		if other, err := x.Info(); err == nil && x.Name() != filepath.Base(path) && os.SameFile(st, other) {
			e.known = append(e.known, filepath.Join(filepath.Dir(path), x.Name()))
		}
	}
	slices.Sort(e.known)
	return e
}
