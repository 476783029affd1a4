package record

import (
	"bytes"
	"runtime"
	"slices"
	"strings"
	"sync"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/words"
	"accord/store/seal"
)

// LoadAccounts decodes accounts on all cores while it walks the records. The
// entries lie in the mapped file and are only good inside the transaction. Bad
// accounts are left out and told.
func LoadAccounts(b *bolt.Bucket, v *seal.Vault) (good []*model.Account, bad []error) {
	if b == nil {
		return nil, []error{words.Fail("record.there-no-bucket-accounts-file")}
	}
	var mu sync.Mutex
	var wg sync.WaitGroup
	work, free := make(chan []Entry, 64), make(chan []Entry, 64)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var mine []*model.Account
			for entries := range work {
				a, err := DecodeAccount(entries, v)
				switch {
				case err != nil:
					mu.Lock()
					bad = append(bad, err)
					mu.Unlock()
				case a != nil:
					mine = append(mine, a)
				}
				select {
				case free <- entries[:0]:
				default:
				}
			}
			mu.Lock()
			good = append(good, mine...)
			mu.Unlock()
		})
	}
	func() {
		defer wg.Wait()
		defer close(work) // also when walking panics
		byAccount(b, func(entries []Entry) []Entry {
			work <- entries
			select {
			case used := <-free:
				return used
			default:
				return nil
			}
		})
	}()
	slices.SortFunc(bad, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return good, bad
}

// byAccount calls give with the records of one account after the other; give
// hands back a list to fill again.
func byAccount(b *bolt.Bucket, give func([]Entry) []Entry) {
	var entries []Entry
	var id []byte
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if mine, _, _ := bytes.Cut(k, []byte("/")); !bytes.Equal(mine, id) {
			if len(entries) > 0 {
				entries = give(entries)
			}
			id = mine
		}
		entries = append(entries, Entry{Key: k, Value: v})
	}
	if len(entries) > 0 {
		give(entries)
	}
}

// LoadProgramme reads the settings.
func LoadProgramme(b *bolt.Bucket, v *seal.Vault) (*model.Programme, error) {
	if b == nil {
		return nil, words.Fail("record.there-no-settings-file")
	}
	var s Settings
	there := false
	var entries []Entry
	c := b.Cursor()
	for k, value := c.First(); k != nil; k, value = c.Next() {
		entries = append(entries, Entry{Key: k, Value: value})
	}
	entries, err := OpenAll(v, seal.BucketSettings, entries)
	if err != nil {
		return nil, words.Wrap(err, "record.settings")
	}
	for _, e := range entries {
		content, err := e.Content()
		if err == nil {
			err = s.Add(string(e.Key), content)
		}
		if err != nil {
			return nil, words.Wrap(err, "record.settings-record", string(e.Key))
		}
		there = there || string(e.Key) == SettingProgramme
	}
	if !there {
		return nil, words.Fail("record.record-programme-missing")
	}
	return s.Programme(), nil
}
