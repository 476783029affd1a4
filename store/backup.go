package store

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// Backup writes a copy of the file as it is on the disk now, checks that every
// record of the copy can be read, and only then gives it its name.
func (f *File) Backup(dest string) error {
	if place.Exists(dest) {
		return place.Refused(dest, place.ErrThere)
	}
	if err := os.MkdirAll(filepath.Dir(dest), 0o700); err != nil {
		return place.Refused(dest, err)
	}
	if err := f.copyTo(dest); err != nil {
		return place.Refused(dest, err)
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
	if err := intact(tmp, f.vault); err != nil {
		return words.Wrap(err, "store.copy-cannot-read-back")
	}
	return place.Publish(tmp, dest) // never over a copy that somebody else made meanwhile
}

// writeCopy makes a new file, so that it follows no link that somebody put there.
func writeCopy(tx *bolt.Tx, path string) error {
	_ = os.Remove(path)
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
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
// against its checksum, and its seal. It does not ask what the values mean: a copy
// of an older format is good too.
func intact(path string, v *seal.Vault) error {
	f, err := openPrivate(path)
	if err != nil {
		return err
	}
	defer f.shut()
	f.vault = v
	return f.values()
}

// openPrivate opens a file that nobody else has, when its pages can be walked.
func openPrivate(path string) (*File, error) {
	if _, err := pages.Preflight(path); err != nil {
		return nil, err
	}
	if err := pages.Structure(path); err != nil {
		return nil, err
	}
	f := &File{path: path, bounds: usualBounds}
	if err := f.open(); err != nil {
		return nil, err
	}
	if _, err := f.format(); err != nil {
		f.shut()
		return nil, place.NotOurs(path, err)
	}
	return f, nil
}

// values reads every value of a protected file against its seal; in any other,
// structure did that. What no file is without must be there.
func (f *File) values() error {
	if err := f.hasBuckets(); err != nil || f.vault == nil {
		return err
	}
	return f.view(func(tx *bolt.Tx) error {
		all := f.vault.SumOfMeta(tx)
		for _, name := range seal.CountedBuckets {
			b := tx.Bucket([]byte(name))
			if b == nil { // the first files had no snapshots
				continue
			}
			err := b.ForEach(func(k, value []byte) error {
				if _, _, _, err := f.vault.Take(seal.KindIn(name), name, k, value); err != nil {
					return words.Wrap(err, "store.record", seal.BucketWords(name), seal.KeyWords(name, k))
				}
				all.Mix(f.vault.Of(value))
				return nil
			})
			if err != nil {
				return err
			}
		}
		f.base = &all
		return belongs(f.vault, tx, all)
	})
}

// hasBuckets checks that what no file is without is there.
func (f *File) hasBuckets() error {
	return f.view(func(tx *bolt.Tx) error {
		for _, name := range []string{seal.BucketEntities, seal.BucketSettings, seal.BucketJournal} {
			if tx.Bucket([]byte(name)) == nil {
				return words.Fail("store.all-missing", seal.BucketWords(name))
			}
		}
		_, err := seal.LastStep(tx)
		return err
	})
}
