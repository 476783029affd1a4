package store

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// CopyKind is how a copy came to be.
type CopyKind string

// The kinds of copies, in words.
const (
	CopyAutomatic CopyKind = "automatic"
	CopyByHand    CopyKind = "by hand"
	CopyFormat    CopyKind = "before a new format"
	CopyReplaced  CopyKind = "replaced by a copy"
	CopyRepaired  CopyKind = "repaired"
	CopyRescued   CopyKind = "edits that were not saved"
	CopyWhole     CopyKind = "whole, with edits that were not saved"
	CopyNamed     CopyKind = "" // one that somebody names
)

// Copy is a file to go back to, or edits to bring in.
type Copy struct {
	Path     string
	Kind     CopyKind
	At       time.Time // of its last edit, else when the file was made
	File     string    // the number of the file it is a copy of, "" when it cannot be read
	Other    bool      // it is a copy of another file than the one asked for
	Bytes    int64
	Accounts int
	Steps    uint64 // the number of its last step
	Edits    int    // of edits that were not saved: how many
	Sealed   bool   // by a key that is not known yet: its pages were read, what is in them cannot be
	Err      error  // why it cannot be used; nil: all of it was read and is sound

	key   string         // the id of the data key of a protected one
	named []namedAccount // see readNames
}

// Copies lists what there is to go back to, the newest first. It reads all of
// them. A repaired file stands below every sound copy that has more accounts, and
// copies of another file stand at the end.
func Copies(dir, path string, keys ...*Keys) []Copy {
	var out []Copy
	of := FileID(path)
	add := func(kind CopyKind, paths ...string) {
		for _, p := range paths {
			c := LookAt(p, keys...)
			c.Kind = kind
			out = append(out, c)
		}
	}
	add(CopyAutomatic, calledAfter(dir, path)...)
	add(CopyByHand, beginning(filepath.Join(dir, stem(path)+ByHand), ".db")...)
	add(CopyByHand, beginning(filepath.Join(dir, ByHand), ".db")...) // as they were called once
	for _, x := range []struct {
		kind CopyKind
		word string
	}{{CopyFormat, ".pre-schema-"}, {CopyReplaced, ".replaced-"}, {CopyRepaired, ".repaired-"}} {
		for _, stem := range pathsOf(path) {
			add(x.kind, beginning(stem+x.word, "")...)
		}
	}
	for _, name := range rescueFiles(path) {
		kind := CopyRescued
		if !isNotes(name) {
			kind = CopyWhole
		}
		add(kind, name)
	}
	slices.SortStableFunc(out, func(a, b Copy) int { return b.At.Compare(a.At) })
	ids := map[string]bool{of: true}
	if of == "" {
		ids = namedIDs(out)
	}
	for i := range out {
		out[i].Other = len(ids) > 0 && out[i].File != "" && !ids[out[i].File]
	}
	return ranked(out)
}

// ByHand is in the names of copies that somebody asked for, behind that of the file.
const ByHand = "by-hand-"

// namedIDs are the numbers that a file may have that is gone, or cannot say its
// own any more: those of the copies with its name.
func namedIDs(all []Copy) map[string]bool {
	ids := map[string]bool{}
	for _, c := range all {
		if c.File != "" && (c.Kind != CopyByHand || !strings.HasPrefix(filepath.Base(c.Path), ByHand)) {
			ids[c.File] = true
		}
	}
	return ids
}

// ranked puts copies of another file at the end, and what was repaired behind every
// sound copy that has more accounts.
func ranked(all []Copy) (out []Copy) {
	var repaired, others []Copy
	for _, c := range all {
		switch {
		case c.Other:
			others = append(others, c)
		case c.Kind == CopyRepaired:
			repaired = append(repaired, c)
		default:
			out = append(out, c)
		}
	}
	for _, c := range repaired {
		at := 0
		for i, x := range out {
			more := x.Err == nil && x.Edits == 0 && x.Kind != CopyRepaired && x.Accounts > c.Accounts
			if more || x.At.After(c.At) && at == i {
				at = i + 1
			}
		}
		out = slices.Insert(out, at, c)
	}
	return append(out, others...)
}

// CopyFor is LookAt for a copy that is to take the place of the file at path.
// A file that is gone, or cannot say its own number any more, is known by the
// copies with its name.
func CopyFor(dir, path, from string, keys ...*Keys) Copy {
	c := LookAt(from, keys...)
	ids := map[string]bool{}
	if of := FileID(path); of != "" {
		ids[of] = true
	} else {
		ids = namedIDs(Copies(dir, path, keys...))
	}
	c.Other = len(ids) > 0 && c.File != "" && !ids[c.File]
	return c
}

// beginning are the files whose paths begin and end so.
func beginning(stem, end string) (out []string) {
	entries, _ := os.ReadDir(filepath.Dir(stem)) // no folder: no files
	for _, e := range entries {
		name, mine := strings.CutPrefix(e.Name(), filepath.Base(stem))
		if mine && strings.HasSuffix(name, end) && !strings.Contains(name, ".new-") && !strings.Contains(name, ".tmp-") && e.Type().IsRegular() {
			out = append(out, filepath.Join(filepath.Dir(stem), e.Name()))
		}
	}
	return out
}

// moments are how the moments in the names of copies are written.
var moments = regexp.MustCompile(`\d{4}-\d{2}-\d{2}T\d{6}|\d{8}-\d{6}`)

// momentIn is the moment in the name of a copy, zero when there is none.
func momentIn(path string) time.Time {
	name := "" // the last one: the file itself may be called by a day
	if all := moments.FindAllString(filepath.Base(path), -1); len(all) > 0 {
		name = all[len(all)-1]
	}
	for _, layout := range []string{backupTime, "20060102-150405"} {
		if at, err := time.ParseInLocation(layout, name, time.Local); err == nil {
			return at
		}
	}
	return time.Time{}
}

