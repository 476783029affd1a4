package edit

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"accord/model"
)

// Every list of an account whose items have an id is described as a list of the plan, or
// is one of the map; what a description says is so.
func TestEveryListOfThePlanIsDescribed(t *testing.T) {
	ofTheMap := []reflect.Type{reflect.TypeFor[model.Seat](), reflect.TypeFor[model.Person](), reflect.TypeFor[model.Tie](), reflect.TypeFor[model.Edge]()}
	account := reflect.TypeFor[model.Account]()
	for i := range account.NumField() {
		m := account.Field(i).Type
		if m.Kind() != reflect.Slice || slices.Contains(ofTheMap, m.Elem()) {
			continue
		}
		if _, has := m.Elem().MethodByName("Ident"); !has {
			continue
		}
		if !slices.ContainsFunc(PlanLists, func(l PlanList) bool { return l.Type == m.Elem() }) {
			t.Errorf("the list %s of an account is not described in PlanLists", account.Field(i).Name)
		}
	}
	for _, l := range PlanLists {
		if _, err := FieldByKey(model.NewProgramme(), l.Text); err != nil {
			t.Errorf("%s: %v", l.Of, err)
		}
		for _, f := range StaticFields() {
			if own := strings.HasPrefix(f.Key, l.Prefix+"."); own != (f.Of == l.Of) {
				t.Errorf("%s is a field of %s, and the fields of %s begin with %s", f.Key, f.Of, l.Of, l.Prefix)
			}
		}
	}
}

// An item is added, found, told, kept and deleted by the description of its list alone.
func TestAListIsReadAndChangedByItsDescription(t *testing.T) {
	for _, l := range PlanLists {
		if l.add == nil {
			continue
		}
		a := &model.Account{ID: "a", Name: "A"}
		l.add(a, "x", "one", model.NewDate(2026, 11, 30))
		r := &Record{Account: a}
		if !l.find(r, "x") || l.find(&Record{Account: a}, "y") || !slices.Equal(l.IDs(a), []string{"x"}) || !slices.Equal(l.Lines(a), []Line{{"x", "one"}}) {
			t.Errorf("%s: %v %v", l.Of, l.IDs(a), l.Lines(a))
		}
		b := &model.Account{ID: "a", Name: "A"}
		r.Account = b
		if !l.keep(r) || !slices.Equal(l.IDs(b), []string{"x"}) || l.keep(&Record{Account: b}) {
			t.Errorf("%s is not kept: %v", l.Of, l.IDs(b))
		}
		if l.remove(b, "x"); len(l.IDs(b)) != 0 {
			t.Errorf("%s is not deleted", l.Of)
		}
	}
}
