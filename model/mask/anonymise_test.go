package mask

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"accord/model"
	"accord/model/modeltest"
	"accord/model/score"
	"accord/model/sessiontest"
)

// fillUnique gives every text of a value a word of its own of sixteen letters, and
// every amount a number of nine digits of its own.
func fillUnique(v reflect.Value, n *int) {
	switch x := v.Addr().Interface().(type) {
	case *model.Date:
		*x = modeltest.Today.AddDays(-*n % 300)
		return
	case *model.Money:
		*n++
		*x = model.NewMoney(float64(100_000_000+*n*1_000_003%899_999_999), "USD")
		return
	}
	switch v.Kind() {
	case reflect.String:
		*n++
		v.SetString(fmt.Sprintf("qzword%010d", *n))
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fillUnique(v.Field(i), n)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fillUnique(v.Index(i), n)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fillUnique(key, n)
		fillUnique(value, n)
		v.SetMapIndex(key, value)
	}
}

// No word and no amount that anybody entered is in an anonymous portfolio, however
// deep it lay: everything in it is searched.
func TestNobodyCanBeToldInAnAnonymousPortfolio(t *testing.T) {
	n := 0
	var accounts []*model.Account
	for range 3 {
		a := new(model.Account)
		fillUnique(reflect.ValueOf(a).Elem(), &n)
		for i := range a.Years {
			a.Years[i] = model.Year{Year: 2024 + i, Revenue: a.Years[i].Revenue, CostOfSales: a.Years[i].CostOfSales, CostToServe: a.Years[i].CostToServe, Wallet: a.Years[i].Wallet}
		}
		accounts = append(accounts, a)
	}
	g := model.NewProgramme()
	g.Team = make([]model.Member, 2)
	for i := range g.Team {
		fillUnique(reflect.ValueOf(&g.Team[i]).Elem(), &n)
	}
	p, err := model.NewPortfolio(g, accounts)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(struct {
		A []*model.Account
		G *model.Programme
	}{Anonymise(score.Of(p, modeltest.Today)).Accounts(), Anonymise(score.Of(p, modeltest.Today)).Programme()})
	if err != nil {
		t.Fatal(err)
	}
	// Identifiers join things and are shown nowhere; factors are the method's.
	plain := regexp.MustCompile(`"(id|parent|manager|sponsor|person|reports_to|ours|theirs|from|to|cites|uses|objective|after|value|review)":"qzword\d+"|"qzword\d+":\{"ours"`).ReplaceAllString(string(text), "")
	if found := regexp.MustCompile(`qzword\d+`).FindAllString(plain, 5); len(found) > 0 {
		t.Errorf("words get through: %v", found)
	}
	if found := regexp.MustCompile(`"minor":\d{9,}`).FindAllString(plain, 5); len(found) > 0 {
		t.Errorf("amounts get through: %v", found)
	}
	if !strings.Contains(plain, hidden) {
		t.Error("nothing was hidden: the test looked at nothing")
	}
}

// The scores of an anonymous portfolio are those of the real one; all revenue is
// the index.
func TestAnonymousScoresAreTheRealOnes(t *testing.T) {
	a, b := modeltest.Earning("a", 750_000, 500_000), modeltest.Earning("b", 250_000, 100_000)
	a.Ratings, b.Ratings = modeltest.Rated("a", map[string]string{"importance": "543", "position": "22"}).Ratings, modeltest.Rated("b", map[string]string{"importance": "11", "position": "55"}).Ratings
	s := score.Of(modeltest.PortfolioOf(t, a, b), modeltest.Today)
	m := score.Of(Anonymise(s), modeltest.Today)
	if math.Abs(m.Revenue.Total-indexTotal) > 0.001 {
		t.Errorf("revenue %v", m.Revenue.Total)
	}
	for _, id := range []model.AccountID{"a", "b"} {
		x, y := s.Local(id), m.Local(id)
		if x.Strategic != y.Strategic || s.Standing(id).Health != m.Standing(id).Health || s.Quadrant(id) != m.Quadrant(id) || m.Portfolio().Account(id).Name == s.Portfolio().Account(id).Name {
			t.Errorf("%s: %v became %v", id, x.Strategic, y.Strategic)
		}
	}
	if one, other := Anonymise(s), Anonymise(s); one.Account("a").Name != other.Account("a").Name || one.Account("a").Name == one.Account("b").Name {
		t.Error("stand-ins change, or are shared")
	}
	seen := map[string]int{}
	for n := range 4000 {
		if w := spoken(n); seen[w] > 0 {
			t.Fatalf("%s stands for %d and %d", w, seen[w], n)
		} else {
			seen[w] = n + 1
		}
	}
}

