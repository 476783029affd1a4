package doors

import (
	"testing"

	"accord/store/exchange"
)

// Both faces offer what the table of kinds has, in its order and words.
func TestBothFacesOfferTheTableOfKinds(t *testing.T) {
	screen, commands := kindsForScreen(), Commands().Kinds
	for i, k := range exchange.Kinds() {
		if i >= len(screen) || screen[i].Key != k.Key || screen[i].Words != k.Words || screen[i].Won != k.Won {
			t.Errorf("the import page has no %s", k.Key)
		}
		if i >= len(commands) || commands[i].Key != k.Key || commands[i].Words != k.Words || commands[i].Table != k.Table {
			t.Errorf("the command line has no %s", k.Key)
		}
	}
	if n := len(exchange.Kinds()); len(screen) != n || len(commands) != n || n == 0 {
		t.Errorf("%d and %d kinds of %d", len(screen), len(commands), n)
	}
}
