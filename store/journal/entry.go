package journal

import (
	"strings"
	"time"

	"accord/model/edit"
	"accord/model/words"
	"accord/store/record"
	"accord/store/seal"
)

// Entry is a step in the file.
type Entry struct {
	At      time.Time `json:"at"`
	Kind    uint8     `json:"kind,omitzero"`
	Label   string    `json:"label,omitzero"` // in English: what tells it from another, and what older programs show
	Message words.Msg `json:"msg,omitzero"`   // the same in any language; a step of an older program has none
	Account string    `json:"acc,omitzero"`
	Field   string    `json:"field,omitzero"`
	Group   uint64    `json:"group,omitzero"`
	Of      uint64    `json:"of,omitzero"`
	Touched []string  `json:"touched,omitzero"`
	Fact    *Fact     `json:"fact,omitzero"`  // the first fact it changed, in words
	Facts   int       `json:"facts,omitzero"` // how many it changed
	Changes []Change  `json:"ch,omitzero"`
	Big     int       `json:"big,omitzero"`     // so many changes were too large to keep here
	Pending bool      `json:"pending,omitzero"` // its parts are not all written yet
	Counted bool      `json:"counted,omitzero"` // it was written into a protected file with a head
}

// Said is what the step is called, in whatever language it is told in: its message, or
// the words of a program that kept no messages.
func (r *Entry) Said() words.Msg {
	if r.Message.IsZero() {
		return words.Plain(r.Label)
	}
	return r.Message
}

// Fact is one fact in words, as it read when it was changed.
type Fact struct {
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
func (r *Entry) tellFacts(p *edit.Patch) {
	if p.Programme == nil || len(p.After) > manyAccounts {
		return // an import says in its label what it did
	}
	edits := p.Edits(p.Programme)
	r.Facts = len(edits)
	if len(edits) > 0 {
		e := edits[0]
		r.Fact = &Fact{cutText(e.Subject), cutText(e.Field), cutText(e.Before), cutText(e.After)}
	}
}

func cutText(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if r := []rune(s); len(r) > factLimit {
		return string(r[:factLimit]) + "…"
	}
	return s
}

// journalLimit bounds what one step keeps of its records: a huge import is
// undone in the session that made it, or restored from the backup before it.
const journalLimit = 4 << 20

// The journal keeps so many steps; older ones are dropped some at a time.
const (
	KeepSteps = 200_000
	DropSteps = 500
)

// EntryOf is a patch as the journal keeps it.
func EntryOf(p *edit.Patch, at time.Time, puts []record.Put) Entry {
	r := Entry{
		At:      at.UTC(),
		Kind:    uint8(p.Kind),
		Label:   p.Label.String(),
		Account: string(p.Place.Account),
		Field:   p.Place.Field,
		Group:   p.Group,
		Of:      p.Of,
	}
	if p.Label.ID != "" {
		r.Message = p.Label
	}
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
		size += len(x.Was) + len(x.Is)
	}
	if size > journalLimit {
		r.Big = len(puts)
		return r
	}
	for _, x := range puts {
		c := Change{Key: x.Key, Before: x.Was, After: x.Is}
		if x.Bucket != seal.BucketEntities {
			c.Bucket = x.Bucket
		}
		r.Changes = append(r.Changes, c)
	}
	return r
}
