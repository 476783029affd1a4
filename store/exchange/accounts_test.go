package exchange

import (
	"strings"
	"testing"

	"accord/model"
)

func TestAccountsOfKnownSystems(t *testing.T) {
	cases := []struct {
		name, text string
		check      func(t *testing.T, p *model.Portfolio)
	}{
		{"salesforce report", "Account ID,Account Name,Annual Revenue,Parent Account,Type,Billing City,Billing Country,Employees,Account Owner,Description,Rating\n" +
			"0015g00000AAAaaAAA,Acme,\"1,500,000\",,Customer,Rome,Italy,50,Ann,\"Line one\nLine two\",Hot\n" +
			"0015g00000AAAabAAA,Acme Sub,200,Acme,Prospect,Oslo,Norway,5,Bob,,\n",
			func(t *testing.T, p *model.Portfolio) {
				a, sub := named(t, p, "Acme"), named(t, p, "Acme Sub")
				if sub.Parent != a.ID || a.Notes != "Line one\nLine two" || a.Kind != "Customer" || a.Country != "Italy" || a.Turnover.Minor != 150000000 ||
					a.Owner != "Ann" || a.Tier != model.Candidate || a.Custom["Rating"] != "Hot" || a.Sources[0] != (model.SourceID{System: "salesforce", ID: "0015g00000AAAaaAAA"}) {
					t.Errorf("%+v\n%+v", a, sub)
				}
			}},
		{"salesforce data loader", "Id,IsDeleted,MasterRecordId,Name,Type,ParentId,BillingCity,BillingCountry,Phone,Website,Industry,AnnualRevenue,NumberOfEmployees,Description,Rating,OwnerId,SystemModstamp\n" +
			"0015g00000AAAab,false,,Child,,0015g00000AAAaaAAA,,,,,,,,,,,x\n" + // its parent stands below it, with the longer id
			"0015g00000AAAaa,false,,Top,Customer,,Rome,Italy,+39 6,top.example,Food,100,7,Hi,Strategic,005X,x\n" +
			"0015g00000AAAac,true,,Gone,,,,,,,,,,,,,x\n",
			func(t *testing.T, p *model.Portfolio) {
				top := named(t, p, "Top")
				if p.Len() != 2 || named(t, p, "Child").Parent != top.ID || top.Website != "top.example" || top.Phone != "+39 6" || top.Tier != model.Strategic || len(top.Custom) != 0 {
					t.Errorf("%d %+v", p.Len(), top)
				}
			}},
		{"hubspot companies", "Record ID,Company name,Company Domain Name,Company owner,Create Date,Phone Number,Last Activity Date,City,Country/Region,Industry,Annual Revenue,Number of Employees,Parent Company,Target Account\n" +
			"123,Acme,acme.example,Ann,2024-01-01 10:00,123,2025-01-01,Rome,Italy,FOOD,1000000.0,50,,true\n",
			func(t *testing.T, p *model.Portfolio) {
				a := named(t, p, "Acme")
				if a.Website != "acme.example" || a.Employees.V != 50 || a.Turnover.Minor != 100000000 || a.Sources[0].ID != "123" {
					t.Errorf("%+v", a)
				}
			}},
		{"dynamics", "(Do Not Modify) Account,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Account Name,Main Phone,Address 1: City,Parent Account,Relationship Type,Number of Employees,Annual Revenue,Currency\n" +
			"{0B8F1E2A-1111-2222-3333-444455556666},abc,45000,Acme,123,Rome,,Customer,12,\"€1,000.00\",EUR\n",
			func(t *testing.T, p *model.Portfolio) {
				a := named(t, p, "Acme")
				if a.City != "Rome" || a.Phone != "123" || a.Turnover != (model.Money{Minor: 100000, Currency: "EUR"}) || len(a.Custom) != 0 {
					t.Errorf("%+v", a)
				}
			}},
		{"zoho", "Record Id,Account Name,Phone,Account Type,Billing City,Description\nzcrm_1,Acme,12,Partner,Rome,Hello\n",
			func(t *testing.T, p *model.Portfolio) {
				if a := named(t, p, "Acme"); a.Kind != "Partner" || a.Notes != "Hello" {
					t.Errorf("%+v", a)
				}
			}},
		{"headings that say millions", "Name,Industry,Revenue (millions USD),Sales 2025\nAcme,Food,1.5,300\n",
			func(t *testing.T, p *model.Portfolio) {
				a := named(t, p, "Acme")
				if a.Turnover.Minor != 150000000 || a.Year(2025, model.Actual) == nil || a.Year(2025, model.Actual).Revenue.Minor != 30000 {
					t.Errorf("%+v", a)
				}
			}},
		{"registry keys", "name,importance.capacity,importance.capacity.verified,figures.2025.wallet,figures.2025.capacity_share,tags\nAcme,4,2,1000,12.5,\"a, b\"\n",
			func(t *testing.T, p *model.Portfolio) {
				a := named(t, p, "Acme")
				if r := a.Ratings["importance.capacity"]; r.Ours != model.LevelOf(4) || r.Verified != model.LevelOf(2) {
					t.Errorf("%+v", a.Ratings)
				}
				if y := a.Year(2025, model.Actual); y == nil || y.Wallet.Minor != 100000 || y.CapacityShare != model.Some(0.125) || len(a.Tags) != 2 {
					t.Errorf("%+v", a)
				}
			}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, pv := settled(t, c.text, model.EmptyPortfolio(), options(Guess))
			if pv.Kind != Accounts || len(pv.Problems) != 0 {
				t.Fatalf("%s %s", pv.Kind, problems(pv))
			}
			c.check(t, p)
		})
	}
}

