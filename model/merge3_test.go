package model

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// randomVersions are a portfolio and two that were made of it by random changes,
// each with fresh ids of its own.
func randomVersions(t *testing.T, seed uint64, changes int) (base, mine, theirs *Portfolio) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 33))
	nothing := Score(EmptyPortfolio(), testToday)
	ids := func(who string) func() string {
		n := 0
		return func() string { n++; return fmt.Sprintf("%s%05d", who, n) }
	}
	grow := func(p *Portfolio, who string, n int) *Portfolio {
		s := &Session{now: p, today: testToday, newID: ids(who), scores: nothing}
		for i := range n {
			c := randomChange(r, s)
			if i%20 == 19 && s.now.Len() > 0 { // two accounts that would have one name are rare otherwise
				c = SetField{Ref: AccountRef(s.now.At(r.IntN(s.now.Len())).ID), Key: "name", Value: fmt.Sprintf("Renamed %d", r.IntN(6))}
			}
			if patch, err := s.Try(c); err == nil {
				s.now = patch.Apply(s.now) // without scoring, which is most of the time
				s.undo = append(s.undo, patch)
			}
		}
		return s.now
	}
	base = grow(EmptyPortfolio(), "b", 80)
	return base, grow(base, "m", changes), grow(base, "t", changes)
}

func samePortfolio(a, b *Portfolio) bool {
	return len(a.accounts) == len(b.accounts) && reflect.DeepEqual(a.programme, b.programme) &&
		slices.EqualFunc(a.accounts, b.accounts, func(x, y *Account) bool { return reflect.DeepEqual(x, y) })
}

// unlike tells two portfolios apart by the first fact that is not the same, and
// where the registry knows none by their text.
func unlike(got, want *Portfolio) string {
	edits := Between(want, got).Edits(want.programme)
	if len(edits) == 0 {
		return apartAt(fmt.Sprintf("%+v %+v", portrait(got), got.programme), fmt.Sprintf("%+v %+v", portrait(want), want.programme))
	}
	return fmt.Sprintf("%d facts differ, the first %s", len(edits), edits[0])
}

// portrait is all accounts as text.
func portrait(p *Portfolio) (out []string) {
	for _, a := range p.accounts {
		out = append(out, fmt.Sprintf("%+v", *a))
	}
	return out
}

func merged(t *testing.T, base, mine, theirs *Portfolio) *Merging {
	t.Helper()
	m, err := Merge3(base, mine, theirs)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMergeLaws(t *testing.T) {
	for n := range seeds(t, 40, 3000) {
		seed := uint64(n)
		base, x, y := randomVersions(t, seed, 25)
		for name, c := range map[string]struct{ base, mine, theirs, want *Portfolio }{
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

// sound lists what does not go together in a portfolio.
func sound(p *Portfolio) []string {
	var out []string
	bad := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	names, up := map[string]bool{}, map[AccountID]AccountID{}
	for _, a := range p.accounts {
		if names[strings.ToLower(a.Name)] || strings.TrimSpace(a.Name) == "" {
			bad("two accounts are called %q, or one nothing", a.Name)
		}
		names[strings.ToLower(a.Name)], up[a.ID] = true, a.Parent
		if a.Parent != "" && p.Account(a.Parent) == nil {
			bad("the parent of %s is gone", a.Name)
		}
		c := *a
		c.tidy(p.programme)
		c.tidyMap()
		if !reflect.DeepEqual(&c, a) {
			bad("%s refers to what is gone", a.Name)
		}
		if on := circleOf(a); len(on) > 0 {
			bad("seats of %s report in a circle: %v", a.Name, on)
		}
		for _, list := range [][]string{listIDs(a.Seats), listIDs(a.Persons), listIDs(a.Ties), listIDs(a.Objectives), listIDs(a.Actions), listIDs(a.Cells), listIDs(a.Values)} {
			if len(slices.Compact(slices.Sorted(slices.Values(list)))) != len(list) {
				bad("an id of %s is there twice", a.Name)
			}
		}
		if !slices.IsSortedFunc(a.Years, func(x, y Year) int { return (x.Year-y.Year)*4 + int(x.Kind) - int(y.Kind) }) {
			bad("the years of %s are in no order", a.Name)
		}
	}
	if on := ring(up); len(on) > 0 {
		bad("accounts are their own parents: %v", on)
	}
	if _, err := rebuilt(p.programme.MethodPack()); err != nil {
		bad("%v", err)
	}
	return out
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

func listIDs[ID ~string, T entity[ID]](list []T) (out []string) {
	for _, x := range list {
		out = append(out, string(x.id()))
	}
	return out
}

// Whatever is chosen, what comes out can be worked with, the chosen side is there,
// and a second merge has nothing to add.
func TestEveryResolutionIsSound(t *testing.T) {
	kinds := map[ConflictKind]int{}
	for n := range seeds(t, 60, 6000) {
		seed := uint64(n)
		base, mine, theirs := randomVersions(t, seed, 40)
		if base.Len() == 0 || apart(base, mine) || apart(base, theirs) {
			continue
		}
		for _, p := range []*Portfolio{base, mine, theirs} {
			if bad := sound(p); len(bad) > 0 {
				t.Fatalf("seed %d: the versions themselves: %v", seed, bad)
			}
		}
		m := merged(t, base, mine, theirs)
		r, scores := rand.New(rand.NewPCG(seed, 34)), Score(mine, testToday)
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
			s := &Session{now: mine, today: testToday, newID: testIDs(), scores: scores}
			if c := m.Change(p, "merge"); c != nil {
				if _, err := s.Do(c, testNow); err != nil {
					t.Fatalf("seed %d, %s: %v", seed, name, err)
				}
				if s.Portfolio().Len() != p.Len() || !Between(s.Portfolio(), p).Empty() {
					t.Fatalf("seed %d, %s: the change does something else", seed, name)
				}
				if _, ok := s.Undo(); !ok || !samePortfolio(s.Portfolio(), mine) {
					t.Fatalf("seed %d, %s: it cannot be taken back", seed, name)
				}
			}
			// what was merged is a new common beginning: theirs have nothing more to bring
			again := merged(t, theirs, p, theirs)
			if len(again.Conflicts()) > 0 || !Between(p, again.Result()).Empty() {
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
