package journal

import (
	"maps"
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/record"
	"accord/store/seal"
)

// TooFarError says that a moment cannot be reached: a step in between was too
// large for the journal, or steps that old are no longer kept.
type TooFarError struct {
	Step  Step
	Gone  bool // the step is no longer in the journal
	First uint64
}

func (e *TooFarError) Error() string {
	if e.Gone {
		return words.T("journal.journal-begins-at-step-what", e.First)
	}
	return words.T("journal.too-large-journal-what-there", e.Step.Label, words.Moment(e.Step.At.Local()))
}

// past is the touched part of a portfolio on its way back.
type past struct {
	now      *model.Portfolio
	accounts map[model.AccountID]record.Contents
	settings record.Contents // nil while untouched
}

// NewPast begins at a portfolio of which nothing is touched yet.
func NewPast(now *model.Portfolio) *past {
	return &past{now: now, accounts: map[model.AccountID]record.Contents{}}
}

// Of gives the records a change is about, as they are at this point of the way.
func (p *past) Of(c Change) (record.Contents, error) {
	if c.Bucket == seal.BucketSettings {
		if p.settings != nil {
			return p.settings, nil
		}
		r, err := record.ContentsOf(func(d *record.Differ) { d.Programme(nil, p.now.Programme()) })
		p.settings = r
		return r, err
	}
	key, _, _ := strings.Cut(c.Key, "/")
	id := record.AccountID(key)
	if r, there := p.accounts[id]; there {
		return r, nil
	}
	r := record.Contents{}
	if a := p.now.Account(id); a != nil {
		var err error
		if r, err = record.ContentsOf(func(d *record.Differ) { d.Account(nil, a) }); err != nil {
			return nil, err
		}
	}
	p.accounts[id] = r
	return r, nil
}

// Reverse takes one step away.
func (p *past) Reverse(r Entry) error {
	for i := len(r.Changes) - 1; i >= 0; i-- {
		c := r.Changes[i]
		all, err := p.Of(c)
		if err != nil {
			return err
		}
		before, err := before(c, all[c.Key])
		if err != nil {
			return words.Wrap(err, "journal.record", c.Key)
		}
		if before == nil {
			delete(all, c.Key)
		} else {
			all[c.Key] = before
		}
	}
	return nil
}

// Patch puts what was touched together again: from now to then.
func (p *past) Patch() (*edit.Patch, error) {
	out := new(edit.Patch)
	for _, id := range slices.Sorted(maps.Keys(p.accounts)) { // what is told of it is told in the same order each time
		r, was := p.accounts[id], p.now.Account(id)
		var then *model.Account
		if !r.None() {
			var err error
			if then, err = r.Account(); err != nil {
				return nil, err
			}
		}
		if was != nil || then != nil {
			out.Before, out.After = append(out.Before, was), append(out.After, then)
		}
	}
	if p.settings != nil {
		g, err := p.settings.Programme()
		if err != nil {
			return nil, err
		}
		out.ProgrammeBefore, out.ProgrammeAfter = p.now.Programme(), g
	}
	return out, nil
}
