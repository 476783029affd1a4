package doors

import (
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"accord/model"
	"accord/model/sample"
	"accord/model/session"
	"accord/model/words"
	"accord/store"
	"accord/store/copies"
	"accord/store/place"
	"accord/store/seal"
	"accord/ui/kit"
	"accord/ui/shell"
)

// load gives the content of the file: its own, the sample for a demo, nothing on
// the first run, or a checked copy while another window has it.
func (b *bench) load(o *shell.Options) (*model.Portfolio, uint64, error) {
	if b.start.Demo {
		p, err := sample.Portfolio(b.start.Today())
		if err == nil {
			err = b.begin(p)
		}
		return p, 0, err
	}
	_, err := os.Stat(b.start.Path)
	if errors.Is(err, os.ErrNotExist) && !place.Known(b.start.Path) {
		o.Welcome = true
		return model.EmptyPortfolio(), 0, nil
	}
	left := store.Abandoned(b.start.Path, options(b.start.Path, nil))
	f, err := store.Open(b.start.Path, options(b.start.Path, b.saved))
	var locked *place.LockedError
	var readOnly *place.ReadOnlyError
	if errors.As(err, &locked) || errors.As(err, &readOnly) {
		return b.onlyLook(o, err)
	}
	if err != nil {
		return troubled(o, err)
	}
	b.file.Store(f)
	o.Notice = strings.Join(append(left, f.Warning()), ". ")
	o.Notice = strings.TrimSuffix(o.Notice, ". ")
	if o.Projector, err = f.Projected(); err == nil {
		if o.Hidden, err = f.Hidden(); err == nil {
			o.StandIns, err = f.StandIns()
		}
	}
	if err != nil {
		_ = b.close(0)
		return nil, 0, err
	}
	p, seq, err := f.Load()
	if err != nil {
		_ = b.close(0)
		return troubled(o, err)
	}
	if f.FirstEdition() && p.Len() > 0 {
		b.figuresChanged(o)
	}
	go debug.FreeOSMemory() // reading left as much garbage as data
	return p, seq, err
}

// onlyLook gives the content of a file that cannot be written: another window has
// it, or its owner does not want it written.
func (b *bench) onlyLook(o *shell.Options, why error) (*model.Portfolio, uint64, error) {
	read := options(b.start.Path, nil)
	read.OnRoom = func(on bool) { o.Projector = on }
	read.OnHidden = func(state string) { o.Hidden = state }
	older := ""
	read.OnOlder = func(told string) { older = ". " + told }
	changed := false
	read.OnFirstEdition = func() { changed = true }
	p, moment, err := store.OpenReadOnly(b.start.Path, read)
	o.Notice = why.Error()
	var locked *place.LockedError
	if errors.As(why, &locked) {
		o.Notice = words.T("doors.read-only-as", moment.Format("15:04:05"), o.Notice)
	}
	o.Notice += older
	if changed {
		b.figuresChanged(o)
	}
	var damaged *place.DamagedError
	if err != nil && errors.As(err, &damaged) {
		return troubled(o, err)
	}
	return p, 0, err
}

// figuresChanged says, once on this computer, that a file of before shows other figures.
func (b *bench) figuresChanged(o *shell.Options) {
	told := place.ToldOnce(b.start.Path, "edition 2", words.T("doors.figures-changed"))
	if told != "" && o.Notice != "" {
		told = ". " + told
	}
	o.Notice += told
}

// troubled opens the workbench on the copies of a file that is damaged, gone, of
// a newer version or something else; any other trouble ends the program with its sentence.
func troubled(o *shell.Options, err error) (*model.Portfolio, uint64, error) {
	var damaged *place.DamagedError
	var missing *place.MissingError
	var newer *place.NewerError
	var foreign *place.ForeignError
	if errors.As(err, &damaged) || errors.As(err, &missing) || errors.As(err, &newer) ||
		errors.As(err, &foreign) && foreign.Known {
		o.Trouble = err.Error()
		return model.EmptyPortfolio(), 0, nil
	}
	return nil, 0, err
}

// typed answers with what was typed on the first page, once.
func (b *bench) typed(_ string, try int) (string, error) {
	if b.phrase == "" || try > 1 {
		return "", seal.ErrNoAnswer
	}
	return b.phrase, nil
}

