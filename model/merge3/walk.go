package merge3

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
)

// whole are structs that are one fact, whatever they consist of.
func whole(t reflect.Type) bool {
	if _, known := t.FieldByName("Known"); known {
		return true // an Opt
	}
	return slices.Contains(
		[]reflect.Type{
			reflect.TypeFor[model.Date](),
			reflect.TypeFor[model.Money](),
			reflect.TypeFor[model.Transaction](),
			reflect.TypeFor[model.Ballot](),
			reflect.TypeFor[model.FunctionPair](),
		},
		t,
	)
}

func (j *joiner) value(at spot, v three) reflect.Value {
	t := v.mine.Type()
	if out, ok := v.clean(); ok {
		if t.Kind() == reflect.Slice && entityTypes()[t.Elem()] != edit.OfAccount && keyed(v) && out.Len() < v.base.Len() {
			return j.list(at, v) // what one deleted the other may refer to since, in another list
		}
		return out
	}
	switch {
	case t == reflect.TypeFor[*model.Pack]():
		return j.pack(at, v)
	case t.Kind() == reflect.Struct && !whole(t):
		return j.members(at, v)
	case t.Kind() == reflect.Slice && (isSet(t) || at.field == "tags" || at.field == "mapping.won"):
		return set(v)
	case t == reflect.TypeFor[[]string]() && v.base.Len() == v.mine.Len() && v.mine.Len() == v.theirs.Len():
		return j.sentences(at, v)
	case t.Kind() == reflect.Slice && keyed(v):
		return j.list(at, v)
	case t.Kind() == reflect.Map:
		return j.entries(at, v)
	}
	return j.fact(at, v)
}

// fact is a value that both sides changed differently: somebody must choose.
func (j *joiner) fact(at spot, v three) reflect.Value {
	j.add(at, ConflictFact, v)
	c := j.choices[at.key]
	switch t := v.what(); {
	case c.ByHand && t.Kind() == reflect.String:
		own := reflect.New(t).Elem()
		own.SetString(strings.TrimRight(c.Own, " \n\t"))
		if f, found := j.row(at); !found || f.Kind != edit.LongText {
			own.SetString(strings.Join(strings.Fields(c.Own), " "))
		}
		if v.mine.IsValid() && v.mine.Len() > 0 && own.Len() == 0 && required(at) {
			return v.mine
		}
		return own
	case c.Side == TakeTheirs:
		return v.theirs
	}
	return v.mine
}

// tag is what a member is called outside: in documents and, with a prefix, in the
// registry.
func tag(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return cmp.Or(name, f.Name)
}

// follower is a member that says something of others: when they were set.
type follower struct {
	of      []string // tags; it goes with the side chosen for one of these
	earlier bool     // of two days the earlier counts, else the later
}

var followers = map[string]follower{
	"Rating.Date": {of: []string{"ours", "verified"}}, "Action.Done": {of: []string{"status"}}, "Rate.Date": {of: []string{"value"}},
	"Account.Created": {earlier: true}, "Action.Created": {earlier: true},
}

func (j *joiner) members(at spot, v three) reflect.Value {
	t := v.mine.Type()
	out := reflect.New(t).Elem()
	out.Set(v.mine)
	if t == reflect.TypeFor[model.Programme]() && j.money(at, v, out) {
		v = v.each(func(x reflect.Value) reflect.Value { // decided: nobody changes them any more
			y := reflect.New(t).Elem()
			y.Set(x)
			y.FieldByName("Currency").Set(out.FieldByName("Currency"))
			y.FieldByName("Rates").Set(out.FieldByName("Rates"))
			return y
		})
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		raw := v.each(func(x reflect.Value) reflect.Value { return x.Field(i) })
		member := raw.each(func(x reflect.Value) reflect.Value { return meant(t, f.Name, x) })
		if rule, follows := followers[t.Name()+"."+f.Name]; follows {
			if day, ok := member.clean(); ok {
				out.Field(i).Set(day)
			} else {
				out.Field(i).Set(j.follow(at, rule, member))
			}
			continue
		}
		merged := j.value(at.member(t, f), member)
		switch { // written as the side wrote it that it is from
		case same(merged, member.mine):
			merged = raw.mine
		case same(merged, member.theirs):
			merged = raw.theirs
		}
		out.Field(i).Set(merged)
	}
	return out
}

