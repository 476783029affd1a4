package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// Backup writes a copy of the file as it is on the disk now, checks that the copy
// can be read whole, and only then gives it its name.
func (f *File) Backup(dest string) error {
	if _, err := os.Stat(dest); err == nil {
		return &AccessError{dest, fmt.Errorf("there is a file of that name already")}
	}
	if err := os.MkdirAll(filepath.Dir(dest), 0o700); err != nil {
		return &AccessError{dest, err}
	}
	if err := f.copyTo(dest); err != nil {
		return &AccessError{dest, err}
	}
	return nil
}

// copyTo copies the open file consistently, verified, by rename.
func (f *File) copyTo(dest string) error {
	tmp := fmt.Sprintf("%s.tmp-%d", dest, os.Getpid())
	defer os.Remove(tmp)
	err := f.db.View(func(tx *bolt.Tx) error {
		out, err := os.OpenFile(tmp, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		defer out.Close()
		if _, err := tx.WriteTo(out); err != nil {
			return err
		}
		return out.Sync()
	})
	if err != nil {
		return err
	}
	if err := readable(tmp); err != nil {
		return fmt.Errorf("the copy can not be read back: %w", err)
	}
	if err := os.Rename(tmp, dest); err != nil {
		return err
	}
	return syncDir(filepath.Dir(dest))
}

// readable opens a private copy and decodes every record of it.
func readable(path string) error {
	if _, err := preflight(path); err != nil {
		return err
	}
	f := &File{path: path}
	if err := f.open(); err != nil {
		return err
	}
	defer f.shut()
	_, _, err := load(f.db)
	return err
}

const backupTime = "2006-01-02T150405"

// backupBefore makes the automatic copy: before the first change of a day and
// before an import. A copy that fails must not keep edits from being saved.
func (f *File) backupBefore(batch []queued) {
	if f.options.BackupDir == "" {
		return
	}
	now := f.options.now()
	importing := slices.ContainsFunc(batch, func(q queued) bool { return q.patch.Kind == model.StepImport })
	if newest := f.newestBackup(); newest != "" && !importing && strings.Contains(newest, now.Format("2006-01-02")) {
		return
	}
	if os.MkdirAll(f.options.BackupDir, 0o700) != nil {
		return
	}
	if f.copyTo(filepath.Join(f.options.BackupDir, f.backupStem()+now.Format(backupTime)+".db")) == nil {
		f.prune()
	}
}

func (f *File) backupStem() string {
	return strings.TrimSuffix(filepath.Base(f.path), filepath.Ext(f.path)) + "-"
}

// Backups lists the automatic copies of a file, newest first.
func Backups(dir, path string) []string {
	stem := (&File{path: path}).backupStem()
	found, _ := filepath.Glob(filepath.Join(dir, stem+"*.db"))
	slices.Sort(found)
	slices.Reverse(found)
	return found
}

func (f *File) newestBackup() string {
	if all := Backups(f.options.BackupDir, f.path); len(all) > 0 {
		return all[0]
	}
	return ""
}

// keepNewest and keepDays are what pruning leaves: the last ten copies, and one
// a day for two weeks.
const (
	keepNewest = 10
	keepDays   = 14
)

func (f *File) prune() {
	days := map[string]bool{}
	for i, path := range Backups(f.options.BackupDir, f.path) {
		stamp := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(path), f.backupStem()), ".db")
		at, err := time.Parse(backupTime, stamp)
		if err != nil {
			continue
		}
		day := at.Format("2006-01-02")
		first := !days[day]
		days[day] = true
		if i >= keepNewest && (!first || len(days) > keepDays) {
			_ = os.Remove(path)
		}
	}
}
