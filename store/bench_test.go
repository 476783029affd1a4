package store

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/record"
	"accord/store/seal"
)

// rated is an account with one rating changed, sharing all the rest, as a change
// of the model makes it.
func rated(a *model.Account) *model.Account {
	b := *a
	b.Ratings = maps.Clone(a.Ratings)
	const key = "importance.capacity"
	v := b.Ratings[key]
	v.Ours = model.LevelOf((v.Ours.Int() + 1) % 5)
	b.Ratings[key] = v
	return &b
}

func BenchmarkLoad2000Rich(b *testing.B) {
	path := filepath.Join(b.TempDir(), "accord.db")
	f, err := Create(path, richPortfolio(b, 2000), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close(0) }()
	st, _ := os.Stat(path)
	runtime.GC()
	for b.Loop() {
		if p, _, err := f.Load(); err != nil || p.Len() != 2000 {
			b.Fatal(p, err)
		}
		b.StopTimer()
		runtime.GC()
		b.StartTimer()
	}
	b.ReportMetric(float64(st.Size())/1e6, "MB-file")
}

func BenchmarkSaveOneRating(b *testing.B) {
	saved := make(chan State, 64)
	f, err := Create(filepath.Join(b.TempDir(), "accord.db"), richPortfolio(b, 200), Options{OnState: func(s State) { saved <- s }})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close(0) }()
	p, _, err := f.Load()
	if err != nil {
		b.Fatal(err)
	}
	accounts := append([]*model.Account(nil), p.Accounts()...)
	seq := uint64(0)
	for b.Loop() {
		i := int(seq*37) % len(accounts)
		after := rated(accounts[i])
		seq++
		f.Save(&edit.Patch{Seq: seq, Label: words.Plain("rating"), Before: []*model.Account{accounts[i]}, After: []*model.Account{after}})
		if s := <-saved; s.Err != nil || s.Saved != seq {
			b.Fatal(s)
		}
		accounts[i] = after
	}
	journal := 0
	_ = f.view(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(seal.BucketJournal)).ForEach(func(k, v []byte) error { journal += len(k) + len(v); return nil })
	})
	b.ReportMetric(float64(journal)/float64(seq), "B-journal/op")
}

func BenchmarkDiff(b *testing.B) {
	before := rich(newRand(1), 1)
	after := rated(before)
	patch := &edit.Patch{Seq: 1, Before: []*model.Account{before}, After: []*model.Account{after}}
	for b.Loop() {
		if puts, err := record.Changes(patch); err != nil || len(puts) != 1 {
			b.Fatal(fmt.Sprint(len(puts)), err)
		}
	}
}
