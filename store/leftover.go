package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"accord/model/words"
	"accord/store/copies"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// asideWords are in the names of what may lie beside a file and hold what it held:
// copies, what could not be saved, and what was being written when a run ended.
var asideWords = []string{".pre-schema-", ".replaced-", ".repaired-", ".damaged-", ".before-", ".rescued-", ".recoding-", ".new-", ".tmp-", ".restoring"}

// privateCopies are how the folders of private copies are called that commands make
// in the folder for temporary files.
var privateCopies = []string{"accord-copy-", "accord-check-", "accord-repair-"}

// belongings are the files that may hold something of the file at path: beside it, in
// the folder of its copies, and among temporary files.
func belongings(path, backupDir string) (out []string) {
	for _, at := range place.PathsOf(path) {
		for _, word := range asideWords {
			out = append(out, place.Globbed(place.GlobEscape(at)+word+"*")...)
		}
		out = append(out, place.Globbed(place.GlobEscape(at)+".text/*.txt")...)
		out = append(
			out,
			place.Globbed(filepath.Join(place.GlobEscape(os.TempDir()), place.GlobEscape(filepath.Base(at))+".rescued-*"))...)
	}
	if backupDir != "" {
		out = append(out, place.Globbed(filepath.Join(place.GlobEscape(backupDir), "*.db*"))...)
	}
	out = append(out, temporaries(path)...)
	slices.Sort(out)
	return slices.Compact(out)
}

// temporaries are the private copies of a file that commands made.
func temporaries(path string) (out []string) {
	for _, word := range privateCopies {
		for _, at := range place.PathsOf(path) {
			for _, name := range []string{filepath.Base(at), "copy"} { // the latter as it was called once
				out = append(out, place.Globbed(filepath.Join(place.GlobEscape(os.TempDir()), word+"*", place.GlobEscape(name)))...)
			}
		}
	}
	return slices.DeleteFunc(out, func(name string) bool { return !place.OwnedByUs(filepath.Dir(name)) })
}

// holding is what a file that belongs to another one has of it.
type holding uint8

const (
	holdsNothing holding = iota // of it, or it is being used
	holdsPlain
	holdsSealed // by the key that the file has now
	holdsOlder  // sealed by another key
)

// holds looks into a file that may belong to the one with the number id, sealed by
// the key called key.
func holds(name, id, key string) holding {
	head := readHead(name)
	switch {
	case len(head) == 0:
		return holdsNothing
	case pages.ParseHeader(head).Ok || strings.HasSuffix(name, ".db") || !isText(head):
		return databaseHolds(name, id, key)
	}
	b, err := os.ReadFile(name)
	if err != nil || bytes.Contains(b, []byte(`"sealed":`)) {
		return holdsNothing
	}
	return holdsPlain
}

func isText(head []byte) bool { return pages.Foreign(head) == "text" }

func readHead(name string) []byte {
	f, err := os.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	if st, err := f.Stat(); err != nil || !st.Mode().IsRegular() {
		return nil
	}
	return pages.ReadAt(f, 0, pages.PageSize)
}

func databaseHolds(name, id, key string) holding {
	f, err := openPrivate(name)
	var locked *place.LockedError
	switch {
	case errors.As(err, &locked):
		return holdsNothing // somebody works with it
	case err != nil:
		return brokenHolds(name)
	}
	defer f.shut()
	v, err := f.format()
	switch {
	case err != nil || v.id != id:
		return holdsNothing
	case v.crypt == nil:
		return holdsPlain
	}
	if c, err := seal.ParseCrypt(v.crypt); err == nil && c.ID == key {
		return holdsSealed
	}
	return holdsOlder
}

// brokenHolds is for a database that cannot be opened, such as half of one: whatever
// does not say that it is sealed may be plain text.
func brokenHolds(name string) holding {
	b, err := os.ReadFile(name)
	switch {
	case err != nil || len(bytes.Trim(b, "\x00")) == 0:
		return holdsNothing
	case bytes.Contains(b, []byte(`"argon2id":`)):
		return holdsSealed
	}
	return holdsPlain
}

// Leftovers are files of plain text that a protected file left behind from before
// it was protected, or from a run that was ended half-way: its copies, rescue files,
// texts for an editor, what a recoding or a repair left.
func Leftovers(path, backupDir string) []string { return holders(path, backupDir, holdsPlain) }

// OlderCopies are the copies of a protected file that another passphrase opens.
func OlderCopies(path, backupDir string) []string { return holders(path, backupDir, holdsOlder) }

func holders(path, backupDir string, what holding) (out []string) {
	key := ""
	if c, err := seal.ParseCrypt(pages.CryptedIn(path)); err == nil {
		key = c.ID
	}
	id := pages.FileID(path)
	if id == "" {
		return nil
	}
	for _, name := range belongings(path, backupDir) {
		if filepath.Dir(name) == filepath.Clean(backupDir) && pages.FileID(name) == "" &&
			!strings.HasPrefix(filepath.Base(name), copies.Stem(path)) {
			continue // a damaged copy of another file
		}
		if holds(name, id, key) == what {
			out = append(out, name)
		}
	}
	return out
}

// SealCopy seals an old copy of a protected file with the file's own key: one that
// is plain text, or sealed under another passphrase. o.Keys must know that of the file:
// it was opened or protected in this run.
func SealCopy(copyPath, of string, o Options) error {
	var v *seal.Vault
	err := withCopy(of, o.Keys, func(f *File, _ time.Time) error { v = f.vault; return nil })
	if err != nil {
		return err
	}
	if v == nil {
		return errPlain
	}
	path := place.Behind(copyPath)
	if err := place.OnlyName(path); err != nil {
		return err
	}
	return resealed(path, copyPath, v, nil, o)
}

// resealed writes a file that nobody else has anew, with another vault. It is known
// to people, and to whoever asks for its passphrase, by another name.
func resealed(path, called string, v *seal.Vault, g *seal.Guard, o Options) error {
	f, err := openPrivate(path)
	if err != nil {
		return named(err, path, called)
	}
	defer f.shut()
	if err := f.unlock(called, o.Keys); err != nil {
		return named(err, path, called)
	}
	if g == nil && f.vault != nil {
		was, err := f.Guard()
		if err != nil {
			return named(err, path, called)
		}
		g = &was
	}
	stop, end := o.interrupts()
	defer end()
	aside := asideName(path)
	defer os.Remove(aside)
	if err := f.recodeTo(aside, v, g, stop); err != nil {
		return place.Refused(called, words.Wrap(err, "store.nothing-changed-2"))
	}
	if runtime.GOOS == "windows" { // a file that is mapped cannot be replaced there
		f.shut()
	}
	if err := place.TakePlace(aside, path); err != nil {
		return place.Refused(called, err)
	}
	return nil
}
