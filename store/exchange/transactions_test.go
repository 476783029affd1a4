package exchange

import (
	"fmt"
	"strings"
	"testing"

	"accord/model"
	"accord/model/score"
)

// revenue is an account's revenue over all years, by the model's own reckoning.
func revenue(p *model.Portfolio, a *model.Account) float64 {
	return score.OfPeriod(p, today, score.Period{All: true}).Local(a.ID).Revenue.Or(-1)
}

func TestTransactionShapes(t *testing.T) {
	cases := []struct {
		name, text string
		won        []string
		total      float64
		rows       int // transactions
		notWon     int
	}{
		{"opportunities", "Opportunity ID,Account Name,Amount,Close Date,Stage,Product\n1,Acme,100,2025-01-01,Closed Won,A\n2,Acme,50,2025-01-02,Closed Lost,A\n3,Acme,25,2025-01-02,closed_won,A\n", nil, 125, 2, 1},
		{"invoices without status", "Invoice Date;Customer;Total\n31.01.2025;Acme;1.234,50\n28.02.2025;Acme;-34,50\n", nil, 1200, 2, 0},
		{"equal rows without id", "Date,Customer,Amount\n2025-01-01,Acme,5\n2025-01-01,Acme,5\n2025-01-01,Acme,5\n", nil, 15, 3, 0},
		{"lines of an invoice", "Invoice,Date,Customer,Item,Amount\n7,2025-01-01,Acme,A,5\n7,2025-01-01,Acme,B,6\n7,2025-01-01,Acme,B,7\n", nil, 18, 3, 0},
		{"a deal of several products", "Opportunity ID,Close Date,Customer,Product,Amount\n7,2025-01-01,Acme,A,5\n7,2025-01-01,Acme,B,6\n", nil, 11, 2, 0},
		{"chosen status", "Date,Customer,Amount,Status\n2025-01-01,Acme,5,Shipped\n2025-01-01,Acme,6,Paid\n", []string{"shipped"}, 5, 1, 1},
		{"months first", "Date,Customer,Amount\n1/2/2025,Acme,5\n1/25/2025,Acme,6\n", nil, 11, 2, 0},
		{"negative in brackets", "Date,Customer,Amount\n2025-01-01,Acme,\"$1,000.50\"\n2025-01-02,Acme,(0.50)\n", nil, 1000, 2, 0},
		{"a total below", "Date,Customer,Amount\n2025-01-01,Acme,5\nTotal,,5\n", nil, 5, 1, 0},
		{"hebrew", "תאריך,לקוח,סכום,סטטוס\n01/02/2025,Acme,\"₪1,000\",Paid\n", nil, 1000, 1, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			o := options(Guess)
			o.Won = c.won
			p, pv := settled(t, c.text, model.EmptyPortfolio(), o)
			a := named(t, p, "Acme")
			if pv.Kind != Transactions || len(pv.Problems) != 0 || revenue(p, a) != c.total || len(a.Transactions) != c.rows || pv.NotWon != c.notWon {
				t.Errorf("%s: total %v of %d, not won %d, %s\n%q", pv.Kind, revenue(p, a), len(a.Transactions), pv.NotWon, problems(pv), pv.Notes)
			}
			if a.Tier != model.Candidate || len(pv.New) != 1 || pv.New[0].NewTransactions != c.rows {
				t.Errorf("%+v", pv.New)
			}
		})
	}
}

func TestAnOpportunityTwiceCountsOnce(t *testing.T) {
	p, pv := settled(t, "Opportunity ID,Close Date,Customer,Amount\n7,2025-01-01,Acme,5\n7,2025-01-01,Acme,6\n", model.EmptyPortfolio(), options(Guess))
	if got := revenue(p, named(t, p, "Acme")); got != 6 || problems(pv) != "3 Opportunity ID: the id ‘7’ is already on line 2" {
		t.Errorf("revenue %v; %s", got, problems(pv))
	}
}

