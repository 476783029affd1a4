package exchange

import (
	"math"
	"strings"
	"testing"

	"accord/model"
	"accord/model/score"
)

// extract imports the public CRM extract into an empty portfolio.
func extract(t *testing.T, order ...Kind) *model.Portfolio {
	t.Helper()
	p := model.EmptyPortfolio()
	for _, k := range order {
		o := options(k)
		file := "accounts.csv.gz"
		if k == Transactions {
			file, o.Won = "sales_pipeline.csv.gz", []string{"Won"}
		}
		var pv *Preview
		p, pv = settled(t, unzip(t, file), p, o)
		if len(pv.Problems) > 0 {
			t.Fatalf("problems: %s", problems(pv))
		}
	}
	return p
}

func TestExtractFigures(t *testing.T) {
	for _, order := range [][]Kind{{Accounts, Transactions}, {Transactions, Accounts}} {
		p := extract(t, order...)
		if p.Len() != 85 {
			t.Fatalf("%v: %d accounts, want 85", order, p.Len())
		}
		s := score.OfPeriod(p, today, score.Period{All: true})
		if s.Revenue.Total != 10_005_534 {
			t.Errorf("total %v", s.Revenue.Total)
		}
		if c := s.Revenue.Count; c[score.ClassA] != 59 || c[score.ClassB] != 18 || c[score.ClassC] != 8 {
			t.Errorf("ABC %v", c)
		}
		c := s.Concentration
		for _, w := range []struct {
			name       string
			got        model.Num
			want, near float64
		}{{"HHI", c.HHI, 0.01358, 5e-6}, {"Gini", c.Gini, 0.2021, 5e-5}, {"CR1", c.CR1, 0.0341, 5e-5}, {"CR3", c.CR3, 0.0817, 5e-5}, {"CR5", c.CR5, 0.1209, 5e-5}} {
			if !w.got.Known || math.Abs(w.got.V-w.want) > w.near {
				t.Errorf("%v: %s is %v, want %v", order, w.name, w.got, w.want)
			}
		}
	}
}

func TestExtractAccounts(t *testing.T) {
	p := extract(t, Accounts)
	acme := named(t, p, "Acme Corporation")
	if acme.Segment != "technolgy" || acme.Turnover != (model.Money{Minor: 110004, Currency: "USD"}) || acme.Employees != model.Some[int64](2822) ||
		acme.Country != "United States" || acme.Custom["year_established"] != "1996" || len(acme.Years) != 0 {
		t.Errorf("%+v", acme)
	}
	bluth := named(t, p, "Bluth Company")
	if bluth.Parent != acme.ID {
		t.Errorf("parent %q", bluth.Parent)
	}
	parents := 0
	for _, a := range p.Accounts() {
		if a.Parent != "" {
			parents++
		}
	}
	if parents != 15 {
		t.Errorf("%d subsidiaries", parents)
	}
}

func TestExtractPreviews(t *testing.T) {
	p := extract(t, Accounts)
	pv := preview(t, unzip(t, "accounts.csv.gz"), model.EmptyPortfolio(), options(Guess))
	if pv.Kind != Accounts || !strings.Contains(strings.Join(pv.Notes, " "), "‘revenue’ in a file of accounts is the customers' own turnover") {
		t.Errorf("%s %q", pv.Kind, pv.Notes)
	}
	o := options(Guess)
	o.Won = []string{"won"}
	pv = preview(t, unzip(t, "sales_pipeline.csv.gz"), p, o)
	if pv.Kind != Transactions || pv.Rows != 8800 || pv.NotWon != 8800-4238 || len(pv.New) != 0 || len(pv.Changed) != 85 || len(pv.Problems) != 0 {
		t.Errorf("%s: rows %d, not won %d, new %d, changed %d, problems %d", pv.Kind, pv.Rows, pv.NotWon, len(pv.New), len(pv.Changed), len(pv.Problems))
	}
	offerings := map[string]bool{}
	q := apply(t, p, pv)
	for _, a := range q.Accounts() {
		for _, x := range a.Transactions {
			offerings[x.Offering] = true
		}
	}
	if len(offerings) != 7 || !offerings["GTXPro"] {
		t.Errorf("offerings %v", offerings)
	}
}
