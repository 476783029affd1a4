package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// rescuedAccount is one account as far as it could be read, and what is missing.
type rescuedAccount struct {
	id      string // the first part of its keys
	entries []entry
	missing []string // in words
	older   []string
	notes   []string
}

// accounts puts together every account that anything is known of.
func (s *salvage) accounts() []*rescuedAccount {
	byID := map[string]*rescuedAccount{}
	of := func(key string) *rescuedAccount {
		id, _, _ := strings.Cut(key, "/")
		if byID[id] == nil {
			byID[id] = &rescuedAccount{id: id}
		}
		return byID[id]
	}
	s.dropLeftOvers()
	snapshot := s.newestSnapshot()
	for key, f := range s.records[bucketEntities] {
		if of(key); s.old(bucketEntities, key, f) {
			of(key).older = append(of(key).older, recordWords(key))
		}
	}
	for key := range s.expected(snapshot) {
		a := of(key)
		if _, there := s.records[bucketEntities][key]; there {
			continue
		}
		if value := snapshot.records[key]; value != nil {
			s.records[bucketEntities][key] = found{value: value}
			a.older = append(a.older, recordWords(key)+" (from the snapshot "+snapshot.name+")")
			continue
		}
		a.missing = append(a.missing, recordWords(key))
	}
	for key, f := range s.records[bucketEntities] {
		a := of(key)
		a.entries = append(a.entries, entry{key: []byte(key), value: f.value})
	}
	out := slices.Collect(maps.Values(byID))
	for _, a := range out {
		slices.SortFunc(a.entries, func(x, y entry) int { return bytes.Compare(x.key, y.key) })
		slices.Sort(a.missing)
		slices.Sort(a.older)
		a.settle()
		if len(a.missing)+len(a.older)+len(a.notes) == 0 && s.mayLack(a.id) {
			a.notes = append(a.notes, "a page that held some of its records is damaged; none is known to be missing")
		}
	}
	slices.SortFunc(out, func(a, b *rescuedAccount) int { return strings.Compare(a.id, b.id) })
	return out
}

// dropLeftOvers forgets accounts of which only the order of their lists is there
// because they were deleted, and not because the rest cannot be read.
func (s *salvage) dropLeftOvers() {
	known, count := s.records[bucketEntities], map[string]int{}
	for key := range known {
		id, _, _ := strings.Cut(key, "/")
		count[id]++
	}
	for id, n := range count {
		order := id + "/" + kindOrder
		if _, there := known[order]; n > 1 || !there {
			continue
		}
		if s.changed[bucketEntities+" "+id+"/"+kindAccount].gone || s.headers && !s.mayLack(id) {
			delete(known, order)
		}
	}
}

// expected are the records of accounts that should be there: those that the lists
// of an account name, those that the journal changed last and did not delete, and
// those of the newest snapshot that the journal does not say were deleted.
func (s *salvage) expected(snapshot oldState) map[string]bool {
	out := map[string]bool{}
	for key, f := range s.records[bucketEntities] {
		id, kind, _ := strings.Cut(key, "/")
		out[id+"/"+kindAccount] = true
		if content, _, err := unseal([]byte(key), f.value); kind == kindOrder && err == nil {
			var lists map[string][]string
			_ = json.Unmarshal(content, &lists) // what is none of ours has no lists
			for kind, ids := range lists {
				for _, ent := range ids {
					out[id+"/"+kind+"/"+ent] = true
				}
			}
		}
	}
	for key := range snapshot.records {
		if at, known := s.changed[bucketEntities+" "+key]; !known || at.seq <= snapshot.seq || !at.gone {
			out[key] = true
		}
	}
	s.asChanged(bucketEntities, out)
	return out
}

// asChanged adds what the journal changed last in a bucket, and takes away what it
// deleted.
func (s *salvage) asChanged(bucket string, out map[string]bool) {
	for key, at := range s.changed {
		if of, key, _ := strings.Cut(key, " "); of == bucket && at.gone {
			delete(out, key)
		} else if of == bucket {
			out[key] = true
		}
	}
}

