package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/model/words"
)

// today is the day figures are computed for.
func (f *face) today() (model.Date, error) {
	if f.day == "" {
		return model.DateOf(f.Now()), nil
	}
	d, err := model.ParseDate(f.day)
	if err != nil || !d.Known() {
		return d, usagef("%s", words.T("cli.today-not-day-write-like", f.day))
	}
	return d, nil
}

// file is the path of the file that a command works on. What an earlier run that was
// ended half-way left of it is removed, and told once.
func (f *face) file() (string, error) {
	path, err := f.named()
	if err == nil && f.doors.Abandoned != nil && f.looked != path {
		f.looked = path
		for _, s := range f.doors.Abandoned(path) {
			fmt.Fprintln(f.Stderr, words.T("cli.accord", plain(s)))
		}
	}
	return path, err
}

// named is the path of the file: --file, else $ACCORD_FILE, else the default.
func (f *face) named() (string, error) {
	if f.path != "" {
		return f.path, nil
	}
	if p := f.Getenv("ACCORD_FILE"); p != "" {
		return p, nil
	}
	return f.doors.DefaultPath()
}

// exists reports whether there is a file. One that was there before and is gone
// is an error, never "new".
func (f *face) exists(path string) (bool, error) {
	_, err := os.Stat(path)
	switch {
	case err == nil:
		return true, nil
	case !errors.Is(err, os.ErrNotExist):
		return false, words.Wrap(reason(err), "cli.cannot-used-choose-another-place", path)
	case f.doors.Known(path):
		return false, words.Fail("cli.gone-there-before-if-moved", path)
	}
	return false, nil
}

// read loads the file for looking, also while the workbench has it.
func (f *face) read() (*model.Portfolio, model.Date, error) {
	today, err := f.today()
	if err != nil {
		return nil, today, err
	}
	path, err := f.file()
	if err != nil {
		return nil, today, err
	}
	switch there, err := f.exists(path); {
	case err != nil:
		return nil, today, err
	case !there:
		return nil, today, nothingAt(path)
	}
	p, err := f.content(path)
	return p, today, err
}

// ErrHidden comes with the content of a file whose names are hidden.
var ErrHidden = words.Fail("cli.names-this-file-hidden-f6")

// content is what a file holds. While its names are hidden nobody gets it who does
// not ask for it in so many words.
func (f *face) content(path string) (*model.Portfolio, error) {
	p, err := f.doors.Read(path)
	return p, f.unlessRevealed(err)
}

func (f *face) unlessRevealed(err error) error {
	if f.reveal && errors.Is(err, ErrHidden) {
		return nil
	}
	return err
}

// edit opens the file, lets do make changes on the one road, and waits until
// they are on the disk. When do fails nothing is written, and a file that is not
// there yet is made only when there is something to put into it.
func (f *face) edit(create bool, do func(*session.Session, func(*edit.Patch)) error) (err error) {
	today, err := f.today()
	if err != nil {
		return err
	}
	path, err := f.file()
	if err != nil {
		return err
	}
	there, err := f.exists(path)
	if err != nil {
		return err
	}
	var k Keeper
	p, seq := model.EmptyPortfolio(), uint64(0)
	release, writing := func() {}, false
	if out, ok := f.Stdout.(*sink); ok {
		out.hold()
		defer func() { out.settle(!writing || err == nil) }()
	}
	defer func() {
		if k != nil {
			err = errors.Join(err, k.Close())
			f.tellNote(k)
		}
		f.saved = writing && err == nil
		release()
	}()
	switch {
	case there:
		if k, err = f.doors.Open(path); err != nil {
			return err
		}
		f.tellOlder(k)
		p, seq, err = k.Load()
		if err = f.unlessRevealed(err); err != nil {
			return err
		}
		f.tellTakenBack(k)
	case !create:
		return nothingAt(path)
	}
	f.fresh = !there
	var patches []*edit.Patch
	s := session.New(p, today, seq, f.doors.NewID)
	if past, ok := k.(session.Past); ok {
		s.Remember(past)
	}
	err = do(s, func(p *edit.Patch) { patches = append(patches, p) })
	if err != nil || len(patches) == 0 {
		return err
	}
	release, writing = uninterrupted(), true
	k, err = f.put(k, path, p, patches)
	return err
}

// put gives the file what was changed. Without a keeper the file is made first: from
// the history of a document if one is to be revived, else from the portfolio.
func (f *face) put(k Keeper, path string, p *model.Portfolio, patches []*edit.Patch) (Keeper, error) {
	if k == nil && f.revive != "" {
		return f.doors.Revive(path, f.revive)
	}
	if k == nil {
		var err error
		if k, err = f.doors.Create(path, p); err != nil {
			return k, err
		}
	}
	for _, p := range patches {
		k.Save(p)
	}
	return k, nil
}

// tellTakenBack says that the last run was cut off in the middle of saving.
func (f *face) tellTakenBack(k Keeper) {
	if b, ok := k.(interface{ TakenBack() string }); ok && b.TakenBack() != "" {
		fmt.Fprintln(f.Stderr, words.T("cli.accord", plain(b.TakenBack())))
	}
}

// tellOlder says that this computer saw a newer state of the file.
func (f *face) tellOlder(k Keeper) {
	if b, ok := k.(interface{ Older() string }); ok && b.Older() != "" {
		fmt.Fprintln(f.Stderr, words.T("cli.accord", plain(b.Older())))
	}
}

// tellNote says what went wrong beside saving: that no automatic copy was made.
func (f *face) tellNote(k Keeper) {
	if b, ok := k.(interface{ Note() string }); ok && b.Note() != "" {
		fmt.Fprintln(f.Stderr, words.T("cli.warning", plain(b.Note())))
	}
}

func nothingAt(path string) error {
	return words.Fail("cli.there-no-file-at-yet", path)
}

// account resolves what was typed to one account.
func account(p *model.Portfolio, what string) (*model.Account, error) {
	a, several := p.Find(what)
	switch {
	case a != nil:
		return a, nil
	case len(several) == 0:
		return nil, usagef("%s", words.T("cli.there-no-account-accord-score", what))
	}
	var names []string
	for _, x := range several[:min(len(several), 8)] {
		names = append(names, x.Name)
	}
	return nil, usagef("%s", words.T("cli.could-type-more-name", what, strings.Join(names, " or ")))
}
