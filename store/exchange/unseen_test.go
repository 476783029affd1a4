package exchange

import (
	"encoding/json"
	"strings"
	"testing"

	"accord/model"
	"accord/store/exchange/document"
)

// mark is what comes with a text that was copied from somewhere.
const mark = "\ufeff\u202e\U000e0041\u200b\u2063\u3164\u00ad\u200d"

// everyKind is a file of each kind in which X stands inside every text.
var everyKind = map[Kind]string{
	Accounts:     "Account Name,Owner,Segment,City,Tags,Notes,Custom X thing,Website\nAcXme,DaXna,SeXg,CiXty,taXg,noXte,cuXstom,aXcme.example\n",
	Contacts:     "Account Name,Full Name,Title,Department,Notes,Email\nAcme,PeXter,CEXO,UnXit,NoXte,pXeter@acme.example\n",
	Transactions: "Opportunity ID,Account,Amount,Close Date,Stage,Product,Owner\nO-X1,AcXme,100,2026-01-02,Won,GeXar,DaXna\n",
	Figures:      "Account,Year,Revenue\nAcXme,2025,100\n",
	Offerings:    "Product,Series,Sales Price\nGeXar,LiXne,5\n",
	Team:         "Sales Agent,Manager,Regional Office\nDaXna,BeXn,NoXrth\n",
}

func acme(t testing.TB) *model.Portfolio {
	t.Helper()
	p, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{{ID: "acme", Name: "Acme", City: "Rome"}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestNoImportStoresWhatNobodySees(t *testing.T) {
	for kind, text := range everyKind {
		plain := strings.ReplaceAll(text, "X", "")
		p := acme(t)
		pv := preview(t, strings.ReplaceAll(text, "X", mark), p, options(kind))
		if len(pv.Problems) > 0 || len(pv.New) > 0 {
			t.Errorf("%s: %v; new %v", kind, pv.Problems, pv.New) // a name that reads Acme is Acme
		}
		q := apply(t, p, pv)
		if again := preview(t, plain, q, options(kind)); again.Change != nil {
			t.Errorf("%s: the same file without invisible characters changes %+v, new %v", kind, again.Changed, again.New)
		}
		noneUnseen(t, string(kind), q)
	}
}

// noneUnseen looks through everything that a portfolio stores.
func noneUnseen(t *testing.T, what string, p *model.Portfolio) {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(document1(t, p)), &v); err != nil {
		t.Fatal(err)
	}
	var walk func(v any)
	walk = func(v any) {
		switch x := v.(type) {
		case string:
			if model.Clean(x) != x {
				t.Errorf("%s stores %+q", what, x)
			}
		case []any:
			for _, y := range x {
				walk(y)
			}
		case map[string]any:
			for k, y := range x {
				walk(k)
				walk(y)
			}
		}
	}
	walk(v)
}

func TestADocumentStoresNothingUnseen(t *testing.T) {
	p := acme(t)
	g := *p.Programme()
	g.Title, g.Team = "Ti"+mark+"tle", []model.Member{{ID: "m", Name: "Da" + mark + "na"}}
	a := *p.Accounts()[0]
	a.Name, a.Tags, a.Custom = "Ac"+mark+"me", []string{"t" + mark}, map[string]string{"k" + mark: "v" + mark}
	a.Persons = []model.Person{{ID: "p", Name: "Pe" + mark + "ter"}}
	dirty, err := model.NewPortfolio(&g, []*model.Account{&a})
	if err != nil {
		t.Fatal(err)
	}
	q, err := document.Read(strings.NewReader(document1(t, dirty)))
	if err != nil {
		t.Fatal(err)
	}
	noneUnseen(t, "the document", q)
	a.Persons = []model.Person{{ID: "p", Name: mark}}
	if dirty, err = model.NewPortfolio(&g, []*model.Account{&a}); err != nil {
		t.Fatal(err)
	}
	if _, err := document.Read(strings.NewReader(document1(t, dirty))); err == nil || !strings.Contains(err.Error(), "no visible characters") {
		t.Errorf("a person whom nobody sees: %v", err)
	}
}

// TestWhatIsTooLongIsTold gives each kind of file a name that is too long: the row or
// the cell does not arrive, the problem says which, and all else does.
func TestWhatIsTooLongIsTold(t *testing.T) {
	long := strings.Repeat("n", model.MaxName+1)
	for _, c := range []struct {
		kind  Kind
		text  string
		field string
		lost  bool
	}{
		{Accounts, "Account Name,City\nAcme," + long + "\n", "City", false},
		{Accounts, "Account Name,City\nAcme,Rome\n" + long + ",Rome\n", "Account Name", true},
		{Accounts, "Account Name,Tags\nAcme,\"a, " + long + "\"\n", "Tags", false},
		{Accounts, "Account Name,Notes\nAcme," + strings.Repeat("n", model.MaxNotes+1) + "\n", "Notes", false},
		{Accounts, "Account Name,Website\nAcme," + strings.Repeat("n", model.MaxLine+1) + "\n", "Website", false},
		{Contacts, "Account Name,Full Name,Title\nAcme,Peter," + long + "\n", "Title", false},
		{Contacts, "Account Name,Full Name,Title\nAcme," + long + ",CEO\n", "Full Name", true},
		{Contacts, "Account Name,First Name,Last Name\nAcme," + long[:150] + "," + long[:150] + "\n", "Last Name", true},
		{Contacts, "Account Name,Email\nAcme," + long + "@acme.example\n", "Email", true},
		{Transactions, "Account,Amount,Close Date,Product\nAcme,100,2026-01-02," + long + "\n", "Product", false},
		{Offerings, "Product,Series,Sales Price\n" + long + ",A,5\n", "Product", true},
		{Team, "Sales Agent,Manager,Regional Office\n" + long + ",B,C\n", "Sales Agent", true},
	} {
		p := acme(t)
		pv := preview(t, c.text, p, options(c.kind))
		line := strings.Count(c.text, "\n")
		found := false
		for _, x := range pv.Problems {
			found = found || x.Line == line && x.Field == c.field && x.Refused == c.lost && (strings.Contains(x.Sentence, "at most"))
		}
		if !found {
			t.Errorf("%s with a long %s: %+v", c.kind, c.field, pv.Problems)
		}
		if strings.Contains(document1(t, apply(t, p, pv)), long) {
			t.Errorf("%s: the long %s is stored", c.kind, c.field)
		}
	}
}

func TestADocumentHasBounds(t *testing.T) {
	whole := document1(t, acme(t))
	long := strings.Repeat("n", model.MaxName+1)
	for what, c := range map[string]struct{ text, want string }{
		"deep":          {strings.Replace(whole, `"accounts"`, `"x":`+strings.Repeat("[", 100_000)+strings.Repeat("]", 100_000)+`,"accounts"`, 1), "deep"},
		"a long name":   {strings.Replace(whole, `"Acme"`, `"`+long+`"`, 1), "has at most 200"},
		"a long city":   {strings.Replace(whole, `"Rome"`, `"`+long+`"`, 1), "city"},
		"brackets":      {strings.Replace(whole, `"Rome"`, `"`+strings.Repeat("[", 100)+`\""`, 1), ""},
		"a broken text": {strings.Replace(whole, `"Rome"`, `"\ud800Rome"`, 1), ""},
	} {
		_, err := document.Read(strings.NewReader(c.text))
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
