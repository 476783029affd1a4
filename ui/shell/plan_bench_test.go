package shell

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/model"
)

// bigPlan is an account with a note of 20 KB, 200 actions and 200 value lines,
// among fifty.
func bigPlan(t testing.TB) *model.Portfolio {
	p := samplePortfolio(t)
	a := *p.At(0)
	a.Name, a.Notes = "Big Plan", strings.Repeat("They plan in autumn and decide in spring, so every summer counts. ", 310)
	for i := range 200 {
		o := fmt.Sprintf("o%d", i%20)
		a.Actions = append(a.Actions, model.Action{ID: model.ActionID(fmt.Sprint("bx", i)), Text: fmt.Sprint("call number ", i), Owner: "Dana", Due: model.DateOf(testNow).AddDays(i), Objective: model.ObjectiveID(o)})
		a.Values = append(a.Values, model.ValueLine{ID: model.ValueID(fmt.Sprint("bv", i)), Text: fmt.Sprint("saving number ", i), Status: model.ValueAgreed, Money: model.NewMoney(float64(1000*i), "EUR")})
	}
	accounts := slices.Clone(p.Accounts())
	accounts[0] = &a
	q, err := model.NewPortfolio(p.Programme(), accounts)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// BenchmarkBigPlan is a key in a big plan to the new frame: the slowest hundredth
// is what PERFORMANCE bounds to 16 ms.
func BenchmarkBigPlan(b *testing.B) {
	for _, c := range []struct{ name, open, keys string }{
		{"note typed", "p 'notes' enter enter", "x"},
		{"actions down", "p 'actions' enter", "down"},
		{"action done", "p 'actions' enter", "d"},
		{"values down", "p 'value' enter", "down"},
		{"value rung", "p 'value' enter", "d"},
	} {
		b.Run(c.name, func(b *testing.B) {
			x := start(b, bigPlan(b), 120, 40)
			x.Keys("/ 'Big' enter enter " + c.open)
			x.deaf = true
			var took []time.Duration
			for b.Loop() {
				from := time.Now()
				x.key(c.keys)
				_ = x.app.View()
				took = append(took, time.Since(from))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
		})
	}
}
