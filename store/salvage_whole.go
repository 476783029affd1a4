package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
)

// wholeMissing begins what is said when accounts may be missing that nothing in
// the file tells of.
const wholeMissing = "whole accounts may be missing"

// mayLackWhole says in a sentence that accounts may be missing that nothing in the
// file tells of: nobody can name them without a copy. It is "" when none can be.
func (s *salvage) mayLackWhole(known []*rescuedAccount) string {
	if !s.headers {
		if !s.unread {
			return ""
		}
		return wholeMissing + ": both headers of the file are damaged and pages of it cannot be read, and nothing tells what was on them"
	}
	ids := map[string]bool{}
	for _, a := range known {
		ids[s.vault.account(a.id)] = true
	}
	places := 0
	for _, r := range s.lost {
		if r.bucket == "" || r.bucket == bucketEntities && !within(ids, r) {
			places++
		}
	}
	switch places {
	case 0:
		return ""
	case 1:
		return wholeMissing + ": one damaged place of the file may have held accounts that nothing else in it tells of"
	}
	return fmt.Sprintf("%s: %d damaged places of the file may have held accounts that nothing else in it tells of", wholeMissing, places)
}

// within reports whether a range of keys can hold no account but one of those.
func within(ids map[string]bool, r keyRange) bool {
	if r.low == nil || r.high == nil {
		return false
	}
	from, _, _ := bytes.Cut(r.low, []byte("/"))
	to, _, _ := bytes.Cut(r.high, []byte("/"))
	return ids[string(from)] && bytes.Equal(from, to)
}

// missingOf names what a copy of the file has and the repaired one has not. Which
// accounts there were is known only there when a page was lost with all that the
// file knew of them.
func (s *salvage) missingOf(out *Repaired, accounts []*rescuedAccount, path string, o Options) {
	said := s.mayLackWhole(accounts)
	c, there := s.newestCopy(path, o)
	if !there {
		if said != "" {
			out.Lost = append(out.Lost, said+". There is no sound copy of it in the folder backups to compare with")
		}
		return
	}
	when := c.At.Local().Format("2 Jan 2006 15:04")
	have := map[string]bool{}
	for _, a := range accounts {
		have[a.id] = len(a.entries) > 0
	}
	for _, a := range c.named {
		if at := s.changed[bucketEntities+" "+a.id+"/"+kindAccount]; have[a.id] || at.gone && at.seq > c.Steps {
			continue
		}
		out.Lost = append(out.Lost, fmt.Sprintf("account %q (%s): not in the repaired file; the copy %s of %s still has it", a.name, accountID(a.id), c.Path, when))
	}
	if said != "" {
		out.Lost = append(out.Lost, fmt.Sprintf("%s. Those that were there on %s are in the copy %s; what of it is not in the repaired file is named above", said, when, c.Path))
	}
}

// newestCopy is the newest sound copy of the file itself in the folder of copies,
// with the accounts in it.
func (s *salvage) newestCopy(path string, o Options) (Copy, bool) {
	if o.BackupDir == "" {
		return Copy{}, false
	}
	for _, c := range Copies(o.BackupDir, path, o.Keys) {
		ours := c.Kind == CopyAutomatic || c.Kind == CopyByHand || c.Kind == CopyFormat
		if id := s.fileID(); !ours || c.Err != nil || c.Sealed || c.Other || id != "" && c.File != id {
			continue
		}
		if c.readNames(o.Keys) == nil {
			s.like = c.File
			return c, true
		}
	}
	return Copy{}, false
}

// fileID is the number of the file, "" when it cannot be read.
func (s *salvage) fileID() string { return string(s.records[bucketMeta]["file"].value) }

// namedAccount is one account of a copy.
type namedAccount struct{ id, name string }

// readNames reads which accounts a sound copy has.
func (c *Copy) readNames(keys *Keys) error {
	in, err := os.Open(c.Path)
	if err != nil {
		return err
	}
	defer in.Close()
	h, _ := newestHeader(in)
	w := newWalker(in, h)
	w.bad = func(e error) bool { err = e; return false }
	v := keys.known(c.key)
	w.record = func(bucket string, k, value []byte) {
		if bucket != bucketEntities {
			return
		}
		key, content, _, e := v.take(envelopePlain, bucket, k, value)
		if e != nil {
			err = e
			return
		}
		var r accountRecord
		if id, rest, _ := strings.Cut(string(key), "/"); rest == kindAccount && json.Unmarshal(content, &r) == nil {
			c.named = append(c.named, namedAccount{id, r.Name})
		}
	}
	w.walk()
	slices.SortFunc(c.named, func(a, b namedAccount) int { return strings.Compare(a.name, b.name) })
	return err
}
