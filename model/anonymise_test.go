package model

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// fillUnique gives every text of a value a word of its own of sixteen letters, and
// every amount a number of nine digits of its own.
func fillUnique(v reflect.Value, n *int) {
	switch x := v.Addr().Interface().(type) {
	case *Date:
		*x = testToday.AddDays(-*n % 300)
		return
	case *Money:
		*n++
		*x = NewMoney(float64(100_000_000+*n*1_000_003%899_999_999), "USD")
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
	var accounts []*Account
	for range 3 {
		a := new(Account)
		fillUnique(reflect.ValueOf(a).Elem(), &n)
		for i := range a.Years {
			a.Years[i] = Year{Year: 2024 + i, Revenue: a.Years[i].Revenue, CostOfSales: a.Years[i].CostOfSales, CostToServe: a.Years[i].CostToServe, Wallet: a.Years[i].Wallet}
		}
		accounts = append(accounts, a)
	}
	g := NewProgramme()
	g.Team = make([]Member, 2)
	for i := range g.Team {
		fillUnique(reflect.ValueOf(&g.Team[i]).Elem(), &n)
	}
	p, err := NewPortfolio(g, accounts)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(struct {
		A []*Account
		G *Programme
	}{Anonymise(Score(p, testToday)).Accounts(), Anonymise(Score(p, testToday)).Programme()})
	if err != nil {
		t.Fatal(err)
	}
	// Identifiers join things and are shown nowhere; factors are the method's.
	plain := regexp.MustCompile(`"(id|parent|manager|sponsor|person|reports_to|ours|theirs|from|to|cites|uses|objective|after|value)":"qzword\d+"|"qzword\d+":\{"ours"`).ReplaceAllString(string(text), "")
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
	a, b := earning("a", 750_000, 500_000), earning("b", 250_000, 100_000)
	a.Ratings, b.Ratings = rated("a", map[string]string{"importance": "543", "position": "22"}).Ratings, rated("b", map[string]string{"importance": "11", "position": "55"}).Ratings
	s := Score(portfolioOf(t, a, b), testToday)
	m := Score(Anonymise(s), testToday)
	if !close9(m.Revenue.Total, indexTotal) {
		t.Errorf("revenue %v", m.Revenue.Total)
	}
	for _, id := range []AccountID{"a", "b"} {
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
	a := rated("a", map[string]string{"importance": "543", "position": "22"})
	own := *DefaultPack()
	own.Name, own.Instruments = "Acme method", slices.Clone(own.Instruments)
	in := &own.Instruments[0]
	in.Factors = append(slices.Clone(in.Factors), Factor{Key: "acmeties", Name: "Acme ties", Weight: 9, Question: "How close to Acme?", Anchors: []string{"Acme zero", "Acme one"}, full: FactorKey(in.Key + ".acmeties")})
	in.Factors[0].Name, in.Factors[0].Anchors = "Acme capacity", nil
	g := NewProgramme()
	g.Pack = &own
	a.Ratings[FactorKey(in.Key+".acmeties")] = Rating{Ours: LevelOf(4)}
	a.Ratings["importance.acmegone"] = Rating{Ours: LevelOf(1)}
	p, err := NewPortfolio(g, []*Account{a})
	if err != nil {
		t.Fatal(err)
	}
	s := Score(p, testToday)
	masked := Renumber(Anonymise(s))
	text, err := json.Marshal(struct {
		A []*Account
		G *Programme
	}{masked.Accounts(), masked.Programme()})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(strings.ToLower(string(text)), "acme") {
		t.Errorf("the method tells: %s", regexp.MustCompile(`(?i).{40}acme.{20}`).FindString(string(text)))
	}
	if in := DefaultPack().Instruments[1]; !strings.Contains(string(text), in.Question) {
		t.Error("the words that come with the program are gone")
	}
	if got, want := Score(masked, testToday).Local(masked.At(0).ID).Strategic, s.Local("a").Strategic; got != want || !want.Known {
		t.Errorf("%v became %v", want, got)
	}
}
