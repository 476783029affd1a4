package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strconv"

	bolt "go.etcd.io/bbolt"
)

// schema is the number of the format this program writes; minor counts additions
// that an older program could not keep.
const (
	schema = 1
	minor  = 1
	// sealedSchema is that of a protected file: format 1 with sealed values, which
	// a program that does not know it must not take for damage.
	sealedSchema = 2
)

// migration brings a file from one format number to the next, inside one
// transaction. It must not use the model's types, nor the record types of today:
// they move on, old files do not.
type migration func(*bolt.Tx) error

// migrations[n] brings format n to n+1. There is none yet: 1 is the first format.
var migrations = map[int]migration{}

// format is what a file says of itself.
type format struct {
	app           string
	schema, minor int
	id            string // of the file
	crypt         []byte // what it says of its protection, nil for none
}

func (f *File) format() (v format, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketMeta))
		if b == nil {
			return fmt.Errorf("no bucket %q", bucketMeta)
		}
		v.app = string(b.Get([]byte("app")))
		if v.schema, err = strconv.Atoi(string(b.Get([]byte("schema")))); err != nil {
			return err
		}
		v.id = string(b.Get([]byte("file")))
		v.crypt = bytes.Clone(b.Get([]byte(metaCrypt)))
		v.minor, err = strconv.Atoi(string(b.Get([]byte("minor"))))
		return err
	})
	switch {
	case err != nil:
	case v.app != "accord":
		err = errors.New("it says it is of " + strconv.Quote(v.app))
	case v.schema < 1 || v.minor < 0:
		err = fmt.Errorf("it says it is of format %d.%d", v.schema, v.minor)
	}
	return v, err
}

// checkVersion refuses a newer file and brings an older one up to date, after a
// verified copy of it was put aside.
func (f *File) checkVersion() error {
	if v, err := f.format(); err == nil && v.crypt != nil {
		return f.bringTo(sealedSchema, sealedMinor, migrations)
	}
	return f.bringTo(schema, minor, migrations)
}

func (f *File) bringTo(schema, minor int, steps map[int]migration) error {
	v, err := f.format()
	switch {
	case err != nil:
		return notOurs(f.path, err)
	case v.schema > schema, v.schema == schema && v.minor > minor:
		return &NewerError{Path: f.path, File: v.schema, FileMinor: v.minor, Knows: schema, KnowsMinor: minor, BackupBefore: f.before(schema, v.schema)}
	}
	var damaged *DamagedError
	if f.undone, err = f.takeBack(); errors.As(err, &damaged) {
		return err
	} else if err != nil {
		return &AccessError{f.path, err}
	}
	if v.schema < schema {
		return f.migrate(v.schema, schema, minor, steps)
	}
	return nil
}

func notOurs(path string, err error) error {
	return &DamagedError{path, "this is not an Accord file (" + err.Error() + ")", "Name another file with --file"}
}

// before is a copy that was made before a file went from a format this program
// knows to the one it has, "" when there is none.
func (f *File) before(knows, has int) string {
	for n := knows + 1; n <= has; n++ {
		if path := f.asidePath(n); exists(path) {
			return path
		}
	}
	return ""
}

func (f *File) asidePath(schema int) string { return fmt.Sprintf("%s.pre-schema-%d", f.path, schema) }

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// copyAside makes the copy from before a new format. One that is there already with
// the same steps of the same file serves again; any other keeps its name.
func (f *File) copyAside(to int) (path string, err error) {
	path = f.asidePath(to)
	if here := peek(f.path); here.id != "" {
		for _, name := range append(beginning(path+"-", ""), path) {
			if p := peek(name); p.id == here.id && p.step == here.step && bytes.Equal(p.last, here.last) && intact(name, f.vault) == nil {
				return name, nil
			}
		}
	}
	path = freeName(path)
	return path, f.copyTo(path)
}

// migrate runs the steps from one format to another in one transaction: all or
// none. The minor number of the program's own format goes with it.
func (f *File) migrate(from, to, minor int, steps map[int]migration) error {
	aside, err := f.copyAside(to)
	if err != nil {
		return &AccessError{f.path, fmt.Errorf("the copy that must be made before it is brought to format %d failed, so nothing was changed: %w", to, err)}
	}
	err = f.update(func(tx *bolt.Tx) error {
		for n := from; n < to; n++ {
			step := steps[n]
			if step == nil {
				return fmt.Errorf("there is no way from format %d to %d", n, n+1)
			}
			if err := step(tx); err != nil {
				return fmt.Errorf("from format %d to %d: %w", n, n+1, err)
			}
		}
		b := tx.Bucket([]byte(bucketMeta))
		return errors.Join(b.Put([]byte("schema"), []byte(strconv.Itoa(to))), b.Put([]byte("minor"), []byte(strconv.Itoa(minor))))
	})
	if err != nil {
		return &DamagedError{f.path, "bringing the file up to date failed and was taken back: " + err.Error(), "The file is as it was; a copy is in " + aside}
	}
	return nil
}
