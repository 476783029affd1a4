package exchange

import (
	"testing"

	"accord/model"
)

// An open order may never be revenue, an issued invoice is: of the first it is asked.
func TestOpenOrdersAreAskedAboutAndIssuedInvoicesCount(t *testing.T) {
	const rows = "1,Alpha,2025-01-01,500,shipped\n2,Alpha,2025-01-02,70,paid\n3,Nova,2025-01-02,9,"
	heads := map[string]string{
		"order":       "Order ID,Customer,Order Date,Amount,State\n",
		"bestellung":  "Bestellnummer,Customer,Date,Amount,Status\n",
		"invoice":     "Invoice ID,Customer,Order Date,Amount,State\n",
		"opportunity": "Opportunity ID,Account,Close Date,Amount,Status\n",
	}
	for _, state := range []string{"open", "processing", "confirmed", "pending payment", "offen", "sent"} {
		for what, head := range heads {
			pv := preview(t, head+rows+state+"\n", model.EmptyPortfolio(), options(Transactions))
			asks := len(pv.Open) > 0
			if want := what == "order" || what == "bestellung"; asks != want {
				t.Errorf("%s, %s: asked %v", what, state, pv.Open)
			}
			if asks && pv.Change != nil {
				t.Errorf("%s, %s: something would be imported before it is answered", what, state)
			}
		}
	}
	o := options(Transactions)
	o.Answers = map[string]string{"won": "none"}
	for answer, accounts := range map[string]int{"none": 1, "all": 2} {
		o.Answers["won"] = answer
		if pv := preview(t, heads["order"]+rows+"open\n", model.EmptyPortfolio(), o); len(pv.Open) > 0 || len(pv.New) != accounts {
			t.Errorf("%s: asks %v, new %v", answer, pv.Open, pv.New)
		}
	}
}
