package place

import (
	"accord/model/words"
	"bufio"
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// An older state of a whole protected file belongs together as it did then: nothing in
// it tells that a newer one was there. Only who saw the newer one knows. So this
// computer keeps, beside the list of known files, up to which step it saw each where it
// lies, for the copy of a colleague may well be newer: a hash of number and path, a
// step and a day, nothing of the plan.

// seenLimit is of how many files it is kept; the oldest are let go.
const seenLimit = 200

type sighting struct {
	file string // as sightedAs has it
	step uint64
	at   time.Time
}

func seenFile() (string, error) {
	name, err := KnownFile()
	return filepath.Join(filepath.Dir(name), "seen"), err
}

// sightedAs is the name of the file with a number at a path, whichever way leads there.
// Lines of before, which knew the number alone, fit none.
func sightedAs(path, file string) string {
	if abs, err := filepath.Abs(Behind(path)); err == nil {
		path = abs
	}
	if at, err := filepath.EvalSymlinks(path); err == nil {
		path = at
	}
	return fmt.Sprintf("%x", sha256.Sum256([]byte(file+"\x00"+path)))[:32]
}

func sightings() (out []sighting) {
	name, err := seenFile()
	if err != nil {
		return nil
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	for lines := bufio.NewScanner(bytes.NewReader(b)); lines.Scan(); {
		wording := strings.Fields(lines.Text())
		if len(wording) != 3 {
			continue
		}
		step, err := strconv.ParseUint(wording[1], 10, 64)
		at, err2 := time.Parse(time.RFC3339, wording[2])
		if err == nil && err2 == nil {
			out = append(out, sighting{wording[0], step, at})
		}
	}
	return out
}

// Saw notes up to which step a file was seen; lower says that it is meant to be older
// than it was. Failing to note it is no reason to refuse the file.
func Saw(path, file string, step uint64, now time.Time, lower bool) {
	name, err := seenFile()
	if err != nil || file == "" || Forgotten(path) {
		return
	}
	file = sightedAs(path, file)
	all := sightings()
	kept := all[:0]
	for _, s := range all {
		if s.file != file {
			kept = append(kept, s)
		} else if s.step >= step && !lower {
			return
		}
	}
	kept = append(kept, sighting{file, step, now.UTC()})
	var text strings.Builder
	for _, s := range kept[max(0, len(kept)-seenLimit):] {
		fmt.Fprintf(&text, "%s %d %s\n", s.file, s.step, s.at.Format(time.RFC3339))
	}
	if os.MkdirAll(filepath.Dir(name), 0o700) != nil {
		return
	}
	aside := fmt.Sprintf("%s.new-%d", name, os.Getpid())
	defer os.Remove(aside)
	if os.WriteFile(aside, []byte(text.String()), 0o600) == nil {
		_ = os.Rename(aside, name)
	}
}

// OlderThanSeen says in a sentence that a protected file is older than this computer
// saw it, "" when it is not.
func OlderThanSeen(path, file string, step uint64) string {
	file = sightedAs(path, file)
	for _, s := range sightings() {
		if s.file == file && s.step > step {
			return words.T("place.older-than-what-this-computer", path, words.Moment(s.at.Local()), step, s.step)
		}
	}
	return ""
}
