package pages

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"accord/model/words"
	"accord/store/record"
	"accord/store/seal"
)

// RescuedAccount is one account as far as it could be read, and what is missing.
type RescuedAccount struct {
	id      string // the first part of its keys
	Entries []record.Entry
	missing []string // in words
	older   []string
	notes   []string
}

// Accounts puts together every account that anything is known of.
func (s *Salvage) Accounts() []*RescuedAccount {
	byID := map[string]*RescuedAccount{}
	of := func(key string) *RescuedAccount {
		id, _, _ := strings.Cut(key, "/")
		if byID[id] == nil {
			byID[id] = &RescuedAccount{id: id}
		}
		return byID[id]
	}
	s.dropLeftOvers()
	snapshot := s.newestSnapshot()
	for key, f := range s.Records[seal.BucketEntities] {
		if of(key); s.old(seal.BucketEntities, key, f) {
			of(key).older = append(of(key).older, recordWords(key))
		}
	}
	for key := range s.expected(snapshot) {
		a := of(key)
		if _, there := s.Records[seal.BucketEntities][key]; there {
			continue
		}
		if value := snapshot.records[key]; value != nil {
			s.Records[seal.BucketEntities][key] = found{value: value}
			a.older = append(a.older, words.T("pages.from-snapshot", recordWords(key), snapshot.name))
			continue
		}
		a.missing = append(a.missing, recordWords(key))
	}
	for key, f := range s.Records[seal.BucketEntities] {
		a := of(key)
		a.Entries = append(a.Entries, record.Entry{Key: []byte(key), Value: f.value})
	}
	out := slices.Collect(maps.Values(byID))
	for _, a := range out {
		slices.SortFunc(a.Entries, func(x, y record.Entry) int { return bytes.Compare(x.Key, y.Key) })
		slices.Sort(a.missing)
		slices.Sort(a.older)
		a.Settle()
		if len(a.missing)+len(a.older)+len(a.notes) == 0 && s.mayLack(a.id) {
			a.notes = append(a.notes, words.T("pages.page-held-some-records-damaged"))
		}
	}
	slices.SortFunc(out, func(a, b *RescuedAccount) int { return strings.Compare(a.id, b.id) })
	return out
}

// dropLeftOvers forgets accounts of which only the order of their lists is there
// because they were deleted, and not because the rest cannot be read.
func (s *Salvage) dropLeftOvers() {
	known, count := s.Records[seal.BucketEntities], map[string]int{}
	for key := range known {
		id, _, _ := strings.Cut(key, "/")
		count[id]++
	}
	for id, n := range count {
		order := id + "/" + record.KindOrder
		if _, there := known[order]; n > 1 || !there {
			continue
		}
		if s.changed[seal.BucketEntities+" "+id+"/"+record.KindAccount].Gone || s.Headers && !s.mayLack(id) {
			delete(known, order)
		}
	}
}

