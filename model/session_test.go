package model

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

var (
	long   = flag.Bool("long", false, "more runs of what is random")
	most   = flag.Int("seeds", 0, "of the long forms, how many seeds instead of each test's own number")
	budget = flag.Duration("budget", 0, "of the long forms, how long each test may go on; 0 is to the end")
)

// seeds are the numbers from 0 that a random test is done with: short of them, and
// with -long many. A -budget ends the long form early, never before the short form
// is done: how far it came is logged, and what fails says its seed, with which it
// fails wherever it is run.
func seeds(t *testing.T, short, many int) iter.Seq[int] {
	t.Helper()
	n := short
	if *long {
		n = max(many, short)
		if *most > 0 {
			n = max(*most, short)
		}
	}
	return func(yield func(int) bool) {
		began, done := time.Now(), 0
		for ; done < n; done++ {
			if *budget > 0 && done >= short && time.Since(began) > *budget {
				break
			}
			if !yield(done) {
				return
			}
		}
		if t.Logf("%d seeds", done); done < short || done == 0 {
			t.Errorf("only %d seeds, of at least %d", done, short)
		}
	}
}

// apartAt tells two long texts apart by what is around their first difference.
func apartAt(got, want string) string {
	if got == want {
		return "no difference"
	}
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(s string) string { return s[max(0, min(i, len(s))-60):min(len(s), i+60)] }
	return fmt.Sprintf("from byte %d: %q, want %q", i, around(got), around(want))
}

func snapshot(t *testing.T, p *Portfolio) string {
	t.Helper()
	b, err := json.Marshal(struct {
		A []*Account
		G *Programme
	}{append([]*Account{}, p.accounts...), p.programme})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestUndoTakesEverythingBack does random changes of every kind, checks that no
// older portfolio moved and that every figure equals one computed from scratch,
// then undoes all, redoes all, and compares.
func TestUndoTakesEverythingBack(t *testing.T) {
	kinds := map[string]bool{}
	for seed := range seeds(t, 60, 1000) {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		s := newTestSession(EmptyPortfolio())
		start := snapshot(t, s.Portfolio())
		at := testNow
		for range 120 {
			c := randomChange(r, s)
			before, text := s.Portfolio(), snapshot(t, s.Portfolio())
			at = at.Add(time.Duration(r.IntN(4)) * time.Second)
			p, err := s.Do(c, at)
			if err != nil && s.Portfolio() != before {
				t.Fatalf("seed %d: a refused %T changed the portfolio", seed, c)
			}
			if snapshot(t, before) != text {
				t.Fatalf("seed %d: %T wrote into the portfolio before it", seed, c)
			}
			if err == nil && !p.Empty() {
				kinds[reflect.TypeOf(c).Name()] = true
				sameScores(t, s.Scores(), Score(s.Portfolio(), testToday))
			}
		}
		end, steps := snapshot(t, s.Portfolio()), 0
		for {
			if _, ok := s.Undo(); !ok {
				break
			}
			steps++
			sameScores(t, s.Scores(), Score(s.Portfolio(), testToday))
		}
		if got := snapshot(t, s.Portfolio()); got != start {
			t.Fatalf("seed %d: after %d undos, %s", seed, steps, apartAt(got, start))
		}
		for {
			if _, ok := s.Redo(); !ok {
				break
			}
		}
		if got := snapshot(t, s.Portfolio()); got != end {
			t.Fatalf("seed %d: after redoing all, %s", seed, apartAt(got, end))
		}
	}
	for _, k := range changeTypes(t) {
		if !kinds[k] {
			t.Errorf("no random run made a %s; add it to randomChange", k)
		}
	}
}

// changeTypes lists the types of the package with an apply method.
func changeTypes(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv == nil || fn.Name.Name != "apply" {
				continue
			}
			if id, ok := fn.Recv.List[0].Type.(*ast.Ident); ok {
				out = append(out, id.Name)
			}
		}
	}
	if len(out) < 15 || !slices.Contains(out, "SetRating") {
		t.Fatalf("only %v found", out)
	}
	return out
}

