package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"accord/model"
	"accord/store/exchange/document"
)

// rich makes a random portfolio in which everything the model knows occurs.
func rich(r *rand.Rand, n int) *model.Portfolio {
	g := model.NewProgramme()
	g.Title, g.Currency, g.YearStarts, g.MedianCut, g.Cut = word(r), "EUR", 4, r.IntN(2) == 0, float64(r.IntN(100))
	for i := range 3 {
		g.Team = append(g.Team, model.Member{ID: model.MemberID(fmt.Sprint("m", i)), Name: word(r) + fmt.Sprint(i), Function: model.Function(r.IntN(13)), Email: "a@b", Sources: []model.SourceID{{System: "x", ID: word(r)}}})
	}
	if r.IntN(2) == 0 {
		var b bytes.Buffer
		doc, _ := json.Marshal(model.DefaultPack())
		b.Write(doc)
		g.Pack, _ = model.ParsePack(b.Bytes())
		g.Pack.Name = "ours"
	}
	var list []*model.Account
	for i := range n {
		list = append(list, richAccount(r, i))
	}
	p, err := model.NewPortfolio(g, list)
	if err != nil {
		panic(err)
	}
	return p
}

func word(r *rand.Rand) string {
	words := []string{"Acme & Söhne", "<b>\"x\"</b>", "מפעלי הצפון", "line\nbreak\ttab", "=1+1", "'quoted", "日本 🙂", "a,b;c", "\u2028", "-12", "+49 30"}
	return words[r.IntN(len(words))]
}

func money(r *rand.Rand) model.Money {
	if r.IntN(4) == 0 {
		return model.Money{}
	}
	return model.Money{Minor: r.Int64N(1 << 50), Currency: []model.Currency{"EUR", "USD", "JPY"}[r.IntN(3)]}
}

func date(r *rand.Rand) model.Date {
	if r.IntN(4) == 0 {
		return model.Date{}
	}
	return model.NewDate(2000+r.IntN(40), 1, 1+r.IntN(365))
}

func richAccount(r *rand.Rand, i int) *model.Account {
	id := func(s string, k int) string { return fmt.Sprint(s, i, "-", k) }
	a := &model.Account{ID: model.AccountID(id("a", 0)), Name: word(r) + fmt.Sprint(i), Owner: word(r), Manager: "m0", Sponsor: "m1", Tier: model.Tier(r.IntN(5)), Segment: word(r),
		Kind: word(r), Country: word(r), City: word(r), Website: word(r), Phone: word(r), Tags: []string{"a", "b"}, Notes: word(r), Archived: r.IntN(2) == 0, Created: date(r),
		Custom: map[string]string{"k": word(r), word(r): "v"}, Sources: []model.SourceID{{System: "salesforce", ID: id("s", 1)}}, Employees: model.Some(r.Int64N(100)), Turnover: money(r),
		Ratings: map[model.FactorKey]model.Rating{"importance.capacity": {Ours: model.LevelOf(r.IntN(6)), Note: word(r), Source: word(r), Date: date(r)}, "position.criticality": {Verified: model.LevelOf(0)}}}
	if i > 0 {
		a.Parent = model.AccountID(fmt.Sprint("a", r.IntN(i), "-0"))
	}
	for y := range 3 {
		a.Years = append(a.Years, model.Year{Year: 2020 + y, Kind: model.FigureKind(r.IntN(3)), Through: date(r), Revenue: money(r), CostOfSales: money(r), CostToServe: money(r), Wallet: money(r), CapacityShare: model.Some(r.Float64())})
		a.Transactions = append(a.Transactions, model.Transaction{Key: id("t", y), Date: date(r), Offering: word(r), Amount: model.Money{Minor: -5, Currency: "EUR"}})
	}
	for k := range 3 {
		who := model.PersonID(id("p", k))
		a.Persons = append(a.Persons, model.Person{ID: who, Name: word(r) + fmt.Sprint(k), Email: fmt.Sprint(k, "@x"), Phone: "1", Since: date(r), Support: model.Some(r.IntN(5) - 2), Coverage: model.Coverage(r.IntN(5)),
			Adaptability: model.Adaptability(r.IntN(6)), Orientation: model.Orientation(r.IntN(5)), Confirmed: true, Cares: word(r), Notes: word(r), LastActivity: date(r), Sources: []model.SourceID{{ID: id("c", k)}}})
		s := model.Seat{ID: model.SeatID(id("s", k)), Title: word(r), Unit: word(r), Function: model.Function(r.IntN(13)), Person: who, Influence: model.Influence(r.IntN(4)), Role: model.BuyingRole(r.IntN(8)),
			Past: []model.Tenure{{Person: who, From: date(r), To: date(r)}}}
		if k > 0 {
			s.ReportsTo = model.SeatID(id("s", k-1))
		}
		a.Seats = append(a.Seats, s)
		a.Ties = append(a.Ties, model.Tie{ID: model.TieID(id("t", k)), Ours: "m2", Theirs: who, Level: model.TieLevel(r.IntN(5)), Target: model.TieLevel(r.IntN(5)), LastContact: date(r), Cadence: r.IntN(99)})
		a.Objectives = append(a.Objectives, model.Objective{ID: model.ObjectiveID(id("o", k)), Text: word(r), Goal: word(r), Measure: word(r), Baseline: "1", Target: "2", Due: date(r), Owner: word(r), Status: model.ObjectiveStatus(k)})
		a.Actions = append(a.Actions, model.Action{ID: model.ActionID(id("x", k)), Text: word(r), Owner: word(r), Due: date(r), Status: model.ActionStatus(k), Done: date(r), Created: date(r), Objective: model.ObjectiveID(id("o", k))})
	}
	a.Edges = []model.Edge{{ID: model.EdgeID(id("e", 0)), Kind: model.Conflict, From: a.Persons[0].ID, To: a.Persons[1].ID}}
	return a
}

