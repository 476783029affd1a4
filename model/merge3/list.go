package merge3

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"accord/model"
)

func (j *joiner) list(at spot, v three) reflect.Value {
	t := v.mine.Type()
	base, baseOrder := elements(v.base)
	mine, mineOrder := elements(v.mine)
	theirs, theirOrder := elements(v.theirs)
	stays := map[string]reflect.Value{}
	for _, id := range slices.Concat(mineOrder, theirOrder) {
		if _, done := stays[id]; done {
			continue
		}
		if x := j.presence(at.element(t.Elem(), id), three{base[id], mine[id], theirs[id]}); x.IsValid() {
			stays[id] = x
		}
	}
	order, clash := orders{baseOrder, mineOrder, theirOrder}.merged(func(id string) bool { _, ok := stays[id]; return ok })
	if ascending(mineOrder) && ascending(theirOrder) && byIdentity(t.Elem()) {
		slices.Sort(order)
	} else if clash {
		order = j.reorder(at, v, stays, baseOrder, mineOrder, theirOrder)
	}
	out := reflect.Zero(t)
	for _, id := range order {
		out = reflect.Append(out, stays[id])
	}
	return out
}

// presence merges an element that not all of the three have; the zero Value is
// none. What one deleted and the other changed, or uses anew, is a conflict.
func (j *joiner) presence(at spot, v three) reflect.Value {
	none := reflect.Value{}
	b, m, t := v.base.IsValid(), v.mine.IsValid(), v.theirs.IsValid()
	switch {
	case m && t && b:
		return j.value(at, v)
	case m && t:
		return j.value(at, three{unsaid(v.mine.Type()), v.mine, v.theirs})
	case !b && m:
		return v.mine
	case !b && t:
		return v.theirs
	case m && !j.needed(at, TakeMine, v.base, v.mine), t && !j.needed(at, TakeTheirs, v.base, v.theirs), !m && !t:
		return none
	}
	j.add(at, ConflictDeleted, v)
	if (j.choices[at.key].Side == TakeMine) == m {
		if m {
			return v.mine
		}
		return v.theirs
	}
	return none
}

// needed reports whether a side changed what the other one deleted, or refers to it
// since.
func (j *joiner) needed(at spot, side MergeSide, base, now reflect.Value) bool {
	if !same(base, now) {
		return true
	}
	id, _ := identity(now)
	return j.newRefs(at.ref.Account, side)[now.Type().Name()+"ID "+id]
}

// reorder asks for the order of a list that both put into another one.
func (j *joiner) reorder(at spot, v three, stays map[string]reflect.Value, base, mine, theirs []string) []string {
	at.key += "/order"
	j.add(at, ConflictOrder, v)
	if j.choices[at.key].Side == TakeTheirs {
		mine, theirs = theirs, mine
	}
	order, _ := orders{base, mine, theirs}.merged(func(id string) bool { _, ok := stays[id]; return ok })
	return order
}

// sets are lists in which neither order nor number means anything.
func isSet(t reflect.Type) bool {
	return slices.Contains([]reflect.Type{reflect.TypeFor[[]model.SourceID](), reflect.TypeFor[[]model.Tenure]()}, t)
}

// sentences merges texts by their place: those of the levels of a factor.
func (j *joiner) sentences(at spot, v three) reflect.Value {
	out := reflect.Zero(v.mine.Type())
	lowest := 0
	key := model.FactorKey(strings.TrimPrefix(parent(at.field), "pack."))
	if in, _ := j.mine.Programme().MethodPack().Factor(key); in != nil {
		lowest = in.Min
	}
	for i := range v.mine.Len() {
		one := at
		one.key = fmt.Sprint(at.key, "/", i)
		one.field = fmt.Sprint(strings.TrimSuffix(at.field, "s"), ".", lowest+i)
		out = reflect.Append(out, j.value(one, v.each(func(x reflect.Value) reflect.Value { return x.Index(i) })))
	}
	return out
}

// set takes what either side added, and nothing that either took away.
func set(v three) reflect.Value {
	has := func(list, x reflect.Value) bool {
		for i := range list.Len() {
			if same(list.Index(i), x) {
				return true
			}
		}
		return false
	}
	out := reflect.Zero(v.mine.Type())
	for i := range v.mine.Len() {
		if x := v.mine.Index(i); !has(v.base, x) || has(v.theirs, x) {
			out = reflect.Append(out, x)
		}
	}
	for i := range v.theirs.Len() {
		if x := v.theirs.Index(i); !has(v.base, x) && !has(v.mine, x) {
			out = reflect.Append(out, x)
		}
	}
	return out
}
