package exchange

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"accord/model"
	"accord/store/exchange/match"
)

const twoSpellings = "Account Name,City\nKöhler Präzision,Ulm\nWeber,Bonn\nKöhler Präzision GmbH,\nPräzision Köhler,Ulm\n"

// Two spellings inside one file are a question when nothing here is meant by either.
func TestTwoSpellingsInsideOneFile(t *testing.T) {
	pv := preview(t, twoSpellings, model.EmptyPortfolio(), options(Accounts))
	if len(pv.New) != 4 || len(pv.Questions) != 2 || !strings.Contains(strings.Join(pv.Notes, " "), "2 names are in nearly the same words as another name of the file") {
		t.Fatalf("%d new, %+v, %q", len(pv.New), pv.Questions, pv.Notes)
	}
	q := pv.Questions[0]
	if q.Name != "Köhler Präzision GmbH" || q.Whose != "Köhler Präzision" || !q.Within || !strings.Contains(fmt.Sprint(q.Facts), "{City Ulm }") || q.Why != "the same name except for legal form, accents or punctuation" || pv.Questions[1].Why != "the same words in a different order" {
		t.Errorf("%+v", pv.Questions)
	}
	for _, same := range []map[string]string{
		{"Köhler Präzision GmbH": "Köhler Präzision", "Präzision Köhler": "-"},
		{"köhler präzision": "Köhler Präzision GmbH", "Präzision Köhler": "-"}, // said the other way round
	} {
		o := options(Accounts)
		o.Same = same
		p, pv := settled(t, twoSpellings, model.EmptyPortfolio(), o)
		if a := named(t, p, "Köhler Präzision"); p.Len() != 3 || a.City != "Ulm" || pv.Questions[0].Answer != match.SameAccount || pv.Questions[1].Answer != match.NewAccount {
			t.Errorf("%v: %d accounts, %+v, %+v", same, p.Len(), a, pv.Questions)
		}
		next := preview(t, "Date,Customer,Amount\n2025-01-01,Köhler Präzision GmbH,5\n", p, options(Guess))
		if len(next.New) != 0 || len(next.Changed) != 1 {
			t.Errorf("the other name is not kept: %+v", next.New)
		}
	}
	deals := "Account,Amount,Close date,Stage\nAcme Ltd,5,2025-03-04,Won\nAcme,6,2025-03-05,Won\n"
	o := options(Transactions)
	o.Same = map[string]string{"Acme": "Acme Ltd"}
	if p, _ := settled(t, deals, model.EmptyPortfolio(), o); p.Len() != 1 || len(named(t, p, "Acme Ltd").Transactions) != 2 {
		t.Errorf("%d accounts of deals", p.Len())
	}
}

// It is not asked where the file tells the two apart, for a slip of one letter, or
// where the account is here already.
func TestTwoSpellingsThatAreNoQuestion(t *testing.T) {
	here, _ := settled(t, "Account Name\nKöhler Präzision\n", model.EmptyPortfolio(), options(Accounts))
	for name, c := range map[string]struct {
		text string
		p    *model.Portfolio
	}{
		"two ids":    {"Account ID,Account Name\n1,Acme\n2,Acme Ltd\n", model.EmptyPortfolio()},
		"one letter": {"Account Name\nZencorporation\nZencorporatian\nPlant 1\nPlant 2\n", model.EmptyPortfolio()},
		"both here":  {"Account Name\nKöhler Präzision\nKöhler Präzision GmbH\n", here},
	} {
		if pv := preview(t, c.text, c.p, options(Accounts)); len(pv.Questions) != 0 {
			t.Errorf("%s: %+v", name, pv.Questions)
		}
	}
	o := options(Accounts)
	o.Same = map[string]string{"Acme": "Nobody"}
	var bad *match.SameError
	if _, err := Read(strings.NewReader("Account Name\nAcme\n"), "x.csv", model.EmptyPortfolio(), o); !errors.As(err, &bad) || !strings.Contains(err.Error(), "there is no account ‘Nobody’") {
		t.Errorf("%v", err)
	}
}
