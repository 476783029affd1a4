package session_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/score"
	"accord/model/session"
	"accord/model/sessiontest"
)

func snapshot(t *testing.T, p *model.Portfolio) string {
	t.Helper()
	b, err := json.Marshal(struct {
		A []*model.Account
		G *model.Programme
	}{append([]*model.Account{}, p.Accounts()...), p.Programme()})
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
	for seed := range modeltest.Seeds(t, 60, 1000) {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		s := sessiontest.New(model.EmptyPortfolio())
		start := snapshot(t, s.Portfolio())
		at := modeltest.Now
		for range 120 {
			c := sessiontest.RandomChange(r, s)
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
				sessiontest.SameScores(t, s.Scores(), score.Of(s.Portfolio(), modeltest.Today))
			}
		}
		end, steps := snapshot(t, s.Portfolio()), 0
		for {
			if _, ok := s.Undo(); !ok {
				break
			}
			steps++
			sessiontest.SameScores(t, s.Scores(), score.Of(s.Portfolio(), modeltest.Today))
		}
		if got := snapshot(t, s.Portfolio()); got != start {
			t.Fatalf("seed %d: after %d undos, %s", seed, steps, modeltest.ApartAt(got, start))
		}
		for {
			if _, ok := s.Redo(); !ok {
				break
			}
		}
		if got := snapshot(t, s.Portfolio()); got != end {
			t.Fatalf("seed %d: after redoing all, %s", seed, modeltest.ApartAt(got, end))
		}
	}
	for _, k := range changeTypes(t) {
		if !kinds[k] {
			t.Errorf("no random run made a %s; add it to randomChange", k)
		}
	}
}

