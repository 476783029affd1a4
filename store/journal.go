package store

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// Step is one entry of the journal: what was done, when, and which records it
// changed.
type Step struct {
	Seq     uint64
	At      time.Time
	Kind    model.StepKind
	Label   string
	Place   model.Place
	Group   uint64
	Of      uint64
	Account []model.AccountID // the accounts it touched
	Records int
}

// stepRecord is a step in the file. Records hold what was there before and
// after, as they are in the buckets.
type stepRecord struct {
	At      time.Time      `json:"at"`
	Kind    uint8          `json:"kind,omitzero"`
	Label   string         `json:"label,omitzero"`
	Account string         `json:"acc,omitzero"`
	Field   string         `json:"field,omitzero"`
	Group   uint64         `json:"group,omitzero"`
	Of      uint64         `json:"of,omitzero"`
	Touched []string       `json:"touched,omitzero"`
	Changes []recordChange `json:"ch,omitzero"`
	Big     int            `json:"big,omitzero"` // so many changes were too large to keep here
}

type recordChange struct {
	Bucket string          `json:"b,omitzero"` // "" is ent
	Key    string          `json:"k"`
	Before json.RawMessage `json:"was,omitzero"`
	After  json.RawMessage `json:"is,omitzero"`
}

// journalLimit bounds what one step keeps of its records: a huge import is
// undone in the session that made it and restored from the backup before it.
const journalLimit = 4 << 20

func seqKey(seq uint64) []byte { return binary.BigEndian.AppendUint64(nil, seq) }

// writeStep writes one step: its records, its journal entry and the index of
// accounts.
func writeStep(tx *bolt.Tx, q queued) error {
	p := q.patch
	puts, err := changes(p)
	if err != nil {
		return err
	}
	if err := write(tx, puts, p.Seq); err != nil {
		return err
	}
	content, touched, err := stepOut(q, puts)
	if err != nil {
		return err
	}
	journal := tx.Bucket([]byte(bucketJournal))
	journal.FillPercent = 0.95 // only ever added to at the end
	key := seqKey(p.Seq)
	if err := journal.Put(key, seal(key, p.Seq, content)); err != nil {
		return err
	}
	index := tx.Bucket([]byte(bucketByAcc))
	for _, id := range touched {
		if err := index.Put(append([]byte(id+"/"), key...), []byte{1}); err != nil {
			return err
		}
	}
	return nil
}

func stepOut(q queued, puts []put) (content []byte, touched []string, err error) {
	p := q.patch
	r := stepRecord{At: q.at.UTC(), Kind: uint8(p.Kind), Label: p.Label, Account: string(p.Place.Account), Field: p.Place.Field, Group: p.Group, Of: p.Of}
	for i := range p.After {
		a := p.After[i]
		if a == nil {
			a = p.Before[i]
		}
		r.Touched = append(r.Touched, string(a.ID))
	}
	size := 0
	for _, x := range puts {
		size += len(x.before) + len(x.after)
	}
	if size > journalLimit {
		r.Big = len(puts)
	} else {
		for _, x := range puts {
			c := recordChange{Key: x.key, Before: x.before, After: x.after}
			if x.bucket != bucketEntities {
				c.Bucket = x.bucket
			}
			r.Changes = append(r.Changes, c)
		}
	}
	content, err = json.Marshal(r)
	return content, r.Touched, err
}

// History gives the newest steps first: all of them, or those that touched one
// account. limit 0 is no limit.
func (f *File) History(limit int, account model.AccountID) ([]Step, error) {
	var out []Step
	err := f.db.View(func(tx *bolt.Tx) error {
		journal := tx.Bucket([]byte(bucketJournal))
		add := func(key, value []byte) error {
			s, err := readStep(key, value)
			if err == nil {
				out = append(out, s)
			}
			return err
		}
		if account == "" {
			c := journal.Cursor()
			for k, v := c.Last(); k != nil && (limit == 0 || len(out) < limit); k, v = c.Prev() {
				if err := add(k, v); err != nil {
					return err
				}
			}
			return nil
		}
		for _, key := range stepsOf(tx, account, limit) {
			if err := add(key, journal.Get(key)); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// stepsOf lists the journal keys of one account's steps, newest first.
func stepsOf(tx *bolt.Tx, account model.AccountID, limit int) [][]byte {
	prefix := []byte(string(account) + "/")
	c := tx.Bucket([]byte(bucketByAcc)).Cursor()
	var keys [][]byte
	for k, _ := c.Seek(prefix); len(k) == len(prefix)+8 && string(k[:len(prefix)]) == string(prefix); k, _ = c.Next() {
		keys = append(keys, k[len(prefix):])
	}
	for i, j := 0, len(keys)-1; i < j; i, j = i+1, j-1 {
		keys[i], keys[j] = keys[j], keys[i]
	}
	if limit > 0 && len(keys) > limit {
		keys = keys[:limit]
	}
	return keys
}

func readStep(key, value []byte) (Step, error) {
	content, _, err := unseal(key, value)
	if err != nil {
		return Step{}, fmt.Errorf("journal step %x: %w", key, err)
	}
	var r stepRecord
	if err := json.Unmarshal(content, &r); err != nil {
		return Step{}, fmt.Errorf("journal step %x: %w", key, err)
	}
	s := Step{Seq: binary.BigEndian.Uint64(key), At: r.At, Kind: model.StepKind(r.Kind), Label: r.Label, Place: model.Place{Account: model.AccountID(r.Account), Field: r.Field},
		Group: r.Group, Of: r.Of, Records: len(r.Changes) + r.Big}
	for _, id := range r.Touched {
		s.Account = append(s.Account, model.AccountID(id))
	}
	return s, nil
}

// rescue writes unsaved steps as JSON lines beside the file, or in the folder for
// temporary files when even that fails; it gives the path, "" for none.
func (f *File) rescue(steps []queued) string {
	name := ".rescued-" + f.options.now().Format("20060102-150405") + ".jsonl"
	for _, path := range []string{f.path + name, os.TempDir() + string(os.PathSeparator) + "accord" + name} {
		if writeRescue(path, steps) == nil {
			return path
		}
	}
	return ""
}

func writeRescue(path string, steps []queued) error {
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer out.Close()
	for _, q := range steps {
		puts, err := changes(q.patch)
		if err != nil {
			return err
		}
		line, _, err := stepOut(q, puts)
		if err != nil {
			return err
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return out.Sync()
}
