package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/mask"
	"accord/model/score"
	"accord/store/exchange/document"
)

// filledPortfolio has a value in every member of everything, however deep it lies,
// and is legal all the same: a member that a document forgets is noticed.
func filledPortfolio(r *rand.Rand, accounts int) *model.Portfolio {
	f := &filler{r: r}
	var g model.Programme
	f.fill(reflect.ValueOf(&g).Elem())
	g.YearStarts, g.Year, g.Cut = time.Month(1+r.IntN(12)), 2020+r.IntN(9), float64(1+r.IntN(99))
	for i := range g.Rates { // none of the file's own currency, one for each year
		g.Rates[i].Currency, g.Rates[i].Year, g.Rates[i].Value = "EUR", 2015+i, 1+r.Float64()
	}
	var list []*model.Account
	for i := range accounts {
		a := new(model.Account)
		f.fill(reflect.ValueOf(a).Elem())
		f.join(a, &g)
		if a.Parent = ""; i > 0 {
			a.Parent = list[r.IntN(i)].ID
		}
		list = append(list, a)
	}
	p, err := model.NewPortfolio(&g, list)
	if err != nil {
		panic(err)
	}
	return p
}

type filler struct {
	r *rand.Rand
	n int
}

// last is the largest value of the choices that have few; every other has two and more.
var last = map[reflect.Type]uint64{reflect.TypeFor[model.PointSide](): 1, reflect.TypeFor[model.ValueDirection](): 1}

