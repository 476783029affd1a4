package store

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/copies"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// Repaired says what came of putting all that can be read into a new file.
type Repaired struct {
	Path   string   // the new file, "" when there was nothing to do
	Whole  int      // accounts of which nothing is missing, of those that could be read
	Lost   []string // what is missing or older, account by account, in words
	Damage []string // what is wrong with the file it was read from
	Check  Report   // of the new file
}

// errSound says that there is nothing to repair.
var errSound = words.Fail("store.all-sound-there-nothing-repair")

// Repair puts every record of a damaged file that can be read into a new file
// beside it, and reads that one back. The damaged one is never touched.
func Repair(path string, o Options) (*Repaired, error) {
	if st, err := os.Stat(path); err != nil || !st.Mode().IsRegular() || st.Size() == 0 {
		_, err := pages.Preflight(path) // says it best
		return nil, err
	}
	var none *place.ForeignError
	if _, err := pages.Preflight(path); errors.As(err, &none) {
		return nil, err
	}
	aside, _, done, err := privateCopy(path, "accord-repair-")
	if err != nil {
		return nil, notCopied(path, err)
	}
	defer done()
	s, err := pages.SalvageFile(aside, path, copies.Backups(o.BackupDir, path), o.Keys)
	if err != nil {
		return nil, named(err, aside, path)
	}
	out := &Repaired{}
	switch r, err := Check(aside, o.Keys); {
	case err != nil:
		out.Damage = []string{strings.ReplaceAll(err.Error(), aside, path)}
	case len(r.Bad) == 0 && r.Warning == "":
		return nil, errSound
	default:
		if out.Damage = r.Bad; r.Warning != "" {
			out.Damage = append(out.Damage, r.Warning)
		}
	}
	s.Settle()
	if s.CutOff {
		s.Said = append(s.Said, words.T("store.step-not-finished-when-program"))
	}
	if s.Headers && !s.Both {
		s.Said = append(s.Said, words.T("store.one-two-headers-file-damaged"))
	}
	accounts := s.Accounts()
	out.Whole = s.Tell(accounts)
	s.MissingOf(accounts, newestCopy(path, s.FileID(), o))
	if !slices.ContainsFunc(accounts, func(a *pages.RescuedAccount) bool { return len(a.Entries) > 0 }) &&
		len(s.Records[seal.BucketSettings]) == 0 {
		return nil, place.Damaged(
			path,
			words.T("store.not-one-record-can-read"),
			words.T("store.accord-restore-lists-copies-go"),
		)
	}
	out.Path = place.FreeName(path + ".repaired-" + o.now().Format("20060102-150405"))
	err = writeRepaired(out.Path, s, accounts, o)
	if err != nil {
		return nil, place.Refused(out.Path, err)
	}
	out.Lost = s.Said
	out.Check, err = Check(out.Path, o.Keys)
	return out, err
}

// writeRepaired makes the new file: aside, durable, then under its name.
func writeRepaired(path string, s *pages.Salvage, accounts []*pages.RescuedAccount, o Options) error {
	aside := fmt.Sprintf("%s.new-%d", path, os.Getpid())
	defer os.Remove(aside)
	err := makeFile(aside, func(tx *bolt.Tx) error { return s.Fill(tx, accounts, birth(o), o.now()) })
	if err != nil {
		return err
	}
	return place.Publish(aside, path)
}

// newestCopy is the newest sound copy of the file itself in the folder of copies,
// with the accounts in it; nil when there is none.
func newestCopy(path, id string, o Options) *pages.Witness {
	if o.BackupDir == "" {
		return nil
	}
	for _, c := range copies.List(o.BackupDir, path, o.Keys) {
		ours := c.Kind == copies.KindAutomatic || c.Kind == copies.KindByHand || c.Kind == copies.KindFormat
		if !ours || c.Err != nil || c.Sealed || c.Other || id != "" && c.File != id {
			continue
		}
		if named, err := c.Names(o.Keys); err == nil {
			return &pages.Witness{Path: c.Path, File: c.File, At: c.At, Steps: c.Steps, Accounts: named}
		}
	}
	return nil
}
