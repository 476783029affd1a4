package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// Load reads everything and gives the number of the last step.
func (f *File) Load() (*model.Portfolio, uint64, error) {
	p, seq, err := f.load()
	if err != nil {
		return nil, 0, &DamagedError{f.path, err.Error(), takeBackup}
	}
	if f.w != nil {
		f.w.begin(p, seq)
	}
	return p, seq, nil
}

// preread reads the file through once in order: bbolt maps it for random access,
// which makes a first scan page by page several times slower.
func preread(path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	defer f.Close()
	_, _ = io.CopyBuffer(struct{ io.Writer }{io.Discard}, struct{ io.Reader }{f}, make([]byte, 1<<20))
}

// loadGC is how lazy the garbage collector is while a file is read: most of what
// is read stays, so looking for garbage is mostly work for nothing.
const loadGC = 200

func (f *File) load() (p *model.Portfolio, last uint64, err error) {
	defer debug.SetGCPercent(debug.SetGCPercent(loadGC))
	err = f.view(func(tx *bolt.Tx) error {
		accounts, bad := loadAccounts(tx.Bucket([]byte(bucketEntities)), f.vault)
		if len(bad) > 0 {
			return bad[0]
		}
		g, err := loadProgramme(tx.Bucket([]byte(bucketSettings)), f.vault)
		if err != nil {
			return err
		}
		if last, err = lastStep(tx); err != nil {
			return err
		}
		p, err = model.NewPortfolio(g, accounts)
		return err
	})
	return p, last, err
}

// lastStep is the number of the newest step, 0 before the first.
func lastStep(tx *bolt.Tx) (uint64, error) {
	b := tx.Bucket([]byte(bucketJournal))
	if b == nil {
		return 0, errors.New("there is no journal in the file")
	}
	k, _ := b.Cursor().Last()
	switch len(k) {
	case 0:
		return 0, nil
	case 8:
		return binary.BigEndian.Uint64(k), nil
	}
	return 0, fmt.Errorf("the journal has a key of %d bytes", len(k))
}

func (f *File) lastStep() (last uint64, err error) {
	err = f.view(func(tx *bolt.Tx) (err error) { last, err = lastStep(tx); return err })
	return last, err
}

// entry is one record as it lies in the file.
type entry struct {
	key, value []byte
	bare       bool // the value is the content itself, out of its envelope
}

// loadAccounts decodes accounts on all cores while it walks the records. The
// entries lie in the mapped file and are only good inside the transaction. Bad
// accounts are left out and told.
func loadAccounts(b *bolt.Bucket, v *vault) (good []*model.Account, bad []error) {
	if b == nil {
		return nil, []error{errors.New("there is no bucket of accounts in the file")}
	}
	var mu sync.Mutex
	var wg sync.WaitGroup
	work, free := make(chan []entry, 64), make(chan []entry, 64)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var mine []*model.Account
			for entries := range work {
				a, err := decodeAccount(entries, v)
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
		byAccount(b, func(entries []entry) []entry {
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
func byAccount(b *bolt.Bucket, give func([]entry) []entry) {
	var entries []entry
	var id []byte
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if mine, _, _ := bytes.Cut(k, []byte("/")); !bytes.Equal(mine, id) {
			if len(entries) > 0 {
				entries = give(entries)
			}
			id = mine
		}
		entries = append(entries, entry{key: k, value: v})
	}
	if len(entries) > 0 {
		give(entries)
	}
}

func loadProgramme(b *bolt.Bucket, v *vault) (*model.Programme, error) {
	if b == nil {
		return nil, errors.New("there are no settings in the file")
	}
	var s settings
	there := false
	var entries []entry
	c := b.Cursor()
	for k, value := c.First(); k != nil; k, value = c.Next() {
		entries = append(entries, entry{key: k, value: value})
	}
	entries, err := v.bare(bucketSettings, entries)
	if err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	for _, e := range entries {
		content, err := e.content()
		if err == nil {
			err = s.add(string(e.key), content)
		}
		if err != nil {
			return nil, fmt.Errorf("settings, record %s: %w", e.key, err)
		}
		there = there || string(e.key) == settingProgramme
	}
	if !there {
		return nil, errors.New("the record of the programme is missing")
	}
	return s.programme(), nil
}

// settings are the records of a programme while they come in, in any order.
type settings struct {
	g      model.Programme
	team   []string
	lists  listsRecord
	parked []model.Parked
}

// add takes a record in.
func (s *settings) add(key string, content []byte) (err error) {
	name, id, _ := strings.Cut(key, "/")
	g := &s.g
	switch name {
	case settingProgramme:
		var r programmeRecord
		err = decode(content, &r)
		r.in(g)
	case settingTeam:
		err = decode(content, &s.team)
	case settingMember:
		err = decodeInto(&g.Team, id, content, memberIn)
	case settingPack:
		var r packRecord
		if err = decode(content, &r); err == nil {
			g.Pack, err = r.in()
		}
	case settingWorkshop:
		var r workshopRecord
		err = decode(content, &r)
		g.Workshop = r.in()
	case settingLists:
		err = decode(content, &s.lists)
	case settingParked:
		err = decodeInto(&s.parked, id, content, parkedIn)
	case settingBallot:
		err = decodeInto(&g.Ballots, id, content, ballotIn)
	default:
		err = errUnknown
	}
	return err
}

// programme is what the records came to.
func (s *settings) programme() *model.Programme {
	g := &s.g
	sortBy(g.Team, s.team, func(m model.Member) string { return string(m.ID) })
	sortBy(g.Ballots, append([]string{""}, s.lists.Ballots...), func(b model.Ballot) string { return string(b.ID) })
	sortBy(s.parked, s.lists.Parked, func(p model.Parked) string { return string(p.ID) })
	if g.Workshop != nil {
		g.Workshop.Parked = s.parked
	}
	return g
}