func (f *filler) fill(v reflect.Value) {
	f.n++
	switch v.Interface().(type) {
	case model.Date:
		v.Set(reflect.ValueOf(model.NewDate(2000+f.r.IntN(40), 1, 1+f.r.IntN(365))))
		return
	case model.Money:
		v.Set(reflect.ValueOf(model.Money{Minor: f.r.Int64N(1 << 50), Currency: []model.Currency{"EUR", "USD", "JPY"}[f.r.IntN(3)]}))
		return
	case model.Currency:
		v.SetString("ILS")
		return
	case model.Support:
		v.Set(reflect.ValueOf(model.Some(1 + f.r.IntN(2))))
		return
	case *model.Pack:
		pack := *model.DefaultPack()
		pack.Name, pack.Pairs, pack.Set = word(f.r)+"!", []model.FunctionPair{{Ours: 1, Theirs: 2, In: []model.Tier{1}}}, map[string]float64{"discount": 0.12}
		text, _ := json.Marshal(pack)
		parsed, err := model.ParsePack(text)
		if err != nil {
			panic(err)
		}
		v.Set(reflect.ValueOf(parsed))
		return
	}
	switch v.Kind() {
	case reflect.String:
		if strings.HasSuffix(v.Type().Name(), "ID") || v.Type() == reflect.TypeFor[model.FactorKey]() {
			v.SetString(fmt.Sprint("x", f.n))
		} else {
			v.SetString(word(f.r) + fmt.Sprint(f.n))
		}
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		most := uint64(2)
		if n := last[v.Type()]; n > 0 {
			most = n
		}
		v.SetUint(1 + f.r.Uint64N(most))
	case reflect.Int, reflect.Int64:
		v.SetInt(1 + f.r.Int64N(3))
	case reflect.Uint64:
		v.SetUint(1 + f.r.Uint64N(3))
	case reflect.Float64:
		v.SetFloat(0.25 + f.r.Float64()/2)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				f.fill(v.Field(i))
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 3, 3))
		for i := range 3 {
			f.fill(v.Index(i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range 3 {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			f.fill(key)
			f.fill(value)
			v.SetMapIndex(key, value)
		}
	default:
		panic(fmt.Sprintf("a member of kind %v that the filler does not know", v.Type()))
	}
}

// join lets every reference lead to something that is there.
func (f *filler) join(a *model.Account, g *model.Programme) {
	person := func() model.PersonID { return a.Persons[f.r.IntN(3)].ID }
	member := func() model.MemberID { return g.Team[f.r.IntN(3)].ID }
	a.Manager, a.Sponsor = member(), member()
	for i := range a.Years {
		a.Years[i].Year = 2020 + i
	}
	for i := range a.Seats {
		s := &a.Seats[i]
		s.Person, s.ReportsTo = a.Persons[i].ID, ""
		for k := range s.Past {
			s.Past[k].Person = person()
		}
		if i > 0 {
			s.ReportsTo = a.Seats[f.r.IntN(i)].ID
		}
	}
	for i := range a.Ties {
		a.Ties[i].Ours, a.Ties[i].Theirs = g.Team[i].ID, person()
	}
	for i := range a.Edges {
		a.Edges[i].From, a.Edges[i].To = a.Persons[i].ID, a.Persons[(i+1)%3].ID
	}
	for i := range a.Actions {
		x := &a.Actions[i]
		x.Objective, x.Person, x.Value, x.After = a.Objectives[i].ID, person(), a.Values[i].ID, a.Actions[(i+1)%3].ID
	}
	for i := range a.Objectives {
		a.Objectives[i].Cites, a.Objectives[i].Uses = a.Points[i].ID, a.Points[(i+1)%3].ID
	}
}

// empties lists the members of a value that are zero everywhere they occur.
func empties(list ...any) []string {
	seen := map[string]bool{}
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			walk(v.Elem())
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				walk(v.MapIndex(k))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if name := v.Type().Name() + "." + v.Type().Field(i).Name; v.Type().Field(i).IsExported() {
					seen[name] = seen[name] || !v.Field(i).IsZero()
					walk(v.Field(i))
				}
			}
		}
	}
	for _, x := range list {
		walk(reflect.ValueOf(x))
	}
	var out []string
	for name, full := range seen {
		if !full {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// Everything comes back from a document, and a second document is the same file.
func TestEveryMemberComesBackFromADocument(t *testing.T) {
	for seed := range uint64(60) {
		p := filledPortfolio(rand.New(rand.NewPCG(seed, 9)), 1+int(seed%4))
		if seed%4 > 0 { // the first account has no parent
			if list := empties(p.Programme(), p.Accounts()); len(list) > 0 {
				t.Fatalf("the filler leaves members empty: %v", list)
			}
		}
		for _, f := range edit.Fields(p.Programme()) { // and the registry sees a value in each row that has one place
			if f.Of == edit.OfAccount && f.Feeds == "" && f.Kind != edit.Link && edit.Get(p, edit.AccountRef(p.At(0).ID), f) == "" && !strings.Contains(f.Key, ".") {
				t.Fatalf("%s is empty", f.Key)
			}
		}
		text := document1(t, p)
		q, pv := settled(t, text, model.EmptyPortfolio(), options(Guess))
		if !equal(p, q) || pv.History != "" {
			t.Fatalf("seed %d: the portfolio came back changed", seed)
		}
		if document1(t, q) != text {
			t.Fatalf("seed %d: the second document is another file", seed)
		}
	}
}

// A document with a past is a document: it reads as one, and comes back as it was.
func TestHistoryComesBackFromADocument(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	p, was := filledPortfolio(r, 3), filledPortfolio(r, 2)
	mixed, err := model.NewPortfolio(was.Programme(), []*model.Account{was.At(0), was.At(1)})
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 24, 9, 30, 0, 123, time.UTC)
	h := &document.History{Format: 1, Snapshots: []document.Kept{{Name: "before <the> QBR", At: at, Day: model.NewDate(2026, 11, 24), Seq: 3, Portfolio: was}, {Name: "again", At: at, Day: model.Date{}, Seq: 4, Portfolio: mixed}}, Steps: raw(`{"seq":1,"kind":"edit"}`, `{"seq":2,"kind":"undo","of":1}`)}
	write := func(p *model.Portfolio, h *document.History) string {
		var b bytes.Buffer
		if err := document.WriteWithHistory(&b, p, h); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	text := write(p, h)
	_, past, _ := strings.Cut(text, `"history":`)
	if n := strings.Count(past, `{"id":"`+string(was.At(0).ID)+`"`); n != 1 {
		t.Errorf("what two snapshots have alike is there %d times", n)
	}
	q, back, err := document.ReadWithHistory(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if !equal(p, q) || len(back.Snapshots) != 2 || back.Words() != "2 snapshots and 2 steps" {
		t.Fatalf("%+v", back)
	}
	for i, k := range back.Snapshots {
		if w := h.Snapshots[i]; !equal(k.Portfolio, w.Portfolio) || k.Name != w.Name || !k.At.Equal(w.At) || k.Day != w.Day || k.Seq != w.Seq {
			t.Errorf("snapshot %q came back changed", w.Name)
		}
	}
	if write(q, back) != text {
		t.Error("the second document is another file")
	}
	if _, pv := settled(t, text, model.EmptyPortfolio(), options(Guess)); pv.History != "2 snapshots and 2 steps" || len(pv.New) != 3 {
		t.Errorf("%q", pv.History)
	}
	if _, h, err := document.ReadWithHistory(strings.NewReader(document1(t, p))); h != nil || err != nil {
		t.Error("a document without a past has one:", h, err)
	}
	for _, change := range [][3]string{{`"accounts":["`, `"accounts":["zz`, `"snapshots":`}, {`"tier":`, `"tier":9`, `"history"`}} {
		i := strings.Index(text, change[2])
		if _, _, err := document.ReadWithHistory(strings.NewReader(text[:i] + strings.Replace(text[i:], change[0], change[1], 1))); err == nil {
			t.Error("a broken past was read:", change)
		}
	}
}

func raw(list ...string) (out []json.RawMessage) {
	for _, s := range list {
		out = append(out, json.RawMessage(s))
	}
	return out
}

// An anonymous copy of everything can be imported, and scores as the original.
func TestAnAnonymousCopyIsADocument(t *testing.T) {
	today := model.NewDate(2026, 11, 24)
	for seed := range uint64(20) {
		p := filledPortfolio(rand.New(rand.NewPCG(seed, 5)), 3)
		s := score.Of(p, today)
		text := document1(t, mask.Anonymise(s))
		q, err := document.Read(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range p.Accounts() {
			if strings.Contains(text, a.Name) || strings.Contains(text, a.Persons[0].Name) || strings.Contains(text, a.Transactions[0].Key) {
				t.Fatal("the copy names somebody")
			}
			if x, y := s.Local(a.ID).Strategic, score.Of(q, today).Local(a.ID).Strategic; x != y {
				t.Errorf("S %v became %v", x, y)
			}
		}
	}
}
