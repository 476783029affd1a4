package journal

import (
	"encoding/binary"
	"encoding/json"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/record"
	"accord/store/seal"
)

// Step is one entry of the journal: what was done, when, and to which accounts.
type Step struct {
	Seq     uint64
	At      time.Time
	Kind    edit.StepKind
	Label   words.Msg
	Place   edit.Place
	Group   uint64
	Of      uint64
	Account []model.AccountID          // the accounts it touched
	Names   map[model.AccountID]string // what those were called whose name is in the step: added, renamed, deleted
	Records int                        // how many records it changed
	Fact    edit.Edit                  // the first fact it changed, as it read then
	Facts   int                        // how many it changed
}

// StepsOf lists the journal keys of one account's steps, newest first.
func StepsOf(tx *bolt.Tx, v *seal.Vault, account model.AccountID, limit int) [][]byte {
	prefix := seal.ByAccKey(v.Account(record.AccountKey(account)), nil)
	c := tx.Bucket([]byte(seal.BucketByAcc)).Cursor()
	var keys [][]byte
	for k, _ := c.Seek(prefix); len(k) == len(prefix)+8 && string(k[:len(prefix)]) == string(prefix); k, _ = c.Next() {
		keys = append(keys, k[len(prefix):])
	}
	slices.Reverse(keys)
	if limit > 0 && len(keys) > limit {
		keys = keys[:limit]
	}
	return keys
}

// ReadEntry reads a step as it lies in the journal.
func ReadEntry(v *seal.Vault, key, value []byte) (r Entry, err error) {
	_, content, _, err := v.Take(seal.EnvelopePlain, seal.BucketJournal, key, value)
	if err == nil {
		err = json.Unmarshal(content, &r)
	}
	if err == nil && len(key) != 8 {
		err = record.ErrUnknown
	}
	if err != nil {
		err = words.Wrap(err, "journal.step-journal", string(key))
	}
	return r, err
}

// Names are what accounts are called in a step that has their name.
func (r *Entry) Names() map[model.AccountID]string {
	var out map[model.AccountID]string
	for _, c := range r.Changes {
		key, core := strings.CutSuffix(c.Key, "/"+record.KindAccount)
		if c.Bucket != "" || !core || strings.Contains(key, "/") {
			continue
		}
		var a struct{ Name string }
		for _, content := range []json.RawMessage{c.Before, c.After} {
			if content != nil && json.Unmarshal(content, &a) == nil && a.Name != "" {
				if out == nil {
					out = map[model.AccountID]string{}
				}
				out[record.AccountID(key)] = a.Name
			}
		}
	}
	return out
}

// ReadStep reads a step for those who are told of it.
func ReadStep(v *seal.Vault, key, value []byte) (Step, error) {
	r, err := ReadEntry(v, key, value)
	if err != nil {
		return Step{}, err
	}
	var fact edit.Edit
	if r.Fact != nil {
		fact = edit.Edit{
			Account: model.AccountID(r.Account),
			Subject: r.Fact.Subject,
			Field:   r.Fact.Field,
			Before:  r.Fact.Before,
			After:   r.Fact.After,
		}
	}
	return Step{
		Fact:    fact,
		Facts:   r.Facts,
		Seq:     binary.BigEndian.Uint64(key),
		At:      r.At,
		Kind:    edit.StepKind(r.Kind),
		Label:   r.Said(),
		Place:   edit.Place{Account: model.AccountID(r.Account), Field: r.Field},
		Group:   r.Group,
		Of:      r.Of,
		Records: len(r.Changes) + r.Big,
		Names:   r.Names(),
		Account: record.Mapped(r.Touched, func(id string) model.AccountID { return model.AccountID(id) }),
	}, nil
}
