package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	bolt "go.etcd.io/bbolt"
)

// migration brings a file from one format number to the next, inside one
// transaction. It must not use the model's types: they move on, old files do not.
type migration func(*bolt.Tx) error

// migrations[n] brings format n to n+1. There is none yet: 1 is the first format.
var migrations = map[int]migration{}

// checkVersion refuses a newer file and brings an older one up to date, after a
// verified copy of it was put aside.
func (f *File) checkVersion() error {
	app, file, fileMinor, err := f.version()
	switch {
	case err != nil || app != "accord":
		return &DamagedError{f.path, "this is not an Accord file", "Name another file with --file"}
	case file > schema || file == schema && fileMinor > minor:
		return &NewerError{Path: f.path, File: file, Knows: schema, BackupBefore: f.preSchema(schema)}
	case file == schema:
		return nil
	}
	return f.migrate(file, schema, migrations)
}

func (f *File) version() (app string, major, minor int, err error) {
	err = f.db.View(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketMeta))
		if b == nil {
			return fmt.Errorf("no bucket %q", bucketMeta)
		}
		app = string(b.Get([]byte("app")))
		if major, err = strconv.Atoi(string(b.Get([]byte("schema")))); err != nil {
			return err
		}
		minor, err = strconv.Atoi(string(b.Get([]byte("minor"))))
		return err
	})
	return app, major, minor, err
}

// preSchema is the copy made before format n came, "" when there is none.
func (f *File) preSchema(n int) string {
	path := fmt.Sprintf("%s.pre-schema-%d", f.path, n+1)
	if _, err := os.Stat(path); err != nil {
		return ""
	}
	return path
}

// migrate runs the steps from one format to another in one transaction: all or
// none.
func (f *File) migrate(from, to int, steps map[int]migration) error {
	aside := fmt.Sprintf("%s.pre-schema-%d", f.path, to)
	if err := f.copyTo(aside); err != nil {
		return &AccessError{filepath.Base(aside), fmt.Errorf("the copy before bringing the file to format %d failed, so nothing was changed: %w", to, err)}
	}
	err := f.db.Update(func(tx *bolt.Tx) error {
		for n := from; n < to; n++ {
			step := steps[n]
			if step == nil {
				return fmt.Errorf("there is no way from format %d to %d", n, n+1)
			}
			if err := step(tx); err != nil {
				return fmt.Errorf("from format %d to %d: %w", n, n+1, err)
			}
		}
		return tx.Bucket([]byte(bucketMeta)).Put([]byte("schema"), []byte(strconv.Itoa(to)))
	})
	if err != nil {
		return &DamagedError{f.path, "bringing the file up to date failed and was taken back: " + err.Error(), "The file is as it was; a copy is in " + aside}
	}
	return nil
}
