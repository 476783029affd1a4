package mask

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/score"
	"accord/model/sessiontest"
)

// A veil that followed edits shows what one drawn afresh shows, and its scores are
// those of that; its stand-ins are those of the moment it was drawn.
func TestAVeilFollowsEdits(t *testing.T) {
	modeltest.EachRandom(t, modeltest.Seeds(t, 20, 1500), func(r *rand.Rand, p *model.Portfolio) {
		s := sessiontest.New(p)
		v := NewVeil(s.Scores(), "secret")
		for range 12 {
			before := s.Portfolio()
			if _, err := s.Do(sessiontest.RandomChange(r, s), modeltest.Now); err != nil {
				continue
			}
			v = v.Follow(s.Portfolio(), modeltest.Today)
			fresh := OpenVeil(v.State(), s.Scores())
			if !reflect.DeepEqual(v.shown.Accounts(), fresh.shown.Accounts()) || !reflect.DeepEqual(v.shown.Programme(), fresh.shown.Programme()) {
				t.Fatal("the veil shows something else than one drawn afresh")
			}
			sessiontest.SameScores(t, v.Scores(), score.Of(v.shown, modeltest.Today))
			if back := v.Hide(before); !reflect.DeepEqual(back.Accounts(), OpenVeil(v.State(), score.Of(before, modeltest.Today)).shown.Accounts()) {
				t.Fatal("the past is shown otherwise than it was")
			}
		}
		if s.Undo(); s.Portfolio().Len() > 0 {
			v = v.Follow(s.Portfolio(), modeltest.Today)
			sessiontest.SameScores(t, v.Scores(), score.Of(v.shown, modeltest.Today))
		}
	})
}

