package merge3

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/sessiontest"
	"accord/model/words"
)

// randomVersions are a portfolio and two that were made of it by random changes,
// each with fresh ids of its own.
func randomVersions(t *testing.T, seed uint64, changes int) (base, mine, theirs *model.Portfolio) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 33))
	ids := func(who string) func() string {
		n := 0
		return func() string { n++; return fmt.Sprintf("%s%05d", who, n) }
	}
	grow := func(p *model.Portfolio, who string, n int) *model.Portfolio {
		s := &sessiontest.Light{Now: p, Day: modeltest.Today, IDs: ids(who)}
		for i := range n {
			c := sessiontest.RandomChange(r, s)
			if i%20 == 19 && s.Now.Len() > 0 { // two accounts that would have one name are rare otherwise
				c = edit.SetField{Ref: edit.AccountRef(s.Now.At(r.IntN(s.Now.Len())).ID), Key: "name", Value: fmt.Sprintf("Renamed %d", r.IntN(6))}
			}
			s.Do(c)
		}
		return s.Now
	}
	base = grow(model.EmptyPortfolio(), "b", 80)
	return base, grow(base, "m", changes), grow(base, "t", changes)
}

func samePortfolio(a, b *model.Portfolio) bool {
	return len(a.Accounts()) == len(b.Accounts()) && reflect.DeepEqual(a.Programme(), b.Programme()) &&
		slices.EqualFunc(a.Accounts(), b.Accounts(), func(x, y *model.Account) bool { return reflect.DeepEqual(x, y) })
}

// unlike tells two portfolios apart by the first fact that is not the same, and
// where the registry knows none by their text.
func unlike(got, want *model.Portfolio) string {
	edits := edit.Between(want, got).Edits(want.Programme())
	if len(edits) == 0 {
		return modeltest.ApartAt(fmt.Sprintf("%+v %+v", portrait(got), got.Programme()), fmt.Sprintf("%+v %+v", portrait(want), want.Programme()))
	}
	return fmt.Sprintf("%d facts differ, the first %s", len(edits), edits[0])
}

// portrait is all accounts as text.
func portrait(p *model.Portfolio) (out []string) {
	for _, a := range p.Accounts() {
		out = append(out, fmt.Sprintf("%+v", *a))
	}
	return out
}

func merged(t *testing.T, base, mine, theirs *model.Portfolio) *Merging {
	t.Helper()
	m, err := Merge(base, mine, theirs)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMergeLaws(t *testing.T) {
	for n := range modeltest.Seeds(t, 40, 3000) {
		seed := uint64(n)
		base, x, y := randomVersions(t, seed, 25)
		for name, c := range map[string]struct{ base, mine, theirs, want *model.Portfolio }{
			"theirs did nothing": {base, x, base, x}, "mine did nothing": {base, base, y, y}, "both did the same": {base, x, x, x}, "nobody did anything": {base, base, base, base},
		} {
			if c.base.Len() > 0 && (apart(c.base, c.mine) || apart(c.base, c.theirs)) {
				continue
			}
			m := merged(t, c.base, c.mine, c.theirs)
			if len(m.Conflicts()) > 0 || !samePortfolio(m.Result(), c.want) {
				t.Fatalf("seed %d, %s: %d conflicts, %s", seed, name, len(m.Conflicts()), unlike(m.Result(), c.want))
			}
		}
	}
}

// facts are the keys of conflicts that no answer can take away.
func facts(list []Clash) (out []string) {
	for _, c := range list {
		if c.Kind == ConflictFact {
			out = append(out, c.Key)
		}
	}
	slices.Sort(out)
	return out
}

func listIDs[ID ~string, T model.Entity[ID]](list []T) (out []string) {
	for _, x := range list {
		out = append(out, string(x.Ident()))
	}
	return out
}

// Whatever is chosen, what comes out can be worked with, the chosen side is there,
// and a second merge has nothing to add.
func TestEveryResolutionIsSound(t *testing.T) {
	kinds := map[ConflictKind]int{}
	for n := range modeltest.Seeds(t, 60, 6000) {
		seed := uint64(n)
		base, mine, theirs := randomVersions(t, seed, 40)
		if base.Len() == 0 || apart(base, mine) || apart(base, theirs) {
			continue
		}
		for _, p := range []*model.Portfolio{base, mine, theirs} {
			if bad := sound(p); len(bad) > 0 {
				t.Fatalf("seed %d: the versions themselves: %v", seed, bad)
			}
		}
		m := merged(t, base, mine, theirs)
		r := rand.New(rand.NewPCG(seed, 34))
		for name, choose := range map[string]func(Clash) Resolution{
			"mine": func(Clash) Resolution { return Resolution{} }, "theirs": func(Clash) Resolution { return Resolution{Side: TakeTheirs} },
			"random": func(c Clash) Resolution {
				return Resolution{Side: MergeSide(r.IntN(2)), ByHand: c.Text && r.IntN(3) == 0, Own: []string{"", "own words"}[r.IntN(2)]}
			},
		} {
			choices := map[string]Resolution{}
			for _, c := range m.Conflicts() {
				choices[c.Key] = choose(c)
				kinds[c.Kind]++
				if c.Kind == ConflictFact && (c.Mine == c.Theirs && c.Field != "ballot" || c.Field == "" || c.Name == "") {
					t.Errorf("seed %d: nobody can tell the sides apart: %+v", seed, c)
				}
			}
			p, left, err := m.Resolve(choices)
			if err != nil {
				t.Fatal(err)
			}
			if bad := sound(p); len(bad) > 0 {
				t.Fatalf("seed %d, %s: %v", seed, name, bad)
			}
			if a, b := facts(left), facts(m.Conflicts()); !slices.Equal(a, b) {
				t.Errorf("seed %d, %s: facts in conflict were %v, are %v", seed, name, b, a)
			}
			s := sessiontest.New(mine)
			if c := m.Change(p, words.Plain("merge")); c != nil {
				if _, err := s.Do(c, modeltest.Now); err != nil {
					t.Fatalf("seed %d, %s: %v", seed, name, err)
				}
				if s.Portfolio().Len() != p.Len() || !edit.Between(s.Portfolio(), p).Empty() {
					t.Fatalf("seed %d, %s: the change does something else", seed, name)
				}
				if _, ok := s.Undo(); !ok || !samePortfolio(s.Portfolio(), mine) {
					t.Fatalf("seed %d, %s: it cannot be taken back", seed, name)
				}
			}
			// what was merged is a new common beginning: theirs have nothing more to bring
			again := merged(t, theirs, p, theirs)
			if len(again.Conflicts()) > 0 || !edit.Between(p, again.Result()).Empty() {
				t.Fatalf("seed %d, %s: a second merge changes something", seed, name)
			}
		}
	}
	for _, k := range []ConflictKind{ConflictFact, ConflictDeleted, ConflictName} {
		if kinds[k] == 0 {
			t.Errorf("no conflict of kind %d was met", k)
		}
	}
}
