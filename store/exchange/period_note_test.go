package exchange

import (
	"fmt"
	"strings"
	"testing"

	"accord/model"
	"accord/model/score"
)

// An import that makes another year the year of the portfolio says so before it is
// agreed to, and one that does not says nothing of it.
func TestAnImportThatTurnsTheYearOverSaysSo(t *testing.T) {
	var text strings.Builder
	text.WriteString("Account Name,Revenue 2017\n")
	for i := range 5 {
		fmt.Fprintf(&text, "Customer %c,%d\n", 'A'+i, 100+i)
	}
	first := preview(t, text.String(), model.EmptyPortfolio(), options(Accounts))
	if s := strings.Join(first.Summary(), "\n"); strings.Contains(s, "year of the portfolio") {
		t.Errorf("into an empty portfolio: %s", s)
	}
	p := apply(t, model.EmptyPortfolio(), first)
	const want = "The year of the portfolio becomes 2018 (was 2017): 1 of 5 accounts has revenue in it. f2, or programme.year on the command line, sets another."
	for text, turns := range map[string]bool{
		"Account,Amount,Close date,Stage\nCustomer A,5,2018-01-04,Won\nCustomer A,6,2018-12-20,Won\n": true,
		"Account,Amount,Close date,Stage\nCustomer A,5,2016-03-04,Won\n":                              false,
		"Customer,Year,Revenue\nCustomer B,2018,7\n":                                                  true,
		"Account Name,Revenue 2018,City\nCustomer B,7,Oslo\n":                                         true,
		"Account Name,City\nCustomer B,Oslo\n":                                                        false,
	} {
		pv := preview(t, text, p, options(Guess))
		if got := strings.Contains(strings.Join(pv.Summary(), "\n"), want); got != turns {
			t.Errorf("%q: %s", text, strings.Join(pv.Summary(), "\n"))
		}
		if q := apply(t, p, pv); (score.Of(q, today).Period().Year == 2018) != turns {
			t.Errorf("%q: the year is %v", text, score.Of(q, today).Period())
		}
	}
	settings := *p.Programme()
	settings.Year = 2017
	fixed, err := model.NewPortfolio(&settings, p.Accounts())
	if err != nil {
		t.Fatal(err)
	}
	pv := preview(t, "Account,Amount,Close date,Stage\nCustomer A,5,2018-03-04,Won\n", fixed, options(Guess))
	if s := strings.Join(pv.Notes, "\n"); strings.Contains(s, "year of the portfolio") {
		t.Errorf("with a year that is set: %s", s)
	}
}
