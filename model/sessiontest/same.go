package sessiontest

import (
	"fmt"
	"math"
	"reflect"
	"testing"

	"accord/model"
	"accord/model/score"
)

// SameScores compares what Rescore reused with what Score computes. What is found only
// when it is asked for is asked of both.
func SameScores(t *testing.T, got, want *score.Scores) {
	t.Helper()
	if at := firstApart(reflect.ValueOf(got), reflect.ValueOf(want), "figures"); at != "" {
		t.Fatal(at)
	}
	if g, w := got.TwelveMonths(), want.TwelveMonths(); g != w {
		t.Fatalf("the last 12 months are %v, want %v", g, w)
	}
	for i := range want.Portfolio().Len() {
		if g, w := got.Twelve(i), want.Twelve(i); g != w {
			t.Fatalf("account %d in the last 12 months: %v, want %v", i, g, w)
		}
	}
}

// whenAsked is what a context keeps to find the last 12 months from: SameScores asks for them.
const whenAsked = "period.beside"

// firstApart is where two values differ first, "" where nowhere. NaN is equal to itself,
// and of a portfolio only that it is there counts.
func firstApart(a, b reflect.Value, at string) string {
	switch a.Kind() {
	case reflect.Pointer, reflect.Interface:
		return behindApart(a, b, at)
	case reflect.Struct:
		if a.Type().String() == whenAsked {
			return ""
		}
		for i := range a.NumField() {
			if d := firstApart(a.Field(i), b.Field(i), at+"."+a.Type().Field(i).Name); d != "" {
				return d
			}
		}
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			return fmt.Sprintf("%s: %d, want %d", at, a.Len(), b.Len())
		}
		for i := range a.Len() {
			if d := firstApart(a.Index(i), b.Index(i), fmt.Sprintf("%s[%d]", at, i)); d != "" {
				return d
			}
		}
	case reflect.Map:
		return mapsApart(a, b, at)
	case reflect.Float64:
		if x, y := a.Float(), b.Float(); x != y && !(math.IsNaN(x) && math.IsNaN(y)) {
			return fmt.Sprintf("%s: %v, want %v", at, x, y)
		}
	default:
		if !a.Equal(b) {
			return fmt.Sprintf("%s: %v, want %v", at, a, b)
		}
	}
	return ""
}

// behindApart is firstApart of what two pointers or interfaces hold.
func behindApart(a, b reflect.Value, at string) string {
	switch {
	case a.IsNil() || b.IsNil():
		if a.IsNil() != b.IsNil() {
			return at + " is there on one side only"
		}
		return ""
	case a.Kind() == reflect.Pointer && (a.Pointer() == b.Pointer() || a.Type() == reflect.TypeFor[*model.Portfolio]()):
		return ""
	}
	return firstApart(a.Elem(), b.Elem(), at)
}

func mapsApart(a, b reflect.Value, at string) string {
	if a.Len() != b.Len() {
		return fmt.Sprintf("%s: %d, want %d", at, a.Len(), b.Len())
	}
	for it := a.MapRange(); it.Next(); {
		other := b.MapIndex(it.Key())
		if !other.IsValid() {
			return fmt.Sprintf("%s[%v] is missing", at, it.Key())
		}
		if d := firstApart(it.Value(), other, fmt.Sprintf("%s[%v]", at, it.Key())); d != "" {
			return d
		}
	}
	return ""
}
