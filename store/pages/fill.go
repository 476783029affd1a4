package pages

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"maps"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model/edit"
	"accord/model/words"
	"accord/store/journal"
	"accord/store/record"
	"accord/store/seal"
)

// Tell says, account by account, what is missing, and counts those of which nothing is.
func (s *Salvage) Tell(accounts []*RescuedAccount) (whole int) {
	for _, a := range accounts {
		if len(a.missing)+len(a.older)+len(a.notes) == 0 {
			whole++
			continue
		}
		var said []string
		switch {
		case len(a.Entries) == 0:
			said = append(said, words.T("pages.nothing-could-read"))
		case len(a.missing) > 0:
			said = append(said, words.T("pages.missing", some(a.missing)))
		}
		if len(a.older) > 0 {
			said = append(said, words.T("pages.older-than-last-edit", some(a.older)))
		}
		s.Said = append(s.Said, words.T("pages.account", a.Name(), strings.Join(append(said, a.notes...), "; ")))
	}
	return whole
}

// some are the first words of a long list.
func some(wording []string) string {
	const most = 12
	if len(wording) > most {
		return words.T("pages.and-more", strings.Join(wording[:most], ", "), len(wording)-most)
	}
	return strings.Join(wording, ", ")
}

// Fill puts what was salvaged into a new file, which says of itself what is in meta
// where the old one did not, and notes the repair as a step of that moment.
func (s *Salvage) Fill(tx *bolt.Tx, accounts []*RescuedAccount, meta map[string]string, at time.Time) error {
	for _, a := range accounts {
		for _, e := range a.Entries {
			if err := s.Put(tx, seal.BucketEntities, string(e.Key), e.Value); err != nil {
				return err
			}
		}
	}
	return errors.Join(
		s.writeMeta(tx, meta),
		s.writeSettings(tx),
		s.writeSnapshots(tx),
		s.writeSteps(tx, accounts, at),
		s.vault.SettleWhole(tx),
	)
}

// writeMeta keeps what the file said of itself, where that can be read; all is what a
// new one says.
func (s *Salvage) writeMeta(tx *bolt.Tx, all map[string]string) error {
	for key, f := range s.Records[seal.BucketMeta] {
		if _, ours := all[key]; ours && key != "schema" && key != "minor" && key != "app" {
			all[key] = string(f.value)
		}
	}
	if s.FileID() == "" && s.like != "" {
		all["file"] = s.like // so that its copies stay its own
	}
	for _, key := range []string{seal.VeilKey, seal.StandInsKey, seal.MetaGuard, seal.ProjectorKey} {
		if f, there := s.Records[seal.BucketMeta][key]; there {
			all[key] = string(f.value)
		}
	}
	for k, v := range all {
		if err := tx.Bucket([]byte(seal.BucketMeta)).Put([]byte(k), []byte(v)); err != nil {
			return err
		}
	}
	return s.vault.Declare(tx)
}

// writeSnapshots keeps every snapshot, without the accounts of it that cannot be
// read.
func (s *Salvage) writeSnapshots(tx *bolt.Tx) error {
	snaps := tx.Bucket([]byte(seal.BucketSnapshots))
	readable := func(content string) bool {
		f, there := s.Records[seal.BucketContents][content]
		if !there {
			return false
		}
		_, err := unpackedValue(content, f.value)
		return err == nil && s.Put(tx, seal.BucketContents, content, f.value) == nil
	}
	for key, f := range s.Records[seal.BucketSnapshots] {
		r, err := record.ReadSnapshot(nil, []byte(key), f.value)
		if err != nil || !readable(r.Settings) {
			s.Said = append(s.Said, words.T("pages.snapshot-missing", int(binary.BigEndian.Uint64([]byte(key))), r.Name))
			continue
		}
		before := len(r.Accounts)
		maps.DeleteFunc(r.Accounts, func(_, content string) bool { return !readable(content) })
		if gone := before - len(r.Accounts); gone > 0 {
			s.Said = append(s.Said, words.T("pages.snapshot-accounts-missing", r.Name, gone, before))
		}
		text, err := json.Marshal(r)
		if err != nil {
			return err
		}
		if err := s.Put(tx, seal.BucketSnapshots, key, seal.Plain([]byte(key), f.seq, text)); err != nil {
			return err
		}
		if n := binary.BigEndian.Uint64([]byte(key)); n > snaps.Sequence() {
			if err := snaps.SetSequence(n); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeSteps keeps the journal. A step that cannot be read is one that nothing
// can walk back over; the repair itself is one when something is not as the last
// step left it.
func (s *Salvage) writeSteps(tx *bolt.Tx, accounts []*RescuedAccount, at time.Time) error {
	first, last := uint64(0), s.last
	steps := map[uint64]journal.Entry{}
	s.steps(func(seq uint64, r *journal.Entry) {
		steps[seq], last = *r, max(last, seq)
		if first == 0 || seq < first {
			first = seq
		}
	})
	gone := 0
	for seq := last; seq >= first && first > 0; seq-- {
		r, there := steps[seq]
		if !there {
			gone++
			r = journal.Entry{At: at.UTC(), Kind: uint8(edit.StepImport), Label: words.T("pages.step-damaged"), Big: 1}
		}
		if err := journal.WriteEntry(tx, s.vault, seq, r); err != nil {
			return err
		}
	}
	if gone > 0 {
		s.Said = append(s.Said, words.T("pages.history-steps-missing", gone, last-first+1))
	}
	r := journal.Entry{At: at.UTC(), Kind: uint8(edit.StepImport), Label: journal.RepairedLabel, Big: max(1, len(s.Said))}
	for _, a := range accounts {
		if len(a.missing)+len(a.older) > 0 {
			r.Touched = append(r.Touched, string(record.AccountID(a.id)))
		}
	}
	return journal.WriteEntry(tx, s.vault, last+1, r)
}
