package store

import (
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

// What pruning leaves: the newest copies, one a day for two weeks of days on which
// there was one, and one a week for eight such weeks.
const (
	keepNewest = 10
	keepDays   = 14
	keepWeeks  = 8
)

// backupPause is how long a copy that failed is not tried again: on a full disk
// trying at every edit would only make it fuller.
const backupPause = time.Hour

// backupBefore makes the automatic copy: before the first change of a day and
// before an import. A copy that fails must not keep edits from being saved; it is
// told beside them.
func (f *File) backupBefore(batch []queued) {
	if f.options.BackupDir == "" {
		return
	}
	importing := slices.ContainsFunc(batch, func(q queued) bool { return q.job == nil && q.patch.Kind == model.StepImport })
	now := f.options.now()
	if !importing && (f.backedUpOn(now) || now.Sub(f.backupFailed) < backupPause) {
		return
	}
	if err := f.backupNow(now); err != nil {
		f.backupFailed = now
		f.w.note("no automatic copy could be made: " + err.Error())
		return
	}
	f.backupFailed = time.Time{}
	f.w.note("")
	f.prune()
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
		if !exists(dest) {
			return f.copyTo(dest)
		}
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

func (f *File) backedUpOn(day time.Time) bool {
	all := Backups(f.options.BackupDir, f.path)
	return len(all) > 0 && backupMoment(f.path, all[0]).Format(backupDay) == day.Format(backupDay)
}

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

// Backups lists the automatic copies of a file, newest first.
func Backups(dir, path string) []string {
	entries, _ := os.ReadDir(dir) // no folder: no copies
	var out []string
	for _, e := range entries {
		if !backupMoment(path, e.Name()).IsZero() {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

// prune removes copies that are neither new nor the newest of one of the last
// days or weeks. It never comes near the last copy.
func (f *File) prune() {
	days, weeks := map[string]bool{}, map[string]bool{}
	newest := func(of map[string]bool, key string, keep int) bool {
		first := !of[key]
		of[key] = true
		return first && len(of) <= keep
	}
	for i, path := range Backups(f.options.BackupDir, f.path) {
		at := backupMoment(f.path, path)
		year, week := at.ISOWeek()
		ofDay := newest(days, at.Format(backupDay), keepDays)
		ofWeek := newest(weeks, fmt.Sprint(year, week), keepWeeks)
		if i >= keepNewest && !ofDay && !ofWeek {
			_ = os.Remove(path)
		}
	}
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
