package report

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
)

var update = flag.Bool("update", false, "write the table of reports in the docs anew")

// described is the table of reports as the docs have it.
func described() string {
	out := "| report | what it is |\n|---|---|\n"
	for _, k := range Kinds() {
		out += "| `" + k.Key + "` | " + k.Help + " |\n"
	}
	return out
}

// docs/reports.md says what the rows say.
func TestEveryReportIsInTheDocs(t *testing.T) {
	const path = "../../docs/reports.md"
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	from := strings.Index(page, "| report | what it is |\n")
	if from < 0 {
		t.Fatal("docs/reports.md has no table of reports")
	}
	end := from + strings.Index(page[from:], "\n\n") + 1
	if page[from:end] == described() {
		return
	}
	if !*update {
		t.Fatal("docs/reports.md is not what the table of reports says; run go test ./model/report -run Docs -update")
	}
	if err := os.WriteFile(path, []byte(page[:from]+described()+page[end:]), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A report is one row and what makes it: with a row alone it is found, listed, made for
// both audiences, known again by its title, described, and tells what nobody decided.
func TestAReportIsOneRow(t *testing.T) {
	was, in := all, rowsIn
	defer func() { all, rowsIn = was, in }()
	rows := append(slices.Clone(was()), Of{Key: "letter", Name: "Letter", Export: "note", Help: "a letter", Account: true, title: "Dear customer", shows: []edit.EntityKind{edit.OfValue},
		ours:   func(*score.Scores, *model.Account) *Report { r := &Report{}; r.text("for us"); return r },
		theirs: func(*handout) *Report { r := &Report{}; r.text("for them"); return r }})
	all, rowsIn = func() []Of { return rows }, func(*words.Language) []Of { return rows }
	k, ok := KindOf("letter")
	if !ok || k.Exported() != "note" || !k.For(Customer) || !slices.ContainsFunc(Kinds(), func(o Of) bool { return o.Key == "letter" }) {
		t.Error("it is not found")
	}
	p, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{{ID: "a", Name: "Alpha", Values: []model.ValueLine{{ID: "v", Text: "faster", Status: model.ValueVerified}}}})
	if err != nil {
		t.Fatal(err)
	}
	s := score.Of(p, model.NewDate(2026, 11, 30))
	for to, want := range map[Audience]string{Us: "Letter", Customer: "Alpha: Dear customer"} {
		if r, ok := Build("letter", to, s, "a"); !ok || r.Title != want || r.About != "Alpha" || len(r.Nodes) != 1 || (r.Foot != "") != (to == Us) {
			t.Errorf("for %s: %+v", to, r)
		}
	}
	if asides := Asides("letter", Customer, s, "a"); len(asides) != 1 || !strings.HasPrefix(asides[0].Said, "1 value line not decided") {
		t.Errorf("%+v", asides)
	}
	for _, title := range []string{"Letter", "Dear customer"} {
		if !slices.Contains(Titles(), title) {
			t.Errorf("an older one called %s is not known again", title)
		}
	}
	if !strings.Contains(described(), "| `letter` | a letter |\n") || !strings.Contains(ForCustomers(Of.Exported), "note") {
		t.Error("it is described nowhere")
	}
	gaps, _ := KindOf("gaps")
	if !strings.HasSuffix(gaps.Refusal(), ", letter") {
		t.Error(gaps.Refusal())
	}
}

// The map stands below the people, whatever the heading over them says.
func TestTheMapStandsBelowThePeople(t *testing.T) {
	r := &Report{}
	r.peopleHead("Menschen")
	r.text("Ann")
	r.head("People")
	r.text("is only a word here")
	r.Draw("Map", "", "<svg/>")
	if r.Nodes[2].Text != "Map" || r.Nodes[3].Kind != Picture || r.Nodes[4].Text != "People" {
		t.Errorf("%+v", r.Nodes)
	}
}
