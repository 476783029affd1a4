package exchange

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"accord/model"
	"accord/model/session"
	"accord/store/exchange/xlsx"
)

// workbookOf makes a workbook as a person would have it: a preamble, headings,
// numbers, days in two formats, an account number that is a text, a hidden column
// and a hidden sheet before.
func workbookOf(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "old"))
	must(f.SetSheetRow("old", "A1", &[]any{"Account Name", "Industry"}))
	must(f.SetSheetRow("old", "A2", &[]any{"Hidden Ltd", "none"}))
	_, err := f.NewSheet("orders")
	must(err)
	_, err = f.NewSheet("notes")
	must(err)
	must(f.SetCellStr("notes", "A1", "nothing to import"))
	f.SetActiveSheet(1)
	must(f.SetSheetVisible("old", false))
	must(f.SetSheetRow("orders", "A1", &[]any{"Orders of the year"}))
	must(f.SetSheetRow("orders", "A3", &[]any{"Order ID", "Account Name", "Product", "Status", "Close Date", "Margin", "Amount"}))
	iso := "yyyy\\-mm\\-dd"
	custom, err := f.NewStyle(&excelize.Style{CustomNumFmt: &iso})
	must(err)
	builtin, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	for i, row := range [][]any{
		{"0012", "Meridian Foods", "Pumps\nand valves", "Won", time.Date(2025, 2, 3, 0, 0, 0, 0, time.UTC), 0.5, 1234.567},
		{"0013", "Meridian Foods", "Seals", "Won", time.Date(2025, 11, 12, 0, 0, 0, 0, time.UTC), 0.1, 1_000_000},
		{"0014", "Tavor \"T\" Ltd", "Pumps", "Won", time.Date(2024, 12, 31, 0, 0, 0, 0, time.UTC), 0.1, 0.125},
	} {
		at, _ := excelize.CoordinatesToCellName(1, 4+i)
		must(f.SetSheetRow("orders", at, &row))
		day, _ := excelize.CoordinatesToCellName(5, 4+i)
		must(f.SetCellStyle("orders", day, day, []int{custom, builtin, builtin}[i]))
	}
	must(f.SetColVisible("orders", "F", false))
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

func TestAWorkbookIsRead(t *testing.T) {
	text, note, err := xlsx.Text(workbookOf(t), "orders.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Order ID\tAccount Name\tProduct\tStatus\tClose Date\tAmount\n", "0012\tMeridian Foods\tPumps and valves\tWon\t2025-02-03\t1234.5670\n", "2025-11-12\t1000000\n", "2024-12-31\t0.1250\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if strings.Contains(text, "Hidden") || strings.Contains(text, "0.5") || !strings.Contains(note, "not notes") || !strings.Contains(note, "1 hidden column") {
		t.Errorf("%q\n%s", note, text)
	}
	v, err := Read(bytes.NewReader(workbookOf(t)), "orders.xlsx", model.EmptyPortfolio(), Options{NewID: counter(), Today: model.NewDate(2026, 11, 24)})
	if err != nil || v.Kind != Transactions || v.Rows != 3 || len(v.Problems) != 0 {
		t.Fatalf("%+v %v", v, err)
	}
	s := session.New(model.EmptyPortfolio(), model.NewDate(2026, 11, 24), 0, counter())
	if _, err := s.Do(v.Change, time.Time{}); err != nil {
		t.Fatal(err)
	}
	a, _ := s.Portfolio().Find("Meridian Foods")
	if a == nil || len(a.Transactions) != 2 || a.Transactions[0].Amount.Minor != 123457 || a.Transactions[1].Date != model.NewDate(2025, 11, 12) || a.Transactions[1].Amount.Minor != 100_000_000 {
		t.Errorf("%+v", a)
	}
}

func TestWorkbooksThatCanNotBeReadSaySo(t *testing.T) {
	empty := excelize.NewFile()
	var b bytes.Buffer
	if err := empty.Write(&b); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		says string
	}{"a zip": {[]byte("PK\x03\x04 and nothing"), "not a readable workbook"}, "empty": {b.Bytes(), "the file is empty"}, "cut short": {workbookOf(t)[:2000], "not a readable workbook"}, "old": {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..."), "password"}} {
		_, err := Read(bytes.NewReader(c.data), "x.xlsx", model.EmptyPortfolio(), Options{NewID: counter()})
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
