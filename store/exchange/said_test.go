package exchange

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"accord/model"
	"accord/store/exchange/document"
	"accord/store/exchange/match"
)

func columnNamed(t *testing.T, pv *Preview, header string) Column {
	t.Helper()
	for _, c := range pv.Columns {
		if c.Header == header {
			return c
		}
	}
	t.Fatalf("no column %q in %+v", header, pv.Columns)
	return Column{}
}

// What is said about columns is used at once, kept with the import, used for the
// next file with these headings, and goes with its undo.
func TestMappingIsRememberedByHeadings(t *testing.T) {
	text := "Account Name,Legal name,Size,Sector\nAcme,Acme Ltd,12,Steel\nBeta,Beta AG,7,Food\n"
	o := options(Guess)
	o.Map = map[string]string{"Legal name": "account.notes", "Size": "account.employees", "Sector": "+"}
	p, pv := settled(t, text, model.EmptyPortfolio(), o)
	a := named(t, p, "Acme")
	if a.Notes != "Acme Ltd" || a.Employees != model.Some[int64](12) || a.Custom["Sector"] != "Steel" || a.Segment != "" {
		t.Fatalf("%+v", a)
	}
	if c := columnNamed(t, pv, "Size"); !c.Said || c.Recalled || c.Proposed != "" || c.Field != "account.employees" || !reflect.DeepEqual(c.Samples, []string{"12", "7"}) {
		t.Errorf("%+v", c)
	}
	if c := columnNamed(t, pv, "Sector"); c.Proposed != "account.segment" || !c.Custom {
		t.Errorf("%+v", c)
	}

	var doc strings.Builder
	if err := document.Write(&doc, p); err != nil {
		t.Fatal(err)
	}
	if back, err := document.Read(strings.NewReader(doc.String())); err != nil || !reflect.DeepEqual(back.Programme(), p.Programme()) || len(back.Programme().Mappings) != 1 {
		t.Errorf("lost on the way out and in: %v", err)
	}

	next := "sector;account name;size;legal name\nSteel;Gamma;3;Gamma plc\n" // other order, case and separator
	q, pv := settled(t, next, p, options(Guess))
	if !reflect.DeepEqual(q.Programme(), p.Programme()) {
		t.Error("the same said again is remembered anew")
	}
	if g := named(t, q, "Gamma"); g.Notes != "Gamma plc" || g.Employees != model.Some[int64](3) || g.Custom["sector"] != "Steel" {
		t.Errorf("not remembered: %+v", g)
	}
	if c := columnNamed(t, pv, "size"); !pv.Recalled || !c.Recalled || !strings.Contains(c.Why, "last time") || !strings.Contains(strings.Join(pv.Notes, " "), "3 columns go as you chose then") {
		t.Errorf("does not say so: %+v %q", c, pv.Notes)
	}

	now := options(Guess)
	now.Map = map[string]string{"size": "-"} // what is said now wins
	if g := named(t, apply(t, p, preview(t, next, p, now)), "Gamma"); g.Employees.Known || g.Notes != "Gamma plc" {
		t.Errorf("%+v", g)
	}
	plain := options(Guess)
	plain.Exact = true
	pv = preview(t, next, p, plain)
	if g := named(t, apply(t, p, pv), "Gamma"); g.Notes != "" || g.Segment != "Steel" || pv.Recalled {
		t.Errorf("%+v", g)
	}
	if got := apply(t, p, pv).Programme().Mappings; len(got) != 0 {
		t.Errorf("back to what Accord proposes, and still remembered: %+v", got)
	}
}

