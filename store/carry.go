package store

import (
	"encoding/binary"
	"encoding/json"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/words"
	"accord/store/journal"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

// Carried is the past of a file on its way into another one: the snapshots and the
// steps of the journal as they are, so that history and undo go on there.
type Carried struct {
	Format    int    // of the records inside the steps
	Snapshots []Kept // the oldest first
	Steps     []json.RawMessage
}

// Kept is a snapshot with its content.
type Kept struct {
	Name      string
	At        time.Time
	Day       model.Date
	Seq       uint64
	Portfolio *model.Portfolio
}

// CarryOf gives the content of a file that somebody else may have open, and its
// past, both of one moment.
func CarryOf(path string, o Options) (p *model.Portfolio, c *Carried, err error) {
	err = withCopy(path, o.Keys, func(f *File, _ time.Time) (err error) {
		if err := f.readable(); err != nil {
			return err
		}
		state, err := f.Hidden()
		if err != nil {
			return err
		}
		if state != "" && o.OnHidden != nil {
			o.OnHidden(state)
		}
		if p, _, err = f.load(); err != nil {
			return err
		}
		c, err = f.carried()
		return err
	})
	return p, c, err
}

func (f *File) carried() (*Carried, error) {
	c := &Carried{Format: seal.Schema, Steps: []json.RawMessage{}}
	kept, err := f.Snapshots()
	if err != nil {
		return nil, err
	}
	slices.Reverse(kept)
	seen := map[string]*model.Account{}
	err = f.view(func(tx *bolt.Tx) error {
		for _, s := range kept {
			r, err := record.ReadSnapshot(
				f.vault,
				seal.SeqKey(s.ID),
				tx.Bucket([]byte(seal.BucketSnapshots)).Get(seal.SeqKey(s.ID)),
			)
			if err != nil {
				return err
			}
			p, err := r.Sharing(tx.Bucket([]byte(seal.BucketContents)), f.vault, seen)
			if err != nil {
				return err
			}
			c.Snapshots = append(c.Snapshots, Kept{s.Name, s.At, s.Day, s.Seq, p})
		}
		return tx.Bucket([]byte(seal.BucketJournal)).ForEach(func(k, v []byte) error {
			r, err := journal.ReadEntry(f.vault, k, v)
			if err != nil {
				return err
			}
			text, err := json.Marshal(journal.Carry(binary.BigEndian.Uint64(k), &r))
			c.Steps = append(c.Steps, text)
			return err
		})
	})
	return c, err
}

// CreateWith is Create with a past: what Carried holds is there from the beginning,
// and the next step has the number after its last.
func CreateWith(path string, p *model.Portfolio, c *Carried, o Options) (*File, error) {
	if c.Format != seal.Schema {
		return nil, place.Refused(path, words.Fail("store.history-format-this-program-keeps", c.Format, seal.Schema))
	}
	steps, err := journal.Uncarry(c.Steps)
	if err != nil {
		return nil, place.Refused(path, err)
	}
	return createWith(path, p, o, nil, func(tx *bolt.Tx) error {
		for i := range steps {
			if err := journal.WriteEntry(tx, nil, steps[i].Seq, steps[i].Entry); err != nil {
				return err
			}
		}
		for _, k := range c.Snapshots {
			r := record.Snapshot{Name: k.Name, At: k.At.UTC(), Day: record.Date(k.Day), Seq: k.Seq}
			contents, err := r.Holds(k.Portfolio)
			if err != nil {
				return err
			}
			if _, err := record.KeepSnapshot(tx, nil, r, contents); err != nil {
				return err
			}
		}
		return nil
	})
}
