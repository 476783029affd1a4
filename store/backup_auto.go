package store

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"accord/model"
)

// backupTime is the moment in the name of an automatic copy, as clocks here show
// it: people look for "Tuesday before lunch".
const backupTime = "2006-01-02T150405"

const backupDay = "2006-01-02"

// backupPause is how long a copy that failed is not tried again: on a full disk
// trying at every edit would only make it fuller.
const backupPause = time.Hour

// importPause is how long one copy serves the imports that follow it. A script may
// bring in file after file, and undo takes each of them back.
const importPause = 15 * time.Minute

// backupBefore makes the automatic copy: before the first change of a day and
// before an import. A copy that fails must not keep edits from being saved; it is
// told beside them.
func (f *File) backupBefore(batch []queued) {
	if f.options.BackupDir == "" {
		return
	}
	importing := slices.ContainsFunc(batch, func(q queued) bool { return q.job == nil && q.patch.Kind == model.StepImport })
	now := f.options.now()
	if since := now.Sub(f.backupFailed); since >= 0 && since < backupPause || !f.copyIsDue(now, importing) {
		return
	}
	if err := f.backupNow(now); err != nil {
		f.backupFailed = now
		f.w.note("no automatic copy could be made: " + err.Error())
		return
	}
	f.backupFailed = time.Time{}
	f.w.note("")
	f.prune(now)
}

// copyIsDue reports whether a copy is to be made: there is none of today, or an
// import comes and none is from the last minutes. A copy whose name is still to come,
// because a clock was ahead, says nothing of now; one of today does, whatever its hour.
func (f *File) copyIsDue(now time.Time, importing bool) bool {
	wall := onTheWall(now)
	if f.copied != "" && exists(f.copied) && !importing && backupMoment(f.path, f.copied).Format(backupDay) == wall.Format(backupDay) {
		return false // there are many edits in a day: the folder is read for the first
	}
	today, lately := false, false
	for _, c := range ownCopies(f.options.BackupDir, f.path) {
		if c.at.Format(backupDay) == wall.Format(backupDay) {
			today, f.copied = true, c.path
		}
		since := wall.Sub(c.at)
		lately = lately || since >= 0 && since < importPause
	}
	return !today || importing && !lately
}

// onTheWall is what the clock shows, as the names of copies have it: they say nothing
// of where that was.
func onTheWall(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}

func (f *File) backupNow(now time.Time) error {
	if err := CanBackUp(f.options.BackupDir); err != nil {
		return err
	}
	if err := os.MkdirAll(f.options.BackupDir, 0o700); err != nil {
		return &AccessError{f.options.BackupDir, err}
	}
	for n := range time.Duration(60) { // two imports in one second
		dest := filepath.Join(f.options.BackupDir, stem(f.path)+now.Add(n*time.Second).Format(backupTime)+".db")
		if exists(dest) {
			continue
		}
		err := f.copyTo(dest)
		if err == nil {
			f.copied = dest
		}
		return err
	}
	return errThere
}

// CanBackUp says why no copies can be made in a folder, which need not be there yet.
func CanBackUp(dir string) error {
	at := dir
	for !exists(at) && filepath.Dir(at) != at {
		at = filepath.Dir(at)
	}
	if st, err := os.Stat(at); err == nil && !st.IsDir() {
		return &AccessError{dir, errNoFolder}
	}
	if err := mayWrite(at); err != nil {
		return &AccessError{dir, err}
	}
	return nil
}

var errNoFolder = errors.New("a file of that name is in the way of the folder")

// stem is what the names of a file's automatic copies begin with.
func stem(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + "-"
}

// backupMoment reads the moment in the name of a copy of path; it is zero for any
// other file.
func backupMoment(path, name string) time.Time {
	name, mine := strings.CutPrefix(filepath.Base(name), stem(path))
	name, db := strings.CutSuffix(name, ".db")
	at, err := time.Parse(backupTime, name)
	if !mine || !db || err != nil {
		return time.Time{}
	}
	return at
}

// autoCopy is an automatic copy: the moment in its name, and what is in it.
type autoCopy struct {
	path string
	at   time.Time // as a clock showed it
	id   string    // of the file it is a copy of, "" when it cannot be read
	step uint64    // its last one
}

// calledAfter are the automatic copies that have the name of a file, by their names,
// newest first. Another file of the same name may have its copies there too.
func calledAfter(dir, path string) (out []string) {
	entries, _ := os.ReadDir(dir) // no folder: no copies
	for _, e := range entries {
		if !backupMoment(path, e.Name()).IsZero() {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

// ownCopies are the automatic copies of a file, the one with the latest step first:
// clocks are put back and forth, steps are not. They have its name and its number: the
// name alone may be another file's, the number alone that of a copy of the file that
// goes its own way. Of a file that cannot say its number the name decides.
func ownCopies(dir, path string) (out []autoCopy) {
	of := FileID(path)
	for _, name := range calledAfter(dir, path) {
		c := autoCopy{path: name, at: backupMoment(path, name)}
		p := peek(name)
		if c.id, c.step = p.id, p.step; of == "" || c.id == of {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, byStep)
	return out
}

// byStep puts the latest first, byName what the latest name says.
func byStep(a, b autoCopy) int { return cmp.Or(cmp.Compare(b.step, a.step), b.at.Compare(a.at)) }
func byName(a, b autoCopy) int { return cmp.Or(b.at.Compare(a.at), cmp.Compare(b.step, a.step)) }

// Backups lists the automatic copies of a file, newest first.
func Backups(dir, path string) (out []string) {
	for _, c := range ownCopies(dir, path) {
		out = append(out, c.path)
	}
	return out
}

// BackupFile is File.Backup for a file that somebody else may have open.
func BackupFile(path, dest string, keys ...*Keys) error {
	return withCopy(path, one(keys), func(f *File, _ time.Time) error {
		err := f.Backup(dest)
		if err != nil {
			return fmt.Errorf("backup of %s: %w", path, err)
		}
		return nil
	})
}
