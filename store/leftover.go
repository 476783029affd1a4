package store

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Leftovers are files of plain text that a protected file left behind from before
// it was protected: its copies, rescue files, texts for an editor.
func Leftovers(path, backupDir string) (out []string) {
	of, err := openPrivateID(path)
	if err != nil {
		return nil
	}
	at := globEscape(path)
	for _, pattern := range []string{filepath.Join(globEscape(backupDir), "*.db"), at + ".pre-schema-*", at + ".replaced-*", at + ".repaired-*", at + ".damaged-*", at + ".rescued-*", at + ".recoding-*",
		filepath.Join(at+".text", "*.txt")} {
		found, _ := filepath.Glob(pattern)
		for _, name := range found {
			if plainFile(name, of) {
				out = append(out, name)
			}
		}
	}
	slices.Sort(out)
	return out
}

// openPrivateID is the id of a file, also while somebody has it.
func openPrivateID(path string) (id string, err error) {
	dir, err := os.MkdirTemp("", "accord-copy-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	aside := filepath.Join(dir, "copy")
	if _, err := copyQuiet(path, aside); err != nil {
		return "", err
	}
	f, err := openPrivate(aside)
	if err != nil {
		return "", err
	}
	defer f.shut()
	v, err := f.format()
	return v.id, err
}

// plainFile reports whether a file belongs to the one with the id and is readable
// to anybody. What can not be opened may be.
func plainFile(path, of string) bool {
	if !strings.HasSuffix(path, ".db") && !strings.Contains(filepath.Base(path), ".pre-schema-") && !strings.Contains(filepath.Base(path), ".replaced-") && !strings.Contains(filepath.Base(path), ".repaired-") {
		b, err := os.ReadFile(path)
		return err == nil && !strings.Contains(string(b), `"sealed":`)
	}
	f, err := openPrivate(path)
	if err != nil {
		return true
	}
	defer f.shut()
	v, err := f.format()
	return err == nil && v.id == of && v.crypt == nil
}

// SealCopy seals an old copy of a protected file with the file's own key. o.Keys
// must know it: the file was opened or protected in this run.
func SealCopy(copyPath, of string, o Options) error {
	var v *vault
	err := withCopy(of, o.Keys, func(f *File, _ time.Time) error { v = f.vault; return nil })
	if err != nil {
		return err
	}
	if v == nil {
		return errPlain
	}
	f, err := openPrivate(copyPath)
	if err != nil {
		return err
	}
	defer f.shut()
	aside := asideName(copyPath)
	defer os.Remove(aside)
	if err := f.recodeTo(aside, v, nil); err != nil {
		return &AccessError{copyPath, err}
	}
	if err := os.Rename(aside, copyPath); err != nil {
		return &AccessError{copyPath, err}
	}
	return syncDir(filepath.Dir(copyPath))
}

// globEscape makes a path a pattern that fits only itself.
func globEscape(path string) string {
	if filepath.Separator == '\\' { // there is no escaping on Windows, and no * in a name
		return strings.ReplaceAll(path, "[", "[[]")
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}
