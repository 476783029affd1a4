package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accord/store/copies"
	"accord/store/place"
	"accord/store/seal"
)

// A file whose owner took everybody the right to write it is not written, whoever
// runs the program, and keeps its rights; opening takes group and others theirs and
// gives nobody any.
func TestAReadOnlyFileIsNotWritten(t *testing.T) {
	path, content := finished(t, 3)
	from, _ := finished(t, 2)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	_, opening := Open(path, Options{})
	_, restoring := Restore(path, from, restoreOptions())
	_, protecting := Protect(path, phrase, seal.Guard{}, Options{Keys: new(seal.Keys)})
	for what, err := range map[string]error{"open": opening, "restore": restoring, "protect": protecting} {
		var readOnly *place.ReadOnlyError
		if !errors.As(err, &readOnly) || !strings.Contains(err.Error(), path+" is read-only") {
			t.Errorf("%s: %v", what, err)
		}
	}
	if p, _, err := OpenReadOnly(path, Options{}); err != nil || p.Len() != 3 {
		t.Error("it is not shown", err)
	}
	now, _ := os.ReadFile(path)
	if st, err := os.Stat(path); err != nil || modesWork && st.Mode().Perm() != 0o444 || !bytes.Equal(now, content) {
		t.Error("it was changed", st.Mode(), err)
	}
	if !modesWork {
		return
	}
	if err := os.Chmod(path, 0o244); err != nil {
		t.Fatal(err)
	}
	place.Private(path)
	if st, _ := os.Stat(path); st.Mode().Perm() != 0o200 {
		t.Errorf("opening gives rights: %v", st.Mode())
	}
}

// A folder that nobody may write gets no copies, and that is told, to root too.
func TestAFolderThatIsReadOnlyGetsNoCopies(t *testing.T) {
	if !modesWork {
		return
	}
	dir := t.TempDir()
	f := create(t, richPortfolio(t, 1), Options{BackupDir: filepath.Join(dir, "backups")})
	if err := errors.Join(copies.CanBackUp(filepath.Join(dir, "backups")), os.Chmod(dir, 0o555)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	f.Save(renamed(1, loaded(t, f).At(0), "Other"))
	shut(t, f)
	if s := f.State(); s.Saved != 1 || !strings.Contains(s.Note, "automatic copy could not be made") || !strings.Contains(s.Note, dir) {
		t.Errorf("%+v", s)
	}
	if err := copies.CanBackUp(filepath.Join(dir, "backups")); err == nil || place.Exists(filepath.Join(dir, "backups")) {
		t.Error(err)
	}
}