// follow gives the day of the side that was chosen for what the day is about.
func (j *joiner) follow(at spot, rule follower, v three) reflect.Value {
	for _, name := range rule.of {
		key := at.key + "/" + name
		if slices.ContainsFunc(j.out, func(c Clash) bool { return c.Key == key }) {
			if j.choices[key].Side == TakeTheirs {
				return v.theirs
			}
			return v.mine
		}
	}
	mine, theirs := v.mine.Interface().(model.Date), v.theirs.Interface().(model.Date)
	if mine.Known() && theirs.Known() && mine.Before(theirs) != rule.earlier || !mine.Known() {
		return v.theirs
	}
	return v.mine
}

// member is the spot of a struct's member.
func (at spot) member(t reflect.Type, f reflect.StructField) spot {
	name := tag(f)
	at.field = at.prefix + name
	if t == reflect.TypeFor[model.Year]() && at.plan != 0 {
		at.field = "kind " + at.field // of a target or forecast the registry has the revenue alone
		if name == "revenue" {
			at.field, at.thing = at.prefix+edit.RevenueLine(at.plan), ""
		}
	}
	if t == reflect.TypeFor[model.Rating]() {
		at.field = strings.TrimSuffix(at.prefix+name, ".ours")
	}
	at.key += "/" + name
	at.prefix = at.field + "."
	return at
}

// money merges currency and rates together: rates lead into one currency, and are
// wrong numbers in another. It reports whether they had to be chosen as one.
func (j *joiner) money(at spot, v three, out reflect.Value) bool {
	part := func(name string) three {
		return v.each(func(x reflect.Value) reflect.Value { return x.FieldByName(name) })
	}
	currency, rates := part("Currency"), part("Rates")
	if same(currency.base, currency.mine) && same(currency.base, currency.theirs) || same(currency.mine, currency.theirs) {
		return false
	}
	mine := !same(currency.base, currency.mine) || !same(rates.base, rates.mine)
	theirs := !same(currency.base, currency.theirs) || !same(rates.base, rates.theirs)
	at.key += "/currency"
	at.field = "programme.currency"
	from := v.mine
	if mine && theirs {
		j.add(at, ConflictFact, currency)
		j.out[len(j.out)-1].Text = false
	}
	if !mine || theirs && j.choices[at.key].Side == TakeTheirs {
		from = v.theirs
	}
	out.FieldByName("Currency").Set(from.FieldByName("Currency"))
	out.FieldByName("Rates").Set(from.FieldByName("Rates"))
	return true
}

// pack merges method packs; one that could not be scored with is not made of two.
func (j *joiner) pack(at spot, v three) reflect.Value {
	at.prefix, at.field = "pack.", "pack"
	before := len(j.out)
	p := v.each(func(x reflect.Value) reflect.Value {
		if x.IsNil() {
			return reflect.ValueOf(model.DefaultPack())
		}
		return x
	})
	merged := j.members(at, p.each(reflect.Value.Elem)).Interface().(model.Pack)
	fresh, err := rebuilt(&merged)
	if err != nil {
		j.out = j.out[:before]
		return j.fact(at, v)
	}
	return reflect.ValueOf(fresh)
}

// rebuilt is a pack with lists of its own, made ready for scoring.
func rebuilt(p *model.Pack) (*model.Pack, error) {
	text, err := p.Text()
	if err != nil {
		return nil, words.Wrap(err, "merge3.method-pack")
	}
	return model.ParsePack(text)
}
