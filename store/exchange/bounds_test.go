package exchange

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"accord/model"
)

// sheetOf is a workbook of one sheet, written by hand.
func sheetOf(t *testing.T, sheet, shared string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{"xl/workbook.xml": `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" r:id="x"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="x" Target="worksheets/s.xml"/></Relationships>`, "xl/worksheets/s.xml": sheet, "xl/sharedStrings.xml": shared} {
		p, err := z.Create(name)
		if err == nil {
			_, err = p.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Files that are small and come to much, or that are made to be slow, are refused
// with a sentence or read in a time that grows with their size: a test that does not
// end shows it.
func TestFilesMadeToBeLarge(t *testing.T) {
	defer func(was int) { maxText = was }(maxText)
	maxText = 4 << 20
	long := `<sst><si><t>` + strings.Repeat("x", 1<<20) + `</t></si></sst>`
	cases := []struct {
		name string
		data []byte
		want string // of the error; "" is none
	}{
		{"one long text in many cells", sheetOf(t, `<worksheet><row r="1">`+strings.Repeat(`<c t="s"><v>0</v></c>`, 10)+`</row></worksheet>`, long), "larger than 4 MB"},
		{"cells far to the right", sheetOf(t, `<worksheet>`+strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 500)+`</worksheet>`, ""), "larger than 4 MB"},
		{"a row far below", sheetOf(t, `<worksheet><row r="999999999"><c t="str"><v>Account Name</v></c></row></worksheet>`, ""), "no heading is known"},
		{"a long shared text in many pieces", sheetOf(t, `<worksheet/>`, `<sst>`+strings.Repeat(`<si><t>`+strings.Repeat("y", 1<<16)+`</t></si>`, 70)+`</sst>`), "larger than 4 MB"},
		{"a million columns", []byte("Account Name" + strings.Repeat(",x", 1_000_000) + "\nAcme\n"), "no heading is known"},
		{"a million columns below", []byte("Account Name,City\nAcme,Rome\nBeta" + strings.Repeat(",x", 1_000_000) + "\n"), ""},
		{"a large cell", []byte("Account Name,Description\nAcme,\"" + strings.Repeat("word ", 2<<20) + "\"\n"), ""},
		{"a number of a million digits", []byte("Account Name,Employees,Annual Revenue\nAcme," + strings.Repeat("9", 1<<20) + "," + strings.Repeat("1,", 1<<10) + "\n"), ""},
		{"quotes that never close", []byte("Account Name,City\n" + strings.Repeat("\"\n", 1) + strings.Repeat("\",\"\n", 400_000)), ""},
		{"more quotes", []byte("Account Name,City\n" + strings.Repeat("\"a\"\",\n", 200_000)), ""},
		{"too many rows", []byte("Account Name,City\n" + strings.Repeat("\n", maxLines+2)), "more than 2000000 rows"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(bytes.NewReader(c.data), "x.csv", model.EmptyPortfolio(), options(Guess))
			if got := fmt.Sprint(err); (err == nil) != (c.want == "") || err != nil && !strings.Contains(got, c.want) {
				t.Errorf("%.300s, want %q", got, c.want)
			}
		})
	}
}
