package shell

import (
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/ui/plan"
)

// TestFocusIsReadWithoutScrolling: at 80x24 every question of the method shows
// itself, the words of all its levels, the answer and what it does.
func TestFocusIsReadWithoutScrolling(t *testing.T) {
	for _, pack := range model.ShippedPacks() {
		x := start(t, three(t), 80, 24)
		if _, err := x.app.c.Session.Do(edit.SetPack{Pack: pack}, testNow); err != nil {
			t.Fatal(err)
		}
		x.Keys("down f7")
		asked := 0
		for _, in := range pack.Instruments {
			if !plan.FocusAsks(in.Key) {
				continue
			}
			for i := range in.Factors {
				f := &in.Factors[i]
				screen := letters(x.screen())
				for _, text := range append([]string{f.Name, f.Question}, f.Anchors...) {
					if pack.Language == "en" && !strings.Contains(screen, letters(text)) {
						t.Fatalf("%s: %q is not to be read:\n%s", f.Full(), text, x.screen())
					}
				}
				x.sees("ours", "theirs", "importance ", "position ", strconv.Itoa(in.Min)+": ", strconv.Itoa(in.Max)+": ")
				asked++
				x.key("down")
			}
		}
		if asked < 25 {
			t.Errorf("%d questions were asked", asked)
		}
	}
}

// letters are a text without blanks, frames and line breaks.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \n┃│", r) {
			return -1
		}
		return r
	}, s)
}

// TestFocusRatesAndTellsTheEffect: a key answers, and the page says from what to
// what everything moved, and what every other level would give.
func TestFocusRatesAndTellsTheEffect(t *testing.T) {
	x := start(t, three(t), 80, 24)
	x.Keys("down f7").sees("Meridian Foods", "Capacity", "1 of 5").seesNot("S 54 →")
	x.Keys("0").sees("S 54 → 43", "importance 70 → 45", "Exposed → Transact")
	if r := x.account().Ratings["importance.capacity"]; r.Ours != model.LevelOf(0) {
		t.Fatalf("capacity is %v", r)
	}
	x.Keys("right 3 down").sees("Profitability", "2 of 5").Keys("tab").sees("Profitability").seesNot("Meridian Foods")
	if x.session().Portfolio().Account("a2").Ratings["importance.capacity"].Verified != model.LevelOf(3) {
		t.Error("their answer was not taken")
	}
	x.Keys("f7").seesNot("2 of 5")
	x.Keys("a f7").sees("Finish").Keys("esc g w b f7").sees("Not here")
}

// TestFocusFitsEverySize draws it small and large, in plain letters too.
func TestFocusFitsEverySize(t *testing.T) {
	x := start(t, hostilePortfolio(t), 120, 40)
	x.Keys("f7 3")
	for _, size := range [][2]int{{60, 16}, {60, 24}, {80, 16}, {80, 24}, {100, 32}, {120, 40}, {200, 60}} {
		checkSize(t, x, "focus", size[0], size[1])
	}
	x.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	x.sees("████████")
}
