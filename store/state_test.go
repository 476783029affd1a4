package store

import (
	"path/filepath"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/store/place"
)

// What the state calls saved is in the file when it is opened again.
func TestSavedMeansOnTheDisk(t *testing.T) {
	path, said := filepath.Join(t.TempDir(), "a.db"), newStates()
	f, err := Create(path, model.EmptyPortfolio(), Options{OnState: said.on})
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(model.EmptyPortfolio(), model.NewDate(2026, 11, 24), 0, place.NewID)
	p, err := s.Do(edit.AddAccount{ID: "aaaaaaaaaaaa", Name: "Alpha"}, f.options.now())
	if err != nil {
		t.Fatal(err)
	}
	f.Save(p)
	if got := said.saved(t, p.Seq); got.Saved != p.Seq || got.Err != nil {
		t.Fatalf("%+v", got)
	}
	if err := f.Close(0); err != nil {
		t.Fatal(err)
	}
	g, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = g.Close(0) }()
	back, seq, err := g.Load()
	if err != nil || seq != p.Seq || back.Account("aaaaaaaaaaaa") == nil {
		t.Fatalf("%v, step %d, %v", back, seq, err)
	}
}
