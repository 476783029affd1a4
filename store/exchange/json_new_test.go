package exchange

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/session"
	"accord/store/exchange/document"
)

// What a plan is joined to, what comes again, whose side a point is on, how ready
// we are: all of it leaves as JSON and comes back.
func TestThePlanTravelsAsJSON(t *testing.T) {
	g := model.NewProgramme()
	g.Readiness = map[model.FactorKey]model.Rating{"readiness.criteria": {Ours: model.LevelOf(4), Date: today}}
	g.Team = []model.Member{{ID: "m", Name: "Dana", Competency: map[model.FactorKey]model.Rating{"competency.analysis": {Ours: model.LevelOf(2), Date: today}}}}
	a := &model.Account{ID: "a", Name: "Alpha", Competitors: "who\nelse", Focus: "invest: audits", Persons: []model.Person{{ID: "p", Name: "Anna"}}, Values: []model.ValueLine{{ID: "v", Text: "less scrap"}},
		Points: []model.Point{{ID: "w", Text: "reach", Side: model.TheirSide}, {ID: "o", Kind: model.Opportunity, Text: "plant"}}, Objectives: []model.Objective{{ID: "g", Text: "grow", Cites: "o", Uses: "w"}},
		Actions: []model.Action{{ID: "x", Text: "call", Objective: "g", Again: model.Monthly, After: "y", Person: "p", Value: "v"}, {ID: "y", Text: "ask"}}}
	p, err := model.NewPortfolio(g, []*model.Account{a})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := document.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	v, err := Read(bytes.NewReader(b.Bytes()), "all.json", model.EmptyPortfolio(), options(Guess))
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(model.EmptyPortfolio(), today, 0, counter())
	if _, err := s.Do(v.Change, time.Time{}); err != nil {
		t.Fatal(err)
	}
	if got := s.Portfolio().Account("a"); !reflect.DeepEqual(got, a) {
		t.Errorf("%+v\nwant %+v", got, a)
	}
	if got := s.Portfolio().Programme(); !reflect.DeepEqual(got.Readiness, g.Readiness) || !reflect.DeepEqual(got.Team, g.Team) {
		t.Errorf("%+v %+v", got.Readiness, got.Team)
	}
	for was, is := range map[string]string{`"again":2`: `"again":9`, `"side":1`: `"side":7`} {
		broken := bytes.Replace(b.Bytes(), []byte(was), []byte(is), 1)
		if bytes.Equal(broken, b.Bytes()) {
			t.Fatalf("%s is not in the document", was)
		}
		if _, err := Read(bytes.NewReader(broken), "all.json", model.EmptyPortfolio(), options(Guess)); err == nil {
			t.Errorf("%s is taken", is)
		}
	}
}

// A document that knew only one blind rating, about one account, is read with it.
func TestABlindRatingOfAnOlderDocument(t *testing.T) {
	text := `{"accord": "portfolio", "version": 1,
"programme": {"title":"T","currency":"EUR","ballot":{"account":"a","instrument":"importance","raters":["AL","BK"],"passed":1,"marks":{"AL/importance.capacity":4}}},
"accounts": [{"id":"a","name":"Alpha"}]}`
	p, _, err := document.ReadWithHistory(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	b := p.Programme().Voting()
	if b == nil || b.Rater() != "BK" || b.Mark("a", "AL", "importance.capacity") != model.LevelOf(4) {
		t.Errorf("%+v", p.Programme().Ballots)
	}
}

// An abstention travels, and is no question passed over.
func TestAnAbstentionTravelsAsJSON(t *testing.T) {
	g := *model.NewProgramme()
	g.Ballots = []model.Ballot{{ID: "b", Accounts: []model.AccountID{"a"}, Instrument: "importance", Raters: []string{"AL"}, Marks: map[string]model.Level{"a/AL/importance.capacity": model.UnknownLevel}}}
	p, err := model.NewPortfolio(&g, []*model.Account{{ID: "a", Name: "Alpha"}})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := document.Write(&out, p); err != nil {
		t.Fatal(err)
	}
	back, err := document.Read(&out)
	if err != nil {
		t.Fatal(err)
	}
	b := back.Programme().Voting()
	if got := b.Said("a", "AL", "importance.capacity") + b.Said("a", "AL", "importance.market_access"); got != "x–" {
		t.Errorf("said is %q", got)
	}
}
