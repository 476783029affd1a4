package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// factOf names one fact of a portfolio: the thing, and the registry's row.
type factOf struct {
	ref Ref
	key string
}

// everyFact reads each row of the registry of each thing in a portfolio.
func everyFact(p *Portfolio) map[factOf]string {
	out := map[factOf]string{}
	for _, f := range Fields(p.programme) {
		if strings.Contains(f.Key, "YEAR") || f.Kind == Link { // a link tells the words of another fact
			continue
		}
		for _, ref := range everyRef(p, f.Of) {
			out[factOf{ref, f.Key}] = p.Get(ref, f)
		}
	}
	for _, a := range p.accounts {
		for _, line := range figureLines {
			for _, year := range []int{2024, 2025} {
				f := figureField(line, year)
				out[factOf{AccountRef(a.ID), f.Key}] = p.Get(AccountRef(a.ID), f)
			}
		}
	}
	mapFacts(p, out)
	return out
}

func everyRef(p *Portfolio, of EntityKind) (out []Ref) {
	if of == OfProgramme {
		return []Ref{{Of: of}}
	}
	if of == OfMember {
		for _, m := range p.programme.Team {
			out = append(out, Ref{Of: of, ID: string(m.ID)})
		}
		return out
	}
	for _, a := range p.accounts {
		ids := map[EntityKind][]string{OfAccount: {""}, OfSeat: listIDs(a.Seats), OfPerson: listIDs(a.Persons), OfTie: listIDs(a.Ties), OfObjective: listIDs(a.Objectives), OfAction: listIDs(a.Actions),
			OfInsight: listIDs(a.Insights), OfValue: listIDs(a.Values), OfPoint: listIDs(a.Points), OfRisk: listIDs(a.Risks), OfReview: listIDs(a.Reviews), OfCell: listIDs(a.Cells), OfDecision: listIDs(a.Decisions)}
		for _, id := range ids[of] {
			out = append(out, Ref{a.ID, of, id})
		}
	}
	return out
}

// everything is a portfolio of two accounts with one of each thing in them.
func everything(t *testing.T) *Portfolio {
	s := newTestSession(EmptyPortfolio())
	list := []Change{AddMember{"m1", "Dana", Sales}, AddMember{"m2", "Avi", Finance}}
	for _, a := range []AccountID{"a", "b"} {
		list = append(list, AddAccount{ID: a, Name: "Account " + string(a)}, AddSeat{a, "s1", "CEO", "", "p1", "Anna"}, AddSeat{a, "s2", "CFO", "s1", "p2", "Ben"}, SetTie{a, "t1", "m1", "p1", Vendor, false},
			AddObjective{a, "o1", "grow"}, AddAction{a, "x1", "call", "o1"}, AddAction{a, "x2", "visit", ""}, AddItem{a, OfInsight, "i1", "lower cost"}, AddItem{a, OfValue, "v1", "less scrap"}, AddItem{a, OfPoint, "w1", "reach"},
			AddItem{a, OfRisk, "r1", "new buyer"}, AddItem{a, OfReview, "q1", "QBR"}, AddItem{a, OfDecision, "d1", "plan B"}, AddCell{a, "c1", "Lyon", "service"}, SetField{Ref: AccountRef(a), Key: "figures.2024.revenue", Value: "100"})
	}
	for _, c := range list {
		if _, err := s.Do(c, testNow); err != nil {
			t.Fatal(err)
		}
	}
	return s.Portfolio()
}

// coupled are rows that move together on purpose, as a currency and the rates into it
// do, lists that are merged entry by entry, and names, which are of one account alone.
func coupled(key string) bool {
	return key == "programme.currency" || key == "programme.rates" || key == "programme.offerings" || key == "name" || key == "parent" || key == "tags"
}

