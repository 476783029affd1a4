package journal

import (
	"encoding/json"
	"slices"
	"time"

	"accord/model/edit"
	"accord/model/words"
	"accord/store/seal"
)

// carriedStep is a step outside a file: a stepRecord with its number, and its
// members by names that can be read.
type carriedStep struct {
	Seq      uint64          `json:"seq"`
	At       time.Time       `json:"at"`
	Kind     string          `json:"kind"`
	Label    string          `json:"label,omitzero"`
	Message  words.Msg       `json:"msg,omitzero"`
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

// Carry is a step as it goes into a document.
func Carry(seq uint64, r *Entry) carriedStep {
	s := carriedStep{
		Seq:      seq,
		At:       r.At,
		Kind:     edit.StepKind(r.Kind).String(),
		Label:    r.Label,
		Message:  r.Message,
		Account:  r.Account,
		Field:    r.Field,
		Group:    r.Group,
		Of:       r.Of,
		Accounts: r.Touched,
		Facts:    r.Facts,
		TooLarge: r.Big,
	}
	if r.Fact != nil {
		s.Fact = &carriedFact{r.Fact.Subject, r.Fact.Field, r.Fact.Before, r.Fact.After}
	}
	for _, c := range r.Changes {
		s.Changes = append(s.Changes, carriedChange(c))
	}
	return s
}

// record is a carried step as the journal keeps it.
func (s *carriedStep) record() (r Entry, err error) {
	kind := slices.IndexFunc(
		[]edit.StepKind{edit.StepEdit, edit.StepUndo, edit.StepRedo, edit.StepImport},
		func(k edit.StepKind) bool { return k.String() == s.Kind },
	)
	if kind < 0 {
		return r, words.Fail("journal.step-kind-none", s.Seq, s.Kind)
	}
	r = Entry{
		At:      s.At,
		Kind:    uint8(kind),
		Label:   s.Label,
		Message: s.Message,
		Account: s.Account,
		Field:   s.Field,
		Group:   s.Group,
		Of:      s.Of,
		Touched: s.Accounts,
		Facts:   s.Facts,
		Big:     s.TooLarge,
	}
	if s.Fact != nil {
		r.Fact = &Fact{Subject: s.Fact.Subject, Field: s.Fact.Field, Before: s.Fact.Before, After: s.Fact.After}
	}
	for _, c := range s.Changes {
		if c.Bucket != "" && c.Bucket != seal.BucketSettings || c.Key == "" {
			return r, words.Fail("journal.step-changes-what-no-record", s.Seq, c.Bucket, c.Key)
		}
		r.Changes = append(r.Changes, Change(c))
	}
	return r, nil
}

// Numbered is a step with its number.
type Numbered struct {
	Seq uint64
	Entry
}

var errSteps = words.Fail("journal.steps-history-do-not-follow")

// Uncarry gives carried steps as the journal has them. Walking back counts on every
// number being there.
func Uncarry(texts []json.RawMessage) ([]Numbered, error) {
	out := make([]Numbered, 0, len(texts))
	for i, text := range texts {
		var s carriedStep
		if err := json.Unmarshal(text, &s); err != nil {
			return nil, words.Wrap(err, "journal.step-history-cannot-read", i+1)
		}
		r, err := s.record()
		if err != nil {
			return nil, err
		}
		if s.Seq == 0 || i > 0 && s.Seq != out[i-1].Seq+1 {
			return nil, errSteps
		}
		out = append(out, Numbered{s.Seq, r})
	}
	return out, nil
}
