package store

import (
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// What the head costs a write: reading it, reckoning, and sealing it again. Beside it
// BenchmarkSaveOneRatingProtected is all of a write.
func BenchmarkHeadOfAWrite(b *testing.B) {
	f, _, err := CreateProtected(filepath.Join(b.TempDir(), "accord.db"), model.EmptyPortfolio(), phrase, Guard{}, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close(0) }()
	err = f.w.run1(func(tx *bolt.Tx) error {
		for b.Loop() {
			f.vault.tally.used = true
			if err := f.vault.settle(tx, f.base); err != nil {
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
	v, _, err := protection(phrase)
	if err != nil {
		b.Fatal(err)
	}
	_, value := v.put(envelopePlain, bucketEntities, "a/s/b", 1, make([]byte, 200))
	var s sum
	for b.Loop() {
		s.mix(v.of(value))
	}
}

// And what opening its seal costs, which was done before there were heads.
func BenchmarkSealOfAValue(b *testing.B) {
	v, _, err := protection(phrase)
	if err != nil {
		b.Fatal(err)
	}
	k, value := v.put(envelopePlain, bucketEntities, "a/s/b", 1, make([]byte, 200))
	for b.Loop() {
		if _, _, _, err := v.take(envelopePlain, bucketEntities, k, value); err != nil {
			b.Fatal(err)
		}
	}
}
