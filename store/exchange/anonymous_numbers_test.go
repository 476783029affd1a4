package exchange

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"accord/model"
	"accord/model/mask"
	"accord/model/score"
	"accord/store/exchange/export"
)

// A share of two amounts with all its digits tells the amounts: no number of an
// anonymous table has more than two decimals.
func TestNoAnonymousNumberHasAllItsDigits(t *testing.T) {
	var list []*model.Account
	for i, minor := range []int64{123456700, 98765400, 432100} {
		list = append(list, &model.Account{ID: model.AccountID(fmt.Sprint("a", i)), Name: fmt.Sprint("A", i), Years: []model.Year{{Year: 2025, Revenue: model.Money{Minor: minor, Currency: "EUR"}, CostOfSales: model.Money{Minor: minor / 3, Currency: "EUR"}}}})
	}
	g := model.NewProgramme()
	g.Currency = "EUR"
	p, err := model.NewPortfolio(g, list)
	if err != nil {
		t.Fatal(err)
	}
	shown := score.Of(mask.Anonymise(score.Of(p, today)), today)
	for _, what := range []string{"accounts"} {
		var b bytes.Buffer
		if err := export.Write(&b, "csv", export.Request{What: []string{what}, Scores: shown, NoBOM: true}); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil || len(rows) < 4 {
			t.Fatal(rows, err)
		}
		seen := false
		for _, row := range rows[1:] {
			for k, cell := range row {
				whole, digits, _ := strings.Cut(cell, ".")
				if len(digits) > 2 && strings.Trim(whole+digits, "-0123456789") == "" {
					t.Errorf("%s, %s: %s", what, rows[0][k], cell)
				}
				seen = seen || strings.Contains(cell, "554.48")
			}
		}
		if !seen {
			t.Errorf("the index is not in %v", rows)
		}
	}
}
