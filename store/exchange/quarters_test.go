package exchange

import (
	"fmt"
	"strings"
	"testing"

	"accord/model"
)

// months are the rows of a quarter: January has two that read alike.
var months = [][]string{
	{"A1,2026-01-05,Acme,Pump,100", "A2,2026-01-05,Acme,Seal,7.50", "A3,2026-01-05,Acme,Seal,7.50", "A4,2026-01-31,Beta,Pump,90"},
	{"B1,2026-02-10,Acme,Pump,110", "B2,2026-02-11,Beta,Seal,-5"},
	{"C1,2026-03-10,Acme,Pump,120", "C2,2026-03-10,Acme,Seal,7.50", "C3,2026-03-31,Gamma,Pump,1"},
}

// January's file, then January to March's, then January's again: the sums are
// those of the rows, with the ids of the books and without any.
func TestQuartersOfABook(t *testing.T) {
	file := func(ids bool, status string, last int) string {
		head := "Document,Date,Customer,Item,Amount,Status,Age"
		if ids {
			head = "Order ID,Date,Customer,Item,Amount,Status,Age"
		}
		lines := []string{head}
		for m := range last {
			for i, row := range months[m] {
				if !ids {
					_, row, _ = strings.Cut(row, ",")
					row = "sale," + row
				}
				lines = append(lines, fmt.Sprintf("%s,%s,%d", row, status, last*10+i)) // age and status move on
			}
		}
		return strings.Join(lines, "\n") + "\n"
	}
	for _, ids := range []bool{true, false} {
		p := model.EmptyPortfolio()
		for i, step := range []struct {
			text string
			want map[string]float64
			rows int
		}{
			{file(ids, "Invoiced", 1), map[string]float64{"Acme": 115, "Beta": 90}, 4},
			{file(ids, "Paid", 3), map[string]float64{"Acme": 352.5, "Beta": 85, "Gamma": 1}, 9},
			{file(ids, "Paid", 1), map[string]float64{"Acme": 352.5, "Beta": 85, "Gamma": 1}, 9},
			{file(ids, "Paid", 3), map[string]float64{"Acme": 352.5, "Beta": 85, "Gamma": 1}, 9},
		} {
			pv := preview(t, step.text, p, options(Guess))
			if p = apply(t, p, pv); len(pv.Problems) > 0 || i > 1 && pv.Change != nil {
				t.Errorf("ids %v, file %d: %s, changes %v", ids, i+1, problems(pv), pv.Change != nil)
			}
			rows := 0
			for name, want := range step.want {
				a := named(t, p, name)
				rows += len(a.Transactions)
				if got := revenue(p, a); got != want {
					t.Errorf("ids %v, file %d: the revenue of %s is %v, want %v", ids, i+1, name, got, want)
				}
			}
			if rows != step.rows || p.Len() != len(step.want) {
				t.Errorf("ids %v, file %d: %d rows of %d accounts", ids, i+1, rows, p.Len())
			}
		}
	}
}
