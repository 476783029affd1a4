package copies

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"accord/model/words"
	"accord/store/journal"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

// Kind is how a copy came to be.
type Kind string

// The kinds of copies, in words.
const (
	KindAutomatic Kind = "automatic"
	KindByHand    Kind = "by hand"
	KindFormat    Kind = "before a new format"
	KindReplaced  Kind = "replaced by a copy"
	KindRepaired  Kind = "repaired"
	KindRescued   Kind = "edits that were not saved"
	KindWhole     Kind = "whole, with edits that were not saved"
	KindNamed     Kind = "" // one that somebody names
)

// Copy is a file to go back to, or edits to bring in.
type Copy struct {
	Path     string
	Kind     Kind
	At       time.Time // of its last edit, else when the file was made
	File     string    // the number of the file it is a copy of, "" when it cannot be read
	Other    bool      // it is a copy of another file than the one asked for
	Bytes    int64
	Accounts int
	Steps    uint64 // the number of its last step
	Edits    int    // of edits that were not saved: how many
	Sealed   bool   // by a key that is not known yet: its pages were read, what is in them cannot be
	Err      error  // why it cannot be used; nil: all of it was read and is sound

	key string // the id of the data key of a protected one
}

// List lists what there is to go back to, the newest first. It reads all of
// them. A repaired file stands below every sound copy that has more accounts, and
// copies of another file stand at the end.
func List(dir, path string, keys ...*seal.Keys) []Copy {
	var out []Copy
	of := pages.FileID(path)
	add := func(kind Kind, paths ...string) {
		for _, p := range paths {
			c := LookAt(p, keys...)
			c.Kind = kind
			out = append(out, c)
		}
	}
	add(KindAutomatic, CalledAfter(dir, path)...)
	add(KindByHand, place.Beginning(filepath.Join(dir, Stem(path)+ByHand), ".db")...)
	add(KindByHand, place.Beginning(filepath.Join(dir, ByHand), ".db")...) // as they were called once
	for _, x := range []struct {
		kind Kind
		word string
	}{{KindFormat, ".pre-schema-"}, {KindReplaced, ".replaced-"}, {KindRepaired, ".repaired-"}} {
		for _, stem := range place.PathsOf(path) {
			add(x.kind, place.Beginning(stem+x.word, "")...)
		}
	}
	for _, name := range Rescues(path) {
		kind := KindRescued
		if !IsNotes(name) {
			kind = KindWhole
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
		if c.File != "" && (c.Kind != KindByHand || !strings.HasPrefix(filepath.Base(c.Path), ByHand)) {
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
		case c.Kind == KindRepaired:
			repaired = append(repaired, c)
		default:
			out = append(out, c)
		}
	}
	for _, c := range repaired {
		at := 0
		for i, x := range out {
			more := x.Err == nil && x.Edits == 0 && x.Kind != KindRepaired && x.Accounts > c.Accounts
			if more || x.At.After(c.At) && at == i {
				at = i + 1
			}
		}
		out = slices.Insert(out, at, c)
	}
	return append(out, others...)
}

// For is LookAt for a copy that is to take the place of the file at path.
// A file that is gone, or cannot say its own number any more, is known by the
// copies with its name.
func For(dir, path, from string, keys ...*seal.Keys) Copy {
	c := LookAt(from, keys...)
	ids := map[string]bool{}
	if of := pages.FileID(path); of != "" {
		ids[of] = true
	} else {
		ids = namedIDs(List(dir, path, keys...))
	}
	c.Other = len(ids) > 0 && c.File != "" && !ids[c.File]
	return c
}

// moments are how the moments in the names of copies are written.
var moments = regexp.MustCompile(`\d{4}-\d{2}-\d{2}T\d{6}|\d{8}-\d{6}`)

// momentIn is the moment in the name of a copy, zero when there is none.
func momentIn(path string) time.Time {
	name := "" // the last one: the file itself may be called by a day
	if all := moments.FindAllString(filepath.Base(path), -1); len(all) > 0 {
		name = all[len(all)-1]
	}
	for _, layout := range []string{MomentLayout, "20060102-150405"} {
		if at, err := time.ParseInLocation(layout, name, time.Local); err == nil {
			return at
		}
	}
	return time.Time{}
}

// LookAt reads all of a copy, without opening or changing it.
func LookAt(path string, keys ...*seal.Keys) Copy {
	c := Copy{Path: path}
	st, err := os.Stat(path)
	if err != nil {
		_, c.Err = pages.Preflight(path)
		return c
	}
	if c.At, c.Bytes = momentIn(path), st.Size(); c.At.IsZero() {
		c.At = st.ModTime() // the last resort: whoever copies a file changes it
	}
	if strings.HasSuffix(path, ".jsonl") {
		c.lookAtRescued()
		return c
	}
	if _, c.Err = pages.Preflight(path); c.Err == nil {
		c.look(seal.One(keys))
	}
	return c
}

func (c *Copy) look(keys *seal.Keys) {
	in, err := os.Open(c.Path)
	if err != nil {
		c.Err = place.Refused(c.Path, err)
		return
	}
	defer in.Close()
	h, _ := pages.NewestHeader(in)
	w := pages.NewWalker(in, h)
	meta, newest := map[string]string{}, []byte(nil)
	sealed := map[string]bool{} // accounts of a protected file
	w.Bad = func(err error) bool { c.Err = place.Damaged(c.Path, err.Error(), ""); return false }
	w.Record = func(bucket string, key, value []byte) {
		switch {
		case bucket == seal.BucketMeta:
			meta[string(key)] = string(value)
		case bucket == seal.BucketEntities && seal.IsSealed(value):
			id, _, _ := strings.Cut(string(key), "/")
			sealed[id] = true
		case bucket == seal.BucketEntities && strings.HasSuffix(string(key), "/"+record.KindAccount) && strings.Count(string(key), "/") == 1:
			c.Accounts++
		case bucket == seal.BucketJournal && len(key) == 8 && binary.BigEndian.Uint64(key) >= c.Steps:
			c.Steps, newest = binary.BigEndian.Uint64(key), append(newest[:0], value...)
		}
	}
	w.Walk()
	if c.Err != nil {
		return
	}
	c.Accounts += len(sealed)
	c.File = meta["file"]
	if made, err := time.Parse(time.RFC3339, meta["created"]); err == nil && (c.Steps == 0 || momentIn(c.Path).IsZero()) {
		c.At = made.Local()
	}
	c.Err = c.format(meta)
	var v *seal.Vault
	if c.Sealed = meta[seal.MetaCrypt] != ""; c.Sealed && c.Err == nil {
		if v = c.Vault(meta[seal.MetaCrypt], keys); v == nil {
			return // without the key nobody can say more
		}
		c.Err = c.seals(w, v)
	}
	if r, err := journal.ReadEntry(v, seal.SeqKey(c.Steps), newest); err == nil {
		c.At = r.At.Local()
	}
}

func (c *Copy) Vault(text string, keys *seal.Keys) *seal.Vault {
	x, err := seal.ParseCrypt([]byte(text))
	if err != nil {
		c.Err = place.Damaged(c.Path, err.Error(), "")
		return nil
	}
	c.key = x.ID
	v := keys.Known(x.ID)
	c.Sealed = v == nil
	return v
}

// seals opens every value of a copy of a protected file.
func (c *Copy) seals(w *pages.Walker, v *seal.Vault) (err error) {
	again := pages.NewWalker(w.File, w.Header)
	again.Bad = func(e error) bool { err = place.Damaged(c.Path, e.Error(), ""); return false }
	again.Record = func(bucket string, key, value []byte) {
		if !seal.IsSealed(value) || bucket == seal.BucketMeta {
			return
		}
		if _, _, _, e := v.Take(seal.KindIn(bucket), bucket, key, value); e != nil && err == nil {
			err = place.Damaged(c.Path, e.Error(), "")
		}
	}
	again.Walk()
	return err
}

// format checks what a copy says of itself.
func (c *Copy) format(meta map[string]string) error {
	n, err := strconv.Atoi(meta["schema"])
	m, err2 := strconv.Atoi(meta["minor"])
	switch {
	case meta["app"] != "accord" || errors.Join(err, err2) != nil || n < 1:
		return place.NotOurs(c.Path, words.Fail("copies.does-not-say-one"))
	case meta[seal.MetaCrypt] != "" && n == seal.SealedSchema && m <= seal.SealedMinor:
	case n > seal.Schema || n == seal.Schema && m > seal.Minor:
		return &place.NewerError{Path: c.Path, File: n, FileMinor: m, Knows: seal.Schema, KnowsMinor: seal.Minor}
	}
	return nil
}

func (c *Copy) lookAtRescued() {
	_, lines, err := journal.ReadRescue(c.Path)
	c.Err = err
	if c.Edits = len(lines); c.Edits > 0 {
		last := lines[c.Edits-1]
		if c.Steps, c.Sealed = last.Seq, last.Sealed != nil; !c.Sealed {
			c.At = last.Step.At.Local()
		}
	}
}
