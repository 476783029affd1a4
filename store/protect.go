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
)

var errProtected = errors.New("the file is protected by a passphrase already")

// Protect seals a file: a sealed one is written aside, read back, and takes its
// place. It gives the recovery key, which is in the file only wrapped.
func Protect(path, phrase string, g Guard, o Options) (recovery string, err error) {
	err = alone(path, o, func(f *File) error {
		if f.vault != nil {
			return errProtected
		}
		v, text, err := protection(phrase)
		if err != nil {
			return err
		}
		if err = f.become(v, g); err == nil {
			recovery = text
			o.Keys.keep(v)
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
		return f.become(nil, Guard{})
	})
}

// ChangePassphrase seals a file anew with another data key, so that nothing that was
// ever opened with the old passphrase or the old recovery key helps with what is
// written from now on. It gives the new recovery key. Copies of the file stay under
// the passphrase they have; o.Keys knows both keys afterwards.
func ChangePassphrase(path, now, then string, o Options) (recovery string, err error) {
	known := o.Keys
	o.Keys = &Keys{Ask: func(_ string, try int) (string, error) {
		if try > 1 {
			return "", &SecretError{Path: path, Wrong: true}
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
		v, text, err := protection(then)
		if err != nil {
			return err
		}
		if err = f.become(v, g); err == nil {
			recovery = text
			known.keep(f.vault)
			known.keep(v)
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
func (f *File) become(v *vault, g Guard) error {
	path := behind(f.path)
	if err := onlyName(path); err != nil {
		return err
	}
	if left := f.rescuedEarlier(); len(left) > 0 { // they are sealed, or not, as the file is now
		return &AccessError{f.path, errors.New(left[0].String())}
	}
	stop, end := f.options.interrupts()
	defer end()
	for _, left := range leftAside(path) { // by a crash in the middle of this
		_ = os.Remove(left)
	}
	aside := asideName(path)
	defer os.Remove(aside)
	if err := f.recodeTo(aside, v, &g, stop); err != nil {
		return &AccessError{f.path, fmt.Errorf("nothing was changed: %w", err)}
	}
	if runtime.GOOS == "windows" { // a file that is mapped cannot be replaced there
		f.shut()
	}
	if err := takePlace(aside, path); err != nil {
		return &AccessError{f.path, fmt.Errorf("nothing was changed: %w", err)}
	}
	f.broken = true // what is open is no longer the file: closing must not write to it
	return nil
}

func asideName(path string) string { return fmt.Sprintf("%s.recoding-%d", path, os.Getpid()) }

func leftAside(path string) []string {
	left, _ := filepath.Glob(globEscape(path) + ".recoding-*") // the pattern is good
	return left
}

// errStopped says that somebody ended the program in the middle of a recoding.
var errStopped = errors.New("it was interrupted")

// recodeTo writes everything in the file into a new one with another vault, unless
// something comes from stop before it is whole.
func (f *File) recodeTo(path string, v *vault, g *Guard, stop <-chan os.Signal) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: lockWait, PageSize: pageSize, FreelistType: bolt.FreelistMapType})
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
	was, is  *vault
	stop     <-chan os.Signal
}

func (r *recoding) all(g *Guard) error {
	for _, name := range allBuckets {
		b, err := r.to.CreateBucket([]byte(name))
		if err != nil {
			return err
		}
		b.FillPercent = 0.9
	}
	err := r.from.ForEach(func(name []byte, _ *bolt.Bucket) error {
		if !slices.Contains(allBuckets, string(name)) {
			return fmt.Errorf("the file has a bucket %q that this program does not know", name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, name := range []string{bucketEntities, bucketSettings, bucketJournal, bucketSnapshots, bucketContents} {
		if err := r.bucket(name); err != nil {
			return err
		}
	}
	return r.meta(g)
}

// meta copies what the file says of itself, but not how it was protected.
func (r *recoding) meta(g *Guard) error {
	b := r.to.Bucket([]byte(bucketMeta))
	err := r.from.Bucket([]byte(bucketMeta)).ForEach(func(k, text []byte) error {
		switch string(k) {
		case metaCrypt, metaGuard, metaHead, "open":
			return nil
		case veilKey, standInsKey:
			_, state, _, err := r.was.take(envelopePlain, bucketMeta, k, text)
			if err != nil {
				return err
			}
			_, text = r.is.put(envelopePlain, bucketMeta, string(k), 0, state)
		case "schema":
			text = []byte(strconv.Itoa(schema))
		case "minor":
			text = []byte(strconv.Itoa(minor))
		}
		return b.Put(k, text)
	})
	if err == nil {
		err = r.is.declare(r.to)
	}
	if err == nil && r.is != nil && g != nil {
		err = putGuard(r.to, r.is, *g)
	}
	return errors.Join(err, r.is.settleWhole(r.to))
}

// bucket copies the values of one bucket in the order of their new keys, which is
// much quicker than in the old.
func (r *recoding) bucket(name string) error {
	kind := byte(envelopePlain)
	if name == bucketContents {
		kind = envelopePacked
	}
	from, to := r.from.Bucket([]byte(name)), r.to.Bucket([]byte(name))
	if from == nil {
		return nil
	}
	var all []entry
	err := from.ForEach(func(k, value []byte) error {
		key, content, seq, err := r.was.take(kind, name, k, value)
		if err != nil {
			return fmt.Errorf("%s, record %q: %w", name, k, err)
		}
		if err := stopped(r.stop); err != nil {
			return err
		}
		if name == bucketJournal {
			if err := r.index(k, value); err != nil {
				return err
			}
		}
		newKey, newValue := r.is.put(kind, name, string(key), seq, content)
		all = append(all, entry{key: newKey, value: newValue})
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b entry) int { return bytes.Compare(a.key, b.key) })
	for _, e := range all {
		if err := to.Put(e.key, e.value); err != nil {
			return err
		}
	}
	return to.SetSequence(from.Sequence())
}

// index enters a step of the journal among those of its accounts.
func (r *recoding) index(k, value []byte) error {
	step, err := readStepRecord(r.was, k, value)
	if err != nil {
		return err
	}
	return indexStep(r.to, r.is, binary.BigEndian.AppendUint64(nil, binary.BigEndian.Uint64(k)), step.Touched)
}
