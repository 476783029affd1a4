package copies

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"accord/store/journal"
	"accord/store/pages"
	"accord/store/place"
)

// Rescues are the rescue files of a file. In its own folder the name says whose
// they are; in the one for temporary files, where anybody's lie, the number in them.
func Rescues(path string) (out []string) {
	seen, id := map[string]bool{}, pages.FileID(path)
	stems := append(place.PathsOf(path), filepath.Join(os.TempDir(), filepath.Base(path)))
	for i, stem := range stems {
		stem += ".rescued-"
		for _, end := range []string{".jsonl", ".db"} {
			for _, p := range place.Beginning(stem, end) {
				if abs, err := filepath.Abs(p); err == nil && !seen[abs] && (i < len(stems)-1 || id == "" || rescueOf(p) == id) {
					seen[abs] = true
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// rescueOf is the number of the file that a rescue file belongs to.
func rescueOf(path string) string {
	if !IsNotes(path) {
		return pages.FileID(path)
	}
	in, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer in.Close()
	var head journal.RescueHead
	_ = json.NewDecoder(in).Decode(&head) // what is none has no number
	return head.File
}

// IsNotes reports whether a rescue file is one of steps, and not a whole file.
func IsNotes(path string) bool { return strings.HasSuffix(path, ".jsonl") }

// IsWholeRescue reports whether a path is that of a whole rescue file.
func IsWholeRescue(path string) bool {
	return strings.Contains(filepath.Base(path), ".rescued-") && strings.HasSuffix(path, ".db")
}
