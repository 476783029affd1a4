package doors

import (
	"accord/model"
	"accord/model/session"
	"accord/model/words"
	"accord/store"
	"accord/ui/kit"
)

// memory is what the file remembers, asked of the one that is open then: a first
// run has none yet.
func (b *bench) memory() kit.Memory {
	with := func(use func(*store.File) error) error {
		if f := b.file.Load(); f != nil {
			return use(f)
		}
		return errNoFile
	}
	return kit.Memory{
		Moments: func(limit int, account model.AccountID) (out []session.Moment, err error) {
			err = with(func(f *store.File) error {
				steps, err := f.History(limit, account)
				for _, s := range steps {
					out = append(out, session.Moment{Seq: s.Seq, At: s.At, Day: model.DateOf(s.At.Local()), Kind: s.Kind, Label: s.Label.Here(), Place: s.Place, Group: s.Group, Fact: s.Fact, Facts: s.Facts, Accounts: len(s.Account)})
				}
				return err
			})
			return out, err
		},
		Snapshots: func() (out []session.Moment, err error) {
			err = with(func(f *store.File) error {
				kept, err := f.Snapshots()
				for _, s := range kept {
					out = append(out, snapshotMoment(s))
				}
				return err
			})
			return out, err
		},
		Alone: func(id uint64, account model.AccountID) (p *model.Portfolio, err error) {
			err = with(func(f *store.File) (err error) { p, err = f.Alone(id, account); return err })
			return p, err
		},
		At: func(now *model.Portfolio, of uint64, m session.Moment) (p *model.Portfolio, err error) {
			err = with(func(f *store.File) (err error) {
				if m.Snapshot != 0 {
					p, err = f.Snapshot(m.Snapshot)
				} else {
					p, err = f.At(now, of, m.Seq)
				}
				return err
			})
			return p, err
		},
		Keep: func(p *model.Portfolio, name string, day model.Date, seq uint64) error {
			return with(func(f *store.File) error { _, err := f.Keep(p, name, day, seq); return err })
		},
		Forget: func(id uint64) error { return with(func(f *store.File) error { return f.Forget(id) }) },
	}
}

var errNoFile = words.Fail("doors.this-private-copy-or-nothing")
