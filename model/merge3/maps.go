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

// absent is what an entry that is not in a map stands for: a setting for its
// default, a rating for one that says nothing. Of other entries it stands for
// nothing at all, which is the zero Value.
func absent(field string, t reflect.Type) reflect.Value {
	if t == reflect.TypeFor[model.Rating]() {
		return reflect.Zero(t)
	}
	if i := slices.IndexFunc(model.SettingRows(), func(s model.Setting) bool { return "setting."+s.Key == field }); i >= 0 {
		return reflect.ValueOf(model.SettingRows()[i].Default)
	}
	return reflect.Value{}
}

// meant is a member as it is meant: zero stands for the default where no side can
// have zero itself.
func meant(owner reflect.Type, name string, v reflect.Value) reflect.Value {
	if !v.IsZero() || owner != reflect.TypeFor[model.Programme]() {
		return v
	}
	switch name {
	case "Cut":
		return reflect.ValueOf(model.DefaultCut)
	case "YearStarts":
		return reflect.ValueOf(model.NewProgramme().YearStarts)
	}
	return v
}

// unsaid is an element of a list before anybody added it. Where zero is an answer,
// it holds what no side can have: both added it, and neither answer is the older one.
func unsaid(t reflect.Type) reflect.Value {
	switch t {
	case reflect.TypeFor[model.Factor]():
		return reflect.ValueOf(model.Factor{Weight: -1})
	case reflect.TypeFor[model.Instrument]():
		return reflect.ValueOf(model.Instrument{Min: -1, Max: -1})
	}
	return reflect.Zero(t)
}
