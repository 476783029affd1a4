package store

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// migration brings a file from one format number to the next, inside one
// transaction. It must not use the model's types, nor the record types of today:
// they move on, old files do not.
type migration func(*bolt.Tx) error

// migrations[n] brings format n to n+1. There is none yet: 1 is the first format.
var migrations = map[int]migration{}

// checkVersion refuses a newer file and brings an older one up to date, after a
// verified copy of it was put aside.
func (f *File) checkVersion() error {
	if v, err := f.format(); err == nil && v.crypt != nil {
		return f.bringTo(seal.SealedSchema, seal.SealedMinor, migrations)
	}
	return f.bringTo(seal.Schema, seal.Minor, migrations)
}

func (f *File) bringTo(schema, minor int, steps map[int]migration) error {
	v, err := f.format()
	switch {
	case err != nil:
		return place.NotOurs(f.path, err)
	case v.schema > schema, v.schema == schema && v.minor > minor:
		return &place.NewerError{
			Path:         f.path,
			File:         v.schema,
			FileMinor:    v.minor,
			Knows:        schema,
			KnowsMinor:   minor,
			BackupBefore: f.before(schema, v.schema),
		}
	}
	var damaged *place.DamagedError
	if f.undone, err = f.takeBack(); errors.As(err, &damaged) {
		return err
	} else if err != nil {
		return place.Refused(f.path, err)
	}
	if v.schema < schema {
		return f.migrate(v.schema, schema, minor, steps)
	}
	return nil
}

// before is a copy that was made before a file went from a format this program
// knows to the one it has, "" when there is none.
func (f *File) before(knows, has int) string {
	for n := knows + 1; n <= has; n++ {
		if path := f.asidePath(n); place.Exists(path) {
			return path
		}
	}
	return ""
}

func (f *File) asidePath(schema int) string { return fmt.Sprintf("%s.pre-schema-%d", f.path, schema) }

// copyAside makes the copy from before a new format. One that is there already with
// the same steps of the same file serves again; any other keeps its name.
func (f *File) copyAside(to int) (path string, err error) {
	path = f.asidePath(to)
	if here := pages.Peek(f.path); here.ID != "" {
		for _, name := range append(place.Beginning(path+"-", ""), path) {
			p := pages.Peek(name)
			same := p.ID == here.ID && p.Step == here.Step && bytes.Equal(p.Last, here.Last)
			if same && intact(name, f.vault) == nil {
				return name, nil
			}
		}
	}
	path = place.FreeName(path)
	return path, f.copyTo(path)
}

// migrate runs the steps from one format to another in one transaction: all or
// none. The minor number of the program's own format goes with it.
func (f *File) migrate(from, to, minor int, steps map[int]migration) error {
	aside, err := f.copyAside(to)
	if err != nil {
		return place.Refused(f.path, words.Wrap(err, "store.copy-must-made-before-brought", to))
	}
	err = f.update(func(tx *bolt.Tx) error {
		for n := from; n < to; n++ {
			step := steps[n]
			if step == nil {
				return words.Fail("store.there-no-way-from-format", n, n+1)
			}
			if err := step(tx); err != nil {
				return words.Wrap(err, "store.from-format", n, n+1)
			}
		}
		b := tx.Bucket([]byte(seal.BucketMeta))
		return errors.Join(
			b.Put([]byte("schema"), []byte(strconv.Itoa(to))),
			b.Put([]byte("minor"), []byte(strconv.Itoa(minor))),
		)
	})
	if err != nil {
		return place.Damaged(f.path, words.T("store.bringing-file-up-date-failed", err), words.T("store.file-as-copy", aside))
	}
	return nil
}