// The words and keys of a method of one's own tell whose it is; those that come
// with the program do not. The scores stay the same either way.
func TestAnOwnMethodIsHidden(t *testing.T) {
	a := modeltest.Rated("a", map[string]string{"importance": "543", "position": "22"})
	own := *model.DefaultPack()
	own.Name, own.Instruments = "Acme method", slices.Clone(own.Instruments)
	in := &own.Instruments[0]
	in.Factors = append(slices.Clone(in.Factors), model.Factor{Key: "acmeties", Name: "Acme ties", Weight: 9, Question: "How close to Acme?", Anchors: []string{"Acme zero", "Acme one"}})
	in.Factors[0].Name, in.Factors[0].Anchors = "Acme capacity", nil
	if err := own.Prepare(); err != nil {
		t.Fatal(err)
	}
	g := model.NewProgramme()
	g.Pack = &own
	a.Ratings[model.FactorKey(in.Key+".acmeties")] = model.Rating{Ours: model.LevelOf(4)}
	a.Ratings["importance.acmegone"] = model.Rating{Ours: model.LevelOf(1)}
	p, err := model.NewPortfolio(g, []*model.Account{a})
	if err != nil {
		t.Fatal(err)
	}
	s := score.Of(p, modeltest.Today)
	masked := model.Renumber(Anonymise(s))
	text, err := json.Marshal(struct {
		A []*model.Account
		G *model.Programme
	}{masked.Accounts(), masked.Programme()})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(strings.ToLower(string(text)), "acme") {
		t.Errorf("the method tells: %s", regexp.MustCompile(`(?i).{40}acme.{20}`).FindString(string(text)))
	}
	if in := model.DefaultPack().Instruments[1]; !strings.Contains(string(text), in.Question) {
		t.Error("the words that come with the program are gone")
	}
	if got, want := score.Of(masked, modeltest.Today).Local(masked.At(0).ID).Strategic, s.Local("a").Strategic; got != want || !want.Known {
		t.Errorf("%v became %v", want, got)
	}
}

// Every score, flag and check of an anonymous portfolio is the real one, also
// where it rests on amounts, on who is whose colleague, or on accounts that bring
// the same; and so behind a veil that follows edits.
func TestEveryAnonymousScoreIsTheRealOne(t *testing.T) {
	modeltest.EachRandom(t, modeltest.Seeds(t, 150, 2000), func(r *rand.Rand, p *model.Portfolio) {
		people(r, p)
		s := sessiontest.New(p)
		real := s.Scores()
		sameStanding(t, real, score.Of(Anonymise(real), modeltest.Today))
		renumbered := score.Of(model.Renumber(Anonymise(real)), modeltest.Today)
		for i := range p.Accounts() {
			if got, want := renumbered.StandingAt(i).Health, real.StandingAt(i).Health; !near(got, want) {
				t.Fatalf("renumbered: health %v became %v", want, got)
			}
		}
		v := NewVeil(real, "secret")
		for range 6 {
			if _, err := s.Do(sessiontest.RandomChange(r, s), modeltest.Now); err == nil {
				v = v.Follow(s.Portfolio(), modeltest.Today)
				sameStanding(t, s.Scores(), v.Scores())
			}
		}
	})
}

// people gives actions to somebody of ours or theirs, written in any way.
func people(r *rand.Rand, p *model.Portfolio) {
	for _, a := range p.Accounts() {
		names := []string{"", "Nobody Known"}
		for _, m := range p.Programme().Team {
			names = append(names, m.Name, strings.ToUpper(m.Name), " "+strings.ToLower(m.Name)+" ")
		}
		for _, x := range a.Persons {
			names = append(names, x.Name, strings.ToUpper(x.Name))
		}
		for range r.IntN(5) {
			a.Actions = append(a.Actions, model.Action{ID: model.ActionID(fmt.Sprint("x", len(a.Actions))), Text: "call", Owner: names[r.IntN(len(names))], Due: modeltest.Today})
		}
	}
}

func near(a, b model.Num) bool { return a.Known == b.Known && math.Abs(a.V-b.V) <= 1e-9 }

