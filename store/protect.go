package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/journal"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

var errProtected = words.Fail("store.file-protected-by-passphrase-already")

// Protect seals a file: a sealed one is written aside, read back, and takes its
// place. It gives the recovery key, which is in the file only wrapped.
func Protect(path, phrase string, g seal.Guard, o Options) (recovery string, err error) {
	err = alone(path, o, func(f *File) error {
		if f.vault != nil {
			return errProtected
		}
		v, text, err := seal.Protect(phrase)
		if err != nil {
			return err
		}
		if err = f.become(v, g); err == nil {
			recovery = text
			o.Keys.Keep(v)
		}
		return err
	})
	return recovery, err
}

// Unprotect writes a protected file anew in plain text. Its copies stay sealed.
func Unprotect(path string, o Options) error {
	return alone(path, o, func(f *File) error {
		if f.vault == nil {
			return errPlain
		}
		return f.become(nil, seal.Guard{})
	})
}

// ChangePassphrase seals a file anew with another data key, so that nothing that was
// ever opened with the old passphrase or the old recovery key helps with what is
// written from now on. It gives the new recovery key. Copies of the file stay under
// the passphrase they have; o.Keys knows both keys afterwards.
func ChangePassphrase(path, now, then string, o Options) (recovery string, err error) {
	known := o.Keys
	o.Keys = &seal.Keys{Ask: func(_ string, try int) (string, error) {
		if try > 1 {
			return "", &seal.SecretError{Path: path, Wrong: true}
		}
		return now, nil
	}}
	err = alone(path, o, func(f *File) error {
		if f.vault == nil {
			return errPlain
		}
		g, err := f.Guard()
		if err != nil {
			return err
		}
		v, text, err := seal.Protect(then)
		if err != nil {
			return err
		}
		if err = f.become(v, g); err == nil {
			recovery = text
			known.Keep(f.vault)
			known.Keep(v)
		}
		return err
	})
	return recovery, err
}

// alone opens a file that nobody else has for something that is no edit.
func alone(path string, o Options, do func(*File) error) error {
	o.BackupDir = ""
	f, err := Open(path, o)
	if err != nil {
		return err
	}
	return errors.Join(do(f), f.Close(0))
}

// become gives the file another vault: everything is written into a new file
// aside, which takes the place of the old one when it was read back. Whoever ends it
// before that leaves the file as it was, and nothing beside it.
func (f *File) become(v *seal.Vault, g seal.Guard) error {
	path := place.Behind(f.path)
	if err := place.OnlyName(path); err != nil {
		return err
	}
	if left := f.rescuedEarlier(); len(left) > 0 { // they are sealed, or not, as the file is now
		return place.Refused(f.path, errors.New(left[0].String()))
	}
	stop, end := f.options.interrupts()
	defer end()
	for _, left := range leftAside(path) { // by a crash in the middle of this
		_ = os.Remove(left)
	}
	aside := asideName(path)
	defer os.Remove(aside)
	if err := f.recodeTo(aside, v, &g, stop); err != nil {
		return place.Refused(f.path, words.Wrap(err, "store.nothing-changed-2"))
	}
	if runtime.GOOS == "windows" { // a file that is mapped cannot be replaced there
		f.shut()
	}
	if err := place.TakePlace(aside, path); err != nil {
		return place.Refused(f.path, words.Wrap(err, "store.nothing-changed-2"))
	}
	f.broken = true // what is open is no longer the file: closing must not write to it
	return nil
}

func asideName(path string) string {
	return fmt.Sprintf("%s.recoding-%d", path, os.Getpid())
}

func leftAside(path string) []string {
	left, _ := filepath.Glob(place.GlobEscape(path) + ".recoding-*") // the pattern is good
	return left
}

// errStopped says that somebody ended the program in the middle of a recoding.
var errStopped = words.Fail("store.it-was-interrupted")

// recodeTo writes everything in the file into a new one with another vault, unless
// something comes from stop before it is whole.
func (f *File) recodeTo(path string, v *seal.Vault, g *seal.Guard, stop <-chan os.Signal) error {
	db, err := bolt.Open(path, 0o600, database())
	if err != nil {
		return err
	}
	db.AllocSize = growBy
	err = f.view(func(from *bolt.Tx) error {
		return db.Update(func(to *bolt.Tx) error {
			r := recoding{from, to, f.vault, v, stop}
			return r.all(g)
		})
	})
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	if err := intact(path, v); err != nil {
		return err
	}
	return stopped(stop)
}

