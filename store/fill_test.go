package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/store/record"
	"accord/store/seal"
)

// TestMain keeps the list of known files out of the developer's own folder, and
// lets the test binary be the other process of a test.
func TestMain(m *testing.M) {
	seal.NewCost = seal.Cost{Time: 1, Memory: 64, Threads: 1} // what trying costs is measured elsewhere
	if job := os.Getenv("ACCORD_TEST_CHILD"); job != "" {
		os.Exit(child(job))
	}
	unsynced = true // no power is cut here; the children that are to survive one are above
	dir, err := os.MkdirTemp("", "accord-state-")
	if err != nil {
		panic(err)
	}
	_ = os.Setenv("ACCORD_STATE_DIR", dir)
	code := m.Run()
	_ = os.RemoveAll(dir)
	if seam.dir != "" {
		_ = os.RemoveAll(seam.dir)
	}
	os.Exit(code)
}

func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 7)) }

// filled gives every member of a value something that is not zero, however deep
// it lies, so that a member nobody converts is noticed.
func filled[T any](r *rand.Rand) T {
	var x T
	fillValue(reflect.ValueOf(&x).Elem(), r)
	return x
}

func fillValue(v reflect.Value, r *rand.Rand) {
	switch v.Interface().(type) {
	case model.Date:
		v.Set(reflect.ValueOf(model.NewDate(2000+r.IntN(60), time.Month(1+r.IntN(12)), 1+r.IntN(28))))
		return
	case record.Date:
		v.Set(reflect.ValueOf(record.Date(model.NewDate(2000+r.IntN(60), time.Month(1+r.IntN(12)), 1+r.IntN(31)))))
		return
	case model.Sharing:
		v.Set(reflect.ValueOf(model.IsShared + model.Sharing(r.IntN(2))))
		return
	case *model.Pack:
		pack := *model.DefaultPack()
		pack.Name = text(r, 8)
		v.Set(reflect.ValueOf(&pack))
		return
	}
	switch v.Kind() {
	case reflect.String:
		n := 1 + r.IntN(20)
		if strings.HasSuffix(v.Type().Name(), "ID") {
			n += 8 // two of one list are never the same
		}
		v.SetString(text(r, n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		v.SetUint(1 + r.Uint64N(5))
	case reflect.Int, reflect.Int64:
		v.SetInt(1 + r.Int64N(1<<40))
	case reflect.Uint64:
		v.SetUint(1 + r.Uint64N(1<<40))
	case reflect.Float64:
		v.SetFloat(r.Float64() + 0.001)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fillValue(v.Field(i), r)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 3, 3))
		for i := range 3 {
			fillValue(v.Index(i), r)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillValue(v.Elem(), r)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range 3 {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fillValue(key, r)
			fillValue(value, r)
			v.SetMapIndex(key, value)
		}
	default:
		panic(fmt.Sprintf("a model value has a member of kind %v that the filler does not know", v.Type()))
	}
}

// letters has what has broken file formats before: quotes, markup that JSON
// escapes, a slash as in our keys, two scripts, and a letter outside the plane.
var letters = []rune("abcdefghijklmnopqrstuvwxyz ABC,.-'\"\\/<&>\n\té…שלום中文𝄞")

func text(r *rand.Rand, n int) string {
	out := make([]rune, n)
	for i := range out {
		out[i] = letters[r.IntN(len(letters))]
	}
	return string(out)
}

// prose is writing of about n bytes, as people write it.
func prose(r *rand.Rand, n int) string {
	words := []string{"the", "customer", "means", "to", "renew", "before", "spring", "and", "asks", "for", "one", "price", "list", "in", "all", "regions"}
	out := make([]byte, 0, n+12)
	for len(out) < n {
		out = append(append(out, words[r.IntN(len(words))]...), ' ')
	}
	return string(out)
}

func day(r *rand.Rand) model.Date {
	return model.NewDate(2024+r.IntN(3), time.Month(1+r.IntN(12)), 1+r.IntN(28))
}

// rich is an account as PERFORMANCE calls it: 24 KB of plan, 15 people, 40 ties,
// 30 plan items.
func rich(r *rand.Rand, i int) *model.Account {
	a := &model.Account{ID: model.AccountID(fmt.Sprintf("%06d%06d", r.IntN(1e6), i)), Name: fmt.Sprintf("Customer %d", i), Owner: "Anna Berg", Tier: model.Key,
		Segment: "industry", Country: "DE", City: "Ulm", Website: "https://customer.example", Notes: prose(r, 800), Created: day(r), Employees: model.Some(r.Int64N(1e5)),
		Turnover: model.NewMoney(r.Float64()*1e9, "EUR"), Ratings: map[model.FactorKey]model.Rating{}, Custom: map[string]string{"region": "south", "erp": prose(r, 20)}}
	for _, in := range model.DefaultPack().Instruments {
		for j := range in.Factors {
			a.Ratings[in.Factors[j].Full()] = model.Rating{Ours: model.LevelOf(1 + r.IntN(4)), Note: prose(r, 30), Date: day(r)}
		}
	}
	for y := range 4 {
		m := func() model.Money { return model.NewMoney(r.Float64()*1e6, "EUR") }
		a.Years = append(a.Years, model.Year{Year: 2023 + y, Revenue: m(), CostOfSales: m(), CostToServe: m(), Wallet: m(), CapacityShare: model.Some(r.Float64())})
	}
	id := func(kind string, n int) string { return fmt.Sprintf("%s%05d%06d", kind, i%1e5, n) }
	for n := range 15 {
		a.Persons = append(a.Persons, model.Person{ID: model.PersonID(id("c", n)), Name: prose(r, 14), Email: "first.last@customer.example", Phone: "+49 731 123456",
			Support: model.Some(r.IntN(5) - 2), Coverage: model.BriefContact, Orientation: model.OrientationBusiness, Cares: prose(r, 60), Notes: prose(r, 160), LastActivity: day(r)})
		a.Seats = append(a.Seats, model.Seat{ID: model.SeatID(id("s", n)), Title: prose(r, 20), Unit: "Operations", Person: model.PersonID(id("c", n)), Influence: model.InnerCircle, Role: model.RoleUser})
	}
	for n := range 40 {
		a.Ties = append(a.Ties, model.Tie{ID: model.TieID(id("t", n)), Ours: "member000001", Theirs: model.PersonID(id("c", n%15)), Level: model.Vendor, Target: model.ProblemSolver, LastContact: day(r), Cadence: 30})
	}
	for n := range 5 {
		a.Objectives = append(a.Objectives, model.Objective{ID: model.ObjectiveID(id("o", n)), Text: prose(r, 120), Goal: prose(r, 80), Measure: prose(r, 60), Due: day(r), Owner: "Anna Berg"})
	}
	for n := range 25 {
		a.Actions = append(a.Actions, model.Action{ID: model.ActionID(id("p", n)), Text: prose(r, 260), Owner: "Anna Berg", Due: day(r), Created: day(r), Objective: model.ObjectiveID(id("o", n%5))})
	}
	return a
}

func richPortfolio(tb testing.TB, n int) *model.Portfolio {
	tb.Helper()
	r := newRand(1)
	var list []*model.Account
	for i := range n {
		list = append(list, rich(r, i))
	}
	p, err := model.NewPortfolio(model.NewProgramme(), list)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}
