package papers_test

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"accord/model"
	"accord/model/report"
	"accord/store/exchange/papers"
)

// A report as a workbook has numbers as numbers, and texts as texts whatever they
// begin with.
func TestAReportAsAWorkbook(t *testing.T) {
	s := sampleScores(t)
	a, _ := s.Portfolio().Find("Northgate Steel")
	r, _ := report.Build("full", report.Us, s, a.ID)
	r.Nodes = append(r.Nodes, report.Node{Kind: report.Paragraph, Text: `=HYPERLINK("http://x")`}, report.Node{Kind: report.Grid, Table: report.Table{Head: []string{"@SUM(A1)", "n"}, Right: []bool{false, true}, Rows: [][]report.Cell{
		{{Text: "+1"}, amount(1250.5, "")}, {{Text: "-2"}, part(0.637)}, {{}, {Text: "–", Kind: report.Number}}, {{Text: "x"}, amount(900, "EUR")}, {{Text: "day"}, {Text: "1 Feb 2027", Kind: report.OnDay, Day: model.NewDate(2027, 2, 1)}}}}})
	var b, again bytes.Buffer
	if err := papers.Write(&b, "xlsx", r); err != nil {
		t.Fatal(err)
	}
	if err := papers.Write(&again, "xlsx", r); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("the same report is another file", err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	raw, shown := map[string]string{}, map[string]bool{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, v := range row {
				at, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if formula, err := f.GetCellFormula(sheet, at); err != nil || formula != "" {
					t.Errorf("%s is the formula %q", at, formula)
				}
				kind, err := f.GetCellType(sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				raw[v] = map[excelize.CellType]string{excelize.CellTypeSharedString: "text", excelize.CellTypeInlineString: "text", excelize.CellTypeUnset: "number", excelize.CellTypeNumber: "number"}[kind]
				text, err := f.GetCellValue(sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				shown[text] = true
			}
		}
		if panes, err := f.GetPanes(sheet); err != nil || panes.Freeze != (sheet != "Report") {
			t.Errorf("the headings of %s: %+v, %v", sheet, panes, err)
		}
	}
	for v, want := range map[string]string{`=HYPERLINK("http://x")`: "text", "@SUM(A1)": "text", "+1": "text", "-2": "text", "1250.5": "number", "0.637": "number", "900": "number", "4650000": "number", "46419": "number", "Northgate Steel, 24 Nov 2026": "text"} {
		if raw[v] != want {
			t.Errorf("%q is %q, want %q", v, raw[v], want)
		}
	}
	for _, v := range []string{"1 Feb 2027", "4,650,000", "63.7%", "78.49"} {
		if !shown[v] {
			t.Errorf("nobody sees %s", v)
		}
	}
	if raw["–"] != "" {
		t.Error("what nobody knows is a value")
	}
}