// Ratings, places and days behind the veil are the real ones.
func TestAVeilKeepsWhatIsTrue(t *testing.T) {
	modeltest.EachRandom(t, modeltest.Seeds(t, 60, 600), func(_ *rand.Rand, p *model.Portfolio) {
		s := score.Of(p, modeltest.Today)
		v := NewVeil(s, "secret")
		for _, a := range p.Accounts() {
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
	g := new(model.Programme)
	fillUnique(reflect.ValueOf(g).Elem(), &n)
	g.Currency, g.Rates = "EUR", nil
	text, err := model.DefaultPack().Text()
	if err != nil {
		t.Fatal(err)
	}
	if g.Pack, err = model.ParsePack(text); err != nil {
		t.Fatal(err)
	}
	g.Pack.Name, g.Pack.Language = "qzword0000009001", "qzword0000009002"
	g.Pack.Instruments = append(g.Pack.Instruments, model.Instrument{Key: "own", Name: "qzword0000009003", Question: "qzword0000009004", Max: 5, Factors: []model.Factor{{Key: "f", Name: "qzword0000009005", Question: "qzword0000009006", Anchors: []string{"qzword0000009007"}}}})
	if err := g.Pack.Prepare(); err != nil {
		t.Fatal(err)
	}
	g.Pack.Instruments[0].Question = "qzword0000009008"
	f := &g.Pack.Instruments[0].Factors[0]
	f.Name, f.Question, f.Anchors[2] = "qzword0000009009", "qzword0000009010", "qzword0000009011"
	g.Ballots = []model.Ballot{{Accounts: []model.AccountID{"a"}, Instrument: "importance", Raters: []string{"qzword0000009012"}, Marks: map[string]model.Level{"a/qzword0000009012/importance.capacity": model.LevelOf(3)}}}
	g.Workshop = &model.Workshop{Title: "qzword0000009013", Before: "qzword0000009014", People: []model.Participant{{Initials: "qzword0000009012", Function: "qzword0000009015"}}, Steps: []model.AgendaStep{{ID: "s", Name: "qzword0000009016", Note: "qzword0000009017"}},
		Parked: []model.Parked{{ID: "k", Text: "qzword0000009018", Who: "qzword0000009019", Where: "qzword0000009020"}}}
	p, err := model.NewPortfolio(g, []*model.Account{modeltest.Earning("a", 1, 1)})
	if err != nil {
		t.Fatal(err)
	}
	shown := NewVeil(score.Of(p, modeltest.Today), "secret").Portfolio().Programme()
	out, err := json.Marshal(shown)
	if err != nil {
		t.Fatal(err)
	}
	plain := regexp.MustCompile(`"id":"qzword\d+"|"qzword\d+":\{"ours"`).ReplaceAllString(string(out), "")
	if found := regexp.MustCompile(`qzword\d+`).FindAllString(plain, 5); len(found) > 0 {
		t.Errorf("words get through: %v", found)
	}
	if one := shown.Pack.Instruments[0].Factors[0]; one.Question != model.DefaultPack().Instruments[0].Factors[0].Question || one.Anchors[2] != model.DefaultPack().Instruments[0].Factors[0].Anchors[2] {
		t.Error("a question that Accord came with is not asked as it came")
	}
	if shown.Ballots[0].Mark("a", shown.Ballots[0].Raters[0], "importance.capacity") != model.LevelOf(3) {
		t.Error("a mark was lost")
	}
}

// What the screen shows cannot be written where the real thing stands; what is
// true may be edited.
func TestAVeilLetsOnlyTruthThrough(t *testing.T) {
	a := modeltest.Earning("a", 750_000, 500_000)
	a.Name, a.Charter = "Meridian", "our charter"
	a.Actions = []model.Action{{ID: "x", Text: "call them", Due: modeltest.Today, Again: model.Weekly}}
	a.Persons, a.Seats = []model.Person{{ID: "p", Name: "Anna"}}, []model.Seat{{ID: "s", Title: "CFO", Person: "p"}}
	a.Ratings = map[model.FactorKey]model.Rating{"importance.capacity": {Ours: model.LevelOf(2), Note: "line 3"}}
	s := sessiontest.New(modeltest.PortfolioOf(t, a, modeltest.Earning("b", 1, 1)))
	v := NewVeil(s.Scores(), "secret")
	field := func(key, value string) edit.Change {
		return edit.SetField{Ref: edit.AccountRef("a"), Key: key, Value: value}
	}
	refused := func(c edit.Change) bool {
		p, err := s.Try(c)
		if err != nil {
			t.Fatalf("%s: %v", c.Label(), err)
		}
		return v.Refuses(c, p) != nil
	}
	for _, c := range []edit.Change{field("charter", hidden), field("charter", ""), field("name", v.Portfolio().Account("a").Name), field("importance.capacity.note", ""), field("figures.2025.revenue", "750"), edit.AddAccount{ID: "n", Name: "New"},
		edit.AddSeat{Account: "a", ID: "t", Title: "CEO"}, edit.AddAction{Account: "a", ID: "y", Text: "new words"}, edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "programme.title", Value: "x"}, edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "pack.importance.capacity.question", Value: "x"}} {
		if !refused(c) {
			t.Errorf("%s is let through", c.Label())
		}
	}
	for _, c := range []edit.Change{field("importance.capacity", "5"), field("position.criticality", "3"), field("tier", "strategic"), edit.CompleteAction{Account: "a", ID: "x", Next: "y"}, edit.SetTie{Account: "a", ID: "t1", Ours: "m", Theirs: "p", Level: model.Vendor},
		edit.RemoveAccount{Account: "b"}, edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "pack.importance.capacity.weight", Value: "30"}, edit.OpenBallot{ID: "v", Accounts: []model.AccountID{"a"}, Instrument: "importance", Raters: []string{"AL"}},
		edit.BeginWorkshop{Workshop: model.ReadyAgendas()[0].Workshop(model.ReadyAgendas()[0].Title(), modeltest.Today, modeltest.IDs())}} {
		if p, err := s.Try(c); err == nil && v.Refuses(c, p) != nil {
			t.Errorf("%s is refused", c.Label())
		} else if err != nil && !strings.Contains(err.Error(), "team") {
			t.Errorf("%s: %v", c.Label(), err)
		}
	}
	if p, err := v.Try(field("name", "B"), modeltest.IDs()); err == nil || strings.Contains(err.Error(), "already") || p != nil {
		t.Errorf("a name that is there answers %v", err)
	}
}