// TestMergeIsFactByFact holds merging against the simplest merge there is: a map of
// all facts, each taken from who changed it; changed by both differently it is a
// conflict, and nothing else is.
func TestMergeIsFactByFact(t *testing.T) {
	base := everything(t)
	fields := slices.DeleteFunc(Fields(base.programme), func(f Field) bool { return coupled(f.Key) || f.Kind == Link })
	clashes := 0
	for n := range seeds(t, 30, 4000) {
		seed := uint64(n)
		r := rand.New(rand.NewPCG(seed, 35))
		grow := func() *Portfolio {
			s := &Session{now: base, today: NewDate(2026, time.November, 1+r.IntN(28)), newID: testIDs()}
			for range 1 + r.IntN(30) {
				f := fields[r.IntN(len(fields))]
				if seed%3 == 0 { // few fields, so that both change the same ones
					f = fields[r.IntN(6)]
				}
				refs := everyRef(base, f.Of)
				key := strings.Replace(f.Key, "YEAR", fmt.Sprint(2024+r.IntN(2)), 1)
				if p, err := s.Try(SetField{Ref: refs[r.IntN(len(refs))], Key: key, Value: randomValue(r, f)}); err == nil {
					s.now = p.Apply(s.now)
				}
				if r.IntN(3) == 0 {
					s.now = entryChanged(r, s.now)
				}
			}
			return s.now
		}
		mine, theirs := grow(), grow()
		b, x, y := everyFact(base), everyFact(mine), everyFact(theirs)
		m := merged(t, base, mine, theirs)
		answers, both, met := map[string]Resolution{}, 0, []factOf(nil)
		for _, c := range m.Conflicts() {
			answers[c.Key] = Resolution{Side: TakeTheirs}
		}
		taken, _, err := m.Resolve(answers)
		if err != nil {
			t.Fatal(err)
		}
		got, other := everyFact(m.Result()), everyFact(taken)
		for k := range b {
			want, theirs := x[k], y[k]
			switch {
			case x[k] == b[k]:
				want = y[k]
			case y[k] == b[k] || x[k] == y[k]:
				theirs = x[k]
			default:
				both++
				met = append(met, k)
				if !slices.ContainsFunc(m.Conflicts(), func(c Clash) bool {
					return c.Base == toldAs(b[k], true) && c.Mine == toldAs(x[k], false) && c.Theirs == toldAs(y[k], false)
				}) {
					t.Errorf("seed %d, %v: changed by both, from %q to %q and %q, and no conflict", seed, k, b[k], x[k], y[k])
				}
			}
			if got[k] != want || other[k] != theirs {
				t.Errorf("seed %d, %v: %q, mine %q, theirs %q, became %q, or %q", seed, k, b[k], x[k], y[k], got[k], other[k])
			}
		}
		if n := len(m.Conflicts()); n != both {
			t.Fatalf("seed %d: %d conflicts, %q; facts changed by both %v", seed, n, what(m.Conflicts()), met)
		}
		clashes += both
	}
	if clashes < 20 {
		t.Errorf("only %d conflicts in all: the test tests little", clashes)
	}
}

// what are conflicts in a line each.
func what(list []Clash) (out []string) {
	for i := range list {
		out = append(out, list[i].What())
	}
	return out
}

// Edits of different things give the same whoever merges whom.
func TestDisjointEditsCommute(t *testing.T) {
	for n := range seeds(t, 60, 2000) {
		seed := uint64(n)
		base := everything(t)
		r := rand.New(rand.NewPCG(seed, 36))
		grow := func(who string, account AccountID) *Portfolio {
			n := 0
			s := &Session{now: base, today: testToday, newID: func() string { n++; return fmt.Sprintf("%s%d", who, n) }, scores: Score(base, testToday)}
			for range 20 {
				c := randomChange(r, s)
				switch c.(type) {
				case SetField, SetRating, AddSeat, AddObjective, AddAction, AddItem, AddCell, RemoveItem, RemoveSeat, MoveSeat, SetTie, CompleteAction:
				default:
					continue
				}
				if p, err := s.Try(c); err == nil && p.ProgrammeAfter == nil && !slices.ContainsFunc(p.After, func(a *Account) bool { return a.ID != account }) {
					s.now = p.Apply(s.now)
				}
			}
			return s.now
		}
		mine, theirs := grow("m", "a"), grow("t", "b")
		one, two := merged(t, base, mine, theirs), merged(t, base, theirs, mine)
		if !samePortfolio(one.Result(), two.Result()) || len(one.Conflicts())+len(two.Conflicts()) > 0 {
			t.Fatalf("seed %d: %d and %d conflicts, %s", seed, len(one.Conflicts()), len(two.Conflicts()), unlike(one.Result(), two.Result()))
		}
		// additions to the same lists of one account, too
		mine, theirs = added(t, base, r, "m"), added(t, base, r, "t")
		one, two = merged(t, base, mine, theirs), merged(t, base, theirs, mine)
		if !samePortfolio(one.Result(), two.Result()) || len(one.Conflicts()) > 0 {
			t.Fatalf("seed %d: additions do not commute: %s", seed, unlike(one.Result(), two.Result()))
		}
		a := one.Result().Account("a")
		if n := len(a.Actions); n != len(mine.Account("a").Actions)+len(theirs.Account("a").Actions)-2 {
			t.Fatalf("seed %d: %d actions", seed, n)
		}
	}
}

func added(t *testing.T, base *Portfolio, r *rand.Rand, who string) *Portfolio {
	s := newTestSession(base)
	for i := range 1 + r.IntN(5) {
		id := fmt.Sprint(who, i)
		list := []Change{AddAction{"a", ActionID(id), "do " + id, ""}, AddItem{"a", OfRisk, id, "risk " + id}, AddSeat{"a", SeatID(id), "Seat " + id, "s1", PersonID("p" + id), "P " + id},
			SetField{Ref: AccountRef("a"), Key: fmt.Sprintf("figures.%d.wallet", 2019+i+len(who)*3+strings.Index("mt", who)*7), Value: "5"}}
		for _, c := range list {
			if _, err := s.Do(c, testNow); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s.Portfolio()
}
