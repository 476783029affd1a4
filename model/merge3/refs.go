package merge3

import (
	"fmt"
	"reflect"

	"accord/model"
)

// newRefs are the things that a side refers to since the beginning, in an account,
// or anywhere for things that are not of one: "PersonID" and the id.
func (j *joiner) newRefs(account model.AccountID, side MergeSide) map[string]bool {
	key := fmt.Sprint(account, " ", side)
	if all, known := j.news[key]; known {
		return all
	}
	out := map[string]bool{}
	scan := func(before, after *model.Account) {
		was := map[string]bool{}
		if before != nil {
			refs(reflect.ValueOf(before), "", func(from, to string) { was[from+" → "+to] = true })
		}
		refs(reflect.ValueOf(after), "", func(from, to string) {
			if !was[from+" → "+to] {
				out[to] = true
			}
		})
	}
	for _, a := range j.side(side).Accounts() {
		if before := j.base.Account(a.ID); before != a && (account == "" || a.ID == account || a.Parent == account) {
			scan(before, a)
		}
	}
	if j.news == nil {
		j.news = map[string]map[string]bool{}
	}
	j.news[key] = out
	return out
}

// refs calls found with everything a value refers to, and from where.
func refs(v reflect.Value, from string, found func(from, to string)) {
	switch {
	case isID(v.Type()):
		if v.Len() > 0 {
			found(from, v.Type().Name()+" "+v.String())
		}
	case v.Type() == reflect.TypeFor[[]model.Tenure](): // who sat there once may be gone
	case v.Kind() == reflect.Pointer && !v.IsNil():
		refs(v.Elem(), from, found)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "ID" {
				refs(v.Field(i), from+"."+f.Name, found)
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			id, _ := identity(v.Index(i))
			refs(v.Index(i), from+"."+id, found)
		}
	}
}