// expected are the records of accounts that should be there: those that the lists
// of an account name, those that the journal changed last and did not delete, and
// those of the newest snapshot that the journal does not say were deleted.
func (s *Salvage) expected(snapshot oldState) map[string]bool {
	out := map[string]bool{}
	for key, f := range s.Records[seal.BucketEntities] {
		id, kind, _ := strings.Cut(key, "/")
		out[id+"/"+record.KindAccount] = true
		if content, _, err := seal.Open([]byte(key), f.value); kind == record.KindOrder && err == nil {
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
		if at, known := s.changed[seal.BucketEntities+" "+key]; !known || at.Seq <= snapshot.seq || !at.Gone {
			out[key] = true
		}
	}
	s.asChanged(seal.BucketEntities, out)
	return out
}

// asChanged adds what the journal changed last in a bucket, and takes away what it
// deleted.
func (s *Salvage) asChanged(bucket string, out map[string]bool) {
	for key, at := range s.changed {
		if of, key, _ := strings.Cut(key, " "); of == bucket && at.Gone {
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
func (s *Salvage) newestSnapshot() oldState {
	out := oldState{records: map[string][]byte{}, settings: map[string][]byte{}}
	var newest uint64
	var r record.Snapshot
	for key, f := range s.Records[seal.BucketSnapshots] {
		if n := binary.BigEndian.Uint64([]byte(key)); n > newest {
			if x, err := record.ReadSnapshot(nil, []byte(key), f.value); err == nil {
				newest, r = n, x
			}
		}
	}
	out.name, out.seq = words.T("pages.of", r.Name, words.Moment(r.At.Local())), r.Seq
	into := func(content string, to map[string][]byte) {
		f, there := s.Records[seal.BucketContents][content]
		if !there {
			return
		}
		var all record.Contents
		if text, err := unpackedValue(content, f.value); err == nil && json.Unmarshal(text, &all) == nil {
			for k, v := range all {
				to[k] = seal.Plain([]byte(k), r.Seq, v)
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
	packed, _, err := seal.OpenKind(seal.EnvelopePacked, []byte(key), value)
	if err != nil {
		return nil, err
	}
	return record.Unpack(packed)
}

// recordWords is what a record of an account is, in words.
func recordWords(key string) string {
	_, rest, _ := strings.Cut(key, "/")
	kind, ent, _ := strings.Cut(rest, "/")
	return strings.TrimSpace(record.KindWord(kind) + " " + ent)
}

// Settle makes the entries ones that an account can be made of.
func (a *RescuedAccount) Settle() {
	var good []record.Entry
	for _, e := range a.Entries {
		_, rest, _ := strings.Cut(string(e.Key), "/")
		if rest != record.KindAccount && decodes(a.id, e) != nil {
			a.missing = append(a.missing, words.T("pages.cannot-understood", recordWords(string(e.Key))))
			continue
		}
		good = append(good, e)
	}
	a.Entries = good
	core := []byte(a.id + "/" + record.KindAccount)
	at := slices.IndexFunc(good, func(e record.Entry) bool { return bytes.Equal(e.Key, core) })
	if at >= 0 || len(good) == 0 {
		return
	}
	content, _ := json.Marshal(
		record.AccountRecord{Name: words.T("pages.rescued-account", a.id)},
	) // plain text: never fails
	a.Entries = slices.Insert(good, 0, record.Entry{Key: core, Value: seal.Plain(core, 0, content)})
}

// decodes reads one record of an account by itself.
func decodes(id string, e record.Entry) error {
	content, _ := json.Marshal(record.AccountRecord{Name: "-"})
	core := []byte(id + "/" + record.KindAccount)
	_, err := record.DecodeAccount([]record.Entry{{Key: core, Value: seal.Plain(core, 0, content)}, e}, nil)
	return err
}

// Name is what the account is called, for a list of what is missing.
func (a *RescuedAccount) Name() string {
	if len(a.Entries) == 0 {
		return string(record.AccountID(a.id))
	}
	if acc, err := record.DecodeAccount(a.Entries[:1], nil); err == nil && acc != nil && acc.Name != "" {
		return fmt.Sprintf("%q (%s)", acc.Name, acc.ID)
	}
	return string(record.AccountID(a.id))
}

// mayLack reports whether a damaged page may have held records of an account.
func (s *Salvage) mayLack(id string) bool {
	id = s.vault.Account(id)
	return s.mayLackIn(seal.BucketEntities, id+"/", id+"0") // 0 follows the slash
}

// mayLackIn reports whether a damaged page of a bucket may have held keys from one
// up to another.
func (s *Salvage) mayLackIn(bucket, from, to string) bool {
	return !s.Headers && s.unread || slices.ContainsFunc(s.lost, func(r keyRange) bool {
		return r.bucket == "" ||
			r.bucket == bucket && (r.low == nil || bytes.Compare(r.low, []byte(to)) < 0) &&
				(r.high == nil || bytes.Compare(r.high, []byte(from)) >= 0)
	})
}
