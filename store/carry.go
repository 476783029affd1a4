package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
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

// carriedStep is a step outside a file: a stepRecord with its number, and its
// members by names that can be read.
type carriedStep struct {
	Seq      uint64          `json:"seq"`
	At       time.Time       `json:"at"`
	Kind     string          `json:"kind"`
	Label    string          `json:"label,omitzero"`
	Account  string          `json:"account,omitzero"`
	Field    string          `json:"field,omitzero"`
	Group    uint64          `json:"group,omitzero"`
	Of       uint64          `json:"of,omitzero"`
	Accounts []string        `json:"accounts,omitzero"`
	Fact     *carriedFact    `json:"fact,omitzero"`
	Facts    int             `json:"facts,omitzero"`
	Changes  []carriedChange `json:"changes,omitzero"`
	TooLarge int             `json:"too_large,omitzero"`
}

type carriedFact struct {
	Subject string `json:"subject,omitzero"`
	Field   string `json:"field,omitzero"`
	Before  string `json:"before,omitzero"`
	After   string `json:"after,omitzero"`
}

type carriedChange struct {
	Bucket string          `json:"bucket,omitzero"`
	Key    string          `json:"key"`
	Before json.RawMessage `json:"before,omitzero"`
	After  json.RawMessage `json:"after,omitzero"`
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
	c := &Carried{Format: schema, Steps: []json.RawMessage{}}
	kept, err := f.Snapshots()
	if err != nil {
		return nil, err
	}
	slices.Reverse(kept)
	seen := map[string]*model.Account{}
	err = f.view(func(tx *bolt.Tx) error {
		for _, s := range kept {
			r, err := readSnapshot(f.vault, seqKey(s.ID), tx.Bucket([]byte(bucketSnapshots)).Get(seqKey(s.ID)))
			if err != nil {
				return err
			}
			p, err := r.sharing(tx.Bucket([]byte(bucketContents)), f.vault, seen)
			if err != nil {
				return err
			}
			c.Snapshots = append(c.Snapshots, Kept{s.Name, s.At, s.Day, s.Seq, p})
		}
		return tx.Bucket([]byte(bucketJournal)).ForEach(func(k, v []byte) error {
			r, err := readStepRecord(f.vault, k, v)
			if err != nil {
				return err
			}
			text, err := json.Marshal(carry(binary.BigEndian.Uint64(k), &r))
			c.Steps = append(c.Steps, text)
			return err
		})
	})
	return c, err
}

// sharing is content, with accounts that were put together before taken from
// there: most of a portfolio is the same in two snapshots.
func (r *snapshotRecord) sharing(blobs *bolt.Bucket, v *vault, seen map[string]*model.Account) (*model.Portfolio, error) {
	fresh := *r
	fresh.Accounts = map[string]string{}
	var accounts []*model.Account
	for id, key := range r.Accounts {
		if a := seen[id+" "+key]; a != nil {
			accounts = append(accounts, a)
		} else {
			fresh.Accounts[id] = key
		}
	}
	p, err := fresh.content(blobs, v)
	if err != nil {
		return nil, err
	}
	for _, a := range p.Accounts() {
		seen[string(a.ID)+" "+fresh.Accounts[string(a.ID)]] = a
	}
	return model.NewPortfolio(p.Programme(), append(accounts, p.Accounts()...))
}

func carry(seq uint64, r *stepRecord) carriedStep {
	s := carriedStep{Seq: seq, At: r.At, Kind: model.StepKind(r.Kind).String(), Label: r.Label, Account: r.Account, Field: r.Field, Group: r.Group, Of: r.Of,
		Accounts: r.Touched, Facts: r.Facts, TooLarge: r.Big}
	if r.Fact != nil {
		s.Fact = &carriedFact{r.Fact.Subject, r.Fact.Field, r.Fact.Before, r.Fact.After}
	}
	for _, c := range r.Changes {
		s.Changes = append(s.Changes, carriedChange(c))
	}
	return s
}

// record is a carried step as the journal keeps it.
func (s *carriedStep) record() (r stepRecord, err error) {
	kind := slices.IndexFunc([]model.StepKind{model.StepEdit, model.StepUndo, model.StepRedo, model.StepImport}, func(k model.StepKind) bool { return k.String() == s.Kind })
	if kind < 0 {
		return r, fmt.Errorf("step %d is of a kind that is none: %q", s.Seq, s.Kind)
	}
	r = stepRecord{At: s.At, Kind: uint8(kind), Label: s.Label, Account: s.Account, Field: s.Field, Group: s.Group, Of: s.Of, Touched: s.Accounts, Facts: s.Facts, Big: s.TooLarge}
	if s.Fact != nil {
		r.Fact = &factRecord{s.Fact.Subject, s.Fact.Field, s.Fact.Before, s.Fact.After}
	}
	for _, c := range s.Changes {
		if c.Bucket != "" && c.Bucket != bucketSettings || c.Key == "" {
			return r, fmt.Errorf("step %d changes what is no record: %q %q", s.Seq, c.Bucket, c.Key)
		}
		r.Changes = append(r.Changes, recordChange(c))
	}
	return r, nil
}

// CreateWith is Create with a past: what Carried holds is there from the beginning,
// and the next step has the number after its last.
func CreateWith(path string, p *model.Portfolio, c *Carried, o Options) (*File, error) {
	if c.Format != schema {
		return nil, &AccessError{path, fmt.Errorf("the history is in format %d, this program keeps %d: import without it, or use the program that wrote it", c.Format, schema)}
	}
	steps, err := c.records()
	if err != nil {
		return nil, &AccessError{path, err}
	}
	return createWith(path, p, o, nil, func(tx *bolt.Tx) error {
		for i := range steps {
			if err := writeJournal(tx, nil, steps[i].seq, steps[i].stepRecord); err != nil {
				return err
			}
		}
		for _, k := range c.Snapshots {
			r := snapshotRecord{Name: k.Name, At: k.At.UTC(), Day: date(k.Day), Seq: k.Seq}
			contents, err := r.holds(k.Portfolio)
			if err != nil {
				return err
			}
			if _, err := keepSnapshot(tx, nil, r, contents); err != nil {
				return err
			}
		}
		return nil
	})
}

type numberedStep struct {
	seq uint64
	stepRecord
}

var errSteps = errors.New("the steps of the history do not follow each other; the document was changed by hand or damaged")

// records are the steps as the journal has them. Walking back counts on every
// number being there.
func (c *Carried) records() ([]numberedStep, error) {
	out := make([]numberedStep, 0, len(c.Steps))
	for i, text := range c.Steps {
		var s carriedStep
		if err := json.Unmarshal(text, &s); err != nil {
			return nil, fmt.Errorf("step %d of the history cannot be read: %w", i+1, err)
		}
		r, err := s.record()
		if err != nil {
			return nil, err
		}
		if s.Seq == 0 || i > 0 && s.Seq != out[i-1].seq+1 {
			return nil, errSteps
		}
		out = append(out, numberedStep{s.Seq, r})
	}
	return out, nil
}
