package exchange

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"

	"accord/model/report"
)

// The styles of a written workbook, by their place in workbookStyles.
const (
	styleText = iota
	styleTitle
	styleHead
	styleBold
	styleNumber
	styleShare
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// workbookParts is all of a workbook but its sheet.
var workbookParts = [...]struct{ name, text string }{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
	{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Report" sheetId="1" r:id="rId1"/></sheets></workbook>`},
	{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`},
	{"xl/styles.xml", `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.##"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts>` +
		`<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="16"/><name val="Calibri"/></font><font><b/><sz val="12"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		`<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0"/>` +
		`<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`},
}

// WriteXLSX writes a report as a workbook: its text and tables down one sheet,
// numbers as numbers. Texts are texts whatever they begin with, so that no cell is
// ever taken for a formula. There is no clock in it: the same report is the same
// file.
func WriteXLSX(w io.Writer, r *report.Report) error {
	z := zip.NewWriter(w)
	part := func(name, text string) error {
		f, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(f, xmlHead+text)
		}
		return err
	}
	for _, p := range workbookParts {
		if err := part(p.name, p.text); err != nil {
			return err
		}
	}
	var s sheetWriter
	s.begin(styleTitle, r.Title)
	s.begin(styleText, r.Subtitle)
	for i := range r.Nodes {
		s.node(&r.Nodes[i])
	}
	sheet := `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="1" width="42" customWidth="1"/><col min="2" max="12" width="18" customWidth="1"/></cols><sheetData>` + s.b.String() + `</sheetData></worksheet>`
	if err := part("xl/worksheets/sheet1.xml", sheet); err != nil {
		return err
	}
	return z.Close()
}

// sheetWriter writes the rows of a sheet.
type sheetWriter struct {
	b   strings.Builder
	row int
}

// begin writes a row of one text.
func (s *sheetWriter) begin(style int, text string) {
	s.open()
	s.text(0, style, text)
	s.b.WriteString("</row>")
}

func (s *sheetWriter) open() {
	s.row++
	s.b.WriteString(`<row r="` + strconv.Itoa(s.row) + `">`)
}

// at names the cell of a column in the present row. Reports have few columns.
func (s *sheetWriter) at(col int) string { return string(rune('A'+col%26)) + strconv.Itoa(s.row) }

func (s *sheetWriter) text(col, style int, text string) {
	s.b.WriteString(`<c r="` + s.at(col) + `" s="` + strconv.Itoa(style) + `" t="inlineStr"><is><t xml:space="preserve">`)
	_ = xml.EscapeText(&s.b, []byte(printable(text))) // a string never refuses
	s.b.WriteString(`</t></is></c>`)
}

func (s *sheetWriter) node(n *report.Node) {
	switch n.Kind {
	case report.Heading:
		s.row++
		s.begin(styleHead, n.Text)
	case report.Paragraph:
		for line := range strings.SplitSeq(n.Text, "\n") {
			s.begin(styleText, line)
		}
	case report.List:
		for _, item := range n.Items {
			s.begin(styleText, "· "+item)
		}
	case report.Grid:
		s.table(&n.Table)
	case report.Chart:
		t := planeTable(n)
		s.table(&t)
	case report.Line:
		s.begin(styleText, n.Text)
		t := curveTable(n)
		s.table(&t)
	case report.Picture: // a drawing has no place in cells
	}
}

func (s *sheetWriter) table(of *report.Table) {
	t := withCurrencies(of)
	s.open()
	for c, h := range t.Head {
		s.text(c, styleBold, h)
	}
	s.b.WriteString("</row>")
	for _, row := range t.Rows {
		s.open()
		for c, v := range row {
			n, share, ok := plainCell(v)
			if !ok || !t.Right[c] {
				s.text(c, styleText, v)
				continue
			}
			style := styleNumber
			if share {
				style = styleShare
			}
			s.b.WriteString(`<c r="` + s.at(c) + `" s="` + strconv.Itoa(style) + `"><v>` + strconv.FormatFloat(n, 'f', -1, 64) + `</v></c>`)
		}
		s.b.WriteString("</row>")
	}
}

// plainCell is the number that a printed cell shows: 1,320,000 or 63.7 %, without
// a currency behind it.
func plainCell(s string) (v float64, share, ok bool) {
	t := strings.TrimSpace(s)
	if i := strings.LastIndexByte(t, ' '); i > 0 && len(t)-i == 4 { // a currency code
		t = t[:i]
	}
	if strings.HasSuffix(t, "%") {
		t, share = strings.TrimSpace(strings.TrimSuffix(t, "%")), true
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimPrefix(t, "+"), ",", ""), 64)
	if share {
		v /= 100
	}
	return v, share, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}
