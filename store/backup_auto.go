package store

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"accord/model/edit"
	"accord/model/words"
	"accord/store/copies"
	"accord/store/place"
	"accord/store/seal"
)

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
	importing := slices.ContainsFunc(batch, func(q queued) bool { return q.job == nil && q.patch.Kind == edit.StepImport })
	now := f.options.now()
	if since := now.Sub(f.backupFailed); since >= 0 && since < backupPause || !f.copyIsDue(now, importing) {
		return
	}
	if err := f.backupNow(now); err != nil {
		f.backupFailed = now
		f.w.note(words.T("store.no-automatic-copy-could-made", err))
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
	wall := copies.OnTheWall(now)
	if f.copied != "" && place.Exists(f.copied) && !importing &&
		copies.Moment(f.path, f.copied).Format(copies.DayLayout) == wall.Format(copies.DayLayout) {
		return false // there are many edits in a day: the folder is read for the first
	}
	today, lately := false, false
	for _, c := range copies.Own(f.options.BackupDir, f.path) {
		if c.At.Format(copies.DayLayout) == wall.Format(copies.DayLayout) {
			today, f.copied = true, c.Path
		}
		since := wall.Sub(c.At)
		lately = lately || since >= 0 && since < importPause
	}
	return !today || importing && !lately
}

func (f *File) backupNow(now time.Time) error {
	if err := copies.CanBackUp(f.options.BackupDir); err != nil {
		return err
	}
	if err := os.MkdirAll(f.options.BackupDir, 0o700); err != nil {
		return place.Refused(f.options.BackupDir, err)
	}
	for n := range time.Duration(60) { // two imports in one second
		dest := filepath.Join(
			f.options.BackupDir,
			copies.Stem(f.path)+now.Add(n*time.Second).Format(copies.MomentLayout)+".db",
		)
		if place.Exists(dest) {
			continue
		}
		err := f.copyTo(dest)
		if err == nil {
			f.copied = dest
		}
		return err
	}
	return place.ErrThere
}

// BackupFile is File.Backup for a file that somebody else may have open.
func BackupFile(path, dest string, keys ...*seal.Keys) error {
	return withCopy(path, seal.One(keys), func(f *File, _ time.Time) error {
		err := f.Backup(dest)
		if err != nil {
			return words.Wrap(err, "store.backup-of", path)
		}
		return nil
	})
}

// prune removes the copies of the file that nothing speaks for. What cannot be read
// as one of its copies is none, so it neither goes nor takes the place of one.
func (f *File) prune(now time.Time) {
	for _, path := range copies.Surplus(copies.Own(f.options.BackupDir, f.path), copies.OnTheWall(now), f.copied) {
		_ = os.Remove(path)
	}
}