// sameStanding compares all that is said of accounts and of the portfolio, but
// amounts, which are another.
func sameStanding(t *testing.T, real, shown *score.Scores) {
	t.Helper()
	nums := func(s *score.Scores, i int) map[string]model.Num {
		l, x := s.LocalAt(i), s.StandingAt(i)
		out := map[string]model.Num{"S": l.Strategic, "importance": l.Importance.Score, "position": l.Position.Score, "R": l.Relationship.Score, "V": l.Value.Score, "verified": l.Value.VerifiedShare,
			"beyond": l.Value.BeyondProduct, "ratio": l.Value.Ratio, "insight": l.Insight, "execution": l.Execution, "alignment": x.Alignment, "quality": x.Quality, "plan": x.Plan,
			"commercial": x.Commercial, "H": x.Health, "confidence": model.Some(x.HealthConfidence), "attention": x.Attention, "growth": l.CAGR, "share": s.Revenue.Share(l.Revenue)}
		for k := range l.Years {
			out[fmt.Sprint("margin", k)], out[fmt.Sprint("wallet", k)] = l.Years[k].Margin, l.Years[k].WalletShare
		}
		return out
	}
	for i, a := range real.Portfolio().Accounts() {
		got := nums(shown, i)
		for key, want := range nums(real, i) {
			if !near(got[key], want) {
				t.Fatalf("%s of %s: %v became %v", key, a.Name, want, got[key])
			}
		}
		x, y := real.StandingAt(i), shown.StandingAt(i)
		if x.Flags != y.Flags || checked(x) != checked(y) || x.Stage != y.Stage || real.QuadrantAt(i) != shown.QuadrantAt(i) || real.Revenue.Class[i] != shown.Revenue.Class[i] || real.Contribution.Class[i] != shown.Contribution.Class[i] {
			t.Fatalf("%s: %+v became %+v, %s%s became %s%s", a.Name, x, y, real.Revenue.Class[i], real.Contribution.Class[i], shown.Revenue.Class[i], shown.Contribution.Class[i])
		}
	}
	if c, d := real.Concentration, shown.Concentration; !near(c.CR1, d.CR1) || !near(c.CR3, d.CR3) || !near(c.HHI, d.HHI) || !near(c.Gini, d.Gini) || !near(real.Spearman, shown.Spearman) || len(real.Alarms) != len(shown.Alarms) {
		t.Fatalf("the portfolio: %+v became %+v", c, d)
	}
}

// What leaves of an index is rounded: the exact one would give away what divides
// all amounts, and so the amounts.
func TestAnIndexIsRoundedWhereItLeaves(t *testing.T) {
	s := score.Of(modeltest.PortfolioOf(t, modeltest.Earning("a", 1_234_567, 234_567), modeltest.Earning("b", 765_433, 5)), modeltest.Today)
	y := Anonymise(s).Account("a").Years[0]
	if y.Revenue.Currency != model.Index || strings.Contains(y.Revenue.String(), "EUR") || y.Revenue.String() != y.Revenue.Plain() {
		t.Errorf("an index reads %q", y.Revenue.String())
	}
	var back model.Money
	text, err := json.Marshal(y.Revenue)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if exact := y.Revenue.Major(); back.Major() == exact || math.Abs(back.Major()-exact) > 0.005 {
		t.Errorf("%v leaves as %v", exact, back.Major())
	}
}

// Sales that cancel out are nothing as an index too, and not what rounding left of them.
func TestAnIndexOfNothingIsNothing(t *testing.T) {
	sale := func(minor int64) model.Transaction {
		return model.Transaction{Key: strconv.FormatInt(minor, 10), Date: model.NewDate(2025, 3, 1), Amount: model.Money{Minor: minor, Currency: "EUR"}}
	}
	for n := int64(1); n < 400; n++ {
		a := &model.Account{ID: "a", Name: "A", Transactions: []model.Transaction{sale(1000 + 7*n), sale(-500 - 3*n), sale(-500 - 4*n)}}
		b := &model.Account{ID: "b", Name: "B", Transactions: []model.Transaction{sale(765432100)}}
		p := modeltest.PortfolioOf(t, a, b)
		p.Programme().Currency = "EUR"
		shown := score.Of(Anonymise(score.Of(p, modeltest.Today)), modeltest.Today)
		if got := shown.LocalAt(0).Revenue; math.Abs(got.V) > 1e-9 || !got.Known {
			t.Fatalf("%d: an index of %v", n, got)
		}
	}
}

// checked are the checks of a plan that are met.
func checked(x *score.Standing) (out [score.PlanCheckCount]bool) {
	for i := range out {
		out[i] = x.CheckMet(i)
	}
	return out
}
