package exchange

import (
	"strings"
	"testing"

	"accord/model"
)

// Revenue with its year in the heading is a figure of that year in a list of
// accounts, read as money, and the preview says whose revenue it is.
func TestRevenueOfAYearInAListOfAccounts(t *testing.T) {
	for _, h := range []string{"Revenue 2025", "2025 revenue", "Umsatz 2025", "Turnover 2025", "Sales FY25", "Revenue FY2025", "Our revenue 2025", "Net sales 2025", "מכירות 2025", "הכנסות 2025", "מחזור 2025", "figures.2025.revenue"} {
		text := "Account Name;" + h + ";Segment;Bemerkung\nAcme;10.000,50;Steel;gut\nBeta;2.000,00;Food;\n"
		p, pv := settled(t, text, model.EmptyPortfolio(), options(Guess))
		a := named(t, p, "Acme")
		y := a.Year(2025, model.Actual)
		if pv.Kind != Accounts || y == nil || y.Revenue.Major() != 10000.5 || a.Custom[h] != "" || a.Custom["Bemerkung"] != "gut" || len(pv.Problems) > 0 {
			t.Errorf("%s: %s, %+v, custom %v, problems %s", h, pv.Kind, y, a.Custom, problems(pv))
		}
		if got := pv.Columns[1].Label; got != "Revenue 2025" {
			t.Errorf("%s: the column goes to %s", h, got)
		}
		notes := strings.Join(pv.Notes, "\n")
		if !strings.Contains(notes, "‘Bemerkung’ is kept as a custom field.") {
			t.Errorf("%s: the custom field is not told: %s", h, notes)
		}
		if whose := strings.Contains(notes, "is read as our revenue of 2025"); whose == ourWord(h) {
			t.Errorf("%s: whose revenue it is: %s", h, notes)
		}
	}
}

// What a heading says its figures are in counts, on either side of the year.
func TestRevenueOfAYearInThousands(t *testing.T) {
	for _, h := range []string{"Revenue 2025 (EUR k)", "Revenue (k EUR) 2025", "Umsatz 2025 in EUR k"} {
		p, _ := settled(t, "Account Name;"+h+";Segment\nAcme;12,5;Steel\n", model.EmptyPortfolio(), options(Accounts))
		if y := named(t, p, "Acme").Year(2025, model.Actual); y == nil || y.Revenue != model.NewMoney(12500, "EUR") {
			t.Errorf("%s: %+v", h, y)
		}
	}
}

// What only looks like it stays what it was.
func TestOtherYearsInHeadingsAreNoRevenue(t *testing.T) {
	for _, h := range []string{"Annual revenue 2025", "Revenue growth 2025", "Revenue 2024 2025", "2025", "Revenue 25"} {
		pv := preview(t, "Account Name,"+h+",Segment\nAcme,5,Steel\n", model.EmptyPortfolio(), options(Accounts))
		if c := pv.Columns[1]; c.Field != "" || !c.Custom {
			t.Errorf("%s goes to %s", h, c.Field)
		}
	}
}

// What is planned or expected of a year is its target and forecast, never its revenue.
func TestTargetsAndForecastsOfAYearAreNoRevenue(t *testing.T) {
	for h, kind := range map[string]model.FigureKind{
		"Budget revenue 2025": model.Budget, "Plan 2025": model.Budget, "2025 target": model.Budget, "figures.2025.target": model.Budget,
		"Forecast 2025": model.Forecast, "Revenue forecast 2025 (EUR k)": model.Forecast, "figures.2025.forecast": model.Forecast,
	} {
		p, _ := settled(t, "Account Name;"+h+";Segment\nAcme;5;Steel\n", model.EmptyPortfolio(), options(Accounts))
		a := named(t, p, "Acme")
		if y := a.Year(2025, kind); len(a.Years) != 1 || y == nil || !y.Revenue.Known() || y.Revenue.Minor%500 != 0 {
			t.Errorf("%s: %+v", h, a.Years)
		}
	}
}
