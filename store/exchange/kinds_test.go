package exchange

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"accord/model"
	"accord/store/exchange/csv"
)

var update = flag.Bool("update", false, "write the reference of columns anew")

// docs/columns.md says what the table of kinds says.
func TestReferenceIsTheTableOfKinds(t *testing.T) {
	const path = "../../docs/columns.md"
	got := Reference(model.NewProgramme())
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || got != string(want) {
		t.Errorf("docs/columns.md is not what the table of kinds says (%v); run go test ./store/exchange -run Reference -update", err)
	}
}

// Every template is of its kind and comes in as it is.
func TestTemplatesComeIn(t *testing.T) {
	for _, k := range Kinds() {
		text, err := Template(Kind(k.Key), model.NewProgramme())
		if (err == nil) != k.Table {
			t.Errorf("%s: %v", k.Key, err)
			continue
		}
		if !k.Table {
			continue
		}
		p := model.EmptyPortfolio()
		if k.Key != string(Accounts) {
			p = apply(t, p, preview(t, "Account Name\nNorthgate Steel\n", p, options(Accounts)))
		}
		pv := preview(t, string(text), p, options(Guess))
		if string(pv.Kind) != k.Key || pv.Rows != 1 || len(pv.Problems) != 0 || pv.Change == nil {
			t.Errorf("%s: read as %s, %d rows, %v", k.Key, pv.Kind, pv.Rows, pv.Problems)
		}
		for _, c := range pv.Columns {
			if c.Field == "" {
				t.Errorf("%s: nothing comes of %s: %s", k.Key, c.Header, c.Why)
			}
		}
	}
}

// A kind is one row and what reads it: with a row alone it can be chosen, guessed, has
// a template, stands in the reference, is put in order among several files, and what is
// said about its columns is remembered.
func TestAKindIsOneRow(t *testing.T) {
	was := kinds
	defer func() { kinds = was }()
	read := 0
	kinds = append(slices.Clone(was), &kindRow{kind: "visits", words: "one visit a row", changes: "the last activity of accounts", early: 8, sure: 0, prefix: "visit.",
		columns: []target{columnOf("visit.account", "Account", nameRole|essential, "Northgate Steel", accountNames...), columnOf("visit.day", "Day of the visit", dayRole, "2026-03-31", "visited on")},
		also:    map[string]string{"visit.on": "visit.day"},
		needs:   []need{{"the account", []string{"visit.account"}}, {"the day", []string{"visit.day"}}},
		read: func(r *reader) error {
			read = len(r.t.rows)
			return r.each(func(x csv.Row) { r.b.Create(r.t.cell(x, r.t.index("visit.account"))) })
		}})
	if !slices.ContainsFunc(Kinds(), func(k KindInfo) bool { return k.Key == "visits" && k.Words == "one visit a row" && k.Table }) {
		t.Error("it cannot be chosen")
	}
	if s := Reference(model.NewProgramme()); !strings.Contains(s, "## visits\n\nOne visit a row. It changes the last activity of accounts.") || !strings.Contains(s, "| `visit.day` | Day of the visit | day or period | visited on |") {
		t.Error("the reference has nothing of it")
	}
	text, err := Template("visits", model.NewProgramme())
	if err != nil {
		t.Fatal(err)
	}
	pv := preview(t, string(text), model.EmptyPortfolio(), options(Guess))
	if pv.Kind != "visits" || read != 1 || len(pv.New) != 1 {
		t.Errorf("it is read as %s, %d rows", pv.Kind, read)
	}
	o := options("visits")
	o.Map = map[string]string{"Wann": "on"}
	p := apply(t, model.EmptyPortfolio(), preview(t, "Customer,Wann\nAcme,2026-01-02\n", model.EmptyPortfolio(), o))
	if pv := preview(t, "Customer,Wann\nBeta,2026-01-03\n", p, options(Guess)); pv.Kind != "visits" || !pv.Recalled {
		t.Errorf("what was said is not remembered: %s", pv.Kind)
	}
	if _, err := Read(strings.NewReader("x"), "x", p, Options{Kind: "nonsense", NewID: counter()}); err == nil || !strings.Contains(err.Error(), "portfolio or visits") {
		t.Errorf("%v", err)
	}
}
