package model

import (
	"reflect"
	"slices"
)

// there is an id that is in a list, else none.
func there[ID ~string, T Entity[ID]](list []T, id ID) ID {
	if IndexOf(list, id) < 0 {
		return ""
	}
	return id
}

// Kept is the list without those that do not stay; one that loses nothing is the
// same list.
func Kept[T any](list []T, stays func(T) bool) []T {
	if !slices.ContainsFunc(list, func(x T) bool { return !stays(x) }) {
		return list
	}
	out := slices.DeleteFunc(slices.Clone(list), func(x T) bool { return !stays(x) })
	if len(out) == 0 {
		return nil
	}
	return out
}

// Tidy makes every empty list and map of a record none at all, so that an edit and
// its opposite lead back to the same account, in memory and on the disk.
func Tidy[T any](record *T) {
	v := reflect.ValueOf(record).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		if k := f.Kind(); (k == reflect.Slice || k == reflect.Map) && f.Len() == 0 && !f.IsNil() && f.CanSet() {
			f.SetZero()
		}
	}
}