func TestEmptyCellsEraseNothing(t *testing.T) {
	p, _ := settled(t, "Name,City,Employees,Annual Revenue,Notes,Extra\nAcme,Rome,5,100,Hi,x\n", model.EmptyPortfolio(), options(Accounts))
	pv := preview(t, "Name,City,Employees,Annual Revenue,Notes,Extra\nACME,,,,,\n", p, options(Accounts))
	if pv.Change != nil || len(pv.Unchanged) != 1 {
		t.Errorf("%+v", pv)
	}
}

func TestAccountChangesFieldByField(t *testing.T) {
	p, _ := settled(t, "Account ID,Name,City,Employees,Founded\n7,Acme,Rome,5,1990\n8,Beta,Oslo,6,\n", model.EmptyPortfolio(), options(Accounts))
	before := *named(t, p, "Acme")
	pv := preview(t, "Account ID,Name,City,Employees,Founded\n7,Acme Group,Milan,5,1991\n8,beta,Oslo,6,\n9,New,,,\n", p, options(Accounts))
	if len(pv.Changed) != 1 || len(pv.New) != 1 || len(pv.Unchanged) != 1 {
		t.Fatalf("%+v", pv)
	}
	want := map[string]FieldDiff{"Name": {"Name", "Acme", "Acme Group"}, "City": {"City", "Rome", "Milan"}, "Founded": {"Founded", "1990", "1991"}}
	for _, f := range pv.Changed[0].Fields {
		if want[f.Label] != f {
			t.Errorf("%+v", f)
		}
		delete(want, f.Label)
	}
	if len(want) != 0 {
		t.Errorf("missing %v", want)
	}
	if before.City != "Rome" || before.Custom["Founded"] != "1990" || p.Account(before.ID).City != "Rome" || p.Account(before.ID).Custom["Founded"] != "1990" {
		t.Error("reading changed the portfolio")
	}
}

func TestAccountProblems(t *testing.T) {
	text := "Name,Parent Account,Employees,Annual Revenue,importance.capacity\n" +
		"A,B,12.5,100,3\n" + // employees
		"B,A,5,lots,3\n" + // a circle, turnover
		"C,Nobody,5,1,9\n" + // no such parent, no such level
		",,5,1,\n" + // no name
		"D,D,1,1,\n" // its own parent
	p, pv := settled(t, text, model.EmptyPortfolio(), options(Accounts))
	want := []string{"2 Employees: ‘12.5’ is not a number of people", "3 Annual Revenue: ‘lots’ is not an amount", "3 Parent Account: B would be its own parent",
		"4 importance.capacity: \"9\" is not in 0..5", "4 Parent Account: the parent account ‘Nobody’ is not known", "5 Name: the row has no account name", "6 Parent Account: D would be its own parent"}
	if got := problems(pv); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s", got)
	}
	if p.Len() != 4 || named(t, p, "A").Parent != named(t, p, "B").ID || named(t, p, "B").Parent != "" {
		t.Error("good parts did not arrive")
	}
}

func TestTwoAccountsOfOneName(t *testing.T) {
	text := "Account ID,Account Name,City\n0015g00000AAAaa,Acme,Rome\n0015g00000AAAab,Acme,Oslo\n"
	p, _ := settled(t, text, model.EmptyPortfolio(), options(Accounts))
	if p.Len() != 2 || named(t, p, "0015g00000AAAab").City != "Oslo" || named(t, p, "0015g00000AAAaa").City != "Rome" {
		t.Errorf("%d accounts", p.Len())
	}
	weak := "Record ID,Company name,City\n1,Acme,Rome\n2,Acme,Oslo\n"
	if p, _ = settled(t, weak, model.EmptyPortfolio(), options(Accounts)); p.Len() != 2 {
		t.Errorf("%d accounts", p.Len())
	}
}

func TestMapping(t *testing.T) {
	o := options(Guess)
	o.Map = map[string]string{"Firma": "account.name", "Umsatz": "account.turnover", "Rang": "-", "Ort": "city", "fehlt": "owner"}
	p, pv := settled(t, "Firma;Umsatz;Rang;Ort;Branche\nAcme;1.234,5;3;Rom;Bau\n", model.EmptyPortfolio(), o)
	a := named(t, p, "Acme")
	if a.Turnover.Minor != 123450 || a.City != "Rom" || a.Custom["Branche"] != "Bau" || a.Custom["Rang"] != "" {
		t.Errorf("%+v", a)
	}
	if !strings.Contains(strings.Join(pv.Notes, "\n"), "no heading ‘fehlt’") {
		t.Errorf("%q", pv.Notes)
	}
	o.KeepUnknown = false
	if p, _ = settled(t, "Firma;Branche\nAcme;Bau\n", model.EmptyPortfolio(), o); named(t, p, "Acme").Custom != nil {
		t.Error("unknown columns were kept")
	}
	o.Map = map[string]string{"Firma": "account.colour"}
	if _, err := Read(strings.NewReader("Firma\nA\n"), "x.csv", model.EmptyPortfolio(), o); err == nil || !strings.Contains(err.Error(), "no field ‘account.colour’") {
		t.Errorf("%v", err)
	}
}
