package copies

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"accord/model/words"
	"accord/store/pages"
	"accord/store/place"
)

// MomentLayout is the moment in the name of an automatic copy, as clocks here show
// it: people look for "Tuesday before lunch".
const MomentLayout = "2006-01-02T150405"

// DayLayout is the day of that moment.
const DayLayout = "2006-01-02"

// OnTheWall is what the clock shows, as the names of copies have it: they say nothing
// of where that was.
func OnTheWall(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}

// CanBackUp says why no copies can be made in a folder, which need not be there yet.
func CanBackUp(dir string) error {
	at := dir
	for !place.Exists(at) && filepath.Dir(at) != at {
		at = filepath.Dir(at)
	}
	if st, err := os.Stat(at); err == nil && !st.IsDir() {
		return place.Refused(dir, errNoFolder)
	}
	if err := place.MayWrite(at); err != nil {
		return place.Refused(dir, err)
	}
	return nil
}

var errNoFolder = words.Fail("copies.file-name-way-folder")

// Stem is what the names of a file's automatic copies begin with.
func Stem(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + "-"
}

// Moment reads the moment in the name of a copy of path; it is zero for any
// other file.
func Moment(path, name string) time.Time {
	name, mine := strings.CutPrefix(filepath.Base(name), Stem(path))
	name, db := strings.CutSuffix(name, ".db")
	at, err := time.Parse(MomentLayout, name)
	if !mine || !db || err != nil {
		return time.Time{}
	}
	return at
}

// Auto is an automatic copy: the moment in its name, and what is in it.
type Auto struct {
	Path string
	At   time.Time // as a clock showed it
	ID   string    // of the file it is a copy of, "" when it cannot be read
	Step uint64    // its last one
}

// CalledAfter are the automatic copies that have the name of a file, by their names,
// newest first. Another file of the same name may have its copies there too.
func CalledAfter(dir, path string) (out []string) {
	entries, _ := os.ReadDir(dir) // no folder: no copies
	for _, e := range entries {
		if !Moment(path, e.Name()).IsZero() {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

// Own are the automatic copies of a file, the one with the latest step first:
// clocks are put back and forth, steps are not. They have its name and its number: the
// name alone may be another file's, the number alone that of a copy of the file that
// goes its own way. Of a file that cannot say its number the name decides.
func Own(dir, path string) (out []Auto) {
	of := pages.FileID(path)
	for _, name := range CalledAfter(dir, path) {
		c := Auto{Path: name, At: Moment(path, name)}
		p := pages.Peek(name)
		if c.ID, c.Step = p.ID, p.Step; of == "" || c.ID == of {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, ByStep)
	return out
}

// ByStep puts the latest first, byName what the latest name says.
func ByStep(a, b Auto) int { return cmp.Or(cmp.Compare(b.Step, a.Step), b.At.Compare(a.At)) }

func byName(a, b Auto) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Step, a.Step)) }

// Backups lists the automatic copies of a file, newest first.
func Backups(dir, path string) (out []string) {
	for _, c := range Own(dir, path) {
		out = append(out, c.Path)
	}
	return out
}
