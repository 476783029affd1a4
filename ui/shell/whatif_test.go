package shell

import (
	"testing"

	"accord/model/score"
)

func TestAWhatIfIsTriedComparedAndKeptAsOneEdit(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	strategic := func() string { return score.Print(x.app.c.Scores().Local(x.app.c.Account).Strategic) }
	x.Keys("/ 'Meridian F' enter enter w").sees("WHAT-IF, not saved", "nothing is saved")
	before, base := strategic(), x.session().Portfolio()
	x.Keys("0 down 0").sees("▼")
	tried := strategic()
	if tried == before || len(x.patches) != 0 {
		t.Fatalf("S %s, was %s, %d steps saved", tried, before, len(x.patches))
	}
	x.Keys("w").sees("What if", "now", "strategic S", before, tried, "From Exposed to", "Capacity 5 → 0", "Profitability 4 → 0").Keys("esc u").sees("WHAT-IF")
	x.Keys("down 0 w X").sees("dropped; everything is as it was", "saved ✓")
	if x.session().Portfolio() != base || strategic() != before {
		t.Fatal("dropping left something")
	}
	x.Keys("w home 0 down 0 q").sees("a what-if is open", "What if")
	if x.quit {
		t.Fatal("quitting lost a what-if without a word")
	}
	x.Keys("enter").sees("kept as one edit", "saving")
	if len(x.patches) != 1 || strategic() != tried {
		t.Fatalf("%d steps, S %s", len(x.patches), strategic())
	}
	x.Keys("u").equal(strategic(), before)
}

func TestAWhatIfShowsWhoElseMovesAndNeedsNoFile(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	x.session().Freeze("Another window has this file.")
	x.Keys("w f3 enter ctrl+u '90' esc esc w").sees("Other accounts that move", "S what if").Keys("enter").sees("Another window has this file.").Keys("X").sees("dropped")
	x.Keys("w g h").sees("Keep or drop the what-if first").Keys("w enter").sees("dropped") // nothing was changed
}

// Leaving while the comparison is open asks again on top of it; dropping there
// closes both.
func TestDroppingAWhatIfClosesEveryPageAboutIt(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.Keys("tab tab w 1 w ctrl+q X").sees("the what-if is dropped").seesNot("What if ")
	x.Keys("X ctrl+q")
	if !x.quit || x.app.base != nil {
		t.Fatal("the what-if is still there")
	}
}
