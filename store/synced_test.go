package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accord/model"
	"accord/store/place"
)

func TestSyncedFolders(t *testing.T) {
	for path, want := range map[string]bool{
		"/home/a/Dropbox/accord.db":                                 true,
		"/home/a/Library/Mobile Documents/x/accord.db":              true,
		"/Users/a/Library/CloudStorage/GoogleDrive-a@b.c/accord.db": true,
		"/Users/a/OneDrive - Firm/plans/accord.db":                  true,
		"/home/a/.local/share/accord/accord.db":                     false,
		"/home/a/plans/Dropbox.db":                                  false,
	} {
		if got := place.SyncedFolder(filepath.FromSlash(path)); (got != "") != want {
			t.Errorf("%s: %q", path, got)
		}
	}
}

// A folder may be a link into one that is synchronised. It is said once per file.
func TestSyncedFolderIsSaidOncePerFile(t *testing.T) {
	t.Setenv("ACCORD_STATE_DIR", t.TempDir())
	dir := t.TempDir()
	real := filepath.Join(dir, "Dropbox (Firm)")
	if err := os.Mkdir(real, 0o700); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "plans")
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"one.db", "two.db"} {
		f, err := Create(filepath.Join(link, name), model.EmptyPortfolio(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if w := f.Warning(); !strings.Contains(w, "Dropbox (Firm)") || !strings.Contains(w, "synchronised") {
			t.Errorf("%s: %q", name, w)
		}
		shut(t, f)
		f = open(t, f.Path(), Options{})
		if w := f.Warning(); w != "" {
			t.Errorf("%s, the second time: %q", name, w)
		}
	}
}