func TestTransactionsAddAndReplace(t *testing.T) {
	head := "Opportunity ID,Account Name,Amount,Close Date,Stage\n"
	p, _ := settled(t, head+"1,Acme,100,2025-01-01,Won\n2,Acme,50,2025-02-01,Won\n", model.EmptyPortfolio(), options(Guess))
	p, pv := settled(t, head+"2,Acme,60,2025-02-01,Won\n3,Acme,7,2025-03-01,Won\n1,Acme,100,2025-01-01,Lost\n", p, options(Guess))
	if got := revenue(p, named(t, p, "Acme")); got != 167 {
		t.Errorf("revenue %v", got)
	}
	if d := pv.Changed[0]; d.NewTransactions != 1 || d.ChangedTransactions != 1 || d.Fields[0] != (FieldDiff{"Imported revenue 2025", "150 USD", "167 USD"}) {
		t.Errorf("%+v", d)
	}
	if !strings.Contains(strings.Join(pv.Notes, " "), "1 transaction imported as won before and not won") {
		t.Errorf("%q", pv.Notes)
	}
	// An opportunity that moved to another customer counts there only.
	p, _ = settled(t, head+"1,Beta,100,2025-01-01,Won\n", p, options(Guess))
	if a, b := revenue(p, named(t, p, "Acme")), revenue(p, named(t, p, "Beta")); a != 67 || b != 100 {
		t.Errorf("revenue %v and %v", a, b)
	}
}

func TestQuartersAdd(t *testing.T) {
	first := "Date,Customer,Amount\n2025-01-01,Acme,5\n2025-01-01,Acme,5\n"
	p, _ := settled(t, first, model.EmptyPortfolio(), options(Guess))
	p, _ = settled(t, first+"2025-04-01,Acme,7\n", p, options(Guess)) // a longer export of the same books
	if got := revenue(p, named(t, p, "Acme")); got != 17 {
		t.Errorf("revenue %v", got)
	}
}

func TestTransactionProblems(t *testing.T) {
	text := "Order ID,Customer,Account ID,Order Date,Amount,Status\n" +
		"1,,,2025-01-01,5,Won\n" + "2,Acme,,,5,Won\n" + "3,Acme,,2025-01-01,x,Won\n" + "4,,999,2025-01-01,5,Won\n" + "5,,,,,Lost\n" + "6,Acme,,2025-01-01,5,Won\n"
	p, pv := settled(t, text, model.EmptyPortfolio(), options(Transactions))
	want := []string{"2 Customer: the row has no account", "3 Order Date: the row has no date", "4 Amount: ‘x’ is not an amount", "5 Account ID: there is no account with the id ‘999’"}
	if got := problems(pv); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s", got)
	}
	if pv.NotWon != 1 || revenue(p, named(t, p, "Acme")) != 5 {
		t.Errorf("not won %d", pv.NotWon)
	}
}

func TestTypedRevenueHidesImported(t *testing.T) {
	p, _ := settled(t, "Customer,Year,Revenue\nAcme,2025,1000\n", model.EmptyPortfolio(), options(Figures))
	p, pv := settled(t, "Date,Customer,Amount\n2025-01-01,Acme,5\n2024-01-01,Acme,7\n", p, options(Transactions))
	if got := revenue(p, named(t, p, "Acme")); got != 1007 {
		t.Errorf("revenue %v", got)
	}
	if all := strings.Join(pv.Notes, " "); !strings.Contains(all, "In 1 year of") {
		t.Errorf("%q", all)
	}
	if got := fmt.Sprint(pv.Changed[0].Fields); !strings.Contains(got, "1000 USD typed by hand counts instead") {
		t.Errorf("%s", got)
	}
}

func TestForeignMoney(t *testing.T) {
	p, pv := settled(t, "Date,Customer,Amount,Currency\n2025-01-01,Acme,5,EUR\n2026-01-01,Acme,6,USD\n2026-01-02,Acme,£7,\n", model.EmptyPortfolio(), options(Guess))
	a := named(t, p, "Acme")
	s := score.Of(p, today)
	if a.Transactions[0].Amount.Currency != "EUR" || s.Local(a.ID).Years[0].Revenue.Known || a.Transactions[2].Amount.Currency != "GBP" || len(pv.Notes) < 3 {
		t.Errorf("%+v %q", a.Transactions, pv.Notes)
	}
}

