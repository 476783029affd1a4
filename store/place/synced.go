package place

import (
	"accord/model/words"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// syncers are what the names of folders begin with that a program of their own
// copies to and fro.
var syncers = []string{
	"Dropbox", "OneDrive", "Google Drive", "GoogleDrive", "Mobile Documents", "iCloud",
	"CloudStorage", "Box Sync", "Nextcloud", "ownCloud", "pCloud", "SynologyDrive", "SeaDrive", "MEGAsync",
}

// SyncedFolder warns of a file in a folder that is synchronised, or on another
// computer: a copy made in the middle of a save is of no use, a file that is
// swapped under the program takes edits with it, and a drive over a network may
// not keep two programs apart.
func SyncedFolder(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	dir := filepath.Dir(abs)
	for _, part := range strings.Split(dir, string(filepath.Separator)) {
		for _, s := range syncers {
			if strings.HasPrefix(part, s) {
				return words.T("place.file-lies-folder-synchronised-open", part)
			}
		}
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil && real != dir {
		return SyncedFolder(filepath.Join(real, filepath.Base(path)))
	}
	if kind := networkDrive(dir); kind != "" {
		return words.T("place.file-lies-network-drive-another", kind)
	}
	return ""
}

// WarnedOnce gives a warning about a file's place the first time only: whoever read
// it and left the file there knows.
func WarnedOnce(path, text string) string { return ToldOnce(path, "", text) }

// ToldOnce gives what there is to say about something of a file the first time only, on
// this computer; nothing of it is kept in the file.
func ToldOnce(path, about, text string) string {
	abs, err := filepath.Abs(path)
	known, err2 := KnownFile()
	if text == "" || err != nil || err2 != nil {
		return text
	}
	if about != "" {
		abs = about + "\t" + abs
	}
	name := filepath.Join(filepath.Dir(known), "warned")
	said, _ := os.ReadFile(name) // none: nothing was said yet
	if slices.Contains(strings.Split(string(said), "\n"), abs) {
		return ""
	}
	if f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600); err == nil {
		_, _ = f.WriteString(abs + "\n") // failing to note it only means saying it again
		_ = f.Close()
	}
	return text
}