// A field that is gone, as a factor of another method pack, is forgotten rather
// than in the way of every file with these headings.
func TestAFieldThatIsGoneIsNotInTheWay(t *testing.T) {
	g := *model.NewProgramme()
	text := "Account Name,Weight\nAcme,4\n"
	g.Mappings = []model.Mapping{{Kind: "accounts", Headers: signature([]string{"Account Name", "Weight"}), Columns: []model.Sent{{Header: "Weight", Field: "importance.gone"}, {Header: "Account Name", Field: "account.name"}}}}
	p, err := model.NewPortfolio(&g, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, pv := settled(t, text, p, options(Guess))
	if a := named(t, p, "Acme"); a.Custom["Weight"] != "4" || len(pv.Problems) != 0 {
		t.Errorf("%+v %s", a, problems(pv))
	}
}

func TestCountedStatusIsRemembered(t *testing.T) {
	text := "Order ID,Customer,Order Date,Amount,State\n1,Acme,2025-01-01,5,shipped\n2,Acme,2025-01-01,7,open\n"
	o := options(Guess)
	o.Map, o.Won = map[string]string{"State": "transaction.status"}, []string{"shipped"}
	p, pv := settled(t, text, model.EmptyPortfolio(), o)
	if want := []Status{{"shipped", 1, true}, {"open", 1, false}}; !reflect.DeepEqual(pv.Statuses, want) {
		t.Errorf("%+v", pv.Statuses)
	}
	q := apply(t, p, preview(t, text+"3,Acme,2025-02-01,11,shipped\n", p, options(Guess)))
	if got := revenue(q, named(t, q, "Acme")); got != 16 {
		t.Errorf("revenue %v", got)
	}
}

// A file whose headings tell nothing still shows its columns, and can be read
// when one is sent somewhere.
func TestUnknownHeadingsCanBeSentByHand(t *testing.T) {
	text := "Firma;Ort;Umsatz\nAcme;Linz;7\nBeta;Graz;8\n"
	_, err := Read(strings.NewReader(text), "x.csv", model.EmptyPortfolio(), options(Guess))
	var u *UnreadError
	if !errors.As(err, &u) || u.Kind != Accounts || len(u.Columns) != 3 || u.Columns[1].Header != "Ort" || !reflect.DeepEqual(u.Columns[1].Samples, []string{"Linz", "Graz"}) || len(u.Targets) < 10 {
		t.Fatalf("%v %+v", err, u)
	}
	if u.Targets[0].Key != "account.name" || u.Targets[1].Key != "account.id" {
		t.Errorf("the first targets are %+v", u.Targets[:4])
	}
	o := options(Guess)
	o.Map = map[string]string{"Firma": "account.name", "Ort": "account.city"}
	p, _ := settled(t, text, model.EmptyPortfolio(), o)
	if a := named(t, p, "Acme"); a.City != "Linz" {
		t.Errorf("%+v", a)
	}
	p = apply(t, p, preview(t, "Firma;Ort;Umsatz\nGamma;Wien;9\n", p, options(Guess)))
	if a := named(t, p, "Gamma"); a.City != "Wien" {
		t.Errorf("unknown headings are not remembered: %+v", a)
	}
}

func TestSameAs(t *testing.T) {
	p, _ := settled(t, "Account Name,City\nHalden Energy,Oslo\nMeridian Foods,Lyon\n", model.EmptyPortfolio(), options(Accounts))
	text := "Account ID,Account Name,City\nD1,Halden Energy AS,Bergen\nD2,Meridian Food,Paris\nD3,New One,Rome\n"
	pv := preview(t, text, p, options(Accounts))
	if len(pv.Questions) != 2 || len(pv.New) != 3 || !strings.Contains(strings.Join(pv.Notes, " "), "2 names in the file are nearly") {
		t.Fatalf("%+v %q", pv.Questions, pv.Notes)
	}
	q := pv.Questions[0]
	if q.Name != "Halden Energy AS" || q.Whose != "Halden Energy" || q.Answer != match.Unanswered || !strings.Contains(fmt.Sprint(q.Facts), "{City Oslo Bergen}") {
		t.Errorf("%+v", q)
	}
	o := options(Accounts)
	o.Same = map[string]string{"halden energy as": "Halden Energy", "Meridian Food": "-"}
	after, pv := settled(t, text, p, o)
	if len(pv.New) != 2 || len(pv.Changed) != 1 || pv.Questions[0].Answer != match.SameAccount || pv.Questions[1].Answer != match.NewAccount {
		t.Errorf("new %v, changed %+v, %+v", pv.New, pv.Changed, pv.Questions)
	}
	a := named(t, after, "Halden Energy")
	if a.City != "Bergen" || after.Len() != 4 {
		t.Errorf("%+v", a)
	}
	if got := fmt.Sprint(pv.Changed[0].Fields); !strings.Contains(got, "{Source id  D1}") || !strings.Contains(got, "{Also called  Halden Energy AS}") {
		t.Errorf("%s", got)
	}
	// The next import asks nothing: not the same file, not one that has the name only.
	for _, next := range []string{text, "Date,Customer,Amount\n2025-01-01,Halden Energy AS,5\n", "Account ID,Account Name\nD1,Halden Energi\n"} {
		if pv := preview(t, next, after, options(Guess)); len(pv.Questions) != 0 || len(pv.New) != 0 {
			t.Errorf("asks again: %+v, new %v", pv.Questions, pv.New)
		}
	}
	o.Same = map[string]string{"New One": "Nobody"}
	var bad *match.SameError
	if _, err := Read(strings.NewReader(text), "x.csv", p, o); !errors.As(err, &bad) {
		t.Errorf("%v", err)
	}
}

func TestSameAsIsNotAskedWhereTheFileTells(t *testing.T) {
	p, _ := settled(t, "Id,Account Name\n001A0000006Vm9r,Halden Energy\n", model.EmptyPortfolio(), options(Accounts))
	for name, text := range map[string]string{
		"another id of the same system": "Id,Account Name\n001A0000006Vm9s,Halden Energy AS\n",
		"both are in the file":          "Account Name\nHalden Energy AS\nHalden Energy\n",
	} {
		if pv := preview(t, text, p, options(Accounts)); len(pv.Questions) != 0 {
			t.Errorf("%s: %+v", name, pv.Questions)
		}
	}
	pv := preview(t, "Name,Company,Email\nAnna,Halden Energy AS,a@x\n", p, options(Contacts))
	if len(pv.Questions) != 1 || len(pv.Problems) != 1 {
		t.Fatalf("%+v %s", pv.Questions, problems(pv))
	}
	o := options(Contacts)
	o.Same = map[string]string{"Halden Energy AS": "Halden Energy"}
	q, pv := settled(t, "Name,Company,Email\nAnna,Halden Energy AS,a@x\n", p, o)
	if len(pv.Problems) != 0 || len(named(t, q, "Halden Energy").Persons) != 1 {
		t.Errorf("%s", problems(pv))
	}
}
