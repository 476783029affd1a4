package edit

import (
	"reflect"
	"testing"
)

type (
	bearsOuter struct { // its text comes after what leads back to it
		In   *bearsInner
		Text string
	}
	bearsInner struct{ Out []bearsOuter }
)

// A record reached first through one that holds it again is answered by what is in
// both, not by what was known of the other so far.
func TestATextBehindATypeInsideItself(t *testing.T) {
	outer, inner := reflect.TypeFor[bearsOuter](), reflect.TypeFor[bearsInner]()
	if !bearsText(outer) {
		t.Error("the outer one bears a text")
	}
	if !bearsText(inner) {
		t.Error("the inner one holds the outer one, which bears a text")
	}
}
