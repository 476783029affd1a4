package store

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// Snapshot is a portfolio that was kept under a name.
type Snapshot struct {
	ID       uint64
	Name     string
	At       time.Time
	Day      model.Date // the day its figures were of
	Seq      uint64     // the step after which it was taken
	Accounts int
}

// snapshotRecord lists the contents of a snapshot by their checksums. What did not
// change between two snapshots is in the file once.
type snapshotRecord struct {
	Name     string            `json:"name,omitzero"`
	At       time.Time         `json:"at"`
	Day      date              `json:"day,omitzero"`
	Seq      uint64            `json:"seq,omitzero"`
	Accounts map[string]string `json:"acc,omitzero"` // id → content
	Settings string            `json:"conf,omitzero"`
}

var errNoSnapshot = errors.New("there is no such snapshot any more")

// Keep takes a snapshot of a portfolio, as it was after step seq, and waits until
// the disk has it.
func (f *File) Keep(p *model.Portfolio, name string, day model.Date, seq uint64) (Snapshot, error) {
	r := snapshotRecord{Name: model.CleanLine(name), At: f.options.now().UTC(), Day: date(day), Seq: seq}
	contents, err := r.holds(p)
	if err != nil {
		return Snapshot{}, err
	}
	var id uint64
	err = f.w.run1(func(tx *bolt.Tx) (err error) {
		id, err = keepSnapshot(tx, f.vault, r, contents)
		return err
	})
	return r.out(id), err
}

// holds lists a portfolio as what the snapshot is of, and gives the contents by
// their checksums.
func (r *snapshotRecord) holds(p *model.Portfolio) (map[string][]byte, error) {
	r.Accounts = map[string]string{}
	contents := map[string][]byte{}
	add := func(build func(*differ)) (string, error) {
		all, err := recordsOf(build)
		if err != nil {
			return "", err
		}
		text, err := json.Marshal(all)
		sum := sha256.Sum256(text)
		key := hex.EncodeToString(sum[:16])
		contents[key] = text
		return key, err
	}
	for _, a := range p.Accounts() {
		key, err := add(func(d *differ) { d.account(nil, a) })
		if err != nil {
			return nil, err
		}
		r.Accounts[string(a.ID)] = key
	}
	var err error
	r.Settings, err = add(func(d *differ) { d.programme(nil, p.Programme()) })
	return contents, err
}

func (r *snapshotRecord) out(id uint64) Snapshot {
	return Snapshot{ID: id, Name: r.Name, At: r.At, Day: model.Date(r.Day), Seq: r.Seq, Accounts: len(r.Accounts)}
}

func keepSnapshot(tx *bolt.Tx, v *vault, r snapshotRecord, contents map[string][]byte) (uint64, error) {
	blobs, snaps := tx.Bucket([]byte(bucketContents)), tx.Bucket([]byte(bucketSnapshots))
	for key, text := range contents {
		if blobs.Get(v.name(bucketContents, key)) != nil {
			continue
		}
		packed, err := pack(text)
		if err == nil {
			k, value := v.put(envelopePacked, bucketContents, key, r.Seq, packed)
			err = v.place(blobs, k, value)
		}
		if err != nil {
			return 0, err
		}
	}
	id, err := snaps.NextSequence()
	if err != nil {
		return 0, err
	}
	text, err := json.Marshal(r)
	if err != nil {
		return 0, err
	}
	key, value := v.put(envelopePlain, bucketSnapshots, string(seqKey(id)), r.Seq, text)
	return id, v.place(snaps, key, value)
}

// pack deflates content: snapshots are read seldom.
func pack(content []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(content)
	err = errors.Join(err, w.Close())
	return b.Bytes(), err
}

// unpackLimit bounds what a damaged value may unpack to.
const unpackLimit = 256 << 20

func unsealPacked(v *vault, key string, blobs *bolt.Bucket) ([]byte, error) {
	k := v.name(bucketContents, key)
	_, packed, _, err := v.take(envelopePacked, bucketContents, k, blobs.Get(k))
	if err != nil {
		return nil, err
	}
	return unpack(packed)
}

func unpack(packed []byte) ([]byte, error) {
	return io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), unpackLimit))
}

