package record

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/words"
	"accord/store/place"
	"accord/store/seal"
)

// Sharing is content, with accounts that were put together before taken from
// there: most of a portfolio is the same in two snapshots.
func (r *Snapshot) Sharing(
	blobs *bolt.Bucket,
	v *seal.Vault,
	seen map[string]*model.Account,
) (*model.Portfolio, error) {
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
	p, err := fresh.Content(blobs, v)
	if err != nil {
		return nil, err
	}
	for _, a := range p.Accounts() {
		seen[string(a.ID)+" "+fresh.Accounts[string(a.ID)]] = a
	}
	return model.NewPortfolio(p.Programme(), append(accounts, p.Accounts()...))
}

// Snapshot lists the contents of a snapshot by their checksums. What did not
// change between two snapshots is in the file once.
type Snapshot struct {
	Name     string            `json:"name,omitzero"`
	At       time.Time         `json:"at"`
	Day      Date              `json:"day,omitzero"`
	Seq      uint64            `json:"seq,omitzero"`
	Accounts map[string]string `json:"acc,omitzero"` // id → content
	Settings string            `json:"conf,omitzero"`
}

// Holds lists a portfolio as what the snapshot is of, and gives the contents by
// their checksums.
func (r *Snapshot) Holds(p *model.Portfolio) (map[string][]byte, error) {
	r.Accounts = map[string]string{}
	contents := map[string][]byte{}
	add := func(build func(*Differ)) (string, error) {
		all, err := ContentsOf(build)
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
		key, err := add(func(d *Differ) { d.Account(nil, a) })
		if err != nil {
			return nil, err
		}
		r.Accounts[string(a.ID)] = key
	}
	var err error
	r.Settings, err = add(func(d *Differ) { d.Programme(nil, p.Programme()) })
	return contents, err
}

// KeepSnapshot writes a snapshot, and those of its contents that are not there yet.
func KeepSnapshot(tx *bolt.Tx, v *seal.Vault, r Snapshot, contents map[string][]byte) (uint64, error) {
	blobs, snaps := tx.Bucket([]byte(seal.BucketContents)), tx.Bucket([]byte(seal.BucketSnapshots))
	for key, text := range contents {
		if blobs.Get(v.Name(seal.BucketContents, key)) != nil {
			continue
		}
		packed, err := pack(text)
		if err == nil {
			k, value := v.Put(seal.EnvelopePacked, seal.BucketContents, key, r.Seq, packed)
			err = v.Place(blobs, k, value)
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
	key, value := v.Put(seal.EnvelopePlain, seal.BucketSnapshots, string(seal.SeqKey(id)), r.Seq, text)
	return id, v.Place(snaps, key, value)
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

func unsealPacked(v *seal.Vault, key string, blobs *bolt.Bucket) ([]byte, error) {
	k := v.Name(seal.BucketContents, key)
	_, packed, _, err := v.Take(seal.EnvelopePacked, seal.BucketContents, k, blobs.Get(k))
	if err != nil {
		return nil, err
	}
	return Unpack(packed)
}

// Unpack inflates what was packed.
func Unpack(packed []byte) ([]byte, error) {
	return io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), unpackLimit))
}

// ReadSnapshot reads a snapshot as it lies in the file, without its contents.
func ReadSnapshot(v *seal.Vault, key, value []byte) (r Snapshot, err error) {
	_, content, _, err := v.Take(seal.EnvelopePlain, seal.BucketSnapshots, key, value)
	if err == nil {
		err = json.Unmarshal(content, &r)
	}
	if err == nil && len(key) != 8 {
		err = ErrUnknown
	}
	if err != nil {
		err = words.Wrap(err, "record.snapshot", string(key))
	}
	return r, err
}

// Content puts the portfolio of a snapshot together.
func (r *Snapshot) Content(blobs *bolt.Bucket, v *seal.Vault) (*model.Portfolio, error) {
	read := func(key string) (all Contents, err error) {
		text, err := unsealPacked(v, key, blobs)
		if err == nil {
			err = json.Unmarshal(text, &all)
		}
		if err != nil {
			err = words.Wrap(err, "record.snapshot-2", r.Name)
		}
		return all, err
	}
	ids := slices.Sorted(maps.Keys(r.Accounts))
	accounts, errs := make([]*model.Account, len(ids)), make([]error, len(ids))
	each(len(ids), func(i int) {
		errs[i] = place.Guarded(func() error {
			all, err := read(r.Accounts[ids[i]])
			if err == nil {
				accounts[i], err = all.Account()
			}
			if err != nil {
				err = words.Wrap(err, "record.account-3", ids[i])
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
	g, err := settings.Programme()
	if err != nil {
		return nil, err
	}
	return model.NewPortfolio(g, accounts)
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
