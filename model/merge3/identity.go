package merge3

import (
	"fmt"
	"reflect"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
)

// identity is what makes an element of a list the same in two versions of it.
func identity(v reflect.Value) (string, bool) {
	switch x := v.Interface().(type) {
	case model.Year:
		return fmt.Sprintf("%04d %d", x.Year, x.Kind), true
	case model.Rate:
		return fmt.Sprintf("%s %04d", x.Currency, x.Year), true
	case model.Transaction:
		return x.Key, true
	case model.Instrument:
		return x.Key, true
	case model.Factor:
		return x.Key, true
	case model.Offering:
		return strings.ToLower(x.Name), true
	case model.Mapping:
		return x.Kind + " " + x.Headers, true
	case model.Sent:
		return x.Header, true
	}
	if v.Kind() != reflect.Struct {
		return "", false
	}
	id := v.FieldByName("ID")
	if !id.IsValid() || id.Kind() != reflect.String {
		return "", false
	}
	return id.String(), true
}

// keyed reports whether each element of three lists can be told from the others.
func keyed(v three) bool {
	for _, list := range []reflect.Value{v.base, v.mine, v.theirs} {
		seen := make(map[string]bool, list.Len())
		for i := range list.Len() {
			id, ok := identity(list.Index(i))
			if !ok || seen[id] {
				return false
			}
			seen[id] = true
		}
	}
	return true
}

// elements are a list by identity, and the order of it.
func elements(list reflect.Value) (by map[string]reflect.Value, order []string) {
	by = make(map[string]reflect.Value, list.Len())
	for i := range list.Len() {
		id, _ := identity(list.Index(i))
		by[id] = list.Index(i)
		order = append(order, id)
	}
	return by, order
}

// byIdentity are lists that stand in the order of what their elements are.
func byIdentity(t reflect.Type) bool {
	return t == reflect.TypeFor[model.Year]() || t == reflect.TypeFor[model.Rate]()
}

// kinds of entities by their type, as the registry calls them.
var entityTypes = words.Table(func() map[reflect.Type]edit.EntityKind {
	of := map[reflect.Type]edit.EntityKind{
		reflect.TypeFor[model.Member](): edit.OfMember, reflect.TypeFor[model.Seat](): edit.OfSeat,
		reflect.TypeFor[model.Person](): edit.OfPerson, reflect.TypeFor[model.Tie](): edit.OfTie,
	}
	for _, l := range edit.PlanLists {
		of[l.Type] = l.Of
	}
	return of
})

// element is the spot of one element of a list.
func (at spot) element(t reflect.Type, id string) spot {
	at.key += "/" + id
	of, known := entityTypes()[t]
	switch {
	case known:
		at.ref = edit.Ref{Account: at.ref.Account, Of: of, ID: id}
		at.field, at.prefix = of.String(), of.Key()+"."
	case t == reflect.TypeFor[model.Year]():
		year, kind, _ := strings.Cut(id, " ")
		at.field, at.prefix = "figures", "figures."+strings.TrimLeft(year, "0")+"."
		if kind != "0" {
			at.plan = model.FigureKind(kind[0] - '0')
			at.thing = model.FigureKinds.Word(at.plan)
		}
	case t == reflect.TypeFor[model.Factor]():
		at.field, at.prefix = "factor", strings.TrimSuffix(at.prefix, "factors.")+id+"."
	case t == reflect.TypeFor[model.Instrument]():
		at.field, at.prefix = "instrument", "pack."+id+"."
	default:
		at.field = strings.ToLower(t.Name())
		at.prefix = at.field + "."
		switch t {
		case reflect.TypeFor[model.Offering](), reflect.TypeFor[model.Sent]():
			at.thing = id
		case reflect.TypeFor[model.Mapping]():
			at.thing, _, _ = strings.Cut(id, " ")
		}
	}
	return at
}

// isID reports whether a type names something else of the portfolio.
func isID(t reflect.Type) bool {
	return t.Kind() == reflect.String && t.Name() != "string" && strings.HasSuffix(t.Name(), "ID")
}
