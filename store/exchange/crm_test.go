package exchange

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"accord/model"
)

// The four files of the public extract; catalogue and team are small stand-ins.
var crm = []string{"accounts.csv.gz", "sales_pipeline.csv.gz", "small_products.csv", "small_teams.csv"}

func crmText(t *testing.T, name string) string {
	t.Helper()
	if strings.HasSuffix(name, ".gz") {
		return unzip(t, name)
	}
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// importCRM imports the files in an order, as one command would, with nothing said
// about them; a second time nothing changes.
func importCRM(t *testing.T, order []int) *model.Portfolio {
	t.Helper()
	p := model.EmptyPortfolio()
	for pass := range 2 {
		for _, i := range order {
			o := options(Guess)
			if pass > 0 {
				o.NewID = func() string { t.Error("the second import made something new"); return "again" }
			}
			pv := preview(t, crmText(t, crm[i]), p, o)
			if len(pv.Problems) > 0 || pass > 0 && pv.Change != nil {
				t.Fatalf("%v, pass %d, %s: %s; changes %v", order, pass+1, crm[i], problems(pv), pv.Change != nil)
			}
			p = apply(t, p, pv)
		}
	}
	return p
}

// everything is all that came of the files, in an order of its own.
func everything(p *model.Portfolio) string {
	g := p.Programme()
	out := []string{told(p, &Preview{})}
	for _, a := range p.Accounts() {
		if m := g.Member(a.Manager); m != nil {
			out = append(out, a.Name+" is led by "+m.Name)
		}
	}
	for _, m := range g.Team {
		out = append(out, fmt.Sprintf("of ours: %s, %s, %s", m.Name, m.Title, m.Function))
	}
	for _, o := range g.Offerings {
		out = append(out, "we sell "+o.String())
	}
	slices.Sort(out[1:])
	return strings.Join(out, "\n")
}

// In any order the four files come to the same accounts, parents, owners, offerings
// and revenue.
func TestExtractInAnyOrder(t *testing.T) {
	orders := [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}}
	if *long {
		orders = permutations(4)
	}
	var first string
	for i, order := range orders {
		p := importCRM(t, order)
		all := everything(p)
		if i == 0 {
			first = all
			checkCRM(t, p, all)
		} else if all != first {
			t.Errorf("%v: %s", order, difference(first, all))
		}
	}
}

func checkCRM(t *testing.T, p *model.Portfolio, all string) {
	t.Helper()
	// Counted in the file itself: the 4,238 won rows by account, product and agent.
	for _, want := range []string{
		"account Kan-code\n  owner Reed Clapper\n", "  sold 2017 123895 USD in 26 GTX Pro\n", "account Bluth Company\n  parent Acme Corporation\n",
		"\nKan-code is led by Reed Clapper", "\nof ours: Nobody Yet, Sales agent, East, sales", "\nof ours: Manager One, Manager, sales",
		"\nwe sell GTX Pro (GTX) = 4800 USD", "\nwe sell MG Advanced (MG) = 3400.50 USD",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in it", want)
		}
	}
	if strings.Contains(all, "GTXPro") || p.Len() != 85 || len(p.Programme().Team) != 6 || len(p.Programme().Offerings) != 7 {
		t.Errorf("%d accounts, %d of ours, %d offerings", p.Len(), len(p.Programme().Team), len(p.Programme().Offerings))
	}
	total, owners := int64(0), 0
	for _, a := range p.Accounts() {
		for _, x := range a.Transactions {
			total += x.Amount.Minor
		}
		if a.Owner != "" {
			owners++
		}
	}
	if total != 1_000_553_400 || owners != 85 {
		t.Errorf("total %d, %d owners", total, owners)
	}
}

func permutations(n int) (out [][]int) {
	if n == 0 {
		return [][]int{nil}
	}
	for _, p := range permutations(n - 1) {
		for at := range n {
			out = append(out, slices.Insert(slices.Clone(p), at, n-1))
		}
	}
	return out
}