// LookAt reads all of a copy, without opening or changing it.
func LookAt(path string, keys ...*Keys) Copy {
	c := Copy{Path: path}
	st, err := os.Stat(path)
	if err != nil {
		_, c.Err = preflight(path)
		return c
	}
	if c.At, c.Bytes = momentIn(path), st.Size(); c.At.IsZero() {
		c.At = st.ModTime() // the last resort: whoever copies a file changes it
	}
	if strings.HasSuffix(path, ".jsonl") {
		c.lookAtRescued()
		return c
	}
	if _, c.Err = preflight(path); c.Err == nil {
		c.look(one(keys))
	}
	return c
}

func (c *Copy) look(keys *Keys) {
	in, err := os.Open(c.Path)
	if err != nil {
		c.Err = &AccessError{c.Path, err}
		return
	}
	defer in.Close()
	h, _ := newestHeader(in)
	w := newWalker(in, h)
	meta, newest := map[string]string{}, []byte(nil)
	sealed := map[string]bool{} // accounts of a protected file
	w.bad = func(err error) bool { c.Err = &DamagedError{c.Path, err.Error(), ""}; return false }
	w.record = func(bucket string, key, value []byte) {
		switch {
		case bucket == bucketMeta:
			meta[string(key)] = string(value)
		case bucket == bucketEntities && isSealed(value):
			id, _, _ := strings.Cut(string(key), "/")
			sealed[id] = true
		case bucket == bucketEntities && strings.HasSuffix(string(key), "/"+kindAccount) && strings.Count(string(key), "/") == 1:
			c.Accounts++
		case bucket == bucketJournal && len(key) == 8 && binary.BigEndian.Uint64(key) >= c.Steps:
			c.Steps, newest = binary.BigEndian.Uint64(key), append(newest[:0], value...)
		}
	}
	w.walk()
	if c.Err != nil {
		return
	}
	c.Accounts += len(sealed)
	c.File = meta["file"]
	if made, err := time.Parse(time.RFC3339, meta["created"]); err == nil && (c.Steps == 0 || momentIn(c.Path).IsZero()) {
		c.At = made.Local()
	}
	c.Err = c.format(meta)
	var v *vault
	if c.Sealed = meta[metaCrypt] != ""; c.Sealed && c.Err == nil {
		if v = c.vault(meta[metaCrypt], keys); v == nil {
			return // without the key nobody can say more
		}
		c.Err = c.seals(w, v)
	}
	if r, err := readStepRecord(v, seqKey(c.Steps), newest); err == nil {
		c.At = r.At.Local()
	}
}

func (c *Copy) vault(text string, keys *Keys) *vault {
	x, err := parseCrypt([]byte(text))
	if err != nil {
		c.Err = &DamagedError{c.Path, err.Error(), ""}
		return nil
	}
	c.key = x.ID
	v := keys.known(x.ID)
	c.Sealed = v == nil
	return v
}

// seals opens every value of a copy of a protected file.
func (c *Copy) seals(w *walker, v *vault) (err error) {
	again := newWalker(w.file, w.header)
	again.bad = func(e error) bool { err = &DamagedError{c.Path, e.Error(), ""}; return false }
	again.record = func(bucket string, key, value []byte) {
		if !isSealed(value) || bucket == bucketMeta {
			return
		}
		if _, _, _, e := v.take(kindIn(bucket), bucket, key, value); e != nil && err == nil {
			err = &DamagedError{c.Path, e.Error(), ""}
		}
	}
	again.walk()
	return err
}

// format checks what a copy says of itself.
func (c *Copy) format(meta map[string]string) error {
	n, err := strconv.Atoi(meta["schema"])
	m, err2 := strconv.Atoi(meta["minor"])
	switch {
	case meta["app"] != "accord" || errors.Join(err, err2) != nil || n < 1:
		return notOurs(c.Path, errors.New("it does not say that it is one"))
	case meta[metaCrypt] != "" && n == sealedSchema && m <= sealedMinor:
	case n > schema || n == schema && m > minor:
		return &NewerError{Path: c.Path, File: n, FileMinor: m, Knows: schema, KnowsMinor: minor}
	}
	return nil
}

func (c *Copy) lookAtRescued() {
	_, lines, err := readRescueLines(c.Path)
	c.Err = err
	if c.Edits = len(lines); c.Edits > 0 {
		last := lines[c.Edits-1]
		if c.Steps, c.Sealed = last.Seq, last.Sealed != nil; !c.Sealed {
			c.At = last.Step.At.Local()
		}
	}
}

// readRescueLines reads a rescue file.
func readRescueLines(path string) (head rescueHead, lines []rescueLine, err error) {
	file, err := os.Open(path)
	if err != nil {
		return head, nil, &AccessError{path, err}
	}
	defer file.Close()
	in := json.NewDecoder(bufio.NewReader(file))
	if err := in.Decode(&head); err != nil || head.Format != 1 {
		return head, nil, &DamagedError{path, "this is not a rescue file", "Name one that ends in .jsonl"}
	}
	for in.More() {
		var l rescueLine
		err := in.Decode(&l)
		if errors.Is(err, io.ErrUnexpectedEOF) && len(lines) > 0 { // a kill in the middle of adding one: nobody was told that it is there
			break
		}
		if err != nil || l.Error != "" {
			return head, nil, &DamagedError{path, fmt.Sprintf("line %d cannot be read: %v%s", len(lines)+2, err, l.Error), "Nothing was changed"}
		}
		lines = append(lines, l)
	}
	if len(lines) == 0 {
		return head, nil, &DamagedError{path, "there are no steps in it", ""}
	}
	return head, lines, nil
}
