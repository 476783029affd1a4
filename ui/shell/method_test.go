package shell

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/programme"
)

// A weight that grows moves an account to another quadrant while it is typed; the
// foot names it, and undo takes both back.
func TestTypingAWeightTellsWhoChangesQuadrant(t *testing.T) {
	p := build(t, edit.AddAccount{ID: "a", Name: "Halden Energy"},
		set("a", "importance.capacity", "5"), set("a", "importance.profitability", "2"), set("a", "importance.technology_access", "2"),
		set("a", "importance.market_access", "2"), set("a", "position.uniqueness", "4"), set("a", "position.switching_cost", "4"),
		set("a", "position.spend_share", "4"), set("a", "position.criticality", "4"))
	x := start(t, p, 120, 40)
	if q := x.session().Scores().Quadrant("a"); q != score.Partner { // importance (5+2+2+2)/20 = 55
		t.Fatalf("starts as %s", q)
	}
	x.Keys("f3").sees("Method: Impact if lost 1 of 10", "Capacity", "20 %", "Nobody changed quadrant", "first now: Halden Energy")
	x.Keys("enter ctrl+u '0'").sees("1 account changed quadrant", "Halden Energy: Partner → Leverage") // (2+2+2)/15 = 40
	if q := x.session().Scores().Quadrant("a"); q != score.Leverage {
		t.Errorf("quadrant %s while the weight is typed", q)
	}
	x.Keys("esc u").sees("Nobody changed quadrant", "20 %")
	if x.session().Portfolio().Programme().MethodPack() != model.DefaultPack() {
		t.Error("undo did not bring the default pack back")
	}
	x.Keys("+ + + - enter ctrl+u 'many'").sees("is not in 0..1000", "Not saved yet").Keys("esc")
	if f := model.FactorKey("importance.capacity"); factorWeight(x, f) != 22 {
		t.Errorf("weight %d", factorWeight(x, f))
	}
}

func factorWeight(x *harness, f model.FactorKey) int {
	_, factor := x.session().Portfolio().Programme().MethodPack().Factor(f)
	return factor.Weight
}

func TestWordsOfAFactorAreEdited(t *testing.T) {
	x := start(t, three(t), 100, 30)
	x.Keys("f3 down right").sees("Method: words of Profitability", "Question", "Level 5")
	x.Keys("enter ctrl+u 'Profit at stake' esc left").sees("Method: Impact if lost", "Profit at stake")
	x.Keys("esc").seesNot("Method:").Keys("tab tab").sees("Profit at stake")
}

func TestSettingsAreEditedAndChangeScores(t *testing.T) {
	x := planOf(t, samplePortfolio(t), "Meridian Foods")
	id := x.app.c.Account
	before := x.session().Scores().Local(id).Relationship.BowTie
	x.Keys("f3 [").sees("Method: settings 10 of 10", "Retention", "0.86 per year")
	for range 30 {
		if m := x.app.top().(*programme.Method); m.At.Key == "setting.tie_half_life" {
			break
		}
		x.Keys("down")
	}
	x.Keys("enter ctrl+u '10' esc").sees("10 days  (default 45)")
	if after := x.session().Scores().Local(id).Relationship.BowTie; after == before {
		t.Errorf("the bow-tie index is %v still", after)
	}
	x.Keys("- -")
	if s := x.session().Portfolio().Programme().Settings(); s.TieHalfLife != 8 {
		t.Errorf("half-life %v", s.TieHalfLife)
	}
	x.Keys("x").sees("45 days").seesNot("(default 45)")
}

// Another pack is one edit; the ratings stay, because the keys do.
func TestAnotherPackIsTaken(t *testing.T) {
	x := start(t, three(t), 120, 40)
	before := x.session().Scores().Local("a2").Strategic
	x.Keys("f3 a").sees("Method pack").Keys("down enter").sees("תלוביק") // קיבולת, as the terminal draws it
	if p := x.session().Portfolio().Programme(); p.MethodPack().Language != "he" || x.session().Scores().Local("a2").Strategic != before {
		t.Errorf("%s, S %v", p.MethodPack().Language, x.session().Scores().Local("a2").Strategic)
	}
	x.Keys("u").sees("Capacity")
	x.session().Freeze("somebody else has the file")
	for _, key := range []string{"a", "+", "enter"} {
		if x.Keys(key); !strings.Contains(x.screen(), "somebody else has the file") {
			t.Errorf("%s is not refused:\n%s", key, x.screen())
		}
	}
}
