package merge3

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"accord/model"
	"accord/model/edit"
)

// mapsWalked are the maps that a merge walks key by key. A map added to the model
// fails the test below until the random changes know it.
var mapsWalked = []string{"Account.Custom", "Account.Ratings", "Member.Competency", "Pack.Set", "Programme.Readiness"}

func TestTheMapsOfAMergeAreKnown(t *testing.T) {
	var found []string
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(v reflect.Type) {
		switch v.Kind() {
		case reflect.Pointer, reflect.Slice:
			walk(v.Elem())
		case reflect.Struct:
			if seen[v] || whole(v) {
				return
			}
			seen[v] = true
			for i := range v.NumField() {
				f := v.Field(i)
				if f.IsExported() && f.Type.Kind() == reflect.Map {
					found = append(found, v.Name()+"."+f.Name)
				} else if f.IsExported() {
					walk(f.Type)
				}
			}
		}
	}
	walk(reflect.TypeFor[model.Account]())
	walk(reflect.TypeFor[model.Programme]())
	if slices.Sort(found); !slices.Equal(found, mapsWalked) {
		t.Errorf("maps that are merged: %v, random changes are made in: %v", found, mapsWalked)
	}
}

// The keys that random changes are made under: few, so that both sides meet.
var (
	customKeys     = []string{"Branch", "Sector"}
	ratingKeys     = []model.FactorKey{"importance.capacity", "position.criticality"}
	readinessKeys  = []model.FactorKey{"readiness.criteria", "readiness.size"}
	competencyKeys = []model.FactorKey{"competency.analysis"}
	settingKeys    = []int{0, 4, 15, 32}
)

// entryChanged puts a key of one of the maps to zero, to a value, or takes it out.
func entryChanged(r *rand.Rand, p *model.Portfolio) *model.Portfolio {
	g, a := *p.Programme(), *p.Accounts()[r.IntN(len(p.Accounts()))]
	switch mapsWalked[r.IntN(len(mapsWalked))] {
	case "Account.Custom":
		a.Custom = oneChanged(r, a.Custom, customKeys, []string{"", "steel", "wood"})
	case "Account.Ratings":
		a.Ratings = oneChanged(r, a.Ratings, ratingKeys, someRatings)
	case "Programme.Readiness":
		g.Readiness = oneChanged(r, g.Readiness, readinessKeys, someRatings)
	case "Member.Competency":
		m := g.Team[r.IntN(len(g.Team))]
		m.Competency = oneChanged(r, m.Competency, competencyKeys, someRatings)
		g.Team = model.Put(g.Team, m)
	case "Pack.Set":
		row := model.SettingRows()[settingKeys[r.IntN(len(settingKeys))]]
		pack := *g.MethodPack()
		pack.Set = oneChanged(r, pack.Set, []string{row.Key}, []float64{row.Min, row.Max, row.Default})
		if err := pack.Prepare(); err != nil {
			panic(err)
		}
		g.Pack = &pack
	}
	q := p.With([]*model.Account{p.Account(a.ID)}, []*model.Account{&a}, &g)
	return q
}

// someRatings are one that says nothing, level 0 and others.
var someRatings = []model.Rating{{}, {Ours: model.LevelOf(0)}, {Ours: model.LevelOf(3)}, {Ours: model.LevelOf(0), Verified: model.LevelOf(0)}, {Verified: model.LevelOf(4)}, {Note: "so they say"}}

// oneChanged is a map with one entry taken out, or given one of some values.
func oneChanged[K comparable, V any](r *rand.Rand, m map[K]V, keys []K, values []V) map[K]V {
	out := maps.Clone(m)
	if out == nil {
		out = map[K]V{}
	}
	if n := r.IntN(len(values) + 1); n < len(values) {
		out[keys[r.IntN(len(keys))]] = values[n]
	} else {
		delete(out, keys[r.IntN(len(keys))])
	}
	return out
}

