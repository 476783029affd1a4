package report

import (
	"math"
	"strings"
	"testing"

	"accord/model/mask"
	"accord/model/sample"
	"accord/model/score"
)

// An anonymous report says the real scores, money without a currency, and no more
// digits than are read: a share with all of them would tell the amounts.
func TestAnAnonymousReportSaysTheRealScores(t *testing.T) {
	p, err := sample.Portfolio(today)
	if err != nil {
		t.Fatal(err)
	}
	real := score.Of(p, today)
	shown := score.Of(mask.Anonymise(real), today)
	for _, k := range Kinds() {
		for _, a := range p.Accounts() {
			want, ok := Build(k.Key, Us, real, a.ID)
			got, _ := Build(k.Key, Us, shown, a.ID)
			if !ok || len(got.Nodes) > len(want.Nodes) {
				t.Fatalf("%s of %s: %d parts, want %d", k.Key, a.Name, len(got.Nodes), len(want.Nodes))
			}
			if text := said(got); strings.Contains(text, "EUR") || strings.Contains(text, "XXX") {
				t.Errorf("%s of %s has a currency", k.Key, a.Name)
			}
			sameFigures(t, k.Key+" of "+a.Name, want, got)
			if !k.Account {
				break
			}
		}
	}
}

func sameFigures(t *testing.T, of string, want, got *Report) {
	t.Helper()
	for i := range got.Nodes { // what people noted is left out at the end
		if n := &want.Nodes[i]; n.Table.Pairs {
			for k, row := range n.Table.Rows {
				if c := row[1]; c.Currency == "" && c.Num.Known && got.Nodes[i].Table.Rows[k][1].Text != c.Text {
					t.Errorf("%s: %s is %s, and anonymous %s", of, row[0].Text, c.Text, got.Nodes[i].Table.Rows[k][1].Text)
				}
			}
		}
		for _, row := range got.Nodes[i].Table.Rows {
			for _, c := range row {
				if v := c.Num.V * 1e5; c.Num.Known && math.Abs(v-math.Round(v)) > 1e-6 {
					t.Errorf("%s: %v has more digits than are read", of, c.Num.V)
				}
			}
		}
	}
}

// The plane says who is not on it.
func TestThePlaneCountsWhoIsNotPlaced(t *testing.T) {
	p, err := sample.Portfolio(today)
	if err != nil {
		t.Fatal(err)
	}
	r, _ := Build("portfolio", Us, score.Of(p, today), "")
	for _, n := range r.Nodes {
		if n.Kind == Chart {
			if !strings.HasSuffix(n.Text, ": 3 of 26 accounts are not placed, because a score is unknown") || len(n.Points.Dots) != 23 {
				t.Errorf("%q with %d accounts", n.Text, len(n.Points.Dots))
			}
			return
		}
	}
	t.Error("there is no plane")
}
