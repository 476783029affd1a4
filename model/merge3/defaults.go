package merge3

import (
	"reflect"
	"strings"

	"accord/model"
)

// absent is what an entry that is not in a map stands for: a setting for its
// default, a rating for one that says nothing. Of other entries it stands for
// nothing at all, which is the zero Value.
func absent(field string, t reflect.Type) reflect.Value {
	if t == reflect.TypeFor[model.Rating]() {
		return reflect.Zero(t)
	}
	if key, ok := strings.CutPrefix(field, "setting."); ok {
		if s, known := model.SettingRow(key); known {
			return reflect.ValueOf(s.Default)
		}
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