// oldState is the content of a snapshot, record by record.
type oldState struct {
	name     string
	seq      uint64
	records  map[string][]byte // in envelopes
	settings map[string][]byte
}

// newestSnapshot is the one that most can be filled in from.
func (s *salvage) newestSnapshot() oldState {
	out := oldState{records: map[string][]byte{}, settings: map[string][]byte{}}
	var newest uint64
	var r snapshotRecord
	for key, f := range s.records[bucketSnapshots] {
		if n := binary.BigEndian.Uint64([]byte(key)); n > newest {
			if x, err := readSnapshot(nil, []byte(key), f.value); err == nil {
				newest, r = n, x
			}
		}
	}
	out.name, out.seq = fmt.Sprintf("“%s” of %s", r.Name, r.At.Local().Format("2 Jan 2006 15:04")), r.Seq
	into := func(content string, to map[string][]byte) {
		f, there := s.records[bucketContents][content]
		if !there {
			return
		}
		var all records
		if text, err := unpackedValue(content, f.value); err == nil && json.Unmarshal(text, &all) == nil {
			for k, v := range all {
				to[k] = seal([]byte(k), r.Seq, v)
			}
		}
	}
	for _, content := range r.Accounts {
		into(content, out.records)
	}
	into(r.Settings, out.settings)
	return out
}

func unpackedValue(key string, value []byte) ([]byte, error) {
	packed, _, err := unsealKind(envelopePacked, []byte(key), value)
	if err != nil {
		return nil, err
	}
	return unpack(packed)
}

// recordWords is what a record of an account is, in words.
func recordWords(key string) string {
	_, rest, _ := strings.Cut(key, "/")
	kind, ent, _ := strings.Cut(rest, "/")
	return strings.TrimSpace(kindWord(kind) + " " + ent)
}

// settle makes the entries ones that an account can be made of.
func (a *rescuedAccount) settle() {
	var good []entry
	for _, e := range a.entries {
		_, rest, _ := strings.Cut(string(e.key), "/")
		if rest != kindAccount && decodes(a.id, e) != nil {
			a.missing = append(a.missing, recordWords(string(e.key))+" (it cannot be understood)")
			continue
		}
		good = append(good, e)
	}
	a.entries = good
	core := []byte(a.id + "/" + kindAccount)
	at := slices.IndexFunc(good, func(e entry) bool { return bytes.Equal(e.key, core) })
	if at >= 0 || len(good) == 0 {
		return
	}
	content, _ := json.Marshal(accountRecord{Name: "Rescued account " + a.id}) // plain text: never fails
	a.entries = slices.Insert(good, 0, entry{key: core, value: seal(core, 0, content)})
}

// decodes reads one record of an account by itself.
func decodes(id string, e entry) error {
	content, _ := json.Marshal(accountRecord{Name: "-"})
	core := []byte(id + "/" + kindAccount)
	_, err := decodeAccount([]entry{{key: core, value: seal(core, 0, content)}, e}, nil)
	return err
}

// name is what the account is called, for a list of what is missing.
func (a *rescuedAccount) name() string {
	if len(a.entries) == 0 {
		return string(accountID(a.id))
	}
	if acc, err := decodeAccount(a.entries[:1], nil); err == nil && acc != nil && acc.Name != "" {
		return fmt.Sprintf("%q (%s)", acc.Name, acc.ID)
	}
	return string(accountID(a.id))
}

// mayLack reports whether a damaged page may have held records of an account.
func (s *salvage) mayLack(id string) bool {
	id = s.vault.account(id)
	return s.mayLackIn(bucketEntities, id+"/", id+"0") // 0 follows the slash
}

// mayLackIn reports whether a damaged page of a bucket may have held keys from one
// up to another.
func (s *salvage) mayLackIn(bucket, from, to string) bool {
	return !s.headers && s.unread || slices.ContainsFunc(s.lost, func(r keyRange) bool {
		return r.bucket == "" || r.bucket == bucket && (r.low == nil || bytes.Compare(r.low, []byte(to)) < 0) && (r.high == nil || bytes.Compare(r.high, []byte(from)) >= 0)
	})
}