// mapFacts are what the registry has no row of: custom fields, and what an answer
// about ourselves holds beside our own level. An entry that is not there differs from an empty one
// where nothing says otherwise.
func mapFacts(p *model.Portfolio, out map[factOf]string) {
	for _, a := range p.Accounts() {
		for _, k := range customKeys {
			out[factOf{edit.AccountRef(a.ID), "custom " + k}] = presentAs(a.Custom, k)
		}
	}
	rated := func(ref edit.Ref, what string, m map[model.FactorKey]model.Rating, keys []model.FactorKey) {
		for _, k := range keys {
			for _, part := range edit.RatingParts { // our own level has a row
				out[factOf{ref, what + string(k) + part}] = edit.RatingPart(m[k], part)
			}
		}
	}
	rated(edit.Ref{Of: edit.OfProgramme}, "readiness ", p.Programme().Readiness, readinessKeys)
	for _, m := range p.Programme().Team {
		rated(edit.Ref{Of: edit.OfMember, ID: string(m.ID)}, "competency ", m.Competency, competencyKeys)
	}
}

const notThere = "∅"

func presentAs(m map[string]string, k string) string {
	if v, ok := m[k]; ok {
		return v
	}
	return notThere
}

// toldAs is what a conflict says of a fact: one that is not there was not yet
// there in the beginning, and was deleted since.
func toldAs(s string, base bool) string {
	switch {
	case s != notThere:
		return s
	case base:
		return ""
	}
	return "deleted"
}