func readSnapshot(v *vault, key, value []byte) (r snapshotRecord, err error) {
	_, content, _, err := v.take(envelopePlain, bucketSnapshots, key, value)
	if err == nil {
		err = json.Unmarshal(content, &r)
	}
	if err == nil && len(key) != 8 {
		err = errUnknown
	}
	if err != nil {
		err = fmt.Errorf("snapshot %x: %w", key, err)
	}
	return r, err
}

// Snapshots lists what was kept, the newest first.
func (f *File) Snapshots() (out []Snapshot, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketSnapshots))
		if b == nil { // a copy of an older file that is only read
			return nil
		}
		return b.ForEach(func(k, v []byte) error {
			r, err := readSnapshot(f.vault, k, v)
			if err == nil {
				out = append(out, r.out(binary.BigEndian.Uint64(k)))
			}
			return err
		})
	})
	slices.Reverse(out)
	return out, err
}

// Snapshot gives the content of one.
func (f *File) Snapshot(id uint64) (p *model.Portfolio, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		key := seqKey(id)
		value := tx.Bucket([]byte(bucketSnapshots)).Get(key)
		if value == nil {
			return errNoSnapshot
		}
		r, err := readSnapshot(f.vault, key, value)
		if err == nil {
			p, err = r.content(tx.Bucket([]byte(bucketContents)), f.vault)
		}
		return err
	})
	return p, err
}

func (r *snapshotRecord) content(blobs *bolt.Bucket, v *vault) (*model.Portfolio, error) {
	read := func(key string) (all records, err error) {
		text, err := unsealPacked(v, key, blobs)
		if err == nil {
			err = json.Unmarshal(text, &all)
		}
		if err != nil {
			err = fmt.Errorf("snapshot %q: %w", r.Name, err)
		}
		return all, err
	}
	ids := slices.Sorted(maps.Keys(r.Accounts))
	accounts, errs := make([]*model.Account, len(ids)), make([]error, len(ids))
	each(len(ids), func(i int) {
		errs[i] = guarded(func() error {
			all, err := read(r.Accounts[ids[i]])
			if err == nil {
				accounts[i], err = all.account()
			}
			if err != nil {
				err = fmt.Errorf("account %s: %w", ids[i], err)
			}
			return err
		})
	})
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	settings, err := read(r.Settings)
	if err != nil {
		return nil, err
	}
	g, err := settings.programme()
	if err != nil {
		return nil, err
	}
	return model.NewPortfolio(g, accounts)
}

// Alone gives one account of a snapshot with the settings, which is much quicker.
func (f *File) Alone(id uint64, account model.AccountID) (p *model.Portfolio, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		key := seqKey(id)
		value := tx.Bucket([]byte(bucketSnapshots)).Get(key)
		if value == nil {
			return errNoSnapshot
		}
		r, err := readSnapshot(f.vault, key, value)
		if err != nil {
			return err
		}
		content, there := r.Accounts[string(account)]
		r.Accounts = nil
		if there {
			r.Accounts = map[string]string{string(account): content}
		}
		p, err = r.content(tx.Bucket([]byte(bucketContents)), f.vault)
		return err
	})
	return p, err
}

// each does n things on all cores.
func each(n int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}

// Forget deletes a snapshot, and what no other one has.
func (f *File) Forget(id uint64) error {
	return f.w.run1(func(tx *bolt.Tx) error {
		snaps, blobs := tx.Bucket([]byte(bucketSnapshots)), tx.Bucket([]byte(bucketContents))
		if err := f.vault.remove(snaps, seqKey(id)); err != nil {
			return err
		}
		used := map[string]bool{}
		err := snaps.ForEach(func(k, v []byte) error {
			r, err := readSnapshot(f.vault, k, v)
			for _, key := range r.Accounts {
				used[string(f.vault.name(bucketContents, key))] = true
			}
			used[string(f.vault.name(bucketContents, r.Settings))] = true
			return err
		})
		if err != nil {
			return err
		}
		var free [][]byte
		err = blobs.ForEach(func(k, _ []byte) error {
			if !used[string(k)] {
				free = append(free, bytes.Clone(k))
			}
			return nil
		})
		for _, k := range free {
			err = errors.Join(err, f.vault.remove(blobs, k))
		}
		return err
	})
}
