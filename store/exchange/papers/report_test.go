package papers_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"accord/model"
	"accord/model/report"
	"accord/model/sample"
	"accord/model/score"
	"accord/store/exchange/papers"
)

var update = flag.Bool("update", false, "write the expected reports anew")

func sampleScores(t *testing.T) *score.Scores {
	t.Helper()
	day := model.NewDate(2026, 11, 24)
	p, err := sample.Portfolio(day)
	if err != nil {
		t.Fatal(err)
	}
	return score.Of(p, day)
}

// The reports of the sample are what they were when somebody last looked at them,
// and the same every time.
func TestReportsAreAsExpected(t *testing.T) {
	s := sampleScores(t)
	a, _ := s.Portfolio().Find("Northgate Steel")
	for file, c := range map[string]struct{ kind, format string }{"plan.md": {"plan", "md"}, "plan.html": {"plan", "html"}, "qbr.html": {"qbr", "html"}, "portfolio.html": {"portfolio", "html"}, "value.md": {"value", "md"}, "value.csv": {"value", "csv"}, "portfolio.csv": {"portfolio", "csv"}, "plan.json": {"plan", "json"}, "all.ics": {"portfolio", "ics"}} {
		r, ok := report.Build(c.kind, report.Us, s, a.ID)
		if !ok {
			t.Fatal(c.kind)
		}
		later, _ := report.Build(c.kind, report.Us, sampleScores(t), a.ID)
		var b, again bytes.Buffer
		if err := papers.Write(&b, c.format, r); err != nil {
			t.Fatal(err)
		}
		if err := papers.Write(&again, c.format, later); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("%s is different the second time, %v", file, err)
		}
		path := "testdata/report/" + file
		if *update {
			if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(want, b.Bytes()) {
			t.Errorf("%s is not what is written now (%v); look at it, then run go test ./store/exchange -run Reports -update", path, err)
		}
	}
	if err := papers.Write(&bytes.Buffer{}, "docx", &report.Report{}); err == nil || !strings.Contains(err.Error(), "md, html, xlsx, csv, ics, json") {
		t.Error(err)
	}
}

// What people typed is text in every format: no markup, no script, no command of a
// terminal, no formula.
func TestHostileTextIsOnlyText(t *testing.T) {
	bad := []string{`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, "a\x1b[2Jb", "| a | b |\n# head", "*bold* _it_ `code` [x](http://y)", "\u202eevil", "=HYPERLINK(\"x\")"}
	r := &report.Report{Title: bad[0], Subtitle: bad[1], About: strings.Join(bad, " "), Foot: bad[0] + bad[1]}
	for _, s := range bad {
		r.Nodes = append(r.Nodes, report.Node{Kind: report.Heading, Text: s}, report.Node{Kind: report.Paragraph, Text: s}, report.Node{Kind: report.List, Items: []string{s}},
			report.Node{Kind: report.Grid, Table: report.Table{Head: []string{s}, Rows: [][]report.Cell{{{Text: s}}}, Right: []bool{false}}},
			report.Node{Kind: report.Chart, Text: s, Points: report.Plane{X: s, Y: s, Corners: [4]string{s, s, s, s}, Dots: []report.Dot{{X: 1, Y: 2, Label: s}}}})
	}
	var md, page bytes.Buffer
	if err := papers.Write(&md, "md", r); err != nil {
		t.Fatal(err)
	}
	if err := papers.Write(&page, "html", r); err != nil {
		t.Fatal(err)
	}
	for _, found := range []string{"<script", "</style>\"", "<img", "\x1b", "\u202e"} {
		if strings.Contains(md.String(), found) || strings.Contains(page.String(), found) {
			t.Errorf("%q gets through", found)
		}
	}
	for _, found := range []string{"\n# head", " [x](", " *bold*", "| | a"} {
		if strings.Contains(md.String(), found) {
			t.Errorf("%q is markup in Markdown", found)
		}
	}
}

// A calendar keeps to its standard: lines of at most 75 octets cut between
// letters, identifiers that are there once and stay, text escaped.
func TestCalendarKeepsToItsStandard(t *testing.T) {
	a := &model.Account{ID: "a", Name: "Meridian, Foods; Ltd"}
	for i := range 3 {
		a.Actions = append(a.Actions, model.Action{ID: model.ActionID(string(rune('x' + i))), Text: strings.Repeat("שלום ", 30) + "end", Due: model.NewDate(2026, 12, 1+i), Owner: "Dana\\Katz"})
	}
	a.Actions = append(a.Actions, model.Action{ID: "none", Text: "without a day"})
	a.Reviews = []model.Review{{ID: "r", Text: "spring", Date: model.NewDate(2027, 3, 1)}}
	p, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{a})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	r, _ := report.Build("portfolio", report.Us, score.Of(p, model.NewDate(2026, 11, 24)), "")
	if err := papers.Write(&b, "ics", r); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\r\n"), "\r\n")
	for _, l := range lines {
		if len(l) > 75 || strings.Contains(l, "\n") || !validUTF8(l) {
			t.Errorf("%d octets: %q", len(l), l)
		}
	}
	whole := strings.ReplaceAll(b.String(), "\r\n ", "")
	for _, want := range []string{`SUMMARY:Meridian\, Foods\; Ltd: `, strings.Repeat("שלום ", 30) + "end", "DTSTART;VALUE=DATE:20261203", "UID:", `DESCRIPTION:Dana\\Katz`} {
		if !strings.Contains(whole, want) {
			t.Errorf("%q is not there:\n%s", want, whole)
		}
	}
	if n := strings.Count(whole, "BEGIN:VEVENT"); n != 4 || strings.Contains(whole, "without a day") {
		t.Errorf("%d events", n)
	}
}

func validUTF8(s string) bool { return strings.ToValidUTF8(s, "") == s }
