package store

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"accord/model/words"
	"accord/store/copies"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// What a run that was ended half-way leaves: a file that was to take the place of
// another, a copy that was not given its name yet, a private copy of a reading
// command. It may hold in plain text what the file has sealed, and it is of no use:
// whatever was being made was not finished, and the file is as it was.

// unfinished are the names of files that were being written, with the number of the
// process that did.
var unfinished = regexp.MustCompile(`\.(recoding|new|tmp)-(\d+)$`)

// While a process with the number lives, what it may be writing is left alone for a
// day: after that the number is somebody else's. A private copy of which nobody says
// that he uses it was left when it is older than a minute.
const (
	writingFor = 24 * time.Hour
	copyingFor = time.Minute
)

// Abandoned removes what runs that were ended half-way left of a file, and says so in
// sentences. It never touches what another process may be writing, and nothing at all
// while the file itself is not whole. A whole file of a name that people give too it
// only tells of.
func Abandoned(path string, o Options) (told []string) {
	found := slices.DeleteFunc(abandonedOf(path, o), func(name string) bool { return !place.Exists(name) })
	if len(found) == 0 {
		return nil
	}
	free, err := lockAside(path)
	if err != nil {
		return nil // whoever has the file open has looked already, or is writing
	}
	defer free()
	if _, err := pages.Preflight(path); err != nil || pages.Structure(path) != nil {
		return nil // what is left may be all there is
	}
	id, key := pages.FileID(path), ""
	if c, err := seal.ParseCrypt(pages.CryptedIn(path)); err == nil {
		key = c.ID
	}
	for _, name := range found {
		if inUse(path, name, o.now()) {
			continue
		}
		what := holds(name, id, key)
		if isTemporary(name) && !ofThisFile(name, id) {
			continue
		}
		plain := what == holdsPlain && key != ""
		if mayBeOwn(name) {
			if isText(readHead(name)) {
				continue // we write none of that name
			}
			if !plain && pages.FileID(name) != "" && opens(name) {
				told = append(told, words.T("store.whole-file-accord-somebodys-own", name))
				continue
			}
		}
		told = append(told, removeAbandoned(name, plain))
	}
	return told
}

// mayBeOwn reports whether a name is one that people give their files too.
func mayBeOwn(name string) bool {
	m := unfinished.FindStringSubmatch(name)
	return !isTemporary(name) && m != nil && m[1] != "recoding"
}

// opens reports whether a file can be opened and walked.
func opens(name string) bool {
	f, err := openPrivate(name)
	if err == nil {
		f.shut()
	}
	return err == nil
}

// removeAbandoned removes a file and the folder that was made for it alone.
func removeAbandoned(name string, plain bool) string {
	err := os.Remove(name)
	if err == nil && isTemporary(name) {
		_ = os.Remove(filepath.Dir(name))
	}
	switch {
	case err != nil && plain:
		return words.T("store.left-plain-cannot-be-removed", name, err)
	case err != nil:
		return words.T("store.left-cannot-be-removed", name, err)
	case plain:
		return words.T("store.left-plain-was-removed", name)
	}
	return words.T("store.left-was-removed", name)
}

func abandonedOf(path string, o Options) (out []string) {
	for _, at := range place.PathsOf(path) {
		for _, word := range []string{".recoding-", ".new-", ".tmp-", ".repaired-", ".pre-schema-"} {
			out = append(out, place.BeginningWith(at+word)...)
		}
		if o.BackupDir != "" {
			out = append(out, place.BeginningWith(filepath.Join(o.BackupDir, copies.Stem(at)))...)
		}
	}
	out = slices.DeleteFunc(out, func(name string) bool { return !unfinished.MatchString(name) })
	out = append(out, temporaries(path)...)
	slices.Sort(out)
	return slices.Compact(out)
}

func isTemporary(name string) bool {
	return slices.ContainsFunc(
		privateCopies,
		func(word string) bool { return strings.HasPrefix(filepath.Base(filepath.Dir(name)), word) },
	)
}

// ofThisFile reports whether a private copy is one of the file with that number, as
// far as it can say: what was cut off says nothing and has the name.
func ofThisFile(name, id string) bool {
	of := pages.FileID(name)
	return of == id || of == ""
}

// inUse reports whether somebody may still be writing, or reading, a file that lies
// there unfinished. The lock of the file at path is ours: nobody else recodes it.
func inUse(path, name string, now time.Time) bool {
	st, err := os.Lstat(name)
	if err != nil || !st.Mode().IsRegular() {
		return true // it is no file, or gone
	}
	free, err := lockAside(name)
	if err != nil {
		return true
	}
	free()
	age := now.Sub(st.ModTime())
	if isTemporary(name) {
		return age < copyingFor
	}
	if at := place.Behind(path); strings.HasPrefix(name, at+".recoding-") && place.LocksWork {
		return false
	}
	pid, err := strconv.Atoi(unfinished.FindStringSubmatch(name)[2])
	return err != nil || pid != os.Getpid() && place.Alive(pid) && age < writingFor
}