// stopped is an error once somebody wants the program to end.
func stopped(stop <-chan os.Signal) error {
	select {
	case <-stop:
		return errStopped
	default:
		return nil
	}
}

// recoding copies a file from one vault to another.
type recoding struct {
	from, to *bolt.Tx
	was, is  *seal.Vault
	stop     <-chan os.Signal
}

func (r *recoding) all(g *seal.Guard) error {
	for _, name := range seal.AllBuckets {
		b, err := r.to.CreateBucket([]byte(name))
		if err != nil {
			return err
		}
		b.FillPercent = 0.9
	}
	err := r.from.ForEach(func(name []byte, _ *bolt.Bucket) error {
		if !slices.Contains(seal.AllBuckets, string(name)) {
			return words.Fail("store.file-bucket-this-program-does", string(name))
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, name := range []string{seal.BucketEntities, seal.BucketSettings, seal.BucketJournal, seal.BucketSnapshots, seal.BucketContents} {
		if err := r.bucket(name); err != nil {
			return err
		}
	}
	return r.meta(g)
}

// meta copies what the file says of itself, but not how it was protected.
func (r *recoding) meta(g *seal.Guard) error {
	b := r.to.Bucket([]byte(seal.BucketMeta))
	err := r.from.Bucket([]byte(seal.BucketMeta)).ForEach(func(k, text []byte) error {
		switch string(k) {
		case seal.MetaCrypt, seal.MetaGuard, seal.MetaHead, "open":
			return nil
		case seal.VeilKey, seal.StandInsKey:
			_, state, _, err := r.was.Take(seal.EnvelopePlain, seal.BucketMeta, k, text)
			if err != nil {
				return err
			}
			_, text = r.is.Put(seal.EnvelopePlain, seal.BucketMeta, string(k), 0, state)
		case "schema":
			text = []byte(strconv.Itoa(seal.Schema))
		case "minor":
			text = []byte(strconv.Itoa(seal.Minor))
		}
		return b.Put(k, text)
	})
	if err == nil {
		err = r.is.Declare(r.to)
	}
	if err == nil && r.is != nil && g != nil {
		err = seal.PutGuard(r.to, r.is, *g)
	}
	return errors.Join(err, r.is.SettleWhole(r.to))
}

// bucket copies the values of one bucket in the order of their new keys, which is
// much quicker than in the old.
func (r *recoding) bucket(name string) error {
	kind := byte(seal.EnvelopePlain)
	if name == seal.BucketContents {
		kind = seal.EnvelopePacked
	}
	from, to := r.from.Bucket([]byte(name)), r.to.Bucket([]byte(name))
	if from == nil {
		return nil
	}
	var all []record.Entry
	err := from.ForEach(func(k, value []byte) error {
		key, content, seq, err := r.was.Take(kind, name, k, value)
		if err != nil {
			return words.Wrap(err, "store.record-2", name, string(k))
		}
		if err := stopped(r.stop); err != nil {
			return err
		}
		if name == seal.BucketJournal {
			if err := r.index(k, value); err != nil {
				return err
			}
		}
		newKey, newValue := r.is.Put(kind, name, string(key), seq, content)
		all = append(all, record.Entry{Key: newKey, Value: newValue})
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b record.Entry) int { return bytes.Compare(a.Key, b.Key) })
	for _, e := range all {
		if err := to.Put(e.Key, e.Value); err != nil {
			return err
		}
	}
	return to.SetSequence(from.Sequence())
}

// index enters a step of the journal among those of its accounts.
func (r *recoding) index(k, value []byte) error {
	step, err := journal.ReadEntry(r.was, k, value)
	if err != nil {
		return err
	}
	return journal.Index(r.to, r.is, binary.BigEndian.AppendUint64(nil, binary.BigEndian.Uint64(k)), step.Touched)
}

// Sealed reports whether the file at path is protected, without asking for what
// opens it.
func Sealed(path string) (bool, error) {
	f, err := Open(path, Options{})
	var secret *seal.SecretError
	switch {
	case errors.As(err, &secret):
		return true, nil
	case err != nil:
		return false, err
	}
	return false, f.Close(0)
}

// Guarded changes the settings of a protected file that nobody has open.
func Guarded(path string, change func(*seal.Guard), o Options) (g seal.Guard, err error) {
	err = alone(path, o, func(f *File) error {
		if g, err = f.Guard(); err != nil {
			return err
		}
		change(&g)
		return f.SetGuard(g)
	})
	return g, err
}
