package place

import (
	"accord/model/words"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// BeginningWith is everything whose path begins so.
func BeginningWith(at string) []string { return Globbed(GlobEscape(at) + "*") }

// Beginning are the files whose paths begin and end so.
func Beginning(stem, end string) (out []string) {
	entries, _ := os.ReadDir(filepath.Dir(stem)) // no folder: no files
	for _, e := range entries {
		name, mine := strings.CutPrefix(e.Name(), filepath.Base(stem))
		if mine && strings.HasSuffix(name, end) && !strings.Contains(name, ".new-") && !strings.Contains(name, ".tmp-") &&
			e.Type().IsRegular() {
			out = append(out, filepath.Join(filepath.Dir(stem), e.Name()))
		}
	}
	return out
}

// ErrThere says that a name is taken.
var ErrThere = words.Fail("place.there-file-name-already")

// Publish gives a finished file its name. A link fails when there is a file of
// that name, which a rename would overwrite: two first starts at once must not
// lose one of the two. Where there are no links, a rename must do.
func Publish(aside, path string) error {
	err := os.Link(aside, path)
	if errors.Is(err, os.ErrExist) {
		return ErrThere
	}
	if err != nil {
		err = os.Rename(aside, path)
	}
	return errors.Join(err, SyncDir(filepath.Dir(path)))
}

// Globbed are the files of a pattern, which must be a good one.
func Globbed(pattern string) []string {
	found, _ := filepath.Glob(pattern) // the pattern is good
	return found
}

// GlobEscape makes a path a pattern that fits only itself.
func GlobEscape(path string) string {
	if filepath.Separator == '\\' { // there is no escaping on Windows, and no * in a name
		return strings.ReplaceAll(path, "[", "[[]")
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

// TakePlace puts a finished file in the place of another, with its rights and owner.
func TakePlace(aside, path string) error {
	if st, err := os.Stat(path); err == nil {
		if err := os.Chmod(aside, st.Mode().Perm()); err != nil {
			return err
		}
		sameOwner(aside, st)
	}
	return errors.Join(os.Rename(aside, path), SyncDir(filepath.Dir(path)))
}

// FreeName is a name that no file has yet.
func FreeName(stem string) string {
	path := stem
	for n := 2; Exists(path); n++ {
		path = fmt.Sprintf("%s-%d", stem, n)
	}
	return path
}

// SameFile reports whether two paths lead to one file.
func SameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// SyncFile makes sure that the disk has a file.
func SyncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Exists reports whether something has a name, be it a link that leads nowhere.
func Exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
