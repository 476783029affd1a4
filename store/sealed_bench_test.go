package store

import (
	"path/filepath"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/seal"
)

// What a passphrase costs a program that opens a file: one try at the real cost.
func BenchmarkTryPassphrase(b *testing.B) {
	c := seal.Crypt{Cost: seal.Cost{Time: 3, Memory: 64 << 10, Threads: 4}, Salt: seal.Random(16)}
	for b.Loop() {
		c.Stretch(phrase)
	}
}

// BenchmarkOpenProtected2000Rich opens and loads, with the passphrase; beside it
// BenchmarkLoad2000Rich is the same without protection.
func BenchmarkOpenProtected2000Rich(b *testing.B) {
	seal.NewCost = seal.Cost{Time: 3, Memory: 64 << 10, Threads: 4}
	defer func() { seal.NewCost = seal.Cost{Time: 1, Memory: 64, Threads: 1} }()
	path := filepath.Join(b.TempDir(), "accord.db")
	f, _, err := CreateProtected(path, richPortfolio(b, 2000), phrase, seal.Guard{}, Options{})
	if err != nil {
		b.Fatal(err)
	}
	if err := f.Close(0); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		f, err := Open(path, Options{Keys: asked(nil)})
		if err != nil {
			b.Fatal(err)
		}
		if p, _, err := f.Load(); err != nil || p.Len() != 2000 {
			b.Fatal(p, err)
		}
		if err := f.Close(0); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSaveOneRatingProtected(b *testing.B) {
	saved := make(chan State, 64)
	f, _, err := CreateProtected(filepath.Join(b.TempDir(), "accord.db"), richPortfolio(b, 200), phrase, seal.Guard{}, Options{OnState: func(s State) { saved <- s }})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close(0) }()
	<-saved // the guard
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
}
