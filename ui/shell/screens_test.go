package shell

import (
	"testing"

	"accord/model/score"
	"accord/ui/kit"
	"accord/ui/theme"
)

// pictures are the screens shown in the documentation, made from the sample by
// keys. go test ./ui/shell -run Screens -update draws them again.
var pictures = []struct {
	name, keys string
	w, h       int
}{
	{"workbench", "/ 'Meridian F' enter tab tab", 120, 40},
	{"rating", "/ 'Meridian F' enter tab tab z", 100, 30},
	{"tree", "/ 'Northgate' enter tab z", 100, 24},
	{"matrix", "/ 'Northgate' enter tab v z", 100, 24},
	{"zipper", "/ 'Northgate' enter tab v v z", 100, 24},
	{"paths", "/ 'Meridian F' enter tab v v v z", 100, 24},
	{"map", "/ 'Meridian F' enter tab v v v v z C 'Stefan' enter", 110, 34},
	{"leaves", "/ 'Halden' enter tab down L", 100, 30},
	{"load", "g u", 100, 20},
	{"portfolio", "/ 'Meridian F' enter g p", 120, 40},
	{"portfolio80", "g p", 80, 24},
	{"pareto", "/ 'Meridian F' enter g p v", 120, 30},
	{"whale", "/ 'Meridian F' enter g p v v", 100, 26},
	{"portfoliotable", "g p v t", 100, 24},
	{"portfoliowords", "g p v v v", 100, 34},
	{"lost", "/ 'Meridian F' enter g p space", 110, 34},
	{"agenda", "g a", 110, 30},
	{"hour", "g a v v v", 110, 30},
	{"sorting", "g c", 110, 34},
	{"rollup", "g p v v v v s", 110, 24},
	{"ourselves", "g e 4 down 2", 100, 28},
	{"report", "/ 'Northgate' enter g r", 100, 40},
	{"blind", "/ 'Meridian F' enter g w b enter 'AL, BK' enter enter enter 4 3 x 3 3 enter enter 1 3 2 enter enter", 100, 30},
	{"workshop", "g w", 100, 20},
	{"runsheet", "/ 'Meridian F' enter g w 1 n g w n g w f8 '? who signs for the group tender' enter f8 'Dana calls the CFO by +1w' enter", 110, 24},
	{"parked", "/ 'Meridian F' enter g w 1 f8 '? who signs for the group tender' enter f8 'Dana calls the CFO by +1w' enter f8 '! no discount before the tender' enter tab down 1", 110, 20},
	{"room", "/ 'Meridian F' enter g w 1 tab tab tab a 'DS sales' enter 'ID finance' enter 'PG operations theirs' enter esc", 100, 16},
	{"turn", "g w 3 tab tab tab a 'DS' enter 'ID' enter esc b enter enter 4 3", 100, 30},
	{"disputed", "g w 3 tab tab tab a 'DS' enter 'ID' enter 'OK' enter esc b enter enter 5 5 2 4 3 3 enter enter enter 1 5 2 3 3 4 enter enter enter 3 4 x 4 3 0 enter enter A", 110, 26},
	{"disputed80", "/ 'Meridian F' enter g w 1 tab tab tab a 'DS' enter 'ID' enter 'OK' enter esc b enter enter 5 5 2 4 3 enter enter 1 5 2 3 3 enter enter 3 4 x 4 3 enter A 4", 80, 24},
	{"turn60", "g w 3 tab tab tab a 'DS' enter 'ID' enter esc b enter enter 4 x", 60, 16},
	{"raters", "/ 'Meridian F' enter g w 1 tab tab tab a 'DS sales' enter 'ID finance' enter 'PG operations theirs' enter esc b down down down enter down space", 100, 16},
	{"report_customer", "/ 'Northgate' enter g r c", 100, 40},
	{"whatif", "/ 'Meridian F' enter enter w 0 down 0 w", 110, 34},
	{"history", "/ 'Meridian F' enter enter 0 1 down 3 u g h", 110, 20},
	{"merge", "/ 'Meridian F' enter enter 4 tab tab tab p 'notes' enter enter 'They stay in Bremen.' esc g j 'base.json' enter 'anna.json' enter n right", 100, 22},
	{"merge60", "/ 'Meridian F' enter enter 4 g j 'base.json' enter 'anna.json' enter", 60, 16},
	{"moves", "/ 'Halden' enter g n", 100, 30},
	{"method", "f3 enter ctrl+u '90'", 110, 34},
	{"quality", "/ 'Meridian F' enter tab tab p 'quality' enter z", 100, 30},
	{"whitespace", "/ 'Northgate' enter tab tab p 'whites' enter z", 100, 16},
	{"value", "/ 'Northgate' enter tab tab p 'value' enter z", 110, 24},
	{"figures", "/ 'Titan' enter tab tab p 'figures' enter z", 100, 24},
	{"explain", "/ 'Meridian F' enter i", 120, 40},
	{"focus", "/ 'Meridian F' enter enter f7 0", 80, 24},
	{"focusroom", "/ 'Meridian F' enter enter f7 0", 120, 40},
	{"anonymous", "/ 'Meridian F' enter tab tab f6", 120, 40},
	{"projector", "/ 'Northgate' enter f5", 120, 40},
	{"projector80", "/ 'Northgate' enter f5 tab tab", 80, 24},
	{"trail", "/ 'Meridian F' enter enter 0 down 0 down 0 g p c", 110, 34},
	{"narrow", "", 80, 24},
	{"smallest", "tab tab", 60, 16},
	{"import", "ctrl+o 'crm accounts.csv' enter", 100, 26},
	{"importcolumns", "ctrl+o 'crm accounts.csv' enter tab down down down down", 100, 26},
	{"importsame", "ctrl+o 'crm accounts.csv' enter tab tab", 100, 26},
	{"importaccounts", "ctrl+o 'crm accounts.csv' enter tab tab tab tab down enter", 100, 26},
	{"importproblems", "ctrl+o 'crm accounts.csv' enter shift+tab", 100, 26},
	{"importstatus60", "ctrl+o 'crm accounts.csv' enter tab tab tab", 60, 16},
	{"importcolumns60", "ctrl+o 'crm accounts.csv' enter tab", 60, 16},
	{"help", "?", 120, 40},
}

// TestScreens holds the golden screens as plain text and the documentation's
// pictures as SVG, both drawn from the same grid.
func TestScreens(t *testing.T) {
	for _, p := range pictures {
		x := start(t, samplePortfolio(t), p.w, p.h)
		remember(x)
		x.app.ports.Preview = crmExport
		x.Keys(p.keys)
		x.send(kit.SavedMsg{Queued: x.session().Seq(), Saved: x.session().Seq()})
		golden(t, "testdata/screens/"+p.name+".txt", x.screen()+"\n")
		golden(t, "../../docs/screens/"+p.name+".svg", kit.Svg(x.app.frame().Render(theme.New(theme.Dark)), p.w, p.h))
	}
}

// TestTheScreenSaysWhatTheModelSays reads the score strip and the list and
// compares them with the model's figures for every account of the sample.
func TestTheScreenSaysWhatTheModelSays(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 60)
	for i := range x.session().Portfolio().Len() {
		if i > 0 {
			x.key("j")
		}
		l := x.session().Scores().Local(x.account().ID)
		x.sees("importance "+score.Print(l.Importance.Score), "position "+score.Print(l.Position.Score), "S "+score.Doubted(l.Strategic, l.StrategicConfidence))
	}
}
