package shell

import (
	"testing"

	"accord/model/edit"
)

// What takes more with it than the line one sees is asked about, with what would go;
// esc keeps all of it, and the key next to it does nothing.
func TestDeletingMoreThanOneLineAsks(t *testing.T) {
	full := func() *harness {
		x := start(t, people(t), 120, 40)
		return x.Keys(": 'go meridian foods' enter")
	}
	x := full().Keys("X").sees("Delete Meridian Foods?", "2 seats", "1 contact", "1 tie", "2 objectives", "1 insight", "1 whitespace cell", "y deletes")
	before := x.session().Portfolio()
	if x.Keys("X enter d 1"); x.session().Portfolio() != before {
		t.Fatal("a key other than y deleted")
	}
	x.Keys("esc").sees("nothing was deleted")
	if x.Keys("X y").sees("deleted Meridian Foods"); x.session().Portfolio().Len() != 1 {
		t.Fatal("y did not delete")
	}
	if x.Keys("u"); x.session().Portfolio().Account("a") == nil || len(x.session().Portfolio().Account("a").Seats) != 2 {
		t.Fatal("u did not bring it back")
	}
	full().Keys("f2 end X").seesNot("Delete").Keys("u up X").sees("Delete Dana Sharon?", "1 tie").Keys("n").sees("nothing was deleted")
	full().Keys("tab home X").sees("Delete the seat of", "1 contact", "1 tie")
	// One line alone goes at once, as ever.
	y := start(t, build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}), 120, 40).Keys("X").sees("deleted Meridian Foods")
	if y.session().Portfolio().Len() != 0 {
		t.Fatal("an account with nothing in it was asked about")
	}
}

// An objective that actions are for is asked about: they lose what they were for.
func TestDeletingAnObjectiveNamesItsActions(t *testing.T) {
	p := build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}, edit.AddObjective{Account: "a", ID: "o", Text: "Grow"}, edit.AddAction{Account: "a", ID: "x", Text: "Call", Objective: "o"})
	x := start(t, p, 120, 40).Keys("tab tab p 'objectives' enter X").sees("Delete “Grow”?", "1 action loses its link to it").Keys("y").sees("deleted; u undoes it: Grow")
	if a := x.account(); len(a.Objectives) != 0 || len(a.Actions) != 1 || a.Actions[0].Objective != "" {
		t.Fatalf("%+v", a.Actions)
	}
}
