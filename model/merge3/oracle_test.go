package merge3

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/sessiontest"
)

// factOf names one fact of a portfolio: the thing, and the registry's row.
type factOf struct {
	ref edit.Ref
	key string
}

// everyFact reads each row of the registry of each thing in a portfolio.
func everyFact(p *model.Portfolio) map[factOf]string {
	out := map[factOf]string{}
	for _, f := range edit.Fields(p.Programme()) {
		if strings.Contains(f.Key, "YEAR") || f.Kind == edit.Link { // a link tells the words of another fact
			continue
		}
		for _, ref := range everyRef(p, f.Of) {
			out[factOf{ref, f.Key}] = edit.Get(p, ref, f)
		}
	}
	for _, a := range p.Accounts() {
		for _, line := range edit.YearLines() {
			for _, year := range []int{2024, 2025} {
				f := edit.FigureField(line, year)
				out[factOf{edit.AccountRef(a.ID), f.Key}] = edit.Get(p, edit.AccountRef(a.ID), f)
			}
		}
	}
	mapFacts(p, out)
	return out
}

func everyRef(p *model.Portfolio, of edit.EntityKind) (out []edit.Ref) {
	if of == edit.OfProgramme {
		return []edit.Ref{{Of: of}}
	}
	if of == edit.OfMember {
		for _, m := range p.Programme().Team {
			out = append(out, edit.Ref{Of: of, ID: string(m.ID)})
		}
		return out
	}
	for _, a := range p.Accounts() {
		ids := map[edit.EntityKind][]string{edit.OfAccount: {""}, edit.OfSeat: listIDs(a.Seats), edit.OfPerson: listIDs(a.Persons), edit.OfTie: listIDs(a.Ties), edit.OfObjective: listIDs(a.Objectives), edit.OfAction: listIDs(a.Actions),
			edit.OfInsight: listIDs(a.Insights), edit.OfValue: listIDs(a.Values), edit.OfPoint: listIDs(a.Points), edit.OfRisk: listIDs(a.Risks), edit.OfReview: listIDs(a.Reviews), edit.OfCell: listIDs(a.Cells), edit.OfDecision: listIDs(a.Decisions)}
		for _, id := range ids[of] {
			out = append(out, edit.Ref{Account: a.ID, Of: of, ID: id})
		}
	}
	return out
}

