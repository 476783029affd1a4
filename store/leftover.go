package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
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
	for _, at := range pathsOf(path) {
		for _, word := range asideWords {
			out = append(out, globbed(globEscape(at)+word+"*")...)
		}
		out = append(out, globbed(globEscape(at)+".text/*.txt")...)
		out = append(out, globbed(filepath.Join(globEscape(os.TempDir()), globEscape(filepath.Base(at))+".rescued-*"))...)
	}
	if backupDir != "" {
		out = append(out, globbed(filepath.Join(globEscape(backupDir), "*.db*"))...)
	}
	out = append(out, temporaries(path)...)
	slices.Sort(out)
	return slices.Compact(out)
}

// temporaries are the private copies of a file that commands made.
func temporaries(path string) (out []string) {
	for _, word := range privateCopies {
		for _, at := range pathsOf(path) {
			for _, name := range []string{filepath.Base(at), "copy"} { // the latter as it was called once
				out = append(out, globbed(filepath.Join(globEscape(os.TempDir()), word+"*", globEscape(name)))...)
			}
		}
	}
	return slices.DeleteFunc(out, func(name string) bool { return !ownedByUs(filepath.Dir(name)) })
}

func globbed(pattern string) []string {
	found, _ := filepath.Glob(pattern) // the pattern is good
	return found
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
	case parseHeader(head).ok || strings.HasSuffix(name, ".db") || !isText(head):
		return databaseHolds(name, id, key)
	}
	b, err := os.ReadFile(name)
	if err != nil || bytes.Contains(b, []byte(`"sealed":`)) {
		return holdsNothing
	}
	return holdsPlain
}

func isText(head []byte) bool { return foreign(head) == "text" }

func readHead(name string) []byte {
	f, err := os.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	if st, err := f.Stat(); err != nil || !st.Mode().IsRegular() {
		return nil
	}
	return readAt(f, 0, pageSize)
}

func databaseHolds(name, id, key string) holding {
	f, err := openPrivate(name)
	var locked *LockedError
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
	if c, err := parseCrypt(v.crypt); err == nil && c.ID == key {
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
	if c, err := parseCrypt(cryptedIn(path)); err == nil {
		key = c.ID
	}
	id := FileID(path)
	if id == "" {
		return nil
	}
	for _, name := range belongings(path, backupDir) {
		if filepath.Dir(name) == filepath.Clean(backupDir) && FileID(name) == "" && !strings.HasPrefix(filepath.Base(name), stem(path)) {
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
	var v *vault
	err := withCopy(of, o.Keys, func(f *File, _ time.Time) error { v = f.vault; return nil })
	if err != nil {
		return err
	}
	if v == nil {
		return errPlain
	}
	path := behind(copyPath)
	if err := onlyName(path); err != nil {
		return err
	}
	return resealed(path, copyPath, v, nil, o)
}

// resealed writes a file that nobody else has anew, with another vault. It is known
// to people, and to whoever asks for its passphrase, by another name.
func resealed(path, called string, v *vault, g *Guard, o Options) error {
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
		return &AccessError{called, fmt.Errorf("nothing was changed: %w", err)}
	}
	if runtime.GOOS == "windows" { // a file that is mapped cannot be replaced there
		f.shut()
	}
	if err := takePlace(aside, path); err != nil {
		return &AccessError{called, err}
	}
	return nil
}

// globEscape makes a path a pattern that fits only itself.
func globEscape(path string) string {
	if filepath.Separator == '\\' { // there is no escaping on Windows, and no * in a name
		return strings.ReplaceAll(path, "[", "[[]")
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}