// sameScores compares what Rescore reused with what Score computes.
func sameScores(t *testing.T, got, want *Scores) {
	t.Helper()
	for i := range want.local {
		if !reflect.DeepEqual(got.local[i], want.local[i]) {
			t.Fatalf("figures of %s differ %s", want.portfolio.At(i).Name, apartAt(fmt.Sprintf("%+v", got.local[i]), fmt.Sprintf("%+v", want.local[i])))
		}
	}
	g, w := *got, *want
	for i := range w.both {
		if fmt.Sprint(g.both[i]) != fmt.Sprint(w.both[i]) { // NaN is not equal to itself
			t.Fatalf("pair of %s: %v, want %v", want.portfolio.At(i).Name, g.both[i], w.both[i])
		}
	}
	g.local, w.local, g.portfolio, w.portfolio, g.both, w.both = nil, nil, nil, nil, nil, nil
	if !reflect.DeepEqual(g, w) {
		t.Fatalf("portfolio figures differ %s", apartAt(fmt.Sprintf("%+v", g), fmt.Sprintf("%+v", w)))
	}
}

func TestRapidEditsOfOneFieldAreOneUndo(t *testing.T) {
	a := rated("a", nil)
	rate := func(s *Session, f FactorKey, n int, at time.Time) {
		if _, err := s.Do(SetRating{"a", f, false, LevelOf(n)}, at); err != nil {
			t.Fatal(err)
		}
	}
	count := func(do func(*Session)) (n int) {
		s := newTestSession(portfolioOf(t, a))
		do(s)
		for {
			if _, ok := s.Undo(); !ok {
				return n
			}
			n++
		}
	}
	fast, slow := testNow.Add(time.Second), testNow.Add(3*time.Second)
	for name, c := range map[string]struct {
		want int
		do   func(*Session)
	}{
		"one factor, fast": {1, func(s *Session) { rate(s, "importance.capacity", 3, testNow); rate(s, "importance.capacity", 5, fast) }},
		"one factor, slow": {2, func(s *Session) { rate(s, "importance.capacity", 3, testNow); rate(s, "importance.capacity", 5, slow) }},
		"two factors, fast": {2, func(s *Session) {
			rate(s, "importance.capacity", 3, testNow)
			rate(s, "importance.profitability", 5, fast)
		}},
		"a visit to a field": {1, func(s *Session) { visit(t, s, 1, testNow); visit(t, s, 1, slow.Add(time.Hour)) }},
		"two visits":         {2, func(s *Session) { visit(t, s, 1, testNow); visit(t, s, 2, fast) }},
		"not across an undo": {1, func(s *Session) {
			rate(s, "importance.capacity", 3, testNow)
			s.Undo()
			rate(s, "importance.capacity", 5, fast)
		}},
	} {
		if got := count(c.do); got != c.want {
			t.Errorf("%s: %d undos, want %d", name, got, c.want)
		}
	}
}

func visit(t *testing.T, s *Session, entry uint64, at time.Time) {
	t.Helper()
	value := s.Portfolio().Account("a").Notes + "x"
	if _, err := s.Do(SetField{Ref: AccountRef("a"), Key: "notes", Value: value, Entry: entry}, at); err != nil {
		t.Fatal(err)
	}
}

func TestHistoryIsToldInWords(t *testing.T) {
	s := newTestSession(portfolioOf(t, rated("a", map[string]string{"importance": "3----"})))
	p, err := s.Do(SetRating{"a", "importance.capacity", false, LevelOf(5)}, testNow)
	if err != nil {
		t.Fatal(err)
	}
	edits := p.Edits(s.Portfolio().Programme())
	if len(edits) != 1 || edits[0].String() != "Account a: Capacity 3 → 5" {
		t.Errorf("%v", edits)
	}
}

func TestAFrozenSessionRefusesWithItsReason(t *testing.T) {
	s := newTestSession(portfolioOf(t, rated("a", nil)))
	s.Freeze("somebody else has the file")
	if _, err := s.Do(SetField{Ref: AccountRef("a"), Key: "city", Value: "Rome"}, testNow); err == nil || !strings.Contains(err.Error(), "somebody else") {
		t.Errorf("%v", err)
	}
}

