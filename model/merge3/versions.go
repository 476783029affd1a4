package merge3

import (
	"reflect"

	"accord/model"
	"accord/model/edit"
)

// valueOf is what a pointer points at, or no value.
func valueOf[T any](p *T) reflect.Value {
	if p == nil {
		return reflect.Value{}
	}
	return reflect.ValueOf(p).Elem()
}

// side is the portfolio of one side.
func (j *joiner) side(s MergeSide) *model.Portfolio {
	if s == TakeTheirs {
		return j.theirs
	}
	return j.mine
}

// joiner merges three versions of a value, member by member.
type joiner struct {
	base, mine, theirs *model.Portfolio
	choices            map[string]Resolution
	out                []Clash
	news               map[string]map[string]bool // by side and account: what that side refers to anew
}

// spot is where in the portfolio a value stands.
type spot struct {
	key    string           // names it among conflicts
	ref    edit.Ref         // the account, or the thing inside it
	thing  string           // what else people call where it is: a relation, the budget of a year
	plan   model.FigureKind // of a year that is a target or a forecast
	prefix string           // of the keys of its members
	field  string           // its own key, that of the registry where it has a row there
}

// three are the versions of one value.
type three struct{ base, mine, theirs reflect.Value }

func (v three) each(f func(reflect.Value) reflect.Value) three {
	return three{f(v.base), f(v.mine), f(v.theirs)}
}

// what is the type of the value, of which a side may have none.
func (v three) what() reflect.Type {
	for _, x := range []reflect.Value{v.mine, v.theirs} {
		if x.IsValid() {
			return x.Type()
		}
	}
	return v.base.Type()
}

// same compares values, and whether there is one: nothing is the same as nothing
// only. A list of nothing is as good as none, except where none means the default.
func same(a, b reflect.Value) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if k := a.Kind(); a.Type() != reflect.TypeFor[[]model.FunctionPair]() && (k == reflect.Slice || k == reflect.Map) &&
		a.Len() == 0 &&
		b.Len() == 0 {
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// clean is the merged value when at most one side changed it, or both alike.
func (v three) clean() (reflect.Value, bool) {
	switch {
	case same(v.base, v.mine):
		return v.theirs, true
	case same(v.base, v.theirs), same(v.mine, v.theirs):
		return v.mine, true
	}
	return v.mine, false
}
