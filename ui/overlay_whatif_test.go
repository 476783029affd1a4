package ui

import (
	"testing"

	"accord/model/score"
)

func TestAWhatIfIsTriedComparedAndKeptAsOneEdit(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	strategic := func() string { return score.Print2(x.app.c.scores().Local(x.app.c.account).Strategic) }
	x.keys("/ 'Meridian F' enter enter w").sees("WHAT-IF, not saved", "nothing is saved")
	before, base := strategic(), x.session().Portfolio()
	x.keys("0 down 0").sees("▼")
	tried := strategic()
	if tried == before || len(x.patches) != 0 {
		t.Fatalf("S %s, was %s, %d steps saved", tried, before, len(x.patches))
	}
	x.keys("w").sees("What if", "now", "strategic S", before, tried, "From Exposed to", "Capacity 5 → 0", "Profitability 4 → 0").keys("esc u").sees("WHAT-IF")
	x.keys("down 0 w X").sees("dropped; everything is as it was", "saved ✓")
	if x.session().Portfolio() != base || strategic() != before {
		t.Fatal("dropping left something")
	}
	x.keys("w home 0 down 0 q").sees("a what-if is open", "What if")
	if x.quit {
		t.Fatal("quitting lost a what-if without a word")
	}
	x.keys("enter").sees("kept as one edit", "saving")
	if len(x.patches) != 1 || strategic() != tried {
		t.Fatalf("%d steps, S %s", len(x.patches), strategic())
	}
	x.keys("u").equal(strategic(), before)
}

func TestAWhatIfShowsWhoElseMovesAndNeedsNoFile(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	x.session().Freeze("Another window has this file.")
	x.keys("w f3 enter ctrl+u '90' esc esc w").sees("Other accounts that move", "S what if").keys("enter").sees("Another window has this file.").keys("X").sees("dropped")
	x.keys("w g h").sees("First keep or drop the what-if").keys("w enter").sees("dropped") // nothing was changed
}

// Leaving while the comparison is open asks again on top of it; dropping there
// closes both.
func TestDroppingAWhatIfClosesEveryPageAboutIt(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.keys("tab tab w 1 w ctrl+q X").sees("the what-if is dropped").seesNot("What if ")
	x.keys("X ctrl+q")
	if !x.quit || x.app.base != nil {
		t.Fatal("the what-if is still there")
	}
}
