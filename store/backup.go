package store

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// Backup writes a copy of the file as it is on the disk now, checks that every
// record of the copy can be read, and only then gives it its name.
func (f *File) Backup(dest string) error {
	if exists(dest) {
		return &AccessError{dest, errThere}
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
	if err := f.view(func(tx *bolt.Tx) error { return writeCopy(tx, tmp) }); err != nil {
		return err
	}
	if err := intact(tmp); err != nil {
		return fmt.Errorf("the copy can not be read back: %w", err)
	}
	if err := os.Rename(tmp, dest); err != nil {
		return err
	}
	return syncDir(filepath.Dir(dest))
}

func writeCopy(tx *bolt.Tx, path string) error {
	out, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer out.Close()
	buffered := bufio.NewWriterSize(out, 1<<20)
	if _, err := tx.WriteTo(buffered); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	return out.Sync()
}

// intact opens a private copy after every page and every value of it was read
// against its checksum. It does not ask what the values mean: a copy of an older
// format is good too.
func intact(path string) error {
	if _, err := preflight(path); err != nil {
		return err
	}
	if err := structure(path); err != nil {
		return err
	}
	f := &File{path: path}
	if err := f.open(); err != nil {
		return err
	}
	defer f.shut()
	if _, err := f.format(); err != nil {
		return notOurs(path, err)
	}
	return f.hasBuckets()
}

// hasBuckets checks that what no file is without is there.
func (f *File) hasBuckets() error {
	return f.view(func(tx *bolt.Tx) error {
		for _, name := range []string{bucketEntities, bucketSettings, bucketJournal} {
			if tx.Bucket([]byte(name)) == nil {
				return fmt.Errorf("bucket %s is missing", name)
			}
		}
		_, err := lastStep(tx)
		return err
	})
}
