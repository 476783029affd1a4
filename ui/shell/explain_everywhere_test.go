package shell

import (
	"regexp"
	"strings"
	"testing"

	"accord/model"
	"accord/model/score"
	"accord/ui/accounts"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/plan"
)

// number is how a figure is printed anywhere: digits with separators, a sign.
var number = regexp.MustCompile(`[-+]?\d[\d,]*(\.\d+)?`)

// explained gives all that i can say about an account: every figure's text.
func explained(x *harness) map[string]string {
	out := map[string]string{}
	for _, key := range score.AccountFigures() {
		e, ok := x.session().Scores().Explain(x.app.c.Account, key)
		if !ok {
			x.Fatalf("%s is not explained", key)
		}
		out[key] = kit.ExplanationText(e)
	}
	return out
}

// Under every column of the list i opens the figure of that column, with the
// number that the list shows.
func TestEveryColumnOfTheListExplainsItself(t *testing.T) {
	for _, col := range accounts.Columns() {
		x := start(t, samplePortfolio(t), 200, 50)
		x.Keys(": 'go to account northgate' enter")
		if col.Key != accounts.DefaultSort {
			x.dispatchSort(col.Key)
		}
		i := x.session().Portfolio().Index(x.app.c.Account)
		cell, _ := col.Text(x.session().Scores(), i)
		x.Keys("i")
		e, ok := x.app.top().(*kit.Explain)
		if !ok {
			t.Fatalf("%s: i opens nothing\n%s", col.Key, x.screen())
		}
		if shown, found := e.Explanation(x.app.c); !found || col.Num != nil && col.Key != "tier" && !sameNumber(cell, shown.Value) {
			t.Errorf("%s: the list shows %q, i explains %s as %q", col.Key, cell, shown.Figure, shown.Value)
		}
	}
}

func (x *harness) dispatchSort(key string) {
	x.run(x.app.dispatch(keys.Intent{Kind: keys.SortBy, Text: key}))
}

// sameNumber compares a short form with the exact one: 4.65m with 4,650,000.
func sameNumber(short, exact string) bool {
	a := strings.TrimRight(strings.ReplaceAll(short, ",", ""), "~ %")
	scale := 1.0
	if n := len(a); n > 0 && a[n-1] == 'm' {
		a, scale = a[:n-1], 1e6
	} else if n > 0 && a[n-1] == 'k' {
		a, scale = a[:n-1], 1e3
	}
	v, err := model.ParseNumber(a)
	if err != nil { // words: a class, a quadrant
		return strings.EqualFold(short[:min(1, len(short))], exact[:min(1, len(exact))])
	}
	w, err := model.ParseNumber(strings.ReplaceAll(number.FindString(exact), ",", ""))
	d := v*scale - w
	return err == nil && d < 0.5*scale+0.01 && d > -0.5*scale-0.01
}

// Every number of the score strip and of the line under the map is the value of a
// figure that i explains.
func TestNumbersOfStripAndMapLineAreExplained(t *testing.T) {
	x := start(t, samplePortfolio(t), 160, 50)
	x.Keys(": 'go to account northgate' enter tab")
	all := explained(x)
	var values []string
	for _, text := range all {
		values = append(values, text)
	}
	for _, m := range x.app.c.Next.Moves { // g n explains them
		values = append(values, m.Effect())
	}
	known := strings.Join(values, "\n")
	lines := strings.Split(x.screen(), "\n")
	checked := 0
	for _, line := range lines {
		if !strings.Contains(line, "coverage ") && !strings.Contains(line, "H ") && !strings.Contains(line, "S 7") && !strings.Contains(line, "importance 8") {
			continue
		}
		if _, mapLine, ok := strings.Cut(line, "┃ R "); ok {
			line = mapLine
		}
		for _, n := range number.FindAllString(line, -1) {
			checked++
			if !strings.Contains(known, strings.TrimPrefix(n, "+")) {
				t.Errorf("%s of %q is explained nowhere", n, strings.TrimSpace(line))
			}
		}
	}
	if text := all["zipper"]; !strings.Contains(text, "(4/5)") {
		t.Errorf("the zipper is explained as %s", text)
	}
	if checked < 15 {
		t.Errorf("only %d numbers found:\n%s", checked, x.screen())
	}
}

// On every row of every section, and on every seat in both looks of the map, i
// opens an explanation.
func TestEverywhereIOpensAnExplanation(t *testing.T) {
	for at := range plan.SectionCount {
		x := planOf(t, samplePortfolio(t), "Northgate")
		x.run(x.app.dispatch(keys.Intent{Kind: keys.PickSection, Text: plan.SectionWords()[at].Key}))
		for range 22 {
			x.opensExplanation(plan.SectionWords()[at].Name)
			x.Keys("down")
		}
	}
	x := start(t, samplePortfolio(t), 120, 40)
	x.Keys(": 'go to account northgate' enter tab")
	for range 2 {
		for range 8 {
			x.opensExplanation("map").Keys("down")
		}
		x.Keys("v home")
	}
	x.Keys("g n").opensExplanation("next moves").Keys("esc f3").opensExplanation("method")
}

func (x *harness) opensExplanation(where string) *harness {
	x.Helper()
	x.Keys("i")
	if e, ok := x.app.top().(*kit.Explain); ok {
		if _, found := e.Explanation(x.app.c); !found {
			x.Fatalf("%s: nothing is explained\n%s", where, x.screen())
		}
		return x.Keys("esc")
	}
	x.Fatalf("%s: i opens nothing\n%s", where, x.screen())
	return x
}

// Every number that the portfolio's figures show is explained with its value.
func TestPortfolioNumbersAreExplained(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	x.Keys("g f")
	for _, key := range score.PortfolioFigures() {
		e, ok := x.session().Scores().ExplainPortfolio(key)
		if !ok || e.Formula == "" {
			t.Errorf("%s is not explained", key)
		}
		x.sees(e.Value).Keys("right")
	}
}
