package model

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// A veil that followed edits shows what one drawn afresh shows, and its scores are
// those of that; its stand-ins are those of the moment it was drawn.
func TestAVeilFollowsEdits(t *testing.T) {
	eachRandom(t, seeds(t, 20, 1500), func(r *rand.Rand, p *Portfolio) {
		s := newTestSession(p)
		v := NewVeil(s.Scores(), "secret")
		for range 12 {
			before := s.Portfolio()
			if _, err := s.Do(randomChange(r, s), testNow); err != nil {
				continue
			}
			v = v.Follow(s.Portfolio(), testToday)
			fresh := OpenVeil(v.State(), s.Scores())
			if !reflect.DeepEqual(v.shown.accounts, fresh.shown.accounts) || !reflect.DeepEqual(v.shown.programme, fresh.shown.programme) || !reflect.DeepEqual(v.shown.index, fresh.shown.index) {
				t.Fatal("the veil shows something else than one drawn afresh")
			}
			sameScores(t, v.Scores(), Score(v.shown, testToday))
			if back := v.Hide(before); !reflect.DeepEqual(back.accounts, OpenVeil(v.State(), Score(before, testToday)).shown.accounts) {
				t.Fatal("the past is shown otherwise than it was")
			}
		}
		if s.Undo(); s.Portfolio().Len() > 0 {
			v = v.Follow(s.Portfolio(), testToday)
			sameScores(t, v.Scores(), Score(v.shown, testToday))
		}
	})
}

// Ratings, places and days behind the veil are the real ones.
func TestAVeilKeepsWhatIsTrue(t *testing.T) {
	eachRandom(t, seeds(t, 60, 600), func(_ *rand.Rand, p *Portfolio) {
		s := Score(p, testToday)
		v := NewVeil(s, "secret")
		for _, a := range p.accounts {
			x, y := s.Local(a.ID), v.Scores().Local(a.ID)
			if x.Strategic != y.Strategic || x.Importance.Score != y.Importance.Score || x.Position.Score != y.Position.Score || s.Quadrant(a.ID) != v.Scores().Quadrant(a.ID) {
				t.Fatalf("%s: %v became %v", a.ID, x.Strategic, y.Strategic)
			}
		}
	})
}

// Every text of the programme is hidden: title, team, method pack, ballot.
func TestAVeilHidesTheProgramme(t *testing.T) {
	n := 0
	g := new(Programme)
	fillUnique(reflect.ValueOf(g).Elem(), &n)
	g.Currency, g.Rates = "EUR", nil
	text, err := DefaultPack().Text()
	if err != nil {
		t.Fatal(err)
	}
	if g.Pack, err = ParsePack(text); err != nil {
		t.Fatal(err)
	}
	g.Pack.Name, g.Pack.Language = "qzword0000009001", "qzword0000009002"
	g.Pack.Instruments = append(g.Pack.Instruments, Instrument{Key: "own", Name: "qzword0000009003", Question: "qzword0000009004", Max: 5, Factors: []Factor{{Key: "f", Name: "qzword0000009005", Question: "qzword0000009006", Anchors: []string{"qzword0000009007"}, full: "own.f"}}})
	g.Pack.Instruments[0].Question = "qzword0000009008"
	f := &g.Pack.Instruments[0].Factors[0]
	f.Name, f.Question, f.Anchors[2] = "qzword0000009009", "qzword0000009010", "qzword0000009011"
	g.Ballots = []Ballot{{Accounts: []AccountID{"a"}, Instrument: "importance", Raters: []string{"qzword0000009012"}, Marks: map[string]Level{"a/qzword0000009012/importance.capacity": LevelOf(3)}}}
	g.Workshop = &Workshop{Title: "qzword0000009013", Before: "qzword0000009014", People: []Participant{{Initials: "qzword0000009012", Function: "qzword0000009015"}}, Steps: []AgendaStep{{ID: "s", Name: "qzword0000009016", Note: "qzword0000009017"}},
		Parked: []Parked{{ID: "k", Text: "qzword0000009018", Who: "qzword0000009019", Where: "qzword0000009020"}}}
	p, err := NewPortfolio(g, []*Account{earning("a", 1, 1)})
	if err != nil {
		t.Fatal(err)
	}
	shown := NewVeil(Score(p, testToday), "secret").Portfolio().Programme()
	out, err := json.Marshal(shown)
	if err != nil {
		t.Fatal(err)
	}
	plain := regexp.MustCompile(`"id":"qzword\d+"|"qzword\d+":\{"ours"`).ReplaceAllString(string(out), "")
	if found := regexp.MustCompile(`qzword\d+`).FindAllString(plain, 5); len(found) > 0 {
		t.Errorf("words get through: %v", found)
	}
	if one := shown.Pack.Instruments[0].Factors[0]; one.Question != DefaultPack().Instruments[0].Factors[0].Question || one.Anchors[2] != DefaultPack().Instruments[0].Factors[0].Anchors[2] {
		t.Error("a question that Accord came with is not asked as it came")
	}
	if shown.Ballots[0].Mark("a", shown.Ballots[0].Raters[0], "importance.capacity") != LevelOf(3) {
		t.Error("a mark was lost")
	}
}

