package record

import (
	"encoding/json"
	"reflect"
	"slices"
)

// The journal would grow by whole records for every rating that moves; what it
// keeps of a changed record are the members that differ. In a narrowed record a
// member that is missing had, or has, its zero value.

// narrow keeps of two records what differs; differ is false for equal ones.
func narrow[R any](was, is R) (less, more R, differ bool) {
	less, more = was, is
	a, b := reflect.ValueOf(&less).Elem(), reflect.ValueOf(&more).Elem()
	if a.Kind() != reflect.Struct {
		return less, more, !reflect.DeepEqual(was, is)
	}
	for i := range a.NumField() {
		x, y := a.Field(i), b.Field(i)
		if x.Comparable() && x.Kind() != reflect.Pointer && x.Equal(y) || reflect.DeepEqual(x.Interface(), y.Interface()) {
			x.SetZero()
			y.SetZero()
		} else {
			differ = true
		}
	}
	return less, more, differ
}

// entriesWithout are the entries of a map that another does not have the same.
func entriesWithout[K, V comparable](m, other map[K]V) map[K]V {
	var out map[K]V
	for k, v := range m {
		if w, there := other[k]; !there || v != w {
			if out == nil {
				out = map[K]V{}
			}
			out[k] = v
		}
	}
	return out
}

// without are the rows of a list that another list does not have; when only the
// order differs, they are all.
func without[R any](list, other []R) []R {
	if len(other) == 0 {
		return list
	}
	known := make(map[string]bool, len(other))
	for _, r := range other {
		known[RowText(r)] = true
	}
	out := []R{} // not nil: there is a record, only nothing in it differs
	for _, r := range list {
		if !known[RowText(r)] {
			out = append(out, r)
		}
	}
	if len(out) == 0 && len(list) == len(other) {
		return list
	}
	return out
}

// SameShape reports whether two packs ask the same questions in the same order:
// only then what differs says by itself where it belongs.
func SameShape(a, b PackRecord) bool {
	return slices.EqualFunc(a.Instruments, b.Instruments, func(x, y InstrumentRecord) bool {
		return x.Key == y.Key &&
			slices.EqualFunc(x.Factors, y.Factors, func(f, g FactorRecord) bool { return f.Key == g.Key })
	})
}

// RowText is what makes a row equal to another.
func RowText[R any](r R) string {
	b, _ := json.Marshal(r) // the list itself was encoded without error
	return string(b)
}

// narrowPack keeps of two method packs the factors that differ.
func narrowPack(was, is PackRecord) (less, more PackRecord) {
	return packWithout(was, is), packWithout(is, was)
}

func packWithout(p, other PackRecord) PackRecord {
	factors := map[string]FactorRecord{}
	heads := map[string]InstrumentRecord{}
	for _, in := range other.Instruments {
		for _, f := range in.Factors {
			factors[in.Key+"."+f.Key] = f
		}
		in.Factors = nil
		heads[in.Key] = in
	}
	out := p
	out.Instruments = nil
	for _, in := range p.Instruments {
		head := in
		head.Factors = nil
		for _, f := range in.Factors {
			if g, there := factors[in.Key+"."+f.Key]; !there || !reflect.DeepEqual(f, g) {
				head.Factors = append(head.Factors, f)
			}
		}
		bare := head
		bare.Factors = nil
		if head.Factors != nil || !reflect.DeepEqual(bare, heads[in.Key]) {
			out.Instruments = append(out.Instruments, head)
		}
	}
	return out
}
