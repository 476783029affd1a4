package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestAWorkbookHasBounds(t *testing.T) {
	deep := `<worksheet>` + strings.Repeat("<a>", 5_000) + strings.Repeat("</a>", 5_000) + `</worksheet>`
	cols := `<worksheet><cols>` + strings.Repeat(`<col min="1" max="16384" hidden="1"/>`, 300_000) + `</cols></worksheet>`
	defer func(was int) { maxText = was }(maxText)
	maxText = 4 << 20
	long := `<sst><si><t>` + strings.Repeat("x", 1<<20) + `</t></si></sst>`
	for what, c := range map[string]struct {
		data []byte
		want string
	}{
		"deep":                              {sheetOf(t, deep, ""), "deep"},
		"columns":                           {sheetOf(t, cols, ""), "the file is empty"},
		"one long text in many cells":       {sheetOf(t, `<worksheet><row r="1">`+strings.Repeat(`<c t="s"><v>0</v></c>`, 10)+`</row></worksheet>`, long), "larger than 4 MB"},
		"cells far to the right":            {sheetOf(t, `<worksheet>`+strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 500)+`</worksheet>`, ""), "larger than 4 MB"},
		"a long shared text in many pieces": {sheetOf(t, `<worksheet/>`, `<sst>`+strings.Repeat(`<si><t>`+strings.Repeat("y", 1<<16)+`</t></si>`, 70)+`</sst>`), "larger than 4 MB"},
	} {
		_, _, err := Text(c.data, "x.xlsx")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", what, err)
		}
	}
	w := &workbook{spent: maxUnpack - 10}
	if _, err := w.unpacked(strings.NewReader(strings.Repeat("x", 20)), maxPart).Read(make([]byte, 20)); err == nil {
		t.Error("all parts together may unpack to anything")
	}
	w = &workbook{}
	if _, err := w.unpacked(strings.NewReader(strings.Repeat("x", 20)), 10).Read(make([]byte, 20)); err == nil {
		t.Error("a part may unpack to anything")
	}
	if err := tooMany("sheets", maxSheets); !strings.Contains(err.Error(), fmt.Sprint(maxSheets)) {
		t.Error(err)
	}
}

func TestWhichFormatsShowADay(t *testing.T) {
	for code, want := range map[string]bool{"yyyy-mm-dd": true, "d. mmm": true, `[$-409]d/m/yy`: true, "#,##0.00": false, `0.0 "day"`: false, "[Red]0": false, "General": false, "h:mm": false} {
		if got := dateFormat(code); got != want {
			t.Errorf("%s: %v", code, got)
		}
	}
}

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
