package shell

import (
	"strings"
	"testing"

	"accord/model"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
	"accord/ui/workshop"
)

// newcomer is a page that only this test knows: its file.
type newcomer struct{}

func (p *newcomer) Title(*kit.Context) string                            { return "Newcomer" }
func (p *newcomer) Scopes(*kit.Context) []keys.Scope                     { return []keys.Scope{keys.ScopePage} }
func (p *newcomer) Place(_ *kit.Context, screen widget.Rect) widget.Rect { return screen.Center(40, 6) }

func (p *newcomer) Handle(_ *kit.Context, in keys.Intent) kit.Outcome {
	if in.Kind == keys.Cancel {
		return kit.Close()
	}
	return kit.Outcome{}
}

func (p *newcomer) Draw(_ *kit.Context, cv widget.Canvas, _ bool) {
	cv.Text(1, 1, "Qznew figures", theme.Plain)
}

// TestAScreenIsThreePlaces adds a screen: its file above, a row of the key table and
// a row of the table of screens. g opens it, a step of a workshop can want it, a
// projector shows nothing of it and a blind rating shuts it until its row says so.
func TestAScreenIsThreePlaces(t *testing.T) {
	row := kit.Screen{Page: &newcomer{}, Key: "newcomer", Word: "newcomer", Opens: keys.OpenScreen, Open: func(*kit.Context, keys.Intent) kit.Outcome { return kit.Open(&newcomer{}) }}
	key := keys.Bind(keys.ScopePlaces, []string{"z"}, keys.Intent{Kind: keys.OpenScreen, Text: "newcomer"}, "", "the newcomer")
	with := func(row kit.Screen) *harness {
		x := start(t, model.EmptyPortfolio(), 100, 30)
		x.app.c.Screens = append(x.app.c.Screens, row)
		x.app.c.Keys = keys.Of(append(keys.Bindings(), key))
		return x
	}
	x := with(row).Keys("g")
	if !strings.Contains(x.screen(), "the newcomer") {
		t.Errorf("g does not list it:\n%s", x.screen())
	}
	x.Keys("z")
	if !strings.Contains(x.screen(), "Qznew") {
		t.Fatalf("g z does not open it:\n%s", x.screen())
	}
	x.Keys("f5")
	if strings.Contains(x.screen(), "Qznew") {
		t.Error("a projector shows a page that nobody said is fit")
	}
	x.Keys("esc f5 : 'newcomer' enter")
	if _, ok := x.app.top().(*newcomer); !ok {
		t.Error("the palette does not open it")
	}
	found := false
	for _, ch := range workshop.ScreenChoices(x.app.c) {
		found = found || ch.Value == "newcomer"
	}
	if !found || x.app.c.Screens.TellsNothing(&newcomer{}) {
		t.Error("a step cannot want it, or a blind rating leaves it open")
	}
	row.Fit, row.Rating = kit.Open4All, true
	x = with(row).Keys("g z f5")
	if !strings.Contains(x.screen(), "Qznew") || !x.app.c.Screens.TellsNothing(&newcomer{}) {
		t.Error("its row opens it, and it stays closed")
	}
}
