package store

import (
	"encoding/binary"
	"encoding/json"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// stepRecord is a step in the file.
type stepRecord struct {
	At      time.Time      `json:"at"`
	Kind    uint8          `json:"kind,omitzero"`
	Label   string         `json:"label,omitzero"`
	Account string         `json:"acc,omitzero"`
	Field   string         `json:"field,omitzero"`
	Group   uint64         `json:"group,omitzero"`
	Of      uint64         `json:"of,omitzero"`
	Touched []string       `json:"touched,omitzero"`
	Fact    *factRecord    `json:"fact,omitzero"`  // the first fact it changed, in words
	Facts   int            `json:"facts,omitzero"` // how many it changed
	Changes []recordChange `json:"ch,omitzero"`
	Big     int            `json:"big,omitzero"`     // so many changes were too large to keep here
	Pending bool           `json:"pending,omitzero"` // its parts are not all written yet
	Counted bool           `json:"counted,omitzero"` // it was written into a protected file with a head
}

// factRecord is one fact in words, as it read when it was changed.
type factRecord struct {
	Subject string `json:"s,omitzero"`
	Field   string `json:"f,omitzero"`
	Before  string `json:"was,omitzero"`
	After   string `json:"is,omitzero"`
}

// factLimit bounds how much of a fact's words a step keeps.
const factLimit = 120

// manyAccounts is how many accounts a step may touch for its facts to be told.
const manyAccounts = 20

// tellFacts puts the patch into words, so that a history can be read without
// walking back to each of its moments.
func (r *stepRecord) tellFacts(p *model.Patch) {
	if p.Programme == nil || len(p.After) > manyAccounts {
		return // an import says in its label what it did
	}
	edits := p.Edits(p.Programme)
	r.Facts = len(edits)
	if len(edits) > 0 {
		e := edits[0]
		r.Fact = &factRecord{cutText(e.Subject), cutText(e.Field), cutText(e.Before), cutText(e.After)}
	}
}

func cutText(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if r := []rune(s); len(r) > factLimit {
		return string(r[:factLimit]) + "…"
	}
	return s
}

// recordChange is what differs in one record; a side that is missing means that
// there was, or is, no such record.
type recordChange struct {
	Bucket string          `json:"b,omitzero"` // "" is ent
	Key    string          `json:"k"`
	Before json.RawMessage `json:"was,omitzero"`
	After  json.RawMessage `json:"is,omitzero"`
}

// journalLimit bounds what one step keeps of its records: a huge import is
// undone in the session that made it, or restored from the backup before it.
const journalLimit = 4 << 20

// The journal keeps so many steps; older ones are dropped some at a time.
const (
	keepSteps = 200_000
	dropSteps = 500
)

func seqKey(seq uint64) []byte { return binary.BigEndian.AppendUint64(nil, seq) }

// byAccKey is an account's id and a step's number in the index of steps.
func byAccKey(account string, step []byte) []byte { return append([]byte(account+"/"), step...) }

// writeStep writes one step: its records, its journal entry and the index of
// accounts.
func writeStep(tx *bolt.Tx, v *vault, q queued) error {
	puts, err := changes(q.patch)
	if err != nil {
		return err
	}
	if err := write(tx, v, puts, q.patch.Seq); err != nil {
		return err
	}
	return writeJournal(tx, v, q.patch.Seq, stepOut(q, puts))
}

func writeJournal(tx *bolt.Tx, v *vault, seq uint64, r stepRecord) error {
	r.Counted = v != nil && v.tally.counts
	content, err := json.Marshal(r)
	if err != nil {
		return err
	}
	journal := tx.Bucket([]byte(bucketJournal))
	journal.FillPercent = 0.95 // only ever added to at the end
	key, value := v.put(envelopePlain, bucketJournal, string(seqKey(seq)), seq, content)
	if err := v.place(journal, key, value); err != nil {
		return err
	}
	return indexStep(tx, v, key, r.Touched)
}

// indexStep enters a step among those of the accounts it touched.
func indexStep(tx *bolt.Tx, v *vault, step []byte, touched []string) error {
	index := tx.Bucket([]byte(bucketByAcc))
	keys := make([]string, len(touched))
	for i, id := range touched {
		keys[i] = v.account(accountKey(model.AccountID(id)))
	}
	slices.Sort(keys) // in order, as in write
	for _, key := range keys {
		if err := index.Put(byAccKey(key, step), []byte{1}); err != nil {
			return err
		}
	}
	return nil
}

func stepOut(q queued, puts []put) stepRecord {
	p := q.patch
	r := stepRecord{At: q.at.UTC(), Kind: uint8(p.Kind), Label: p.Label, Account: string(p.Place.Account), Field: p.Place.Field, Group: p.Group, Of: p.Of}
	r.tellFacts(p)
	for i := range p.After {
		a := p.After[i]
		if a == nil {
			a = p.Before[i]
		}
		r.Touched = append(r.Touched, string(a.ID))
	}
	size := 0
	for _, x := range puts {
		size += len(x.was) + len(x.is)
	}
	if size > journalLimit {
		r.Big = len(puts)
		return r
	}
	for _, x := range puts {
		c := recordChange{Key: x.key, Before: x.was, After: x.is}
		if x.bucket != bucketEntities {
			c.Bucket = x.bucket
		}
		r.Changes = append(r.Changes, c)
	}
	return r
}

// trim drops the oldest steps when there are more than keep.
func trim(tx *bolt.Tx, vt *vault, keep uint64) error {
	journal := tx.Bucket([]byte(bucketJournal))
	c := journal.Cursor()
	first, _ := c.First()
	last, _ := c.Last()
	if len(first) != 8 || len(last) != 8 || binary.BigEndian.Uint64(last)-binary.BigEndian.Uint64(first) < keep+dropSteps {
		return nil
	}
	var old [][]byte
	for k, v := c.First(); k != nil && len(old) < dropSteps; k, v = c.Next() {
		old = append(old, append([]byte(nil), k...))
		r, err := readStepRecord(vt, k, v)
		if err != nil {
			continue // its lines in the index lead nowhere then, which History knows
		}
		if err := forgetStep(tx, vt, k, r); err != nil {
			return err
		}
	}
	for _, k := range old {
		if err := vt.remove(journal, k); err != nil {
			return err
		}
	}
	return nil
}

// seqOf is the number of a step by its key, 0 for no such key.
func seqOf(key []byte) uint64 {
	if len(key) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(key)
}