// everything is a portfolio of two accounts with one of each thing in them.
func everything(t testing.TB) *model.Portfolio {
	s := sessiontest.New(model.EmptyPortfolio())
	list := []edit.Change{edit.AddMember{ID: "m1", Name: "Dana", Function: model.Sales}, edit.AddMember{ID: "m2", Name: "Avi", Function: model.Finance}}
	for _, a := range []model.AccountID{"a", "b"} {
		list = append(list, edit.AddAccount{ID: a, Name: "Account " + string(a)}, edit.AddSeat{Account: a, ID: "s1", Title: "CEO", ReportsTo: "", Person: "p1", Name: "Anna"}, edit.AddSeat{Account: a, ID: "s2", Title: "CFO", ReportsTo: "s1", Person: "p2", Name: "Ben"}, edit.SetTie{Account: a, ID: "t1", Ours: "m1", Theirs: "p1", Level: model.Vendor, Touch: false},
			edit.AddObjective{Account: a, ID: "o1", Text: "grow"}, edit.AddAction{Account: a, ID: "x1", Text: "call", Objective: "o1"}, edit.AddAction{Account: a, ID: "x2", Text: "visit", Objective: ""}, edit.AddItem{Account: a, Of: edit.OfInsight, ID: "i1", Text: "lower cost"}, edit.AddItem{Account: a, Of: edit.OfValue, ID: "v1", Text: "less scrap"}, edit.AddItem{Account: a, Of: edit.OfPoint, ID: "w1", Text: "reach"},
			edit.AddItem{Account: a, Of: edit.OfRisk, ID: "r1", Text: "new buyer"}, edit.AddItem{Account: a, Of: edit.OfReview, ID: "q1", Text: "QBR"}, edit.AddItem{Account: a, Of: edit.OfDecision, ID: "d1", Text: "plan B"}, edit.AddCell{Account: a, ID: "c1", Unit: "Lyon", Offering: "service"}, edit.SetField{Ref: edit.AccountRef(a), Key: "figures.2024.revenue", Value: "100"})
	}
	for _, c := range list {
		if _, err := s.Do(c, modeltest.Now); err != nil {
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
	fields := slices.DeleteFunc(edit.Fields(base.Programme()), func(f edit.Field) bool { return coupled(f.Key) || f.Kind == edit.Link })
	clashes := 0
	for n := range modeltest.Seeds(t, 30, 4000) {
		seed := uint64(n)
		r := rand.New(rand.NewPCG(seed, 35))
		grow := func() *model.Portfolio {
			s := &sessiontest.Light{Now: base, Day: model.NewDate(2026, time.November, 1+r.IntN(28)), IDs: modeltest.IDs()}
			for range 1 + r.IntN(30) {
				f := fields[r.IntN(len(fields))]
				if seed%3 == 0 { // few fields, so that both change the same ones
					f = fields[r.IntN(6)]
				}
				refs := everyRef(base, f.Of)
				key := strings.Replace(f.Key, "YEAR", fmt.Sprint(2024+r.IntN(2)), 1)
				s.Do(edit.SetField{Ref: refs[r.IntN(len(refs))], Key: key, Value: sessiontest.RandomValue(r, f)})
				if r.IntN(3) == 0 {
					s.Now = entryChanged(r, s.Now)
				}
			}
			return s.Now
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
	for n := range modeltest.Seeds(t, 60, 2000) {
		seed := uint64(n)
		base := everything(t)
		r := rand.New(rand.NewPCG(seed, 36))
		grow := func(who string, account model.AccountID) *model.Portfolio {
			n := 0
			s := &sessiontest.Light{Now: base, Day: modeltest.Today, IDs: func() string { n++; return fmt.Sprintf("%s%d", who, n) }}
			for range 20 {
				c := sessiontest.RandomChange(r, s)
				switch c.(type) {
				case edit.SetField, edit.SetRating, edit.AddSeat, edit.AddObjective, edit.AddAction, edit.AddItem, edit.AddCell, edit.RemoveItem, edit.RemoveSeat, edit.MoveSeat, edit.SetTie, edit.CompleteAction:
				default:
					continue
				}
				then, err := edit.After(s.Now, s.Day, s.IDs, c)
				if err != nil {
					continue
				}
				if p := edit.Between(s.Now, then); p.ProgrammeAfter == nil && !slices.ContainsFunc(p.After, func(a *model.Account) bool { return a.ID != account }) {
					s.Now = then
				}
			}
			return s.Now
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

func added(t *testing.T, base *model.Portfolio, r *rand.Rand, who string) *model.Portfolio {
	s := sessiontest.New(base)
	for i := range 1 + r.IntN(5) {
		id := fmt.Sprint(who, i)
		list := []edit.Change{edit.AddAction{Account: "a", ID: model.ActionID(id), Text: "do " + id, Objective: ""}, edit.AddItem{Account: "a", Of: edit.OfRisk, ID: id, Text: "risk " + id}, edit.AddSeat{Account: "a", ID: model.SeatID(id), Title: "Seat " + id, ReportsTo: "s1", Person: model.PersonID("p" + id), Name: "P " + id},
			edit.SetField{Ref: edit.AccountRef("a"), Key: fmt.Sprintf("figures.%d.wallet", 2019+i+len(who)*3+strings.Index("mt", who)*7), Value: "5"}}
		for _, c := range list {
			if _, err := s.Do(c, modeltest.Now); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s.Portfolio()
}
