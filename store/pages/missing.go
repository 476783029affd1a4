package pages

import (
	"bytes"
	"time"

	"accord/model/words"
	"accord/store/record"
	"accord/store/seal"
)

// mayLackWhole says in a sentence that accounts may be missing that nothing in the
// file tells of: nobody can name them without a copy. It is "" when none can be.
func (s *Salvage) mayLackWhole(known []*RescuedAccount) string {
	if !s.Headers {
		if !s.unread {
			return ""
		}
		return words.T("pages.whole-accounts-may-missing-both")
	}
	ids := map[string]bool{}
	for _, a := range known {
		ids[s.vault.Account(a.id)] = true
	}
	places := 0
	for _, r := range s.lost {
		if r.bucket == "" || r.bucket == seal.BucketEntities && !within(ids, r) {
			places++
		}
	}
	switch places {
	case 0:
		return ""
	case 1:
		return words.T("pages.whole-accounts-may-missing-one")
	}
	return words.T("pages.whole-accounts-may-missing-damaged", places)
}

// within reports whether a range of keys can hold no account but one of those.
func within(ids map[string]bool, r keyRange) bool {
	if r.low == nil || r.high == nil {
		return false
	}
	from, _, _ := bytes.Cut(r.low, []byte("/"))
	to, _, _ := bytes.Cut(r.high, []byte("/"))
	return ids[string(from)] && bytes.Equal(from, to)
}

// MissingOf names what a copy of the file has and the repaired one has not. Which
// accounts there were is known only there when a page was lost with all that the
// file knew of them.
func (s *Salvage) MissingOf(accounts []*RescuedAccount, c *Witness) {
	said := s.mayLackWhole(accounts)
	if c == nil {
		if said != "" {
			s.Said = append(s.Said, words.T("pages.there-no-sound-copy-folder", said))
		}
		return
	}
	s.like = c.File
	when := words.Moment(c.At.Local())
	have := map[string]bool{}
	for _, a := range accounts {
		have[a.id] = len(a.Entries) > 0
	}
	for _, a := range c.Accounts {
		if at := s.changed[seal.BucketEntities+" "+a.ID+"/"+record.KindAccount]; have[a.ID] || at.Gone && at.Seq > c.Steps {
			continue
		}
		s.Said = append(s.Said, words.T("pages.account-not-repaired-file-copy", a.Name, record.AccountID(a.ID), c.Path, when))
	}
	if said != "" {
		s.Said = append(s.Said, words.T("pages.those-there-copy-what-not", said, when, c.Path))
	}
}

// FileID is the number of the file, "" when it cannot be read.
func (s *Salvage) FileID() string { return string(s.Records[seal.BucketMeta]["file"].value) }

// Witness is a sound copy of a damaged file, as far as it tells what was in that.
type Witness struct {
	Path     string
	File     string // its number
	At       time.Time
	Steps    uint64 // the number of its last step
	Accounts []NamedAccount
}

// NamedAccount is one account of a copy.
type NamedAccount struct{ ID, Name string }