// What the screen shows cannot be written where the real thing stands; what is
// true may be edited.
func TestAVeilLetsOnlyTruthThrough(t *testing.T) {
	a := earning("a", 750_000, 500_000)
	a.Name, a.Charter = "Meridian", "our charter"
	a.Actions = []Action{{ID: "x", Text: "call them", Due: testToday, Again: Weekly}}
	a.Persons, a.Seats = []Person{{ID: "p", Name: "Anna"}}, []Seat{{ID: "s", Title: "CFO", Person: "p"}}
	a.Ratings = map[FactorKey]Rating{"importance.capacity": {Ours: LevelOf(2), Note: "line 3"}}
	s := newTestSession(portfolioOf(t, a, earning("b", 1, 1)))
	v := NewVeil(s.Scores(), "secret")
	field := func(key, value string) Change { return SetField{Ref: AccountRef("a"), Key: key, Value: value} }
	refused := func(c Change) bool {
		p, err := s.Try(c)
		if err != nil {
			t.Fatalf("%s: %v", c.Label(), err)
		}
		return v.Refuses(c, p) != nil
	}
	for _, c := range []Change{field("charter", hidden), field("charter", ""), field("name", v.Portfolio().Account("a").Name), field("importance.capacity.note", ""), field("figures.2025.revenue", "750"), AddAccount{ID: "n", Name: "New"},
		AddSeat{Account: "a", ID: "t", Title: "CEO"}, AddAction{Account: "a", ID: "y", Text: "new words"}, SetField{Ref: Ref{Of: OfProgramme}, Key: "programme.title", Value: "x"}, SetField{Ref: Ref{Of: OfProgramme}, Key: "pack.importance.capacity.question", Value: "x"}} {
		if !refused(c) {
			t.Errorf("%s is let through", c.Label())
		}
	}
	for _, c := range []Change{field("importance.capacity", "5"), field("position.criticality", "3"), field("tier", "strategic"), CompleteAction{Account: "a", ID: "x", Next: "y"}, SetTie{Account: "a", ID: "t1", Ours: "m", Theirs: "p", Level: Vendor},
		RemoveAccount{Account: "b"}, SetField{Ref: Ref{Of: OfProgramme}, Key: "pack.importance.capacity.weight", Value: "30"}, OpenBallot{ID: "v", Accounts: []AccountID{"a"}, Instrument: "importance", Raters: []string{"AL"}},
		BeginWorkshop{Workshop: ReadyAgendas()[0].Workshop(ReadyAgendas()[0].Title(), testToday, testIDs())}} {
		if p, err := s.Try(c); err == nil && v.Refuses(c, p) != nil {
			t.Errorf("%s is refused", c.Label())
		} else if err != nil && !strings.Contains(err.Error(), "team") {
			t.Errorf("%s: %v", c.Label(), err)
		}
	}
	if p, err := v.Try(field("name", "B"), testIDs()); err == nil || strings.Contains(err.Error(), "already") || p != nil {
		t.Errorf("a name that is there answers %v", err)
	}
}