func equal(a, b *model.Portfolio) bool {
	return reflect.DeepEqual(a.Accounts(), b.Accounts()) && reflect.DeepEqual(a.Programme(), b.Programme())
}

func document1(t testing.TB, p *model.Portfolio) string {
	t.Helper()
	var b bytes.Buffer
	if err := document.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestJSONRoundTrip(t *testing.T) {
	for seed := range uint64(200) {
		p := rich(rand.New(rand.NewPCG(seed, 1)), int(seed%7))
		text := document1(t, p)
		if text != document1(t, p) {
			t.Fatal("the same portfolio gives other bytes")
		}
		q, err := document.Read(strings.NewReader(text))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if !equal(p, q) {
			t.Fatalf("seed %d: the portfolio came back changed", seed)
		}
		// Into an empty file it brings everything; a second time nothing.
		imported, pv := settled(t, text, model.EmptyPortfolio(), options(Guess))
		if !equal(p, imported) || len(pv.New) != p.Len() || pv.Kind != Portfolio {
			t.Fatalf("seed %d: the import differs", seed)
		}
	}
}

func TestJSONIntoAnotherPortfolio(t *testing.T) {
	in := rich(rand.New(rand.NewPCG(7, 7)), 4)
	mine := model.NewProgramme()
	mine.Team = []model.Member{{ID: "other", Name: in.Programme().Team[0].Name}}
	theirs := *in.Programme()
	theirs.Offerings = []model.Offering{{Name: "pro", Line: "theirs"}, {Name: "New"}}
	mine.Offerings = []model.Offering{{Name: "Pro", Line: "ours"}}
	in, err := model.NewPortfolio(&theirs, in.Accounts())
	if err != nil {
		t.Fatal(err)
	}
	same := *in.At(0)
	same.City = "elsewhere"
	byName := &model.Account{ID: "mine", Name: strings.ToUpper(in.At(1).Name)}
	unrelated := &model.Account{ID: "zz", Name: "Unrelated"}
	p, err := model.NewPortfolio(mine, []*model.Account{&same, byName, unrelated})
	if err != nil {
		t.Fatal(err)
	}
	q, pv := settled(t, document1(t, in), p, options(Portfolio))
	if q.Len() != 5 || len(pv.New) != 2 || len(pv.Changed) != 2 {
		t.Fatalf("%d accounts, %d new, %d changed", q.Len(), len(pv.New), len(pv.Changed))
	}
	if list := q.Programme().Offerings; len(list) != 2 || list[0].Line != "ours" || list[1].Name != "New" || len(mine.Offerings) != 1 {
		t.Errorf("the catalogue: %+v", list)
	}
	a := q.Account("mine")
	if a.Name != in.At(1).Name || a.Manager != "other" || q.Account(in.At(0).ID).City != in.At(0).City || len(q.Programme().Team) != 3 || q.Programme().Title != mine.Title {
		t.Errorf("%+v %+v", a, q.Programme())
	}
	for _, x := range q.Accounts() {
		if x.Parent != "" && q.Account(x.Parent) == nil {
			t.Errorf("%s lost its parent", x.Name)
		}
	}
}

func TestJSONRefusals(t *testing.T) {
	good := document1(t, rich(rand.New(rand.NewPCG(3, 3)), 3))
	for name, change := range map[string][2]string{
		"an id twice":          {`"id":"a1-0"`, `"id":"a0-0"`},
		"an invalid id or":     {`"id":"a1-0"`, `"id":"a 1"`},
		"a parent not there":   {`"parent":"a0-0"`, `"parent":"nobody"`},
		"a seat of nobody":     {`"reports_to":"s1-0","person":"p1-1"`, `"reports_to":"s1-0","person":"p9"`},
		"a circle of seats":    {`"reports_to":"s1-0"`, `"reports_to":"s1-2"`},
		"a tie to nobody":      {`"theirs":"p1-1"`, `"theirs":"p9"`},
		"a level out of range": {`"verified":0`, `"verified":9`},
		"a date that is none":  {`"created":"20`, `"created":"x0`},
		"a currency of none":   {`"currency":"EUR"`, `"currency":"euros"`},
		"a year twice":         {`"year":2021`, `"year":2020`},
	} {
		text := strings.Replace(good, change[0], change[1], -1)
		if name == "a year twice" {
			text = strings.ReplaceAll(strings.ReplaceAll(text, `"kind":1`, `"kind":0`), `"kind":2`, `"kind":0`)
			text = strings.ReplaceAll(text, `"year":2020,"kind":0`, `"year":2020`)
		}
		if text == good {
			t.Fatalf("%s: the document has nothing to change", name)
		}
		if _, err := document.Read(strings.NewReader(text)); err == nil {
			t.Errorf("%s was read", name)
		}
	}
}

func TestJSONIsCleaned(t *testing.T) {
	p, _ := model.NewPortfolio(model.NewProgramme(), []*model.Account{{ID: "a", Name: "Ac\u202eme\x1b[31m", Notes: "one\ntwo\x07", Custom: map[string]string{"k\x00": "\x1bv"}}})
	q, err := document.Read(strings.NewReader(document1(t, p)))
	if err != nil {
		t.Fatal(err)
	}
	if a := q.At(0); a.Name != "Acme[31m" || a.Notes != "one\ntwo" || a.Custom["k"] != "v" {
		t.Errorf("%+v", a)
	}
}
