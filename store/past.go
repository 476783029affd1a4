package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// The past is found by walking back: from what is there now, the changes of each
// step are taken away, the newest first, until the moment asked for.

// TooFarError says that a moment cannot be reached: a step in between was too
// large for the journal, or steps that old are no longer kept.
type TooFarError struct {
	Step  Step
	Gone  bool // the step is no longer in the journal
	First uint64
}

func (e *TooFarError) Error() string {
	if e.Gone {
		return fmt.Sprintf("the journal begins at step %d; what was there before is in the backups and snapshots", e.First)
	}
	return fmt.Sprintf("%q of %s was too large for the journal; what was there before is in the backup made before it", e.Step.Label, e.Step.At.Local().Format("2 Jan 2006 15:04"))
}

// errPending says that the journal is behind what the caller has.
var errPending = errors.New("the last edits are still being saved; try again in a moment")

// At is the portfolio as it was after step seq, given the one after step of.
// Accounts that no step in between touched are the same.
func (f *File) At(now *model.Portfolio, of, seq uint64) (*model.Portfolio, error) {
	b, err := f.Back(now, of, seq)
	if err != nil {
		return nil, err
	}
	return b.Apply(now), nil
}

// Back is the patch that leads from the portfolio after step of back to the one
// after step seq.
func (f *File) Back(now *model.Portfolio, of, seq uint64) (b *model.Patch, err error) {
	b = new(model.Patch)
	if seq >= of {
		return b, nil
	}
	err = f.view(func(tx *bolt.Tx) error {
		last, err := lastStep(tx)
		switch {
		case err != nil:
			return err
		case last < of:
			return errPending
		}
		p := past{now: now, accounts: map[model.AccountID]records{}}
		c := tx.Bucket([]byte(bucketJournal)).Cursor()
		at := of
		for k, v := c.Seek(seqKey(of)); k != nil && at > seq; k, v = c.Prev() {
			r, err := readStepRecord(f.vault, k, v)
			if err != nil {
				return err
			}
			if r.Big > 0 {
				s, _ := readStep(f.vault, k, v)
				return &TooFarError{Step: s}
			}
			if err := p.reverse(r); err != nil {
				return err
			}
			at--
		}
		if at > seq {
			return &TooFarError{Gone: true, First: at + 1}
		}
		b, err = p.patch()
		return err
	})
	return b, err
}

// records are bare contents by their keys inside an account, or by their names
// among the settings.
type records map[string]json.RawMessage

// none reports whether there is no account: no record, or one that stayed behind.
func (r records) none() bool {
	for k := range r {
		if len(r) > 1 || !leftOver([]entry{{key: []byte(k)}}) {
			return false
		}
	}
	return true
}

// account puts an account together from its records.
func (r records) account() (*model.Account, error) {
	var entries []entry
	for k, v := range r {
		entries = append(entries, entry{key: []byte(k), value: v, bare: true})
	}
	if len(entries) == 0 {
		return nil, errUnknown
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(string(a.key), string(b.key)) })
	return decodeAccount(entries, nil)
}

func (r records) programme() (*model.Programme, error) {
	var s settings
	for k, v := range r {
		if err := s.add(k, v); err != nil {
			return nil, err
		}
	}
	return s.programme(), nil
}

// past is the touched part of a portfolio on its way back.
type past struct {
	now      *model.Portfolio
	accounts map[model.AccountID]records
	settings records // nil while untouched
}

// recordsOf are the puts of a new account or programme as records.
func recordsOf(build func(*differ)) (records, error) {
	d := differ{}
	build(&d)
	out := records{}
	for _, x := range d.puts {
		out[x.key] = x.value
	}
	return out, d.err
}

// of gives the records a change is about, as they are at this point of the way.
func (p *past) of(c recordChange) (records, error) {
	if c.Bucket == bucketSettings {
		if p.settings != nil {
			return p.settings, nil
		}
		r, err := recordsOf(func(d *differ) { d.programme(nil, p.now.Programme()) })
		p.settings = r
		return r, err
	}
	key, _, _ := strings.Cut(c.Key, "/")
	id := accountID(key)
	if r, there := p.accounts[id]; there {
		return r, nil
	}
	r := records{}
	if a := p.now.Account(id); a != nil {
		var err error
		if r, err = recordsOf(func(d *differ) { d.account(nil, a) }); err != nil {
			return nil, err
		}
	}
	p.accounts[id] = r
	return r, nil
}

// reverse takes one step away.
func (p *past) reverse(r stepRecord) error {
	for i := len(r.Changes) - 1; i >= 0; i-- {
		c := r.Changes[i]
		all, err := p.of(c)
		if err != nil {
			return err
		}
		before, err := before(c, all[c.Key])
		if err != nil {
			return fmt.Errorf("record %s: %w", c.Key, err)
		}
		if before == nil {
			delete(all, c.Key)
		} else {
			all[c.Key] = before
		}
	}
	return nil
}

// patch puts what was touched together again: from now to then.
func (p *past) patch() (*model.Patch, error) {
	out := new(model.Patch)
	for _, id := range slices.Sorted(maps.Keys(p.accounts)) { // what is told of it is told in the same order each time
		r, was := p.accounts[id], p.now.Account(id)
		var then *model.Account
		if !r.none() {
			var err error
			if then, err = r.account(); err != nil {
				return nil, err
			}
		}
		if was != nil || then != nil {
			out.Before, out.After = append(out.Before, was), append(out.After, then)
		}
	}
	if p.settings != nil {
		g, err := p.settings.programme()
		if err != nil {
			return nil, err
		}
		out.ProgrammeBefore, out.ProgrammeAfter = p.now.Programme(), g
	}
	return out, nil
}