func TestEveryFieldTakesALegalValueAndRefusesNonsense(t *testing.T) {
	g := NewProgramme()
	s := newTestSession(portfolioOf(t, &Account{ID: "a", Name: "A"}))
	for _, c := range []Change{AddMember{"m", "Dana", Sales}, AddSeat{"a", "s", "CFO", "", "p", "Anna"}, SetTie{"a", "t", "m", "p", Vendor, false}, AddObjective{"a", "o", "better"}, AddAction{"a", "x", "do", "o"},
		AddItem{"a", OfInsight, "i", "grow"}, AddItem{"a", OfValue, "v", "less waste"}, AddItem{"a", OfPoint, "p", "reach"}, AddItem{"a", OfRisk, "r", "a new owner"}, AddItem{"a", OfReview, "q", "spring"}, AddItem{"a", OfDecision, "d", "plan B"}, AddCell{"a", "c", "Lyon", "Pumps"}} {
		if _, err := s.Do(c, testNow); err != nil {
			t.Fatal(err)
		}
	}
	refs := map[EntityKind]Ref{OfAccount: AccountRef("a"), OfProgramme: {Of: OfProgramme}, OfMember: {Of: OfMember, ID: "m"}, OfSeat: {"a", OfSeat, "s"}, OfPerson: {"a", OfPerson, "p"},
		OfTie: {"a", OfTie, "t"}, OfObjective: {"a", OfObjective, "o"}, OfAction: {"a", OfAction, "x"}, OfInsight: {"a", OfInsight, "i"}, OfValue: {"a", OfValue, "v"}, OfPoint: {"a", OfPoint, "p"},
		OfRisk: {"a", OfRisk, "r"}, OfReview: {"a", OfReview, "q"}, OfCell: {"a", OfCell, "c"}, OfDecision: {"a", OfDecision, "d"}}
	legal := map[FieldKind]string{Text: "words", LongText: "words\nmore", Amount: "1250", Percent: "12.5", Whole: "3", Day: "2026-02-28", Grade: "3", Tags: "one, two", Decimal: "1"}
	seen := map[string]bool{}
	for _, f := range Fields(g) {
		if seen[f.Key] || f.Help == "" || f.Range == "" || f.Label == "" {
			t.Errorf("%s: used twice, or without help, range or label", f.Key)
		}
		seen[f.Key] = true
		f.Key = strings.Replace(f.Key, "YEAR", "2024", 1)
		value := legal[f.Kind]
		switch f.Kind {
		case Choice:
			value = f.Choices[len(f.Choices)-1]
		case YesNo:
			value = "yes"
		case Link:
			value = map[string]string{"action.objective": "words", "objective.cites": "reach", "parent": "", "manager": "Dana", "sponsor": "Dana"}[f.Key]
		}
		switch f.Key {
		case "programme.currency":
			value = "EUR"
		case "programme.rates":
			value = "GBP 2025 1.27, ILS 2024 0.27"
		case "programme.year":
			value = "2024"
		}
		checkField(t, s, refs[f.Of], f, value)
	}
}

func checkField(t *testing.T, s *Session, ref Ref, f Field, value string) {
	t.Helper()
	if _, err := s.Do(SetField{Ref: ref, Key: f.Key, Value: value}, testNow); err != nil {
		t.Errorf("%s refuses %q: %v", f.Key, value, err)
		return
	}
	found, err := FieldByKey(s.Portfolio().Programme(), f.Key)
	if err != nil {
		t.Errorf("%s: %v", f.Key, err)
		return
	}
	if got := s.Portfolio().Get(ref, found); got != value {
		t.Errorf("%s: set %q, got %q", f.Key, value, got)
	}
	if f.Kind == Text || f.Kind == LongText || f.Kind == Tags {
		return
	}
	before := s.Portfolio()
	_, err = s.Do(SetField{Ref: ref, Key: f.Key, Value: "no such ✗"}, testNow)
	var p *Problem
	if !errors.As(err, &p) || p.Hint == "" || s.Portfolio() != before {
		t.Errorf("%s takes nonsense, or refuses it without advice: %v", f.Key, err)
	}
}

func TestAnUnknownFieldNamesANearOne(t *testing.T) {
	_, err := FieldByKey(NewProgramme(), "importance.capacty")
	if err == nil || !strings.Contains(err.Error(), "importance.capacity") {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat("packs/default.en.json"); err != nil {
		t.Error(err)
	}
}