// What one side put to zero, took out or set to what the default is stays, whatever
// else the other changed beside it.
func TestZeroIsAnAnswerWhenMerging(t *testing.T) {
	with := func(change func(g *model.Programme, a *model.Account)) *model.Portfolio {
		base := everything(t)
		g, a := *base.Programme(), *base.Accounts()[0]
		pack := *model.DefaultPack()
		g.Pack, a.Custom = &pack, map[string]string{"Branch": "steel", "Empty": "x"}
		a.Ratings = map[model.FactorKey]model.Rating{"importance.capacity": {Ours: model.LevelOf(3), Note: "n"}}
		if change(&g, &a); g.Pack != nil {
			if err := g.Pack.Prepare(); err != nil {
				t.Fatal(err)
			}
		}
		return base.With([]*model.Account{base.Accounts()[0]}, []*model.Account{&a}, &g)
	}
	setting := func(kv ...any) func(*model.Programme, *model.Account) {
		return func(g *model.Programme, _ *model.Account) {
			g.Pack.Set = map[string]float64{}
			for i := 0; i < len(kv); i += 2 {
				g.Pack.Set[kv[i].(string)] = kv[i+1].(float64)
			}
		}
	}
	for name, c := range map[string]struct {
		base, mine, theirs func(*model.Programme, *model.Account)
		conflicts          int
		right              func(g *model.Programme, a *model.Account) bool
	}{
		"mine put a setting to 0, theirs another": {setting(), setting("discount", 0.0), setting("retention", 0.5), 0,
			func(g *model.Programme, _ *model.Account) bool {
				return g.Settings().Discount == 0 && g.Settings().Retention == 0.5
			}},
		"theirs put a setting to 0, mine another": {setting(), setting("retention", 0.5), setting("discount", 0.0), 0,
			func(g *model.Programme, _ *model.Account) bool {
				return g.Settings().Discount == 0 && g.Settings().Retention == 0.5
			}},
		"0 here and 0.2 there": {setting(), setting("discount", 0.0), setting("discount", 0.2), 1,
			func(g *model.Programme, _ *model.Account) bool { return g.Settings().Discount == 0 }},
		"back to the default here, 0.2 there": {setting("discount", 0.0), setting(), setting("discount", 0.2), 1,
			func(g *model.Programme, _ *model.Account) bool { return g.Settings().Discount == 0.1 }},
		"back to the default here, another there": {setting("discount", 0.0), setting(), setting("discount", 0.0, "retention", 0.5), 0,
			func(g *model.Programme, _ *model.Account) bool {
				return g.Settings().Discount == 0.1 && g.Settings().Retention == 0.5
			}},
		"the default in words is no change": {setting(), setting("discount", 0.1), setting("discount", 0.0), 0,
			func(g *model.Programme, _ *model.Account) bool { return g.Settings().Discount == 0 }},
		"the cut in words is no change": {func(*model.Programme, *model.Account) {}, func(g *model.Programme, _ *model.Account) { g.Cut = 50 }, func(g *model.Programme, _ *model.Account) { g.Cut = 60 }, 0,
			func(g *model.Programme, _ *model.Account) bool { return g.Cut == 60 }},
		"no function pairs are not the default ones": {func(*model.Programme, *model.Account) {}, func(g *model.Programme, _ *model.Account) { g.Pack.Pairs = []model.FunctionPair{} }, setting("discount", 0.0), 0,
			func(g *model.Programme, _ *model.Account) bool {
				return len(g.Pack.FunctionPairs()) == 0 && g.Settings().Discount == 0
			}},
		"a custom field emptied here, another there": {func(*model.Programme, *model.Account) {}, func(_ *model.Programme, a *model.Account) {
			a.Custom = map[string]string{"Branch": "steel", "Empty": ""}
		},
			func(_ *model.Programme, a *model.Account) {
				a.Custom = map[string]string{"Branch": "wood", "Empty": "x"}
			}, 0,
			func(_ *model.Programme, a *model.Account) bool {
				v, ok := a.Custom["Empty"]
				return ok && v == "" && a.Custom["Branch"] == "wood"
			}},
		"a custom field taken out here, emptied there": {func(*model.Programme, *model.Account) {}, func(_ *model.Programme, a *model.Account) { a.Custom = map[string]string{"Branch": "steel"} },
			func(_ *model.Programme, a *model.Account) {
				a.Custom = map[string]string{"Branch": "steel", "Empty": ""}
			}, 1,
			func(_ *model.Programme, a *model.Account) bool { _, ok := a.Custom["Empty"]; return !ok }},
		"an empty custom field here, none there": {func(*model.Programme, *model.Account) {}, func(_ *model.Programme, a *model.Account) { a.Custom = map[string]string{"New": "", "Branch": "steel"} },
			func(_ *model.Programme, a *model.Account) { a.Notes = "n" }, 0, func(_ *model.Programme, a *model.Account) bool { _, ok := a.Custom["New"]; return ok && a.Notes == "n" }},
		"a rating of 0 here, its note there": {func(*model.Programme, *model.Account) {}, func(_ *model.Programme, a *model.Account) {
			a.Ratings = map[model.FactorKey]model.Rating{"importance.capacity": {Ours: model.LevelOf(0), Note: "n"}}
		},
			func(_ *model.Programme, a *model.Account) {
				a.Ratings = map[model.FactorKey]model.Rating{"importance.capacity": {Ours: model.LevelOf(3), Note: "m"}}
			}, 0,
			func(_ *model.Programme, a *model.Account) bool {
				return a.Ratings["importance.capacity"] == model.Rating{Ours: model.LevelOf(0), Note: "m"}
			}},
		"a rating taken back here, its note there": {func(*model.Programme, *model.Account) {}, func(_ *model.Programme, a *model.Account) { a.Ratings = nil },
			func(_ *model.Programme, a *model.Account) {
				a.Ratings = map[model.FactorKey]model.Rating{"importance.capacity": {Ours: model.LevelOf(3), Note: "m"}}
			}, 1,
			func(_ *model.Programme, a *model.Account) bool { return !a.Ratings["importance.capacity"].Ours.Known() }},
		"a factor of weight 0 here, of 3 there": {func(*model.Programme, *model.Account) {}, addsFactor(0), addsFactor(3), 1,
			func(g *model.Programme, _ *model.Account) bool {
				_, f := g.Pack.Factor("importance.new")
				return f.Weight == 0
			}},
	} {
		base, mine, theirs := with(c.base), with(c.mine), with(c.theirs)
		m := merged(t, base, mine, theirs)
		if g, a := m.Result().Programme(), m.Result().Accounts()[0]; len(m.Conflicts()) != c.conflicts || !c.right(g, a) {
			t.Errorf("%s: settings %v, custom %v, ratings %v, conflicts %+v", name, g.MethodPack().Set, a.Custom, a.Ratings, m.Conflicts())
		}
		back := merged(t, base, theirs, mine) // whoever merges whom
		if n := len(back.Conflicts()); n != c.conflicts {
			t.Errorf("%s: %d conflicts the other way round", name, n)
		}
		if taken, _, err := back.ResolveAll(TakeTheirs); err != nil || !c.right(taken.Programme(), taken.Accounts()[0]) {
			t.Errorf("%s: the other way round %v, %v", name, taken.Programme().MethodPack().Set, err)
		}
	}
}

func addsFactor(weight int) func(*model.Programme, *model.Account) {
	return func(g *model.Programme, _ *model.Account) {
		in := g.Pack.Instruments[0]
		in.Factors = append(slices.Clone(in.Factors), model.Factor{Key: "new", Name: "New", Weight: weight, Question: "?", Anchors: []string{"a", "b", "c", "d", "e", "f"}})
		g.Pack.Instruments = append([]model.Instrument{in}, g.Pack.Instruments[1:]...)
	}
}