// changeTypes lists the types with a method Apply of a Change.
func changeTypes(t *testing.T) []string {
	t.Helper()
	var out, files []string
	for _, room := range []string{"../edit", "../merge3"} {
		list, err := filepath.Glob(room + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, list...)
	}
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
			if !ok || fn.Recv == nil || fn.Name.Name != "Apply" {
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

func TestRapidEditsOfOneFieldAreOneUndo(t *testing.T) {
	a := modeltest.Rated("a", nil)
	rate := func(s *session.Session, f model.FactorKey, n int, at time.Time) {
		if _, err := s.Do(edit.SetRating{Account: "a", Factor: f, Verified: false, Level: model.LevelOf(n)}, at); err != nil {
			t.Fatal(err)
		}
	}
	count := func(do func(*session.Session)) (n int) {
		s := sessiontest.New(modeltest.PortfolioOf(t, a))
		do(s)
		for {
			if _, ok := s.Undo(); !ok {
				return n
			}
			n++
		}
	}
	fast, slow := modeltest.Now.Add(time.Second), modeltest.Now.Add(3*time.Second)
	for name, c := range map[string]struct {
		want int
		do   func(*session.Session)
	}{
		"one factor, fast": {1, func(s *session.Session) {
			rate(s, "importance.capacity", 3, modeltest.Now)
			rate(s, "importance.capacity", 5, fast)
		}},
		"one factor, slow": {2, func(s *session.Session) {
			rate(s, "importance.capacity", 3, modeltest.Now)
			rate(s, "importance.capacity", 5, slow)
		}},
		"two factors, fast": {2, func(s *session.Session) {
			rate(s, "importance.capacity", 3, modeltest.Now)
			rate(s, "importance.profitability", 5, fast)
		}},
		"a visit to a field": {1, func(s *session.Session) { visit(t, s, 1, modeltest.Now); visit(t, s, 1, slow.Add(time.Hour)) }},
		"two visits":         {2, func(s *session.Session) { visit(t, s, 1, modeltest.Now); visit(t, s, 2, fast) }},
		"not across an undo": {1, func(s *session.Session) {
			rate(s, "importance.capacity", 3, modeltest.Now)
			s.Undo()
			rate(s, "importance.capacity", 5, fast)
		}},
	} {
		if got := count(c.do); got != c.want {
			t.Errorf("%s: %d undos, want %d", name, got, c.want)
		}
	}
}

func visit(t *testing.T, s *session.Session, entry uint64, at time.Time) {
	t.Helper()
	value := s.Portfolio().Account("a").Notes + "x"
	if _, err := s.Do(edit.SetField{Ref: edit.AccountRef("a"), Key: "notes", Value: value, Entry: entry}, at); err != nil {
		t.Fatal(err)
	}
}

func TestHistoryIsToldInWords(t *testing.T) {
	s := sessiontest.New(modeltest.PortfolioOf(t, modeltest.Rated("a", map[string]string{"importance": "3----"})))
	p, err := s.Do(edit.SetRating{Account: "a", Factor: "importance.capacity", Verified: false, Level: model.LevelOf(5)}, modeltest.Now)
	if err != nil {
		t.Fatal(err)
	}
	edits := p.Edits(s.Portfolio().Programme())
	if len(edits) != 1 || edits[0].String() != "Account a: Capacity 3 → 5" {
		t.Errorf("%v", edits)
	}
}

func TestAFrozenSessionRefusesWithItsReason(t *testing.T) {
	s := sessiontest.New(modeltest.PortfolioOf(t, modeltest.Rated("a", nil)))
	s.Freeze("somebody else has the file")
	if _, err := s.Do(edit.SetField{Ref: edit.AccountRef("a"), Key: "city", Value: "Rome"}, modeltest.Now); err == nil || !strings.Contains(err.Error(), "somebody else") {
		t.Errorf("%v", err)
	}
}

func TestEveryFieldTakesALegalValueAndRefusesNonsense(t *testing.T) {
	g := model.NewProgramme()
	s := sessiontest.New(modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "A"}))
	for _, c := range []edit.Change{edit.AddMember{ID: "m", Name: "Dana", Function: model.Sales}, edit.AddSeat{Account: "a", ID: "s", Title: "CFO", ReportsTo: "", Person: "p", Name: "Anna"}, edit.SetTie{Account: "a", ID: "t", Ours: "m", Theirs: "p", Level: model.Vendor, Touch: false}, edit.AddObjective{Account: "a", ID: "o", Text: "better"}, edit.AddAction{Account: "a", ID: "x", Text: "do", Objective: "o"},
		edit.AddItem{Account: "a", Of: edit.OfInsight, ID: "i", Text: "grow"}, edit.AddItem{Account: "a", Of: edit.OfValue, ID: "v", Text: "less waste"}, edit.AddItem{Account: "a", Of: edit.OfPoint, ID: "p", Text: "reach"}, edit.AddItem{Account: "a", Of: edit.OfRisk, ID: "r", Text: "a new owner"}, edit.AddItem{Account: "a", Of: edit.OfReview, ID: "q", Text: "spring"}, edit.AddItem{Account: "a", Of: edit.OfDecision, ID: "d", Text: "plan B"}, edit.AddCell{Account: "a", ID: "c", Unit: "Lyon", Offering: "Pumps"}} {
		if _, err := s.Do(c, modeltest.Now); err != nil {
			t.Fatal(err)
		}
	}
	refs := map[edit.EntityKind]edit.Ref{edit.OfAccount: edit.AccountRef("a"), edit.OfProgramme: {Of: edit.OfProgramme}, edit.OfMember: {Of: edit.OfMember, ID: "m"}, edit.OfSeat: {Account: "a", Of: edit.OfSeat, ID: "s"}, edit.OfPerson: {Account: "a", Of: edit.OfPerson, ID: "p"},
		edit.OfTie: {Account: "a", Of: edit.OfTie, ID: "t"}, edit.OfObjective: {Account: "a", Of: edit.OfObjective, ID: "o"}, edit.OfAction: {Account: "a", Of: edit.OfAction, ID: "x"}, edit.OfInsight: {Account: "a", Of: edit.OfInsight, ID: "i"}, edit.OfValue: {Account: "a", Of: edit.OfValue, ID: "v"}, edit.OfPoint: {Account: "a", Of: edit.OfPoint, ID: "p"},
		edit.OfRisk: {Account: "a", Of: edit.OfRisk, ID: "r"}, edit.OfReview: {Account: "a", Of: edit.OfReview, ID: "q"}, edit.OfCell: {Account: "a", Of: edit.OfCell, ID: "c"}, edit.OfDecision: {Account: "a", Of: edit.OfDecision, ID: "d"}}
	legal := map[edit.FieldKind]string{edit.Text: "words", edit.LongText: "words\nmore", edit.Amount: "1250", edit.Percent: "12.5", edit.Whole: "3", edit.Day: "2026-02-28", edit.Grade: "3", edit.Tags: "one, two", edit.Decimal: "1"}
	seen := map[string]bool{}
	for _, f := range edit.Fields(g) {
		if seen[f.Key] || f.Help == "" || f.Range == "" || f.Label == "" {
			t.Errorf("%s: used twice, or without help, range or label", f.Key)
		}
		seen[f.Key] = true
		f.Key = strings.Replace(f.Key, "YEAR", "2024", 1)
		value := legal[f.Kind]
		switch f.Kind {
		case edit.Choice:
			value = f.Choices[len(f.Choices)-1]
		case edit.YesNo:
			value = "yes"
		case edit.Link:
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

func checkField(t *testing.T, s *session.Session, ref edit.Ref, f edit.Field, value string) {
	t.Helper()
	if _, err := s.Do(edit.SetField{Ref: ref, Key: f.Key, Value: value}, modeltest.Now); err != nil {
		t.Errorf("%s refuses %q: %v", f.Key, value, err)
		return
	}
	found, err := edit.FieldByKey(s.Portfolio().Programme(), f.Key)
	if err != nil {
		t.Errorf("%s: %v", f.Key, err)
		return
	}
	if got := edit.Get(s.Portfolio(), ref, found); got != value {
		t.Errorf("%s: set %q, got %q", f.Key, value, got)
	}
	if f.Kind == edit.Text || f.Kind == edit.LongText || f.Kind == edit.Tags {
		return
	}
	before := s.Portfolio()
	_, err = s.Do(edit.SetField{Ref: ref, Key: f.Key, Value: "no such ✗"}, modeltest.Now)
	var p *model.Problem
	if !errors.As(err, &p) || p.Hint == "" || s.Portfolio() != before {
		t.Errorf("%s takes nonsense, or refuses it without advice: %v", f.Key, err)
	}
}

func TestAnUnknownFieldNamesANearOne(t *testing.T) {
	_, err := edit.FieldByKey(model.NewProgramme(), "importance.capacty")
	if err == nil || !strings.Contains(err.Error(), "importance.capacity") {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat("../packs/default.en.json"); err != nil {
		t.Error(err)
	}
}
