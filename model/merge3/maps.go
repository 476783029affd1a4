package merge3

import (
	"maps"
	"reflect"
	"slices"

	"accord/model"
)

// entries merges maps key by key, by what each side has there and whether it has
// anything: a key put to zero is not one that is not there.
func (j *joiner) entries(at spot, v three) reflect.Value {
	t := v.mine.Type()
	names := map[string]reflect.Value{}
	for _, x := range []reflect.Value{v.base, v.mine, v.theirs} {
		for _, k := range x.MapKeys() {
			names[k.String()] = k
		}
	}
	out := reflect.MakeMap(t)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		key, one := names[name], at.entry(t, name)
		none := absent(one.field, t.Elem())
		entry := v.each(func(x reflect.Value) reflect.Value {
			if e := x.MapIndex(key); e.IsValid() {
				return e
			}
			return none
		})
		from := v.mine
		if same(entry.base, entry.mine) {
			from = v.theirs
		}
		merged := j.entryOf(one, entry)
		switch {
		case !merged.IsValid():
		case none.IsValid() && same(merged, none) && !from.MapIndex(key).IsValid(): // it says what nothing says
		default:
			out.SetMapIndex(key, merged)
		}
	}
	if out.Len() == 0 {
		return reflect.Zero(t)
	}
	return out
}

// entryOf merges an entry; the zero Value is none.
func (j *joiner) entryOf(at spot, v three) reflect.Value {
	if v.base.IsValid() && v.mine.IsValid() && v.theirs.IsValid() {
		return j.value(at, v)
	}
	if out, ok := v.clean(); ok {
		return out
	}
	return j.fact(at, v)
}

// entry is the spot of an entry of a map.
func (at spot) entry(t reflect.Type, name string) spot {
	at.key += "/" + name
	switch {
	case t.Elem() == reflect.TypeFor[model.Rating]():
		at.field, at.prefix = name, name+"."
	case at.field == "pack.settings":
		at.field = "setting." + name
	default:
		at.field += "." + name
	}
	return at
}
