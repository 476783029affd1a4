package store

import (
	"errors"
	"os"
	"time"

	"accord/model"
	"accord/store/copies"
	"accord/store/journal"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// withCopy opens a private copy of a file that somebody else may have open and
// hands it over with the moment it is from. A copy counts only when both headers
// are the same before and after, so that nothing was committed meanwhile, and
// when every value in it matches its checksum. The copy, and what opening it may
// leave beside it, goes away afterwards.
func withCopy(path string, keys *seal.Keys, use func(*File, time.Time) error) error {
	if _, err := pages.Preflight(path); err != nil {
		return err
	}
	var err error
	for range copyTries {
		var busy bool
		if busy, err = copyOnce(path, keys, use); !busy {
			break
		}
	}
	var room *RoomError
	if errors.As(err, &room) {
		used := false
		told := inPlace(path, keys, func(f *File, moment time.Time) error { used = true; return use(f, moment) })
		if used {
			return told
		}
	}
	return err
}

// copyOnce is one try of withCopy; busy says that another may do better.
func copyOnce(path string, keys *seal.Keys, use func(*File, time.Time) error) (busy bool, err error) {
	aside, moment, done, err := privateCopy(path, "accord-copy-")
	if err != nil {
		return false, named(err, aside, path)
	}
	defer done()
	f, err := openCopy(aside, path, keys)
	if err != nil {
		var secret *seal.SecretError
		return !errors.As(err, &secret), named(err, aside, path)
	}
	defer f.shut()
	if _, err := f.takeBack(); err != nil { // it may be in the middle of one
		return false, named(err, aside, path)
	}
	return false, named(use(f, moment), aside, path)
}

// openCopy opens a private copy of a file when every value in it is good.
func openCopy(path, of string, keys *seal.Keys) (*File, error) {
	f, err := openPrivate(path)
	if err != nil {
		return nil, err
	}
	if err = f.unlock(of, keys); err == nil {
		err = f.values()
	}
	if err != nil {
		f.shut()
	}
	return f, err
}

// named makes an error about a private copy one about the file that people know.
func named(err error, aside, path string) error {
	var damaged *place.DamagedError
	var newer *place.NewerError
	var access *place.AccessError
	var secret *seal.SecretError
	var foreign *place.ForeignError
	switch {
	case err == nil:
	case errors.As(err, &foreign):
		foreign.Path, foreign.Known = path, place.Known(path)
	case errors.As(err, &newer):
		newer.Path, newer.BackupBefore = path, (&File{path: path}).before(newer.Knows, newer.File)
	case errors.As(err, &damaged):
		if damaged.Path == aside {
			damaged.Path = path
		}
	case errors.As(err, &access):
		if access.Path == aside {
			access.Path = path
		}
	case errors.As(err, &secret):
		secret.Path = path
	case errors.As(err, new(*RoomError)):
	case place.DiskFull(err):
		return roomy(err, aside)
	case errors.Is(err, errBusy):
		return place.Refused(path, errBusy)
	default:
		return place.Damaged(path, err.Error(), place.TakeBackup())
	}
	return err
}

// OpenReadOnly gives the content of a file that somebody else may have open, and
// the moment it is from: of a checked private copy, else of the newest backup
// that can be read.
func OpenReadOnly(path string, o Options) (p *model.Portfolio, moment time.Time, err error) {
	read := func(f *File, at time.Time) (err error) {
		if err := f.readable(); err != nil {
			return err
		}
		var last uint64
		if p, last, err = f.load(); err != nil {
			return err
		}
		p = p.Older(f.knows())
		moment = at
		if o.OnFirstEdition != nil && f.knows().FirstEdition() && p.Len() > 0 {
			o.OnFirstEdition()
		}
		if told := f.readOf(path, last, o); told != "" && o.OnOlder != nil {
			o.OnOlder(told)
		}
		if o.OnRoom != nil {
			on, err := f.Projected()
			if err != nil {
				return err
			}
			o.OnRoom(on)
		}
		state, err := f.Hidden()
		if state != "" && o.OnHidden != nil {
			o.OnHidden(state)
		}
		return err
	}
	if err = withCopy(path, o.Keys, read); err == nil {
		return p, moment, nil
	}
	var newer *place.NewerError
	var missing *place.MissingError
	var secret *seal.SecretError
	var foreign *place.ForeignError
	var room *RoomError
	if errors.As(err, &room) || errors.As(err, &newer) || errors.As(err, &missing) || errors.As(err, &secret) ||
		errors.As(err, &foreign) {
		return nil, time.Time{}, err
	}
	for _, b := range copies.Backups(o.BackupDir, path) {
		if withCopy(b, o.Keys, read) == nil {
			return p, moment, nil
		}
	}
	return nil, time.Time{}, err
}

// readable is checkVersion for a copy that is only read: a newer minor number is
// no hindrance then, because what an old program cannot keep it may still skip.
func (f *File) readable() error {
	err := f.checkVersion()
	var newer *place.NewerError
	if errors.As(err, &newer) && newer.File == newer.Knows {
		return nil
	}
	return err
}

// HistoryOf is File.History for a file that somebody else may have open.
func HistoryOf(path string, limit int, account model.AccountID, keys ...*seal.Keys) (steps []journal.Step, err error) {
	err = withCopy(path, seal.One(keys), func(f *File, _ time.Time) (err error) {
		if err := f.readable(); err != nil {
			return err
		}
		steps, err = f.History(limit, account)
		return err
	})
	return steps, err
}

// Browse opens a private copy of a file for looking into its past, also while
// somebody else has the file: what is there now, after which step, and the file to
// ask. The copy goes away afterwards.
func Browse(path string, keys *seal.Keys, look func(f *File, now *model.Portfolio, seq uint64) error) error {
	return withCopy(path, keys, func(f *File, _ time.Time) error {
		if err := f.readable(); err != nil {
			return err
		}
		now, seq, err := f.load()
		if err != nil {
			return err
		}
		return look(f, now, seq)
	})
}

// MayHide reports whether the names of a file are hidden. Of one that is beyond
// reading it tells whether anything in it says so: nobody is told a name then
// because of the damage.
func MayHide(path string, keys ...*seal.Keys) bool {
	data, err := os.ReadFile(path)
	if err != nil || !noted(data) {
		return false
	}
	hidden := true
	err = withCopy(path, seal.One(keys), func(f *File, _ time.Time) error {
		state, err := f.Hidden()
		hidden = state != ""
		return err
	})
	return err != nil || hidden
}
