package exchange

import (
	"strings"
	"testing"

	"accord/model"
)

// twoAccounts is a portfolio with Acme and Beta, known by ids.
func twoAccounts(t testing.TB) *model.Portfolio {
	t.Helper()
	p, _ := settled(t, "Account ID,Account Name\n0015g00000AAAaa,Acme\n0015g00000AAAab,Beta\n", model.EmptyPortfolio(), options(Accounts))
	return p
}

// boss names whom a person reports to.
func boss(a *model.Account, name string) string {
	for i := range a.Persons {
		if a.Persons[i].Name != name {
			continue
		}
		if s := a.SeatOf(a.Persons[i].ID); s != nil {
			if up := a.Seat(s.ReportsTo); up != nil {
				return a.Person(up.Person).Name
			}
		}
	}
	return ""
}

func person(t *testing.T, a *model.Account, name string) (model.Person, model.Seat) {
	t.Helper()
	for i := range a.Persons {
		if a.Persons[i].Name == name {
			s := a.SeatOf(a.Persons[i].ID)
			if s == nil {
				t.Fatalf("%s has no seat", name)
			}
			return a.Persons[i], *s
		}
	}
	t.Fatalf("nobody is called %q in %+v", name, a.Persons)
	return model.Person{}, model.Seat{}
}

func TestContactsOfKnownSystems(t *testing.T) {
	cases := []struct {
		name, text string
		check      func(t *testing.T, acme *model.Account)
	}{
		{"salesforce data loader", "Id,IsDeleted,AccountId,LastName,FirstName,Name,Phone,ReportsToId,Email,Title,Department,LastActivityDate,Description\n" +
			"0035g00000BBBab,false,0015g00000AAAaaAAA,Low,Ann,Ann Low,12,0035g00000BBBaaAAA,ann@acme.example,Buyer,Purchasing,2026-03-04,Hi\n" +
			"0035g00000BBBaa,false,0015g00000AAAaa,High,Bob,Bob High,,,bob@acme.example,CFO,,,\n",
			func(t *testing.T, a *model.Account) {
				p, s := person(t, a, "Ann Low")
				if boss(a, "Ann Low") != "Bob High" || p.Email != "ann@acme.example" || p.Phone != "12" || s.Title != "Buyer" || s.Unit != "Purchasing" || s.Function != model.Procurement ||
					p.LastActivity != model.NewDate(2026, 3, 4) || p.Notes != "Hi" || p.Sources[0].ID != "0035g00000BBBab" {
					t.Errorf("%+v %+v", p, s)
				}
				if _, s := person(t, a, "Bob High"); s.Function != model.CLevel {
					t.Errorf("%+v", s)
				}
			}},
		{"salesforce report", "First Name,Last Name,Title,Account Name,Email,Reports To,Department\nAnn,Low,Buyer,ACME,a@x,Bob High,\nBob,High,CEO,Acme,,,\n",
			func(t *testing.T, a *model.Account) {
				if boss(a, "Ann Low") != "Bob High" {
					t.Errorf("%+v", a.Seats)
				}
			}},
		{"hubspot", "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Primary Associated Company ID,Associated Company,Job Title,Buying Role\n" +
			"1,Ann,Low,a@x,12,Me,99,Acme,Buyer,Decision Maker;Champion\n2,Bob,High,b@x,,Me,99,Acme,,End User\n",
			func(t *testing.T, a *model.Account) {
				_, s := person(t, a, "Ann Low")
				_, u := person(t, a, "Bob High")
				if s.Role != model.RoleDecisionMaker || u.Role != model.RoleUser {
					t.Errorf("%+v %+v", s, u)
				}
			}},
		{"dynamics", "(Do Not Modify) Contact,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Full Name,Email,Company Name,Business Phone,Job Title,Manager\n" +
			"{0B8F1E2A-1111-2222-3333-444455556666},x,y,Ann Low,a@x,Acme,12,Buyer,Bob High\n{0B8F1E2A-1111-2222-3333-444455557777},x,y,Bob High,b@x,Acme,,CEO,\n",
			func(t *testing.T, a *model.Account) {
				p, _ := person(t, a, "Ann Low")
				if boss(a, "Ann Low") != "Bob High" || p.Sources[0].System != "dynamics" {
					t.Errorf("%+v", p)
				}
			}},
		{"linkedin", "Notes:\n\"When exporting your connection data, you may notice\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Low,https://x,,Acme,Buyer,24 Nov 2025\n",
			func(t *testing.T, a *model.Account) { person(t, a, "Ann Low") }},
		{"zoho", "Record Id,First Name,Last Name,Account Name,Account Name.id,Email,Mobile\nz1,Ann,Low,Acme,z9,a@x,12\n",
			func(t *testing.T, a *model.Account) {
				if p, _ := person(t, a, "Ann Low"); p.Phone != "12" {
					t.Errorf("%+v", p)
				}
			}},
		{"hebrew", "שם פרטי,שם משפחה,תפקיד,דוא\"ל,טלפון,לקוח,מחלקה\nדנה,לוי,מנהלת רכש,d@x,03,Acme,רכש\n",
			func(t *testing.T, a *model.Account) {
				if p, s := person(t, a, "דנה לוי"); p.Email != "d@x" || s.Function != model.Procurement {
					t.Errorf("%+v %+v", p, s)
				}
			}},
		{"only an address", "Email,Account Name\nann@acme.example,Acme\n", func(t *testing.T, a *model.Account) { person(t, a, "ann") }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, pv := settled(t, c.text, twoAccounts(t), options(Guess))
			if pv.Kind != Contacts || len(pv.Problems) != 0 {
				t.Fatalf("%s %s", pv.Kind, problems(pv))
			}
			c.check(t, named(t, p, "Acme"))
			if d := pv.Changed[0]; d.NewContacts == 0 {
				t.Errorf("%+v", d)
			}
		})
	}
}

