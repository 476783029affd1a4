package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"accord/model/report"
)

func cellsReport() *report.Report {
	return &report.Report{Title: "=1+1", Subtitle: "@sum", Nodes: []report.Node{
		{Kind: report.Heading, Text: "+Worth"},
		{Kind: report.Grid, Table: report.Table{Head: []string{"what", "worth", "margin", "code"}, Right: []bool{false, true, true, false}, Rows: [][]string{
			{"=HYPERLINK(\"x\")", "45,000 EUR", "63.7 %", "007"}, {"-2+3", "1,000 USD", "–", "@x"}, {"plain", "-140,000", "-5.0 %", "+1"}}}},
		{Kind: report.List, Items: []string{"=cmd()"}},
		{Kind: report.Line, Text: "together", Curve: report.Curve{Names: []string{"=A", "B"}, Shares: []float64{0.625, 1}}},
	}}
}

// A comma table has numbers as numbers, amounts beside their currency, unknown
// empty, and nothing that a spreadsheet would compute.
func TestReportAsCSV(t *testing.T) {
	var b bytes.Buffer
	if err := WriteReport(&b, "csv", cellsReport()); err != nil {
		t.Fatal(err)
	}
	c := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff")))
	c.FieldsPerRecord = -1
	rows, err := c.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"'=1+1"}, {"'@sum"}, {"'+Worth"}, {"what", "worth", "currency", "margin", "code"}, {"'=HYPERLINK(\"x\")", "45000", "EUR", "0.637", "007"}, {"'-2+3", "1000", "USD", "", "'@x"},
		{"plain", "-140000", "", "-0.05", "'+1"}, {"'=cmd()"}, {"together"}, {"rank", "account", "together"}, {"1", "'=A", "0.625"}, {"2", "B", "1"}}
	if !slices.EqualFunc(rows, want, slices.Equal) {
		t.Errorf("got  %q\nwant %q", rows, want)
	}
}

// As JSON a number is a number, a text a text whatever it looks like, unknown null.
func TestReportAsJSON(t *testing.T) {
	var b bytes.Buffer
	if err := WriteReport(&b, "json", cellsReport()); err != nil {
		t.Fatal(err)
	}
	var doc jsonReport
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	var cells []string
	for _, row := range doc.Parts[1].Table.Rows {
		for _, v := range row {
			cells = append(cells, string(v))
		}
	}
	want := []string{`"=HYPERLINK(\"x\")"`, "45000", `"EUR"`, "0.637", `"007"`, `"-2+3"`, "1000", `"USD"`, "null", `"@x"`, `"plain"`, "-140000", "null", "-0.05", `"+1"`}
	if !slices.Equal(cells, want) {
		t.Errorf("got  %s\nwant %s", cells, want)
	}
	if doc.Title != "=1+1" || doc.Parts[3].Kind != "curve" || doc.Parts[3].Curve[0].Share != 0.625 {
		t.Errorf("%+v", doc)
	}
}

// In a workbook an amount is a number and its currency stands beside it.
func TestReportAsWorkbookKeepsCurrencies(t *testing.T) {
	var b bytes.Buffer
	if err := WriteReport(&b, "xlsx", cellsReport()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	rows, err := f.GetRows("Report", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 0 {
			at[row[0]] = i
		}
	}
	first := rows[at["=HYPERLINK(\"x\")"]]
	if !slices.Equal(first, []string{"=HYPERLINK(\"x\")", "45000", "EUR", "0.637", "007"}) || at["rank"] == 0 {
		t.Errorf("%q", rows)
	}
}