// What several sold in one account, and an owner who is already there.
func TestOwners(t *testing.T) {
	p, _ := settled(t, "Name,Owner\nAcme,Ann\nBeta,\n", model.EmptyPortfolio(), options(Guess))
	p, _ = settled(t, "Sales agent,Title,Email\nBob,Key account manager,bob@us.example\nAnn,,\n", p, options(Guess))
	p, pv := settled(t, "Order ID,Date,Customer,Amount,Sales rep,Status\n1,2026-01-01,Beta,5,Ann,Won\n2,2026-01-01,Beta,7,Bob,Won\n3,2026-01-01,Beta,99,Cid,Lost\n4,2026-01-01,Acme,9,Bob,Won\n5,2026-01-01,New,4,0055g00000EEEaaAAA,Won\n", p, options(Guess))
	acme, beta := named(t, p, "Acme"), named(t, p, "Beta")
	member := p.Programme().Member(beta.Manager)
	if acme.Owner != "Ann" || beta.Owner != "Bob" || member == nil || member.Name != "Bob" || member.Title != "Key account manager" || member.Email != "bob@us.example" || named(t, p, "New").Owner != "" {
		t.Errorf("%q %q %+v %q", acme.Owner, beta.Owner, member, pv.Notes)
	}
	if m := p.Programme().Member(acme.Manager); m == nil || m.Name != "Ann" {
		t.Errorf("Acme is led by %+v", m)
	}
	if all := strings.Join(pv.Notes, " "); !strings.Contains(all, "In 1 of them several sold") || fmt.Sprint(pv.Changed) == "" {
		t.Errorf("%q", pv.Notes)
	}
	// The account gets another owner: who led it because of the name goes with it.
	p, _ = settled(t, "Name,Owner\nBeta,Ann\nAcme,Zoe\n", p, options(Accounts))
	if m := p.Programme().Member(named(t, p, "Beta").Manager); m == nil || m.Name != "Ann" || named(t, p, "Acme").Manager != "" {
		t.Errorf("%+v, %q", m, named(t, p, "Acme").Manager)
	}
}

func TestCatalogueProblems(t *testing.T) {
	p, pv := settled(t, "Product,Price,Series\nPump,12.50,P\nSeal,lots,P\n,5,P\nPUMP,13,P\nRope,-1,R\n", model.EmptyPortfolio(), options(Guess))
	want := "3 Price: ‘lots’ is not an amount\n4 Product: the row names no offering\n5 Product: ‘PUMP’ is already on line 2\n6 Price: ‘-1’ must not be negative"
	if problems(pv) != want || pv.Kind != Offerings {
		t.Errorf("%s\n%s", pv.Kind, problems(pv))
	}
	if got := fmt.Sprint(p.Programme().Offerings); got != "[Pump (P) = 13 USD Seal (P) Rope (R)]" {
		t.Error(got)
	}
	p, pv = settled(t, "Sales agent,Regional office\nAnn,North\n,South\nann,East\n", p, options(Guess))
	if want := "3 Sales agent: the row names nobody\n4 Sales agent: ‘ann’ is already on line 2"; problems(pv) != want || pv.Kind != Team || len(p.Programme().Team) != 1 {
		t.Errorf("%s\n%s\n%+v", pv.Kind, problems(pv), p.Programme().Team)
	}
}

// A list of sales is never taken for a catalogue or a team.
func TestGuessedKinds(t *testing.T) {
	for head, want := range map[string]Kind{
		"Product,Sales price,Customer,Amount,Date": Transactions, "Sales agent,Account,Deal stage,Close date,Close value": Transactions, "Name,Category,City": Accounts,
		"Name,Manager,Email,Company": Contacts, "product,series,sales_price": Offerings, "sales_agent,manager,regional_office": Team, "Customer,Year,Revenue,Product": Figures,
	} {
		o := options(Guess)
		lexicons, err := lexiconsFor(model.NewProgramme(), o)
		if err != nil {
			t.Fatal(err)
		}
		if h, err := sniff(head+"\n", "x.csv", 0, 0, 0, lexicons); err != nil || h.lex.kind != want {
			t.Errorf("%s is %v, %v", head, h.lex, err)
		}
	}
	if pv := preview(t, "Sales agent,Customer,Amount\nAnn,Acme,5\n", model.EmptyPortfolio(), options(Guess)); pv.Kind == Team || pv.Kind == Offerings {
		t.Errorf("sales without a day are read as %s", pv.Kind)
	}
}
