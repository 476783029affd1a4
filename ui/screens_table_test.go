package ui

import (
	"strings"
	"testing"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// newcomer is a page that only this test knows: its file.
type newcomer struct{ keys int }

func (p *newcomer) title(*ctx) string                            { return "Newcomer" }
func (p *newcomer) scopes(*ctx) []scope                          { return []scope{scopePage} }
func (p *newcomer) place(_ *ctx, screen widget.Rect) widget.Rect { return screen.Center(40, 6) }

func (p *newcomer) handle(_ *ctx, in Intent) Outcome {
	if in.Kind == Cancel {
		return closing()
	}
	return Outcome{}
}

func (p *newcomer) draw(_ *ctx, cv widget.Canvas, _ bool) {
	cv.Text(1, 1, "Qznew figures", theme.Plain)
}

// TestAScreenIsThreePlaces adds a screen: its file above, a row of the key table and
// a row of the table of screens. g opens it, a step of a workshop can want it, a
// projector shows nothing of it and a blind rating shuts it until its row says so.
func TestAScreenIsThreePlaces(t *testing.T) {
	row := screen{page: &newcomer{}, word: "newcomer", opens: OpenScreen, open: func(*ctx, Intent) Outcome { return open(&newcomer{}) }}
	key := bind(scopePlaces, []string{"z"}, Intent{Kind: OpenScreen, Text: "newcomer"}, "", "the newcomer")
	with := func(row screen) *harness {
		x := start(t, model.EmptyPortfolio(), 100, 30)
		x.app.c.screens = append(x.app.c.screens, row)
		x.app.c.keys = newKeymapOf(append(bindings(), key))
		return x
	}
	x := with(row).keys("g")
	if !strings.Contains(x.screen(), "the newcomer") {
		t.Errorf("g does not list it:\n%s", x.screen())
	}
	x.keys("z")
	if !strings.Contains(x.screen(), "Qznew") {
		t.Fatalf("g z does not open it:\n%s", x.screen())
	}
	x.keys("f5")
	if strings.Contains(x.screen(), "Qznew") {
		t.Error("a projector shows a page that nobody said is fit")
	}
	x.keys("esc f5 : 'newcomer' enter")
	if _, ok := x.app.top().(*newcomer); !ok {
		t.Error("the palette does not open it")
	}
	found := false
	for _, ch := range screenChoices(x.app.c) {
		found = found || ch.value == "newcomer"
	}
	if !found || x.app.c.screens.tellsNothing(&newcomer{}) {
		t.Error("a step cannot want it, or a blind rating leaves it open")
	}
	row.fit, row.rating = open4all, true
	x = with(row).keys("g z f5")
	if !strings.Contains(x.screen(), "Qznew") || !x.app.c.screens.tellsNothing(&newcomer{}) {
		t.Error("its row opens it, and it stays closed")
	}
}
