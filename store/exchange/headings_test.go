package exchange

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"accord/model"
)

// german is an export of a company that writes none of our headings, with a preamble
// and bad rows below.
const german = "Kundenliste\nStand: 24.11.2026\nVertraulich\nKunde;Umsatz 25;Land;Bemerkung\nKöhler;1.000,00;DE;gut\nWeber;12.34.5,6;AT;\n" +
	"Huber;200,00;CH;a;b;c\nMaier;300,00;DE;\nSchmid;400,00;DE;neu\n"

func readFails(t *testing.T, text string, o Options) *UnreadError {
	t.Helper()
	_, err := Read(strings.NewReader(text), "test.csv", model.EmptyPortfolio(), o)
	var u *UnreadError
	if !errors.As(err, &u) {
		t.Fatalf("%v", err)
	}
	return u
}

func namesOf(list []Column) string {
	var out []string
	for _, c := range list {
		out = append(out, c.Header)
	}
	return strings.Join(out, "|")
}

// Where no heading is known, the likeliest row is taken for them, not a bad one
// below, and the sentence is about that row.
func TestTheLikeliestRowOfHeadings(t *testing.T) {
	u := readFails(t, german, options(Guess))
	if namesOf(u.Columns) != "Kunde|Umsatz 25|Land|Bemerkung" || u.Headings != 4 || !slices.Equal(u.Lines, []int{1, 2, 3, 4, 5, 6, 7, 8, 9}) {
		t.Errorf("the headings are %s of row %d among %v", namesOf(u.Columns), u.Headings, u.Lines)
	}
	if s := u.Error(); !strings.Contains(s, "no heading is known; row 4 reads ‘Kunde’, ‘Umsatz 25’") || !strings.Contains(s, "--headings") {
		t.Error(s)
	}
	if s := u.Plain.Error(); strings.Contains(s, "--") || !strings.Contains(s, "row 4 reads") {
		t.Errorf("on the screen: %s", s)
	}
	if want := []string{"Köhler", "Weber", "Huber"}; !reflect.DeepEqual(u.Columns[0].Samples, want) {
		t.Errorf("samples %v", u.Columns[0].Samples)
	}
	for text, want := range map[string]string{
		"Firma,Ort,2024,2025\nA,B,1,2\nC,D,3,4\n":                                      "Firma|Ort|2024|2025",
		"x,1,2\ny,3,4\nz,5,6\n":                                                        "x|1|2", // numbers all over: the widest
		"Bericht,2025-01-01\nRaum,Firma,Ort,Art\n1,A,B,C\n2,D,E,F\n3,G,H,I\n":          "Raum|Firma|Ort|Art",
		"Bericht;alle\n\nRaum;Firma;Ort\n1,5;A;B\n2,5;C;D\n3,5;E;F\n4,5;G,H;I;J;K;L\n": "Raum|Firma|Ort",
	} {
		if got := namesOf(readFails(t, text, options(Guess)).Columns); got != want {
			t.Errorf("%q: the headings are %s, want %s", text, got, want)
		}
	}
}

// The row of headings can be said, for a file that is read and for one that is not.
func TestTheRowOfHeadingsIsSaid(t *testing.T) {
	o := options(Guess)
	o.Headings = 5
	if u := readFails(t, german, o); namesOf(u.Columns) != "Köhler|1.000,00|DE|gut" || u.Headings != 5 {
		t.Errorf("row %d: %s", u.Headings, namesOf(u.Columns))
	}
	o.Headings = 1
	if u := readFails(t, german, o); namesOf(u.Columns) != "Kundenliste" || len(u.Lines) != 9 {
		t.Errorf("row %d: %s", u.Headings, namesOf(u.Columns))
	}
	o.Headings, o.Map = 4, map[string]string{"Kunde": "account.name"}
	p, pv := settled(t, german, model.EmptyPortfolio(), o)
	if pv.Headings != 4 || len(pv.Lines) != 9 || p.Len() != 4 || named(t, p, "Köhler").Custom["Land"] != "DE" {
		t.Errorf("row %d of %v, %d accounts, problems %s", pv.Headings, pv.Lines, p.Len(), problems(pv))
	}
	text := "Name,City\nAccount Name,Country\nAcme,DE\n"
	o = options(Accounts)
	if pv := preview(t, text, model.EmptyPortfolio(), o); pv.Headings != 1 || len(pv.New) != 2 {
		t.Errorf("row %d, %d new", pv.Headings, len(pv.New))
	}
	o.Headings = 2
	if pv := preview(t, text, model.EmptyPortfolio(), o); pv.Headings != 2 || len(pv.New) != 1 || namesOf(pv.Columns) != "Account Name|Country" {
		t.Errorf("row %d, %d new", pv.Headings, len(pv.New))
	}
	o.Headings = 99
	if _, err := Read(strings.NewReader(text), "test.csv", model.EmptyPortfolio(), o); err == nil || !strings.Contains(err.Error(), "row 99 is not a header row") {
		t.Errorf("row 99: %v", err)
	}
}

// A list of accounts in which only the revenue of a year is known offers the fields of
// accounts, and what else it says is kept.
func TestAListOfAccountsWithYearsOffersAccounts(t *testing.T) {
	text := strings.ReplaceAll(german, "Umsatz 25", "Umsatz 2025")
	u := readFails(t, text, options(Guess))
	if u.Kind != Accounts || u.Headings != 4 || u.Columns[1].Field != "figures.2025.revenue" || !strings.Contains(u.Error(), "needs a column for the account's name; row 4 reads ‘Kunde’") {
		t.Errorf("%s, row %d, %+v: %v", u.Kind, u.Headings, u.Columns, u)
	}
	o := options(Guess)
	o.Map = map[string]string{"Kunde": "account.name"}
	p, pv := settled(t, text, model.EmptyPortfolio(), o)
	if pv.Kind != Accounts || named(t, p, "Köhler").Year(2025, model.Actual).Revenue.Major() != 1000 || named(t, p, "Köhler").Custom["Land"] != "DE" {
		t.Errorf("%s: %s", pv.Kind, problems(pv))
	}
	if want := "6 Umsatz 2025: ‘12.34.5,6’ is not an amount\n7 : 6 cells, but the header has 4 columns"; problems(pv) != want {
		t.Errorf("%s", problems(pv))
	}
}
