package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// Report is what a check read and found.
type Report struct {
	Path                     string
	Bytes                    int64
	Accounts, Records, Steps int
	Schema                   int
	Warning                  string
	Bad                      []string // damaged records and pages, in words
	Moment                   time.Time
}

// checkLimit bounds bbolt's own check, which can run for ever on a damaged file.
const checkLimit = 30 * time.Second

// Check reads everything in a file, on a private copy: pages, envelopes, records.
// The error is for a file that can not be opened at all.
func Check(path string) (Report, error) {
	r := Report{Path: path}
	warning, err := preflight(path)
	if err != nil {
		return r, err
	}
	r.Warning = warning
	aside, moment, err := stableCopy(path)
	if err != nil {
		return r, err
	}
	defer os.Remove(aside)
	r.Moment = moment
	f := &File{path: aside}
	if err := f.open(); err != nil {
		return r, err
	}
	defer f.shut()
	if st, err := os.Stat(path); err == nil {
		r.Bytes = st.Size()
	}
	if _, r.Schema, _, err = f.version(); err != nil {
		return r, &DamagedError{path, "this is not an Accord file", "Name another file with --file"}
	}
	if r.Schema > schema {
		return r, &NewerError{Path: path, File: r.Schema, Knows: schema}
	}
	r.pages(f.db)
	r.values(f.db)
	if p, _, err := load(f.db); err != nil {
		r.Bad = append(r.Bad, err.Error())
	} else {
		r.Accounts = p.Len()
	}
	return r, nil
}

// pages runs bbolt's check of the page structure, bounded in time.
func (r *Report) pages(db *bolt.DB) {
	found := make(chan string, 64)
	go func() {
		defer close(found)
		_ = db.View(func(tx *bolt.Tx) error {
			for err := range tx.Check() {
				select {
				case found <- err.Error():
				default: // enough was told
				}
			}
			return nil
		})
	}()
	late := time.NewTimer(checkLimit)
	defer late.Stop()
	for {
		select {
		case s, more := <-found:
			if !more {
				return
			}
			r.Bad = append(r.Bad, "page structure: "+s)
		case <-late.C:
			r.Bad = append(r.Bad, fmt.Sprintf("page structure: the check did not end within %v", checkLimit))
			return
		}
	}
}

// values opens every envelope.
func (r *Report) values(db *bolt.DB) {
	_ = db.View(func(tx *bolt.Tx) error {
		for _, name := range []string{bucketEntities, bucketSettings, bucketJournal} {
			b := tx.Bucket([]byte(name))
			if b == nil {
				r.Bad = append(r.Bad, "bucket "+name+" is missing")
				continue
			}
			_ = b.ForEach(func(k, v []byte) error {
				var err error
				if name == bucketJournal {
					r.Steps++
					_, err = readStep(k, v)
				} else {
					r.Records++
					_, _, err = unseal(k, v)
				}
				if err != nil {
					r.Bad = append(r.Bad, fmt.Sprintf("%s %q: %v", name, k, err))
				}
				return nil
			})
		}
		return nil
	})
}

// copyTries is how often a file that is being written is copied before giving up.
const copyTries = 5

// stableCopy copies a file that another process may be writing. A copy counts
// only when both headers are the same before and after, so nothing was committed
// meanwhile.
func stableCopy(path string) (aside string, moment time.Time, err error) {
	for range copyTries {
		before := headers(path)
		aside, err = copyAside(path)
		if err != nil {
			return "", moment, &AccessError{path, err}
		}
		if before != "" && before == headers(path) {
			if st, err := os.Stat(path); err == nil {
				moment = st.ModTime()
			}
			return aside, moment, nil
		}
		_ = os.Remove(aside)
	}
	return "", moment, &DamagedError{path, "the file is being written all the time", "Try again in a moment"}
}

// headers are the bytes of both meta pages.
func headers(path string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	return string(readAt(f, 0, 2*4096))
}

func copyAside(path string) (string, error) {
	in, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer in.Close()
	out, err := os.CreateTemp("", "accord-*.db")
	if err != nil {
		return "", err
	}
	defer out.Close()
	if _, err := io.Copy(out, in); err != nil {
		_ = os.Remove(out.Name())
		return "", err
	}
	return out.Name(), nil
}

// OpenReadOnly gives the content of a file that somebody else may have open, and
// the moment it is from: a checked private copy, else the newest readable backup
// in the folder backups beside it.
func OpenReadOnly(path string, o Options) (*model.Portfolio, time.Time, error) {
	if _, err := preflight(path); err != nil {
		return nil, time.Time{}, err
	}
	for range copyTries {
		aside, moment, err := stableCopy(path)
		if err != nil {
			break
		}
		p, err := loadCopy(aside)
		_ = os.Remove(aside)
		if err == nil {
			return p, moment, nil
		}
		var newer *NewerError
		if errors.As(err, &newer) {
			newer.Path = path
			return nil, moment, newer
		}
	}
	for _, b := range Backups(o.BackupDir, path) {
		aside, moment, err := stableCopy(b)
		if err != nil {
			continue
		}
		p, err := loadCopy(aside)
		_ = os.Remove(aside)
		if err == nil {
			return p, moment, nil
		}
	}
	return nil, time.Time{}, &DamagedError{path, "no readable copy of it could be made", "See the folder " + filepath.Base(o.BackupDir)}
}

func loadCopy(path string) (*model.Portfolio, error) {
	if _, err := preflight(path); err != nil {
		return nil, err
	}
	f := &File{path: path}
	if err := f.open(); err != nil {
		return nil, err
	}
	defer f.shut()
	if err := f.checkVersion(); err != nil {
		return nil, err
	}
	p, _, err := load(f.db)
	return p, err
}

// withCopy opens a private copy of a file that somebody else may have open.
func withCopy(path string, use func(*File) error) error {
	if _, err := preflight(path); err != nil {
		return err
	}
	aside, _, err := stableCopy(path)
	if err != nil {
		return err
	}
	defer os.Remove(aside)
	f := &File{path: aside}
	if err := f.open(); err != nil {
		return err
	}
	defer f.shut()
	if err := f.checkVersion(); err != nil {
		return err
	}
	return use(f)
}

// HistoryOf is File.History for a file that somebody else may have open.
func HistoryOf(path string, limit int, account model.AccountID) (steps []Step, err error) {
	err = withCopy(path, func(f *File) error {
		steps, err = f.History(limit, account)
		return err
	})
	return steps, err
}

// BackupFile is File.Backup for a file that somebody else may have open.
func BackupFile(path, dest string) error {
	return withCopy(path, func(f *File) error { return f.Backup(dest) })
}
