package store

import (
	"runtime/debug"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

// Load reads everything and gives the number of the last step.
func (f *File) Load() (*model.Portfolio, uint64, error) {
	p, seq, err := f.load()
	if err != nil {
		return nil, 0, place.Damaged(f.path, err.Error(), place.TakeBackup())
	}
	if f.w != nil {
		f.w.begin(p, seq)
	}
	return p, seq, nil
}

// loadGC is how lazy the garbage collector is while a file is read: most of what
// is read stays, so looking for garbage is mostly work for nothing.
const loadGC = 200

func (f *File) load() (p *model.Portfolio, last uint64, err error) {
	defer debug.SetGCPercent(debug.SetGCPercent(loadGC))
	err = f.view(func(tx *bolt.Tx) error {
		accounts, bad := record.LoadAccounts(tx.Bucket([]byte(seal.BucketEntities)), f.vault)
		if len(bad) > 0 {
			return bad[0]
		}
		g, err := record.LoadProgramme(tx.Bucket([]byte(seal.BucketSettings)), f.vault)
		if err != nil {
			return err
		}
		if last, err = seal.LastStep(tx); err != nil {
			return err
		}
		p, err = model.NewPortfolio(g, accounts)
		return err
	})
	return p, last, err
}

func (f *File) lastStep() (last uint64, err error) {
	err = f.view(func(tx *bolt.Tx) (err error) { last, err = seal.LastStep(tx); return err })
	return last, err
}
