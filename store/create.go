package store

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

var errThere = errors.New("there is a file of that name already")

// Create makes a new file with p in it: aside, made durable, then given its name,
// so that a power cut never leaves half a file under it.
func Create(path string, p *model.Portfolio, o Options) (*File, error) {
	return createWith(path, p, o, nil, nil)
}

// CreateProtected is Create for a file that a passphrase protects from its first
// byte on. It gives the recovery key too, which is in the file only wrapped.
func CreateProtected(path string, p *model.Portfolio, phrase string, g Guard, o Options) (f *File, recovery string, err error) {
	v, recovery, err := protection(phrase)
	if err != nil {
		return nil, "", err
	}
	if o.Keys == nil {
		o.Keys = new(Keys)
	}
	o.Keys.keep(v)
	if f, err = createWith(path, p, o, v, nil); err == nil {
		err = f.SetGuard(g)
	}
	return f, recovery, err
}

// createWith writes more, unless it is nil, before the file gets its name.
func createWith(path string, p *model.Portfolio, o Options, v *vault, more func(*bolt.Tx) error) (*File, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, &AccessError{path, errThere}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, &AccessError{path, err}
	}
	aside := fmt.Sprintf("%s.new-%d", path, os.Getpid())
	defer os.Remove(aside)
	if err := fill(aside, p, o, v, more); err != nil {
		return nil, &AccessError{path, err}
	}
	if err := publish(aside, path); err != nil {
		return nil, &AccessError{path, err}
	}
	f, err := Open(path, o)
	if err == nil {
		f.created = true
		f.w.begin(p, f.State().Saved)
	}
	return f, err
}

// publish gives a finished file its name. A link fails when there is a file of
// that name, which a rename would overwrite: two first starts at once must not
// lose one of the two. Where there are no links, a rename must do.
func publish(aside, path string) error {
	err := os.Link(aside, path)
	if errors.Is(err, os.ErrExist) {
		return errThere
	}
	if err != nil {
		err = os.Rename(aside, path)
	}
	return errors.Join(err, syncDir(filepath.Dir(path)))
}

func fill(path string, p *model.Portfolio, o Options, v *vault, more func(*bolt.Tx) error) error {
	puts, err := whole(p)
	if err != nil {
		return err
	}
	return makeFile(path, func(tx *bolt.Tx) error {
		err := errors.Join(putMeta(tx, birth(o)), v.declare(tx), write(tx, v, puts, 0))
		if err == nil && more != nil {
			err = more(tx)
		}
		return errors.Join(err, v.settleWhole(tx))
	})
}

// makeFile makes a database with our buckets, and lets fill put something in, all
// in one transaction.
func makeFile(path string, fill func(*bolt.Tx) error) error {
	_ = os.Remove(path)
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: lockWait, PageSize: pageSize, FreelistType: bolt.FreelistMapType, InitialMmapSize: mapAhead})
	if err != nil {
		return err
	}
	db.AllocSize = growBy
	err = db.Update(func(tx *bolt.Tx) error {
		for _, name := range allBuckets {
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
	return map[string]string{"app": "accord", "schema": strconv.Itoa(schema), "minor": strconv.Itoa(minor),
		"created": o.now().UTC().Format(time.RFC3339), "program": o.Program, "file": NewID()}
}

func putMeta(tx *bolt.Tx, meta map[string]string) error {
	for k, v := range meta {
		if err := tx.Bucket([]byte(bucketMeta)).Put([]byte(k), []byte(v)); err != nil {
			return err
		}
	}
	return nil
}

// many is how many records make it worth telling bbolt that pages may be full: an
// import is followed by reading far more often than by writing.
const many = 1000

// write puts records into the file, each in an envelope of the step.
func write(tx *bolt.Tx, v *vault, puts []put, seq uint64) error {
	if len(puts) > many { // bbolt inserts into a long list: in order that is appending
		puts = slices.Clone(puts)
		slices.SortStableFunc(puts, func(a, b put) int { return cmp.Or(strings.Compare(a.bucket, b.bucket), strings.Compare(a.key, b.key)) })
	}
	if err := raiseMinor(tx, puts); err != nil {
		return err
	}
	for _, p := range puts {
		b := tx.Bucket([]byte(p.bucket))
		if b == nil {
			return fmt.Errorf("the file has no bucket %q", p.bucket)
		}
		if len(puts) > many {
			b.FillPercent = 0.9
		}
		if p.value == nil {
			if err := v.remove(b, v.name(p.bucket, p.key)); err != nil {
				return err
			}
			continue
		}
		key, value := v.put(envelopePlain, p.bucket, p.key, seq, p.value)
		if err := v.place(b, key, value); err != nil {
			return err
		}
	}
	return nil
}
