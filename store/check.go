package store

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/words"
	"accord/store/journal"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

// Report is what a check read and found.
type Report struct {
	Path                     string
	Bytes                    int64
	Accounts, Records, Steps int
	Snapshots                int
	Schema                   int
	Warning                  string
	Bad                      []string // damaged accounts, records and pages, in words
	Moment                   time.Time
}

// checkLimit bounds bbolt's own check, which can run for ever on a damaged file.
const checkLimit = 30 * time.Second

// badLimit bounds how much damage is listed.
const badLimit = 200

func (r *Report) bad(format string, args ...any) {
	switch {
	case len(r.Bad) < badLimit:
		r.Bad = append(r.Bad, fmt.Sprintf(format, args...))
	case len(r.Bad) == badLimit:
		r.Bad = append(r.Bad, words.T("store.and-more"))
	}
}

// Check reads everything in a file, on a private copy: pages, checksums, records.
// The error is for a file that cannot be opened at all.
func Check(path string, keys ...*seal.Keys) (Report, error) {
	r := Report{Path: path}
	var err error
	if r.Warning, err = pages.Preflight(path); err != nil {
		return r, err
	}
	aside, moment, done, err := privateCopy(path, "accord-check-")
	if err != nil {
		return r, notCopied(path, err)
	}
	defer done()
	r.Moment = moment
	if st, err := os.Stat(aside); err == nil {
		r.Bytes = st.Size()
	}
	if r.unsound(aside) { // what follows would walk into it
		return r, nil
	}
	f := &File{path: aside, bounds: usualBounds}
	if err := f.open(); err != nil {
		return r, named(err, aside, path)
	}
	if err := f.unlock(path, seal.One(keys)); err != nil {
		f.shut()
		return r, named(err, aside, path)
	}
	if seq, err := f.pending(); err != nil {
		r.bad("%v", err)
	} else if seq > 0 && r.Warning == "" {
		r.Warning = words.T("store.step-not-finished-being-written", seq)
	}
	if last, err := f.lastStep(); err == nil && r.Warning == "" && f.vault != nil {
		if v, err := f.format(); err == nil {
			r.Warning = place.OlderThanSeen(path, v.id, last)
		}
	}
	return r, named(r.read(f), aside, path)
}

// unsound lists all physical damage of a file when a page of it is damaged; what
// can be read is counted in spite of that. Damaged values in sound pages are told
// by those who know what they are.
func (r *Report) unsound(path string) bool {
	in, err := os.Open(path)
	if err != nil {
		r.bad("%v", err)
		return true
	}
	defer in.Close()
	h, _ := pages.NewestHeader(in)
	w := pages.NewWalker(in, h)
	structural := false
	var found []error
	w.Bad = func(err error) bool {
		var value *pages.ValueError
		structural = structural || !errors.As(err, &value)
		found = append(found, err)
		return len(found) <= badLimit
	}
	accounts := map[string]bool{}
	n := Report{}
	w.Record = func(bucket string, key, _ []byte) { n.count(accounts, bucket, key) }
	w.Walk()
	if !structural {
		return false
	}
	for _, err := range found {
		r.bad("%v", err)
	}
	r.Accounts, r.Records, r.Steps, r.Snapshots = len(accounts), n.Records, n.Steps, n.Snapshots
	return true
}

func (r *Report) count(accounts map[string]bool, bucket string, key []byte) {
	switch bucket {
	case seal.BucketEntities:
		id, _, _ := strings.Cut(string(key), "/")
		accounts[id] = true
		r.Records++
	case seal.BucketSettings:
		r.Records++
	case seal.BucketJournal:
		r.Steps++
	case seal.BucketSnapshots:
		r.Snapshots++
	}
}

// read checks an open copy, and closes it unless bbolt's check still runs in it.
func (r *Report) read(f *File) error {
	if v, err := f.format(); err == nil {
		r.Schema = v.schema
	}
	if err := f.readable(); err != nil {
		f.shut()
		return err
	}
	err := f.view(func(tx *bolt.Tx) error {
		r.values(tx, f.vault)
		r.accounts(tx, f.vault)
		r.index(tx, f.vault)
		r.counted(tx, f.vault)
		r.birth(tx)
		return nil
	})
	if err != nil {
		r.bad("%s", words.T("store.page-structure", err))
	}
	if r.pages(f) {
		f.shut()
	}
	return nil
}