func TestFigures(t *testing.T) {
	cases := []struct {
		name, text                   string
		year                         int
		revenue, cost, serve, wallet float64 // −1 unknown
		through                      string
	}{
		{"plain", "Customer,Year,Revenue,Cost of sales,Cost to serve,Wallet\nAcme,2025,1000,600,50,4000\n", 2025, 1000, 600, 50, 4000, ""},
		{"margin in money", "Customer;Period;Revenue;Gross margin\nAcme;FY2025;1.000,50;400,50\n", 2025, 1000.5, 600, -1, -1, ""},
		{"margin in percent", "Customer,Year,Sales,Gross margin\nAcme,2025,1000,40%\n", 2025, 1000, 600, -1, -1, ""},
		{"margin as share", "Customer,Year,Sales,Gross margin\nAcme,2025,1000,0.4\n", 2025, 1000, 600, -1, -1, ""},
		{"months", "Customer,Month,Revenue\nAcme,2025-01,10\nAcme,2025-02,20\n", 2025, 30, -1, -1, -1, "2025-02-28"},
		{"all quarters", "Customer,Quarter,Revenue\nAcme,Q1 2025,10\nAcme,Q2 2025,20\nAcme,Q3 2025,30\nAcme,Q4 2025,40\n", 2025, 100, -1, -1, -1, ""},
		{"year and its months", "Customer,Period,Revenue\nAcme,2025-01,10\nAcme,2025,100\nAcme,2025-02,20\n", 2025, 100, -1, -1, -1, ""},
		{"years across", "Customer,2024,2025,Cost to serve 2025\nAcme,90,\"1,000\",5\n", 2025, 1000, -1, 5, -1, ""},
		{"title lines and total", "Sales by customer\nJanuary to December 2025\n\nCustomer,Year,Sales\nAcme,2025,10\nTOTAL,,10\n", 2025, 10, -1, -1, -1, ""},
		{"thousands", "Customer,Year,Revenue (EUR k)\nAcme,2025,10\n", 2025, 10000, -1, -1, -1, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, pv := settled(t, c.text, model.EmptyPortfolio(), options(Guess))
			if pv.Kind != Figures || len(pv.Problems) != 0 || p.Len() != 1 {
				t.Fatalf("%s %s %q", pv.Kind, problems(pv), pv.Notes)
			}
			y := named(t, p, "Acme").Year(c.year, model.Actual)
			if got := pv.New[0].Fields[1].Label; !strings.Contains(got, fmt.Sprint(c.year)) && c.name != "years across" {
				t.Errorf("the preview calls it %q", got)
			}
			if y == nil {
				t.Fatalf("no year: %+v", p.At(0).Years)
			}
			got := []float64{y.Revenue.Num().Or(-1), y.CostOfSales.Num().Or(-1), y.CostToServe.Num().Or(-1), y.Wallet.Num().Or(-1)}
			if want := []float64{c.revenue, c.cost, c.serve, c.wallet}; fmt.Sprint(got) != fmt.Sprint(want) || y.Through.String() != c.through {
				t.Errorf("%v through %v, want %v through %v", got, y.Through, want, c.through)
			}
		})
	}
}

func TestFigureProblems(t *testing.T) {
	text := "Customer,Year,Revenue,Gross margin,Scenario\nAcme,2025,x,,\n,2025,5,,\nAcme,,5,,\nAcme,soon,5,,\nAcme,2024,,3,\nAcme,2026,7,,Budget\nAcme,2026,7,,Dream\n"
	p, pv := settled(t, text, model.EmptyPortfolio(), options(Figures))
	want := []string{"2 Revenue: ‘x’ is not an amount", "3 Customer: the row has no account", "4 Year: the row has no year", "5 Year: ‘soon’ is neither a year nor a period of one",
		"6 Gross margin: cost cannot be computed from a gross margin without revenue", "8 Scenario: ‘Dream’ is not a kind of figures"}
	if got := problems(pv); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s", got)
	}
	if y := named(t, p, "Acme").Year(2026, model.Budget); y == nil || y.Revenue.Minor != 700 {
		t.Errorf("%+v", named(t, p, "Acme").Years)
	}
}
