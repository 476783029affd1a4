package exchange

import (
	"path/filepath"
	"testing"

	"accord/model"
	"accord/model/score"
)

// A small extract in the shape of the public one: a dozen accounts, four dozen rows.
func TestSmallExtract(t *testing.T) {
	p := model.EmptyPortfolio()
	for _, step := range []struct {
		file                          string
		kind                          Kind
		rows, notWon, added, problems int
	}{{"small_accounts.csv", Accounts, 12, 0, 12, 0}, {"small_pipeline.csv", Transactions, 48, 24, 0, 0}} {
		pv, err := ReadFile(filepath.Join("testdata", step.file), p, options(Guess))
		if err != nil {
			t.Fatal(err)
		}
		if pv.Kind != step.kind || pv.Rows != step.rows || pv.NotWon != step.notWon || len(pv.New) != step.added || len(pv.Problems) != step.problems {
			t.Errorf("%s: %s, %d rows, %d not won, %d new, %s", step.file, pv.Kind, pv.Rows, pv.NotWon, len(pv.New), problems(pv))
		}
		p = apply(t, p, pv)
	}
	if got := score.OfPeriod(p, today, score.Period{All: true}).Revenue.Total; got != 54_900 {
		t.Errorf("total %v", got)
	}
	mills := named(t, p, "Northwind Mills")
	if len(p.Children(mills.ID)) != 2 || mills.Segment != "technolgy" || mills.Turnover.Minor != 13750 {
		t.Errorf("%+v", mills)
	}
	offerings := map[string]bool{}
	for _, a := range p.Accounts() {
		for _, x := range a.Transactions {
			offerings[x.Offering] = true
		}
	}
	if len(offerings) > 3 || offerings["GTXPro"] {
		t.Errorf("offerings %v", offerings)
	}
}
