package shell

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
)

func TestRatingByDigitMovesScoreAndOrderInTheSameFrame(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("/ 'Meridian' enter enter")
	x.sees("If we lost this customer", "importance 70", "80 % known", "S 54~").Keys("j j 5")
	x.sees("importance 76", "100 % known", "▲").seesNot("54~")
	if got := x.rating("importance.technology_access").Ours; got != model.LevelOf(5) {
		t.Fatalf("technology access is %s", got)
	}
	y := start(t, three(t), 120, 40)
	order := func() bool {
		s := y.screen()
		return strings.Index(s, "Northgate") < strings.Index(s, "Meridian")
	}
	if !order() {
		t.Fatalf("Northgate does not lead:\n%s", y.screen())
	}
	y.Keys("j enter ] 5 j 5 j 5 j 5 j 5 j 5 [ 5 j 5 j 5 j 5 j 5").sees("S 100")
	if order() {
		t.Fatalf("the list was not sorted again:\n%s", y.screen())
	}
}

func TestWhatTheCustomerSaysCounts(t *testing.T) {
	x := planOf(t, three(t), "Meridian")
	x.Keys("right 2").sees("customer: 2; us: 5", "importance 55", "gap +60")
	r := x.rating("importance.capacity")
	if r.Ours != model.LevelOf(5) || r.Verified != model.LevelOf(2) {
		t.Fatalf("ours %s, verified %s", r.Ours, r.Verified)
	}
	x.Keys("left 4").sees("the customer's 2 counts", "importance 55")
	x.Keys("right x").sees("importance 65").seesNot("they say")
	if x.rating("importance.capacity").Verified.Known() {
		t.Fatal("x in the verified column left it known")
	}
}

func TestUnknownIsNotZero(t *testing.T) {
	x := planOf(t, three(t), "Meridian")
	x.Keys("0").sees("importance 45", "80 % known").Keys("x").sees("importance 60", "60 % known", "not asked yet")
	if x.rating("importance.capacity") != (model.Rating{}) {
		t.Fatalf("the rating is %+v", x.rating("importance.capacity"))
	}
}

func TestNudgesStopAtTheEndsOfTheScale(t *testing.T) {
	x := planOf(t, three(t), "Meridian")
	x.Keys("+").sees("5 is the top of the scale").Keys("- -")
	if got := x.rating("importance.capacity").Ours; got != model.LevelOf(3) {
		t.Fatalf("capacity is %s", got)
	}
	x.Keys("0 -").sees("0 is the bottom of the scale").Keys("x -").sees("Nobody answered this yet").Keys("+")
	if got := x.rating("importance.capacity").Ours; got != model.LevelOf(1) {
		t.Fatalf("capacity is %s", got)
	}
}

func TestSuggestionIsShownAndAccepted(t *testing.T) {
	p := build(t, edit.AddAccount{ID: "a1", Name: "Meridian Foods"}, set("a1", "figures.2025.capacity_share", "12"), set("a1", "figures.2025.revenue", "1000"))
	x := planOf(t, p, "Meridian")
	x.sees("suggests 4 (=)").Keys("=").sees("as the figures suggest").seesNot("suggests 4")
	if got := x.rating("importance.capacity").Ours; got != model.LevelOf(4) {
		t.Fatalf("capacity is %s", got)
	}
	x.Keys("j =").sees("needs the contribution").Keys("j =").sees("No figures suggest")
}

func TestNoteIsTypedInPlaceAndQIsALetter(t *testing.T) {
	x := planOf(t, three(t), "Meridian")
	x.Keys("e 'quartz q u x 5 line' esc").sees("quartz q u x 5 line")
	if x.quit || x.rating("importance.capacity").Note != "quartz q u x 5 line" {
		t.Fatalf("quit %v, note %q", x.quit, x.rating("importance.capacity").Note)
	}
	x.Keys("enter ' now' tab 'Anna, plant q' esc").sees("source: Anna, plant q")
	if r := x.rating("importance.capacity"); r.Note != "quartz q u x 5 line now" || r.Source != "Anna, plant q" {
		t.Fatalf("%+v", r)
	}
	x.Keys("u").seesNot("source: Anna").Keys("u u")
	if r := x.rating("importance.capacity"); r.Note != "" || r.Source != "" || r.Ours != model.LevelOf(5) {
		t.Fatalf("after three undos %+v", r)
	}
}

func TestSourceIsTypedInTheFoot(t *testing.T) {
	x := planOf(t, three(t), "Meridian")
	x.Keys("o 'board paper' esc").sees("source: board paper")
}

// capacityAnchor is the beginning of what the pack says of a level of capacity.
func capacityAnchor(x *harness, n int) string {
	in, f := x.session().Portfolio().Programme().MethodPack().Factor("importance.capacity")
	return in.Anchor(f, model.LevelOf(n))[:30]
}

func TestAnchorsAreReadAloud(t *testing.T) {
	x := planOf(t, samplePortfolio(t), "Meridian Foods")
	x.sees("0  "+capacityAnchor(x, 0), "▸ 5  "+capacityAnchor(x, 5)).Keys("3").sees("▸ 3  " + capacityAnchor(x, 3))
	x = start(t, samplePortfolio(t), 60, 16).Keys("/ 'Meridian Foods' enter enter")
	x.sees("▸ 5  " + capacityAnchor(x, 5)).Keys("1").sees("▸ 1  " + capacityAnchor(x, 1)).Keys("x")
	_, f := x.session().Portfolio().Programme().MethodPack().Factor("importance.capacity")
	x.sees(f.Question[:20])
}

func TestStaleRatingIsSaid(t *testing.T) {
	x := planOf(t, three(t), "Meridian")
	x.now = x.now.AddDate(1, 0, 2)
	x.Keys("j k").seesTimes("more than a year old", 4).sees("rated 367 days ago")
}

func TestReceptivityShowsItsGate(t *testing.T) {
	x := planOf(t, three(t), "Meridian").Keys("] ]")
	x.sees("gate: ask both").Keys("3 j 3").sees("gate open").Keys("2").sees("gate closed")
}

func TestRatingIsExplainedAndCopied(t *testing.T) {
	x := planOf(t, three(t), "Meridian")
	x.Keys("i").sees("Impact if lost").Keys("esc y").sees("copied: Capacity: 5")
}
