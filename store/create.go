package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/store/journal"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

// Create makes a new file with p in it: aside, made durable, then given its name,
// so that a power cut never leaves half a file under it.
func Create(path string, p *model.Portfolio, o Options) (*File, error) {
	return createWith(path, p, o, nil, nil)
}

// CreateProtected is Create for a file that a passphrase protects from its first
// byte on. It gives the recovery key too, which is in the file only wrapped.
func CreateProtected(
	path string,
	p *model.Portfolio,
	phrase string,
	g seal.Guard,
	o Options,
) (f *File, recovery string, err error) {
	v, recovery, err := seal.Protect(phrase)
	if err != nil {
		return nil, "", err
	}
	if o.Keys == nil {
		o.Keys = new(seal.Keys)
	}
	o.Keys.Keep(v)
	if f, err = createWith(path, p, o, v, nil); err == nil {
		err = f.SetGuard(g)
	}
	return f, recovery, err
}

// createWith writes more, unless it is nil, before the file gets its name.
func createWith(path string, p *model.Portfolio, o Options, v *seal.Vault, more func(*bolt.Tx) error) (*File, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, place.Refused(path, place.ErrThere)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, place.Refused(path, err)
	}
	aside := fmt.Sprintf("%s.new-%d", path, os.Getpid())
	defer os.Remove(aside)
	if err := fill(aside, p, o, v, more); err != nil {
		return nil, place.Refused(path, err)
	}
	if err := place.Publish(aside, path); err != nil {
		return nil, place.Refused(path, err)
	}
	f, err := Open(path, o)
	if err == nil {
		f.created = true
		f.w.begin(p, f.State().Saved)
	}
	return f, err
}

func fill(path string, p *model.Portfolio, o Options, v *seal.Vault, more func(*bolt.Tx) error) error {
	puts, err := record.Whole(p)
	if err != nil {
		return err
	}
	return makeFile(path, func(tx *bolt.Tx) error {
		err := errors.Join(putMeta(tx, birth(o)), v.Declare(tx), journal.WriteRecords(tx, v, puts, 0))
		if err == nil && more != nil {
			err = more(tx)
		}
		return errors.Join(err, v.SettleWhole(tx))
	})
}

// makeFile makes a database with our buckets, and lets fill put something in, all
// in one transaction.
func makeFile(path string, fill func(*bolt.Tx) error) error {
	_ = os.Remove(path)
	o := database()
	o.InitialMmapSize = place.MapAhead
	db, err := bolt.Open(path, 0o600, o)
	if err != nil {
		return err
	}
	db.AllocSize = growBy
	err = db.Update(func(tx *bolt.Tx) error {
		for _, name := range seal.AllBuckets {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		return fill(tx)
	})
	return errors.Join(err, db.Close())
}

// birth is what a new file says of itself.
func birth(o Options) map[string]string {
	return map[string]string{"app": "accord", "schema": strconv.Itoa(seal.Schema), "minor": strconv.Itoa(seal.Minor),
		"created": o.now().UTC().Format(time.RFC3339), "program": o.Program, "file": place.NewID()}
}

func putMeta(tx *bolt.Tx, meta map[string]string) error {
	for k, v := range meta {
		if err := tx.Bucket([]byte(seal.BucketMeta)).Put([]byte(k), []byte(v)); err != nil {
			return err
		}
	}
	return nil
}