func TestContactProblems(t *testing.T) {
	text := "Contact ID,Full Name,Account Name,Reports To,Last Activity\n" +
		"1,A,Acme,2,2026-13-01\n" + // date
		"2,B,Acme,1,\n" + // a circle
		"3,C,Gamma,,\n" + // unknown account
		"4,,Acme,,\n" + // nobody
		"5,E,,,\n" + // no account
		"6,F,Beta,A,\n" + // superior elsewhere
		"7,G,Acme,G,\n" // themselves
	p, pv := settled(t, text, twoAccounts(t), options(Contacts))
	want := []string{"2 Last Activity: ‘2026-13-01’ is not a date", "3 Reports To: B would report to themselves", "4 Account Name: the account ‘Gamma’ of C is not known",
		"5 Full Name: the row names nobody", "6 Account Name: E has no account", "7 Reports To: ‘A’ is not among the people of Beta", "8 Reports To: G would report to themselves"}
	if got := problems(pv); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s", got)
	}
	if a := named(t, p, "Acme"); len(a.Persons) != 3 || boss(a, "A") != "B" || boss(a, "B") != "" {
		t.Errorf("%+v", a)
	}
}

func TestContactMatching(t *testing.T) {
	p, _ := settled(t, "Contact ID,Full Name,Email,Title,Account Name\n1,Ann Low,a@x,Buyer,Acme\n2,Bob,b@x,CEO,Acme\n3,Bob,c@x,CIO,Acme\n", twoAccounts(t), options(Contacts))
	if a := named(t, p, "Acme"); len(a.Persons) != 3 {
		t.Fatalf("%+v", a.Persons)
	}
	// By id with a new name, by address, and by name with an empty title.
	p, pv := settled(t, "Contact ID,Full Name,Email,Title,Account Name\n1,Ann Highsmith,,Head Buyer,Acme\n,Bob,B@X,,Acme\n,bob,c@x,CTO,Acme\n", p, options(Contacts))
	a := named(t, p, "Acme")
	if len(a.Persons) != 3 || pv.Changed[0].ChangedContacts != 2 || pv.Changed[0].NewContacts != 0 {
		t.Fatalf("%+v %+v", a.Persons, pv.Changed)
	}
	if p, s := person(t, a, "Ann Highsmith"); p.Email != "a@x" || s.Title != "Head Buyer" {
		t.Errorf("%+v %+v", p, s)
	}
	// One address shared by two people makes neither the other.
	p, _ = settled(t, "Full Name,Email,Account Name\nC,info@x,Beta\nD,info@x,Beta\n", p, options(Contacts))
	if n := len(named(t, p, "Beta").Persons); n != 2 {
		t.Errorf("%d people", n)
	}
}
