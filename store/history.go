package store

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// Step is one entry of the journal: what was done, when, and to which accounts.
type Step struct {
	Seq     uint64
	At      time.Time
	Kind    model.StepKind
	Label   string
	Place   model.Place
	Group   uint64
	Of      uint64
	Account []model.AccountID          // the accounts it touched
	Names   map[model.AccountID]string // what those were called whose name is in the step: added, renamed, deleted
	Records int                        // how many records it changed
	Fact    model.Edit                 // the first fact it changed, as it read then
	Facts   int                        // how many it changed
}

// History gives the newest steps first: all of them, or those that touched one
// account. limit 0 is no limit.
func (f *File) History(limit int, account model.AccountID) (out []Step, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		journal := tx.Bucket([]byte(bucketJournal))
		add := func(key, value []byte) error {
			s, err := readStep(f.vault, key, value)
			out = append(out, s)
			return err
		}
		if account != "" {
			for _, key := range stepsOf(tx, f.vault, account, limit) {
				value := journal.Get(key)
				if value == nil {
					continue
				}
				if err := add(key, value); err != nil {
					return err
				}
				if !slices.Contains(out[len(out)-1].Account, account) {
					return fmt.Errorf("the index of steps says that step %d is about account %s, and it is not", out[len(out)-1].Seq, account)
				}
			}
			return nil
		}
		c := journal.Cursor()
		for k, v := c.Last(); k != nil && (limit == 0 || len(out) < limit); k, v = c.Prev() {
			if err := add(k, v); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, &DamagedError{f.path, err.Error(), "The accounts themselves are not touched by this"}
	}
	return out, nil
}

// stepsOf lists the journal keys of one account's steps, newest first.
func stepsOf(tx *bolt.Tx, v *vault, account model.AccountID, limit int) [][]byte {
	prefix := byAccKey(v.account(accountKey(account)), nil)
	c := tx.Bucket([]byte(bucketByAcc)).Cursor()
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

func readStepRecord(v *vault, key, value []byte) (r stepRecord, err error) {
	_, content, _, err := v.take(envelopePlain, bucketJournal, key, value)
	if err == nil {
		err = json.Unmarshal(content, &r)
	}
	if err == nil && len(key) != 8 {
		err = errUnknown
	}
	if err != nil {
		err = fmt.Errorf("step %x of the journal: %w", key, err)
	}
	return r, err
}

// names are what accounts are called in a step that has their name.
func (r *stepRecord) names() map[model.AccountID]string {
	var out map[model.AccountID]string
	for _, c := range r.Changes {
		key, core := strings.CutSuffix(c.Key, "/"+kindAccount)
		if c.Bucket != "" || !core || strings.Contains(key, "/") {
			continue
		}
		var a struct{ Name string }
		for _, content := range []json.RawMessage{c.Before, c.After} {
			if content != nil && json.Unmarshal(content, &a) == nil && a.Name != "" {
				if out == nil {
					out = map[model.AccountID]string{}
				}
				out[accountID(key)] = a.Name
			}
		}
	}
	return out
}

func readStep(v *vault, key, value []byte) (Step, error) {
	r, err := readStepRecord(v, key, value)
	if err != nil {
		return Step{}, err
	}
	var fact model.Edit
	if r.Fact != nil {
		fact = model.Edit{Account: model.AccountID(r.Account), Subject: r.Fact.Subject, Field: r.Fact.Field, Before: r.Fact.Before, After: r.Fact.After}
	}
	return Step{Fact: fact, Facts: r.Facts, Seq: binary.BigEndian.Uint64(key), At: r.At, Kind: model.StepKind(r.Kind), Label: r.Label, Place: model.Place{Account: model.AccountID(r.Account), Field: r.Field},
		Group: r.Group, Of: r.Of, Records: len(r.Changes) + r.Big, Names: r.names(),
		Account: mapped(r.Touched, func(id string) model.AccountID { return model.AccountID(id) })}, nil
}
