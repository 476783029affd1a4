package store

import (
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/store/seal"
)

// What the head costs a write: reading it, reckoning, and sealing it again. Beside it
// BenchmarkSaveOneRatingProtected is all of a write.
func BenchmarkHeadOfAWrite(b *testing.B) {
	f, _, err := CreateProtected(filepath.Join(b.TempDir(), "accord.db"), model.EmptyPortfolio(), phrase, seal.Guard{}, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close(0) }()
	err = f.w.run1(func(tx *bolt.Tx) error {
		for b.Loop() {
			f.vault.Tally.Used = true
			if err := f.vault.Settle(tx, f.base); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

// What it costs opening for each value.
func BenchmarkHeadOfAValue(b *testing.B) {
	v, _, err := seal.Protect(phrase)
	if err != nil {
		b.Fatal(err)
	}
	_, value := v.Put(seal.EnvelopePlain, seal.BucketEntities, "a/s/b", 1, make([]byte, 200))
	var s seal.Sum
	for b.Loop() {
		s.Mix(v.Of(value))
	}
}

// And what opening its seal costs, which was done before there were heads.
func BenchmarkSealOfAValue(b *testing.B) {
	v, _, err := seal.Protect(phrase)
	if err != nil {
		b.Fatal(err)
	}
	k, value := v.Put(seal.EnvelopePlain, seal.BucketEntities, "a/s/b", 1, make([]byte, 200))
	for b.Loop() {
		if _, _, _, err := v.Take(seal.EnvelopePlain, seal.BucketEntities, k, value); err != nil {
			b.Fatal(err)
		}
	}
}