// pages runs bbolt's check of the page structure, bounded in time; it says
// whether the check came to an end.
func (r *Report) pages(f *File) bool {
	found, stop := make(chan string), make(chan struct{})
	go func() {
		defer close(found)
		_ = f.view(func(tx *bolt.Tx) error {
			for err := range tx.Check() {
				select {
				case found <- err.Error():
				case <-stop:
					return nil
				}
			}
			return nil
		})
	}()
	late := time.NewTimer(checkLimit)
	defer late.Stop()
	for {
		select {
		case s, more := <-found:
			if !more {
				return true
			}
			r.bad("%s", words.T("store.page-structure", s))
		case <-late.C:
			close(stop)
			r.bad("%s", words.T("store.page-structure-check-did-not", checkLimit))
			return false
		}
	}
}

// values counts the records and reads every step of the journal.
func (r *Report) values(tx *bolt.Tx, vt *seal.Vault) {
	for _, name := range []string{seal.BucketEntities, seal.BucketSettings, seal.BucketJournal, seal.BucketSnapshots} {
		b := tx.Bucket([]byte(name))
		if b == nil {
			if name != seal.BucketSnapshots { // the first files had none
				r.bad("%s", words.T("store.all-missing", seal.BucketWords(name)))
			}
			continue
		}
		_ = b.ForEach(func(k, v []byte) error {
			var err error
			switch name {
			case seal.BucketJournal:
				r.Steps++
				_, err = journal.ReadStep(vt, k, v)
			case seal.BucketSnapshots:
				r.Snapshots++
				err = wholeSnapshot(tx, vt, k, v)
			default:
				r.Records++
			}
			if err != nil {
				r.bad("%v", err)
			}
			return nil
		})
	}
}

// wholeSnapshot reads everything a snapshot holds.
func wholeSnapshot(tx *bolt.Tx, vt *seal.Vault, k, v []byte) error {
	s, err := record.ReadSnapshot(vt, k, v)
	if err == nil {
		_, err = s.Content(tx.Bucket([]byte(seal.BucketContents)), vt)
	}
	return err
}

// accounts decodes every record, and so opens every envelope.
func (r *Report) accounts(tx *bolt.Tx, v *seal.Vault) {
	good, bad := record.LoadAccounts(tx.Bucket([]byte(seal.BucketEntities)), v)
	r.Accounts = len(good) + len(bad)
	for _, err := range bad {
		r.bad("%v", err)
	}
	if _, err := record.LoadProgramme(tx.Bucket([]byte(seal.BucketSettings)), v); err != nil {
		r.bad("%v", err)
	}
}

// index holds the index of steps by account against the steps themselves.
func (r *Report) index(tx *bolt.Tx, vt *seal.Vault) {
	steps, index := tx.Bucket([]byte(seal.BucketJournal)), tx.Bucket([]byte(seal.BucketByAcc))
	if steps == nil || index == nil {
		return
	}
	want := map[string]bool{}
	_ = steps.ForEach(func(k, v []byte) error {
		if s, err := journal.ReadEntry(vt, k, v); err == nil {
			for _, id := range s.Touched {
				want[string(seal.ByAccKey(vt.Account(record.AccountKey(model.AccountID(id))), k))] = true
			}
		}
		return nil
	})
	_ = index.ForEach(func(k, _ []byte) error {
		if !want[string(k)] {
			r.bad("%s", words.T("store.index-steps-by-account-entry", string(k)))
		}
		delete(want, string(k))
		return nil
	})
	for _, k := range slices.Sorted(maps.Keys(want)) {
		r.bad("%s", words.T("store.index-steps-by-account-lacks", k))
	}
}

// birth reads what the file says of itself, which has no checksum.
func (r *Report) birth(tx *bolt.Tx) {
	b := tx.Bucket([]byte(seal.BucketMeta))
	if _, err := time.Parse(time.RFC3339, string(b.Get([]byte("created")))); err != nil {
		r.bad("%s", words.T("store.file-does-not-say-when"))
	}
	if id := b.Get([]byte("file")); len(id) != 12 || strings.Trim(string(id), place.IdLetters) != "" {
		r.bad("%s", words.T("store.file-no-number-own"))
	}
}

// counted holds a protected file against its head, and says which records and steps
// are not the ones that belong there.
func (r *Report) counted(tx *bolt.Tx, v *seal.Vault) {
	if v == nil || tx.Bucket([]byte(seal.BucketJournal)) == nil || tx.Bucket([]byte(seal.BucketEntities)) == nil {
		return
	}
	_, there, _ := v.Head(tx)
	err := belongs(v, tx, v.SumOf(tx))
	if err != nil {
		r.bad("%v", err)
	}
	if err == nil && there {
		return // the sum knows everything that could be said now
	}
	journal.FollowTrail(tx, v, r.bad)
}
