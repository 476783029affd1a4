package exchange

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/session"
	"accord/store/exchange/document"
)

// randomTable makes a file of a kind with good, bad and odd cells.
func randomTable(r *rand.Rand, k Kind) string {
	heads := map[Kind][]string{
		Accounts:     {"Account ID", "Name", "Parent Account", "City", "Employees", "Annual Revenue", "Tier", "importance.capacity", "Own", "Sales 2025"},
		Contacts:     {"Contact ID", "Full Name", "Account Name", "Account ID", "Title", "Email", "Reports To", "Role", "Last Activity"},
		Transactions: {"Order ID", "Customer", "Date", "Amount", "Status", "Product"},
		Figures:      {"Customer", "Year", "Revenue", "Gross margin", "Wallet"},
	}
	cells := map[string][]string{
		"Account ID": {"", "1", "2", "0015g00000AAAaa", "0015g00000AAAaaAAA"}, "Parent Account": {"", "Acme", "Beta", "1", "None"},
		"Employees": {"", "5", "x", "1,000"}, "Annual Revenue": {"", "1,5", "2.500,5", "x", "(3)"}, "Tier": {"", "key", "Hot"}, "importance.capacity": {"", "3", "7"}, "Sales 2025": {"", "10", "-"},
		"Account Name": {"Acme", "Beta", "Nobody", ""}, "Reports To": {"", "Ann", "Bob", "Cid"}, "Email": {"", "a@x", "b@x"},
		"Role": {"", "user", "Champion", "what"}, "Last Activity": {"", "2025-01-02", "13/13/2025"}, "Order ID": {"", "1", "2", "3"}, "Customer": {"Acme", "Beta", "Neu", ""},
		"Date": {"2025-01-02", "3/4/2025", "", "2024-12-31"}, "Amount": {"1", "2.50", "", "x", "1e9"}, "Status": {"Won", "Lost", "Paid", ""}, "Year": {"2024", "2025", "2025-03", "", "FY26"},
		"Revenue": {"1", "20", "", "x"}, "Gross margin": {"", "5", "20%"}, "Wallet": {"", "100"},
	}
	var b strings.Builder
	b.WriteString(strings.Join(heads[k], ";") + "\n")
	for range r.IntN(20) {
		who := r.IntN(4) // an id and a name mean one thing in one file
		for i, h := range heads[k] {
			if i > 0 {
				b.WriteByte(';')
			}
			list := cells[h]
			if list == nil {
				list = []string{"", "a", "b"}
			}
			switch n := r.IntN(2); {
			case h == "Account ID" && k == Accounts:
				b.WriteString([4][2]string{{"1", ""}, {"2", "2"}, {"", "0015g00000AAAaa"}, {"", "0015g00000AAAaaAAA"}}[who][n])
			case h == "Name":
				b.WriteString([4][2]string{{"Acme", "acme"}, {"Beta", ""}, {"Gamma", "GAMMA"}, {"Gamma", ""}}[who][n])
			case h == "Contact ID":
				b.WriteString([4][2]string{{"1", ""}, {"2", "2"}, {"", "3"}, {"", ""}}[who][n])
			case h == "Full Name":
				b.WriteString([4][2]string{{"Ann", "ann"}, {"Bob", ""}, {"Cid", "Cid"}, {"", "Dan"}}[who][n])
			case h == "Email":
				b.WriteString([4][2]string{{"a@x", ""}, {"b@x", "b@x"}, {"", "C@x"}, {"", ""}}[who][n])
			default:
				b.WriteString(list[r.IntN(len(list))])
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Whatever is read: the change gives exactly the new and changed accounts of the
// preview, undo takes all of it back, and reading again changes nothing.
func TestChangeIsWhatThePreviewSaid(t *testing.T) {
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 2))
		p := model.EmptyPortfolio()
		for step := range 4 {
			k := []Kind{Accounts, Contacts, Transactions, Figures}[(step+int(seed))%4]
			text := randomTable(r, k)
			before := document1(t, p)
			pv := preview(t, text, p, options(k))
			if document1(t, p) != before {
				t.Fatalf("seed %d: reading changed the portfolio", seed)
			}
			q := checkPreview(t, fmt.Sprintf("seed %d, %s\n%s", seed, k, text), p, pv)
			if again := preview(t, text, q, options(k)); again.Change != nil {
				t.Fatalf("seed %d: again changes %+v, new %+v\n%s", seed, again.Changed, again.New, text)
			}
			p = q
		}
	}
}

func checkPreview(t *testing.T, name string, p *model.Portfolio, pv *Preview) *model.Portfolio {
	t.Helper()
	if pv.Change == nil {
		if len(pv.Open) > 0 {
			return p // it asks, and nothing changes until it is answered
		}
		if len(pv.New)+len(pv.Changed) > 0 {
			t.Fatalf("%s: nothing changes but the preview lists %+v %+v", name, pv.New, pv.Changed)
		}
		return p
	}
	s := session.New(p, today, 0, counter())
	patch, err := s.Do(pv.Change, time.Time{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	added, changed := 0, 0
	for i := range patch.After {
		if patch.Before[i] == nil {
			added++
		} else {
			changed++
		}
	}
	if added != len(pv.New) || changed != len(pv.Changed) {
		t.Fatalf("%s: %d added, %d changed; the preview said %d and %d", name, added, changed, len(pv.New), len(pv.Changed))
	}
	for _, d := range append(append([]AccountDiff{}, pv.New...), pv.Changed...) {
		var before int
		if a := p.Account(d.ID); a != nil {
			before = len(a.Persons)
		}
		a := s.Portfolio().Account(d.ID)
		if a == nil || a.Name != d.Name || len(a.Persons) != before+d.NewContacts {
			t.Fatalf("%s: %+v became %+v", name, d, a)
		}
		if len(d.Fields) == 0 && d.NewContacts+d.ChangedContacts+d.NewTransactions+d.ChangedTransactions == 0 && p.Account(d.ID) != nil {
			t.Fatalf("%s: %s changes but nothing says what", name, d.Name)
		}
	}
	if err := checkAll(s.Portfolio()); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	after := s.Portfolio()
	if _, ok := s.Undo(); !ok || !equal(s.Portfolio(), p) && p.Len() > 0 {
		t.Fatalf("%s: undo does not take it back", name)
	}
	return after
}

// checkAll holds a portfolio against the rules for documents from outside.
func checkAll(p *model.Portfolio) error {
	var b bytes.Buffer
	if err := document.Write(&b, p); err != nil {
		return err
	}
	_, err := document.Read(&b)
	return err
}
