package shell

import (
	"fmt"
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/ui/kit"
	"accord/ui/relmap"
)

// Of a large team those who have to do with the account come first, and no column
// moves while one works on it.
func TestWhoKnowsTheAccountComesFirst(t *testing.T) {
	edits := []edit.Change{edit.AddAccount{ID: "a", Name: "Meridian Foods"}, edit.AddAccount{ID: "b", Name: "Zenith"}, edit.AddSeat{Account: "a", ID: "s", Title: "CEO", Person: "p", Name: "Anna Levi"}}
	for i := range 30 {
		edits = append(edits, edit.AddMember{ID: model.MemberID(fmt.Sprintf("m%02d", i)), Name: fmt.Sprintf("M%02d Somebody", i)})
	}
	edits = append(edits, edit.SetTie{Account: "a", ID: "t", Ours: "m20", Theirs: "p", Level: model.Vendor},
		edit.SetField{Ref: edit.AccountRef("a"), Key: "manager", Value: "M25 Somebody"}, edit.SetField{Ref: edit.AccountRef("a"), Key: "owner", Value: "m28 somebody"})
	x := onMap(t, build(t, edits...), 120, 40).Keys("v")
	order := func() (out []string) {
		for _, m := range x.app.bench.relmap.Refresh(x.app.c).Team() {
			out = append(out, string(m.ID))
		}
		return out
	}
	first := strings.Join(order()[:5], " ")
	x.equal(first, "m20 m25 m28 m00 m01")
	x.Keys("right right right right 2") // m01 now knows the CEO too
	x.equal(strings.Join(order()[:5], " "), first)
	x.Keys("v v v").sees("M20", "M25", "M28", "M01").seesNot("M02")
}

// Without any account the map has its keys too: none of any look falls over that.
func TestTheMapOfNoAccountTakesEveryKey(t *testing.T) {
	for look := range relmap.LookDrawn + 1 {
		x := onMap(t, model.EmptyPortfolio(), 120, 40)
		for _, key := range everyKey(x) {
			x.app.bench.relmap.Look = look
			x.Keys(key).screen()
			x.app.overlays, x.app.bench.focus = nil, kit.PaneMap
		}
	}
}