// unlock opens the protected file with what was typed on the first page.
func (b *bench) unlock(phrase string) (*kit.Opened, error) {
	b.phrase = phrase
	defer func() { b.phrase = "" }()
	return b.opened()
}

// protect is begin for a file with a passphrase.
func (b *bench) protect(p *model.Portfolio, phrase string) (string, error) {
	f, recovery, err := store.CreateProtected(b.start.Path, p, phrase, seal.Guard{}, options(b.start.Path, b.saved))
	if err == nil {
		b.file.Store(f)
	}
	return recovery, err
}

// copies are the files to go back to.
func (b *bench) copies() kit.Copies {
	path := b.start.Path
	return kit.Copies{
		List: func() (out []kit.CopyInfo) {
			for _, c := range copies.List(backupsOf(path), path, keys) {
				x := kit.CopyInfo{
					Path:     c.Path,
					Name:     filepath.Base(c.Path),
					Kind:     string(c.Kind),
					At:       c.At,
					Bytes:    c.Bytes,
					Accounts: c.Accounts,
					Edits:    c.Edits,
					Sealed:   c.Sealed,
					Other:    c.Other,
				}
				if c.Err != nil {
					x.Problem = c.Err.Error()
				}
				out = append(out, x)
			}
			return out
		},
		Restore: b.restore,
		Repair: func() ([]string, error) {
			r, err := store.Repair(path, options(path, nil))
			var secret *seal.SecretError
			if errors.As(err, &secret) {
				return nil, words.Fail("doors.file-protected-by-passphrase-accord")
			}
			if err != nil {
				return nil, err
			}
			told := []string{words.T("doors.everything-can-read-one-copies", filepath.Base(r.Path)),
				words.T("doors.accounts-could-read-whole", r.Whole, r.Check.Accounts)}
			return append(told, r.Lost...), nil
		},
	}
}

// restore puts a copy in place and opens it. Of a protected one it gives nil: the
// passphrase is asked for first.
func (b *bench) restore(from string) (*kit.Opened, string, error) {
	path := b.start.Path
	r, err := store.Restore(path, from, options(path, nil))
	if err != nil {
		return nil, "", err
	}
	o, err := b.opened()
	told := words.T("doors.is-in-place", filepath.Base(from))
	if r.Merged {
		told = words.T("doors.edits-merged", filepath.Base(from))
		switch n := len(r.Clashes); {
		case n > 0 && (o == nil || o.Projector || o.HideNow || o.Hidden != ""): // whoever looks on need not read names
			told = words.T("doors.edits-merged-but-not-all", filepath.Base(from), n)
		case n > 0:
			told = words.T("doors.edits-merged-but-not", filepath.Base(from), strings.Join(r.Clashes, "; "))
		}
	}
	if r.Aside != "" {
		told = words.T("doors.told-what-there", told, filepath.Base(r.Aside))
	}
	if r.Told != "" {
		told = words.T("doors.told-and", told, r.Told)
	}
	var secret *seal.SecretError
	if errors.As(err, &secret) && secret.Err == nil {
		return nil, told, nil
	}
	return o, told, err
}

// opened opens the file for a workbench that runs already.
func (b *bench) opened() (*kit.Opened, error) {
	var o shell.Options
	if err := b.session(&o); err != nil {
		return nil, err
	}
	if o.Trouble != "" {
		return nil, errors.New(o.Trouble)
	}
	b.readRoom(&o)
	return &kit.Opened{
		Projector: o.Projector,
		HideNow:   o.HideNow,
		Session:   o.Session,
		Hidden:    o.Hidden,
		StandIns:  o.StandIns,
		Guard:     o.Guard,
		Notice:    o.Notice,
	}, nil
}

// session opens the file and begins on its content.
func (b *bench) session(o *shell.Options) error {
	p, seq, err := b.load(o)
	if err != nil {
		return err
	}
	o.Session = session.New(p, b.start.Today(), seq, place.NewID)
	f := b.file.Load()
	if f == nil && !o.Welcome && o.Trouble == "" {
		o.Session.Freeze(o.Notice)
		o.Guard.Protected = keys.Protects(b.start.Path)
	}
	if f != nil { // else another window's editor may have a text open there
		o.Session.Remember(f)
		kit.CleanTextDir(b.textDir())
		g, err := f.Guard()
		o.Guard = kit.Guard{Protected: f.Protected(), Lock: time.Duration(g.Lock) * time.Minute, Editor: g.Editor}
		return err
	}
	return nil
}
