package papers_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"accord/model"
	"accord/model/report"
	"accord/model/score"
	"accord/store/exchange/papers"
)

func amount(v float64, c model.Currency) report.Cell {
	return report.Cell{Text: strings.TrimSpace(score.Thousands(model.Some(v)) + " " + string(c)), Kind: report.Number, Num: model.Some(v), Currency: c}
}

func part(v float64) report.Cell {
	return report.Cell{Text: score.Percentage(model.Some(v), 1), Kind: report.Share, Num: model.Some(v), Decimals: 1}
}

func cellsReport() *report.Report {
	return &report.Report{Title: "=1+1", Subtitle: "@sum", Nodes: []report.Node{
		{Kind: report.Heading, Text: "+Worth"},
		{Kind: report.Grid, Table: report.Table{Head: []string{"what", "worth", "margin", "code"}, Right: []bool{false, true, true, false}, Rows: [][]report.Cell{
			{{Text: "=HYPERLINK(\"x\")"}, amount(45000.25, "EUR"), part(0.63669), {Text: "007"}},
			{{Text: "-2+3"}, amount(1000, "USD"), {Text: "–", Kind: report.Share}, {Text: "@x"}},
			{{Text: "plain"}, amount(-140000, ""), part(-0.05), {Text: "+1"}}}}},
		{Kind: report.List, Items: []string{"=cmd()"}},
		{Kind: report.Line, Text: "together", Curve: report.Curve{Names: []string{"=A", "B"}, Shares: []float64{0.625, 1}}},
	}}
}

// A comma table has numbers as numbers, amounts beside their currency, unknown
// empty, and nothing that a spreadsheet would compute.
func TestReportAsCSV(t *testing.T) {
	var b bytes.Buffer
	if err := papers.Write(&b, "csv", cellsReport()); err != nil {
		t.Fatal(err)
	}
	c := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff")))
	c.FieldsPerRecord = -1
	rows, err := c.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"'=1+1"}, {"'@sum"}, {"'+Worth"}, {"what", "worth", "currency", "margin", "code"}, {"'=HYPERLINK(\"x\")", "45000.25", "EUR", "0.63669", "007"}, {"'-2+3", "1000", "USD", "", "'@x"},
		{"plain", "-140000", "", "-0.05", "'+1"}, {"'=cmd()"}, {"together"}, {"rank", "account", "together"}, {"1", "'=A", "0.625"}, {"2", "B", "1"}}
	if !slices.EqualFunc(rows, want, slices.Equal) {
		t.Errorf("got  %q\nwant %q", rows, want)
	}
}

// As JSON a number is a number, a text a text whatever it looks like, unknown null.
func TestReportAsJSON(t *testing.T) {
	var b bytes.Buffer
	if err := papers.Write(&b, "json", cellsReport()); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Title string
		Parts []struct {
			Kind  string
			Table struct{ Rows [][]json.RawMessage }
			Curve []struct{ Share float64 }
		}
	}
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	var cells []string
	for _, row := range doc.Parts[1].Table.Rows {
		for _, v := range row {
			cells = append(cells, string(v))
		}
	}
	want := []string{`"=HYPERLINK(\"x\")"`, "45000.25", `"EUR"`, "0.63669", `"007"`, `"-2+3"`, "1000", `"USD"`, "null", `"@x"`, `"plain"`, "-140000", "null", "-0.05", `"+1"`}
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
	if err := papers.Write(&b, "xlsx", cellsReport()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	rows, err := f.GetRows("+Worth", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 0 {
			at[row[0]] = i
		}
	}
	if first := rows[at["=HYPERLINK(\"x\")"]]; !slices.Equal(first, []string{"=HYPERLINK(\"x\")", "45000.25", "EUR", "0.63669", "007"}) {
		t.Errorf("%q", rows)
	}
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Report", "+Worth", "together"}) {
		t.Errorf("%q", got)
	}
}
